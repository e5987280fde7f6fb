#!/usr/bin/env bash
# Installs from Debian what the steps of the gate need and is not here, in one go: everything, or
# the programs and Python modules that are named.
set -euo pipefail

# The program, or the module of Python, and the packages it comes from.
declare -A packages=(
    [strace]=strace
    [soffice]="libreoffice-calc libreoffice-writer fonts-noto-cjk"
    [pdftotext]=poppler-utils
    [python3]=python3
    [openpyxl]=python3-openpyxl
    [docx]=python3-docx
    [chromium]="chromium fonts-noto-cjk"
    [node]=nodejs
    [npm]=npm
    [zsh]=zsh
    [fish]=fish
)

is_here() {
    case $1 in
    openpyxl | docx) { python3 -c "import $1" || /usr/bin/python3 -c "import $1"; } 2>/dev/null ;;
    *) command -v "$1" >/dev/null ;;
    esac
}

names=("$@")
((${#names[@]})) || names=("${!packages[@]}")
wanted=()
for name in "${names[@]}"; do
    if ! is_here "$name"; then
        read -ra from <<<"${packages[$name]}"
        wanted+=("${from[@]}")
    fi
done
if ((${#wanted[@]} == 0)); then
    echo "every tool is here"
    exit 0
fi
apt-get update -q
DEBIAN_FRONTEND=noninteractive apt-get install -qy --no-install-recommends "${wanted[@]}"
echo "installed: ${wanted[*]}"
