// Drawings of boxes in titled columns, with places of their own: what surrounds a module, and the chains from
// one to another. Importers stand at the left of what they import.
#pragma once

#include "graph/drawing/visible.h"

#include <functional>
#include <string>
#include <vector>

namespace espalier::graph {

// A box to be drawn, and the modules whose imports count as its own.
struct ColumnBox {
    ModuleId module; // that it is named after
    std::vector<ModuleId> members;
    std::string detail; // its second line; empty: what the map would say
};

struct Column {
    std::string key, title;
    std::vector<ColumnBox> boxes; // most important first
    std::size_t room = 0;         // boxes drawn; the others share one "+N more", whose key is restKey(key)
};
[[nodiscard]] std::string restKey(const std::string& column);

// Boxes with their places and lines with their curves. Lines lead between neighbouring columns only: of the
// others none is drawn. `pivot` is the column that is ordered by name; from there to both sides each box
// comes near those that it has lines to. `counts` as for joinEdges().
[[nodiscard]] Drawing drawColumns(const Snapshot& snapshot, const ViewSpec& view, const Visibility& visible,
                                  const std::vector<Column>& columns, std::size_t pivot,
                                  const std::function<bool(EdgeId)>& counts = {});

} // namespace espalier::graph
