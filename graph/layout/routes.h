// Curves for the lines between placed boxes.
#pragma once

#include "graph/layout/layout.h"
#include "graph/layout/shared_curves.h"

#include <vector>

namespace espalier::graph {

// One curve a line, absolute. Lines leave at the bottom and arrive at the
// top where the imported box is lower, the other way round where it is higher, pass other boxes through the
// gaps between them where there are any; those to the same box share their way from where they meet. Depends
// on keys, sizes and places alone, not on the order of the input.
//
// Bundled, all lines that go the same way, up or down, share it from gap to gap, whichever boxes they join: a
// trunk for each direction, at the cost of a detour that its ink is worth (after Pupyrev, Nachmanson, Bereg,
// Holroyd, "Edge routing with ordered bundles", 2011, with the gaps between boxes as the graph of ways).
[[nodiscard]] SharedCurves routeLines(const LayoutInput& input, const std::vector<Rect>& rects);

} // namespace espalier::graph
