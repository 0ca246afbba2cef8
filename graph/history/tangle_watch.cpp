#include "graph/history/tangle_watch.h"

#include "graph/analysis/components.h"

#include <algorithm>
#include <functional>
#include <map>
#include <utility>

namespace espalier::graph {
namespace {

void remove(std::vector<std::uint32_t>& from, std::uint32_t what) {
    const auto found = std::ranges::find(from, what);
    *found = from.back();
    from.pop_back();
}

} // namespace

std::vector<EdgeMove> movesOf(const EdgeTimeline& timeline, const EdgeFilter& filter) {
    std::vector<EdgeMove> out;
    for (std::uint32_t i = 0; i < timeline.edges.size(); ++i) {
        if (timeline.edges[i].from == timeline.edges[i].to)
            continue;
        const std::size_t first = out.size();
        for (const EdgeSpan& span : timeline.spansOf(timeline.edges[i])) {
            if (!span.admittedBy(filter))
                continue;
            if (out.size() > first && out.back().revision == span.begin)
                out.pop_back(); // it goes on in other kinds
            else
                out.push_back({span.begin, i, true});
            out.push_back({span.end, i, false});
        }
    }
    std::ranges::sort(out, [](const EdgeMove& a, const EdgeMove& b) {
        return a.revision != b.revision ? a.revision < b.revision : a.comes < b.comes;
    });
    return out;
}

TangleWatch::TangleWatch(const EdgeTimeline& timeline)
    : timeline_(timeline)
    , out_(timeline.modules.size())
    , in_(timeline.modules.size())
    , tangle_(timeline.modules.size(), kNone)
    , number_(timeline.modules.size(), kNone)
    , seen_(timeline.modules.size(), 0) {}

bool TangleWatch::apply(std::span<const EdgeMove> moves) {
    bool changed = false;
    for (const EdgeMove& move : moves) {
        const EdgeLife& edge = timeline_.edges[move.edge];
        if (move.comes) {
            out_[edge.from].push_back(edge.to);
            in_[edge.to].push_back(edge.from);
        } else {
            remove(out_[edge.from], edge.to);
            remove(in_[edge.to], edge.from);
            changed |= isInside(edge);
        }
    }
    for (const EdgeMove& move : moves)
        changed = changed || (move.comes && closesCycle(timeline_.edges[move.edge]));
    if (changed)
        search();
    return changed;
}

// Whether `from` can be reached from `to`. Most new edges come from what nobody imports.
bool TangleWatch::closesCycle(const EdgeLife& edge) {
    if (isInside(edge) || in_[edge.from].empty() || out_[edge.to].empty())
        return false;
    ++round_;
    std::vector<std::uint32_t> open{edge.to};
    seen_[edge.to] = round_;
    while (!open.empty()) {
        const std::uint32_t at = open.back();
        open.pop_back();
        for (const std::uint32_t next : out_[at]) {
            if (next == edge.from)
                return true;
            if (!out_[next].empty() && std::exchange(seen_[next], round_) != round_)
                open.push_back(next);
        }
    }
    return false;
}

void TangleWatch::search() {
    std::vector<std::uint32_t> modules;
    for (std::uint32_t i = 0; i < out_.size(); ++i) {
        tangle_[i] = number_[i] = kNone;
        if (!out_[i].empty() && !in_[i].empty()) {
            number_[i] = static_cast<std::uint32_t>(modules.size());
            modules.push_back(i);
        }
    }
    std::vector<std::vector<int>> successors(modules.size());
    for (std::size_t i = 0; i < modules.size(); ++i)
        for (const std::uint32_t to : out_[modules[i]])
            if (number_[to] != kNone)
                successors[i].push_back(static_cast<int>(number_[to]));
    const std::vector<int> component = components(successors);
    std::vector<std::uint32_t> sizes(modules.size(), 0);
    for (const int one : component)
        ++sizes[static_cast<std::size_t>(one)];
    counts_ = {};
    for (const std::uint32_t size : sizes)
        if (size > 1) {
            ++counts_.tangles;
            counts_.modules += size;
            counts_.largest = std::max(counts_.largest, size);
        }
    for (std::size_t i = 0; i < modules.size(); ++i)
        if (const auto one = static_cast<std::size_t>(component[i]); sizes[one] > 1)
            tangle_[modules[i]] = static_cast<std::uint32_t>(one);
}

namespace {

// Numbers for the tangles that a search has found: of the largest first, that which most of its modules had,
// unless another one has it now.
class TangleNames {
public:
    explicit TangleNames(std::size_t modules)
        : named_(modules, -1) {}

    // Appends what is different from before.
    void take(std::uint32_t revision, const std::vector<std::uint32_t>& found,
              std::vector<TangleChange>& out) {
        std::map<std::uint32_t, std::vector<std::uint32_t>> members;
        for (std::uint32_t i = 0; i < found.size(); ++i)
            if (found[i] != TangleWatch::kNone)
                members[found[i]].push_back(i);
        std::vector<const std::vector<std::uint32_t>*> bySize;
        for (const auto& [number, modules] : members)
            bySize.push_back(&modules);
        std::ranges::stable_sort(bySize, std::greater(), [](const auto* modules) { return modules->size(); });
        std::vector<int> now(found.size(), -1);
        std::vector<char> taken(static_cast<std::size_t>(next_), 0);
        for (const auto* modules : bySize) {
            const int name = nameFor(*modules, taken);
            for (const std::uint32_t module : *modules)
                now[module] = name;
        }
        for (std::uint32_t i = 0; i < now.size(); ++i)
            if (now[i] != named_[i])
                out.push_back({revision, i, named_[i], now[i]});
        named_ = std::move(now);
    }

private:
    int nameFor(const std::vector<std::uint32_t>& modules, std::vector<char>& taken) {
        std::map<int, std::size_t> votes;
        for (const std::uint32_t module : modules)
            if (const int old = named_[module]; old >= 0 && !taken[static_cast<std::size_t>(old)])
                ++votes[old];
        if (votes.empty())
            return next_++;
        const int best =
            std::ranges::max_element(votes, {}, [](const auto& vote) { return vote.second; })->first;
        taken[static_cast<std::size_t>(best)] = 1;
        return best;
    }

    std::vector<int> named_; // by module
    int next_ = 0;
};

} // namespace

std::vector<TangleChange> tangleChanges(const EdgeTimeline& timeline, const EdgeFilter& filter,
                                        const std::atomic<bool>& cancel) {
    const std::vector<EdgeMove> moves = movesOf(timeline, filter);
    TangleWatch watch(timeline);
    TangleNames names(timeline.modules.size());
    std::vector<TangleChange> out;
    for (std::size_t first = 0; first < moves.size() && !cancel;) {
        const std::uint32_t revision = moves[first].revision;
        std::size_t end = first;
        while (end < moves.size() && moves[end].revision == revision)
            ++end;
        if (watch.apply({moves.data() + first, end - first}))
            names.take(revision, watch.tangles(), out);
        first = end;
    }
    return out;
}

} // namespace espalier::graph
