#include "graph/drawing/drawing.h"
#include "graph/drawing/visible.h"

#include <algorithm>
#include <set>
#include <vector>

namespace espalier::graph {
namespace {

constexpr std::size_t kComfortable = 40; // boxes that are taken in at a glance
// A project that is one wide package would land on a single box: fewer than these say nothing, so a package
// of up to so many children is opened all the same.
constexpr std::size_t kSparse = 8, kStillReadable = 120;

// Sizes of packages, gathered from below.
struct Weighing {
    std::vector<std::size_t> modules, tests, tangles;
};

Weighing weigh(const Snapshot& snapshot, const Visibility& visible) {
    const std::size_t n = snapshot.modules.size();
    Weighing w{std::vector<std::size_t>(n, 0), std::vector<std::size_t>(n, 0),
               std::vector<std::size_t>(n, 0)};
    for (std::size_t i = 0; i < n; ++i) {
        const Module& m = snapshot.modules[i];
        if (!visible.own[i] || (m.kind != ModuleKind::Module && m.kind != ModuleKind::Package))
            continue;
        const bool test = m.cls == PathClass::Tests || m.marks.has(Mark::Test);
        for (ModuleId p = ModuleId(i); p.valid(); p = snapshot[p].parent) {
            ++w.modules[p.value];
            w.tests[p.value] += test;
            w.tangles[p.value] += visible.tangleOf[i] >= 0;
        }
    }
    return w;
}

std::size_t boxCount(const Snapshot& snapshot, const ViewSpec& view, const Visibility& visible) {
    return frontier(snapshot, view, visible, {}).boxes.size();
}

} // namespace

ViewSpec landingView(const Snapshot& snapshot) {
    ViewSpec view;
    const Visibility visible = visibility(snapshot, view);
    const Weighing w = weigh(snapshot, visible);
    const auto shownChildren = [&](ModuleId m) {
        std::vector<ModuleId> out;
        for (const ModuleId c : snapshot.children(m))
            if (visible.shown[c.value])
                out.push_back(c);
        return out;
    };
    // Tests stay closed: a review begins with what they test.
    const auto worthOpening = [&](ModuleId m) {
        return !shownChildren(m).empty() && w.tests[m.value] < w.modules[m.value];
    };
    const auto interest = [&](ModuleId m) {
        return w.modules[m.value] - w.tests[m.value] + 3 * w.tangles[m.value];
    };

    const auto fits = [](std::size_t before, std::size_t after) {
        return after <= kComfortable || (before < kSparse && after <= kStillReadable);
    };

    std::vector<ModuleId> level;
    for (const ModuleId m : snapshot.tops())
        if (visible.shown[m.value])
            level.push_back(m);
    std::size_t boxes = level.size();
    if (boxes > kComfortable) {
        view.maxTopBoxes = kComfortable;
        return view;
    }
    while (!level.empty()) {
        std::erase_if(level, [&](ModuleId m) { return !worthOpening(m); });
        std::stable_sort(level.begin(), level.end(),
                         [&](ModuleId a, ModuleId b) { return interest(a) > interest(b); });
        std::vector<ModuleId> below;
        for (const ModuleId m : level) {
            const std::vector<ModuleId> children = shownChildren(m);
            if (!fits(boxes, boxes + children.size()))
                continue;
            view.open.insert(snapshot[m].name);
            // Its own file may need a box too.
            if (const std::size_t count = boxCount(snapshot, view, visible); fits(boxes, count)) {
                boxes = count;
                below.insert(below.end(), children.begin(), children.end());
            } else {
                view.open.erase(snapshot[m].name);
            }
        }
        level = std::move(below);
    }
    return view;
}

} // namespace espalier::graph
