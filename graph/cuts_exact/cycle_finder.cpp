#include "graph/cuts_exact/cycle_finder.h"

#include <queue>

#include <algorithm>
#include <limits>
#include <set>
#include <tuple>

namespace espalier::graph {
namespace {

constexpr double kEnough = 1 - 1e-6;
constexpr double kFar = std::numeric_limits<double>::max();

std::size_t index(int i) {
    return static_cast<std::size_t>(i);
}

} // namespace

CycleFinder::CycleFinder(const Piece& piece)
    : piece_(piece)
    , out_(index(piece.nodes))
    , label_(index(piece.nodes), Label{kFar, 0})
    , arrived_(index(piece.nodes), -1) {
    for (std::size_t a = 0; a < piece.arcs.size(); ++a)
        out_[index(piece.arcs[a].from)].push_back({static_cast<int>(a), piece.arcs[a].to});
}

std::vector<std::vector<int>> CycleFinder::violated(const std::vector<double>& cut) {
    std::vector<std::vector<int>> found;
    std::vector<char> covered(index(piece_.nodes), 0);
    for (int node = 0; node < piece_.nodes; ++node) {
        if (covered[index(node)])
            continue;
        std::vector<int> cycle = cycleThrough(node, cut);
        for (const int arc : cycle)
            covered[index(piece_.arcs[index(arc)].from)] = 1;
        if (!cycle.empty())
            found.push_back(std::move(cycle));
    }
    return found;
}

std::vector<int> CycleFinder::cycleThrough(int start, const std::vector<double>& cut) {
    using Entry = std::tuple<Label, int>; // node
    std::priority_queue<Entry, std::vector<Entry>, std::greater<>> open;
    Label best{kEnough, 0};
    int last = -1; // arc back to start
    for (const int node : touched_)
        label_[index(node)] = {kFar, 0};
    touched_.clear();
    open.emplace(Label{0, 0}, start);
    while (!open.empty()) {
        const auto [label, node] = open.top();
        open.pop();
        if (label >= best)
            break;
        if (node != start && label > label_[index(node)])
            continue;
        for (const Link& link : out_[index(node)]) {
            const Label next{label.cut + cut[index(link.arc)], label.hops + 1};
            if (next >= best)
                continue;
            if (link.to == start) {
                best = next;
                last = link.arc;
            } else if (next < label_[index(link.to)]) {
                label_[index(link.to)] = next;
                touched_.push_back(link.to);
                arrived_[index(link.to)] = link.arc;
                open.emplace(next, link.to);
            }
        }
    }
    std::vector<int> cycle;
    for (int arc = last; arc >= 0; arc = arrived_[index(piece_.arcs[index(arc)].from)]) {
        cycle.push_back(arc);
        if (piece_.arcs[index(arc)].from == start)
            break;
    }
    std::ranges::reverse(cycle);
    return cycle;
}

std::vector<int> CycleFinder::shortestThrough(int arc) {
    const int start = piece_.arcs[index(arc)].to, goal = piece_.arcs[index(arc)].from;
    std::vector<int> queue{start};
    std::ranges::fill(arrived_, -1);
    arrived_[index(start)] = arc;
    for (std::size_t next = 0; next < queue.size() && arrived_[index(goal)] < 0; ++next)
        for (const Link& link : out_[index(queue[next])])
            if (arrived_[index(link.to)] < 0) {
                arrived_[index(link.to)] = link.arc;
                queue.push_back(link.to);
            }
    std::vector<int> cycle{arc};
    for (int node = goal; node != start; node = piece_.arcs[index(cycle.back())].from)
        cycle.push_back(arrived_[index(node)]);
    std::ranges::reverse(cycle.begin() + 1, cycle.end());
    return cycle;
}

std::vector<std::vector<int>> CycleFinder::shortest() {
    std::set<std::vector<int>> seen;
    std::vector<std::vector<int>> out;
    for (std::size_t a = 0; a < piece_.arcs.size(); ++a) {
        std::vector<int> cycle = shortestThrough(static_cast<int>(a));
        std::vector<int> sorted = cycle;
        std::ranges::sort(sorted);
        if (seen.insert(std::move(sorted)).second)
            out.push_back(std::move(cycle));
    }
    return out;
}

} // namespace espalier::graph
