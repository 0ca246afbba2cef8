#include "graph/layout/routes.h"

#include "graph/layout/at_once.h"
#include "graph/layout/curves.h"
#include "graph/layout/lanes.h"
#include "graph/layout/ports.h"
#include "graph/layout/straighten.h"
#include "graph/layout/terrain.h"
#include "graph/layout/trips.h"

#include <algorithm>

namespace espalier::graph {
namespace {

std::size_t at(int i) {
    return static_cast<std::size_t>(i);
}

// The curves of all lines, once it is settled which way each takes.
class Tracer {
public:
    Tracer(const Trips& plan, const Lanes& lanes, const LayoutInput& input, const std::vector<Rect>& rects)
        : plan_(plan)
        , lanes_(lanes)
        , rects_(rects)
        , bundled_(input.bundled)
        , after_(lanes.reaches.size())
        , curves_(input.lines.size()) {}

    SharedCurves trace(std::size_t first, std::size_t end) {
        for (std::size_t i = first; i < end; ++i)
            trace(plan_.trips[i], lanes_.entries[i]);
        return std::move(curves_);
    }

private:
    // `count` reaches from `first` on, between two ends.
    struct Leg {
        Point begin, end;
        int first = 0;
        std::size_t count = 0;
    };

    void trace(const Trip& trip, int entry);
    [[nodiscard]] bool trace(const Leg& leg);
    void trace(int line, const std::vector<Point>& curve);
    [[nodiscard]] double xOf(int reach) const { return lanes_.x[at(lanes_.reaches[at(reach)].lane)]; }
    [[nodiscard]] Waypoint passageOf(int reach) const;

    const Trips& plan_;
    const Lanes& lanes_;
    const std::vector<Rect>& rects_;
    bool bundled_;
    // Per reach: where in a curve that passes it the straight part of the next one begins. All that pass it
    // are the same from there.
    std::vector<Joint> after_;
    SharedCurves curves_;
    std::vector<Waypoint> way_; // of the leg at hand
    std::vector<int> passed_;   // its reaches
};

Waypoint Tracer::passageOf(int reach) const {
    const Reach& r = lanes_.reaches[at(reach)];
    const Step& step = plan_.step(r.step);
    const Interval gap = lanes_.lanes[at(r.lane)].gap;
    const double x = xOf(reach);
    // Straight through, where lines from several sides are to meet.
    return passage(x, step.top, step.bottom, bundled_ ? x : gap.low, gap.high);
}

// From leg.begin on, which is there. True if it has met a curve that goes on as it would, beyond the leg too,
// and ended in that.
bool Tracer::trace(const Leg& leg) {
    const double down = leg.end.y >= leg.begin.y ? 1 : -1;
    std::size_t met = leg.count; // the number of the reach at which it does
    way_.assign(1, {leg.begin.x, leg.begin.y});
    passed_.clear();
    int reach = leg.first;
    for (; passed_.size() < std::min(leg.count, met + 3); reach = lanes_.reaches[at(reach)].next) {
        if (met == leg.count && after_[at(reach)].line >= 0)
            met = passed_.size();
        passed_.push_back(reach);
        way_.push_back(passageOf(reach));
    }
    way_.push_back({leg.end.x, leg.end.y});
    setSlopes(way_);
    for (std::size_t i = 1; i < way_.size(); ++i) {
        appendApproach(curves_.points(), way_[i - 1], way_[i], down);
        if (i == met + 2) {
            curves_.end(after_[at(passed_[met])]);
            return true;
        }
        if (i >= 2 && i <= leg.count)
            after_[at(passed_[i - 2])] = curves_.here();
        appendPassage(curves_.points(), way_[i], down);
    }
    return false;
}

void Tracer::trace(const Trip& trip, int entry) {
    const Rect &a = rects_[at(trip.from)], &b = rects_[at(trip.to)];
    if (trip.course == Course::Beside)
        return trace(trip.line, besideCurve(a, b));
    if (trip.course == Course::Inside)
        return trace(trip.line, insideCurve(a, b));
    Leg leg{{trip.startX, trip.leavesAtBottom() ? a.bottom() : a.y},
            {trip.endX, trip.arrivesAtTop() ? b.y : b.bottom()},
            entry,
            trip.steps};
    curves_.begin(trip.line, leg.begin);
    if (trip.course == Course::Under) {
        Leg down{leg.begin, {trip.startX, trip.turnY}, entry, trip.turn};
        leg.begin = {trip.endX, trip.turnY};
        for (std::size_t k = 0; k < trip.turn;
             ++k, leg.first = lanes_.reaches[at(leg.first)].next, --leg.count)
            down.end.x = xOf(leg.first);
        if (leg.count > 0)
            leg.begin.x = xOf(leg.first);
        if (trace(down))
            return;
        appendArc(curves_.points(), leg.begin);
    }
    if (!trace(leg))
        curves_.end();
}

void Tracer::trace(int line, const std::vector<Point>& curve) {
    curves_.begin(line, curve.front());
    curves_.points().insert(curves_.points().end(), curve.begin() + 1, curve.end());
    curves_.end();
}

} // namespace

SharedCurves routeLines(const LayoutInput& input, const std::vector<Rect>& rects) {
    const Terrain terrain = surveyTerrain(input.boxes, rects);
    Trips plan = planTrips(input, rects, terrain);
    Lanes lanes = chooseLanes(terrain, plan, input.bundled);
    straighten(lanes, plan, rects);
    assignPorts(plan, lanes, rects, input.bundled);
    const auto trace = [&](std::size_t first, std::size_t end) {
        return Tracer(plan, lanes, input, rects).trace(first, end);
    };
    const std::size_t end = plan.trips.size();
    constexpr std::size_t kWorthIt = 20000; // reaches
    if (plan.half == end || lanes.reaches.size() < kWorthIt)
        return trace(0, end);
    SharedCurves curves(0), more(0);
    atOnce([&] { curves = trace(0, plan.half); }, [&] { more = trace(plan.half, end); });
    curves.append(more);
    return curves;
}

} // namespace espalier::graph
