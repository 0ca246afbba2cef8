#!/usr/bin/env bash
# packaging/run.sh [PATH]: sets up what is missing, builds Release, and opens the window on PATH; without a display it
# prints the report. Without PATH it shows Python's own library.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
top=$(dirname "$here")

if [ "${1:-}" = --help ] || [ "${1:-}" = -h ]; then
    sed -n '2,3s/^# //p' "${BASH_SOURCE[0]}"
    exit 0
fi
if [ $# -gt 1 ]; then
    echo "usage: packaging/run.sh [PATH]" >&2
    exit 2
fi
if [ $# -eq 1 ]; then
    if [ ! -d "$1" ]; then
        echo "run.sh: $1 is no folder" >&2
        exit 2
    fi
    path=$(cd "$1" && pwd)
fi

"$here/setup.sh"
"$here/build.sh" release -DESPALIER_TESTS=OFF
path=${path:-$(python3 -c 'import sysconfig; print(sysconfig.get_path("stdlib"))')}

bin="$top/build/release/bin"
if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
    exec "$bin/espalier-gui" "$path"
fi
exec "$bin/espalier" report "$path"
