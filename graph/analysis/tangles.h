// Tangles: strongly connected components of two or more modules. Self-imports are no tangle.
#pragma once

#include "graph/model/snapshot.h"

#include <vector>

namespace espalier::graph {

struct Tangle {
    std::vector<ModuleId> modules;     // sorted
    std::vector<EdgeId> edges;         // the admitted edges between them, self-imports left out; sorted
    std::vector<EdgeId> shortestCycle; // a shortest cycle of the tangle as consecutive edges, beginning with
                                       // the smallest possible module; the first by module ids among equals
};

// Largest first, then by the first module's name. Iterative form of Tarjan, "Depth-first search and linear
// graph algorithms" (1972); linear in modules and edges.
[[nodiscard]] std::vector<Tangle> tangles(const Snapshot& snapshot, const EdgeFilter& filter);

// For each module the index that its tangle has in tangles(), or -1: all that most drawings need, without the
// search for cycles, which takes the most time.
[[nodiscard]] std::vector<int> tangleNumbers(const Snapshot& snapshot, const EdgeFilter& filter);

// The shortest cycle that uses `edge`, beginning with it; empty if no cycle does.
[[nodiscard]] std::vector<EdgeId> shortestCycleThrough(const Snapshot& snapshot, EdgeId edge,
                                                       const EdgeFilter& filter);

// For each module, the index of its tangle in `tangles`, or -1.
[[nodiscard]] std::vector<int> tangleOfModule(const Snapshot& snapshot, const std::vector<Tangle>& tangles);

} // namespace espalier::graph
