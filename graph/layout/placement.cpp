#include "graph/layout/placement.h"

#include "graph/layout/isotonic.h"
#include "graph/layout/rows.h"
#include "graph/layout/spacing.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace espalier::graph {
namespace {

std::size_t at(int i) {
    return static_cast<std::size_t>(i);
}

constexpr double kSeedPull = 1.5; // of a previous place, as a multiple of the pull of all lines of a box

class Placer {
public:
    Placer(const FlatGraph& graph, const Layers& layers)
        : graph_(graph)
        , layers_(layers) {}

    Placement place(double below) {
        Arrangement best = wrapLevels(graph_, layers_, below);
        settle(best, std::max(best.width, kAspect * (best.height + below)));
        return coordinates(best);
    }

private:
    void settle(Arrangement& a, double width) const;
    [[nodiscard]] static double seedShift(const Arrangement& a);
    [[nodiscard]] std::vector<Adjacency::Pair> slotLinks(const Arrangement& a) const;
    [[nodiscard]] Placement coordinates(const Arrangement& a) const;

    const FlatGraph& graph_;
    const Layers& layers_;
};

// Links between slots: from the last copy of an item to the first copy of the one below, and along the copies
// of a place in the rows of a wrapped level.
std::vector<Adjacency::Pair> Placer::slotLinks(const Arrangement& a) const {
    std::vector<int> first(layers_.levelOf.size(), -1), last(layers_.levelOf.size(), -1);
    std::vector<Adjacency::Pair> links;
    for (std::size_t s = 0; s < a.slots.size(); ++s) {
        const Slot& slot = a.slots[s];
        const auto id = static_cast<int>(s);
        for (const int box : slot.boxes)
            first[at(box)] = last[at(box)] = id;
        if (slot.place >= 0) {
            if (last[at(slot.place)] >= 0)
                links.push_back({last[at(slot.place)], id, 6});
            else
                first[at(slot.place)] = id;
            last[at(slot.place)] = id;
        }
    }
    for (const Adjacency::Pair& l : layers_.links) {
        const int straight = layers_.isPlace(l.from) && layers_.isPlace(l.to) ? 3 : 1;
        links.push_back({last[at(l.from)], first[at(l.to)], l.weight * straight});
    }
    return links;
}

// What has to be added to previous x so that they lie in the middle of [0, width] as the rows do.
double Placer::seedShift(const Arrangement& a) {
    std::vector<double> differences;
    for (const Slot& s : a.slots)
        if (!std::isnan(s.seed.x))
            differences.push_back(s.x - s.seed.x);
    if (differences.empty())
        return 0;
    const auto middle = differences.begin() + static_cast<std::ptrdiff_t>(differences.size() / 2);
    std::nth_element(differences.begin(), middle, differences.end());
    return *middle;
}

// Rows take turns, downward and upward, in moving to the mean of their neighbours within [0, width].
void Placer::settle(Arrangement& a, double width) const {
    const std::vector<Adjacency::Pair> links = slotLinks(a);
    const Adjacency down(a.slots.size(), links), up(a.slots.size(), links, true);
    for (Row& row : a.rows) {
        const double gap = placeGap(a, row);
        double x = (width - row.width) / 2;
        for (std::size_t i = 0; i < row.slots.size(); ++i) {
            Slot& s = a.slots[at(row.slots[i])];
            x += i == 0 ? s.width / 2 : slotDistance(a.slots[at(row.slots[i - 1])], s, gap);
            s.x = x;
        }
    }
    const double shift = seedShift(a);
    std::vector<double> desired, weights, distances;
    const auto settleRow = [&](Row& row, bool useUp, bool useDown) {
        desired.clear(), weights.clear(), distances.clear();
        const double gap = placeGap(a, row);
        for (std::size_t i = 0; i < row.slots.size(); ++i) {
            const Slot& s = a.slots[at(row.slots[i])];
            double sum = 0, weight = 0;
            for (const Adjacency* side : {useUp ? &up : nullptr, useDown ? &down : nullptr}) {
                if (side == nullptr)
                    continue;
                for (const Neighbour& n : side->of(row.slots[i]))
                    sum += n.weight * a.slots[at(n.node)].x, weight += n.weight;
            }
            if (!std::isnan(s.seed.x)) {
                const double pull = kSeedPull * std::max(weight, 1.0);
                sum += pull * (s.seed.x + shift), weight += pull;
            }
            desired.push_back(weight > 0 ? sum / weight : s.x);
            weights.push_back(weight > 0 ? weight : 0.05);
            if (i > 0)
                distances.push_back(slotDistance(a.slots[at(row.slots[i - 1])], s, gap));
        }
        if (row.slots.empty())
            return;
        const std::vector<double> x =
            spreadInOrder(desired, weights, distances, a.slots[at(row.slots.front())].width / 2,
                          width - a.slots[at(row.slots.back())].width / 2);
        for (std::size_t i = 0; i < x.size(); ++i)
            a.slots[at(row.slots[i])].x = x[i];
    };
    const int passes = a.slots.size() < 4000 ? 8 : 4;
    for (int pass = 0; pass < passes; ++pass) {
        for (auto row = a.rows.begin(); row != a.rows.end(); ++row)
            settleRow(*row, true, pass >= 2);
        for (auto row = a.rows.rbegin(); row != a.rows.rend(); ++row)
            settleRow(*row, pass >= 2, true);
    }
}

Placement Placer::coordinates(const Arrangement& a) const {
    Placement placement;
    placement.centres.resize(graph_.keys.size());
    double left = std::numeric_limits<double>::max(), right = 0;
    for (const Slot& s : a.slots) {
        if (s.place >= 0)
            continue;
        left = std::min(left, s.x - s.width / 2);
        right = std::max(right, s.x + s.width / 2);
    }
    double y = 0;
    std::size_t level = 0;
    for (std::size_t r = 0; r < a.rows.size(); ++r) {
        const Row& row = a.rows[r];
        if (r > 0)
            y += row.opensLevel ? a.gapBelow[level++] : kWrappedRowGap;
        for (const int id : row.slots) {
            const Slot& slot = a.slots[at(id)];
            double top = y + (row.height - slot.height) / 2;
            for (const int box : slot.boxes) {
                const double height = graph_.sizes[at(box)].height;
                placement.centres[at(box)] = {slot.x - left, top + height / 2};
                top += height + kWrappedRowGap;
            }
        }
        y += row.height;
    }
    placement.size = {right - left, y};
    return placement;
}

} // namespace

Placement placeLayers(const FlatGraph& graph, const Layers& layers, double below) {
    if (graph.keys.empty())
        return {};
    return Placer(graph, layers).place(below);
}

} // namespace espalier::graph
