#include "graph/history/measures.h"

#include "graph/history/tangle_watch.h"

#include <algorithm>
#include <thread>
#include <utility>

namespace espalier::graph {
namespace {

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
