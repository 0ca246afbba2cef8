#include "graph/layout/straighten.h"

#include "graph/layout/at_once.h"
#include "graph/layout/isotonic.h"

#include <algorithm>
#include <cmath>
#include <compare>

namespace espalier::graph {
namespace {

std::size_t at(int i) {
    return static_cast<std::size_t>(i);
}

constexpr double kLaneGap = 4;     // between lines through one gap, of which few make …
constexpr double kCableWidth = 44; // … and many at most this
constexpr double kParts = 64;      // of a pixel

class Straightener {
public:
    Straightener(Lanes& lanes, const Trips& plan, const std::vector<Rect>& rects)
        : lanes_(lanes)
        , plan_(plan)
        , rects_(rects)
        , users_(lanes.lanes.size(), 0)
        , fixed_(lanes.lanes.size(), 0)
        , back_(lanes.reaches.size(), 0)
        , ahead_(lanes.reaches.size(), 0) {
        weigh();
        group();
    }

    void pass() {
        const std::vector<double> mean = means();
        const auto settleSome = [&](std::size_t first, std::size_t end) {
            for (PlacesInOrder places; first < end; ++first)
                settle(groups_[first], mean, places);
        };
        constexpr std::size_t kWorthIt = 20000; // lanes
        const std::size_t half = lanes_.lanes.size() < kWorthIt ? groups_.size() : groups_.size() / 2;
        if (half == groups_.size())
            return settleSome(0, half);
        atOnce([&] { settleSome(0, half); }, [&] { settleSome(half, groups_.size()); });
    }

private:
    // A lane in its gap: the places in order are those of `mean`, of equal ones those from before.
    struct Ranked {
        double mean = 0;
        int rank = 0, lane = 0;
        friend auto operator<=>(const Ranked&, const Ranked&) = default;
    };

    void weigh();
    void group();
    [[nodiscard]] double shareOfBefore(double before, const Reach& reach) const;
    [[nodiscard]] std::vector<double> means() const;
    void settle(std::vector<Ranked>& group, const std::vector<double>& mean, PlacesInOrder& places);
    [[nodiscard]] double middle(const Reach& reach) const { return plan_.step(reach.step).middle(); }

    Lanes& lanes_;
    const Trips& plan_;
    const std::vector<Rect>& rects_;
    // Per lane: how many lines, and what those of its neighbours that do not move add to its mean.
    std::vector<double> users_, fixed_;
    // Per reach: with which weight its lane pulls that of the next one, and is pulled by it.
    std::vector<double> back_, ahead_;
    std::vector<std::vector<Ranked>> groups_; // lanes through the same gap, from left to right
};

// Of the neighbours of a reach on a way that comes to it from the height `before`.
double Straightener::shareOfBefore(double before, const Reach& reach) const {
    const double here = middle(reach);
    const double after =
        reach.next < 0 ? rects_[at(~reach.next)].centre().y : middle(lanes_.reaches[at(reach.next)]);
    const double above = std::abs(here - before) + 1, below = std::abs(after - here) + 1;
    return below / (above + below);
}

void Straightener::weigh() {
    const std::vector<Reach>& reaches = lanes_.reaches;
    std::vector<double> lines(reaches.size(), 0);
    for (std::size_t t = 0; t < plan_.trips.size(); ++t) {
        const int entry = lanes_.entries[t];
        if (entry < 0)
            continue;
        const Point from = rects_[at(plan_.trips[t].from)].centre();
        const double share = shareOfBefore(from.y, reaches[at(entry)]);
        lines[at(entry)] += 1;
        ahead_[at(entry)] += 1 - share;
        fixed_[at(reaches[at(entry)].lane)] += share * from.x;
    }
    // The next ones were made before: from the last to the first, all lines have come together.
    for (std::size_t i = reaches.size(); i-- > 0;) {
        const Reach& r = reaches[i];
        users_[at(r.lane)] += lines[i];
        if (r.next < 0) {
            fixed_[at(r.lane)] += ahead_[i] * rects_[at(~r.next)].centre().x;
            continue;
        }
        const double share = shareOfBefore(middle(r), reaches[at(r.next)]);
        lines[at(r.next)] += lines[i];
        back_[i] = lines[i] * share;
        ahead_[at(r.next)] += lines[i] * (1 - share);
    }
}

std::vector<double> Straightener::means() const {
    std::vector<double> mean = fixed_;
    for (std::size_t i = 0; i < lanes_.reaches.size(); ++i) {
        const Reach& r = lanes_.reaches[i];
        if (r.next < 0)
            continue;
        const int next = lanes_.reaches[at(r.next)].lane;
        mean[at(r.lane)] += ahead_[i] * lanes_.x[at(next)];
        mean[at(next)] += back_[i] * lanes_.x[at(r.lane)];
    }
    // In parts of a pixel, so that what differs by rounding alone keeps its order, on every machine.
    for (std::size_t i = 0; i < mean.size(); ++i)
        mean[i] = std::round(mean[i] / users_[i] * kParts) / kParts;
    return mean;
}

void Straightener::group() {
    groups_.resize(at(lanes_.slots));
    for (std::size_t i = 0; i < lanes_.lanes.size(); ++i)
        groups_[at(lanes_.lanes[i].slot)].push_back({0, 0, static_cast<int>(i)});
    std::erase_if(groups_, [](const std::vector<Ranked>& group) { return group.empty(); });
}

void Straightener::settle(std::vector<Ranked>& group, const std::vector<double>& mean,
                          PlacesInOrder& places) {
    const Interval gap = lanes_.lanes[at(group.front().lane)].gap;
    for (std::size_t i = 0; i < group.size(); ++i)
        group[i].mean = mean[at(group[i].lane)], group[i].rank = static_cast<int>(i);
    std::ranges::sort(group);
    const auto spaces = static_cast<double>(std::max<std::size_t>(1, group.size() - 1));
    const double distance = std::min({kLaneGap, (gap.high - gap.low) / spaces, kCableWidth / spaces});
    places.clear();
    for (const Ranked& r : group)
        places.add(std::clamp(r.mean, gap.low, gap.high), users_[at(r.lane)], distance);
    const std::span<const double> x = places.solve(gap.low, gap.high);
    for (std::size_t i = 0; i < x.size(); ++i)
        lanes_.x[at(group[i].lane)] = x[i];
}

} // namespace

void straighten(Lanes& lanes, const Trips& plan, const std::vector<Rect>& rects) {
    const std::size_t steps = plan.ways.size();
    Straightener straightener(lanes, plan, rects);
    for (int pass = steps < 10000 ? 5 : steps < 100000 ? 4 : 3; pass > 0; --pass)
        straightener.pass();
}

} // namespace espalier::graph
