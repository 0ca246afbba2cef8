// Which lines are turned round so that no cycle is left.
#pragma once

#include "graph/layout/adjacency.h"
#include "graph/layout/layout.h"

#include <vector>

namespace espalier::graph {

// For each node the number of its strongly connected component; components are numbered from the providers
// up.
[[nodiscard]] std::vector<int> strongComponents(int nodes, const Adjacency& out);

// The lines of the graph with those turned round that would otherwise close a cycle. A line between different
// strongly connected components is never turned. Within one: the greedy order of Eades, Lin and Smyth, "A
// fast and effective heuristic for the feedback arc set problem" (1993), where seeds are known only among
// those that stood in the same row, then single moves while they help. A large component would be a chain of
// nearly as many levels as boxes; it is cut into about the square root of that, and lines within a piece get
// the length 0.
[[nodiscard]] std::vector<Adjacency::Pair> acyclicLines(const FlatGraph& graph);

} // namespace espalier::graph
