// Which nodes of a module table a snapshot has, and in what order.
#pragma once

#include "graph/model/module_table.h"
#include "graph/model/resolver.h"

#include <cstdint>
#include <vector>

namespace espalier::graph {

struct Nodes {
    std::vector<char> kept;           // by place in the table
    std::vector<std::uint32_t> order; // places in the table, by name: a snapshot's modules
    std::vector<ModuleId> idOf;       // the way back; none for what nothing leads to
};

// All that is there, and of what was asked for, what some reference leads to or a person has configured.
// `before` is taken over where it is the same.
[[nodiscard]] Nodes chooseNodes(const ModuleTable& table, const std::vector<FileResult>& results,
                                const std::vector<ModuleId>& configured, Nodes before);

} // namespace espalier::graph
