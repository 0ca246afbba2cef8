// A flat engine that asks Graphviz (libgvc). For the layout child process only: libgvc is not thread-safe,
// cannot be cancelled and may call exit().
#pragma once

#include "graph/layout/layout.h"

namespace espalier::graph {

// dot where a predictor of its cost allows, else dot on the transitive skeleton with fast options. Falls back
// to layeredLayout() where Graphviz fails.
[[nodiscard]] std::vector<Point> graphvizLayout(const FlatGraph& graph);

} // namespace espalier::graph
