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
    Grid grid;
    grid.centres.reserve(nodes.size());
    const double column = columnWidth(graph, nodes);
    double x = 0, y = 0, height = 0;
    for (const int v : nodes) {
        const Size size = graph.sizes[at(v)];
        if (x > 0 && x + std::max(column, size.width) > width) {
            x = 0;
            y += height + kGridGapY;
            height = 0;
        }
        grid.centres.push_back({x + size.width / 2, y + size.height / 2});
        grid.size.width = std::max(grid.size.width, x + size.width);
        height = std::max(height, size.height);
        x += std::max(column, size.width) + kGridGapX;
    }
    grid.size.height = y + height;
    return grid;
}

} // namespace espalier::graph
