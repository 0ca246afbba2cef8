// Which gaps the lines pass on their ways, and with which others they share them.
#pragma once

#include "graph/layout/terrain.h"
#include "graph/layout/trips.h"

#include <vector>

namespace espalier::graph {

// A way through one gap, used by one line or by several: to the same box, or in a bundle.
struct Lane {
    Interval gap;
    int slot = 0; // the number of the gap
};
struct Lanes {
    std::vector<Lane> lanes;
    std::vector<double> x;   // per lane
    std::vector<int> ofStep; // the lane of each of Trips::steps
    int slots = 0;           // how many gaps there are
};

// A lane for each step of `plan`, by dynamic programming. Bundled, lines share their ways whichever boxes
// they join, each as far as that is cheapest. Else those to the same box do, and none leaves another any
// more.
[[nodiscard]] Lanes chooseLanes(const Terrain& terrain, const Trips& plan, bool bundled);

} // namespace espalier::graph
