#include "graph/drawing/visible.h"

namespace espalier::graph {
namespace {

bool admitted(const Module& m, const ViewSpec& view) {
    if (m.kind == ModuleKind::External)
        return view.externals;
    if (m.kind == ModuleKind::Ghost && !view.ghosts)
        return false;
    return view.tests || (m.cls != PathClass::Tests && !m.marks.has(Mark::Test));
}

} // namespace

std::uint32_t admittedStatements(const Snapshot& snapshot, const Edge& edge, const EdgeFilter& filter) {
    std::uint32_t count = 0;
    for (const StatementRef& s : snapshot.statementsOf(edge))
        count += filter.admits(s);
    return count;
}

Visibility visibility(const Snapshot& snapshot, const ViewSpec& view) {
    Visibility v;
    const std::size_t n = snapshot.modules.size();
    v.shown.assign(n, 0);
    v.own.assign(n, 0);
    std::vector<char> hidden(n, 0);
    std::vector<ModuleId> order(snapshot.tops().begin(), snapshot.tops().end());
    for (std::size_t i = 0; i < order.size(); ++i) {
        const ModuleId id = order[i];
        const Module& m = snapshot[id];
        hidden[id.value] = view.hidden.contains(m.name) || (m.parent.valid() && hidden[m.parent.value]);
        const bool chosen = view.only.empty() || view.only.contains(m.name);
        v.own[id.value] = !hidden[id.value] && chosen && admitted(m, view);
        for (const ModuleId child : snapshot.children(id))
            order.push_back(child);
    }
    // A namespace or package shows as long as something below it does. An empty namespace of its own does
    // not.
    for (auto i = order.rbegin(); i != order.rend(); ++i) {
        const Module& m = snapshot[*i];
        if (v.own[i->value] && m.kind != ModuleKind::Namespace)
            v.shown[i->value] = 1;
        if (v.own[i->value] && m.kind == ModuleKind::Namespace && !snapshot.incoming(*i).empty())
            v.shown[i->value] = 1;
        if (v.shown[i->value] && m.parent.valid())
            v.shown[m.parent.value] = 1;
    }
    v.needsOwnBox.assign(n, 0);
    for (const Edge& e : snapshot.edges) {
        if (e.from == e.to || !v.own[e.from.value] || !v.own[e.to.value] || !view.filter.admits(e))
            continue;
        v.needsOwnBox[e.from.value] = v.needsOwnBox[e.to.value] = 1;
    }
    v.tangles = tangles(snapshot, view.filter);
    v.tangleOf = tangleOfModule(snapshot, v.tangles);
    return v;
}

} // namespace espalier::graph
