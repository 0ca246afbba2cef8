#include "graph/analysis/paths.h"

#include "graph/analysis/search.h"

namespace espalier::graph {

std::vector<EdgeId> shortestPath(const Snapshot& snapshot, ModuleId from, ModuleId to,
                                 const EdgeFilter& filter, bool wholePackages) {
    if (from == to)
        return {};
    BreadthFirst search(snapshot, filter);
    if (!wholePackages)
        return search.path(from, to);
    // A chain must leave `from` and enter `to`: if one lies in the other, its modules belong to the inner one
    // only.
    const bool fromInside = snapshot.within(from, to), toInside = snapshot.within(to, from);
    const auto isSource = [&](ModuleId m) {
        return snapshot.within(m, from) && !(toInside && snapshot.within(m, to));
    };
    const auto isTarget = [&](ModuleId m) {
        return snapshot.within(m, to) && !(fromInside && snapshot.within(m, from));
    };
    std::vector<ModuleId> sources;
    for (std::size_t i = 0; i < snapshot.modules.size(); ++i)
        if (isSource(ModuleId(i)))
            sources.push_back(ModuleId(i));
    return search.pathTo(sources, isTarget);
}

} // namespace espalier::graph
