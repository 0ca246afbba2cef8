// What every flat engine has in common: boxes without lines go into a grid of their own, and the others are
// handed on in an order that depends on their keys alone.
#pragma once

#include "graph/layout/placement.h"

#include <functional>

namespace espalier::graph {

// Lays out a graph in which every box has a line. `below` is the height that something under it will take.
using ConnectedEngine = std::function<Placement(const FlatGraph& connected, double below)>;

// Centres as FlatEngine returns them: the levelled part, with the grid below or beside it, whichever brings
// the whole nearer to the aspect aimed at.
[[nodiscard]] std::vector<Point> layoutParts(const FlatGraph& graph, const ConnectedEngine& engine);

} // namespace espalier::graph
