// The lines that say everything about who depends on whom.
#pragma once

#include "graph/layout/adjacency.h"

#include <vector>

namespace espalier::graph {

// Per pair, whether it is needed: not if a longer way leads from its strongly connected component to that of
// its target (transitive reduction of the condensation: Aho, Garey, Ullman 1972). Pairs within a component
// are all kept, and of pairs that join the same two components either all or none. Takes the square of the
// components in bits, and their number divided by 64 for every pair in time.
[[nodiscard]] std::vector<char> directPairs(std::size_t nodes, const std::vector<Adjacency::Pair>& pairs);

} // namespace espalier::graph
