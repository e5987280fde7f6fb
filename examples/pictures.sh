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
"$jianyi" report monthly --month 2024-05 -o letter.docx -q
"$jianyi" report public -o page.html -q 2>/dev/null || rm -f page.html

# The first page as a small picture.
first_page() {
    pdftoppm -r 60 -png -f 1 -l 1 -singlefile "$1" "$2"
    convert "$2.png" -strip -colors 32 "PNG8:$here/pictures/$2.png"
    echo "$2: examples/pictures/$2.png, $(wc -c <"$here/pictures/$2.png") bytes"
}

if command -v soffice >/dev/null && command -v pdftoppm >/dev/null && command -v convert >/dev/null; then
    soffice --headless --convert-to pdf workbook.xlsx letter.docx >/dev/null 2>&1
    first_page workbook.pdf workbook
    first_page letter.pdf letter
else
    echo "no LibreOffice, pdftoppm or convert here: workbook and letter left as they are"
fi
if [ -e page.html ] && command -v chromium >/dev/null && command -v convert >/dev/null; then
    chromium --headless --no-sandbox --disable-gpu --window-size=900,700 \
        --screenshot=page.png "file://$work/page.html" >/dev/null 2>&1
    convert page.png -strip -colors 32 "PNG8:$here/pictures/page.png"
    echo "page: examples/pictures/page.png, $(wc -c <"$here/pictures/page.png") bytes"
else
    echo "no public page or no Chromium here: the page left as it is"
fi
