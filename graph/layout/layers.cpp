#include "graph/layout/layers.h"

#include <algorithm>
#include <cmath>
#include <compare>
#include <limits>
#include <numeric>

namespace espalier::graph {
namespace {

using Pair = Adjacency::Pair;

// Over this many places the longest chains go without: their lines are routed all the same.
constexpr std::size_t kMostPlaces = 40000;

std::size_t at(int i) {
    return static_cast<std::size_t>(i);
}

// The level at which the chain of places to each box begins; its own level if it needs none.
std::vector<int> chainStarts(const std::vector<Pair>& acyclic, const std::vector<int>& levels) {
    std::vector<int> start = levels;
    for (const Pair& p : acyclic)
        start[at(p.to)] = std::min(start[at(p.to)], levels[at(p.from)] + 1);
    std::vector<int> byLength(levels.size());
    std::iota(byLength.begin(), byLength.end(), 0);
    const auto length = [&](int v) { return static_cast<std::size_t>(levels[at(v)] - start[at(v)]); };
    std::stable_sort(byLength.begin(), byLength.end(), [&](int a, int b) { return length(a) < length(b); });
    std::size_t places = 0;
    for (const int v : byLength) {
        places += length(v);
        if (places > kMostPlaces)
            start[at(v)] = levels[at(v)];
    }
    return start;
}

std::vector<int> positions(const Layers& layers) {
    std::vector<int> position(layers.levelOf.size(), 0);
    for (const auto& row : layers.rows)
        for (std::size_t i = 0; i < row.size(); ++i)
            position[at(row[i])] = static_cast<int>(i);
    return position;
}

// Crossings between neighbouring levels: inversions among the lower ends, by a binary indexed tree (Barth,
// Mutzel, Jünger 2004).
class CrossingCounter {
public:
    explicit CrossingCounter(const Layers& layers)
        : layers_(layers) {}

    // Of all levels; at `limit` it gives up.
    std::uint64_t count(const std::vector<int>& position, std::uint64_t limit) {
        std::uint64_t sum = 0;
        for (std::size_t level = 0; level + 1 < layers_.rows.size() && sum < limit; ++level)
            sum += countBelow(level, position);
        return sum;
    }

private:
    std::uint64_t countBelow(std::size_t level, const std::vector<int>& position) {
        tree_.assign(layers_.rows[level + 1].size() + 1, 0);
        std::uint64_t count = 0, inserted = 0;
        for (const int item : layers_.rows[level]) {
            const std::span<const Neighbour> ends = layers_.down.of(item);
            for (const Neighbour& n : ends) {
                std::uint64_t notRight = 0;
                for (auto i = at(position[at(n.node)]) + 1; i > 0; i &= i - 1)
                    notRight += tree_[i];
                count += inserted - notRight;
            }
            for (const Neighbour& n : ends)
                for (auto i = at(position[at(n.node)]) + 1; i < tree_.size(); i += i & (~i + 1))
                    ++tree_[i];
            inserted += ends.size();
        }
        return count;
    }

    const Layers& layers_;
    std::vector<std::uint32_t> tree_;
};

// Sorts rows by the mean positions of the neighbours of their items on one side.
class Sweeper {
public:
    Sweeper(Layers& layers, std::vector<int>& position)
        : layers_(layers)
        , position_(position) {}

    void sweep(bool downward) {
        const std::size_t n = layers_.rows.size();
        for (std::size_t i = 1; i < n; ++i)
            sort(layers_.rows[downward ? i : n - 1 - i], downward ? layers_.up : layers_.down);
    }

private:
    // Items without any neighbours keep their place.
    void sort(std::vector<int>& row, const Adjacency& side) {
        moving_.clear(), places_.clear();
        for (std::size_t i = 0; i < row.size(); ++i) {
            double sum = 0, weight = 0;
            for (const Neighbour& n : side.of(row[i]))
                sum += static_cast<double>(position_[at(n.node)]) * n.weight, weight += n.weight;
            if (weight > 0)
                moving_.push_back({sum / weight, static_cast<int>(i), row[i]}), places_.push_back(i);
        }
        std::sort(moving_.begin(), moving_.end());
        for (std::size_t i = 0; i < moving_.size(); ++i) {
            row[places_[i]] = moving_[i].item;
            position_[at(moving_[i].item)] = static_cast<int>(places_[i]);
        }
    }

    struct Moving {
        double mean = 0;
        int was = 0, item = 0; // the former decides between equal ones
        friend auto operator<=>(const Moving&, const Moving&) = default;
    };

    Layers& layers_;
    std::vector<int>& position_;      // of each item in its row
    std::vector<Moving> moving_;      // of the row at hand
    std::vector<std::size_t> places_; // where they can stand
};

// Crossings among the links of two neighbours in a row when `left` stands left of `right`.
int pairCrossings(const Adjacency& side, int left, int right, const std::vector<int>& position) {
    int count = 0;
    for (const Neighbour& a : side.of(left))
        for (const Neighbour& b : side.of(right))
            count += position[at(a.node)] > position[at(b.node)];
    return count;
}

void exchangeNeighbours(Layers& layers, std::vector<int>& position) {
    constexpr int kPasses = 4;
    bool changed = true;
    for (int pass = 0; pass < kPasses && changed; ++pass) {
        changed = false;
        for (auto& row : layers.rows) {
            for (std::size_t i = 0; i + 1 < row.size(); ++i) {
                const int a = row[i], b = row[i + 1];
                const int now =
                    pairCrossings(layers.up, a, b, position) + pairCrossings(layers.down, a, b, position);
                const int then = now == 0 ? 0
                                          : pairCrossings(layers.up, b, a, position) +
                                                pairCrossings(layers.down, b, a, position);
                if (then < now) {
                    std::swap(row[i], row[i + 1]);
                    std::swap(position[at(a)], position[at(b)]);
                    changed = true;
                }
            }
        }
    }
}

// Previous x of every item; places stand where their target was, new boxes at the mean of their neighbours.
std::vector<double> seedPositions(const Layers& layers, const FlatGraph& graph) {
    std::vector<double> x(layers.levelOf.size(), NAN);
    for (std::size_t i = 0; i < x.size(); ++i)
        x[i] = graph.seeds[at(layers.targetOf[i])].x;
    for (std::size_t i = 0; i < x.size(); ++i) {
        if (!std::isnan(x[i]))
            continue;
        double sum = 0;
        int known = 0;
        for (const Adjacency* side : {&layers.up, &layers.down}) {
            for (const Neighbour& n : side->of(static_cast<int>(i))) {
                const double nx = graph.seeds[at(layers.targetOf[at(n.node)])].x;
                if (!std::isnan(nx))
                    sum += nx, ++known;
            }
        }
        x[i] = known > 0 ? sum / known : std::numeric_limits<double>::infinity();
    }
    return x;
}

struct Effort {
    int sweeps;
    bool exchange;
};
Effort effort(const Layers& layers) {
    const std::size_t size = layers.links.size() + layers.levelOf.size();
    if (size < 3000)
        return {20, true};
    return size < 12000 ? Effort{size < 6000 ? 8 : 6, false} : Effort{4, false};
}

} // namespace

Layers makeLayers(const FlatGraph& graph, const std::vector<Pair>& acyclic, const std::vector<int>& levels) {
    Layers layers;
    const std::size_t boxes = levels.size();
    layers.boxes = static_cast<int>(boxes);
    layers.levelOf = levels;
    layers.targetOf.resize(boxes);
    std::iota(layers.targetOf.begin(), layers.targetOf.end(), 0);
    const std::vector<int> start = chainStarts(acyclic, levels);
    std::vector<int> firstPlace(boxes, -1);
    for (std::size_t v = 0; v < boxes; ++v) {
        firstPlace[v] = static_cast<int>(layers.levelOf.size());
        for (int level = start[v]; level < levels[v]; ++level) {
            layers.levelOf.push_back(level);
            layers.targetOf.push_back(static_cast<int>(v));
        }
    }
    const auto itemAt = [&](int target, int level) {
        return level == levels[at(target)] ? target : firstPlace[at(target)] + level - start[at(target)];
    };
    for (std::size_t v = 0; v < boxes; ++v)
        for (int level = start[v]; level < levels[v]; ++level)
            layers.links.push_back(
                {itemAt(static_cast<int>(v), level), itemAt(static_cast<int>(v), level + 1), 2});
    for (const Pair& p : acyclic)
        if (levels[at(p.from)] + 1 >= start[at(p.to)])
            layers.links.push_back({p.from, itemAt(p.to, levels[at(p.from)] + 1), p.weight});
    layers.down = Adjacency(layers.levelOf.size(), layers.links);
    layers.up = Adjacency(layers.levelOf.size(), layers.links, true);

    const int depth = levels.empty() ? 0 : *std::max_element(levels.begin(), levels.end()) + 1;
    layers.rows.resize(at(depth));
    for (std::size_t i = 0; i < layers.levelOf.size(); ++i)
        layers.rows[at(layers.levelOf[i])].push_back(static_cast<int>(i));
    for (auto& row : layers.rows)
        std::sort(row.begin(), row.end(), [&](int a, int b) {
            const int byKey =
                graph.keys[at(layers.targetOf[at(a)])].compare(graph.keys[at(layers.targetOf[at(b)])]);
            return byKey != 0 ? byKey < 0 : a < b;
        });
    return layers;
}

void orderRows(Layers& layers, const FlatGraph& graph) {
    const bool seeded = !graph.seeds.empty();
    if (seeded) {
        const std::vector<double> x = seedPositions(layers, graph);
        for (auto& row : layers.rows)
            std::stable_sort(row.begin(), row.end(), [&](int a, int b) { return x[at(a)] < x[at(b)]; });
    }
    std::vector<int> position = positions(layers);
    std::vector<std::vector<int>> best = layers.rows;
    // A seeded order has to be beaten clearly.
    constexpr std::uint64_t kNoLimit = std::numeric_limits<std::uint64_t>::max();
    Sweeper sweeper(layers, position);
    CrossingCounter crossings(layers);
    std::uint64_t fewest = seeded ? crossings.count(position, kNoLimit) / 2 : kNoLimit;
    const Effort e = effort(layers);
    for (int i = 0; i < e.sweeps && fewest > 0; ++i) {
        sweeper.sweep(i % 2 == 0);
        if (e.exchange && i % 5 == 4)
            exchangeNeighbours(layers, position);
        const std::uint64_t count = crossings.count(position, fewest);
        if (count < fewest)
            fewest = count, best = layers.rows;
    }
    layers.rows = std::move(best);
}

std::uint64_t crossings(const Layers& layers) {
    return CrossingCounter(layers).count(positions(layers), std::numeric_limits<std::uint64_t>::max());
}

} // namespace espalier::graph
