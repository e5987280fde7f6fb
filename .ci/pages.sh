#!/usr/bin/env bash
# Pages as people meet them: real Chromium without a screen searches, sorts by mouse and by key,
# turns dark, prints; nothing leaves the page; axe finds no barrier. Uses the released binary.
set -euo pipefail
cd "$(dirname "$0")/.."
here=$PWD
jianyi=${JIANYI:-${CARGO_TARGET_DIR:-$PWD/target}/release/jianyi}
[[ -x $jianyi ]] || cargo build --release --quiet
.ci/tools.sh chromium node npm
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1 npm install --silent --no-audit --no-fund playwright-core@1 axe-core@4 >/dev/null
cp "$here/.ci/pages.mjs" .

export JIANYI_LANG=zh
"$jianyi" demo --keep store -q >/dev/null
export JIANYI_STORE=$work/store
now=(--now 2025-01-02T09:00:00+08:00 -q)
"$jianyi" progress 1 '<script>document.title="owned"</script> ]]> 电话13812345678' "${now[@]}"
"$jianyi" report public -o public.html "${now[@]}"
"$jianyi" report public --lang en -o public.en.html "${now[@]}"
"$jianyi" report monthly --month 2024-12 -o monthly.html "${now[@]}"
"$jianyi" report annual -o annual.html "${now[@]}"
"$jianyi" report booklet -o booklet.html "${now[@]}"
"$jianyi" show 1 -o case.html "${now[@]}"
node pages.mjs "$work"
