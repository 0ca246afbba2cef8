#!/usr/bin/env bash
# packaging/setup.sh [PACKAGE…]: installs what is missing to build, run and test Espalier on Debian 12 or Ubuntu 24.04,
# and further packages as named. Quick when nothing is missing.
# Other systems: see "Other systems" in the README; this script then only says what it misses.
set -euo pipefail

packages=(cmake ninja-build pkg-config g++ git python3 python3-venv xz-utils ca-certificates
    qt6-base-dev qt6-l10n-tools qt6-translations-l10n libgl1-mesa-dev libglib2.0-dev libgraphviz-dev libsqlite3-dev libzstd-dev
    libgit2-dev libssl-dev libtomlplusplus-dev libcli11-dev nlohmann-json3-dev librsvg2-dev libmd4c-dev coinor-libcbc-dev
    fonts-dejavu-core xvfb xauth xdotool imagemagick "$@")
# An npm from elsewhere often conflicts with the distribution's package, so any npm will do.
if ! pkg-config --exists 'tree-sitter >= 0.20.8' tree-sitter-python 2>/dev/null && ! command -v npm >/dev/null; then
    packages+=(npm)
fi

if ! command -v apt-get >/dev/null; then
    echo "setup: no apt-get here; please install the packages that the README lists for your system." >&2
    exit 0
fi

missing=()
for package in "${packages[@]}"; do
    if [ "$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null)" != installed ]; then
        missing+=("$package")
    fi
done
[ ${#missing[@]} -eq 0 ] && exit 0

as_root=()
if [ "$(id -u)" -ne 0 ]; then
    if ! command -v sudo >/dev/null; then
        echo "setup: these packages are missing, and there is no sudo to install them: ${missing[*]}" >&2
        exit 2
    fi
    as_root=(sudo)
fi
echo "setup: installing ${missing[*]}" >&2
log=$(mktemp)
if ! { "${as_root[@]}" apt-get update &&
       "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "${missing[@]}"; } >"$log" 2>&1; then
    tail -n 30 "$log" >&2
    echo "setup: apt-get failed, see above (whole log: $log)" >&2
    exit 2
fi
rm -f "$log"
