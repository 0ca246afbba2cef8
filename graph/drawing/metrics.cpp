#include "graph/drawing/metrics.h"

#include "graph/drawing/words.h"

#include <algorithm>
#include <cmath>

namespace espalier::graph {
namespace {

std::size_t at(int i) {
    return static_cast<std::size_t>(i);
}

class FanCounter {
public:
    FanCounter(const Drawing& drawing, const Frontier& frontier, const Snapshot& snapshot,
               const ViewSpec& view)
        : drawing_(drawing)
        , frontier_(frontier)
        , snapshot_(snapshot)
        , view_(view)
        , around_(drawing.boxes.size(), ModuleId())
        , counted_(drawing.boxes.size(), ModuleId()) {}

    // Adds 1 to `fan` of every box that `module` is joined to by one of `edges` and does not lie in; `end` is
    // the other end of an edge.
    void count(ModuleId module, std::span<const EdgeId> edges, ModuleId Edge::*end, double BoxMetrics::*fan,
               std::vector<Box>& boxes) {
        if (!admits(view_, snapshot_[module]))
            return;
        for (int b = frontier_.innermost[module.value]; b >= 0; b = drawing_.boxes[at(b)].parent)
            around_[at(b)] = module;
        for (const EdgeId id : edges) {
            const Edge& edge = snapshot_[id];
            const ModuleId other = edge.*end;
            if (other == module || !view_.filter.admits(edge) || !admits(view_, snapshot_[other]))
                continue;
            for (int b = frontier_.innermost[other.value]; b >= 0; b = drawing_.boxes[at(b)].parent) {
                if (around_[at(b)] == module || counted_[at(b)] == module)
                    continue;
                counted_[at(b)] = module;
                boxes[at(b)].metrics.*fan += 1;
            }
        }
    }
    void reset() {
        std::fill(around_.begin(), around_.end(), ModuleId());
        std::fill(counted_.begin(), counted_.end(), ModuleId());
    }

private:
    const Drawing& drawing_;
    const Frontier& frontier_;
    const Snapshot& snapshot_;
    const ViewSpec& view_;
    std::vector<ModuleId> around_, counted_; // per box: the last module in it, and the last one counted
};

double largest(const Drawing& drawing, Metric metric) {
    double most = 0;
    for (const Box& box : drawing.boxes)
        if (!box.container)
            most = std::max(most, box.metrics.of(metric));
    return most;
}

} // namespace

double BoxMetrics::of(Metric metric) const {
    switch (metric) {
    case Metric::None:
        break;
    case Metric::Lines:
        return lines;
    case Metric::FanIn:
        return fanIn;
    case Metric::FanOut:
        return fanOut;
    case Metric::Instability:
        return instability;
    }
    return 0;
}

std::string name(Metric metric) {
    switch (metric) {
    case Metric::None:
        break;
    case Metric::Lines:
        return Words::tr("lines of code");
    case Metric::FanIn:
        return Words::tr("importers");
    case Metric::FanOut:
        return Words::tr("imported modules");
    case Metric::Instability:
        return Words::tr("instability");
    }
    return "";
}

void measureBoxes(Drawing& drawing, const Frontier& frontier, const Snapshot& snapshot,
                  const ViewSpec& view) {
    if (view.size == Metric::None && view.tint == Metric::None)
        return;
    std::vector<Box>& boxes = drawing.boxes;
    for (std::size_t m = 0; m < snapshot.modules.size(); ++m)
        if (admits(view, snapshot.modules[m]))
            for (int b = frontier.innermost[m]; b >= 0; b = boxes[at(b)].parent)
                boxes[at(b)].metrics.lines += snapshot.modules[m].lines;
    FanCounter counter(drawing, frontier, snapshot, view);
    for (std::size_t m = 0; m < snapshot.modules.size(); ++m)
        counter.count(ModuleId(m), snapshot.outgoing(ModuleId(m)), &Edge::to, &BoxMetrics::fanIn, boxes);
    counter.reset();
    for (std::size_t m = 0; m < snapshot.modules.size(); ++m)
        counter.count(ModuleId(m), snapshot.incoming(ModuleId(m)), &Edge::from, &BoxMetrics::fanOut, boxes);
    for (Box& box : boxes) {
        const double both = box.metrics.fanIn + box.metrics.fanOut;
        box.metrics.instability = both > 0 ? box.metrics.fanOut / both : 0;
    }
    const double largestSize = largest(drawing, view.size), largestTint = largest(drawing, view.tint);
    for (Box& box : boxes) {
        if (box.container)
            continue;
        if (largestSize > 0)
            box.growth = 1 + (kMostGrowth - 1) * std::sqrt(box.metrics.of(view.size) / largestSize);
        if (largestTint > 0)
            box.tint = box.metrics.of(view.tint) / largestTint;
    }
}

} // namespace espalier::graph
