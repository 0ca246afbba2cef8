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
// One step on the ways of all lines that go on alike from there, as the reaches of a river do.
struct Reach {
    int lane = 0, step = 0; // the latter of Trips::steps
    int next = 0;           // a reach made before this one; or ~ the box that comes
};
struct Lanes {
    std::vector<Lane> lanes;
    std::vector<double> x; // per lane
    std::vector<Reach> reaches;
    std::vector<int> entries; // per trip: a reach, or ~ the box
    int slots = 0;            // how many gaps there are
};

// A lane for each step of each trip, by dynamic programming. Bundled, lines share lanes whichever boxes they
// join, each as far as that is cheapest, and have reaches of their own. Else those to the same box share
// lanes and reaches, one for one, and none leaves another any more.
[[nodiscard]] Lanes chooseLanes(const Terrain& terrain, const Trips& plan, bool bundled);

} // namespace espalier::graph
