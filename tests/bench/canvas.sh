#!/usr/bin/env bash
# tests/bench/canvas.sh [DIR ...]: how the map feels, driven through its real widget in software rendering, on parts of 50,
# 500, 5,000 and 25,000 files of each DIR (Python's own library). Milliseconds: of the layout, until the first sharp
# picture, of the window's thread for each frame (while zooming, panning and pointing; while selecting; while a
# package opens), the longest wait for a sharp picture after zooming (of which 120 are the pause that ends it); and
# megabytes at most, as a whole and beyond those of the loaded project.
set -euo pipefail
top=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
[ $# -gt 0 ] || set -- "$(python3 -c 'import sysconfig; print(sysconfig.get_path("stdlib"))')"

"$top/packaging/setup.sh" libbenchmark-dev
"$top/packaging/build.sh" release -DESPALIER_BENCH=ON
bin=$top/build/release/bin
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export QT_QPA_PLATFORM=offscreen:configfile=$work/screen.json XDG_RUNTIME_DIR=$work
echo '{"screens": [{"name": "wide", "x": 0, "y": 0, "width": 1600, "height": 1000, "logicalDpi": 96, "dpr": 1}]}' \
    >"$work/screen.json"
for folder in "$@"; do
    "$bin/espalier" index --stage imports --store "$work/store.db" "$folder" >&2
    echo "$folder"
    echo "modules   edges view       boxes   lines  layout    first frame:50 %  95 %    max | 95 %   max | 95 %   max | sharp     MB   more"
    for files in 50 500 5000 25000; do
        for view in map overview; do
            "$bin/canvas_bench" "$(realpath "$folder")" "$work/store.db" "$files" "$view"
        done
    done
    rm -f "$work"/store.db*
done
