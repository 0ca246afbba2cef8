// The words in a drawing.
#pragma once

#include "graph/drawing/visible.h"

#include <string>
#include <vector>

namespace espalier::graph {

// The last part of a module's name; the path for a file that has no importable name.
[[nodiscard]] std::string shortLabel(const Snapshot& snapshot, ModuleId module);
// The longest "a.b." with which all these names begin; empty if one of them would lose all its parts.
[[nodiscard]] std::string commonPackage(const Snapshot& snapshot, const std::vector<ModuleId>& modules);

// Marks, counts, second lines, notes, hand-given places and sizes of the boxes. Metrics are there already.
void describeBoxes(Drawing& drawing, const Frontier& frontier, const Snapshot& snapshot, const ViewSpec& view,
                   const Visibility& visible);

// Its second line, of counts and marks; `tangles`: how many its modules are in.
[[nodiscard]] std::string detailOf(const Box& box, std::size_t tangles);
// What the legend says of a box or a line that is gone.
[[nodiscard]] std::string removedText(bool line);
// "+37 more"
[[nodiscard]] std::string restLabel(std::size_t modules);

// What a box needs for its texts and grows to by its metric; of a container, its title strip.
[[nodiscard]] Size textSize(const Box& box);
// Of that, what the note takes at the bottom; 0 for a container, whose note stands in its title.
[[nodiscard]] double noteHeight(const Box& box);

[[nodiscard]] std::vector<LegendEntry> makeLegend(const Drawing& drawing, const Snapshot& snapshot,
                                                  const ViewSpec& view);
// "shop.web imports shop.db: 3 statements".
[[nodiscard]] std::string lineText(const Drawing& drawing, const Line& line);
// Title and subtitle.
void makeTitle(Drawing& drawing, const Snapshot& snapshot, const ViewSpec& view, const Visibility& visible);

} // namespace espalier::graph
