#!/usr/bin/env bash
# tests/fuzz/run.sh [SECONDS [FOLDER]]: builds the scanner's fuzz target with clang and runs it on one core for so
# long (600), beginning with the small Python files below FOLDER (Python's own library). What it learns stays in
# build/fuzz/corpus; an input that breaks something is written to build/fuzz/found.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
seconds=${1:-600}
folder=${2:-$(python3 -c 'import sysconfig; print(sysconfig.get_path("stdlib"))')}
"$root/packaging/build.sh" fuzz
cd "$root/build/fuzz"
mkdir -p corpus seeds found
find "$folder" -name '*.py' -size -12k -type f | while read -r file; do
    cp "$file" "seeds/$(printf %s "$file" | cksum | cut -d ' ' -f 1).py"
done
exec bin/scan_fuzz -max_total_time="$seconds" -max_len=16000 -timeout=20 -rss_limit_mb=2500 \
    -dict="$root/tests/fuzz/python.dict" -artifact_prefix=found/ -print_final_stats=1 corpus seeds
