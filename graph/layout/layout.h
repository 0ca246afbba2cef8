// Positions for nested boxes and routes for the lines between them. Units: pixels at 100 %, y grows downward;
// the origin is the top left corner of the picture.
//
// Boxes form a forest: a box with children is a container whose size follows from its content; the others
// bring their own size. Each container (and the top) is laid out as a flat graph of its own, from the inside
// out, by a FlatEngine; lines between different containers count for the level at which they meet.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace espalier::graph {

struct Point {
    double x = 0, y = 0;
    friend bool operator==(const Point&, const Point&) = default;
};
struct Size {
    double width = 0, height = 0;
    friend bool operator==(const Size&, const Size&) = default;
};
struct Rect {
    double x = 0, y = 0, width = 0, height = 0;
    [[nodiscard]] Point centre() const { return {x + width / 2, y + height / 2}; }
    [[nodiscard]] double right() const { return x + width; }
    [[nodiscard]] double bottom() const { return y + height; }
    friend bool operator==(const Rect&, const Rect&) = default;
};

struct LayoutBox {
    std::string key; // stable name of the box, by which seeds are found; breaks ties
    int parent = -1; // index of a box before this one, or -1
    Size size;       // of a box without children; for a container the least size (its title)
    // Centre given by hand, from the upper left corner of the container (of the picture, at the top). The box
    // lies there, as far as it leaves the title and the border free; the others keep off.
    std::optional<Point> place = {};
    friend bool operator==(const LayoutBox&, const LayoutBox&) = default;
};
struct LayoutLine {
    int from = 0, to = 0; // boxes
    int weight = 1;       // more: keep short and straight
};
struct LayoutInput {
    std::vector<LayoutBox> boxes; // parents before their children
    std::vector<LayoutLine> lines;
    std::vector<std::pair<std::string, Point>> seeds; // key -> centre in the previous picture; sorted by key
    bool bundled = false; // lines that go the same way run together; boxes lie where they lie without
};
struct LayoutResult {
    std::vector<Rect> boxes; // as LayoutInput::boxes, absolute
    std::vector<std::vector<Point>>
        lines; // cubic Bézier: 1 + 3k points, from border to border; empty: self-loop
    Size size;
};

// One level: boxes side by side without nesting.
struct FlatGraph {
    std::vector<std::string> keys;
    std::vector<Size> sizes;
    std::vector<LayoutLine> lines; // no self-loops, at most one per ordered pair
    std::vector<Point> seeds;      // previous centres, or empty; NaN where unknown
};
// Returns the centre of each box; boxes must not overlap. An empty result means failure.
using FlatEngine = std::function<std::vector<Point>(const FlatGraph&)>;

// Layered layout of our own, a few milliseconds for 300 boxes. Levels by longest path after removing feedback
// arcs (Eades, Lin, Smyth 1993), order by barycentres (Sugiyama, Tagawa, Toda 1981), x by isotonic
// regression. Long ranks are wrapped; boxes without lines are put in a grid. Users above providers.
// Deterministic.
[[nodiscard]] std::vector<Point> layeredLayout(const FlatGraph& graph);

// The whole nested picture with the given engine.
[[nodiscard]] LayoutResult layoutNested(const LayoutInput& input, const FlatEngine& engine);

// The same picture with its lines routed anew: as they are bundled now, for one. `boxes` are those of a
// result for the same boxes; they stay, unless a line would leave the picture at the left or top.
[[nodiscard]] LayoutResult layoutLines(const LayoutInput& input, const std::vector<Rect>& boxes);

} // namespace espalier::graph
