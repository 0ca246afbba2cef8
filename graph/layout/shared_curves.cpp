#include "graph/layout/shared_curves.h"

#include "graph/layout/at_once.h"

#include <utility>

namespace espalier::graph {

void SharedCurves::begin(int line, Point from) {
    open_ = line;
    parts_[static_cast<std::size_t>(line)].first = points_.size();
    points_.push_back(from);
}

void SharedCurves::end(Joint joint) {
    Part& part = parts_[static_cast<std::size_t>(open_)];
    part.end = points_.size();
    part.next = joint;
}

void SharedCurves::cover(Extent& extent) const {
    for (const Point& p : points_)
        extent.cover(p);
}

void SharedCurves::move(double dx, double dy) {
    for (Point& p : points_)
        p.x += dx, p.y += dy;
}

void SharedCurves::append(const SharedCurves& others) {
    const std::size_t shift = points_.size();
    points_.insert(points_.end(), others.points_.begin(), others.points_.end());
    for (std::size_t line = 0; line < parts_.size(); ++line) {
        const Part& other = others.parts_[line];
        if (other.end > other.first)
            parts_[line] = {
                other.first + shift, other.end + shift, {other.next.line, other.next.point + shift}};
    }
}

void SharedCurves::copy(std::size_t firstLine, std::size_t endLine,
                        std::vector<std::vector<Point>>& out) const {
    std::vector<std::pair<std::size_t, std::size_t>> ranges; // of the points of one curve
    for (std::size_t line = firstLine; line < endLine; ++line) {
        ranges.assign(1, {parts_[line].first, parts_[line].end});
        std::size_t count = ranges.front().second - ranges.front().first;
        for (Joint j = parts_[line].next; j.line >= 0; j = parts_[static_cast<std::size_t>(j.line)].next) {
            ranges.emplace_back(j.point + 1, parts_[static_cast<std::size_t>(j.line)].end);
            count += ranges.back().second - ranges.back().first;
        }
        out[line].reserve(count);
        for (const auto& [first, end] : ranges)
            out[line].insert(out[line].end(), points_.data() + first, points_.data() + end);
    }
}

std::vector<std::vector<Point>> SharedCurves::curves() const {
    constexpr std::size_t kWorthIt = 60000; // points
    std::vector<std::vector<Point>> out(parts_.size());
    const std::size_t half = points_.size() < kWorthIt ? out.size() : out.size() / 2;
    const auto second = [&] { copy(half, out.size(), out); };
    const auto first = [&] { copy(0, half, out); };
    half < out.size() ? atOnce(first, second) : first();
    return out;
}

} // namespace espalier::graph
