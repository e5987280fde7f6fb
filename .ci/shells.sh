#!/usr/bin/env bash
# The completion scripts in the shells they are made for, asked as a person asks with Tab.
set -euo pipefail
cd "$(dirname "$0")/.."
program=$(realpath "${1:-target/release/jianyi}")

.ci/tools.sh zsh fish

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
mkdir bin && ln -s "$program" bin/jianyi
export PATH=$work/bin:$PATH HOME=$work JIANYI_STORE=$work/store JIANYI_LANG=zh LC_ALL=C.UTF-8
jianyi init --office 某镇人大 --secretary 王敏 --rules chongqing-2017 -q
jianyi session open 20-5 -q
jianyi unit add 农业服务中心 -q
jianyi deputy add 祝晓琴 -q
jianyi submit 关于健全农村养老服务的建议 --deputy 祝晓琴 --category 其他 -q
touch 台账.csv

# What a shell answers must contain a word.
answers() {
    local shell=$1 typed=$2 wanted=$3 got=$4
    if ! grep -qF -- "$wanted" <<<"$got"; then
        echo "$shell: '$typed' is not completed with $wanted but with: $got" >&2
        exit 1
    fi
    echo "$shell: $typed → $wanted"
}

jianyi completions fish -o jianyi.fish -q
in_fish() {
    answers fish "$1" "$2" "$(fish --no-config -c "source jianyi.fish; complete -C '$1'")"
}
# It keeps only what begins with what was typed.
in_fish 'jianyi assign 1 --lead 农' 农业服务中心
in_fish 'jianyi list 单位:' 单位:农业服务中心
in_fish 'jianyi show ' 健全农村
in_fish 'jianyi import 台' 台账.csv
in_fish 'jianyi subm' submit

# A real terminal, since the completion of zsh lives in its line editor.
jianyi completions zsh -o functions/_jianyi -q
cat >ask.zsh <<'Z'
zmodload zsh/zpty
zpty asked zsh -f -i
say() { zpty -w asked "$1" }
say "PROMPT='ready> '; fpath=($PWD/functions \$fpath); autoload -Uz compinit; compinit -u -D; bindkey '^I' complete-word; print -r -- set-up-done"
zpty -r asked out '*set-up-done*set-up-done*' || exit 1
zpty -n -w asked "$1"$'\t'
sleep 2
zpty -n -w asked $'\C-u'
say 'print -r -- all-is-said'
zpty -r asked out '*all-is-said*'
print -r -- "$out"
zpty -d asked
Z
in_zsh() {
    answers zsh "$1" "$2" "$(timeout 30 zsh -f ask.zsh "$1" || true)"
}
in_zsh 'jianyi assign 1 --lead ny' 农业服务中心
in_zsh 'jianyi import 台' 台账.csv
in_zsh 'jianyi subm' submit

if command -v pwsh >/dev/null; then
    jianyi completions powershell -o jianyi.ps1 -q
    in_pwsh() {
        answers pwsh "$1" "$2" "$(pwsh -NoProfile -Command ". ./jianyi.ps1; (TabExpansion2 '$1' ${#1}).CompletionMatches.CompletionText")"
    }
    in_pwsh 'jianyi assign 1 --lead ny' 农业服务中心
    in_pwsh 'jianyi subm' submit
else
    echo "no PowerShell here: its script was not run"
fi
