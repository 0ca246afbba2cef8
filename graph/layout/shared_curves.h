// Curves of which many end alike, each part kept once: lines on a map that have met share the rest of their
// way, which with thousands of lines is most of all points.
#pragma once

#include "graph/layout/layout.h"

#include <algorithm>
#include <cstddef>
#include <limits>
#include <vector>

namespace espalier::graph {

struct Extent {
    double left = std::numeric_limits<double>::max(), top = left;
    double right = std::numeric_limits<double>::lowest(), bottom = right;
    void cover(Point p) {
        left = std::min(left, p.x), right = std::max(right, p.x);
        top = std::min(top, p.y), bottom = std::max(bottom, p.y);
    }
};

// A point of a curve behind which others can go on as it does.
struct Joint {
    int line = -1; // none
    std::size_t point = 0;
};

class SharedCurves {
public:
    // `lines` empty curves.
    explicit SharedCurves(std::size_t lines)
        : parts_(lines) {}

    // The curve of a line: from `begin` on, its points are appended to points(), until `end`.
    void begin(int line, Point from);
    [[nodiscard]] std::vector<Point>& points() { return points_; }
    // The last point so far.
    [[nodiscard]] Joint here() const { return {open_, points_.size() - 1}; }
    // With `joint`, it goes on as the other curve does behind that point, which lies where it is now.
    void end(Joint joint = {});

    // The curves of other lines; none is in both.
    void append(const SharedCurves& others);

    // Of all curves.
    void cover(Extent& extent) const;
    void move(double dx, double dy);
    // In the form of LayoutResult::lines.
    [[nodiscard]] std::vector<std::vector<Point>> curves() const;

private:
    struct Part {
        std::size_t first = 0, end = 0; // of the points
        Joint next = {};
    };
    void copy(std::size_t firstLine, std::size_t endLine, std::vector<std::vector<Point>>& out) const;

    std::vector<Part> parts_; // per line
    std::vector<Point> points_;
    int open_ = -1;
};

} // namespace espalier::graph
