#!/usr/bin/env bash
# packaging/tour.sh OUT_FOLDER PATH FROM TO MODULE: what people come for, done in the real window by its keyboard alone,
# with a picture of every step in OUT_FOLDER:
#   1 the worst tangle, and what holds it together    2 why FROM reaches TO
#   3 who still imports what is deprecated most       4 from the whole repository to a statement in MODULE, and back
#   5 by how many paths the worst symbol is imported, and what one should write instead
#   6 a picture for an issue (picture.svg)
# Ends with 1 if a step left no trace. SCALE, WIDTH and HEIGHT as in screenshots.sh.
#   packaging/tour.sh /tmp/tour ~/src/django django.contrib.admin django.db.backends django.core.mail
set -euo pipefail
if [ $# -ne 5 ]; then
    sed -n '2,9s/^# \{0,1\}//p' "$0" >&2
    exit 2
fi
source "$(dirname "${BASH_SOURCE[0]}")/virtual_window.sh"
out=$1 path=$2 from=$3 to=$4 module=$5
mkdir -p "$out"
out=$(cd "$out" && pwd)
rm -f "$out"/*.png "$out/picture.svg"
start_server

step() {
    settled_picture "$out/$1.png"
    echo "$out/$1.png"
}
# By the palette, as one would who has not learnt the keys.
command() {
    keys ctrl+k
    text "$1"
    keys Return
    sleep 0.5
}
map=alt+1 matrix=alt+2 focus=alt+3 chains=alt+4
attention=alt+shift+2 cycles=alt+shift+3 migration=alt+shift+4 fragmentation=alt+shift+7 evidence=alt+shift+6
whole=ctrl+shift+a

open_window "$path"
step 10-landing

keys $attention
step 11-needs-attention
keys $cycles Home Return
step 12-worst-tangle
keys $matrix
step 13-its-matrix
keys $evidence Return
step 14-a-statement-of-it
keys $map
command "show everything again"

keys $chains
keys ctrl+a
text "$from"
keys Return Tab Tab ctrl+a
text "$to"
keys Return
step 20-why
keys $map $focus
step 21-around-it

keys $map $migration Home Return
step 30-deprecated
keys $migration Right Down Return
step 31-its-importer

keys $map $whole
step 40-whole-repository
command "$module"
step 41-the-module
keys f
step 42-framed
keys $evidence Return
step 43-a-statement
keys alt+Left alt+Left alt+Left
keys $map ctrl+0
step 44-back

keys $fragmentation Home Return
step 50-by-how-many-paths
keys $evidence ctrl+shift+r
step 51-what-to-write-instead

keys ctrl+e
sleep 1
keys ctrl+a
text "$out/picture.svg"
keys Return
sleep 1
step 60-exported
close_window
test -s "$out/picture.svg"
