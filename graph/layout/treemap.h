// Areas side by side in a rectangle.
#pragma once

#include "graph/layout/layout.h"

#include <span>
#include <vector>

namespace espalier::graph {

// Divides `within` into one rectangle for each weight, of an area in proportion to it and as near to a square
// as their order allows; best with the heaviest first. Weights are positive. Squarified treemap: Bruls,
// Huizing, van Wijk, "Squarified Treemaps" (2000). Linear in the number of weights.
[[nodiscard]] std::vector<Rect> squarifiedTreemap(std::span<const double> weights, const Rect& within);

} // namespace espalier::graph
