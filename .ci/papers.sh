#!/usr/bin/env bash
# Papers as other programs see them: python-docx must find page, margins and text; LibreOffice must
# print the same words, on so many pages, and open every report. Uses the released binary.
set -euo pipefail
cd "$(dirname "$0")/.."
.ci/tools.sh soffice pdftotext python3 docx
jianyi=${CARGO_TARGET_DIR:-$PWD/target}/release/jianyi
[[ -x $jianyi ]] || cargo build --release --quiet
python=
for it in python3 /usr/bin/python3; do
    if "$it" -c "import docx" 2>/dev/null; then python=$it; fi
done
root=$PWD
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

export JIANYI_LANG=zh JIANYI_STORE=$work/store
now=(--now 2024-06-25T09:00:00+08:00 --no-input -q)
does() { "$jianyi" "$@" "${now[@]}"; }
# A paper that lacks something is printed all the same, with exit code 8.
prints() { "$jianyi" "$@" "${now[@]}" 2>/dev/null || [[ $? == 8 ]]; }
does init --office 健龙镇人大主席团 --secretary 王敏 --rules jianlong --on 2024-01-02
does session open 20-5 --on 2024-01-10
does import "$root/examples/jianlong/units.csv" --kind units --apply >/dev/null
does import "$root/examples/jianlong/deputies.csv" --kind deputies --apply >/dev/null
does submit 关于整治山坪塘和提灌站的建议 --deputy 曾庆瑜 --co-signers 祝晓琴,敖朝林 \
    --category 农林水、生态环保 --on 2024-01-10 --request 清淤整治 --request 维修提灌站
does review 1 --accept --on 2024-01-16
does assign 1 --lead 农业服务中心 --co 村镇建设服务中心 --on 2024-01-20
does concur 1 --unit 村镇建设服务中心 --note 我中心负责占道协调 --on 2024-02-20
does consult 1 --mode face_to_face --people 曾庆瑜 --note 同意先清淤 --on 2024-03-12
does extend 1 --to 2024-06-10 --why 资金下达较晚 --consent 镇人大主席团 --on 2024-04-01
does supervise 1 --problem '尚未报装 =HYPERLINK("x") <b>]]>' --due 2024-04-20 --on 2024-04-05
does reply 1 --class B --doc-no 健龙农函〔2024〕7号 --signer 樊启文 --publication publish \
    --text 已成立专班。 --answer 投入297万元完成21口 --answer 水泵已更换 \
    --promise 完成其余11口 --promise-due 2024-12-31 --on 2024-05-20
does rate 1 --deputy 曾庆瑜 --rating 不满意 --comment 仍未通电 --on 2024-05-28

for ending in docx plain; do
    for kind in reply co-opinion return extension feedback consultation; do
        prints letter 1 --kind "$kind" -o "papers/$ending/$kind/" --format "$ending"
    done
    for kind in hand-over supervise remind consent rehandle sign-in; do
        prints notice "$kind" 1 -o "papers/$ending/$kind/" --format "$ending"
    done
done
for report in summary units lists monthly annual; do
    does report "$report" -o "papers/docx/$report.docx"
done
does export -o papers/docx/ledger.docx
mapfile -t files < <(find papers/docx -name '*.docx')

mkdir office
soffice --headless --convert-to txt:Text --outdir office "${files[@]}" >/dev/null 2>&1
soffice --headless --convert-to pdf --outdir office "${files[@]}" >/dev/null 2>&1
"$python" - <<'PY'
import glob
import os
import re
import subprocess

import docx

# A hyphen in a date is one that does not break; not every program reads it as the same sign.
bare = lambda text: re.sub(r"\s|-|\u2011|​|\ufeff", "", text)
made = sorted(glob.glob("papers/docx/**/*.docx", recursive=True))
compared = 0
for file in made:
    name = os.path.basename(file)[:-5]
    paper = docx.Document(file)
    first = paper.sections[0]
    if first.page_width < first.page_height:
        size = [round(x.mm) for x in (first.page_width, first.page_height)]
        edges = [round(x.mm) for x in (first.top_margin, first.left_margin, first.bottom_margin, first.right_margin)]
        assert size == [210, 297] and edges == [37, 28, 35, 26], (file, size, edges)
    assert paper.settings.odd_and_even_pages_header_footer, file
    assert not paper.core_properties.author, (file, paper.core_properties.author)
    pages = subprocess.run(["pdfinfo", f"office/{name}.pdf"], capture_output=True, text=True, check=True).stdout
    assert int(re.search(r"Pages:\s+(\d+)", pages)[1]) >= 1, file
    theirs = bare(open(f"office/{name}.txt", encoding="utf-8-sig").read())
    printed = bare(subprocess.run(["pdftotext", f"office/{name}.pdf", "-"], capture_output=True, text=True, check=True).stdout)
    # What stands in a frame (letterhead, copies) is not in LibreOffice's text, but on its page.
    theirs += printed
    own = glob.glob(f"papers/plain/**/{glob.escape(name)}.txt", recursive=True)
    words = [p.text for p in paper.paragraphs]
    words += [cell.text for table in paper.tables for row in table.rows for cell in row.cells]
    # What a tab parts need not stand side by side in a text without columns.
    for text in (part for text in words for part in text.split("\t")):
        assert bare(text) in theirs, (file, text)
    # Every line of the plain paper stands in LibreOffice's text, be it in other cells' company.
    for line in open(own[0], encoding="utf-8-sig").read().splitlines() if own else []:
        for part in re.split(r"[\t：]", line):
            assert bare(part) in theirs, (file, part)
    for text in [part for p in paper.paragraphs if 0 < len(p.text) <= 20 for part in p.text.split("\t")]:
        assert bare(text) in printed, (file, text)
    compared += bool(own)
assert compared == 18, compared
letter = docx.Document(glob.glob("papers/docx/reply/*曾庆瑜.docx")[0])
assert letter.sections[0].different_first_page_header_footer
assert any(p.text == "曾庆瑜代表：" for p in letter.paragraphs)
print(f"{len(made)} papers in python-docx and LibreOffice, {compared} compared word by word")
PY

# A reply is a page or two, and its first page has no number; a short letter to a unit is one page.
pages=$(pdfinfo "office/第1号-复函-曾庆瑜.pdf" | sed -n 's/^Pages: *//p')
[[ $pages == 1 || $pages == 2 ]]
for short in 催办函-农业服务中心 同意延期-农业服务中心 重新办理通知-农业服务中心; do
    pages=$(pdfinfo "office/第1号-$short.pdf" | sed -n 's/^Pages: *//p')
    [[ $pages == 1 ]] || { echo "$short: $pages pages"; exit 1; }
done
text=$(pdftotext -l 1 "office/第1号-复函-曾庆瑜.pdf" -)
[[ ${text//[[:space:]]/} != *—1—* ]]
text=$(pdftotext -l 1 "office/交办通知-2024-01-20.pdf" -)
[[ ${text//[[:space:]]/} == *—1—* ]]

# A template that python-docx wrote, its placeholder split over runs.
"$python" - <<'PY'
import docx

paper = docx.Document()
paragraph = paper.add_paragraph()
for piece in ["关于{", "{标", "题}}"]:
    paragraph.add_run(piece)
paper.add_paragraph("{{主送}}：")
paper.add_paragraph("{{正文}}")
paper.sections[0].header.paragraphs[0].text = "{{发文机关}}"
paper.save("红头.docx")
PY
does letter 1 --template 红头.docx -o filled/
"$python" - <<'PY'
import glob

import docx

for file in glob.glob("filled/*.docx"):
    paper = docx.Document(file)
    text = [p.text for p in paper.paragraphs]
    assert text[0] == "关于关于健龙镇第二十届人民代表大会第五次会议第1号建议的复函", text[0]
    assert "投入297万元完成21口。" in text, text
    assert paper.sections[0].header.paragraphs[0].text == "农业服务中心"
print("a template of python-docx: filled")
PY
