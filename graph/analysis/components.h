// Strongly connected components of any small graph, given by numbers.
#pragma once

#include <vector>

namespace espalier::graph {

// For each node its component. A component has a smaller number than those that lead to it: what uses nothing
// comes first. Iterative form of Tarjan, "Depth-first search and linear graph algorithms" (1972).
[[nodiscard]] std::vector<int> components(const std::vector<std::vector<int>>& successors);

} // namespace espalier::graph
