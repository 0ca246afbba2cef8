#!/usr/bin/env bash
# packaging/screenshots.sh OUT_FOLDER NAME=PATH ...: the real window on each PATH, as OUT_FOLDER/NAME.png. Uses a virtual
# X server and a home folder of its own, so that the pictures do not depend on who makes them.
#   SCALE=2 WIDTH=3200 HEIGHT=2000 for a high-resolution screen; KEYS="ctrl+k" are pressed before the picture is taken.
set -euo pipefail
top=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
if [ $# -lt 2 ]; then
    sed -n '2,4s/^# //p' "$0" >&2
    exit 2
fi
out=$1
shift
mkdir -p "$out"
bin=${ESPALIER_BIN:-$top/build/release/bin}
width=${WIDTH:-1600} height=${HEIGHT:-1000}

work=$(mktemp -d)
server= window=
trap 'kill $window $server 2>/dev/null || true; wait 2>/dev/null || true; rm -rf "$work"' EXIT
mkfifo "$work/display.fifo"
exec 3<>"$work/display.fifo"
Xvfb -displayfd 3 -screen 0 "${width}x${height}x24" -nolisten tcp >/dev/null 2>&1 &
server=$!
read -r -t 20 number <&3
export DISPLAY=:$number HOME=$work XDG_CONFIG_HOME=$work/config XDG_CACHE_HOME=$work/cache QT_QPA_PLATFORM=xcb
export QT_SCALE_FACTOR=${SCALE:-1} LC_ALL=C.UTF-8

# Takes pictures until two in a row are equal: nothing moves any more.
settled_picture() {
    local tries
    import -window root "$1"
    for tries in $(seq 30); do
        sleep 0.7
        import -window root "$work/next.png"
        if [ "$(compare -metric AE "$1" "$work/next.png" null: 2>&1)" = 0 ]; then
            return
        fi
        mv "$work/next.png" "$1"
    done
}

for pair in "$@"; do
    name=${pair%%=*} path=${pair#*=}
    "$bin/espalier" index "$path"
    "$bin/espalier-gui" "$path" &
    window=$!
    id=$(timeout 30 xdotool search --sync --onlyvisible --name Espalier | head -n 1)
    xdotool windowmove "$id" 0 0 windowsize "$id" "$width" "$height"
    sleep 2
    for key in ${KEYS:-}; do
        xdotool key --delay 100 "$key"
    done
    settled_picture "$out/$name.png"
    kill "$window"
    wait "$window" 2>/dev/null || true
    echo "$out/$name.png"
done
