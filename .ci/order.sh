#!/usr/bin/env bash
# What the system sees: a line is written, synced, read back, and only then called recorded; a disk
# that fails to sync or to write leaves the old bytes and says so. Needs strace.
cd "$(dirname "$0")/.."
. .ci/store.sh
submit 1 >/dev/null
journal=$JIANYI_STORE/journal.jsonl

strace -f -y -e trace=write,pwrite64,fdatasync,fsync,read,pread64 -o "$folder/trace" \
    "$jianyi" submit 关于第二条路的建议 --deputy 祝晓琴 --category 其他 >/dev/null 2>"$folder/said"
place() { grep -nE "$1" "$folder/trace" | "${2:-tail}" -n 1 | cut -d: -f1 || true; }
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

# A restore: each file is synced before it is put in its place, the journal comes last, and the folder
# is synced after it. A backup: synced, then put in its place.
echo 佐证 >"$folder/photo.txt"
"$jianyi" evidence 1 "$folder/photo.txt" -q >/dev/null
calls=fsync,fdatasync,rename,renameat,renameat2,link,linkat
traced() { strace -f -y -e trace="$calls" -o "$folder/trace" "$jianyi" "$@" -q >/dev/null; }
traced backup "$folder/all.zip"
synced=$(place 'fsync\([0-9]+<[^>]*/\.tmp[^>]*>' head)
named=$(place '(rename|link)[a-z0-9]*\(.*all\.zip"')
[ -n "$synced" ] && [ -n "$named" ] && [ "$synced" -lt "$named" ] || fail "backup: synced $synced, named $named"
JIANYI_STORE=$folder/again traced restore "$folder/all.zip"
synced=$(place 'fsync\([0-9]+<[^>]*/journal\.restoring-[^>]*>')
first=$(place 'rename[a-z0-9]*\(' head)
evidence=$(place 'rename[a-z0-9]*\(.*/evidence/')
journal=$(place 'rename[a-z0-9]*\(.*/journal\.jsonl"')
folders=$(place 'fsync\([0-9]+<[^>]*/again>')
[ -n "$synced" ] && [ -n "$evidence" ] && [ -n "$journal" ] && [ -n "$folders" ] || fail "restore: not all were seen"
[ "$synced" -lt "$first" ] && [ "$evidence" -lt "$journal" ] && [ "$journal" -lt "$folders" ] ||
    fail "restore: synced $synced, first $first, evidence $evidence, journal $journal, folder $folders"
echo "restore: sync ($synced) < evidence ($evidence) < journal ($journal) < folder ($folders)"
