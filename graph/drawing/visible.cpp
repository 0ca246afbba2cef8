#include "graph/drawing/visible.h"

#include "graph/analysis/tangles.h"
#include "indexer/facts/glob.h"

#include <algorithm>
#include <string_view>

namespace espalier::graph {
namespace {

// ViewSpec::pattern.
class NamePattern {
public:
    explicit NamePattern(std::string_view pattern)
        : pattern_(lower(pattern))
        , whole_(pattern_.find_first_of("*?") != std::string::npos) {}

    [[nodiscard]] bool fits(const std::string& name) const {
        if (pattern_.empty())
            return true;
        return whole_ ? facts::globMatches(pattern_, lower(name))
                      : lower(name).find(pattern_) != std::string::npos;
    }

private:
    static std::string lower(std::string_view text) {
        std::string out(text);
        std::transform(out.begin(), out.end(), out.begin(),
                       [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
        return out;
    }

    std::string pattern_;
    bool whole_;
};

// Modules that import a deprecated one.
std::vector<char> usersOfDeprecated(const Snapshot& snapshot, const EdgeFilter& filter) {
    std::vector<char> uses(snapshot.modules.size(), 0);
    for (const Edge& e : snapshot.edges)
        if (snapshot[e.to].marks.has(Mark::Deprecated) && filter.admits(e))
            uses[e.from.value] = 1;
    return uses;
}

} // namespace

bool admits(const ViewSpec& view, const Module& m) {
    if (m.kind == ModuleKind::External)
        return view.externals;
    if (m.kind == ModuleKind::Ghost && !view.ghosts)
        return false;
    return view.tests || (m.cls != PathClass::Tests && !m.marks.has(Mark::Test));
}

std::uint32_t admittedStatements(const Snapshot& snapshot, const Edge& edge, const EdgeFilter& filter) {
    if (edge.statementCount == 0)
        return filter.admits(edge) ? 1 : 0;
    std::uint32_t count = 0;
    for (const StatementRef& s : snapshot.statementsOf(edge))
        count += filter.admits(s);
    return count;
}

Visibility visibility(const Snapshot& snapshot, const ViewSpec& view, const std::vector<int>* tangleOf) {
    Visibility v;
    const std::size_t n = snapshot.modules.size();
    v.shown.assign(n, 0);
    v.own.assign(n, 0);
    v.tangleOf = tangleOf ? *tangleOf : tangleNumbers(snapshot, view.filter);
    if (!view.below.empty())
        v.root = snapshot.find(view.below).value_or(ModuleId());
    const NamePattern pattern(view.pattern);
    const std::vector<char> users =
        view.deprecatedOnly ? usersOfDeprecated(snapshot, view.filter) : std::vector<char>();
    const auto chosen = [&](ModuleId id) {
        const Module& m = snapshot[id];
        return admits(view, m) && (view.only.empty() || view.only.contains(m.name)) && pattern.fits(m.name) &&
               (!view.tanglesOnly || v.tangleOf[id.value] >= 0) &&
               (!view.deprecatedOnly || m.marks.has(Mark::Deprecated) || users[id.value]);
    };
    std::vector<char> outside(n, 0); // hidden, or not below the root
    std::vector<ModuleId> order(snapshot.tops().begin(), snapshot.tops().end());
    for (std::size_t i = 0; i < order.size(); ++i) {
        const ModuleId id = order[i];
        const Module& m = snapshot[id];
        const bool out = m.parent.valid() ? outside[m.parent.value] != 0 : !view.below.empty();
        outside[id.value] = (out && id != v.root) || view.hidden.contains(m.name);
        v.own[id.value] = !outside[id.value] && chosen(id);
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
    return v;
}

} // namespace espalier::graph
