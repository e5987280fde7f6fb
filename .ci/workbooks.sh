#!/usr/bin/env bash
# Workbooks as other programs see them: openpyxl must find typed cells, filter, frozen header and
# charts; LibreOffice must print the same text as our CSV. Uses the released binary.
set -euo pipefail
cd "$(dirname "$0")/.."
jianyi=${CARGO_TARGET_DIR:-$PWD/target}/release/jianyi
[[ -x $jianyi ]] || cargo build --release --quiet
# The system's python has the packages that the system installs.
python=
for it in python3 /usr/bin/python3; do
    if "$it" -c "import openpyxl" 2>/dev/null; then python=$it; fi
done
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

export JIANYI_LANG=zh
"$jianyi" demo --keep store -q >/dev/null
export JIANYI_STORE=$work/store
today=(--now 2025-01-02T09:00:00+08:00 -q)
for name in export list "report units" "report categories" "report lists"; do
    file=${name// /_}
    # Words of a command, not one argument.
    # shellcheck disable=SC2086
    for ending in xlsx csv; do "$jianyi" $name --phones -o "$file.$ending" "${today[@]}"; done
done

"$python" - <<'PY'
import datetime
import openpyxl

book = openpyxl.load_workbook("export.xlsx")
ledger = book["台账"]
header = [cell.value for cell in ledger[1]]
assert ledger.freeze_panes == "C2", ledger.freeze_panes
assert ledger.auto_filter.ref == ledger.dimensions, ledger.auto_filter.ref
assert ledger.print_title_rows == "$1:$1" and ledger.page_setup.orientation == "landscape"
column = {name: place + 1 for place, name in enumerate(header)}
for row in range(2, ledger.max_row + 1):
    cell = lambda name: ledger.cell(row, column[name]).value
    assert isinstance(cell("提出日期"), datetime.datetime), cell("提出日期")
    assert isinstance(cell("编号"), int) and isinstance(cell("标题"), str)
assert book.properties.created == datetime.datetime(2025, 1, 2), book.properties.created
for name, sheet in [("report_units", "承办单位"), ("report_categories", "类别")]:
    charts = openpyxl.load_workbook(f"{name}.xlsx")[sheet]._charts
    assert len(charts) == 1, name
print("openpyxl:", ledger.max_row - 1, "rows, dates, filter, frozen header, charts")
PY

mkdir office
soffice --headless --convert-to \
    'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,1' \
    --outdir office export.xlsx list.xlsx >/dev/null 2>&1
"$python" - <<'PY'
import csv
import glob
import re

# Days left are words in a CSV and a number in a workbook, which sorts by it.
def days(cell):
    late = re.fullmatch("逾期(\\d+)天", cell)
    left = re.fullmatch("还剩(\\d+)天", cell)
    return f"-{late[1]}" if late else left[1] if left else cell

for name in ["export", "list"]:
    theirs = list(csv.reader(open(glob.glob(f"office/{name}*.csv")[0], encoding="utf-8-sig")))
    ours = list(csv.reader(open(f"{name}.csv", encoding="utf-8-sig")))
    assert len(theirs) == len(ours), (name, len(theirs), len(ours))
    for row, (their, our) in enumerate(zip(theirs, ours), 1):
        our = [days(cell.replace("\r\n", "\n")) for cell in our]
        assert their == our, (name, row, [p for p in zip(their, our) if p[0] != p[1]])
    print("LibreOffice:", name, len(ours), "rows, text equal")
PY
