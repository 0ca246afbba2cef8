#!/usr/bin/env bash
# packaging/build.sh PRESET [CMAKE OPTIONS]: configures and builds; quiet unless something fails or takes long.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
preset=$1
shift
log=$(mktemp)
trap 'rm -f "$log"' EXIT
run() {
    if [ -t 2 ]; then
        "$@" >&2
    elif ! "$@" >"$log" 2>&1; then
        grep -nE -A 12 'error|Error|FAILED|warning' "$log" | head -n 120 >&2 || tail -n 60 "$log" >&2
        return 1
    fi
}
echo "build: preset $preset" >&2
run cmake --preset "$preset" "$@"
run cmake --build --preset "$preset"
