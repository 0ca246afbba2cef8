// Levels wrapped into rows of boxes and passing lines.
#pragma once

#include "graph/layout/layers.h"
#include "graph/layout/layout.h"

#include <cmath>
#include <vector>

namespace espalier::graph {

// What stands side by side in a row: a box, a stack of boxes, or a place of a line.
struct Slot {
    std::vector<int> boxes; // empty for a place
    int place = -1;
    double width = 0, height = 0, x = 0;
    Point seed{NAN, NAN}; // previous centre
};
struct Row {
    std::vector<int> slots;
    bool opensLevel = true;
    double width = 0, height = 0;
};
struct Arrangement {
    std::vector<Slot> slots;
    std::vector<Row> rows;
    std::vector<double> gapBelow; // per level
    double width = 0, height = 0;
};

// Levels keep their order, and each is wrapped where that brings the whole, with `below` added to its height,
// nearer to the aspect aimed at. Where seeds are known, rows stay as they were unless that has become far
// worse.
[[nodiscard]] Arrangement wrapLevels(const FlatGraph& graph, const Layers& layers, double below);

// Between places in a row.
[[nodiscard]] double placeGap(const Arrangement& a, const Row& row);
// Between the middles of neighbours in it.
[[nodiscard]] double slotDistance(const Slot& a, const Slot& b, double placeGap);

} // namespace espalier::graph
