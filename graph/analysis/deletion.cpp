#include "graph/analysis/deletion.h"

#include <algorithm>
#include <iterator>
#include <tuple>

namespace espalier::graph {

namespace {

std::vector<EntryPoint> entriesInto(const Snapshot& snapshot, ModuleId target) {
    std::vector<EntryPoint> out;
    std::ranges::copy_if(snapshot.entryPoints, std::back_inserter(out), [&](const EntryPoint& entry) {
        const auto module = snapshot.find(entry.module);
        return module && snapshot.within(*module, target);
    });
    for (std::size_t i = 0; i < snapshot.modules.size(); ++i) {
        const std::string& name = snapshot.modules[i].name;
        if (const ModuleId id(i); name.ends_with(".__main__") && snapshot.within(id, target))
            out.push_back({snapshot.pathOf(id), 1, "python -m " + name.substr(0, name.rfind('.')), name, {}});
    }
    return out;
}

} // namespace

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
    out.entries = entriesInto(snapshot, module);
    out.computed = computedImports(snapshot);
    return out;
}

} // namespace espalier::graph
