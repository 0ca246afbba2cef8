// What is deprecated: what a person configured, and what the code says of itself.
#pragma once

#include "graph/model/snapshot.h"

namespace espalier::graph {

// Fills `deprecations` and sets the marks Deprecated and Shim. Needs modules and their indexes; every
// configured module must have a node.
void findDeprecations(Snapshot& snapshot, const Config& config);

} // namespace espalier::graph
