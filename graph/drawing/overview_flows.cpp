#include "graph/drawing/overview.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <tuple>

namespace espalier::graph {
namespace {

constexpr std::size_t kMoreEachTime = 3;
constexpr double kSmaller = 0.8;
constexpr double kBundling = 0.8;
constexpr double kBow = 0.14; // of the length of a flow between neighbours

class FlowBuilder {
public:
    explicit FlowBuilder(const Drawing& drawing)
        : drawing_(drawing) {
        for (const Box& box : drawing.boxes) {
            depth_.push_back(box.parent < 0 ? 0 : depth_[static_cast<std::size_t>(box.parent)] + 1);
            const double side = std::sqrt(box.rect.width * box.rect.height);
            opens_.push_back(box.container ? kLookedIntoPx / std::max(side, 1e-6)
                                           : std::numeric_limits<double>::infinity());
        }
    }

    std::vector<Line> build(const std::vector<EdgeLoad>& edges) {
        for (std::size_t i = 0; i < edges.size(); ++i)
            addParts(edges[i], static_cast<std::uint32_t>(i));
        std::ranges::sort(parts_);
        std::vector<Line> lines = sumUp(edges);
        parts_ = {};
        thinOut(lines);
        for (Line& line : lines)
            line.points = route(line.from, line.to, line.fromZoom < line.toZoom);
        return lines;
    }

private:
    // One edge as a part of the flow between two boxes.
    struct Part {
        int from, to;
        std::uint32_t edge;
        friend auto operator<=>(const Part&, const Part&) = default;
    };

    [[nodiscard]] int parent(int box) const { return drawing_.boxes[static_cast<std::size_t>(box)].parent; }
    [[nodiscard]] Point centre(int box) const {
        return drawing_.boxes[static_cast<std::size_t>(box)].rect.centre();
    }
    [[nodiscard]] double length(const Part& part) const {
        const Point a = centre(part.from), b = centre(part.to);
        return std::max(1.0, std::hypot(b.x - a.x, b.y - a.y));
    }
    [[nodiscard]] int depth(int box) const { return depth_[static_cast<std::size_t>(box)]; }
    [[nodiscard]] double opens(int box) const { return box < 0 ? 0 : opens_[static_cast<std::size_t>(box)]; }

    // The boxes around both ends, outermost first, from below their common package on.
    void chains(int from, int to, std::vector<int>& up, std::vector<int>& down) const {
        up.clear();
        down.clear();
        while (from != to) {
            const bool climb = from >= 0 && (to < 0 || depth(from) >= depth(to));
            const bool both = climb && to >= 0 && depth(from) == depth(to);
            if (!climb || both) {
                down.push_back(to);
                to = parent(to);
            }
            if (climb) {
                up.push_back(from);
                from = parent(from);
            }
        }
        std::ranges::reverse(up);
        std::ranges::reverse(down);
    }

    // As one comes nearer, the packages at both ends open one after the other.
    void addParts(const EdgeLoad& edge, std::uint32_t index) {
        chains(edge.from, edge.to, up_, down_);
        std::size_t a = 0, b = 0;
        while (a < up_.size() && b < down_.size()) {
            parts_.push_back({up_[a], down_[b], index});
            const double next = std::min(opens(up_[a]), opens(down_[b]));
            if (std::isinf(next))
                return;
            a += opens(up_[a]) <= next;
            b += opens(down_[b]) <= next;
        }
    }

    [[nodiscard]] std::vector<Line> sumUp(const std::vector<EdgeLoad>& edges) const {
        std::vector<Line> lines;
        for (const Part& part : parts_) {
            if (lines.empty() || lines.back().from != part.from || lines.back().to != part.to) {
                Line line;
                line.from = part.from;
                line.to = part.to;
                line.ghost = line.deferredOnly = line.fromTests = true;
                line.fromZoom = std::max(opens(parent(part.from)), opens(parent(part.to)));
                line.toZoom = std::min({opens(part.from), opens(part.to), kLongestFlowPx / length(part)});
                lines.push_back(std::move(line));
            }
            Line& line = lines.back();
            const EdgeLoad& edge = edges[part.edge];
            line.statements += edge.statements;
            line.cycle = line.cycle || edge.cycle;
            line.deprecated = line.deprecated || edge.deprecated;
            line.ghost = line.ghost && edge.ghost;
            line.deferredOnly = line.deferredOnly && edge.deferredOnly;
            line.fromTests = line.fromTests && edge.fromTests;
            line.edges.push_back(edge.edge);
        }
        return lines;
    }

    // With each doubling of the zoom a quarter of the picture is seen, and more flows come in, the heaviest
    // first. What has come in stays as long as its ends do. What never does is dropped, unless it is what a
    // module's own lines are made of.
    void thinOut(std::vector<Line>& lines) const {
        std::vector<std::size_t> order(lines.size());
        std::iota(order.begin(), order.end(), std::size_t{0});
        const auto weight = [&](std::size_t i) {
            const Line& l = lines[i];
            return std::tuple(l.fromTests, -static_cast<double>(l.statements) * (l.cycle ? 2 : 1));
        };
        std::ranges::stable_sort(order, {}, weight);
        std::vector<char> in(lines.size(), 0);
        double last = 0; // zoom at which a flow can come in
        for (const Line& line : lines)
            last = std::max(last, line.fromZoom);
        // One band for what is smaller than the whole screen, one about the whole, then one for each
        // doubling.
        double begin = 0, end = drawing_.farZoom * kSmaller;
        for (std::size_t band = 0, most = kMostFromAfar; begin <= last; ++band) {
            std::size_t count = 0;
            for (const std::size_t i : order) {
                if (lines[i].fromZoom >= std::min(end, lines[i].toZoom) || lines[i].toZoom <= begin)
                    continue;
                if (!in[i] && count < most) {
                    in[i] = 1;
                    lines[i].fromZoom = std::max(lines[i].fromZoom, begin);
                }
                count += in[i] != 0;
            }
            begin = end;
            end *= 2;
            most *= band > 0 ? kMoreEachTime : 1;
        }
        std::size_t kept = 0;
        for (std::size_t i = 0; i < lines.size(); ++i) {
            const bool finest = std::isinf(opens(lines[i].from)) && std::isinf(opens(lines[i].to));
            if (!in[i])
                lines[i].toZoom = 0;
            if ((in[i] || finest) && kept++ != i)
                lines[kept - 1] = std::move(lines[i]);
        }
        lines.resize(kept);
        lines.shrink_to_fit();
    }

    // Along the packages around both ends, drawn towards the straight line (Holten, "Hierarchical Edge
    // Bundles", 2006), as a quadratic spline.
    [[nodiscard]] std::vector<Point> route(int from, int to, bool bundled) {
        std::vector<Point> way{centre(from), centre(to)};
        if (bundled) {
            chains(from, to, up_, down_);
            way.clear();
            for (const int box : up_)
                way.insert(way.begin(), centre(box));
            for (const int box : down_)
                way.push_back(centre(box));
        }
        const Point a = way.front(), b = way.back();
        if (way.size() == 2)
            way.insert(way.begin() + 1,
                       {(a.x + b.x) / 2 - kBow * (b.y - a.y), (a.y + b.y) / 2 + kBow * (b.x - a.x)});
        for (std::size_t i = 1; i + 1 < way.size(); ++i) {
            const double t = static_cast<double>(i) / static_cast<double>(way.size() - 1);
            way[i] = mix(mix(a, b, t), way[i], kBundling);
        }
        std::vector<Point> points{a};
        for (std::size_t i = 1; i + 1 < way.size(); ++i) {
            const Point start = points.back(), end = i + 2 == way.size() ? b : mix(way[i], way[i + 1], 0.5);
            points.insert(points.end(), {mix(start, way[i], 2.0 / 3), mix(end, way[i], 2.0 / 3), end});
        }
        return points;
    }
    static Point mix(Point a, Point b, double t) {
        return {a.x * (1 - t) + b.x * t, a.y * (1 - t) + b.y * t};
    }

    const Drawing& drawing_;
    std::vector<int> depth_;
    std::vector<double> opens_; // the zoom from which a box is looked into
    std::vector<Part> parts_;
    std::vector<int> up_, down_;
};

} // namespace

std::vector<Line> overviewFlows(const Drawing& drawing, const std::vector<EdgeLoad>& edges) {
    return FlowBuilder(drawing).build(edges);
}

} // namespace espalier::graph
