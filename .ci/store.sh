# A small store for the scripts beside this one. Sourced, not run.
set -euo pipefail
jianyi=$(realpath "${JIANYI:-target/release/jianyi}")
folder=$(mktemp -d)
trap 'kill $(jobs -p) 2>/dev/null || true; rm -rf "$folder"' EXIT
export JIANYI_STORE=$folder/store JIANYI_LANG=zh JIANYI_WAIT_MS=60000

fail() { echo "$*" >&2; exit 1; }
"$jianyi" init --office 试验镇人大主席团 --secretary 王敏 --rules jianlong -q
"$jianyi" session open 20-5 --on 2024-01-10 -q
"$jianyi" deputy add 祝晓琴 -q
submit() { "$jianyi" submit "关于第$1条路的建议" --deputy 祝晓琴 --category 其他 --format plain -q; }
