// Which bands of the terrain every line crosses on its way.
#pragma once

#include "graph/layout/layout.h"
#include "graph/layout/terrain.h"

#include <cstddef>
#include <vector>

namespace espalier::graph {

enum class Course { Down, Up, Beside, Under, Inside };

// A band crossed through one of its gaps, or, with a column, the rest of the band in which something lower
// than its neighbours stands, straight above or below it.
struct Step {
    int band = 0, column = -1;
    double top = 0, bottom = 0;
    [[nodiscard]] double middle() const { return (top + bottom) / 2; }
};
struct Trip {
    int line = 0, from = 0, to = 0;
    Course course = Course::Down;
    std::size_t first = 0, steps = 0; // range of Trips::ways
    std::size_t turn = 0;             // Under: number of steps before the lowest point
    double turnY = 0;
    double startX = 0, endX = 0; // where it touches its boxes; at first, their middles
    // On which sides: at the bottom or the top of the one, and of the other.
    [[nodiscard]] bool leavesAtBottom() const { return course == Course::Down || course == Course::Under; }
    [[nodiscard]] bool arrivesAtTop() const { return course == Course::Down; }
};
struct Trips {
    std::vector<Trip> trips; // by imported box, of one box the longest first; bundled, the longest of all
                             // first; self-loops make none
    std::vector<Step> steps; // each of which is taken by many; above and below a column are two
    std::vector<int> ways;   // numbers of steps, in the order of each way
    // A trip such that those from it on go to other boxes than those before, and that about half of the work
    // is done before it. The number of trips where work is not to be divided.
    std::size_t half = 0;

    [[nodiscard]] int wayOf(const Trip& trip, std::size_t k) const { return ways[trip.first + k]; }
    [[nodiscard]] const Step& step(int number) const { return steps[static_cast<std::size_t>(number)]; }
};

// In an order that depends on keys alone.
[[nodiscard]] Trips planTrips(const LayoutInput& input, const std::vector<Rect>& rects,
                              const Terrain& terrain);

} // namespace espalier::graph
