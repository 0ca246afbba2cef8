#include "graph/history/difference.h"

#include <algorithm>
#include <map>
#include <unordered_map>

namespace espalier::graph {
namespace {

bool isThere(const Module& module) {
    return module.kind != ModuleKind::External && module.kind != ModuleKind::Ghost;
}

// For each module of `from` the same one of `to`; none where there is none.
using Counterparts = std::vector<ModuleId>;

class Comparison {
public:
    Comparison(const Snapshot& before, const Snapshot& after, const Renames& renames,
               const EdgeFilter& filter)
        : before_(before)
        , after_(after)
        , renames_(renames)
        , filter_(filter)
        , toAfter_(before.modules.size())
        , toBefore_(after.modules.size()) {
        pair();
    }

    Difference run() {
        Difference out;
        modules(out);
        edges(before_, after_, toAfter_, out.removedEdges);
        edges(after_, before_, toBefore_, out.addedEdges);
        const auto tanglesBefore = tangles(before_, filter_), tanglesAfter = tangles(after_, filter_);
        worse(tanglesAfter, tangleOfModule(before_, tanglesBefore), toBefore_, out.worseTangles);
        worse(tanglesBefore, tangleOfModule(after_, tanglesAfter), toAfter_, out.betterTangles);
        violate(out);
        return out;
    }

private:
    void pair() {
        std::unordered_map<std::string_view, ModuleId> byName;
        for (std::size_t i = 0; i < after_.modules.size(); ++i)
            byName.emplace(after_.modules[i].name, ModuleId(i));
        for (std::size_t i = 0; i < before_.modules.size(); ++i)
            if (const auto found = byName.find(before_.modules[i].name); found != byName.end())
                join(ModuleId(i), found->second);
        for (const auto& [old, now] : renames_) {
            const auto a = before_.find(old), b = after_.find(now);
            if (!a || !b || before_.pathOf(*a) != old || after_.pathOf(*b) != now)
                continue;
            // A ghost that stays behind under the old name is no module.
            const ModuleId stays = toAfter_[a->value], came = toBefore_[b->value];
            if ((stays.valid() && isThere(after_[stays])) || (came.valid() && isThere(before_[came])))
                continue;
            if (stays.valid())
                toBefore_[stays.value] = {};
            if (came.valid())
                toAfter_[came.value] = {};
            join(*a, *b);
        }
    }

    void join(ModuleId a, ModuleId b) {
        toAfter_[a.value] = b;
        toBefore_[b.value] = a;
    }

    void modules(Difference& out) const {
        const auto missing = [](const Snapshot& from, const Snapshot& to, const Counterparts& there,
                                std::vector<ModuleId>& list) {
            for (std::size_t i = 0; i < from.modules.size(); ++i)
                if (isThere(from.modules[i]) && (!there[i].valid() || !isThere(to[there[i]])))
                    list.push_back(ModuleId(i));
        };
        missing(before_, after_, toAfter_, out.removedModules);
        missing(after_, before_, toBefore_, out.addedModules);
        for (std::size_t i = 0; i < before_.modules.size(); ++i)
            if (const ModuleId now = toAfter_[i]; now.valid() && before_.modules[i].name != after_[now].name)
                out.renamedModules.emplace_back(ModuleId(i), now);
    }

    // Those of `from` that `to` has not.
    void edges(const Snapshot& from, const Snapshot& to, const Counterparts& there,
               std::vector<EdgeId>& out) const {
        for (std::size_t i = 0; i < from.edges.size(); ++i) {
            const Edge& edge = from.edges[i];
            if (!filter_.admits(edge))
                continue;
            const ModuleId a = there[edge.from.value], b = there[edge.to.value];
            const auto same = a.valid() && b.valid() ? to.edge(a, b) : std::nullopt;
            if (!same || !filter_.admits(to[*same]))
                out.push_back(EdgeId(i));
        }
    }

    // Tangles with modules that shared none with each other before.
    static void worse(const std::vector<Tangle>& tangles, const std::vector<int>& before,
                      const Counterparts& there, std::vector<Difference::TangleChange>& out) {
        for (const Tangle& tangle : tangles) {
            std::map<int, std::size_t> shared; // modules by the tangle they lay in
            const auto tangleBefore = [&](ModuleId module) {
                const ModuleId old = there[module.value];
                return old.valid() ? before[old.value] : -1;
            };
            for (const ModuleId module : tangle.modules)
                if (const int old = tangleBefore(module); old >= 0)
                    ++shared[old];
            const auto most = std::ranges::max_element(
                shared, [](const auto& a, const auto& b) { return a.second < b.second; });
            const bool grown = most != shared.end() && most->second > 1;
            if (grown && most->second == tangle.modules.size())
                continue;
            Difference::TangleChange change{tangle, grown, {}};
            for (const ModuleId module : tangle.modules)
                if (!grown || tangleBefore(module) != most->first)
                    change.joined.push_back(module);
            out.push_back(std::move(change));
        }
    }

    void violate(Difference& out) const {
        const std::vector<DeprecatedTarget> targets = deprecatedTargets(after_);
        std::vector<Violation> old = violations(before_, targets), now = violations(after_, targets);
        std::unordered_map<std::string_view, std::string_view> renamed;
        for (const auto& [from, to] : renames_)
            renamed.emplace(to, from);
        for (Violation& violation : now)
            if (const auto found = renamed.find(violation.key.path); found != renamed.end())
                violation.key.path = found->second;
        std::map<Violation::Key, std::size_t> left;
        for (const Violation& violation : old)
            ++left[violation.key];
        for (Violation& violation : now)
            if (const auto found = left.find(violation.key); found != left.end() && found->second > 0)
                --found->second;
            else
                out.newViolations.push_back(std::move(violation));
        for (Violation& violation : old)
            if (const auto found = left.find(violation.key); found->second > 0) {
                --found->second;
                out.fixedViolations.push_back(std::move(violation));
            }
    }

    const Snapshot& before_;
    const Snapshot& after_;
    const Renames& renames_;
    const EdgeFilter& filter_;
    Counterparts toAfter_, toBefore_;
};

} // namespace

Difference difference(const Snapshot& before, const Snapshot& after, const Renames& renames,
                      const EdgeFilter& filter) {
    return Comparison(before, after, renames, filter).run();
}

std::vector<TangleAge> agesOf(const std::vector<Tangle>& tangles, const Difference& difference) {
    std::unordered_map<std::size_t, TangleAge> worse; // by the first module: no two tangles share one
    for (const Difference::TangleChange& change : difference.worseTangles)
        worse.emplace(change.tangle.modules.front().value, change.grown ? TangleAge::Grown : TangleAge::New);
    std::vector<TangleAge> out;
    out.reserve(tangles.size());
    for (const Tangle& tangle : tangles) {
        const auto found = worse.find(tangle.modules.front().value);
        out.push_back(found == worse.end() ? TangleAge::Known : found->second);
    }
    return out;
}

} // namespace espalier::graph
