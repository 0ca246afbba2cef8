// The vertical half of the layered layout: which lines are turned round so that no cycle is left, and the
// level of every box.
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
// fast and effective heuristic for the feedback arc set problem" (1993), then single moves while they help;
// where seeds are known, the previous vertical order is the starting point instead. A large component would
// be a chain of nearly as many levels as boxes; it is cut into about the square root of that, and lines
// within a piece get the length 0.
[[nodiscard]] std::vector<Adjacency::Pair> acyclicLines(const FlatGraph& graph);

// Level 0 is the top. Every pair leads downward by at least its length; levels are by longest path, then
// boxes slide within their slack to where their lines are shortest.
[[nodiscard]] std::vector<int> assignLevels(int nodes, const std::vector<Adjacency::Pair>& acyclic);

// The lines from upper to lower levels, whichever way they lead; those within a level are left out.
[[nodiscard]] std::vector<Adjacency::Pair> downwardLines(const FlatGraph& graph,
                                                         const std::vector<int>& levels);

} // namespace espalier::graph
