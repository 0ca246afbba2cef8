#include "graph/layout/lanes.h"

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
        std::size_t ways = 0;
        for (const Terrain::Band& band : terrain.bands) {
            firstWay_.push_back(ways);
            ways += band.columns.size() + 1;
            firstSlot_.push_back(out_.slots);
            out_.slots += static_cast<int>(band.gaps.size() + band.columns.size());
        }
        shared_.resize(2 * ways);
        out_.ofStep.resize(plan.steps.size(), -1);
    }

    Lanes choose() {
        int to = -1;
        for (const Trip& t : plan_.trips) {
            if (t.to != to && !bundled_)
                forgetShared();
            to = t.to;
            chooseLanes(t);
        }
        return std::move(out_);
    }

private:
    // How the line that a lane was made for goes on.
    struct Ahead {
        std::size_t way = 0;
        int next = -1;  // lane; -1: none, the box comes
        float cost = 0; // of the whole rest for a line that shares it
    };
    [[nodiscard]] std::span<const Interval> openings(const Step& step, Interval& room) const;
    void addChoices(const Step& step, std::size_t way, double want);
    void chooseLanes(const Trip& trip);
    [[nodiscard]] int laneToFollow(std::size_t first) const;
    [[nodiscard]] bool follow(const Trip& trip, std::size_t from, int lane);
    void pick(std::size_t count, float x);
    void takePicks(const Trip& trip, std::size_t count, int next);
    int addLane(const Step& step, int gap, float x, const Ahead& ahead);
    void forgetShared();
    // Of the lanes through the band or column of a step that come into question: those that lead to the box
    // at hand, or in the same direction.
    [[nodiscard]] std::size_t way(const Trip& t, std::size_t step) const {
        const Step& s = plan_.steps[t.first + step];
        const bool up = t.course == Course::Up || (t.course == Course::Under && step >= t.turn);
        return 2 * (firstWay_[at(s.band)] + at(s.column + 1)) + (bundled_ && up ? 1 : 0);
    }

    const Terrain& terrain_;
    const Trips& plan_;
    bool bundled_;
    std::vector<std::size_t> firstWay_; // per band
    std::vector<int> firstSlot_;        // per band: gaps are numbered, and behind them its columns
    Lanes out_;
    std::vector<Ahead> ahead_;             // per lane
    std::vector<std::vector<int>> shared_; // per way and, in bundles, direction
    std::vector<std::size_t> used_;        // ways of which shared_ is not empty
    PassageChoices choices_;               // of the trip at hand
    std::vector<std::size_t> firstChoice_; // per step, and the end
    std::vector<std::size_t> picks_;       // per step: a choice
};

void LaneChooser::forgetShared() {
    for (const std::size_t way : used_)
        shared_[way].clear();
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
void LaneChooser::addChoices(const Step& step, std::size_t way, double want) {
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
        const double x = out_.x[at(lane)];
        if (!bundled_ || std::abs(x - want) < kBundleReach)
            choices_.add(static_cast<float>(x), bundled_ ? kBundleBonus : kSharingBonus, ~lane);
    }
}

// The cheapest sequence of gaps by dynamic programming, up to where the line meets another to the same box.
void LaneChooser::chooseLanes(const Trip& trip) {
    choices_.clear();
    choices_.add(static_cast<float>(trip.startX), 0, 0);
    firstChoice_.assign(1, 1);
    std::size_t before = 0, end = 0;
    int met = -1; // a lane
    for (; end < trip.steps && met < 0; ++end) {
        const double t = static_cast<double>(end + 1) / static_cast<double>(trip.steps + 1);
        addChoices(plan_.steps[trip.first + end], way(trip, end),
                   trip.startX + (trip.endX - trip.startX) * t);
        choices_.addCheapest(before, firstChoice_.back());
        before = firstChoice_.back();
        firstChoice_.push_back(choices_.x.size());
        if (!bundled_)
            met = laneToFollow(before);
        if (met >= 0 && !follow(trip, end, met))
            met = -1;
    }
    if (met >= 0)
        --end;
    pick(end, static_cast<float>(met < 0 ? trip.endX : out_.x[at(met)]));
    // It may have met one without that being the cheapest thing to do so far.
    for (std::size_t k = 0; k < end && !bundled_; ++k)
        if (const int lane = ~choices_.what[picks_[k]]; lane >= 0 && follow(trip, k, lane))
            end = k, met = lane;
    takePicks(trip, end, met);
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
        if (const float cost = choices_.cost[i] + ahead_[at(lane)].cost; cost < least)
            least = cost, best = lane;
    }
    return best;
}

// From its step `from` on. False if that passes elsewhere.
bool LaneChooser::follow(const Trip& trip, std::size_t from, int lane) {
    for (std::size_t k = from; k < trip.steps; ++k) {
        if (lane < 0 || ahead_[at(lane)].way != way(trip, k))
            return false;
        out_.ofStep[trip.first + k] = lane;
        lane = ahead_[at(lane)].next;
    }
    return lane < 0;
}

// Of each of `count` steps the choice on the cheapest way to `x`.
void LaneChooser::pick(std::size_t count, float x) {
    picks_.resize(count);
    for (std::size_t k = count; k-- > 0;) {
        picks_[k] = choices_.cheapest(firstChoice_[k], firstChoice_[k + 1], x);
        x = choices_.x[picks_[k]];
    }
}

// Lanes for the first `count` steps; behind them comes the lane `next`, or the box.
void LaneChooser::takePicks(const Trip& trip, std::size_t count, int next) {
    auto x = static_cast<float>(next < 0 ? trip.endX : out_.x[at(next)]);
    for (std::size_t k = count; k-- > 0;) {
        const std::size_t pick = picks_[k];
        int lane = ~choices_.what[pick];
        if (const int gap = choices_.what[pick]; gap >= 0) {
            const float share = next < 0 ? 0 : ahead_[at(next)].cost - kSharingBonus;
            const float cost = share + stepCost(x - choices_.x[pick]);
            lane = addLane(plan_.steps[trip.first + k], gap, choices_.x[pick], {way(trip, k), next, cost});
        }
        x = choices_.x[pick];
        next = out_.ofStep[trip.first + k] = lane;
    }
}

int LaneChooser::addLane(const Step& step, int gap, float x, const Ahead& ahead) {
    Interval room;
    const auto gaps = static_cast<int>(terrain_.bands[at(step.band)].gaps.size());
    const int slot = firstSlot_[at(step.band)] + (step.column < 0 ? gap : gaps + step.column);
    const auto lane = static_cast<int>(out_.lanes.size());
    out_.lanes.push_back({openings(step, room)[at(gap)], slot});
    out_.x.push_back(x);
    ahead_.push_back(ahead);
    std::vector<int>& shared = shared_[ahead.way];
    if (shared.empty())
        used_.push_back(ahead.way);
    shared.push_back(lane);
    return lane;
}

} // namespace

Lanes chooseLanes(const Terrain& terrain, const Trips& plan, bool bundled) {
    return LaneChooser(terrain, plan, bundled).choose();
}

} // namespace espalier::graph
