// Where on the map one looks, in a form that outlives the size of the window and small changes of the
// picture.
#pragma once

#include "graph/layout/layout.h"

#include <string>

namespace espalier::ui {

struct MapPlace {
    bool whole = true; // the whole picture, as large as fits; the rest does not count then
    double zoom = 1;
    std::string box;     // key of a box near the middle; empty: none
    graph::Point within; // from that box's upper left corner to the middle of the view, in picture units

    friend bool operator==(const MapPlace&, const MapPlace&) = default;
};

} // namespace espalier::ui
