#!/usr/bin/env bash
# Kills the real binary in the middle of its writing, many times: no acknowledged entry may be lost,
# the journal must verify, and the next append must be right.
# Usage: .ci/crash.sh [TIMES]
cd "$(dirname "$0")/.."
. .ci/store.sh
times=${1:-50}
acknowledged=$folder/acknowledged
: >"$acknowledged"
for round in $(seq "$times"); do
    # One process after the other in a session of its own; each number counts once it was printed.
    setsid bash -c '
        while :; do
            "$0" submit "关于第$RANDOM条路的建议" --deputy 祝晓琴 --category 其他 --format plain -q >>"$1"
        done' "$jianyi" "$acknowledged" 2>/dev/null &
    writer=$!
    sleep "0.$((RANDOM % 150 + 20))"
    kill -9 -- "-$writer" 2>/dev/null || true
    wait "$writer" 2>/dev/null || true
    "$jianyi" verify -q >/dev/null || fail "round $round: verify says no"
    submit "$round" >>"$acknowledged" || fail "round $round: the next append failed"
    # A torn last line of the list of numbers was never printed whole.
    "$jianyi" list --format plain -q | cut -f1 | sort >"$folder/there"
    grep -E '^2024-[0-9]+$|^[0-9]{4}-闭?[0-9]+$' "$acknowledged" | sort -u >"$folder/told"
    lost=$(comm -13 "$folder/there" "$folder/told")
    [ -z "$lost" ] || fail "round $round: acknowledged and lost: $lost"
done
twice=$(sort "$folder/there" | uniq -d)
[ -z "$twice" ] || fail "numbers given twice: $twice"
echo "killed $times times: $(wc -l <"$folder/told") acknowledged, $(wc -l <"$folder/there") there, none lost"
