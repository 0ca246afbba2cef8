// Levels and distances of a layered picture that would otherwise become a tower.
#pragma once

#include "graph/layout/layout.h"
#include "graph/layout/placement.h"

#include <vector>

namespace espalier::graph {

// Long chains make many levels of few boxes each. Joins levels that follow each other, as long as the picture
// comes nearer to the aspect aimed at and little weight comes to lie within a level: those between the joined
// levels, which then run sideways. Level 0 stays the top.
[[nodiscard]] std::vector<int> joinLevels(const FlatGraph& graph, std::vector<int> levels, double below);

// Where a placed picture is too tall: less room between its rows, then more between its columns. `below` is
// the height that something under it will take.
void widen(const FlatGraph& graph, Placement& placement, double below);

} // namespace espalier::graph
