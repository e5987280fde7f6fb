#!/usr/bin/env bash
# Many processes write at once while others read: none lost, none doubled, numbers unique, and a
# reader in the middle always sees a whole prefix.
# Usage: .ci/writers.sh [PROCESSES] [SUBMITS]
cd "$(dirname "$0")/.."
. .ci/store.sh
processes=${1:-8}
submits=${2:-200}
writers=()
for process in $(seq "$processes"); do
    (for n in $(seq "$submits"); do submit "$process.$n" || exit 1; done) >"$folder/told.$process" &
    writers+=($!)
done
(
    before=0
    while [ ! -e "$folder/done" ]; do
        now=$("$jianyi" list --format plain -q | wc -l)
        [ "$now" -ge "$before" ] || { echo "a reader saw $now after $before" >"$folder/went-back"; }
        "$jianyi" verify -q >/dev/null || echo "a reader saw damage" >"$folder/went-back"
        before=$now
    done
) &
reader=$!
for writer in "${writers[@]}"; do wait "$writer" || fail "a writer failed"; done
touch "$folder/done"
wait "$reader"
[ ! -e "$folder/went-back" ] || fail "$(cat "$folder/went-back")"
"$jianyi" verify -q >/dev/null
told=$(cat "$folder"/told.* | sort -u | wc -l)
there=$("$jianyi" list --format plain -q | wc -l)
[ "$told" = $((processes * submits)) ] || fail "$told numbers for $((processes * submits)) submits"
[ "$there" = "$told" ] || fail "$there cases for $told numbers"
echo "$processes processes x $submits submits: $there cases, each once, readers saw whole prefixes"
