// Cubic Bézier curves through given points, as lines of the map are drawn.
#pragma once

#include "graph/layout/layout.h"

#include <span>
#include <vector>

namespace espalier::graph {

// A point that the curve goes through: straight from `half` pixels above it to `half` below, with at most the
// slope (dx/dy) `steepest`. Ends are points alone, and vertical.
struct Waypoint {
    double x = 0, y = 0;
    double half = 0, steepest = 0;
    double slope = 0; // by setSlopes()
};

// The way through a gap [low, high] of a row of boxes that reaches from `top` to `bottom`, as far aslant as
// the gap allows.
[[nodiscard]] Waypoint passage(double x, double top, double bottom, double low, double high);

// Of all but the ends, for a curve that runs up or down all the time and does not overshoot. That of a point
// depends on its two neighbours alone.
void setSlopes(std::span<Waypoint> way);
// Append the curve from where the straight part of `from` ends to where that of `to` begins, and that part.
// `down`: the direction, 1 or -1. The last of `points` is where it begins.
void appendApproach(std::vector<Point>& points, const Waypoint& from, const Waypoint& to, double down);
void appendPassage(std::vector<Point>& points, const Waypoint& at, double down);

// From the side of `a` to the facing side of `b`, its neighbour in a row.
[[nodiscard]] std::vector<Point> besideCurve(const Rect& a, const Rect& b);
// Between a container and a box in it.
[[nodiscard]] std::vector<Point> insideCurve(const Rect& a, const Rect& b);
// Where a sign on the curve goes: about a third of the way, so that those of two opposite lines do not meet.
// `points` as in LayoutResult::lines, not empty.
[[nodiscard]] Point signPlace(const std::vector<Point>& points);
// Appends an arc that leaves downwards and arrives at `to` upwards.
void appendArc(std::vector<Point>& points, Point to);

} // namespace espalier::graph
