// What stands between a choice in the window and a picture: the drawing model and the layout of our own, on
// real graphs. Also the quality of the pictures and how much they change, as counters.
#include "app/project/open.h"
#include "graph/drawing/drawing.h"

#include <algorithm>
#include <benchmark/benchmark.h>
#include <cmath>
#include <cstdlib>
#include <limits>
#include <map>
#include <string>
#include <vector>

using namespace espalier;
using graph::Drawing;
using graph::EdgeFilter;
using graph::LayoutInput;
using graph::LayoutResult;
using graph::ModuleId;
using graph::Point;
using graph::Rect;
using graph::Snapshot;
using graph::ViewSpec;

namespace {

std::string fromEnvironment(const char* name) {
    const char* value = std::getenv(name);
    return value == nullptr ? "" : value;
}

// Of the folder that ESPALIER_BENCH_FOLDER names, whose index ESPALIER_BENCH_STORE is. Ends the program if
// there is none.
const Snapshot& snapshot() {
    static const graph::SnapshotPtr shared = [] {
        const auto location = project::locate(fromEnvironment("ESPALIER_BENCH_FOLDER"),
                                              fromEnvironment("ESPALIER_BENCH_STORE"));
        const auto opened = location ? project::openSnapshot(*location, false) : location.error();
        if (!opened) {
            std::fprintf(stderr, "layout_bench: %s\n", opened.error().what.c_str());
            std::exit(2);
        }
        return *opened;
    }();
    return *shared;
}

// What deferred imports add closes most circles.
EdgeFilter filterOf(bool cyclic) {
    return cyclic ? EdgeFilter::everything() : EdgeFilter{};
}

// The neighbourhood of the module with most neighbours, nearest first, as so many boxes side by side.
ViewSpec neighbourhood(std::size_t boxes, bool cyclic) {
    const Snapshot& s = snapshot();
    ViewSpec view;
    view.filter = filterOf(cyclic);
    const auto degree = [&](std::size_t m) {
        return s.outgoing(ModuleId(m)).size() + s.incoming(ModuleId(m)).size();
    };
    std::vector<std::size_t> byDegree;
    for (std::size_t m = 0; m < s.modules.size(); ++m)
        if (s.modules[m].file.valid())
            byDegree.push_back(m);
    std::stable_sort(byDegree.begin(), byDegree.end(),
                     [&](std::size_t a, std::size_t b) { return degree(a) > degree(b); });
    std::vector<ModuleId> queue;
    std::vector<char> seen(s.modules.size(), 0);
    const auto take = [&](ModuleId m) {
        if (!seen[m.value] && s[m].file.valid() && view.only.size() < boxes) {
            seen[m.value] = 1;
            queue.push_back(m);
            view.only.insert(s[m].name);
        }
    };
    std::size_t next = 0;
    for (const std::size_t start : byDegree) {
        take(ModuleId(start));
        for (; next < queue.size() && view.only.size() < boxes; ++next) {
            for (const graph::EdgeId e : s.outgoing(queue[next]))
                if (view.filter.admits(s[e]))
                    take(s[e].to);
            for (const graph::EdgeId e : s.incoming(queue[next]))
                if (view.filter.admits(s[e]))
                    take(s[e].from);
        }
        if (view.only.size() >= boxes)
            break;
    }
    view.maxBoxes = view.maxTopBoxes = view.maxLines = std::numeric_limits<std::size_t>::max();
    return view;
}

// Packages opened breadth-first, as long as there are at most so many boxes.
ViewSpec nested(std::size_t boxes) {
    const Snapshot& s = snapshot();
    ViewSpec view;
    view.maxBoxes = view.maxTopBoxes = view.maxLines = boxes;
    std::vector<ModuleId> queue(s.tops().begin(), s.tops().end());
    std::size_t count = queue.size();
    for (std::size_t i = 0; i < queue.size(); ++i) {
        const auto children = s.children(queue[i]);
        if (children.empty() || count + children.size() + 1 > boxes)
            continue;
        count += children.size() + 1;
        view.open.insert(s[queue[i]].name);
        queue.insert(queue.end(), children.begin(), children.end());
    }
    return view;
}

double length(const std::vector<Point>& curve) {
    double sum = 0;
    for (std::size_t i = 0; i + 3 < curve.size(); i += 3)
        sum += std::hypot(curve[i + 3].x - curve[i].x, curve[i + 3].y - curve[i].y);
    return sum;
}

bool cross(Point a, Point b, Point c, Point d) {
    const auto side = [](Point p, Point q, Point r) {
        return (q.x - p.x) * (r.y - p.y) - (q.y - p.y) * (r.x - p.x);
    };
    return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;
}

// Crossings of the straight lines between centres, of lines without a common end; and the mean length.
void countQuality(benchmark::State& state, const LayoutInput& input, const LayoutResult& result) {
    std::uint64_t crossings = 0;
    double total = 0;
    const auto centre = [&](int box) { return result.boxes[static_cast<std::size_t>(box)].centre(); };
    for (std::size_t i = 0; i < input.lines.size(); ++i) {
        total += length(result.lines[i]);
        const auto& a = input.lines[i];
        for (std::size_t j = 0; j < i; ++j) {
            const auto& b = input.lines[j];
            if (a.from != b.from && a.from != b.to && a.to != b.from && a.to != b.to)
                crossings += cross(centre(a.from), centre(a.to), centre(b.from), centre(b.to));
        }
    }
    state.counters["crossings"] = static_cast<double>(crossings);
    state.counters["length"] = total / static_cast<double>(std::max<std::size_t>(input.lines.size(), 1));
    state.counters["aspect"] = result.size.width / std::max(result.size.height, 1.0);
}

void countSize(benchmark::State& state, const LayoutInput& input) {
    state.counters["boxes"] = static_cast<double>(input.boxes.size());
    state.counters["lines"] = static_cast<double>(input.lines.size());
}

void layout(benchmark::State& state, const ViewSpec& view) {
    const LayoutInput input = graph::layoutInput(graph::makeDrawing(snapshot(), view));
    LayoutResult result;
    for (auto _ : state)
        result = graph::layoutNested(input, graph::layeredLayout);
    countSize(state, input);
    countQuality(state, input, result);
}
// Every twentieth box goes: how far the others move, as a share of the picture's diagonal, and how many pairs
// keep their left-right order.
void stability(benchmark::State& state) {
    const LayoutInput all = graph::layoutInput(
        graph::makeDrawing(snapshot(), neighbourhood(static_cast<std::size_t>(state.range(0)), false)));
    const LayoutResult before = graph::layoutNested(all, graph::layeredLayout);
    LayoutInput fewer;
    std::vector<Point> was;
    std::vector<int> place(all.boxes.size(), -1);
    for (std::size_t i = 0; i < all.boxes.size(); ++i) {
        if (i % 20 == 7)
            continue;
        place[i] = static_cast<int>(fewer.boxes.size());
        fewer.boxes.push_back(all.boxes[i]);
        was.push_back(before.boxes[i].centre());
        fewer.seeds.emplace_back(all.boxes[i].key, was.back());
    }
    std::sort(fewer.seeds.begin(), fewer.seeds.end(),
              [](const auto& a, const auto& b) { return a.first < b.first; });
    for (const graph::LayoutLine& l : all.lines)
        if (place[static_cast<std::size_t>(l.from)] >= 0 && place[static_cast<std::size_t>(l.to)] >= 0)
            fewer.lines.push_back(
                {place[static_cast<std::size_t>(l.from)], place[static_cast<std::size_t>(l.to)], l.weight});
    LayoutResult after;
    for (auto _ : state)
        after = graph::layoutNested(fewer, graph::layeredLayout);
    double dx = 0, dy = 0, moved = 0, pairs = 0, kept = 0;
    const auto n = static_cast<double>(was.size());
    const auto is = [&](std::size_t i) { return after.boxes[i].centre(); };
    for (std::size_t i = 0; i < was.size(); ++i)
        dx += (is(i).x - was[i].x) / n, dy += (is(i).y - was[i].y) / n;
    for (std::size_t i = 0; i < was.size(); ++i) {
        moved += std::hypot(is(i).x - was[i].x - dx, is(i).y - was[i].y - dy) / n;
        for (std::size_t j = 0; j < i; ++j)
            if (std::abs(was[i].x - was[j].x) >= 1)
                pairs += 1, kept += (was[i].x - was[j].x) * (is(i).x - is(j).x) > 0;
    }
    countSize(state, fewer);
    state.counters["moved%"] = 100 * moved / std::hypot(before.size.width, before.size.height);
    state.counters["kept%"] = 100 * kept / std::max(pairs, 1.0);
}
void flatLayout(benchmark::State& state) {
    layout(state, neighbourhood(static_cast<std::size_t>(state.range(0)), false));
}
void cyclicLayout(benchmark::State& state) {
    layout(state, neighbourhood(static_cast<std::size_t>(state.range(0)), true));
}
void nestedLayout(benchmark::State& state) {
    layout(state, nested(static_cast<std::size_t>(state.range(0))));
}

void drawing(benchmark::State& state, const ViewSpec& view) {
    for (auto _ : state)
        benchmark::DoNotOptimize(graph::makeDrawing(snapshot(), view));
    countSize(state, graph::layoutInput(graph::makeDrawing(snapshot(), view)));
}
void landingDrawing(benchmark::State& state) {
    drawing(state, graph::landingView(snapshot()));
}
void openDrawing(benchmark::State& state) {
    drawing(state, nested(150));
}
void landingView(benchmark::State& state) {
    static_cast<void>(snapshot());
    for (auto _ : state)
        benchmark::DoNotOptimize(graph::landingView(snapshot()));
}

#define SIZES(function)                                                                                      \
    BENCHMARK(function)->Unit(benchmark::kMillisecond)->Arg(50)->Arg(300)->Arg(500)->Arg(3000)
SIZES(flatLayout);
SIZES(cyclicLayout);
SIZES(nestedLayout);
SIZES(stability);
BENCHMARK(landingView)->Unit(benchmark::kMillisecond);
BENCHMARK(landingDrawing)->Unit(benchmark::kMillisecond);
BENCHMARK(openDrawing)->Unit(benchmark::kMillisecond);

} // namespace
