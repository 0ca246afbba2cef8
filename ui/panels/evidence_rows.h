// The statements behind edges, in the order in which a person reads them.
#pragma once

#include "ui/models/evidence_model.h"

#include <vector>

namespace espalier::ui {

enum class Direction { Importers, Imports };

// The edges that lead to (or from) a module; with `whole` those that lead from outside of it to anything
// within it (or from anything within it to the outside). Linear in the edges of what counts.
[[nodiscard]] std::vector<graph::EdgeId> edgesOf(const graph::Snapshot& snapshot, graph::ModuleId module,
                                                 Direction direction, bool whole);
// How many modules are at the other ends of such edges.
[[nodiscard]] std::size_t otherEnds(const graph::Snapshot& snapshot, const std::vector<graph::EdgeId>& edges,
                                    Direction direction);
// Every statement of the edges once, by path and line. Statements that name several modules count for several
// edges, but are listed for the first of them only.
[[nodiscard]] std::vector<EvidenceRow> evidenceRows(const graph::Snapshot& snapshot,
                                                    const std::vector<graph::EdgeId>& edges);

} // namespace espalier::ui
