#include "graph/layout/parts.h"

#include "graph/layout/proportions.h"
#include "graph/layout/spacing.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <tuple>

namespace espalier::graph {
namespace {

std::size_t at(int i) {
    return static_cast<std::size_t>(i);
}

// The boxes with lines, sorted by key, with their lines sorted too.
FlatGraph connectedPart(const FlatGraph& graph, const std::vector<int>& nodes) {
    FlatGraph part;
    std::vector<int> place(graph.keys.size(), -1);
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        const std::size_t v = at(nodes[i]);
        place[v] = static_cast<int>(i);
        part.keys.push_back(graph.keys[v]);
        part.sizes.push_back(graph.sizes[v]);
        if (!graph.seeds.empty())
            part.seeds.push_back(graph.seeds[v]);
    }
    if (std::all_of(part.seeds.begin(), part.seeds.end(), [](const Point& p) { return std::isnan(p.x); }))
        part.seeds.clear();
    for (const LayoutLine& l : graph.lines)
        part.lines.push_back({place[at(l.from)], place[at(l.to)], l.weight});
    std::sort(part.lines.begin(), part.lines.end(), [](const LayoutLine& a, const LayoutLine& b) {
        return std::tie(a.from, a.to, a.weight) < std::tie(b.from, b.to, b.weight);
    });
    return part;
}

// Boxes without lines where there are no others.
Grid gridAlone(const FlatGraph& graph, const std::vector<int>& nodes) {
    constexpr double kKeep = 0.4; // of an error that a grid may have to stay
    Grid fresh = placeGrid(graph, nodes, gridWidth(graph, nodes));
    std::optional<Grid> kept = keptGrid(graph, nodes);
    const auto error = [](const Grid& grid) { return aspectError(grid.size.width, grid.size.height); };
    return kept && error(*kept) < error(fresh) + kKeep ? *std::move(kept) : std::move(fresh);
}

struct PlacedGrid {
    Grid grid;
    Point corner;
};

// Boxes without lines below or beside the others, which take `main`. `alone`: the width that they would have
// without these.
PlacedGrid gridBeyond(const FlatGraph& graph, const std::vector<int>& joined, const std::vector<int>& single,
                      Size main, double alone) {
    const Point below{0, main.height + kGridOffset}, right{main.width + kGridOffset, 0};
    if (std::optional<Grid> kept = keptGrid(graph, single)) {
        constexpr double kMostBeyond = 1.25;
        const auto lowest = [&](const std::vector<int>& nodes) { // std::max() passes by what is no number
            double y = -INFINITY;
            for (const int v : nodes)
                y = std::max(y, graph.seeds[at(v)].y);
            return y;
        };
        const bool wasBelow = lowest(single) > lowest(joined);
        if (wasBelow && kept->size.width < kMostBeyond * std::max(main.width, alone))
            return {*std::move(kept), below};
        if (!wasBelow && kept->size.height < kMostBeyond * main.height)
            return {*std::move(kept), right};
    }
    Grid under = placeGrid(graph, single, std::max(main.width, alone));
    const double underError =
        aspectError(std::max(main.width, under.size.width), main.height + kGridOffset + under.size.height);
    double narrow = 0;
    for (const int v : single)
        narrow = std::max(narrow, graph.sizes[at(v)].width);
    Grid beside = placeGrid(graph, single, narrow);
    while (beside.size.height > main.height && narrow < alone * 2)
        beside = placeGrid(graph, single, narrow += 40);
    const double besideError =
        aspectError(main.width + kGridOffset + beside.size.width, std::max(main.height, beside.size.height));
    if (besideError < underError - 0.15)
        return {std::move(beside), right};
    return {std::move(under), below};
}

} // namespace

std::vector<Point> layoutParts(const FlatGraph& graph, const ConnectedEngine& engine) {
    std::vector<int> order(graph.keys.size());
    std::iota(order.begin(), order.end(), 0);
    std::sort(order.begin(), order.end(),
              [&](int a, int b) { return std::tie(graph.keys[at(a)], a) < std::tie(graph.keys[at(b)], b); });
    std::vector<char> hasLine(graph.keys.size(), 0);
    for (const LayoutLine& l : graph.lines)
        hasLine[at(l.from)] = hasLine[at(l.to)] = 1;
    std::vector<int> joined, single;
    for (const int v : order)
        (hasLine[at(v)] ? joined : single).push_back(v);

    single = gridOrder(graph, single);

    std::vector<Point> centres(graph.keys.size());
    const auto put = [&](const std::vector<int>& nodes, const std::vector<Point>& from, double dx,
                         double dy) {
        for (std::size_t i = 0; i < nodes.size(); ++i)
            centres[at(nodes[i])] = {from[i].x + dx, from[i].y + dy};
    };
    if (joined.empty()) {
        const Grid grid = gridAlone(graph, single);
        put(grid.nodes, grid.centres, 0, 0);
        return centres;
    }
    const FlatGraph part = connectedPart(graph, joined);
    const double alone = single.empty() ? 0 : gridWidth(graph, single);
    const double estimate =
        single.empty() ? 0 : placeGrid(graph, single, alone * 1.5).size.height + kGridOffset;
    Placement main = engine(part, estimate);
    if (main.centres.size() != joined.size())
        return {};
    widen(part, main, estimate);
    put(joined, main.centres, 0, 0);
    if (single.empty())
        return centres;
    const PlacedGrid beyond = gridBeyond(graph, joined, single, main.size, alone);
    put(beyond.grid.nodes, beyond.grid.centres, beyond.corner.x, beyond.corner.y);
    return centres;
}

} // namespace espalier::graph
