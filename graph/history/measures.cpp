#include "graph/history/measures.h"

#include "graph/analysis/components.h"

#include <algorithm>
#include <thread>
#include <utility>

namespace espalier::graph {
namespace {

// An edge that some filter admits comes, or goes.
struct EdgeMove {
    std::uint32_t revision = 0, edge = 0;
    bool comes = false;
};

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

// The tangles of a graph whose edges come and go.
class TangleWatch {
public:
    explicit TangleWatch(const EdgeTimeline& timeline)
        : timeline_(timeline)
        , out_(timeline.modules.size())
        , in_(timeline.modules.size())
        , tangle_(timeline.modules.size(), kNone)
        , number_(timeline.modules.size(), kNone)
        , seen_(timeline.modules.size(), 0) {}

    // One revision's. Returns whether the tangles may be others now.
    bool apply(std::span<const EdgeMove> moves) {
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

    [[nodiscard]] const TangleCounts& counts() const { return counts_; }
    [[nodiscard]] bool isTangled(std::uint32_t module) const { return tangle_[module] != kNone; }
    [[nodiscard]] bool isInside(const EdgeLife& edge) const {
        return tangle_[edge.from] != kNone && tangle_[edge.from] == tangle_[edge.to];
    }

private:
    static constexpr std::uint32_t kNone = 0xffffffff;

    static void remove(std::vector<std::uint32_t>& from, std::uint32_t what) {
        const auto found = std::ranges::find(from, what);
        *found = from.back();
        from.pop_back();
    }

    // Whether `from` can be reached from `to`. Most new edges come from what nobody imports.
    bool closesCycle(const EdgeLife& edge) {
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

    void search() {
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

    const EdgeTimeline& timeline_;
    std::vector<std::vector<std::uint32_t>> out_, in_; // by module
    std::vector<std::uint32_t> tangle_, number_, seen_;
    std::uint32_t round_ = 0;
    TangleCounts counts_;
};

void watchTangles(const EdgeTimeline& timeline, const EdgeFilter& filter, std::vector<Measures>& measures,
                  TangleCounts Measures::*where, std::vector<TangleMove>* tangleMoves,
                  const std::atomic<bool>& cancel) {
    const std::vector<EdgeMove> moves = movesOf(timeline, filter);
    TangleWatch watch(timeline);
    std::vector<char> tangled(timeline.modules.size(), 0);
    std::size_t next = 0;
    for (std::uint32_t revision = 0; revision < timeline.revisions && !cancel; ++revision) {
        const std::size_t first = next;
        while (next < moves.size() && moves[next].revision == revision)
            ++next;
        const std::span<const EdgeMove> here{moves.data() + first, next - first};
        const TangleCounts before = watch.counts();
        const bool changed = watch.apply(here);
        measures[revision].*where = watch.counts();
        if (!changed || !tangleMoves)
            continue;
        TangleMove move{revision, 0, before.modules, watch.counts().modules, {}};
        for (std::uint32_t i = 0; i < tangled.size(); ++i)
            move.came +=
                std::exchange(tangled[i], watch.isTangled(i) ? 1 : 0) == 0 && watch.isTangled(i) ? 1 : 0;
        for (const EdgeMove& one : here)
            if (one.comes && watch.isInside(timeline.edges[one.edge]))
                move.closing.push_back(one.edge);
        std::ranges::sort(move.closing);
        if (move.came > 0)
            tangleMoves->push_back(std::move(move));
    }
}

// From what changes at each revision to what holds there.
template <class Add>
void sumUp(std::vector<Measures>& measures, std::vector<Measures>& gone, Add add) {
    Measures sum;
    for (std::size_t i = 0; i < measures.size(); ++i) {
        add(sum, measures[i], 1U);
        add(sum, gone[i], ~0U); // minus one
        const TangleCounts atImport = measures[i].atImport, withDeferred = measures[i].withDeferred;
        measures[i] = sum;
        measures[i].atImport = atImport;
        measures[i].withDeferred = withDeferred;
    }
}

} // namespace

std::optional<MeasuredLine> measure(const EdgeTimeline& timeline, const std::atomic<bool>& cancel) {
    MeasuredLine out;
    out.measures.resize(timeline.revisions);
    EdgeFilter atImport, withDeferred;
    withDeferred.kinds.add(EdgeKind::Deferred);
    {
        const std::jthread other([&] {
            watchTangles(timeline, withDeferred, out.measures, &Measures::withDeferred, nullptr, cancel);
        });
        watchTangles(timeline, atImport, out.measures, &Measures::atImport, &out.tangleMoves, cancel);
    }
    if (cancel)
        return std::nullopt;
    std::vector<Measures> gone(timeline.revisions + 1);
    for (const ModuleSpan& span : timeline.moduleSpans) {
        ++out.measures[span.begin].modules[static_cast<std::size_t>(span.kind)];
        ++gone[span.end].modules[static_cast<std::size_t>(span.kind)];
    }
    for (const EdgeSpan& span : timeline.edgeSpans)
        for (std::size_t kind = 0; kind < facts::kEdgeKindCount; ++kind)
            if (span.plain.has(static_cast<EdgeKind>(kind))) {
                ++out.measures[span.begin].edges[kind];
                ++gone[span.end].edges[kind];
            }
    sumUp(out.measures, gone, [](Measures& sum, const Measures& one, std::uint32_t times) {
        for (std::size_t i = 0; i < sum.modules.size(); ++i)
            sum.modules[i] += times * one.modules[i];
        for (std::size_t i = 0; i < sum.edges.size(); ++i)
            sum.edges[i] += times * one.edges[i];
    });
    for (std::size_t i = 0; i < out.measures.size(); ++i)
        out.measures[i].files = timeline.totals[i];
    return out;
}

} // namespace espalier::graph
