// Turns facts into the module graph: module names and source roots, resolution of every import, ghosts, deprecation.
// Pure and deterministic; safe to call from any thread.
#pragma once

#include "graph/model/snapshot.h"

namespace espalier::graph {

[[nodiscard]] SnapshotPtr buildSnapshot(facts::ProjectFacts project, const Config& config);

} // namespace espalier::graph
