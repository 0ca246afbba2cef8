#include "graph/layout/feedback.h"

#include "graph/layout/levels.h"

#include <queue>

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>
#include <numeric>
#include <tuple>

namespace espalier::graph {
namespace {

using Pair = Adjacency::Pair;

std::size_t at(int i) {
    return static_cast<std::size_t>(i);
}

// Rank of every node by previous height, then by key: the tie-breaker of everything below.
std::vector<int> tieRanks(const FlatGraph& graph) {
    std::vector<int> nodes(graph.keys.size());
    std::iota(nodes.begin(), nodes.end(), 0);
    const auto height = [&](int v) {
        const double y = graph.seeds.empty() ? NAN : graph.seeds[at(v)].y;
        return std::isnan(y) ? std::numeric_limits<double>::infinity() : y;
    };
    std::sort(nodes.begin(), nodes.end(), [&](int a, int b) {
        return std::tuple(height(a), std::cref(graph.keys[at(a)]).get(), a) <
               std::tuple(height(b), std::cref(graph.keys[at(b)]).get(), b);
    });
    std::vector<int> rank(nodes.size());
    for (std::size_t i = 0; i < nodes.size(); ++i)
        rank[at(nodes[i])] = static_cast<int>(i);
    return rank;
}

// The members of one component and the lines among them, in both directions.
struct Component {
    const std::vector<int>& members;
    const Adjacency &out, &in;
    const std::vector<int>& componentOf;
    const std::vector<int>& tie;
    const std::vector<int>& rowOf; // the rows in which they stood

    [[nodiscard]] bool contains(int v) const {
        return componentOf[at(v)] == componentOf[at(members.front())];
    }
};

// Eades, Lin, Smyth: sinks to the end, sources to the beginning, else the node with the largest surplus of
// outgoing weight.
std::vector<int> greedyOrder(const Component& c) {
    struct Degree {
        int out = 0, in = 0;
    };
    std::vector<Degree> degree(c.componentOf.size());
    for (const int v : c.members) {
        for (const Neighbour& n : c.out.of(v))
            if (c.contains(n.node))
                degree[at(v)].out += n.weight, degree[at(n.node)].in += n.weight;
    }
    // Class 0 sinks, 1 sources, 2 the rest by surplus.
    const auto entry = [&](int v) {
        const Degree d = degree[at(v)];
        const int cls = d.out == 0 ? 0 : d.in == 0 ? 1 : 2;
        return std::tuple(cls, cls == 2 ? d.in - d.out : 0, c.tie[at(v)], v);
    };
    // Who has changed waits in it once more; what it waited with before is skipped.
    using Entry = decltype(entry(0));
    std::vector<Entry> waiting;
    for (const int v : c.members)
        waiting.push_back(entry(v));
    std::priority_queue queue(std::greater<Entry>(), std::move(waiting));
    std::vector<char> placed(degree.size(), 0);
    std::vector<int> head, tail;
    while (!queue.empty()) {
        const Entry first = queue.top();
        queue.pop();
        const auto [cls, surplus, tie, v] = first;
        if (placed[at(v)] || first != entry(v))
            continue;
        placed[at(v)] = 1;
        (cls == 0 ? tail : head).push_back(v);
        const auto lower = [&](int u, int Degree::*side, int weight) {
            if (!c.contains(u) || placed[at(u)])
                return;
            degree[at(u)].*side -= weight;
            queue.push(entry(u));
        };
        for (const Neighbour& n : c.out.of(v))
            lower(n.node, &Degree::in, n.weight);
        for (const Neighbour& n : c.in.of(v))
            lower(n.node, &Degree::out, n.weight);
    }
    head.insert(head.end(), tail.rbegin(), tail.rend());
    return head;
}

// Moves single nodes to the place in the order where the least weight runs against it, as long as that helps.
// Quadratic in the component, so large ones are left as they are.
void improveOrder(std::vector<int>& order, const Component& c) {
    constexpr std::size_t kLargest = 400;
    constexpr int kPasses = 3;
    if (order.size() > kLargest)
        return;
    std::vector<int> gain(c.componentOf.size(), 0); // of standing behind this node rather than before it
    bool moved = true;
    for (int pass = 0; pass < kPasses && moved; ++pass) {
        moved = false;
        const std::vector<int> turn = order;
        for (const int v : turn) {
            for (const Neighbour& n : c.out.of(v))
                gain[at(n.node)] -= n.weight;
            for (const Neighbour& n : c.in.of(v))
                gain[at(n.node)] += n.weight;
            const auto here = std::find(order.begin(), order.end(), v);
            std::ptrdiff_t best = here - order.begin();
            int sum = 0, most = 0;
            for (auto i = here + 1; i != order.end(); ++i)
                if ((sum += gain[at(*i)]) > most)
                    most = sum, best = i - order.begin();
            sum = 0;
            for (auto i = here; i != order.begin();)
                if ((sum -= gain[at(*--i)]) > most)
                    most = sum, best = i - order.begin();
            if (most > 0) {
                const std::ptrdiff_t from = here - order.begin();
                order.erase(here);
                order.insert(order.begin() + best, v);
                moved = moved || from != best;
            }
            for (const Neighbour& n : c.out.of(v))
                gain[at(n.node)] = 0;
            for (const Neighbour& n : c.in.of(v))
                gain[at(n.node)] = 0;
        }
    }
}

bool mostlySeeded(const Component& c) {
    if (c.rowOf.empty())
        return false;
    const auto known = std::ranges::count_if(c.members, [&](int v) { return c.rowOf[at(v)] != kNoRow; });
    return static_cast<std::size_t>(known) * 10 >= c.members.size() * 9;
}

// Cuts an order into the given number of pieces, so that little weight leads forward within a piece and
// pieces are about equally long. Returns the piece of each place in the order.
std::vector<int> cutOrder(const std::vector<int>& order, const Component& c, int pieces) {
    const std::size_t n = order.size();
    std::vector<std::size_t> place(c.componentOf.size(), 0);
    for (std::size_t i = 0; i < n; ++i)
        place[at(order[i])] = i;
    // Weight that leads forward among the places [from, end), for all pairs.
    std::vector<double> within((n + 1) * (n + 1), 0), ahead(n + 1, 0);
    for (std::size_t from = n; from-- > 0;) {
        std::fill(ahead.begin(), ahead.end(), 0);
        for (const Neighbour& to : c.out.of(order[from]))
            if (c.contains(to.node) && place[at(to.node)] > from)
                ahead[place[at(to.node)] + 1] += to.weight;
        for (std::size_t end = from + 1; end <= n; ++end) {
            ahead[end] += ahead[end - 1];
            within[from * (n + 1) + end] = within[(from + 1) * (n + 1) + end] + ahead[end];
        }
    }
    const double even = static_cast<double>(n) / pieces;
    std::vector<double> best(n + 1, INFINITY); // cost of the first i places in the pieces so far
    best[0] = 0;
    std::vector<std::vector<std::size_t>> begin(at(pieces), std::vector<std::size_t>(n + 1, 0));
    for (int p = 0; p < pieces; ++p) {
        std::vector<double> next(n + 1, INFINITY);
        for (std::size_t from = 0; from < n; ++from) {
            for (std::size_t end = from + 1; end <= n; ++end) {
                const double uneven = static_cast<double>(end - from) - even;
                const double cost = best[from] + within[from * (n + 1) + end] + 1.5 * uneven * uneven;
                if (cost < next[end])
                    next[end] = cost, begin[at(p)][end] = from;
            }
        }
        best = std::move(next);
    }
    std::vector<int> piece(n, 0);
    std::size_t end = n;
    for (int p = pieces; p-- > 0;) {
        const std::size_t from = begin[at(p)][end];
        std::fill(piece.begin() + static_cast<std::ptrdiff_t>(from),
                  piece.begin() + static_cast<std::ptrdiff_t>(end), p);
        end = from;
    }
    return piece;
}

// Place in the order of its component, and piece of that order, for each node.
struct Order {
    std::vector<int> place, piece;
};

void orderComponent(const Component& c, Order& into) {
    constexpr std::size_t kLargestCut = 300; // beyond, cubic work and no hope for a picture
    std::vector<int> order;
    order = greedyOrder(c);
    if (mostlySeeded(c)) {
        std::stable_sort(order.begin(), order.end(),
                         [&](int a, int b) { return c.rowOf[at(a)] < c.rowOf[at(b)]; });
    }
    improveOrder(order, c);
    const auto pieces = static_cast<int>(std::ceil(1.15 * std::sqrt(static_cast<double>(order.size()))));
    std::vector<int> piece;
    if (order.size() > 5 && order.size() <= kLargestCut)
        piece = cutOrder(order, c, pieces);
    for (std::size_t i = 0; i < order.size(); ++i) {
        into.place[at(order[i])] = static_cast<int>(i);
        into.piece[at(order[i])] = piece.empty() ? static_cast<int>(i) : piece[i];
    }
}

} // namespace

std::vector<int> strongComponents(int nodes, const Adjacency& out) {
    std::vector<int> component(at(nodes), -1), index(at(nodes), -1), low(at(nodes), 0), stack;
    struct Frame {
        int node;
        std::size_t next;
    };
    std::vector<Frame> frames;
    int counter = 0, components = 0;
    for (int root = 0; root < nodes; ++root) {
        if (index[at(root)] >= 0)
            continue;
        frames.push_back({root, 0});
        while (!frames.empty()) {
            const int v = frames.back().node;
            if (frames.back().next == 0) {
                index[at(v)] = low[at(v)] = counter++;
                stack.push_back(v);
            }
            const auto neighbours = out.of(v);
            if (frames.back().next < neighbours.size()) {
                const int w = neighbours[frames.back().next++].node;
                if (index[at(w)] < 0)
                    frames.push_back({w, 0});
                else if (component[at(w)] < 0)
                    low[at(v)] = std::min(low[at(v)], index[at(w)]);
                continue;
            }
            if (low[at(v)] == index[at(v)]) {
                int w;
                do {
                    w = stack.back();
                    stack.pop_back();
                    component[at(w)] = components;
                } while (w != v);
                ++components;
            }
            frames.pop_back();
            if (!frames.empty())
                low[at(frames.back().node)] = std::min(low[at(frames.back().node)], low[at(v)]);
        }
    }
    return component;
}

std::vector<Adjacency::Pair> acyclicLines(const FlatGraph& graph) {
    const auto nodes = graph.keys.size();
    std::vector<Pair> lines;
    lines.reserve(graph.lines.size());
    for (const LayoutLine& l : graph.lines)
        lines.push_back({l.from, l.to, l.weight});
    const Adjacency out(nodes, lines), in(nodes, lines, true);
    const std::vector<int> componentOf = strongComponents(static_cast<int>(nodes), out);
    const std::vector<int> tie = tieRanks(graph), rowOf = previousRows(graph);

    std::vector<std::vector<int>> members(nodes);
    for (std::size_t v = 0; v < nodes; ++v)
        members[at(componentOf[v])].push_back(static_cast<int>(v));
    Order order{std::vector<int>(nodes, 0), std::vector<int>(nodes, 0)};
    for (const std::vector<int>& list : members)
        if (list.size() > 1)
            orderComponent({list, out, in, componentOf, tie, rowOf}, order);
    for (Pair& l : lines) {
        if (componentOf[at(l.from)] != componentOf[at(l.to)])
            continue;
        if (order.place[at(l.from)] > order.place[at(l.to)])
            std::swap(l.from, l.to);
        l.length = order.piece[at(l.from)] == order.piece[at(l.to)] ? 0 : 1;
    }
    return lines;
}

} // namespace espalier::graph
