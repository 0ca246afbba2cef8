#include "graph/drawing/chains.h"

#include "graph/drawing/labels.h"
#include "graph/drawing/words.h"

#include <algorithm>
#include <array>
#include <tuple>

namespace espalier::graph {
namespace {

// The modules that no chain may touch. What lies within the two ends may always be used, unless avoided.
std::vector<char> closedModules(const Snapshot& snapshot, const Visibility& visible, const ChainsSpec& spec) {
    std::vector<char> closed(snapshot.modules.size(), 0);
    for (std::size_t i = 0; i < closed.size(); ++i) {
        const ModuleId m(i);
        closed[i] = !visible.own[i] && !snapshot.within(m, spec.from) && !snapshot.within(m, spec.to);
        for (ModuleId p = m; p.valid() && !closed[i]; p = snapshot[p].parent)
            closed[i] = spec.avoid.contains(snapshot[p].name);
    }
    return closed;
}

// How much is imported along the chains from or to a module.
std::size_t weight(const Snapshot& snapshot, const ViewSpec& view, const ShortestPaths& paths, ModuleId m) {
    std::size_t out = 0;
    for (const auto edges : {snapshot.incoming(m), snapshot.outgoing(m)})
        for (const EdgeId id : edges)
            if (std::ranges::binary_search(paths.edges, id))
                out += admittedStatements(snapshot, snapshot[id], view.filter);
    return out;
}

Column column(const Snapshot& snapshot, const ViewSpec& view, const ShortestPaths& paths, std::size_t step) {
    Column out{std::to_string(step),
               (step == 1 ? Words::tr("1 step") : Words::tr("%1 steps", nullptr, step)),
               {},
               ChainsSpec::kRoom};
    std::vector<std::pair<std::size_t, ModuleId>> ranked;
    for (const ModuleId m : paths.steps[step])
        ranked.emplace_back(~weight(snapshot, view, paths, m), m);
    std::ranges::sort(ranked);
    for (const auto& [least, m] : ranked)
        out.boxes.push_back({m, {m}, {}});
    return out;
}

// All ends of one side are one box: the thing that was asked for.
Column endColumn(const std::string& key, const std::string& title, ModuleId end,
                 const std::vector<ModuleId>& modules) {
    std::string detail;
    if (modules.size() > 1 || modules.front() != end)
        detail = (modules.size() == 1 ? Words::tr("1 module of it")
                                      : Words::tr("%1 modules of it", nullptr, modules.size()));
    return {key, title, {{end, modules, detail}}, 1};
}

Drawing draw(const Snapshot& snapshot, const ViewSpec& view, const Visibility& visible,
             const ChainsSpec& spec, const ShortestPaths& paths) {
    std::vector<Column> columns{endColumn("from", Words::tr("from"), spec.from, paths.steps.front())};
    for (std::size_t step = 1; step < paths.length(); ++step)
        columns.push_back(column(snapshot, view, paths, step));
    columns.push_back(endColumn("to", Words::tr("to"), spec.to, paths.steps.back()));
    return drawColumns(snapshot, view, visible, columns, 0,
                       [&](EdgeId id) { return std::ranges::binary_search(paths.edges, id); });
}

} // namespace

Chains chains(const Snapshot& snapshot, const ViewSpec& view, const ChainsSpec& spec) {
    const Visibility visible = visibility(snapshot, view);
    const std::vector<char> closed = closedModules(snapshot, visible, spec);
    const auto find = [&](const EdgeFilter& filter) {
        return shortestPaths(snapshot, spec.from, spec.to, filter, true, closed);
    };
    Chains out;
    out.paths = find(view.filter);
    if (!out.paths.steps.empty()) {
        out.drawing = draw(snapshot, view, visible, spec, out.paths);
        return out;
    }
    EdgeFilter wider = view.filter;
    for (const EdgeKind kind : {EdgeKind::Import, EdgeKind::Deferred, EdgeKind::Typing, EdgeKind::Script}) {
        if (wider.kinds.has(kind))
            continue;
        wider.kinds.add(kind);
        out.further.add(kind);
        if (const ShortestPaths paths = find(wider); !paths.steps.empty()) {
            out.furtherLength = paths.length();
            break;
        }
    }
    return out;
}

} // namespace espalier::graph
