// From ordered levels to coordinates.
#pragma once

#include "graph/layout/layers.h"
#include "graph/layout/layout.h"

#include <optional>
#include <vector>

namespace espalier::graph {

// Centres of the boxes, from (0, 0) to the right and down; `size` is what they cover. Levels are wrapped into
// several rows where that brings the whole, with `below` added to its height, nearer to the aspect aimed at.
// Small boxes beside a far taller one are stacked.
struct Placement {
    std::vector<Point> centres;
    Size size;
};
[[nodiscard]] Placement placeLayers(const FlatGraph& graph, const Layers& layers, double below);

// The order in which boxes without lines stand: tall ones first, so that lines are filled evenly, then by
// key.
[[nodiscard]] std::vector<int> gridOrder(const FlatGraph& graph, const std::vector<int>& nodes);

struct Grid {
    std::vector<int> nodes;     // line by line
    std::vector<Point> centres; // as `nodes`
    Size size;
};
// Boxes in the order given, in lines of at most `width`.
[[nodiscard]] Grid placeGrid(const FlatGraph& graph, const std::vector<int>& nodes, double width);
// In the lines in which they stood, those that are new at the ends of short ones; none where most are new, or
// where too much has gone.
[[nodiscard]] std::optional<Grid> keptGrid(const FlatGraph& graph, const std::vector<int>& nodes);
// The width at which such a grid alone has the aspect aimed at.
[[nodiscard]] double gridWidth(const FlatGraph& graph, const std::vector<int>& nodes);

// How far a picture of this size is from the aspect aimed at; 0 is best.
[[nodiscard]] double aspectError(double width, double height);

} // namespace espalier::graph
