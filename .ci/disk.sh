#!/usr/bin/env bash
# A disk that is full, a file that may not grow, a stdout that takes nothing, a folder that may only
# be read: the old bytes stay, the words are clear, the exit code is right. Needs root and strace.
cd "$(dirname "$0")/.."
. .ci/store.sh
open=
mounts=()
clean() {
    for mount in "${mounts[@]}"; do umount "$mount" || true; done
    rm -rf "$folder" ${open:+"$open"}
}
trap clean EXIT
submit 1 >/dev/null
title=关于$(printf '很长的路%.0s' {1..20})的建议

# Runs a submit that must fail with a code and words, and leave the journal as it is.
must_fail() {
    local what=$1 code=$2 words=$3 before after got=0
    shift 3
    before=$(sha256sum <"$JIANYI_STORE/journal.jsonl")
    "$@" >/dev/null 2>"$folder/said" || got=$?
    [ "$got" = "$code" ] || fail "$what: exit $got, not $code: $(cat "$folder/said")"
    grep -q "$words" "$folder/said" || fail "$what: $(cat "$folder/said")"
    after=$(sha256sum <"$JIANYI_STORE/journal.jsonl")
    [ "$before" = "$after" ] || fail "$what: the journal changed"
    echo "$what: exit $code, the old bytes stay"
}
write() { "$jianyi" submit "$title" --body "$(printf '长%.0s' {1..20000})" --deputy 祝晓琴 --category 其他; }

# A disk with room for a few lines only.
small=$folder/small
mkdir "$small"
if mount -t tmpfs -o size=64k none "$small" 2>/dev/null; then
    mounts+=("$small")
    cp -r "$JIANYI_STORE" "$small/store"
    JIANYI_STORE=$small/store must_fail "full disk" 1 没有记录 write
    JIANYI_STORE=$small/store "$jianyi" verify -q >/dev/null
    rm "$small"/store/journal.holder 2>/dev/null || true
    JIANYI_STORE=$small/store submit 3 >/dev/null # room again for a short line
else
    echo "no tmpfs here: the system says that the disk is full instead"
fi
# A restore for which the disk has no room leaves what was there: nothing, or the shorter journal.
"$jianyi" backup "$folder/all.zip" -q >/dev/null
head -c 300000 /dev/urandom >"$folder/photo.bin"
"$jianyi" evidence 1 "$folder/photo.bin" -q >/dev/null
"$jianyi" backup "$folder/great.zip" -q >/dev/null
if mountpoint -q "$small"; then
    rm -rf "$small/store"
    code=0
    JIANYI_STORE=$small/fresh "$jianyi" restore "$folder/great.zip" >/dev/null 2>"$folder/said" || code=$?
    [ "$code" = 1 ] && grep -q . "$folder/said" || fail "restore without room: exit $code: $(cat "$folder/said")"
    [ ! -e "$small/fresh" ] || fail "restore without room left $(ls -A "$small/fresh")"
    JIANYI_STORE=$small/store "$jianyi" restore "$folder/all.zip" -q >/dev/null
    back() { "$jianyi" restore "$folder/great.zip"; }
    JIANYI_STORE=$small/store must_fail "restore without room" 1 . back
    JIANYI_STORE=$small/store "$jianyi" verify -q >/dev/null
    [ -z "$(ls -A "$small/store" | grep restoring)" ] || fail "restore without room left a folder"
    code=0
    "$jianyi" backup "$small/great.zip" >/dev/null 2>"$folder/said" || code=$?
    [ "$code" = 1 ] && [ ! -e "$small/great.zip" ] || fail "backup without room: exit $code: $(cat "$folder/said")"
    [ "$(grep -c . "$folder/said")" = 2 ] && ! grep -q Zip "$folder/said" || fail "backup without room says: $(cat "$folder/said")"
fi
# A paper for which the disk has no room, or that may not grow: the old one stays, nothing half-made is left.
"$jianyi" unit add 农业服务中心 -q
"$jianyi" assign 1 --lead 农业服务中心 -q
paper_fails() {
    local what=$1 folder_of=$2 name=$3 code=0 before
    shift 3
    before=$(ls -A "$folder_of"; cat "$folder_of/$name" | sha256sum)
    "$@" >/dev/null 2>"$folder/said" || code=$?
    [ "$code" = 1 ] || fail "$what $name: exit $code, not 1: $(cat "$folder/said")"
    grep -q 没有写成 "$folder/said" || fail "$what $name: $(cat "$folder/said")"
    [ "$before" = "$(ls -A "$folder_of"; cat "$folder_of/$name" | sha256sum)" ] || fail "$what $name: the folder changed: $(ls -A "$folder_of")"
    echo "$what, $name: exit 1, the old paper stays"
}
not_longer() (
    ulimit -f 1
    "$@"
)
small_too=$folder/small-too
mkdir "$small_too" "$folder/papers"
if mount -t tmpfs -o size=16k none "$small_too" 2>/dev/null; then
    mounts+=("$small_too")
fi
papers=("report monthly --month 2024-01 -o:月报.docx" "report monthly --month 2024-01 -o:月报.html"
    "report monthly --month 2024-01 -o:月报.xlsx" "list -o:清单.xlsx" "export -o:台账.xlsx" "notice sign-in 1 -o:签到.docx"
    "archive 1 -o:卷宗.zip" "report public -o:公开.html")
for paper in "${papers[@]}"; do
    name=${paper##*:} command=${paper%:*}
    printf '旧的' >"$folder/papers/$name"
    paper_fails "limited file" "$folder/papers" "$name" not_longer "$jianyi" $command "$folder/papers/$name"
    if mountpoint -q "$small_too"; then
        rm -f "$small_too"/*
        printf '旧的' >"$small_too/$name"
        head -c 12000 /dev/zero >"$small_too/filled"
        paper_fails "full disk" "$small_too" "$name" "$jianyi" $command "$small_too/$name"
    fi
done
nospace() {
    strace -f -o /dev/null -P "$JIANYI_STORE/journal.jsonl" -e trace=write \
        -e inject=write:error=ENOSPC "$jianyi" submit "$title" --deputy 祝晓琴 --category 其他
}
must_fail "no space left" 1 没有记录 nospace

# A line that could not be synced: cut back it is not recorded, and leaves no particulars behind;
# where it cannot be cut back, nobody is told that it is not recorded.
unsynced() {
    strace -f -o /dev/null -P "$JIANYI_STORE/journal.jsonl" -e trace=fdatasync \
        -e inject=fdatasync:error=EIO "$jianyi" citizen add 张三 --phone 13900000000
}
must_fail "unsynced line" 1 没有记录 unsynced
[ ! -s "$JIANYI_STORE/private.jsonl" ] || fail "unsynced line: particulars are left"
stands() (
    export JIANYI_STORE=$folder/stands
    strace -f -o /dev/null -P "$JIANYI_STORE/journal.jsonl" -e trace=fdatasync,ftruncate \
        -e inject=fdatasync:error=EIO -e inject=ftruncate:error=EIO "$jianyi" deputy add 李四
)
cp -r "$JIANYI_STORE" "$folder/stands"
must_fail "unsynced and not cut back" 1 不能确定 stands
JIANYI_STORE=$folder/stands "$jianyi" deputy list | grep -q 李四 || fail "it does not stand"

# A file that may not grow beyond what it has, and a little: the write is cut in the middle.
limited() (
    ulimit -f $(($(stat -c %s "$JIANYI_STORE/journal.jsonl") / 1024 + 2))
    write
)
must_fail "limited file" 1 没有记录 limited

# What was recorded stays recorded, whoever does not listen.
before=$(wc -l <"$JIANYI_STORE/journal.jsonl")
code=0
submit 2 >/dev/full 2>"$folder/said" || code=$?
[ "$code" = 1 ] || fail "/dev/full: exit $code"
[ "$(wc -l <"$JIANYI_STORE/journal.jsonl")" = $((before + 1)) ] || fail "/dev/full: not recorded"
grep -q . "$folder/said" || fail "/dev/full: nothing said"
echo "/dev/full: exit 1, recorded, said"

# A folder that an ordinary user may read and not write.
open=$(mktemp -d)
cp "$jianyi" "$open/jianyi"
cp -r "$JIANYI_STORE" "$open/store"
rm -f "$open"/store/journal.lock "$open"/store/journal.holder
chmod 755 "$open" "$open/store"
chmod -R a+rX "$open/store"
as_nobody() { setpriv --reuid=65534 --regid=65534 --clear-groups env HOME=/nonexistent "$open/jianyi" --store "$open/store" "$@"; }
as_nobody list --format plain >"$folder/listed" || fail "an ordinary user cannot read"
[ -s "$folder/listed" ] || fail "an ordinary user reads nothing"
JIANYI_STORE=$open/store must_fail "read-only folder" 1 写不了 \
    as_nobody submit 关于一条路的建议 --deputy 祝晓琴 --category 其他
[ ! -e "$open/store/journal.lock" ] || fail "a reader made a file"
