// What several modules, selected together, have to do with each other.
#pragma once

#include "graph/model/snapshot.h"

#include <QStringList>

#include <vector>

namespace espalier::ui {

// The edges that lead from within one of `modules` to within another. Linear in the edges.
[[nodiscard]] std::vector<graph::EdgeId> edgesAmong(const graph::Snapshot& snapshot,
                                                    const std::vector<graph::ModuleId>& modules,
                                                    const graph::EdgeFilter& filter);
// Sentences: what all of them import, and who imports all of them; every kind of statement counts.
[[nodiscard]] QStringList commonFacts(const graph::Snapshot& snapshot,
                                      const std::vector<graph::ModuleId>& modules);

} // namespace espalier::ui
