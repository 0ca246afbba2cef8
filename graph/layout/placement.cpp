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

// Rows take turns, downward and upward, in moving to the mean of their neighbours within [0, width].
class Settler {
public:
    Settler(Arrangement& a, const std::vector<Adjacency::Pair>& links, double width)
        : arrangement_(a)
        , width_(width)
        , down_(a.slots.size(), links)
        , up_(a.slots.size(), links, true)
        , x_(a.slots.size(), 0)
        , distance_(a.slots.size(), 0) {
        for (const Row& row : a.rows)
            centre(row);
        shift_ = seedShift();
    }

    void settle() {
        const std::vector<Row>& rows = arrangement_.rows;
        // Each moves less than the one before.
        const int passes = x_.size() < 1000 ? 8 : x_.size() < 4000 ? 6 : 4;
        for (int pass = 0; pass < passes; ++pass) {
            for (auto row = rows.begin(); row != rows.end(); ++row)
                settle(*row, true, pass >= 2);
            for (auto row = rows.rbegin(); row != rows.rend(); ++row)
                settle(*row, pass >= 2, true);
        }
        for (std::size_t i = 0; i < x_.size(); ++i)
            arrangement_.slots[i].x = x_[i];
    }

private:
    void centre(const Row& row);
    [[nodiscard]] double seedShift() const;
    void settle(const Row& row, bool useUp, bool useDown);
    [[nodiscard]] const Slot& slot(int number) const { return arrangement_.slots[at(number)]; }

    Arrangement& arrangement_;
    double width_;
    Adjacency down_, up_;
    std::vector<double> x_,
        distance_; // per slot: its middle, and how far that is from the one before at least
    double shift_ = 0;
    PlacesInOrder places_;
};

void Settler::centre(const Row& row) {
    const double gap = placeGap(arrangement_, row);
    double x = (width_ - row.width) / 2;
    for (std::size_t i = 0; i < row.slots.size(); ++i) {
        const int s = row.slots[i];
        distance_[at(s)] = i == 0 ? 0 : slotDistance(slot(row.slots[i - 1]), slot(s), gap);
        x += i == 0 ? slot(s).width / 2 : distance_[at(s)];
        x_[at(s)] = x;
    }
}

// What has to be added to previous x so that they lie in the middle of [0, width] as the rows do.
double Settler::seedShift() const {
    std::vector<double> differences;
    for (std::size_t i = 0; i < x_.size(); ++i)
        if (!std::isnan(arrangement_.slots[i].seed.x))
            differences.push_back(x_[i] - arrangement_.slots[i].seed.x);
    if (differences.empty())
        return 0;
    const auto middle = differences.begin() + static_cast<std::ptrdiff_t>(differences.size() / 2);
    std::nth_element(differences.begin(), middle, differences.end());
    return *middle;
}

void Settler::settle(const Row& row, bool useUp, bool useDown) {
    if (row.slots.empty())
        return;
    places_.clear();
    for (const int s : row.slots) {
        double sum = 0, weight = 0;
        for (const Adjacency* side : {useUp ? &up_ : nullptr, useDown ? &down_ : nullptr})
            if (side != nullptr)
                for (const Neighbour& n : side->of(s))
                    sum += n.weight * x_[at(n.node)], weight += n.weight;
        if (const double seed = slot(s).seed.x; !std::isnan(seed)) {
            const double pull = kSeedPull * std::max(weight, 1.0);
            sum += pull * (seed + shift_), weight += pull;
        }
        places_.add(weight > 0 ? sum / weight : x_[at(s)], weight > 0 ? weight : 0.05, distance_[at(s)]);
    }
    const std::span<const double> x =
        places_.solve(slot(row.slots.front()).width / 2, width_ - slot(row.slots.back()).width / 2);
    for (std::size_t i = 0; i < x.size(); ++i)
        x_[at(row.slots[i])] = x[i];
}

class Placer {
public:
    Placer(const FlatGraph& graph, const Layers& layers)
        : graph_(graph)
        , layers_(layers) {}

    Placement place(double below) {
        Arrangement best = wrapLevels(graph_, layers_, below);
        Settler(best, slotLinks(best), std::max(best.width, kAspect * (best.height + below))).settle();
        return coordinates(best);
    }

private:
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
