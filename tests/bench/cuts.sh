#!/usr/bin/env bash
# tests/bench/cuts.sh [DIR [KINDS [SECONDS]]]: what to cut in the tangles of DIR (Python's own library) for these kinds of
# edges (import,deferred), in so many seconds for each (5), beside igraph where python3 has it (python3-igraph); and how
# long questions about cycles and plans take. DIR may also be tangle:MODULES:EDGES, for a generated tangle.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
top=$(cd "$here/../.." && pwd)
folder=${1:-$(python3 -c 'import sysconfig; print(sysconfig.get_path("stdlib"))')}

"$top/packaging/setup.sh" libbenchmark-dev
"$top/packaging/build.sh" release -DESPALIER_TESTS=OFF -DESPALIER_BENCH=ON -DESPALIER_GUI=OFF
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/graphs"
if [[ $folder =~ ^tangle:([0-9]+):([0-9]+)$ ]]; then
    folder=$work/tangle
    python3 -B "$here/write_tangle.py" "$folder" "${BASH_REMATCH[1]}" "${BASH_REMATCH[2]}"
fi
"$top/build/release/bin/espalier" index --store "$work/store.sqlite" "$folder"
"$top/build/release/bin/cycles_bench" "$folder" "$work/store.sqlite" "${2:-import,deferred}"
"$top/build/release/bin/cuts_bench" "$folder" "$work/store.sqlite" "${2:-import,deferred}" "${3:-5}" "$work/graphs"
python=python3 # another Python may hide the one that Debian's package is for
"$python" -c 'import igraph' 2>/dev/null || [ ! -x /usr/bin/python3 ] || python=/usr/bin/python3
"$python" -B "$here/cuts_igraph.py" "$work/graphs"
