#include "graph/layout/placement.h"
#include "graph/layout/spacing.h"

#include <algorithm>
#include <cmath>
#include <tuple>

namespace espalier::graph {
namespace {

std::size_t at(int i) {
    return static_cast<std::size_t>(i);
}

// Width of a common column, or 0 where the widths differ too much for one.
double columnWidth(const FlatGraph& graph, const std::vector<int>& nodes) {
    double widest = 0, sum = 0;
    for (const int v : nodes)
        widest = std::max(widest, graph.sizes[at(v)].width), sum += graph.sizes[at(v)].width;
    return sum < 0.6 * widest * static_cast<double>(nodes.size()) ? 0 : widest;
}

Grid placeLines(const FlatGraph& graph, const std::vector<std::vector<int>>& lines, double column) {
    Grid grid;
    double y = 0;
    for (const std::vector<int>& line : lines) {
        double x = 0, height = 0;
        for (const int v : line) {
            const Size size = graph.sizes[at(v)];
            grid.nodes.push_back(v);
            grid.centres.push_back({x + size.width / 2, y + size.height / 2});
            grid.size.width = std::max(grid.size.width, x + size.width);
            height = std::max(height, size.height);
            x += std::max(column, size.width) + kGridGapX;
        }
        grid.size.height = y + height;
        y += height + kGridGapY;
    }
    return grid;
}

} // namespace

std::vector<int> gridOrder(const FlatGraph& graph, const std::vector<int>& nodes) {
    std::vector<int> order = nodes;
    std::sort(order.begin(), order.end(), [&](int a, int b) {
        const double heightA = graph.sizes[at(a)].height, heightB = graph.sizes[at(b)].height;
        return std::tie(heightB, graph.keys[at(a)], a) < std::tie(heightA, graph.keys[at(b)], b);
    });
    return order;
}

double aspectError(double width, double height) {
    return std::abs(std::log(std::max(width, 1.0) / std::max(height, 1.0) / kAspect));
}

double gridWidth(const FlatGraph& graph, const std::vector<int>& nodes) {
    double area = 0, widest = 0;
    for (const int v : nodes) {
        const Size s = graph.sizes[at(v)];
        area += (s.width + kGridGapX) * (s.height + kGridGapY);
        widest = std::max(widest, s.width);
    }
    double best = widest, bestError = INFINITY;
    for (double width = std::max(widest, std::sqrt(area) * 0.8); width < std::sqrt(area) * 2 + widest;
         width += std::max(24.0, widest / 4)) {
        const Grid grid = placeGrid(graph, nodes, width);
        const double error = aspectError(grid.size.width, grid.size.height);
        if (error < bestError - 1e-9)
            bestError = error, best = width;
    }
    return best;
}

Grid placeGrid(const FlatGraph& graph, const std::vector<int>& nodes, double width) {
    const double column = columnWidth(graph, nodes);
    std::vector<std::vector<int>> lines;
    double x = width;
    for (const int v : nodes) {
        const double needed = std::max(column, graph.sizes[at(v)].width);
        if (lines.empty() || x + needed > width)
            lines.emplace_back(), x = 0;
        lines.back().push_back(v);
        x += needed + kGridGapX;
    }
    return placeLines(graph, lines, column);
}

std::optional<Grid> keptGrid(const FlatGraph& graph, const std::vector<int>& nodes) {
    constexpr double kSameLine = 2, kLeastFull = 0.6;
    if (graph.seeds.empty())
        return std::nullopt;
    std::vector<int> known, others;
    for (const int v : nodes)
        (std::isnan(graph.seeds[at(v)].y) ? others : known).push_back(v);
    const auto top = [&](int v) { return graph.seeds[at(v)].y - graph.sizes[at(v)].height / 2; };
    std::stable_sort(known.begin(), known.end(), [&](int a, int b) { return top(a) < top(b); });
    std::vector<std::vector<int>> lines;
    for (const int v : known) {
        if (lines.empty() || top(v) - top(lines.back().front()) > kSameLine)
            lines.emplace_back();
        lines.back().push_back(v);
    }
    // What stood alone has lost its lines only now, or ended the last line.
    for (const std::vector<int>& line : lines)
        if (line.size() == 1)
            others.push_back(line.front());
    std::erase_if(lines, [](const std::vector<int>& line) { return line.size() == 1; });
    if (2 * others.size() > nodes.size())
        return std::nullopt;
    for (std::vector<int>& line : lines)
        std::stable_sort(line.begin(), line.end(),
                         [&](int a, int b) { return graph.seeds[at(a)].x < graph.seeds[at(b)].x; });
    for (const int v : others)
        std::ranges::min_element(lines, {}, &std::vector<int>::size)->push_back(v);
    Grid grid = placeLines(graph, lines, columnWidth(graph, nodes));
    double area = 0;
    for (const int v : nodes)
        area += (graph.sizes[at(v)].width + kGridGapX) * (graph.sizes[at(v)].height + kGridGapY);
    if (area < kLeastFull * (grid.size.width + kGridGapX) * (grid.size.height + kGridGapY))
        return std::nullopt;
    return grid;
}

} // namespace espalier::graph
