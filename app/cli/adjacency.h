// The bare module graph: which modules each module imports, without the evidence.
#pragma once

#include "graph/model/snapshot.h"

namespace espalier::cli {

// To stdout, as one JSON object: {"shop.web": ["shop.orders", …], …}. Every module of the project has an
// entry; both sides are sorted by name. Modules of others are left out unless `externals` is set.
void printAdjacency(const graph::Snapshot& snapshot, const graph::EdgeFilter& filter, bool externals);

} // namespace espalier::cli
