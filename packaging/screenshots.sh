#!/usr/bin/env bash
# packaging/screenshots.sh OUT_FOLDER NAME=PATH ...: the real window on each PATH, as OUT_FOLDER/NAME.png, in a virtual
# X server.
#   SCALE=2 WIDTH=3200 HEIGHT=2000 for a high-resolution screen; KEYS="ctrl+k" are pressed before the picture is taken.
set -euo pipefail
if [ $# -lt 2 ]; then
    sed -n '2,4s/^# //p' "$0" >&2
    exit 2
fi
source "$(dirname "${BASH_SOURCE[0]}")/virtual_window.sh"
out=$1
shift
mkdir -p "$out"
start_server
for pair in "$@"; do
    open_window "${pair#*=}"
    # shellcheck disable=SC2086 # several keys
    keys ${KEYS:-}
    settled_picture "$out/${pair%%=*}.png"
    close_window
    echo "$out/${pair%%=*}.png"
done
