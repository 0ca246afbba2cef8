#!/usr/bin/env bash
# tests/bench/peers.sh [-n N] [--given] [DIR…]: builds the import graph of Python's library, Django, Home Assistant and
# each DIR with Espalier, ruff, grimp and pydeps in turn, N times (5), and prints a Markdown table of medians.
# --given takes only the DIRs. What is needed is fetched: pinned wheels, by hash, into the user's cache folder.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
top=$(cd "$here/../.." && pwd)
if [ "${1:-}" = --help ] || [ "${1:-}" = -h ]; then
    sed -n '2,4s/^# //p' "$0"
    exit 0
fi

"$top/packaging/setup.sh"
"$top/packaging/build.sh" release -DESPALIER_TESTS=OFF
corpora=$("$top/packaging/corpora.sh" | grep -Ei '/(django|homeassistant)-[^/]*$')

wanted=$(sha256sum "$here/peers.txt" | cut -c 1-12)
peers=${XDG_CACHE_HOME:-$HOME/.cache}/espalier-corpora/peers-$wanted
if [ ! -e "$peers/complete" ]; then
    echo "peers: installing" >&2
    python3 -m venv --clear "$peers"
    "$peers/bin/python" -m pip install --quiet --disable-pip-version-check --require-hashes --only-binary :all: \
        --requirement "$here/peers.txt"
    touch "$peers/complete"
fi
CORPORA=$corpora exec "$peers/bin/python" -B "$here/peers.py" --espalier "$top/build/release/bin/espalier" "$@"
