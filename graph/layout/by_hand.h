// Boxes that a person has put somewhere, among those that a layout has placed.
#pragma once

#include "graph/layout/layout.h"

#include <string>
#include <vector>

namespace espalier::graph {

struct HandPlacement {
    std::vector<const std::string*> keys; // break ties
    std::vector<Rect> rects;              // as the layout has placed them
    std::vector<const Point*> places;     // centres given by hand, or null
    Point origin;                         // nothing goes further left or up
    double gapX = 0, gapY = 0;            // kept from a box that was put somewhere or had to give way
};

// The rectangles with those given a place there, and the others where they were, or beside what now lies
// there: each moves straight to one side, the shortest way, and sideways rather than up or down. Of two that
// were given the same place the second by key gives way. In time cubic in the boxes that have to move at
// worst.
[[nodiscard]] std::vector<Rect> placeByHand(HandPlacement problem);

} // namespace espalier::graph
