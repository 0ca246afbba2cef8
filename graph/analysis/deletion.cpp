#include "graph/analysis/deletion.h"

#include <algorithm>
#include <iterator>
#include <tuple>

namespace espalier::graph {

std::vector<Problem> computedImports(const Snapshot& snapshot) {
    std::vector<Problem> out;
    std::ranges::copy_if(snapshot.problems, std::back_inserter(out),
                         [](const Problem& problem) { return problem.code == "dynamic-import"; });
    return out;
}

Deletion whatBreaksWithout(const Snapshot& snapshot, ModuleId module) {
    Deletion out;
    for (const Edge& edge : snapshot.edges) {
        if (!snapshot.within(edge.to, module) || snapshot.within(edge.from, module))
            continue;
        for (const StatementRef& ref : snapshot.statementsOf(edge))
            if (!ref.flags.has(Flag::ImplicitParent))
                (ref.flags.has(Flag::String) ? out.strings : out.statements).push_back(ref);
    }
    for (std::vector<StatementRef>* list : {&out.statements, &out.strings}) {
        const auto place = [](const StatementRef& ref) { return std::tuple(ref.file, ref.import); };
        std::ranges::sort(*list, {}, place);
        const auto again =
            std::ranges::unique(*list, {}, place); // a statement can lead to several modules in it
        list->erase(again.begin(), again.end());
    }
    out.computed = computedImports(snapshot);
    return out;
}

} // namespace espalier::graph
