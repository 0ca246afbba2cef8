// From the nodes and references of resolution to the sorted vectors of a snapshot.
#pragma once

#include "graph/model/nodes.h"
#include "graph/model/snapshot.h"

#include <span>
#include <vector>

namespace espalier::graph {

struct Parts {
    const ModuleTable& table;
    const Resolver& resolver;
    const Nodes& nodes;
};

// Fills modules, edges, statements and nameIndexes, and builds the indexes. Given `before`, an earlier
// snapshot of the same nodes, the edges of all files but those in `changed` (sorted) are taken from it.
void assemble(Snapshot& snapshot, const Parts& parts, const Snapshot* before,
              std::span<const FileId> changed);

} // namespace espalier::graph
