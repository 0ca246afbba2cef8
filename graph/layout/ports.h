// Where lines touch the borders of boxes.
#pragma once

#include "graph/layout/lanes.h"
#include "graph/layout/layout.h"
#include "graph/layout/trips.h"

#include <vector>

namespace espalier::graph {

// Sets Trip::startX and endX: each outgoing line at a place of its own, on the side to which it leads,
// bundled all at one; all lines that arrive at one side of a box at one place.
void assignPorts(Trips& plan, const Lanes& lanes, const std::vector<Rect>& rects, bool bundled);

} // namespace espalier::graph
