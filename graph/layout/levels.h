// The vertical half of the layered layout: the level of every box.
#pragma once

#include "graph/layout/adjacency.h"
#include "graph/layout/layout.h"

#include <limits>
#include <vector>

namespace espalier::graph {

inline constexpr int kNoRow = std::numeric_limits<int>::max();

// Of each node the row in which its seed lies, counted from the top; kNoRow where there is none. Empty
// without any seeds. A wrapped level has several rows.
[[nodiscard]] std::vector<int> previousRows(const FlatGraph& graph);

// Level 0 is the top. Every pair leads downward by at least its length; levels are by longest path, then
// boxes slide within their slack to where their lines are shortest or, with `rowOf` as previousRows() tells
// it, to where they stood.
[[nodiscard]] std::vector<int> assignLevels(int nodes, const std::vector<Adjacency::Pair>& acyclic,
                                            const std::vector<int>& rowOf = {});

// The lines from upper to lower levels, whichever way they lead; those within a level are left out.
[[nodiscard]] std::vector<Adjacency::Pair> downwardLines(const FlatGraph& graph,
                                                         const std::vector<int>& levels);

} // namespace espalier::graph
