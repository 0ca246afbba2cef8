#include "graph/analysis/paths.h"

#include "graph/analysis/search.h"

#include <algorithm>

namespace espalier::graph {
namespace {

// Where a chain may start, and where it may end.
class Ends {
public:
    Ends(const Snapshot& snapshot, ModuleId from, ModuleId to, bool wholePackages)
        : snapshot_(snapshot)
        , from_(from)
        , to_(to)
        , whole_(wholePackages)
        , fromInside_(snapshot.within(from, to))
        , toInside_(snapshot.within(to, from)) {}

    [[nodiscard]] bool isSource(ModuleId m) const {
        return whole_ ? snapshot_.within(m, from_) && !(toInside_ && snapshot_.within(m, to_)) : m == from_;
    }
    [[nodiscard]] bool isTarget(ModuleId m) const {
        return whole_ ? snapshot_.within(m, to_) && !(fromInside_ && snapshot_.within(m, from_)) : m == to_;
    }
    [[nodiscard]] std::vector<ModuleId> sources() const {
        if (!whole_)
            return {from_};
        std::vector<ModuleId> out;
        for (std::size_t i = 0; i < snapshot_.modules.size(); ++i)
            if (isSource(ModuleId(i)))
                out.emplace_back(i);
        return out;
    }

private:
    const Snapshot& snapshot_;
    ModuleId from_, to_;
    bool whole_, fromInside_, toInside_;
};

// Steps from the start until one holds a target: forward as far as needed, then back over what led there.
class AllShortest {
public:
    AllShortest(const Snapshot& snapshot, const EdgeFilter& filter, const std::vector<char>& closed)
        : snapshot_(snapshot)
        , filter_(filter)
        , closed_(closed)
        , step_(snapshot.modules.size(), kFar) {}

    ShortestPaths between(const Ends& ends) {
        std::vector<std::vector<ModuleId>> reached{ends.sources()};
        std::erase_if(reached.front(), [this](ModuleId m) { return isClosed(m); });
        for (const ModuleId m : reached.front())
            step_[m.value] = 0;
        std::vector<ModuleId> goals;
        while (goals.empty() && !reached.back().empty()) {
            reached.push_back(next(reached.back(), static_cast<std::uint32_t>(reached.size())));
            std::ranges::copy_if(reached.back(), std::back_inserter(goals),
                                 [&](ModuleId m) { return ends.isTarget(m); });
        }
        return goals.empty() ? ShortestPaths{} : trace(std::move(goals), reached.size());
    }

private:
    static constexpr std::uint32_t kFar = ~0U;

    [[nodiscard]] bool isClosed(ModuleId m) const { return !closed_.empty() && closed_[m.value] != 0; }

    std::vector<ModuleId> next(const std::vector<ModuleId>& from, std::uint32_t step) {
        std::vector<ModuleId> out;
        for (const ModuleId m : from)
            for (const EdgeId id : snapshot_.outgoing(m)) {
                const Edge& edge = snapshot_[id];
                if (step_[edge.to.value] != kFar || isClosed(edge.to) || !filter_.admits(edge))
                    continue;
                step_[edge.to.value] = step;
                out.push_back(edge.to);
            }
        return out;
    }

    ShortestPaths trace(std::vector<ModuleId> goals, std::size_t steps) {
        ShortestPaths paths;
        paths.steps.resize(steps);
        paths.steps.back() = std::move(goals);
        for (std::size_t step = steps - 1; step > 0; --step) {
            std::vector<ModuleId>& before = paths.steps[step - 1];
            for (const ModuleId m : paths.steps[step])
                for (const EdgeId id : snapshot_.incoming(m))
                    if (const Edge& edge = snapshot_[id];
                        step_[edge.from.value] == step - 1 && filter_.admits(edge)) {
                        paths.edges.push_back(id);
                        before.push_back(edge.from);
                    }
            std::ranges::sort(before);
            before.erase(std::ranges::unique(before).begin(), before.end());
        }
        std::ranges::sort(paths.steps.back());
        std::ranges::sort(paths.edges);
        paths.chains = count(paths);
        return paths;
    }

    // Of each module of a step, the chains that lead on from it are the sum over where it leads.
    [[nodiscard]] std::uint64_t count(const ShortestPaths& paths) const {
        std::vector<std::uint64_t> onward(snapshot_.modules.size(), 0);
        const auto add = [](std::uint64_t a, std::uint64_t b) {
            return a >= ShortestPaths::kMostChains - b ? ShortestPaths::kMostChains : a + b;
        };
        for (const ModuleId m : paths.steps.back())
            onward[m.value] = 1;
        for (std::size_t step = paths.steps.size() - 1; step > 0; --step)
            for (const ModuleId m : paths.steps[step])
                for (const EdgeId id : snapshot_.incoming(m))
                    if (std::ranges::binary_search(paths.edges, id))
                        onward[snapshot_[id].from.value] =
                            add(onward[snapshot_[id].from.value], onward[m.value]);
        std::uint64_t chains = 0;
        for (const ModuleId m : paths.steps.front())
            chains = add(chains, onward[m.value]);
        return chains;
    }

    const Snapshot& snapshot_;
    const EdgeFilter& filter_;
    const std::vector<char>& closed_;
    std::vector<std::uint32_t> step_; // per module: the fewest edges from a start
};

} // namespace

std::vector<EdgeId> shortestPath(const Snapshot& snapshot, ModuleId from, ModuleId to,
                                 const EdgeFilter& filter, bool wholePackages) {
    if (from == to)
        return {};
    BreadthFirst search(snapshot, filter);
    const Ends ends(snapshot, from, to, wholePackages);
    return search.pathTo(ends.sources(), [&](ModuleId m) { return ends.isTarget(m); });
}

ShortestPaths shortestPaths(const Snapshot& snapshot, ModuleId from, ModuleId to, const EdgeFilter& filter,
                            bool wholePackages, const std::vector<char>& closed) {
    if (from == to)
        return {};
    return AllShortest(snapshot, filter, closed).between(Ends(snapshot, from, to, wholePackages));
}

} // namespace espalier::graph
