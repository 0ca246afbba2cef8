#include "graph/analysis/cycles.h"

#include "graph/analysis/components.h"
#include "graph/analysis/search.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace espalier::graph {

namespace {

void beginAtSmallest(const Snapshot& snapshot, std::vector<EdgeId>& cycle) {
    const auto smallest = std::min_element(
        cycle.begin(), cycle.end(), [&](EdgeId a, EdgeId b) { return snapshot[a].from < snapshot[b].from; });
    std::rotate(cycle.begin(), smallest, cycle.end());
}

ModuleId packageOf(const Snapshot& snapshot, ModuleId module) {
    const bool holds = !snapshot.children(module).empty();
    return holds || !snapshot[module].parent.valid() ? module : snapshot[module].parent;
}

} // namespace

std::vector<std::vector<EdgeId>> shortestCycles(const Snapshot& snapshot, const Tangle& tangle,
                                                const EdgeFilter& filter) {
    BreadthFirst search(snapshot, filter);
    std::set<std::vector<EdgeId>> seen;
    std::vector<std::vector<EdgeId>> out;
    for (const EdgeId edge : tangle.edges) {
        std::vector<EdgeId> cycle = search.path(snapshot[edge].to, snapshot[edge].from);
        cycle.insert(cycle.begin(), edge);
        beginAtSmallest(snapshot, cycle);
        if (seen.insert(cycle).second)
            out.push_back(std::move(cycle));
    }
    std::sort(out.begin(), out.end(), [](const auto& a, const auto& b) {
        return a.size() != b.size() ? a.size() < b.size() : a < b;
    });
    return out;
}

std::optional<CycleBetween> cycleBetween(const Snapshot& snapshot, ModuleId a, ModuleId b,
                                         const EdgeFilter& filter) {
    BreadthFirst search(snapshot, filter);
    CycleBetween out;
    out.edges = search.path(a, b);
    const std::vector<EdgeId> back = search.path(b, a);
    if (out.edges.empty() || back.empty() || a == b)
        return std::nullopt;
    out.edges.insert(out.edges.end(), back.begin(), back.end());
    std::set<ModuleId> seen;
    for (const EdgeId edge : out.edges)
        out.simple = seen.insert(snapshot[edge].from).second && out.simple;
    return out;
}

std::vector<PackageTangle> packageTangles(const Snapshot& snapshot, const EdgeFilter& filter) {
    std::map<std::pair<ModuleId, ModuleId>, std::vector<EdgeId>> edges;
    std::vector<std::vector<int>> successors(snapshot.modules.size());
    for (std::size_t i = 0; i < snapshot.edges.size(); ++i) {
        const Edge& edge = snapshot.edges[i];
        const ModuleId from = packageOf(snapshot, edge.from), to = packageOf(snapshot, edge.to);
        if (from == to || !filter.admits(edge))
            continue;
        edges[{from, to}].push_back(EdgeId(i));
        successors[from.value].push_back(static_cast<int>(to.value));
    }
    const std::vector<int> componentOf = components(successors);
    std::map<int, PackageTangle> found;
    for (auto& [ends, between] : edges) {
        const int component = componentOf[ends.first.value];
        if (component == componentOf[ends.second.value])
            found[component].edges.push_back({ends.first, ends.second, std::move(between)});
    }
    std::vector<PackageTangle> out;
    for (auto& [component, tangle] : found) {
        for (const PackageTangle::PackageEdge& edge : tangle.edges)
            if (tangle.packages.empty() || tangle.packages.back() != edge.from)
                tangle.packages.push_back(edge.from); // each of them has an edge that leads on
        out.push_back(std::move(tangle));
    }
    std::sort(out.begin(), out.end(), [](const PackageTangle& a, const PackageTangle& b) {
        return a.packages.size() != b.packages.size() ? a.packages.size() > b.packages.size()
                                                      : a.packages.front() < b.packages.front();
    });
    return out;
}

} // namespace espalier::graph
