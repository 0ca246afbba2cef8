// Which boxes and lines of a drawing are new or gone.
#pragma once

#include "graph/drawing/drawing.h"

namespace espalier::graph {

// BoxMarks::change, Box::added and removed. Only what is drawn apart counts as changed itself; a closed
// package sums up what is in it.
void markChanges(Drawing& drawing, const Snapshot& snapshot, const DiffMarks& changes);
// Line::change.
void markLines(Drawing& drawing, const DiffMarks& changes);

} // namespace espalier::graph
