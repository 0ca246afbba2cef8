// Curves for the lines between placed boxes.
#pragma once

#include "graph/layout/layout.h"

#include <vector>

namespace espalier::graph {

// One curve a line, in the form of LayoutResult::lines, absolute. Lines leave at the bottom and arrive at the
// top where the imported box is lower, the other way round where it is higher, pass other boxes through the
// gaps between them where there are any, and share their way as far as they lead to the same box. Depends on
// keys, sizes and places alone, not on the order of the input.
[[nodiscard]] std::vector<std::vector<Point>> routeLines(const LayoutInput& input,
                                                         const std::vector<Rect>& rects);

} // namespace espalier::graph
