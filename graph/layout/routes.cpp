#include "graph/layout/routes.h"

#include "graph/layout/curves.h"
#include "graph/layout/isotonic.h"
#include "graph/layout/passage_choices.h"
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

constexpr double kLaneGap = 4;       // between lines through one gap, of which few make …
constexpr double kCableWidth = 44;   // … and many at most this
constexpr float kSharingBonus = 45;  // pixels of detour that a shared way is worth …
constexpr float kBundleBonus = 110;  // … and in bundles
constexpr double kBundleReach = 400; // from the straight way, of trunks that come into question
constexpr double kPortGap = 6;       // between lines at a border
constexpr double kPortMargin = 8;    // from the corner of a box

// A way through one gap, used by one line or by several: to the same box, or in a bundle.
struct Lane {
    Interval gap;
    int slot = 0; // the number of the gap
};
class Router {
public:
    Router(const LayoutInput& input, const std::vector<Rect>& rects)
        : input_(input)
        , rects_(rects)
        , terrain_(surveyTerrain(input.boxes, rects))
        , plan_(planTrips(input, rects, terrain_)) {
        std::size_t ways = 0;
        for (const Terrain::Band& band : terrain_.bands) {
            firstWay_.push_back(ways);
            ways += band.columns.size() + 1;
            firstSlot_.push_back(slots_);
            slots_ += static_cast<int>(band.gaps.size() + band.columns.size());
        }
        shared_.resize(2 * ways);
        // Long lines lay the trunks that short ones join.
        if (input.bundled)
            std::stable_sort(plan_.trips.begin(), plan_.trips.end(),
                             [](const Trip& a, const Trip& b) { return a.steps > b.steps; });
    }

    std::vector<std::vector<Point>> route() {
        int to = -1;
        for (const Trip& t : plan_.trips) {
            if (t.to != to && !input_.bundled)
                forgetShared();
            to = t.to;
            chooseLanes(t);
        }
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
    [[nodiscard]] std::span<const Interval> openings(const Step& step, Interval& room) const;
    void addChoices(const Step& step, std::size_t way, double want);
    void chooseLanes(const Trip& trip);
    void takeChoices(const Trip& trip);
    void forgetShared();
    void groupLanes();
    void weighNeighbours();
    void straighten();
    void assignPorts();
    [[nodiscard]] static bool leavesAtBottom(const Trip& t) {
        return t.course == Course::Down || t.course == Course::Under;
    }
    [[nodiscard]] static bool arrivesAtTop(const Trip& t) { return t.course == Course::Down; }
    [[nodiscard]] std::vector<Point> curve(const Trip& trip) const;
    [[nodiscard]] std::span<Step> steps(const Trip& t) { return {plan_.steps.data() + t.first, t.steps}; }
    [[nodiscard]] std::span<const Step> steps(const Trip& t) const {
        return {plan_.steps.data() + t.first, t.steps};
    }
    [[nodiscard]] double x(const Step& step) const { return x_[at(step.lane)]; }
    // Of the lanes through the band or column of a step that come into question: those that lead to the box
    // at hand, or in the same direction.
    [[nodiscard]] std::size_t way(const Trip& t, std::size_t step) const {
        const Step& s = plan_.steps[t.first + step];
        const bool up = t.course == Course::Up || (t.course == Course::Under && step >= t.turn);
        return 2 * (firstWay_[at(s.band)] + at(s.column + 1)) + (input_.bundled && up ? 1 : 0);
    }

    const LayoutInput& input_;
    const std::vector<Rect>& rects_;
    Terrain terrain_;
    Trips plan_;
    std::vector<Lane> lanes_;
    std::vector<double> x_;        // per lane
    std::vector<double> users_;    // per lane: how many lines
    std::vector<double> pullBack_; // per step: of its neighbours on the way, the share of the one before
    std::vector<std::vector<int>> groups_; // lanes through the same gap
    std::vector<std::size_t> firstWay_;    // per band
    std::vector<int> firstSlot_;           // per band: gaps are numbered, and behind them its columns
    int slots_ = 0;
    std::vector<std::vector<int>> shared_; // per way and, in bundles, direction
    std::vector<std::size_t> used_;        // ways of which shared_ is not empty
    PassageChoices choices_;               // of the trip at hand
    std::vector<std::size_t> firstChoice_; // per step, and the end
};

void Router::forgetShared() {
    for (const std::size_t way : used_)
        shared_[way].clear();
    used_.clear();
}

// What a step can pass: the gaps of its band, or what is left of its column.
std::span<const Interval> Router::openings(const Step& step, Interval& room) const {
    const Terrain::Band& band = terrain_.bands[at(step.band)];
    if (step.column < 0)
        return band.gaps;
    const Interval column = band.columns[at(step.column)];
    const double margin = std::min(kPortMargin, (column.high - column.low) / 4);
    room = {column.low + margin, column.high - margin};
    return {&room, 1};
}

// The few gaps nearest to the straight way, and the lanes that can be shared. Numbers of gaps, and ~ those of
// lanes.
void Router::addChoices(const Step& step, std::size_t way, double want) {
    const std::vector<int>& shared = shared_[way];
    // Gaps looked at on either side: more, where there is no company to be had.
    const std::ptrdiff_t around = shared.empty() ? 3 : 1;
    Interval room;
    const std::span<const Interval> open = openings(step, room);
    // Gaps lie from left to right: the nearest ones are around the first that does not end before `want`.
    const auto near = std::lower_bound(open.begin(), open.end(), want,
                                       [](const Interval& gap, double x) { return gap.high < x; });
    const auto first = near - std::min<std::ptrdiff_t>(around, near - open.begin());
    const auto last = near + std::min<std::ptrdiff_t>(around, open.end() - near);
    for (auto gap = first; gap != last; ++gap)
        choices_.add(static_cast<float>(std::clamp(want, gap->low, gap->high)), 0,
                     static_cast<int>(gap - open.begin()));
    for (const int lane : shared) {
        const double x = x_[at(lane)];
        if (!input_.bundled || std::abs(x - want) < kBundleReach)
            choices_.add(static_cast<float>(x), input_.bundled ? kBundleBonus : kSharingBonus, ~lane);
    }
}

// The cheapest sequence of gaps by dynamic programming.
void Router::chooseLanes(const Trip& trip) {
    choices_.clear();
    choices_.add(static_cast<float>(trip.startX), 0, 0);
    firstChoice_.assign(1, 1);
    std::size_t before = 0;
    for (std::size_t k = 0; k < trip.steps; ++k) {
        const double t = static_cast<double>(k + 1) / static_cast<double>(trip.steps + 1);
        addChoices(plan_.steps[trip.first + k], way(trip, k), trip.startX + (trip.endX - trip.startX) * t);
        choices_.addCheapest(before, firstChoice_.back());
        before = firstChoice_.back();
        firstChoice_.push_back(choices_.x.size());
    }
    if (trip.steps > 0)
        takeChoices(trip);
}

// From the last step backwards along the cheapest way.
void Router::takeChoices(const Trip& trip) {
    auto x = static_cast<float>(trip.endX);
    for (std::size_t k = trip.steps; k-- > 0;) {
        Step& step = plan_.steps[trip.first + k];
        const std::size_t pick = choices_.cheapest(firstChoice_[k], firstChoice_[k + 1], x);
        x = choices_.x[pick];
        step.lane = ~choices_.what[pick];
        if (const int gap = choices_.what[pick]; gap >= 0) {
            Interval room;
            const auto gaps = static_cast<int>(terrain_.bands[at(step.band)].gaps.size());
            const int slot = firstSlot_[at(step.band)] + (step.column < 0 ? gap : gaps + step.column);
            step.lane = static_cast<int>(lanes_.size());
            lanes_.push_back({openings(step, room)[at(gap)], slot});
            x_.push_back(x);
            std::vector<int>& shared = shared_[way(trip, k)];
            if (shared.empty())
                used_.push_back(way(trip, k));
            shared.push_back(step.lane);
        }
    }
}

void Router::groupLanes() {
    groups_.resize(at(slots_));
    for (std::size_t i = 0; i < lanes_.size(); ++i)
        groups_[at(lanes_[i].slot)].push_back(static_cast<int>(i));
    std::erase_if(groups_, [](const std::vector<int>& group) { return group.empty(); });
}

void Router::weighNeighbours() {
    users_.assign(lanes_.size(), 0);
    pullBack_.resize(plan_.steps.size());
    for (const Trip& t : plan_.trips) {
        const std::span<const Step> way = steps(t);
        for (std::size_t k = 0; k < way.size(); ++k) {
            const double here = way[k].middle();
            const double before = k == 0 ? rects_[at(t.from)].centre().y : way[k - 1].middle();
            const double after = k + 1 == way.size() ? rects_[at(t.to)].centre().y : way[k + 1].middle();
            const double above = std::abs(here - before) + 1, below = std::abs(after - here) + 1;
            pullBack_[t.first + k] = below / (above + below);
            users_[at(way[k].lane)] += 1;
        }
    }
}

// Each lane moves to the straight way between its neighbours along its lines, and keeps its distance from the
// other lanes in its gap.
void Router::straighten() {
    std::vector<double> mean(lanes_.size(), 0);
    for (const Trip& t : plan_.trips) {
        const std::span<const Step> way = steps(t);
        double before = t.startX;
        for (std::size_t k = 0; k < way.size(); ++k) {
            const double after = k + 1 == way.size() ? t.endX : x(way[k + 1]), back = pullBack_[t.first + k];
            mean[at(way[k].lane)] += before * back + after * (1 - back);
            before = x(way[k]);
        }
    }
    for (std::size_t i = 0; i < mean.size(); ++i)
        mean[i] /= users_[i];
    std::vector<double> desired, weights, distances;
    for (std::vector<int>& group : groups_) {
        const Interval gap = lanes_[at(group.front())].gap;
        if (group.size() == 1) {
            x_[at(group.front())] = std::clamp(mean[at(group.front())], gap.low, gap.high);
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
            x_[at(group[i])] = places[i];
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
            const double next = t.steps == 0 ? t.endX : x(steps(t).front());
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
    const std::span<const Step> path = steps(trip);
    std::vector<Waypoint> way;
    way.reserve(path.size() + 2);
    const auto pass = [&](const Step& step) {
        const Interval gap = lanes_[at(step.lane)].gap;
        const double middle = x(step);
        // Straight through, where lines from several sides are to meet.
        addPassage(way, middle, step.top, step.bottom, input_.bundled ? middle : gap.low, gap.high);
    };
    way.push_back({trip.startX, leavesAtBottom(trip) ? a.bottom() : a.y});
    const Waypoint end{trip.endX, arrivesAtTop(trip) ? b.y : b.bottom()};
    if (trip.course != Course::Under) {
        std::for_each(path.begin(), path.end(), pass);
        way.push_back(end);
        return smoothCurve(way);
    }
    const std::span<const Step> leaving = path.first(trip.turn), arriving = path.subspan(trip.turn);
    std::for_each(leaving.begin(), leaving.end(), pass);
    way.push_back({way.back().x, trip.turnY});
    std::vector<Point> points = smoothCurve(way);
    way.clear();
    way.push_back({arriving.empty() ? trip.endX : x(arriving.front()), trip.turnY});
    std::for_each(arriving.begin(), arriving.end(), pass);
    way.push_back(end);
    joinByArc(points, smoothCurve(way));
    return points;
}

} // namespace

std::vector<std::vector<Point>> routeLines(const LayoutInput& input, const std::vector<Rect>& rects) {
    return Router(input, rects).route();
}

} // namespace espalier::graph
