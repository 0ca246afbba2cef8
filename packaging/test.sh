#!/usr/bin/env bash
# packaging/test.sh [CTEST OPTIONS]: sets up what is missing, builds with warnings as errors, runs all tests.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
"$here/setup.sh"
"$here/corpora.sh" >/dev/null || echo "test: without the network, tests on real projects are skipped" >&2
"$here/build.sh" dev
cd "$here/.."
exec ctest --preset dev -j "$(nproc)" "$@"
