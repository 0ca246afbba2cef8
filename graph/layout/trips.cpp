#include "graph/layout/trips.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <numeric>
#include <tuple>

namespace espalier::graph {
namespace {

std::size_t at(int i) {
    return static_cast<std::size_t>(i);
}

constexpr double kTurnRoom = 16; // beside a border, for the way to the port

class Planner {
public:
    Planner(const LayoutInput& input, const std::vector<Rect>& rects, const Terrain& terrain)
        : input_(input)
        , rects_(rects)
        , terrain_(terrain)
        , chains_(input.boxes.size()) {
        for (std::size_t i = 0; i < terrain.bands.size(); ++i)
            out_.steps.push_back({static_cast<int>(i), -1, terrain.bands[i].top, terrain.bands[i].bottom});
        for (std::size_t i = 0; i < terrain.stands.size(); ++i)
            besides_.push_back(
                {columnStep(static_cast<int>(i), false), columnStep(static_cast<int>(i), true)});
    }

    Trips plan() {
        for (std::size_t i = 0; i < input_.lines.size(); ++i) {
            Trip trip;
            trip.line = static_cast<int>(i);
            trip.from = input_.lines[i].from;
            trip.to = input_.lines[i].to;
            if (trip.from == trip.to)
                continue;
            trip.first = out_.ways.size();
            findCourse(trip);
            trip.steps = out_.ways.size() - trip.first;
            trip.startX = rects_[at(trip.from)].centre().x;
            trip.endX = rects_[at(trip.to)].centre().x;
            out_.trips.push_back(trip);
        }
        sort();
        halve();
        return std::move(out_);
    }

private:
    struct Besides {
        int above = -1, below = -1; // steps, where there is room
    };

    int columnStep(int stand, bool down);
    void findCourse(Trip& trip);
    void leave(const std::vector<int>& chain, std::size_t depth, bool down, std::vector<int>& way) const;
    void sort();
    void halve();
    const std::vector<int>& chain(int box) {
        if (chains_[at(box)].empty())
            chains_[at(box)] = terrain_.chain(box, input_.boxes);
        return chains_[at(box)];
    }
    [[nodiscard]] const Terrain::Stand& standOf(int item) const { return terrain_.stands[at(item)]; }
    [[nodiscard]] const Terrain::Band& bandOf(int item) const {
        return terrain_.bands[at(standOf(item).band)];
    }

    const LayoutInput& input_;
    const std::vector<Rect>& rects_;
    const Terrain& terrain_;
    std::vector<Besides> besides_;         // per stand
    std::vector<std::vector<int>> chains_; // per box, filled when first asked for
    std::vector<int> arrival_;             // of the trip at hand
    Trips out_;
};

// Between the border of what stands there and that of its band.
int Planner::columnStep(int item, bool down) {
    const Terrain::Stand& stand = standOf(item);
    if (stand.band < 0)
        return -1;
    double border = 0;
    if (at(item) < rects_.size()) {
        border = down ? rects_[at(item)].bottom() : rects_[at(item)].y;
    } else {
        const std::vector<int>& bands = terrain_.blocks[at(item) - rects_.size()].bands;
        border = down ? terrain_.bands[at(bands.back())].bottom : terrain_.bands[at(bands.front())].top;
    }
    const Terrain::Band& band = terrain_.bands[at(stand.band)];
    const double begin = border + (down ? kTurnRoom : -kTurnRoom), end = down ? band.bottom : band.top;
    if (down ? begin >= end : begin <= end)
        return -1;
    out_.steps.push_back({stand.band, stand.column, std::min(begin, end), std::max(begin, end)});
    return static_cast<int>(out_.steps.size()) - 1;
}

void Planner::sort() {
    std::vector<int> byKey(input_.boxes.size());
    std::vector<std::uint64_t> rank(input_.boxes.size());
    std::iota(byKey.begin(), byKey.end(), 0);
    std::stable_sort(byKey.begin(), byKey.end(),
                     [&](int a, int b) { return input_.boxes[at(a)].key < input_.boxes[at(b)].key; });
    for (std::size_t i = 0; i < byKey.size(); ++i)
        rank[at(byKey[i])] = i;
    // Small keys, as trips are large.
    std::vector<std::tuple<std::uint64_t, std::uint64_t, std::size_t>> order;
    order.reserve(out_.trips.size());
    for (std::size_t i = 0; i < out_.trips.size(); ++i) {
        const Trip& t = out_.trips[i];
        const std::uint64_t to = rank[at(t.to)], shortness = UINT32_MAX - t.steps;
        // In bundles long lines lay the trunks that short ones join.
        order.emplace_back(input_.bundled ? shortness << 32U | to : to << 32U | shortness, rank[at(t.from)],
                           i);
    }
    std::sort(order.begin(), order.end());
    std::vector<Trip> sorted;
    sorted.reserve(order.size());
    for (const auto& [length, from, i] : order)
        sorted.push_back(out_.trips[i]);
    out_.trips = std::move(sorted);
}

void Planner::halve() {
    constexpr std::size_t kWorthIt = 10000; // steps
    out_.half = out_.trips.size();
    if (input_.bundled || out_.ways.size() < kWorthIt)
        return;
    std::size_t done = 0;
    for (std::size_t i = 0; i < out_.trips.size() && out_.half == out_.trips.size(); ++i) {
        if (2 * done >= out_.ways.size() && out_.trips[i].to != out_.trips[i - 1].to)
            out_.half = i;
        done += out_.trips[i].steps;
    }
}

// The steps from a box to the border of the band at `depth` of its chain, from the inside out.
void Planner::leave(const std::vector<int>& chain, std::size_t depth, bool down,
                    std::vector<int>& way) const {
    for (std::size_t i = chain.size(); i-- > depth;) {
        const Besides& besides = besides_[at(chain[i])];
        if (const int step = down ? besides.below : besides.above; step >= 0)
            way.push_back(step);
        if (i == depth)
            break;
        const Terrain::Band& own = bandOf(chain[i]);
        const std::vector<int>& bands = terrain_.blocks[at(own.block)].bands;
        const auto count = static_cast<int>(bands.size());
        for (int b = own.index + (down ? 1 : -1); b >= 0 && b < count; b += down ? 1 : -1)
            way.push_back(bands[at(b)]);
    }
}

void Planner::findCourse(Trip& trip) {
    const std::vector<int>&a = chain(trip.from), &b = chain(trip.to);
    std::size_t d = 0;
    while (d < a.size() && d < b.size() && a[d] == b[d])
        ++d;
    if (d == a.size() || d == b.size()) {
        trip.course = Course::Inside;
        return;
    }
    std::vector<int>& way = out_.ways;
    arrival_.clear();
    const Terrain::Band &bandA = bandOf(a[d]), &bandB = bandOf(b[d]);
    if (&bandA == &bandB) {
        const bool neighbours = std::abs(standOf(a[d]).column - standOf(b[d]).column) == 1;
        trip.course = neighbours && d + 1 == a.size() && d + 1 == b.size() ? Course::Beside : Course::Under;
        if (trip.course == Course::Under) {
            leave(a, d, true, way);
            trip.turn = way.size() - trip.first;
            trip.turnY = bandA.bottom;
            leave(b, d, true, arrival_);
        }
    } else {
        const bool down = bandA.index < bandB.index;
        trip.course = down ? Course::Down : Course::Up;
        leave(a, d, down, way);
        const std::vector<int>& bands = terrain_.blocks[at(bandA.block)].bands;
        for (int i = bandA.index + (down ? 1 : -1); i != bandB.index; i += down ? 1 : -1)
            way.push_back(bands[at(i)]);
        leave(b, d, !down, arrival_);
    }
    way.insert(way.end(), arrival_.rbegin(), arrival_.rend());
}

} // namespace

Trips planTrips(const LayoutInput& input, const std::vector<Rect>& rects, const Terrain& terrain) {
    return Planner(input, rects, terrain).plan();
}

} // namespace espalier::graph
