// What campaigns say about modules, held against those that there are.
#pragma once

#include "graph/model/snapshot.h"

namespace espalier::graph {

// Keeps the campaigns, and adds a problem for each module that they name and that does not exist; what is
// deprecated may be gone. The snapshot's modules and problems are complete, and stay sorted.
void addCampaigns(Snapshot& snapshot, const Config& config);

} // namespace espalier::graph
