#include "graph/drawing/mark_changes.h"

namespace espalier::graph {
namespace {

struct Sums {
    std::uint32_t all = 0, added = 0, removed = 0;
};

// For each module what it and everything below it comes to; folders without a module count for nothing.
std::vector<Sums> sumsOf(const Snapshot& snapshot, const DiffMarks& changes) {
    std::vector<Sums> sums(snapshot.modules.size());
    for (std::size_t i = 0; i < snapshot.modules.size(); ++i) {
        if (snapshot.modules[i].kind == ModuleKind::Namespace)
            continue;
        for (ModuleId m(i); m.valid(); m = snapshot[m].parent) {
            Sums& sum = sums[m.value];
            ++sum.all;
            sum.added += changes.modules[i] == DiffMark::Added;
            sum.removed += changes.modules[i] == DiffMark::Removed;
        }
    }
    return sums;
}

} // namespace

void markChanges(Drawing& drawing, const Snapshot& snapshot, const DiffMarks& changes) {
    const std::vector<Sums> sums = sumsOf(snapshot, changes);
    for (Box& box : drawing.boxes) {
        if (!box.module.valid())
            continue;
        const DiffMark own = changes.modules[box.module.value];
        const Sums& sum = sums[box.module.value];
        if (!box.container && !box.expandable)
            box.marks.change = own;
        else if (sum.all > 0 && sum.added == sum.all)
            box.marks.change = DiffMark::Added;
        else if (sum.all > 0 && sum.removed == sum.all)
            box.marks.change = DiffMark::Removed;
        else if (!box.container && sum.added + sum.removed > 0)
            box.marks.change = DiffMark::Mixed;
        if (box.marks.change != DiffMark::Mixed)
            continue;
        box.added = sum.added;
        box.removed = sum.removed;
    }
}

void markLines(Drawing& drawing, const DiffMarks& changes) {
    for (Line& line : drawing.lines) {
        std::size_t added = 0, removed = 0;
        for (const EdgeId edge : line.edges) {
            added += changes.edges[edge.value] == DiffMark::Added;
            removed += changes.edges[edge.value] == DiffMark::Removed;
        }
        line.change = added == line.edges.size()     ? DiffMark::Added
                      : removed == line.edges.size() ? DiffMark::Removed
                      : added + removed > 0          ? DiffMark::Mixed
                                                     : DiffMark::None;
    }
}

} // namespace espalier::graph
