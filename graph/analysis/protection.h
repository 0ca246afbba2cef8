// Which tests protect a module, as far as imports tell: those that reach it.
#pragma once

#include "graph/model/snapshot.h"

#include <cstdint>
#include <vector>

namespace espalier::graph {

struct Protection {
    ModuleId test;
    std::uint32_t distance = 0; // imports on the shortest way
};
// The modules of class tests that reach `module` over the edges that count, nearest first, then by name.
[[nodiscard]] std::vector<Protection> testsFor(const Snapshot& snapshot, ModuleId module,
                                               const EdgeFilter& filter);

// The production modules with a file that no test reaches, by name.
[[nodiscard]] std::vector<ModuleId> untested(const Snapshot& snapshot, const EdgeFilter& filter);

} // namespace espalier::graph
