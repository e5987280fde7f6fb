#!/usr/bin/env bash
# 上个月的月报,.docx、.xlsx、.csv 各一份。只写文件,不发邮件;要么三份都有,要么一份都没有。
# Last month's report as .docx, .xlsx and .csv. It writes files and mails nothing; all three or none.
#
# 用法 usage:  examples/monthly.sh [目录 FOLDER]
# 环境 env:    JIANYI 程序 the program · JIANYI_STORE 档案 the store · MONTH 月份 2024-05
# 退出码 exit: 0 都好 fine · 8 月报已出,但有逾期的 written, but cases are overdue · 其他 others 没有做成 not made
set -euo pipefail

jianyi=${JIANYI:-jianyi}
folder=${1:-月报}

month=${MONTH:-}
if [ -z "$month" ]; then
    year=$(date +%Y) number=$((10#$(date +%m) - 1))
    if [ "$number" -eq 0 ]; then year=$((year - 1)) number=12; fi
    month=$(printf '%04d-%02d' "$year" "$number")
fi

work=$(mktemp -d)
finished() {
    code=$?
    rm -rf "$work"
    case $code in
    0 | 8) ;;
    *) echo "月报没有做成,什么都没有留下 (the report was not made): $code" >&2 ;;
    esac
}
trap finished EXIT

# 三份说的是同一批记录,哪怕有人正在写。
# All three tell of the same entries, even if somebody writes meanwhile.
known=$("$jianyi" verify --fingerprint --no-input)
known=${known##*@}

report() { "$jianyi" report monthly --month "$month" --known "$known" --no-input -q "$@"; }

late=0
report -o "$work/$month.csv" --fail-on overdue 2>"$work/late" || late=$?
if [ "$late" -ne 0 ] && [ "$late" -ne 8 ]; then
    cat "$work/late" >&2
    exit "$late"
fi
report -o "$work/$month.docx"
report -o "$work/$month.xlsx"

mkdir -p "$folder"
mv "$work/$month.csv" "$work/$month.docx" "$work/$month.xlsx" "$folder/"
printf '%s\n' "$folder/$month.docx" "$folder/$month.xlsx" "$folder/$month.csv"

if [ "$late" -eq 8 ]; then
    cat "$work/late" >&2
fi
exit "$late"
