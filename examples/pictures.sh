#!/usr/bin/env bash
# The pictures of the README, made from the demo: the terminal in both languages by a test, the
# workbook, the letter and the public page through LibreOffice and Chromium where they are there.
# usage: examples/pictures.sh      (JIANYI names the program)
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
jianyi=$(realpath "${JIANYI:-$here/../target/release/jianyi}")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

(cd "$here/.." && JIANYI_PICTURES=1 cargo test --quiet --test jianyi pictures:: >/dev/null)
echo "terminal: examples/pictures/today.zh.svg, today.en.svg"

export JIANYI_LANG=zh JIANYI_NOW=2025-01-02T09:00:00+08:00
"$jianyi" demo --keep store -q >/dev/null
export JIANYI_STORE=$work/store
"$jianyi" list --columns number,title,deputy,unit,due,class,rating -o workbook.xlsx -q

# The letter of one suggestion, from hand-in to reply.
case=$("$jianyi" submit 关于加固跳磴河人行桥的建议 --deputy 祝晓琴 --category 城建交通 \
    --on 2024-10-08 --format plain -q)
"$jianyi" review "$case" --accept --on 2024-10-09 -q
"$jianyi" assign "$case" --lead 村镇建设服务中心 --on 2024-10-10 -q
"$jianyi" sign "$case" --on 2024-10-11 -q
"$jianyi" consult "$case" --mode 走访 --on 2024-10-20 -q
"$jianyi" reply "$case" --class A --signer 樊启文 --doc-no 健村建函〔2024〕6号 --publication 主动公开 \
    --on 2024-11-05 -q --text "跳磴河人行桥桥面板有三处裂缝,护栏锈蚀。我中心到现场查看,并请区交通局的工程师作了检测。
一、加固情况。10月下旬完成裂缝灌浆和两侧护栏更换,投入资金3.2万元,10月31日验收合格。
二、日常管护。把人行桥列入汛期巡查清单,由石鼓村安排专人每月查看一次。"
"$jianyi" letter "$case" -o letter.docx -q
"$jianyi" report public -o page.html -q 2>/dev/null || rm -f page.html

# The first page as a small picture; of a list only its upper half.
first_page() {
    local upper=()
    [ "$2" = workbook ] && upper=(-x 0 -y 0 -W 819 -H 320)
    pdftoppm -r 70 -png -f 1 -l 1 -singlefile "${upper[@]}" "$1" "$here/pictures/$2"
    echo "$2: examples/pictures/$2.png, $(wc -c <"$here/pictures/$2.png") bytes"
}

if command -v soffice >/dev/null && command -v pdftoppm >/dev/null; then
    for name in workbook.xlsx letter.docx; do
        soffice --headless --convert-to pdf "$name" >/dev/null 2>&1 || true
        if [ -e "${name%.*}.pdf" ]; then
            first_page "${name%.*}.pdf" "${name%.*}"
        else
            echo "LibreOffice cannot open $name here: the picture left as it is"
        fi
    done
else
    echo "no LibreOffice or pdftoppm here: workbook and letter left as they are"
fi
if [ -e page.html ] && command -v chromium >/dev/null; then
    chromium --headless --no-sandbox --disable-gpu --window-size=900,640 \
        --screenshot="$here/pictures/page.png" "file://$work/page.html" >/dev/null 2>&1
    echo "page: examples/pictures/page.png, $(wc -c <"$here/pictures/page.png") bytes"
else
    echo "no public page or no Chromium here: the page left as it is"
fi
