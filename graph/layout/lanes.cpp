#include "graph/layout/lanes.h"

#include "graph/layout/at_once.h"
#include "graph/layout/passage_choices.h"

#include <algorithm>
#include <cmath>
#include <span>

namespace espalier::graph {
namespace {

std::size_t at(int i) {
    return static_cast<std::size_t>(i);
}

constexpr float kSharingBonus = 45;  // pixels of detour that a shared way is worth …
constexpr float kBundleBonus = 110;  // … and in bundles
constexpr double kBundleReach = 400; // from the straight way, of trunks that come into question
constexpr double kColumnMargin = 8;  // from the borders of what a line passes above or below

class LaneChooser {
public:
    LaneChooser(const Terrain& terrain, const Trips& plan, bool bundled)
        : terrain_(terrain)
        , plan_(plan)
        , bundled_(bundled) {
        for (const Terrain::Band& band : terrain.bands) {
            firstSlot_.push_back(out_.slots);
            out_.slots += static_cast<int>(band.gaps.size() + band.columns.size());
        }
        shared_.resize(2 * plan.steps.size());
    }

    Lanes choose(std::size_t first, std::size_t end) {
        int to = -1;
        for (const Trip& t : std::span(plan_.trips).subspan(first, end - first)) {
            if (t.to != to && !bundled_)
                forgetShared();
            to = t.to;
            out_.entries.push_back(chooseLanes(t));
        }
        return std::move(out_);
    }

private:
    [[nodiscard]] std::span<const Interval> openings(const Step& step, Interval& room) const;
    void addChoices(const Step& step, const std::vector<int>& shared, double want);
    [[nodiscard]] int chooseLanes(const Trip& trip);
    [[nodiscard]] int laneToFollow(std::size_t first) const;
    void pick(std::size_t count, float x);
    [[nodiscard]] int takePicks(const Trip& trip, std::size_t count, int next);
    [[nodiscard]] int addLane(const Step& step, int gap, float x);
    void forgetShared();
    // Of the lanes of a step that come into question: those that lead to the box at hand; bundled, those in
    // the same direction.
    [[nodiscard]] std::size_t shareable(const Trip& t, std::size_t k) const {
        const bool up = t.course == Course::Up || (t.course == Course::Under && k >= t.turn);
        return 2 * at(plan_.wayOf(t, k)) + (bundled_ && up ? 1 : 0);
    }

    const Terrain& terrain_;
    const Trips& plan_;
    bool bundled_;
    std::vector<int> firstSlot_; // per band: gaps are numbered, and behind them its columns
    Lanes out_;
    std::vector<float> costAhead_;         // per lane: of the rest of the way for a line that shares it
    std::vector<std::vector<int>> shared_; // per step and, in bundles, direction
    std::vector<std::size_t> used_;        // places of shared_ that are not empty
    PassageChoices choices_;               // of the trip at hand
    std::vector<std::size_t> firstChoice_; // per step, and the end
    std::vector<std::size_t> picks_;       // per step: a choice
};

void LaneChooser::forgetShared() {
    for (const std::size_t place : used_)
        shared_[place].clear();
    used_.clear();
}

// What a step can pass: the gaps of its band, or what is left of its column.
std::span<const Interval> LaneChooser::openings(const Step& step, Interval& room) const {
    const Terrain::Band& band = terrain_.bands[at(step.band)];
    if (step.column < 0)
        return band.gaps;
    const Interval column = band.columns[at(step.column)];
    const double margin = std::min(kColumnMargin, (column.high - column.low) / 4);
    room = {column.low + margin, column.high - margin};
    return {&room, 1};
}

// The few gaps nearest to the straight way, and the lanes that can be shared. Numbers of gaps, and ~ those of
// lanes.
void LaneChooser::addChoices(const Step& step, const std::vector<int>& shared, double want) {
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
        const double x = out_.x[at(lane)];
        if (!bundled_ || std::abs(x - want) < kBundleReach)
            choices_.add(static_cast<float>(x), bundled_ ? kBundleBonus : kSharingBonus, ~lane);
    }
}

// The cheapest sequence of gaps by dynamic programming, up to where the line meets another to the same box,
// which goes on as it would. The way's first reach.
int LaneChooser::chooseLanes(const Trip& trip) {
    choices_.clear();
    choices_.add(static_cast<float>(trip.startX), 0, 0);
    firstChoice_.assign(1, 1);
    std::size_t before = 0, end = 0;
    int met = -1; // a lane
    for (; end < trip.steps && met < 0; ++end) {
        const double t = static_cast<double>(end + 1) / static_cast<double>(trip.steps + 1);
        addChoices(plan_.step(plan_.wayOf(trip, end)), shared_[shareable(trip, end)],
                   trip.startX + (trip.endX - trip.startX) * t);
        choices_.addCheapest(before, firstChoice_.back());
        before = firstChoice_.back();
        firstChoice_.push_back(choices_.x.size());
        if (!bundled_)
            met = laneToFollow(before);
    }
    if (met >= 0)
        --end;
    pick(end, static_cast<float>(met < 0 ? trip.endX : out_.x[at(met)]));
    // It may have met one without that being the cheapest thing to do so far.
    for (std::size_t k = 0; k < end && !bundled_; ++k)
        if (const int lane = ~choices_.what[picks_[k]]; lane >= 0)
            end = k, met = lane;
    return takePicks(trip, end, met < 0 ? ~trip.to : met);
}

// Once it costs least to be where another line to the same box is, it stays with one, as rivers do. Of the
// choices from `first` on the lane from which it is cheapest to get to that box; -1: not yet.
int LaneChooser::laneToFollow(std::size_t first) const {
    const auto costs = std::span(choices_.cost).subspan(first);
    const auto cheapest = static_cast<std::size_t>(std::ranges::min_element(costs) - costs.begin());
    int best = -1;
    if (choices_.what[first + cheapest] >= 0)
        return best;
    float least = INFINITY;
    for (std::size_t i = first; i < choices_.cost.size(); ++i) {
        const int lane = ~choices_.what[i];
        if (lane < 0)
            continue;
        if (const float cost = choices_.cost[i] + costAhead_[at(lane)]; cost < least)
            least = cost, best = lane;
    }
    return best;
}

// Of each of `count` steps the choice on the cheapest way to `x`.
void LaneChooser::pick(std::size_t count, float x) {
    picks_.resize(count);
    for (std::size_t k = count; k-- > 0;) {
        picks_[k] = choices_.cheapest(firstChoice_[k], firstChoice_[k + 1], x);
        x = choices_.x[picks_[k]];
    }
}

// Reaches for the first `count` steps; behind them comes the reach `next`, or a box. The first of all.
int LaneChooser::takePicks(const Trip& trip, std::size_t count, int next) {
    auto x = static_cast<float>(next < 0 ? trip.endX : out_.x[at(out_.reaches[at(next)].lane)]);
    for (std::size_t k = count; k-- > 0;) {
        const std::size_t pick = picks_[k];
        const int step = plan_.wayOf(trip, k);
        int lane = ~choices_.what[pick];
        if (const int gap = choices_.what[pick]; gap >= 0) {
            const float rest = next < 0 ? 0 : costAhead_[at(out_.reaches[at(next)].lane)] - kSharingBonus;
            lane = addLane(plan_.step(step), gap, choices_.x[pick]);
            costAhead_.push_back(rest + stepCost(x - choices_.x[pick]));
            std::vector<int>& shared = shared_[shareable(trip, k)];
            if (shared.empty())
                used_.push_back(shareable(trip, k));
            shared.push_back(lane);
        }
        x = choices_.x[pick];
        out_.reaches.push_back({lane, step, next});
        next = static_cast<int>(out_.reaches.size()) - 1;
    }
    return next;
}

int LaneChooser::addLane(const Step& step, int gap, float x) {
    Interval room;
    const auto gaps = static_cast<int>(terrain_.bands[at(step.band)].gaps.size());
    const int slot = firstSlot_[at(step.band)] + (step.column < 0 ? gap : gaps + step.column);
    out_.lanes.push_back({openings(step, room)[at(gap)], slot});
    out_.x.push_back(x);
    return static_cast<int>(out_.lanes.size()) - 1;
}

void append(Lanes& lanes, const Lanes& more) {
    const auto laneShift = static_cast<int>(lanes.lanes.size());
    const auto reachShift = static_cast<int>(lanes.reaches.size());
    lanes.lanes.insert(lanes.lanes.end(), more.lanes.begin(), more.lanes.end());
    lanes.x.insert(lanes.x.end(), more.x.begin(), more.x.end());
    for (const Reach& r : more.reaches)
        lanes.reaches.push_back({r.lane + laneShift, r.step, r.next < 0 ? r.next : r.next + reachShift});
    for (const int entry : more.entries)
        lanes.entries.push_back(entry < 0 ? entry : entry + reachShift);
}

} // namespace

Lanes chooseLanes(const Terrain& terrain, const Trips& plan, bool bundled) {
    const auto choose = [&](std::size_t first, std::size_t end) {
        return LaneChooser(terrain, plan, bundled).choose(first, end);
    };
    const std::size_t end = plan.trips.size();
    if (plan.half == end)
        return choose(0, end);
    Lanes lanes, more;
    atOnce([&] { lanes = choose(0, plan.half); }, [&] { more = choose(plan.half, end); });
    append(lanes, more);
    return lanes;
}

} // namespace espalier::graph
