#include "graph/model/assemble.h"

#include <algorithm>
#include <numeric>

namespace espalier::graph {
namespace {

// New ids in the order of names.
std::vector<ModuleId> sortedIds(const std::vector<Module>& modules) {
    std::vector<std::uint32_t> order(modules.size());
    std::iota(order.begin(), order.end(), 0U);
    std::sort(order.begin(), order.end(),
              [&](std::uint32_t a, std::uint32_t b) { return modules[a].name < modules[b].name; });
    std::vector<ModuleId> ids(modules.size());
    for (std::size_t i = 0; i < order.size(); ++i)
        ids[order[i]] = ModuleId(i);
    return ids;
}

KindSet& kindsFor(Edge& edge, facts::Flags flags) {
    if (flags.has(Flag::ImplicitParent))
        return edge.implicitParents;
    return flags.has(Flag::String) ? edge.strings : edge.plain;
}

// The references of one importer, as edges in the order of their targets.
void addEdges(Snapshot& snapshot, std::vector<Reference>& references) {
    std::sort(references.begin(), references.end(), [](const Reference& a, const Reference& b) {
        if (a.to != b.to)
            return a.to < b.to;
        return a.import != b.import ? a.import < b.import : a.flags.bits < b.flags.bits;
    });
    for (const Reference& reference : references) {
        if (snapshot.edges.empty() || snapshot.edges.back().from != reference.importer ||
            snapshot.edges.back().to != reference.to) {
            Edge edge;
            edge.from = reference.importer;
            edge.to = reference.to;
            edge.firstStatement = static_cast<std::uint32_t>(snapshot.statements.size());
            snapshot.edges.push_back(edge);
        }
        Edge& edge = snapshot.edges.back();
        ++edge.statementCount;
        kindsFor(edge, reference.flags).add(reference.kind);
        snapshot.statements.push_back({reference.importer, reference.file, reference.import,
                                       reference.firstName, reference.nameCount, reference.kind,
                                       reference.flags});
    }
}

} // namespace

void assemble(Snapshot& snapshot, const ModuleTable& table, Resolver& resolver) {
    const std::vector<Module>& modules = table.modules();
    const std::vector<ModuleId> ids = sortedIds(modules);
    snapshot.modules.resize(modules.size());
    for (std::size_t i = 0; i < modules.size(); ++i) {
        Module& module = snapshot.modules[ids[i].value] = modules[i];
        if (module.parent.valid())
            module.parent = ids[module.parent.value];
    }

    // References come grouped by importer: take the groups in the importers' new order.
    const std::vector<Reference>& all = resolver.references();
    struct Group {
        std::size_t first = 0, count = 0;
    };
    std::vector<Group> groups(modules.size());
    for (std::size_t i = 0; i < all.size(); ++i) {
        Group& group = groups[ids[all[i].importer.value].value];
        group.first = group.count == 0 ? i : group.first;
        ++group.count;
    }
    snapshot.statements.reserve(all.size());
    std::vector<Reference> references;
    for (const Group& group : groups) {
        references.assign(all.begin() + static_cast<std::ptrdiff_t>(group.first),
                          all.begin() + static_cast<std::ptrdiff_t>(group.first + group.count));
        for (Reference& reference : references) {
            reference.importer = ids[reference.importer.value];
            reference.to = ids[reference.to.value];
        }
        addEdges(snapshot, references);
    }
    snapshot.nameIndexes = resolver.takeNameIndexes();

    std::unordered_map<std::string, ModuleId> aliases;
    for (const auto& [name, id] : table.aliases())
        aliases.emplace(name, ids[id.value]);
    snapshot.buildIndexes(std::move(aliases));
}

} // namespace espalier::graph
