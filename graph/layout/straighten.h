// Where in its gap each lane lies.
#pragma once

#include "graph/layout/lanes.h"
#include "graph/layout/layout.h"
#include "graph/layout/trips.h"

#include <vector>

namespace espalier::graph {

// Moves the lanes towards the straight ways between their neighbours along their lines; they keep their
// distance from the other lanes in their gaps.
void straighten(Lanes& lanes, const Trips& plan, const std::vector<Rect>& rects);

} // namespace espalier::graph
