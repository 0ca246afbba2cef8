#!/usr/bin/env bash
# tests/bench/layout.sh [DIR [BENCHMARK OPTIONS]]: times the drawing model and the layout on the module graph of DIR (Python's
# own library), with the quality and the stability of the pictures as counters. Installs Google Benchmark.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
top=$(cd "$here/../.." && pwd)
folder=${1:-$(python3 -c 'import sysconfig; print(sysconfig.get_path("stdlib"))')}
shift $(($# > 0))

"$top/packaging/setup.sh" libbenchmark-dev
(cd "$top" && cmake --preset release -DESPALIER_BENCH=ON >&2 &&
    cmake --build --preset release --target espalier layout_bench >&2) # the window is not needed
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
"$top/build/release/bin/espalier" index "$folder" --store "$work/store.db"
ESPALIER_BENCH_FOLDER=$folder ESPALIER_BENCH_STORE=$work/store.db "$top/build/release/bin/layout_bench" "$@"
