#include "graph/analysis/ranks.h"

namespace espalier::graph {

std::string_view name(Rank rank) {
    constexpr std::array<std::string_view, kRankCount> kNames{"P1", "P2", "P3", "P4"};
    return kNames[static_cast<std::size_t>(rank)];
}

Rank rankOf(PathClass cls) {
    switch (cls) {
    case PathClass::Production:
        return Rank::Production;
    case PathClass::Tests:
    case PathClass::Tools:
        return Rank::Support;
    case PathClass::Copies:
        return Rank::Rest;
    }
    return Rank::Rest;
}

Ranks::Ranks(const Snapshot& snapshot) {
    for (const Module& module : snapshot.modules)
        ranks_.push_back(rankOf(module.cls));
    std::vector<ModuleId> work;
    const auto reach = [&](ModuleId module) {
        if (ranks_[module.value] != Rank::Critical) {
            ranks_[module.value] = Rank::Critical;
            work.push_back(module);
        }
    };
    for (const Campaign& campaign : snapshot.campaigns)
        for (const std::string& name : campaign.criticalPath)
            if (const auto entry = snapshot.find(name))
                for (std::size_t i = 0; i < snapshot.modules.size(); ++i)
                    if (snapshot.within(ModuleId(i), *entry))
                        reach(ModuleId(i));
    const KindSet runs = KindSet::of(EdgeKind::Import).add(EdgeKind::Deferred);
    for (std::size_t i = 0; i < work.size(); ++i)
        for (const EdgeId id : snapshot.outgoing(work[i])) {
            const Edge& edge = snapshot[id];
            if (((edge.plain.bits | edge.implicitParents.bits) & runs.bits) != 0)
                reach(edge.to);
        }
}

} // namespace espalier::graph
