// Boxes level by level, with the places where long lines pass the levels between their ends, and the order
// from left to right.
#pragma once

#include "graph/layout/adjacency.h"
#include "graph/layout/layout.h"

#include <cstdint>
#include <vector>

namespace espalier::graph {

// Items 0 … boxes-1 are the boxes, the others are places. All lines to one box share their places, so that
// their number is bounded by boxes × levels, and in practice is far below.
struct Layers {
    int boxes = 0;
    std::vector<std::vector<int>> rows; // items of each level, left to right
    std::vector<int> levelOf;           // per item
    std::vector<int> targetOf;          // per item: a box itself; the box below to which a place belongs
    std::vector<Adjacency::Pair> links; // from each level to the next
    Adjacency down, up;                 // the same by item

    [[nodiscard]] bool isPlace(int item) const { return item >= boxes; }
};

// Rows are sorted by key.
[[nodiscard]] Layers makeLayers(const FlatGraph& graph, const std::vector<Adjacency::Pair>& acyclic,
                                const std::vector<int>& levels);

// Fewer crossings by sweeps of barycentres and exchanges of neighbours (Sugiyama, Tagawa, Toda 1981; Gansner
// et al. 1993). With seeds the previous order is kept unless far fewer crossings can be had.
void orderRows(Layers& layers, const FlatGraph& graph);

[[nodiscard]] std::uint64_t crossings(const Layers& layers);

} // namespace espalier::graph
