#!/usr/bin/env bash
# tests/bench/micro.sh [DIR [BENCHMARK OPTIONS]]: times each stage on its own, on one core, with the Python files of DIR
# (Python's own library). Installs Google Benchmark; for its options see --help behind a DIR.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
top=$(cd "$here/../.." && pwd)
folder=${1:-$(python3 -c 'import sysconfig; print(sysconfig.get_path("stdlib"))')}
shift $(($# > 0))

"$top/packaging/setup.sh" libbenchmark-dev
"$top/packaging/build.sh" release -DESPALIER_TESTS=OFF -DESPALIER_BENCH=ON
ESPALIER_BENCH_FOLDER=$folder exec "$top/build/release/bin/espalier_bench" "$@"
