# Functions for scripts that drive the real window on a virtual X server, with a home folder of its own so that the
# pictures do not depend on who makes them. To be sourced; WIDTH, HEIGHT, SCALE and ESPALIER_BIN may be set before.
top=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
bin=${ESPALIER_BIN:-$top/build/release/bin}
width=${WIDTH:-1600} height=${HEIGHT:-1000}
work=$(mktemp -d)
server= window=
trap 'kill $window $server 2>/dev/null || true; wait 2>/dev/null || true; rm -rf "$work"' EXIT

start_server() {
    mkfifo "$work/display.fifo"
    exec 3<>"$work/display.fifo"
    Xvfb -displayfd 3 -screen 0 "${width}x${height}x24" -nolisten tcp >/dev/null 2>&1 &
    server=$!
    local number
    read -r -t 20 number <&3
    export DISPLAY=:$number HOME=$work XDG_CONFIG_HOME=$work/config XDG_CACHE_HOME=$work/cache XDG_DATA_HOME=$work/data
    export XDG_RUNTIME_DIR=$work QT_QPA_PLATFORM=xcb QT_SCALE_FACTOR=${SCALE:-1} LC_ALL=C.UTF-8
}

# Shows PATH, indexed before, over the whole screen.
open_window() {
    "$bin/espalier" index "$1"
    "$bin/espalier-gui" "$1" &
    window=$!
    local id
    id=$(timeout 30 xdotool search --sync --onlyvisible --name Espalier | head -n 1)
    xdotool windowmove "$id" 0 0 windowsize "$id" "$width" "$height" windowfocus "$id"
    sleep 2
}

close_window() {
    kill "$window"
    wait "$window" 2>/dev/null || true
    window=
}

keys() {
    local key
    for key in "$@"; do
        xdotool key --delay 100 "$key"
        sleep 0.2
    done
}

text() {
    xdotool type --delay 40 "$1"
    sleep 0.4
}

# FILE: pictures until two in a row are equal: nothing moves any more.
settled_picture() {
    local _
    sleep 0.5
    import -window root "$1"
    for _ in $(seq 30); do
        sleep 0.7
        import -window root "$work/next.png"
        if [ "$(compare -metric AE "$1" "$work/next.png" null: 2>&1)" = 0 ]; then
            return
        fi
        mv "$work/next.png" "$1"
    done
}
