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

class Planner {
public:
    Planner(const LayoutInput& input, const std::vector<Rect>& rects, const Terrain& terrain)
        : input_(input)
        , rects_(rects)
        , terrain_(terrain)
        , chains_(input.boxes.size()) {}

    Trips plan() {
        Trips out;
        for (std::size_t i = 0; i < input_.lines.size(); ++i) {
            Trip trip;
            trip.line = static_cast<int>(i);
            trip.from = input_.lines[i].from;
            trip.to = input_.lines[i].to;
            if (trip.from == trip.to)
                continue;
            steps_.clear();
            findCourse(trip);
            trip.startX = rects_[at(trip.from)].centre().x;
            trip.endX = rects_[at(trip.to)].centre().x;
            trip.first = out.steps.size();
            trip.steps = steps_.size();
            out.steps.insert(out.steps.end(), steps_.begin(), steps_.end());
            out.trips.push_back(trip);
        }
        sort(out.trips);
        return out;
    }

private:
    using Stand = Terrain::Stand;

    void findCourse(Trip& trip);
    void leave(int box, const std::vector<Stand>& chain, std::size_t depth, bool down,
               std::vector<Step>& steps) const;
    void sort(std::vector<Trip>& trips) const;
    const std::vector<Stand>& chain(int box) {
        if (chains_[at(box)].empty())
            chains_[at(box)] = terrain_.chain(box, input_.boxes);
        return chains_[at(box)];
    }
    [[nodiscard]] Step across(int band) const {
        return {band, -1, terrain_.bands[at(band)].top, terrain_.bands[at(band)].bottom};
    }

    const LayoutInput& input_;
    const std::vector<Rect>& rects_;
    const Terrain& terrain_;
    std::vector<std::vector<Stand>> chains_; // per box, filled when first asked for
    std::vector<Step> steps_, arrival_;      // of the trip at hand
};

void Planner::sort(std::vector<Trip>& trips) const {
    std::vector<int> byKey(input_.boxes.size()), rank(input_.boxes.size());
    std::iota(byKey.begin(), byKey.end(), 0);
    std::stable_sort(byKey.begin(), byKey.end(),
                     [&](int a, int b) { return input_.boxes[at(a)].key < input_.boxes[at(b)].key; });
    for (std::size_t i = 0; i < byKey.size(); ++i)
        rank[at(byKey[i])] = static_cast<int>(i);
    std::sort(trips.begin(), trips.end(), [&](const Trip& a, const Trip& b) {
        return std::tie(rank[at(a.to)], b.steps, rank[at(a.from)], a.line) <
               std::tie(rank[at(b.to)], a.steps, rank[at(b.from)], b.line);
    });
    // Long lines lay the trunks that short ones join.
    if (input_.bundled)
        std::stable_sort(trips.begin(), trips.end(),
                         [](const Trip& a, const Trip& b) { return a.steps > b.steps; });
}

// The steps from a box to the border of the band at `depth` of its chain, from the inside out.
void Planner::leave(int box, const std::vector<Stand>& chain, std::size_t depth, bool down,
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

void Planner::findCourse(Trip& trip) {
    const std::vector<Stand>&a = chain(trip.from), &b = chain(trip.to);
    std::size_t d = 0;
    while (d < a.size() && d < b.size() && a[d].band == b[d].band && a[d].column == b[d].column)
        ++d;
    if (d == a.size() || d == b.size()) {
        trip.course = Course::Inside;
        return;
    }
    arrival_.clear();
    if (a[d].band == b[d].band) {
        const bool neighbours = std::abs(a[d].column - b[d].column) == 1;
        trip.course = neighbours && d + 1 == a.size() && d + 1 == b.size() ? Course::Beside : Course::Under;
        if (trip.course == Course::Under) {
            leave(trip.from, a, d, true, steps_);
            trip.turn = steps_.size();
            trip.turnY = terrain_.bands[at(a[d].band)].bottom;
            leave(trip.to, b, d, true, arrival_);
        }
    } else {
        const Terrain::Band &bandA = terrain_.bands[at(a[d].band)], &bandB = terrain_.bands[at(b[d].band)];
        const bool down = bandA.index < bandB.index;
        trip.course = down ? Course::Down : Course::Up;
        leave(trip.from, a, d, down, steps_);
        const std::vector<int>& list = terrain_.blocks[at(bandA.block)].bands;
        for (int i = bandA.index + (down ? 1 : -1); i != bandB.index; i += down ? 1 : -1)
            steps_.push_back(across(list[at(i)]));
        leave(trip.to, b, d, !down, arrival_);
    }
    steps_.insert(steps_.end(), arrival_.rbegin(), arrival_.rend());
}

} // namespace

Trips planTrips(const LayoutInput& input, const std::vector<Rect>& rects, const Terrain& terrain) {
    return Planner(input, rects, terrain).plan();
}

} // namespace espalier::graph
