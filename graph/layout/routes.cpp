#include "graph/layout/routes.h"

#include "graph/layout/curves.h"
#include "graph/layout/isotonic.h"
#include "graph/layout/terrain.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <tuple>

namespace espalier::graph {
namespace {

std::size_t at(int i) {
    return static_cast<std::size_t>(i);
}

constexpr double kLaneGap = 4;       // between lines through one gap, of which few make …
constexpr double kCableWidth = 44;   // … and many at most this
constexpr double kSharingBonus = 45; // pixels of detour that a shared way is worth
constexpr double kPortGap = 6;       // between lines at a border
constexpr double kPortMargin = 8;    // from the corner of a box

enum class Course { Down, Up, Beside, Under, Inside, Loop };

// A way through one gap, used by one line or by several to the same box.
struct Lane {
    int band = 0;
    Interval gap;
    double x = 0;
};
// A band crossed through one of its gaps, or, with a column, the rest of the band in which something lower
// than its neighbours stands, straight above or below it.
struct Step {
    int band = 0, column = -1;
    double top = 0, bottom = 0;
};
struct Trip {
    int line = 0, from = 0, to = 0;
    Course course = Course::Down;
    std::vector<Step> steps; // in this order
    std::size_t turn = 0;    // Under: number of steps before the lowest point
    double turnY = 0;
    std::vector<int> lanes; // as steps
    double startX = 0, endX = 0;
};

double middle(const Step& step) {
    return (step.top + step.bottom) / 2;
}

class Router {
public:
    Router(const LayoutInput& input, const std::vector<Rect>& rects)
        : input_(input)
        , rects_(rects)
        , terrain_(surveyTerrain(input.boxes, rects)) {}

    std::vector<std::vector<Point>> route() {
        plan();
        for (Trip& t : trips_)
            chooseLanes(t);
        groupLanes();
        for (int pass = 0; pass < 5; ++pass)
            straighten();
        assignPorts();
        std::vector<std::vector<Point>> curves(input_.lines.size());
        for (const Trip& t : trips_)
            curves[at(t.line)] = curve(t);
        return curves;
    }

private:
    using Stand = Terrain::Stand;

    void plan();
    void findCourse(Trip& trip) const;
    void leave(int box, const std::vector<Stand>& chain, std::size_t depth, bool down,
               std::vector<Step>& steps) const;
    void chooseLanes(Trip& trip);
    void groupLanes();
    void straighten();
    void assignPorts();
    [[nodiscard]] bool leavesAtBottom(const Trip& t) const {
        return t.course == Course::Down || t.course == Course::Under;
    }
    [[nodiscard]] bool arrivesAtTop(const Trip& t) const { return t.course == Course::Down; }
    [[nodiscard]] std::vector<Point> curve(const Trip& trip) const;
    [[nodiscard]] Step across(int band) const {
        return {band, -1, terrain_.bands[at(band)].top, terrain_.bands[at(band)].bottom};
    }
    [[nodiscard]] std::vector<Interval> gaps(const Step& step) const;

    const LayoutInput& input_;
    const std::vector<Rect>& rects_;
    Terrain terrain_;
    std::vector<Trip> trips_;
    std::vector<Lane> lanes_;
    std::vector<std::vector<int>> groups_;                         // lanes through the same gap
    std::map<std::tuple<int, int, int>, std::vector<int>> shared_; // lanes by band, column and imported box
};

// Trips in an order that depends on keys alone, the longest first among those to one box.
void Router::plan() {
    for (std::size_t i = 0; i < input_.lines.size(); ++i) {
        Trip t;
        t.line = static_cast<int>(i);
        t.from = input_.lines[i].from;
        t.to = input_.lines[i].to;
        findCourse(t);
        t.startX = rects_[at(t.from)].centre().x;
        t.endX = rects_[at(t.to)].centre().x;
        if (t.course != Course::Loop)
            trips_.push_back(std::move(t));
    }
    const auto key = [&](int box) -> const std::string& { return input_.boxes[at(box)].key; };
    std::sort(trips_.begin(), trips_.end(), [&](const Trip& a, const Trip& b) {
        const auto shortnessA = -static_cast<int>(a.steps.size()),
                   shortnessB = -static_cast<int>(b.steps.size());
        return std::tie(key(a.to), shortnessA, key(a.from), a.line) <
               std::tie(key(b.to), shortnessB, key(b.from), b.line);
    });
}

// The steps from a box to the border of the band at `depth` of its chain, from the inside out.
void Router::leave(int box, const std::vector<Stand>& chain, std::size_t depth, bool down,
                   std::vector<Step>& steps) const {
    constexpr double kTurnRoom = 16; // beside the border, for the way to the port
    const Rect* inner = &rects_[at(box)];
    double border = down ? inner->bottom() : inner->y;
    for (std::size_t i = chain.size(); i-- > depth;) {
        const Terrain::Band& own = terrain_.bands[at(chain[i].band)];
        const double end = down ? own.bottom : own.top;
        if (const double begin = border + (down ? kTurnRoom : -kTurnRoom); down ? begin < end : begin > end)
            steps.push_back({chain[i].band, chain[i].column, std::min(begin, end), std::max(begin, end)});
        if (i == depth)
            break;
        const Terrain::Block& block = terrain_.blocks[at(own.block)];
        const auto count = static_cast<int>(block.bands.size());
        for (int b = own.index + (down ? 1 : -1); b >= 0 && b < count; b += down ? 1 : -1)
            steps.push_back(across(block.bands[at(b)]));
        if (block.container >= 0) {
            inner = &rects_[at(block.container)];
            border = down ? inner->bottom() : inner->y;
        } else {
            const int outermost = down ? block.bands.back() : block.bands.front();
            border = down ? terrain_.bands[at(outermost)].bottom : terrain_.bands[at(outermost)].top;
        }
    }
}

std::vector<Interval> Router::gaps(const Step& step) const {
    const Terrain::Band& band = terrain_.bands[at(step.band)];
    if (step.column < 0)
        return band.gaps;
    const Interval column = band.columns[at(step.column)];
    const double margin = std::min(kPortMargin, (column.high - column.low) / 4);
    return {{column.low + margin, column.high - margin}};
}

void Router::findCourse(Trip& trip) const {
    if (trip.from == trip.to) {
        trip.course = Course::Loop;
        return;
    }
    const std::vector<Stand> a = terrain_.chain(trip.from, input_.boxes),
                             b = terrain_.chain(trip.to, input_.boxes);
    std::size_t d = 0;
    while (d < a.size() && d < b.size() && a[d].band == b[d].band && a[d].column == b[d].column)
        ++d;
    if (d == a.size() || d == b.size()) {
        trip.course = Course::Inside;
        return;
    }
    std::vector<Step> arrival;
    if (a[d].band == b[d].band) {
        const bool neighbours = std::abs(a[d].column - b[d].column) == 1;
        trip.course = neighbours && d + 1 == a.size() && d + 1 == b.size() ? Course::Beside : Course::Under;
        if (trip.course == Course::Under) {
            leave(trip.from, a, d, true, trip.steps);
            trip.turn = trip.steps.size();
            trip.turnY = terrain_.bands[at(a[d].band)].bottom;
            leave(trip.to, b, d, true, arrival);
        }
    } else {
        const Terrain::Band &bandA = terrain_.bands[at(a[d].band)], &bandB = terrain_.bands[at(b[d].band)];
        const bool down = bandA.index < bandB.index;
        trip.course = down ? Course::Down : Course::Up;
        leave(trip.from, a, d, down, trip.steps);
        const std::vector<int>& list = terrain_.blocks[at(bandA.block)].bands;
        for (int i = bandA.index + (down ? 1 : -1); i != bandB.index; i += down ? 1 : -1)
            trip.steps.push_back(across(list[at(i)]));
        leave(trip.to, b, d, !down, arrival);
    }
    trip.steps.insert(trip.steps.end(), arrival.rbegin(), arrival.rend());
}

// The cheapest sequence of gaps by dynamic programming; in each band the few gaps nearest to the straight
// way, and the lanes that already lead to the same box.
void Router::chooseLanes(Trip& trip) {
    struct Choice {
        double x, cost;
        Interval gap;
        int lane, before;
    };
    constexpr std::ptrdiff_t kAround = 3; // gaps looked at on either side
    const std::size_t n = trip.steps.size();
    std::vector<std::vector<Choice>> table(n);
    const auto stepCost = [](double dx) { return std::abs(dx) + 0.003 * dx * dx; };
    for (std::size_t k = 0; k < n; ++k) {
        const double t = static_cast<double>(k + 1) / static_cast<double>(n + 1);
        const double want = trip.startX + (trip.endX - trip.startX) * t;
        std::vector<Choice>& row = table[k];
        const Step& step = trip.steps[k];
        // Gaps lie from left to right: the nearest ones are around the first that does not end before `want`.
        const std::vector<Interval> open = gaps(step);
        const auto near = std::lower_bound(open.begin(), open.end(), want,
                                           [](const Interval& gap, double x) { return gap.high < x; });
        const auto first = near - std::min<std::ptrdiff_t>(kAround, near - open.begin());
        const auto last = near + std::min<std::ptrdiff_t>(kAround, open.end() - near);
        for (auto gap = first; gap != last; ++gap)
            row.push_back({std::clamp(want, gap->low, gap->high), 0, *gap, -1, -1});
        for (const int lane : shared_[{step.band, step.column, trip.to}])
            row.push_back({lanes_[at(lane)].x, -kSharingBonus, lanes_[at(lane)].gap, lane, -1});
        for (Choice& c : row) {
            if (k == 0) {
                c.cost += stepCost(c.x - trip.startX);
                continue;
            }
            double best = INFINITY;
            for (std::size_t i = 0; i < table[k - 1].size(); ++i) {
                const double cost = table[k - 1][i].cost + stepCost(c.x - table[k - 1][i].x);
                if (cost < best)
                    best = cost, c.before = static_cast<int>(i);
            }
            c.cost += best;
        }
    }
    trip.lanes.assign(n, -1);
    int pick = -1;
    for (std::size_t k = n; k-- > 0;) {
        if (k + 1 == n) {
            double best = INFINITY;
            for (std::size_t i = 0; i < table[k].size(); ++i) {
                const double cost = table[k][i].cost + stepCost(table[k][i].x - trip.endX);
                if (cost < best)
                    best = cost, pick = static_cast<int>(i);
            }
        }
        const Choice& c = table[k][at(pick)];
        int lane = c.lane;
        if (lane < 0) {
            lane = static_cast<int>(lanes_.size());
            lanes_.push_back({trip.steps[k].band, c.gap, c.x});
            shared_[{trip.steps[k].band, trip.steps[k].column, trip.to}].push_back(lane);
        }
        trip.lanes[k] = lane;
        pick = c.before;
    }
}

void Router::groupLanes() {
    std::map<std::tuple<int, double, double>, std::vector<int>> byGap;
    for (std::size_t i = 0; i < lanes_.size(); ++i)
        byGap[{lanes_[i].band, lanes_[i].gap.low, lanes_[i].gap.high}].push_back(static_cast<int>(i));
    for (auto& [gap, group] : byGap)
        groups_.push_back(std::move(group));
}

// Each lane moves to the straight way between its neighbours along its lines, and keeps its distance from the
// other lanes in its gap.
void Router::straighten() {
    std::vector<double> sum(lanes_.size(), 0), weight(lanes_.size(), 0);
    for (const Trip& t : trips_) {
        for (std::size_t k = 0; k < t.lanes.size(); ++k) {
            const double before = k == 0 ? t.startX : lanes_[at(t.lanes[k - 1])].x;
            const double after = k + 1 == t.lanes.size() ? t.endX : lanes_[at(t.lanes[k + 1])].x;
            const double here = middle(t.steps[k]);
            const double yBefore = k == 0 ? rects_[at(t.from)].centre().y : middle(t.steps[k - 1]);
            const double yAfter =
                k + 1 == t.lanes.size() ? rects_[at(t.to)].centre().y : middle(t.steps[k + 1]);
            const double above = std::abs(here - yBefore) + 1, below = std::abs(yAfter - here) + 1;
            sum[at(t.lanes[k])] += (before * below + after * above) / (above + below);
            weight[at(t.lanes[k])] += 1;
        }
    }
    for (std::vector<int>& group : groups_) {
        std::stable_sort(group.begin(), group.end(), [&](int a, int b) {
            return sum[at(a)] / weight[at(a)] < sum[at(b)] / weight[at(b)];
        });
        const Interval gap = lanes_[at(group.front())].gap;
        std::vector<double> desired, weights;
        for (const int lane : group) {
            desired.push_back(std::clamp(sum[at(lane)] / weight[at(lane)], gap.low, gap.high));
            weights.push_back(weight[at(lane)]);
        }
        const double room = gap.high - gap.low;
        const auto spaces = static_cast<double>(std::max<std::size_t>(group.size() - 1, 1));
        const double apart = std::min({kLaneGap, room / spaces, kCableWidth / spaces});
        const std::vector<double> x =
            spreadInOrder(desired, weights, std::vector<double>(group.size() - 1, apart), gap.low, gap.high);
        for (std::size_t i = 0; i < group.size(); ++i)
            lanes_[at(group[i])].x = x[i];
    }
}

// Where lines touch the borders: each outgoing line at a place of its own, on the side to which it leads; all
// lines that arrive at one side of a box at one place.
void Router::assignPorts() {
    struct Port {
        double desired = 0;
        std::vector<double*> users;
    };
    std::map<std::tuple<int, bool>, std::vector<Port>> borders; // by box and top/bottom
    std::map<std::tuple<int, bool>, Port> arrivals;
    for (Trip& t : trips_) {
        if (t.course == Course::Beside || t.course == Course::Inside)
            continue;
        const double next = t.lanes.empty() ? t.endX : lanes_[at(t.lanes.front())].x;
        const Rect& r = rects_[at(t.from)];
        const double pull = std::clamp((next - r.centre().x) * 0.3, -r.width / 2, r.width / 2);
        borders[{t.from, !leavesAtBottom(t)}].push_back({r.centre().x + pull, {&t.startX}});
        Port& arrival = arrivals[{t.to, arrivesAtTop(t)}];
        arrival.desired = rects_[at(t.to)].centre().x;
        arrival.users.push_back(&t.endX);
    }
    for (auto& [where, port] : arrivals)
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
    std::vector<Waypoint> way;
    const auto pass = [&](std::size_t k) {
        const Step& step = trip.steps[k];
        const Lane& lane = lanes_[at(trip.lanes[k])];
        addPassage(way, lane.x, step.top, step.bottom, lane.gap.low, lane.gap.high);
    };
    way.push_back({trip.startX, leavesAtBottom(trip) ? a.bottom() : a.y});
    const Waypoint end{trip.endX, arrivesAtTop(trip) ? b.y : b.bottom()};
    if (trip.course != Course::Under) {
        for (std::size_t k = 0; k < trip.steps.size(); ++k)
            pass(k);
        way.push_back(end);
        return smoothCurve(way);
    }
    for (std::size_t k = 0; k < trip.turn; ++k)
        pass(k);
    way.push_back({way.back().x, trip.turnY});
    std::vector<Point> points = smoothCurve(way);
    way.clear();
    way.push_back(
        {trip.turn < trip.lanes.size() ? lanes_[at(trip.lanes[trip.turn])].x : trip.endX, trip.turnY});
    for (std::size_t k = trip.turn; k < trip.steps.size(); ++k)
        pass(k);
    way.push_back(end);
    joinByArc(points, smoothCurve(way));
    return points;
}

} // namespace

std::vector<std::vector<Point>> routeLines(const LayoutInput& input, const std::vector<Rect>& rects) {
    return Router(input, rects).route();
}

} // namespace espalier::graph
