#!/usr/bin/env bash
# tests/bench/linear.sh [-n N] [DIR]: does time grow linearly? Indexes projects of 1,000, 5,000, 25,000 and 100,000
# modules, N times (3), and prints a Markdown table. They are made from the files of DIR (Home Assistant), the first ones in
# order of path; where it has too few, from changed copies of them, so that all contents differ.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
top=$(cd "$here/../.." && pwd)
if [ "${1:-}" = --help ] || [ "${1:-}" = -h ]; then
    sed -n '2,4s/^# //p' "$0"
    exit 0
fi
"$top/packaging/setup.sh"
"$top/packaging/build.sh" release -DESPALIER_TESTS=OFF
corpus=$("$top/packaging/corpora.sh" | grep '/homeassistant-[^/]*$')
CORPUS=$corpus exec python3 -B "$here/linear.py" --espalier "$top/build/release/bin/espalier" "$@"
