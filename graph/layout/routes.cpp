#include "graph/layout/routes.h"

#include "graph/layout/curves.h"
#include "graph/layout/isotonic.h"
#include "graph/layout/lanes.h"
#include "graph/layout/terrain.h"
#include "graph/layout/trips.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <span>
#include <tuple>

namespace espalier::graph {
namespace {

std::size_t at(int i) {
    return static_cast<std::size_t>(i);
}

constexpr double kLaneGap = 4;     // between lines through one gap, of which few make …
constexpr double kCableWidth = 44; // … and many at most this
constexpr double kPortGap = 6;     // between lines at a border
constexpr double kPortMargin = 8;  // from the corner of a box

class Router {
public:
    Router(const LayoutInput& input, const std::vector<Rect>& rects)
        : input_(input)
        , rects_(rects)
        , terrain_(surveyTerrain(input.boxes, rects))
        , plan_(planTrips(input, rects, terrain_))
        , lanes_(chooseLanes(terrain_, plan_, input.bundled)) {}

    std::vector<std::vector<Point>> route() {
        groupLanes();
        weighNeighbours();
        constexpr std::size_t kManySteps = 100000;
        for (int pass = plan_.steps.size() < kManySteps ? 5 : 3; pass > 0; --pass)
            straighten();
        assignPorts();
        std::vector<std::vector<Point>> curves(input_.lines.size());
        for (const Trip& t : plan_.trips)
            curves[at(t.line)] = curve(t);
        return curves;
    }

private:
    void groupLanes();
    void weighNeighbours();
    void straighten();
    void assignPorts();
    [[nodiscard]] static bool leavesAtBottom(const Trip& t) {
        return t.course == Course::Down || t.course == Course::Under;
    }
    [[nodiscard]] static bool arrivesAtTop(const Trip& t) { return t.course == Course::Down; }
    [[nodiscard]] std::vector<Point> curve(const Trip& trip) const;
    [[nodiscard]] std::span<const Step> steps(const Trip& t) const {
        return {plan_.steps.data() + t.first, t.steps};
    }
    [[nodiscard]] std::span<const int> lanes(const Trip& t) const {
        return {lanes_.ofStep.data() + t.first, t.steps};
    }

    const LayoutInput& input_;
    const std::vector<Rect>& rects_;
    Terrain terrain_;
    Trips plan_;
    Lanes lanes_;
    std::vector<double> users_;    // per lane: how many lines
    std::vector<double> pullBack_; // per step: of its neighbours on the way, the share of the one before
    std::vector<std::vector<int>> groups_; // lanes through the same gap
};

void Router::groupLanes() {
    groups_.resize(at(lanes_.slots));
    for (std::size_t i = 0; i < lanes_.lanes.size(); ++i)
        groups_[at(lanes_.lanes[i].slot)].push_back(static_cast<int>(i));
    std::erase_if(groups_, [](const std::vector<int>& group) { return group.empty(); });
}

void Router::weighNeighbours() {
    users_.assign(lanes_.lanes.size(), 0);
    pullBack_.resize(plan_.steps.size());
    for (const Trip& t : plan_.trips) {
        const std::span<const Step> way = steps(t);
        for (std::size_t k = 0; k < way.size(); ++k) {
            const double here = way[k].middle();
            const double before = k == 0 ? rects_[at(t.from)].centre().y : way[k - 1].middle();
            const double after = k + 1 == way.size() ? rects_[at(t.to)].centre().y : way[k + 1].middle();
            const double above = std::abs(here - before) + 1, below = std::abs(after - here) + 1;
            pullBack_[t.first + k] = below / (above + below);
            users_[at(lanes(t)[k])] += 1;
        }
    }
}

// Each lane moves to the straight way between its neighbours along its lines, and keeps its distance from the
// other lanes in its gap.
void Router::straighten() {
    std::vector<double> mean(lanes_.lanes.size(), 0);
    for (const Trip& t : plan_.trips) {
        const std::span<const int> way = lanes(t);
        double before = t.startX;
        for (std::size_t k = 0; k < way.size(); ++k) {
            const double after = k + 1 == way.size() ? t.endX : lanes_.x[at(way[k + 1])];
            const double back = pullBack_[t.first + k];
            mean[at(way[k])] += before * back + after * (1 - back);
            before = lanes_.x[at(way[k])];
        }
    }
    for (std::size_t i = 0; i < mean.size(); ++i)
        mean[i] /= users_[i];
    std::vector<double> desired, weights, distances;
    for (std::vector<int>& group : groups_) {
        const Interval gap = lanes_.lanes[at(group.front())].gap;
        if (group.size() == 1) {
            lanes_.x[at(group.front())] = std::clamp(mean[at(group.front())], gap.low, gap.high);
            continue;
        }
        // Mostly they are in order already.
        const auto left = [&](int a, int b) { return mean[at(a)] < mean[at(b)]; };
        if (!std::is_sorted(group.begin(), group.end(), left))
            std::stable_sort(group.begin(), group.end(), left);
        desired.clear(), weights.clear();
        for (const int lane : group) {
            desired.push_back(std::clamp(mean[at(lane)], gap.low, gap.high));
            weights.push_back(users_[at(lane)]);
        }
        const auto spaces = static_cast<double>(group.size() - 1);
        distances.assign(group.size() - 1,
                         std::min({kLaneGap, (gap.high - gap.low) / spaces, kCableWidth / spaces}));
        const std::vector<double> places = spreadInOrder(desired, weights, distances, gap.low, gap.high);
        for (std::size_t i = 0; i < places.size(); ++i)
            lanes_.x[at(group[i])] = places[i];
    }
}

// Where lines touch the borders: each outgoing line at a place of its own, on the side to which it leads, in
// bundles all at one; all lines that arrive at one side of a box at one place.
void Router::assignPorts() {
    struct Port {
        double desired = 0;
        std::vector<double*> users;
    };
    using Side = std::tuple<int, bool>; // a box, and whether its top
    std::map<Side, std::vector<Port>> borders;
    std::map<Side, Port> arrivals, departures;
    for (Trip& t : plan_.trips) {
        if (t.course == Course::Beside || t.course == Course::Inside)
            continue;
        const Side out{t.from, !leavesAtBottom(t)}, in{t.to, arrivesAtTop(t)};
        const double middle = rects_[at(t.from)].centre().x, width = rects_[at(t.from)].width;
        if (input_.bundled) {
            departures[out].desired = middle;
            departures[out].users.push_back(&t.startX);
        } else {
            const double next = t.steps == 0 ? t.endX : lanes_.x[at(lanes(t).front())];
            const double pull = std::clamp((next - middle) * 0.3, -width / 2, width / 2);
            borders[out].push_back({middle + pull, {&t.startX}});
        }
        arrivals[in].desired = rects_[at(t.to)].centre().x;
        arrivals[in].users.push_back(&t.endX);
    }
    for (auto* side : {&departures, &arrivals})
        for (auto& [where, port] : *side)
            borders[where].push_back(std::move(port));
    for (auto& [where, ports] : borders) {
        const Rect& r = rects_[at(std::get<0>(where))];
        std::stable_sort(ports.begin(), ports.end(),
                         [](const Port& a, const Port& b) { return a.desired < b.desired; });
        std::vector<double> desired, weights;
        for (const Port& p : ports) {
            desired.push_back(p.desired);
            weights.push_back(static_cast<double>(p.users.size()));
        }
        const double low = r.x + kPortMargin, high = std::max(low, r.right() - kPortMargin);
        const double apart =
            ports.size() < 2 ? 0 : std::min(kPortGap, (high - low) / static_cast<double>(ports.size() - 1));
        const std::vector<double> x =
            spreadInOrder(desired, weights, std::vector<double>(ports.size() - 1, apart), low, high);
        for (std::size_t i = 0; i < ports.size(); ++i)
            for (double* user : ports[i].users)
                *user = x[i];
    }
}

std::vector<Point> Router::curve(const Trip& trip) const {
    const Rect &a = rects_[at(trip.from)], &b = rects_[at(trip.to)];
    if (trip.course == Course::Beside)
        return besideCurve(a, b);
    if (trip.course == Course::Inside)
        return insideCurve(a, b);
    const std::span<const int> lanes = this->lanes(trip);
    std::vector<Waypoint> way;
    way.reserve(trip.steps + 2);
    const auto pass = [&](std::size_t from, std::size_t end) {
        for (std::size_t k = from; k < end; ++k) {
            const Step& step = steps(trip)[k];
            const Interval gap = lanes_.lanes[at(lanes[k])].gap;
            const double middle = lanes_.x[at(lanes[k])];
            // Straight through, where lines from several sides are to meet.
            addPassage(way, middle, step.top, step.bottom, input_.bundled ? middle : gap.low, gap.high);
        }
    };
    way.push_back({trip.startX, leavesAtBottom(trip) ? a.bottom() : a.y});
    const Waypoint end{trip.endX, arrivesAtTop(trip) ? b.y : b.bottom()};
    if (trip.course != Course::Under) {
        pass(0, trip.steps);
        way.push_back(end);
        return smoothCurve(way);
    }
    pass(0, trip.turn);
    way.push_back({way.back().x, trip.turnY});
    std::vector<Point> points = smoothCurve(way);
    way.clear();
    way.push_back({trip.turn == trip.steps ? trip.endX : lanes_.x[at(lanes[trip.turn])], trip.turnY});
    pass(trip.turn, trip.steps);
    way.push_back(end);
    joinByArc(points, smoothCurve(way));
    return points;
}

} // namespace

std::vector<std::vector<Point>> routeLines(const LayoutInput& input, const std::vector<Rect>& rects) {
    return Router(input, rects).route();
}

} // namespace espalier::graph
