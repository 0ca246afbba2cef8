// From the nodes and references of resolution to the sorted vectors of a snapshot.
#pragma once

#include "graph/model/module_table.h"
#include "graph/model/resolver.h"
#include "graph/model/snapshot.h"

#include <vector>

namespace espalier::graph {

// Fills modules, edges, statements and nameIndexes, and builds the indexes.
void assemble(Snapshot& snapshot, const ModuleTable& table, Resolver& resolver);

} // namespace espalier::graph
