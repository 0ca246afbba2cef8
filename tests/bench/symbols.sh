#!/usr/bin/env bash
# tests/bench/symbols.sh [DIR]: times what is asked about symbols, in the Python files of DIR (Python's own library).
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
top=$(cd "$here/../.." && pwd)
folder=${1:-$(python3 -c 'import sysconfig; print(sysconfig.get_path("stdlib"))')}

"$top/packaging/setup.sh" libbenchmark-dev
"$top/packaging/build.sh" release -DESPALIER_TESTS=OFF -DESPALIER_BENCH=ON
store=$(mktemp -d)
trap 'rm -rf "$store"' EXIT
"$top/build/release/bin/espalier" index --store "$store/store.sqlite" "$folder"
"$top/build/release/bin/symbols_bench" "$folder" "$store/store.sqlite"
