#!/usr/bin/env bash
# packaging/corpora.sh [--offline]: gets the real projects of corpora.txt once, into the user's cache folder, and prints
# the folder of each. --offline fetches nothing. Ends with 1 if a project is missing and cannot be fetched.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
list=$here/corpora.txt
cache=${XDG_CACHE_HOME:-$HOME/.cache}/espalier-corpora
complete=true

# Fetches and unzips one project, given as its line of the list; a killed run leaves nothing that looks complete.
fetch() {
    local work
    mkdir -p "$cache"
    work=$(mktemp -d "$cache/.fetch-XXXXXX")
    trap 'rm -rf "$work"' RETURN
    echo "corpora: fetching ${1%% *}" >&2
    echo "$1" >"$work/requirement.txt"
    python3 -m venv "$work/venv" &&
        "$work/venv/bin/python" -m pip download --quiet --disable-pip-version-check --require-hashes --no-deps \
            --only-binary :all: --dest "$work" --requirement "$work/requirement.txt" >&2 &&
        python3 -m zipfile -e "$work"/*.whl "$work/project" &&
        mv -T "$work/project" "$2"
}

while read -r line; do
    case $line in '#'* | '') continue ;; esac
    pin=${line%% *}
    folder=$cache/${pin/==/-}
    if [ ! -d "$folder" ]; then
        [ "${1:-}" != --offline ] && fetch "$line" "$folder" || complete=false
    fi
    [ ! -d "$folder" ] || echo "$folder"
done <"$list"
$complete
