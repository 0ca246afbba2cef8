#include "graph/analysis/protection.h"

#include <algorithm>

namespace espalier::graph {
namespace {

constexpr std::uint32_t kFar = ~0U;

// How many edges each module is away from the nearest of `work`, along (or against) the edges.
std::vector<std::uint32_t> distances(const Snapshot& snapshot, std::vector<ModuleId> work, bool against,
                                     const EdgeFilter& filter) {
    std::vector<std::uint32_t> out(snapshot.modules.size(), kFar);
    for (const ModuleId start : work)
        out[start.value] = 0;
    for (std::size_t i = 0; i < work.size(); ++i) {
        const ModuleId at = work[i];
        for (const EdgeId id : against ? snapshot.incoming(at) : snapshot.outgoing(at)) {
            const ModuleId next = against ? snapshot[id].from : snapshot[id].to;
            if (out[next.value] != kFar || !filter.admits(snapshot[id]))
                continue;
            out[next.value] = out[at.value] + 1;
            work.push_back(next);
        }
    }
    return out;
}

} // namespace

std::vector<Protection> testsFor(const Snapshot& snapshot, ModuleId module, const EdgeFilter& filter) {
    const auto away = distances(snapshot, {module}, true, filter);
    std::vector<Protection> out;
    for (std::size_t i = 0; i < away.size(); ++i)
        if (away[i] != kFar && away[i] > 0 && snapshot.modules[i].cls == PathClass::Tests)
            out.push_back({ModuleId(i), away[i]});
    std::ranges::stable_sort(out, {}, &Protection::distance); // modules are sorted by name
    return out;
}

std::vector<ModuleId> untested(const Snapshot& snapshot, const EdgeFilter& filter) {
    std::vector<ModuleId> tests, out;
    for (std::size_t i = 0; i < snapshot.modules.size(); ++i)
        if (snapshot.modules[i].cls == PathClass::Tests && snapshot.modules[i].file.valid())
            tests.push_back(ModuleId(i));
    const auto away = distances(snapshot, tests, false, filter);
    for (std::size_t i = 0; i < away.size(); ++i)
        if (away[i] == kFar && snapshot.modules[i].cls == PathClass::Production &&
            snapshot.modules[i].file.valid())
            out.push_back(ModuleId(i));
    return out;
}

} // namespace espalier::graph
