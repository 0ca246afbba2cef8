#include "graph/layout/levels.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace espalier::graph {
namespace {

using Pair = Adjacency::Pair;

std::size_t at(int i) {
    return static_cast<std::size_t>(i);
}

// Where most boxes of each previous row are now; the highest level of equal ones.
std::vector<int> usualLevels(const std::vector<int>& level, const std::vector<int>& rowOf) {
    std::vector<std::pair<int, int>> placed; // row, level
    for (std::size_t v = 0; v < level.size(); ++v)
        if (rowOf[v] != kNoRow)
            placed.emplace_back(rowOf[v], level[v]);
    std::sort(placed.begin(), placed.end());
    std::vector<int> usual(at(placed.back().first) + 1, 0);
    std::vector<std::size_t> most(usual.size(), 0);
    for (std::size_t begin = 0, end = 0; begin < placed.size(); begin = end) {
        while (end < placed.size() && placed[end] == placed[begin])
            ++end;
        const auto [row, now] = placed[begin];
        if (end - begin > most[at(row)])
            usual[at(row)] = now, most[at(row)] = end - begin;
    }
    return usual;
}

// Boxes one by one, from the bottom to the top, to the level that `wish` tells, as far as those of the others
// let them.
template <class Wish>
void slide(std::vector<int>& level, const std::vector<int>& order, const Adjacency& out, const Adjacency& in,
           Wish wish) {
    constexpr int kPasses = 8;
    bool moved = true;
    for (int pass = 0; pass < kPasses && moved; ++pass) {
        moved = false;
        for (auto v = order.rbegin(); v != order.rend(); ++v) {
            int highest = 0, lowest = std::numeric_limits<int>::max();
            for (const Neighbour& n : out.of(*v))
                lowest = std::min(lowest, level[at(n.node)] - n.length);
            for (const Neighbour& n : in.of(*v))
                highest = std::max(highest, level[at(n.node)] + n.length);
            const int target = std::clamp(wish(*v), highest, lowest);
            moved = moved || target != level[at(*v)];
            level[at(*v)] = target;
        }
    }
}

} // namespace

std::vector<int> previousRows(const FlatGraph& graph) {
    std::vector<int> nodes;
    for (std::size_t v = 0; v < graph.seeds.size(); ++v)
        if (!std::isnan(graph.seeds[v].y))
            nodes.push_back(static_cast<int>(v));
    if (nodes.empty())
        return {};
    const auto top = [&](int v) { return graph.seeds[at(v)].y - graph.sizes[at(v)].height / 2; };
    std::sort(nodes.begin(), nodes.end(), [&](int a, int b) { return top(a) < top(b); });
    std::vector<int> rowOf(graph.keys.size(), kNoRow);
    double bottom = top(nodes.front());
    int row = 0;
    for (const int v : nodes) {
        if (top(v) > bottom)
            ++row;
        rowOf[at(v)] = row;
        bottom = std::max(bottom, top(v) + graph.sizes[at(v)].height);
    }
    return rowOf;
}

std::vector<Pair> downwardLines(const FlatGraph& graph, const std::vector<int>& levels) {
    std::vector<Pair> lines;
    for (const LayoutLine& l : graph.lines) {
        const int from = levels[at(l.from)], to = levels[at(l.to)];
        if (from < to)
            lines.push_back({l.from, l.to, l.weight});
        else if (to < from)
            lines.push_back({l.to, l.from, l.weight});
    }
    return lines;
}

std::vector<int> assignLevels(int nodes, const std::vector<Adjacency::Pair>& acyclic,
                              const std::vector<int>& rowOf) {
    const Adjacency out(at(nodes), acyclic), in(at(nodes), acyclic, true);
    std::vector<int> waiting(at(nodes), 0), level(at(nodes), 0), order;
    for (const Pair& p : acyclic)
        ++waiting[at(p.to)];
    for (int v = 0; v < nodes; ++v)
        if (waiting[at(v)] == 0)
            order.push_back(v);
    for (std::size_t i = 0; i < order.size(); ++i) {
        for (const Neighbour& n : out.of(order[i])) {
            level[at(n.node)] = std::max(level[at(n.node)], level[at(order[i])] + n.length);
            if (--waiting[at(n.node)] == 0)
                order.push_back(n.node);
        }
    }
    slide(level, order, out, in, [&](int v) {
        int pull = 0;
        for (const Neighbour& n : out.of(v))
            pull += n.weight;
        for (const Neighbour& n : in.of(v))
            pull -= n.weight;
        return pull > 0 ? std::numeric_limits<int>::max() : pull < 0 ? 0 : level[at(v)];
    });
    if (rowOf.empty())
        return level;
    const std::vector<int> usual = usualLevels(level, rowOf);
    slide(level, order, out, in,
          [&](int v) { return rowOf[at(v)] == kNoRow ? level[at(v)] : usual[at(rowOf[at(v)])]; });
    return level;
}

} // namespace espalier::graph
