#include "graph/model/nodes.h"

#include <algorithm>
#include <utility>

namespace espalier::graph {

Nodes chooseNodes(const ModuleTable& table, const std::vector<FileResult>& results,
                  const std::vector<ModuleId>& configured, Nodes before) {
    const std::vector<Module>& modules = table.modules();
    Nodes nodes;
    nodes.kept.assign(modules.size(), 0);
    std::fill_n(nodes.kept.begin(), table.ownCount(), 1);
    // With what it lies in. A ghost does not keep other ghosts: those need references of their own.
    const auto keep = [&](ModuleId id) {
        while (id.valid() && !nodes.kept[id.value]) {
            nodes.kept[id.value] = 1;
            do
                id = modules[id.value].parent;
            while (id.valid() && modules[id.value].kind == ModuleKind::Ghost);
        }
    };
    for (const FileResult& result : results)
        for (const Reference& reference : result.references)
            keep(reference.to);
    for (const ModuleId id : configured)
        keep(id);
    if (nodes.kept == before.kept)
        return before;

    for (std::uint32_t i = 0; i < modules.size(); ++i)
        if (nodes.kept[i])
            nodes.order.push_back(i);
    std::sort(nodes.order.begin(), nodes.order.end(),
              [&](std::uint32_t a, std::uint32_t b) { return modules[a].name < modules[b].name; });
    nodes.idOf.resize(modules.size());
    for (std::size_t i = 0; i < nodes.order.size(); ++i)
        nodes.idOf[nodes.order[i]] = ModuleId(i);
    return nodes;
}

} // namespace espalier::graph
