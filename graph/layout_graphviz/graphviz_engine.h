// A flat engine that asks Graphviz (libgvc). For the layout child process only: libgvc is not thread-safe,
// cannot be cancelled and may call exit().
#pragma once

#include "graph/layout/layout.h"

namespace espalier::graph {

// dot where a predictor of its cost allows, else dot on the transitive skeleton with fast options. Falls back
// to layeredLayout() where Graphviz fails, and leaves it to layeredLayout() to keep boxes where they were:
// dot takes no seeds. So of a picture that changes only those containers are refined that nobody has seen
// yet.
[[nodiscard]] std::vector<Point> graphvizLayout(const FlatGraph& graph);

} // namespace espalier::graph
