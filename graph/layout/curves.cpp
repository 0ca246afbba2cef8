#include "graph/layout/curves.h"

#include "graph/export/style.h"

#include <algorithm>
#include <cmath>

namespace espalier::graph {
namespace {

constexpr double kReach = 0.45; // of a segment's height, to its control points

void curveTo(std::vector<Point>& points, Point to, double slopeFrom, double slopeTo) {
    const Point from = points.back();
    const double reach = kReach * (to.y - from.y);
    if (std::abs(to.y - from.y) < 0.01 && std::abs(to.x - from.x) < 0.01)
        return;
    points.push_back({from.x + slopeFrom * reach, from.y + reach});
    points.push_back({to.x - slopeTo * reach, to.y - reach});
    points.push_back(to);
}

} // namespace

Waypoint passage(double x, double top, double bottom, double low, double high) {
    const double half = (bottom - top) / 2, room = std::max(0.0, std::min(x - low, high - x));
    return {x, top + half, half, half > 0 ? room / half : 0};
}

void setSlopes(std::span<Waypoint> way) {
    for (std::size_t i = 1; i + 1 < way.size(); ++i) {
        const Waypoint &a = way[i - 1], &b = way[i], &c = way[i + 1];
        const double before = (b.x - a.x) / (b.y - a.y), after = (c.x - b.x) / (c.y - b.y);
        if (!std::isfinite(before) || !std::isfinite(after) || before * after <= 0)
            continue;
        // The harmonic mean keeps the curve from overshooting (Fritsch, Butland 1984).
        const double mean = 2 * before * after / (before + after);
        way[i].slope = std::clamp(mean, -b.steepest, b.steepest);
    }
}

void appendApproach(std::vector<Point>& points, const Waypoint& from, const Waypoint& to, double down) {
    const double half = to.half * down;
    curveTo(points, {to.x - to.slope * half, to.y - half}, from.slope, to.slope);
}

void appendPassage(std::vector<Point>& points, const Waypoint& at, double down) {
    const double half = at.half * down;
    curveTo(points, {at.x + at.slope * half, at.y + half}, at.slope, at.slope);
}

std::vector<Point> besideCurve(const Rect& a, const Rect& b) {
    const bool right = b.x > a.x;
    const Point from{right ? a.right() : a.x, a.centre().y}, to{right ? b.x : b.right(), b.centre().y};
    const double reach = (to.x - from.x) / 2;
    return {from, {from.x + reach, from.y}, {to.x - reach, to.y}, to};
}

std::vector<Point> insideCurve(const Rect& a, const Rect& b) {
    const bool out = a.width * a.height < b.width * b.height; // from the box to its container
    const Rect &inner = out ? a : b, &outer = out ? b : a;
    const double x = inner.centre().x, strip = std::min(outer.y + kContainerTitleHeight, inner.y);
    const double middle = (inner.y + strip) / 2;
    std::vector<Point> points{{x, inner.y}, {x, middle}, {x, middle}, {x, strip}};
    if (!out)
        std::reverse(points.begin(), points.end());
    return points;
}

Point signPlace(const std::vector<Point>& points) {
    constexpr double kPart = 0.34;
    const double at = kPart * static_cast<double>((points.size() - 1) / 3);
    const auto segment = static_cast<std::size_t>(at);
    const Point* p = &points[3 * segment];
    const double t = at - static_cast<double>(segment), u = 1 - t;
    const auto value = [&](double a, double b, double c, double d) {
        return u * u * u * a + 3 * u * u * t * b + 3 * u * t * t * c + t * t * t * d;
    };
    return {value(p[0].x, p[1].x, p[2].x, p[3].x), value(p[0].y, p[1].y, p[2].y, p[3].y)};
}

void appendArc(std::vector<Point>& points, Point to) {
    const Point from = points.back();
    const double depth = std::max(from.y, to.y) + std::min(48.0, 18 + std::abs(to.x - from.x) * 0.08);
    points.push_back({from.x, depth});
    points.push_back({to.x, depth});
    points.push_back(to);
}

} // namespace espalier::graph
