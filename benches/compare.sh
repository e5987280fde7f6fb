#!/usr/bin/env bash
# The same question put to several tools over the same journal, in turn: how many cases by category,
# by class and by rating. Prints medians of wall and processor time, their ratios to ours, and the
# most memory. On a machine that others use too, read the processor time.
#
# usage: benches/compare.sh [CASES] [RUNS]      needs python3 with venv and the package registries; jq,
#        sqlite3 and taskwarrior are taken where they are and named where they are not. JIANYI_BIN
#        and STORE name a binary and a store that are there already
set -euo pipefail
cd "$(dirname "$0")/.."
cases=${1:-3000}
runs=${2:-5}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

if [ -n "${STORE:-}" ]; then
    mkdir "$work/store" && cp "$STORE/journal.jsonl" "$work/store/"
else
    cargo bench --quiet --bench stores -- build "$work/store" "$cases" >/dev/null
fi
[ -n "${JIANYI_BIN:-}" ] || cargo build --release --quiet
jianyi=${JIANYI_BIN:-$PWD/target/release/jianyi}
journal=$work/store/journal.jsonl
export work jianyi journal JIANYI_STORE=$work/store JIANYI_NOW=2025-12-31T09:00:00+08:00 JIANYI_LANG=zh
python3 -m venv "$work/venv" && "$work/venv/bin/pip" install -q duckdb

cat >"$work/duck.py" <<'P'
import duckdb, sys
duckdb.sql(f"""
create temp table fact as
  select unnest(events) as e from read_json('{sys.argv[1]}', format='newline_delimited', maximum_object_size=67108864,
    columns={{events: 'STRUCT(type VARCHAR, "on" DATE, "case" INTEGER, category VARCHAR, "class" VARCHAR, rating VARCHAR)[]'}});
create temp table one as
  select e."case" as id, max(e.category) as category,
         arg_max(e."class", e."on") filter (e.type = 'replied') as class,
         arg_max(e.rating, e."on") filter (e.type = 'rated') as rating
  from fact where e."case" is not null group by 1;
""")
for key in ("category", "class", "rating"):
    print(duckdb.sql(f"select {key}, count(*) from one where id > 0 group by 1 order by 1").fetchall())
P
cat >"$work/fold.jq" <<'J'
reduce (inputs.events[] | select(.case != null)) as $e ({};
  if $e.type == "submitted" then .[$e.case | tostring].category = $e.category
  elif $e.type == "replied" then .[$e.case | tostring].class = $e.class
  elif $e.type == "rated" then .[$e.case | tostring].rating = $e.rating else . end)
| [.[]] | [group_by(.category), group_by(.class), group_by(.rating)] | map(map(length))
J
sql() {
    sqlite3 "$work/cases.db" <<S
drop table if exists fact;
create table line(text);
.mode list
.separator "\037" "\n"
.import $journal line
create table fact as
  select json_extract(value,'$.case') id, json_extract(value,'$.type') type, json_extract(value,'$.category') category,
         json_extract(value,'$.class') class, json_extract(value,'$.rating') rating
  from line, json_each(line.text,'$.events');
drop table line;
S
}
export ask='select category,count(*) from fact where type="submitted" group by 1; select class,count(*) from fact where type="replied" group by 1; select rating,count(*) from fact where type="rated" group by 1;'

duck() { "$work/venv/bin/python" "$work/duck.py" "$journal"; }
ours() { "$jianyi" report summary --format json; }
fresh() { rm -f "$work/store/journal.checkpoint" && ours; }
list() { "$jianyi" list --overdue --format plain; }
one() { "$jianyi" show 1; }
jq_() { jq -n -f "$work/fold.jq" "$journal"; }
sqlite_loaded() { sqlite3 "$work/cases.db" "$ask"; }
sqlite_whole() { rm -f "$work/cases.db" && sql && sqlite_loaded; }
tasks() { TASKDATA=$work/task TASKRC=$work/taskrc task summary; }

# Milliseconds of one run of a function: wall, then processor.
TIMEFORMAT='%3R %3U %3S'
time_of() {
    { time "$1" >/dev/null 2>&1; } 2>&1 | awk '{ printf "%.0f %.0f\n", $1 * 1000, ($2 + $3) * 1000 }'
}

# The most memory of one run, in MiB.
memory_of() {
    /usr/bin/time -o "$work/kib" -f %M bash -c "$(declare -f ours sql sqlite_loaded "$1"); $1" >/dev/null
    echo $(($(tail -n 1 "$work/kib") / 1024))
}

asked=(ours list one fresh duck)
"$jianyi" progress 1 继续办理 -q # what a writer leaves behind: a checkpoint
cp "$work/store/journal.checkpoint" "$work/checkpoint" 2>/dev/null || true
command -v jq >/dev/null && asked+=(jq_) || echo "left out: jq"
command -v sqlite3 >/dev/null && sqlite_whole >/dev/null && asked+=(sqlite_loaded sqlite_whole) || echo "left out: sqlite3"
if command -v task >/dev/null && [ "$cases" -le 30000 ]; then
    printf 'data.location=%s\nconfirmation=off\nverbose=nothing\n' "$work/task" >"$work/taskrc"
    mkdir -p "$work/task"
    jq -c '.events[] | select(.type == "submitted") | {description: .title, project: .category, status: "pending", entry: "20240101T000000Z"}' "$journal" |
        TASKDATA=$work/task TASKRC=$work/taskrc task import - >/dev/null 2>&1
    asked+=(tasks)
else
    echo "left out: taskwarrior"
fi

echo "$cases cases, $(wc -l <"$journal") lines, $(du -m "$journal" | cut -f1) MiB; $runs runs in turn, medians"
for ((run = 0; run < runs; run++)); do
    for tool in "${asked[@]}"; do
        time_of "$tool" >>"$work/$tool.times"
        cp "$work/checkpoint" "$work/store/journal.checkpoint" 2>/dev/null || true
    done
done
# The median of one column of a tool's runs.
median() {
    cut -d ' ' -f "$2" "$work/$1.times" | sort -n | sed -n "$((runs / 2 + 1))p"
}
echo "tool | ms | × | CPU ms | × | MiB"
for tool in "${asked[@]}"; do
    awk -v tool="$tool" -v ms="$(median "$tool" 1)" -v base="$(median ours 1)" -v cpu="$(median "$tool" 2)" \
        -v cpu_base="$(median ours 2)" -v mib="$(memory_of "$tool")" \
        'BEGIN { printf "%s | %d | %.2f | %d | %.2f | %d\n", tool, ms, ms / base, cpu, cpu / cpu_base, mib }'
    cp "$work/checkpoint" "$work/store/journal.checkpoint" 2>/dev/null || true
done
