// Numbers that sizes and tints of boxes can show.
#pragma once

#include "graph/drawing/visible.h"

#include <string>

namespace espalier::graph {

// "lines of code", "importers", …: the word for what there is more of.
[[nodiscard]] std::string name(Metric metric);

// Fills Box::metrics, growth and tint where the view shows a metric. Counted are the modules and edges that
// the view's toggles and edge filter admit, whether they are drawn or not: to narrow the view changes no
// number. In time linear in the edges and the depth of boxes.
void measureBoxes(Drawing& drawing, const Frontier& frontier, const Snapshot& snapshot, const ViewSpec& view);

} // namespace espalier::graph
