// Why does A depend on B: a shortest chain of edges from A to B, by breadth-first search.
#pragma once

#include "graph/model/snapshot.h"

#include <vector>

namespace espalier::graph {

// Empty if there is no chain, or if from == to. A package stands for everything below it when `wholePackages` is
// set: the chain then leads from any module within `from` to any within `to`.
[[nodiscard]] std::vector<EdgeId> shortestPath(const Snapshot& snapshot, ModuleId from, ModuleId to,
                                               const EdgeFilter& filter, bool wholePackages = false);

} // namespace espalier::graph
