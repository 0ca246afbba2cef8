// Cubic Bézier curves through given points, as lines of the map are drawn.
#pragma once

#include "graph/layout/layout.h"

#include <vector>

namespace espalier::graph {

// A point that the curve goes through: straight from `half` pixels above it to `half` below, with at most the
// slope (dx/dy) `steepest`. Ends are points alone, and vertical.
struct Waypoint {
    double x = 0, y = 0;
    double half = 0, steepest = 0;
};

// Adds the way through a gap [low, high] of a row of boxes that reaches from `top` to `bottom`, as far aslant
// as the gap allows.
void addPassage(std::vector<Waypoint>& way, double x, double top, double bottom, double low, double high);

// A curve that runs up or down all the time and leaves and arrives vertically.
[[nodiscard]] std::vector<Point> smoothCurve(const std::vector<Waypoint>& way);

// From the side of `a` to the facing side of `b`, its neighbour in a row.
[[nodiscard]] std::vector<Point> besideCurve(const Rect& a, const Rect& b);
// Between a container and a box in it.
[[nodiscard]] std::vector<Point> insideCurve(const Rect& a, const Rect& b);
// Where a sign on the curve goes: about a third of the way, so that those of two opposite lines do not meet.
// `points` as in LayoutResult::lines, not empty.
[[nodiscard]] Point signPlace(const std::vector<Point>& points);
// Appends `tail` after an arc below both, with which an end that points down turns into a beginning that
// points up.
void joinByArc(std::vector<Point>& points, const std::vector<Point>& tail);

} // namespace espalier::graph
