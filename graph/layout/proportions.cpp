#include "graph/layout/proportions.h"

#include "graph/layout/spacing.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace espalier::graph {
namespace {

std::size_t at(int i) {
    return static_cast<std::size_t>(i);
}

constexpr double kMostSideways = 0.1; // of the weight of all lines
constexpr double kTypicalGap = (kLevelGap + kLevelGapMost) / 2;
constexpr double kLeastGap = 26, kTightest = 0.6; // what is left between rows, and its share of what was
constexpr double kMostStretch = 1.5;
// Less than kAspect, as a map mostly has lists on both sides; fewer levels help more than wide gaps.
constexpr double kLeastAspect = 1.4, kSpreadAspect = 1.2;

struct Group {
    double width = 0, height = 0;
};

Size sizeOf(const std::vector<Group>& groups) {
    Size size;
    for (const Group& g : groups) {
        size.width = std::max(size.width, g.width);
        size.height += g.height + kTypicalGap;
    }
    return size;
}

// Weight of the lines between the members of groups i and i + 1, for each i.
std::vector<int> weightBetween(const FlatGraph& graph, const std::vector<int>& groupOf, std::size_t groups) {
    std::vector<int> weight(groups, 0);
    for (const LayoutLine& l : graph.lines) {
        const int a = groupOf[at(l.from)], b = groupOf[at(l.to)];
        if (std::abs(a - b) == 1)
            weight[at(std::min(a, b))] += l.weight;
    }
    return weight;
}

} // namespace

std::vector<int> joinLevels(const FlatGraph& graph, std::vector<int> levels, double below) {
    if (levels.empty())
        return levels;
    std::vector<Group> groups(at(*std::max_element(levels.begin(), levels.end())) + 1);
    for (std::size_t v = 0; v < levels.size(); ++v) {
        Group& g = groups[at(levels[v])];
        g.width += graph.sizes[v].width + kBoxGap;
        g.height = std::max(g.height, graph.sizes[v].height);
    }
    double room = 0;
    for (const LayoutLine& l : graph.lines)
        room += kMostSideways * l.weight;
    for (;;) {
        const Size size = sizeOf(groups);
        if (groups.size() < 3 || size.width >= kLeastAspect * (size.height + below))
            return levels;
        // The pair that costs the least weight for the height that it saves, and makes no row too wide.
        const std::vector<int> between = weightBetween(graph, levels, groups.size());
        int best = -1;
        double bestCost = INFINITY;
        for (std::size_t i = 0; i + 1 < groups.size(); ++i) {
            const double saved = std::min(groups[i].height, groups[i + 1].height) + kTypicalGap;
            const double width = groups[i].width + groups[i + 1].width;
            const double cost = (between[i] + 0.5) / saved;
            if (between[i] <= room && width <= kLeastAspect * (size.height - saved + below) &&
                cost < bestCost)
                bestCost = cost, best = static_cast<int>(i);
        }
        if (best < 0)
            return levels;
        room -= between[at(best)];
        groups[at(best)].width += groups[at(best) + 1].width;
        groups[at(best)].height = std::max(groups[at(best)].height, groups[at(best) + 1].height);
        groups.erase(groups.begin() + best + 1);
        for (int& level : levels)
            level -= level > best;
    }
}

void widen(const FlatGraph& graph, Placement& placement, double below) {
    const auto missing = [&] { // height over what would be in proportion
        return placement.size.height + below - placement.size.width / kSpreadAspect;
    };
    if (placement.centres.size() < 3 || missing() <= 0)
        return;
    std::vector<int> order(placement.centres.size());
    std::iota(order.begin(), order.end(), 0);
    const auto top = [&](int i) { return placement.centres[at(i)].y - graph.sizes[at(i)].height / 2; };
    std::stable_sort(order.begin(), order.end(), [&](int a, int b) { return top(a) < top(b); });

    // Strips without any box, from top to bottom.
    double bottom = top(order.front()), spare = 0;
    std::vector<double> gaps(order.size(), 0); // above each box in order, 0 for those that begin in a row
    const auto least = [](double gap) { return std::min(gap, std::max(kLeastGap, kTightest * gap)); };
    for (std::size_t i = 0; i < order.size(); ++i) {
        const double above = top(order[i]);
        if (above > bottom)
            gaps[i] = above - bottom, spare += gaps[i] - least(gaps[i]);
        bottom = std::max(bottom, above + graph.sizes[at(order[i])].height);
    }
    const double share = spare > 0 ? std::min(1.0, missing() / spare) : 0;
    double up = 0;
    for (std::size_t i = 0; i < order.size(); ++i) {
        up += share * (gaps[i] - least(gaps[i]));
        placement.centres[at(order[i])].y -= up;
    }
    placement.size.height -= up;

    const double stretch =
        std::min(kMostStretch, kSpreadAspect * (placement.size.height + below) / placement.size.width);
    if (stretch <= 1)
        return;
    double left = INFINITY, right = -INFINITY;
    for (std::size_t i = 0; i < placement.centres.size(); ++i) {
        Point& c = placement.centres[i];
        c.x *= stretch;
        left = std::min(left, c.x - graph.sizes[i].width / 2);
        right = std::max(right, c.x + graph.sizes[i].width / 2);
    }
    for (Point& c : placement.centres)
        c.x -= left;
    placement.size.width = right - left;
}

} // namespace espalier::graph
