#!/usr/bin/env bash
# What the system sees: a line is written, synced, read back, and only then called recorded; a disk
# that fails to sync or to write leaves the old bytes and says so. Needs strace.
cd "$(dirname "$0")/.."
. .ci/store.sh
submit 1 >/dev/null
journal=$JIANYI_STORE/journal.jsonl

strace -f -y -e trace=write,pwrite64,fdatasync,fsync,read,pread64 -o "$folder/trace" \
    "$jianyi" submit 关于第二条路的建议 --deputy 祝晓琴 --category 其他 >/dev/null 2>"$folder/said"
place() { grep -nE "$1" "$folder/trace" | "${2:-tail}" -n 1 | cut -d: -f1; }
written=$(place '(write|pwrite64)\([0-9]+<[^>]*journal\.jsonl>')
synced=$(place 'fdatasync\([0-9]+<[^>]*journal\.jsonl>')
again=$(place '(read|pread64)\([0-9]+<[^>]*journal\.jsonl>')
said=$(place '(write)\(2<' head)
[ -n "$written" ] && [ -n "$synced" ] && [ -n "$again" ] && [ -n "$said" ] || fail "not all four were seen"
[ "$written" -lt "$synced" ] && [ "$synced" -lt "$again" ] && [ "$again" -lt "$said" ] ||
    fail "written $written, synced $synced, read $again, said $said"
echo "write ($written) < sync ($synced) < read back ($again) < speak ($said)"

# The disk fails: exit 1, clear words, the bytes as they were.
for call in fdatasync write pwrite64; do
    before=$(sha256sum <"$journal")
    code=0
    strace -f -o /dev/null -P "$journal" -e "inject=$call:error=EIO" -e trace=write,pwrite64,fdatasync \
        "$jianyi" submit 关于第三条路的建议 --deputy 祝晓琴 --category 其他 >/dev/null 2>"$folder/said" || code=$?
    if [ "$call" = pwrite64 ] && [ "$code" = 0 ]; then continue; fi # not the call we write with
    [ "$code" = 1 ] || fail "$call: exit $code: $(cat "$folder/said")"
    grep -q 没有记录 "$folder/said" || fail "$call: $(cat "$folder/said")"
    [ "$before" = "$(sha256sum <"$journal")" ] || fail "$call: the journal changed"
    echo "$call fails: exit 1, the old bytes stay"
done
"$jianyi" verify -q >/dev/null
