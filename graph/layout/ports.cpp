#include "graph/layout/ports.h"

#include "graph/layout/isotonic.h"

#include <algorithm>
#include <span>
#include <tuple>

namespace espalier::graph {
namespace {

std::size_t at(int i) {
    return static_cast<std::size_t>(i);
}

constexpr double kPortGap = 6;    // between lines at a border
constexpr double kPortMargin = 8; // from the corner of a box
constexpr double kPull = 0.3;     // of a line's next place, from the middle of the border

struct Port {
    int side = 0; // of which box: twice its number, and 1 for the bottom
    double desired = 0, lines = 1, x = 0;
};

class Ports {
public:
    Ports(Trips& plan, const std::vector<Rect>& rects)
        : plan_(plan)
        , rects_(rects)
        , out_(plan.trips.size(), -1)
        , in_(plan.trips.size(), -1) {}

    void depart(const Lanes& lanes, bool together);
    void arrive();
    void place();

private:
    // One port for all lines that `side` tells to be at the same side of a box, in its middle.
    template <class Side>
    void join(std::vector<int>& portOf, Side side);
    void placeSide(std::span<const int> ports);
    [[nodiscard]] static bool touches(const Trip& t) {
        return t.course != Course::Beside && t.course != Course::Inside;
    }
    [[nodiscard]] static int departureSide(const Trip& t) {
        return 2 * t.from + (t.leavesAtBottom() ? 1 : 0);
    }
    [[nodiscard]] static int arrivalSide(const Trip& t) { return 2 * t.to + (t.arrivesAtTop() ? 0 : 1); }

    Trips& plan_;
    const std::vector<Rect>& rects_;
    std::vector<Port> ports_;
    std::vector<int> out_, in_; // per trip: its ports
    PlacesInOrder row_;
};

template <class Side>
void Ports::join(std::vector<int>& portOf, Side side) {
    std::vector<int> known(2 * rects_.size(), -1);
    for (std::size_t t = 0; t < plan_.trips.size(); ++t) {
        if (!touches(plan_.trips[t]))
            continue;
        const int where = side(plan_.trips[t]);
        int& port = known[at(where)];
        if (port < 0) {
            port = static_cast<int>(ports_.size());
            ports_.push_back({where, rects_[at(where / 2)].centre().x, 0});
        }
        ports_[at(port)].lines += 1;
        portOf[t] = port;
    }
}

void Ports::depart(const Lanes& lanes, bool together) {
    if (together)
        return join(out_, departureSide);
    for (std::size_t i = 0; i < plan_.trips.size(); ++i) {
        const Trip& t = plan_.trips[i];
        if (!touches(t))
            continue;
        const Rect& box = rects_[at(t.from)];
        const int entry = lanes.entries[i];
        const double next = entry < 0 ? t.endX : lanes.x[at(lanes.reaches[at(entry)].lane)];
        const double middle = box.centre().x;
        const double pull = std::clamp((next - middle) * kPull, -box.width / 2, box.width / 2);
        out_[i] = static_cast<int>(ports_.size());
        ports_.push_back({departureSide(t), middle + pull});
    }
}

void Ports::arrive() {
    join(in_, arrivalSide);
}

void Ports::placeSide(std::span<const int> ports) {
    const Rect& box = rects_[at(ports_[at(ports.front())].side / 2)];
    const double low = box.x + kPortMargin, high = std::max(low, box.right() - kPortMargin);
    const double apart =
        ports.size() < 2 ? 0 : std::min(kPortGap, (high - low) / static_cast<double>(ports.size() - 1));
    row_.clear();
    for (const int p : ports)
        row_.add(ports_[at(p)].desired, ports_[at(p)].lines, apart);
    const std::span<const double> x = row_.solve(low, high);
    for (std::size_t i = 0; i < x.size(); ++i)
        ports_[at(ports[i])].x = x[i];
}

void Ports::place() {
    std::vector<std::tuple<int, double, int>> keyed;
    keyed.reserve(ports_.size());
    for (std::size_t i = 0; i < ports_.size(); ++i)
        keyed.emplace_back(ports_[i].side, ports_[i].desired, static_cast<int>(i));
    std::sort(keyed.begin(), keyed.end());
    std::vector<int> side;
    for (std::size_t i = 0; i < keyed.size(); ++i) {
        side.push_back(std::get<2>(keyed[i]));
        if (i + 1 == keyed.size() || std::get<0>(keyed[i]) != std::get<0>(keyed[i + 1])) {
            placeSide(side);
            side.clear();
        }
    }
    for (std::size_t t = 0; t < plan_.trips.size(); ++t) {
        if (out_[t] < 0)
            continue;
        plan_.trips[t].startX = ports_[at(out_[t])].x;
        plan_.trips[t].endX = ports_[at(in_[t])].x;
    }
}

} // namespace

void assignPorts(Trips& plan, const Lanes& lanes, const std::vector<Rect>& rects, bool bundled) {
    Ports ports(plan, rects);
    ports.depart(lanes, bundled);
    ports.arrive();
    ports.place();
}

} // namespace espalier::graph
