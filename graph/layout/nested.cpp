#include "graph/export/style.h"
#include "graph/layout/by_hand.h"
#include "graph/layout/layout.h"
#include "graph/layout/routes.h"
#include "graph/layout/spacing.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace espalier::graph {
namespace {

std::size_t at(int i) {
    return static_cast<std::size_t>(i);
}

constexpr double kMargin = 24;    // around the whole picture
constexpr double kTitleRoom = 24; // beside a container's title, for lines that enter from above

// What has to be added to one coordinate so that the boxes lie where the seeds say, in the middle.
double middleShift(std::vector<double> differences) {
    if (differences.empty())
        return 0;
    const auto middle = differences.begin() + static_cast<std::ptrdiff_t>(differences.size() / 2);
    std::nth_element(differences.begin(), middle, differences.end());
    return std::round(*middle);
}

// With its lines, and moved so that boxes and curves lie within the picture; where it `stays` as it is, only
// if something lies outside.
LayoutResult finished(const LayoutInput& input, std::vector<Rect> boxes, bool stays) {
    SharedCurves lines = routeLines(input, boxes);
    LayoutResult result;
    if (!boxes.empty()) {
        Extent extent;
        for (const Rect& r : boxes)
            extent.cover({r.x, r.y}), extent.cover({r.right(), r.bottom()});
        lines.cover(extent);
        // Whole pixels keep borders sharp.
        const double dx = stays && extent.left >= 0 ? 0 : std::round(kMargin - extent.left),
                     dy = stays && extent.top >= 0 ? 0 : std::round(kMargin - extent.top);
        for (Rect& r : boxes)
            r.x += dx, r.y += dy;
        lines.move(dx, dy);
        result.size = {std::ceil(extent.right + dx + kMargin), std::ceil(extent.bottom + dy + kMargin)};
    }
    result.lines = lines.curves();
    result.boxes = std::move(boxes);
    return result;
}

// Sorted by ends; those with the same ends become one, with the sum of their weights.
void joinEqual(std::vector<LayoutLine>& lines) {
    const auto ends = [](const LayoutLine& l) { return std::pair(l.from, l.to); };
    std::ranges::sort(lines, {}, ends);
    std::size_t kept = 0;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (kept > 0 && ends(lines[kept - 1]) == ends(lines[i]))
            lines[kept - 1].weight += lines[i].weight;
        else
            lines[kept++] = lines[i];
    }
    lines.resize(kept);
}

class Nester {
public:
    Nester(const LayoutInput& input, const FlatEngine& engine)
        : input_(input)
        , engine_(engine) {
        children_.resize(input.boxes.size() + 1);
        for (std::size_t i = 0; i < input.boxes.size(); ++i) {
            std::vector<int>& siblings = children_[at(input.boxes[i].parent + 1)];
            place_.push_back(static_cast<int>(siblings.size()));
            siblings.push_back(static_cast<int>(i));
        }
        meet();
    }

    LayoutResult layout() {
        std::vector<Rect> boxes(input_.boxes.size());
        for (std::size_t i = 0; i < boxes.size(); ++i)
            boxes[i] = {0, 0, input_.boxes[i].size.width, input_.boxes[i].size.height};
        // Children come after their parents: backwards every size is known when it is needed.
        for (std::size_t i = children_.size(); i-- > 0;)
            if (!children_[i].empty())
                level(static_cast<int>(i) - 1, boxes);
        for (std::size_t i = 0; i < boxes.size(); ++i) {
            const int parent = input_.boxes[i].parent;
            if (parent >= 0) {
                boxes[i].x += boxes[at(parent)].x;
                boxes[i].y += boxes[at(parent)].y;
            }
        }
        return finished(input_, std::move(boxes), placedByHand(-1));
    }

private:
    void meet();
    [[nodiscard]] FlatGraph flat(int container, const std::vector<Rect>& boxes) const;
    void level(int container, std::vector<Rect>& boxes) const;
    [[nodiscard]] bool placedByHand(int container) const;
    void placeByHand(int container, const FlatGraph& graph, std::vector<Rect>& boxes) const;

    const LayoutInput& input_;
    const FlatEngine& engine_;
    std::vector<std::vector<int>> children_; // of box + 1; the picture itself comes first
    // The same: lines at which boxes side by side they meet, sorted, with the sum of their weights.
    std::vector<std::vector<LayoutLine>> lines_;
    std::vector<int> place_; // of each box among those of its container
};

void Nester::meet() {
    lines_.resize(children_.size());
    std::vector<int> depth(input_.boxes.size(), 0);
    for (std::size_t i = 0; i < input_.boxes.size(); ++i)
        if (input_.boxes[i].parent >= 0)
            depth[i] = depth[at(input_.boxes[i].parent)] + 1;
    for (const LayoutLine& l : input_.lines) {
        int a = l.from, b = l.to;
        while (depth[at(a)] > depth[at(b)])
            a = input_.boxes[at(a)].parent;
        while (depth[at(b)] > depth[at(a)])
            b = input_.boxes[at(b)].parent;
        while (a != b && input_.boxes[at(a)].parent != input_.boxes[at(b)].parent)
            a = input_.boxes[at(a)].parent, b = input_.boxes[at(b)].parent;
        if (a != b)
            lines_[at(input_.boxes[at(a)].parent + 1)].push_back(
                {place_[at(a)], place_[at(b)], std::max(1, l.weight)});
    }
    for (std::vector<LayoutLine>& level : lines_)
        joinEqual(level);
}

FlatGraph Nester::flat(int container, const std::vector<Rect>& boxes) const {
    FlatGraph graph;
    bool seeded = false;
    for (const int c : children_[at(container + 1)]) {
        const std::string& key = input_.boxes[at(c)].key;
        graph.keys.push_back(key);
        graph.sizes.push_back({boxes[at(c)].width, boxes[at(c)].height});
        const auto seed = std::lower_bound(input_.seeds.begin(), input_.seeds.end(), key,
                                           [](const auto& s, const std::string& k) { return s.first < k; });
        // What lies where a person put it says nothing about the order of the others.
        const bool known = seed != input_.seeds.end() && seed->first == key && !input_.boxes[at(c)].place;
        graph.seeds.push_back(known ? seed->second : Point{NAN, NAN});
        seeded = seeded || known;
    }
    if (!seeded)
        graph.seeds.clear();
    graph.lines = lines_[at(container + 1)];
    return graph;
}

// Places of the children relative to their container, and from them its size.
void Nester::level(int container, std::vector<Rect>& boxes) const {
    const FlatGraph graph = flat(container, boxes);
    std::vector<Point> centres = engine_(graph);
    if (centres.size() != graph.keys.size())
        centres = layeredLayout(graph);
    double left = std::numeric_limits<double>::max(), top = left,
           right = std::numeric_limits<double>::lowest(), bottom = right;
    for (std::size_t i = 0; i < centres.size(); ++i) {
        const double w = graph.sizes[i].width / 2, h = graph.sizes[i].height / 2;
        left = std::min(left, centres[i].x - w), right = std::max(right, centres[i].x + w);
        top = std::min(top, centres[i].y - h), bottom = std::max(bottom, centres[i].y + h);
    }
    double dx = -left, dy = -top;
    if (container >= 0) {
        Rect& outer = boxes[at(container)];
        const double least = outer.width + kTitleRoom;
        outer.width = std::max(least, right - left + 2 * kContainerPadding);
        outer.height = std::max(outer.height, bottom - top + kContainerTitleHeight + kContainerPadding);
        dx += (outer.width - (right - left)) / 2;
        dy += kContainerTitleHeight;
    } else if (placedByHand(-1)) {
        dx += kMargin, dy += kMargin;
    }
    const std::vector<int>& children = children_[at(container + 1)];
    for (std::size_t i = 0; i < children.size(); ++i) {
        Rect& r = boxes[at(children[i])];
        r.x = std::round(centres[i].x - r.width / 2 + dx);
        r.y = std::round(centres[i].y - r.height / 2 + dy);
    }
    if (placedByHand(container))
        placeByHand(container, graph, boxes);
}

bool Nester::placedByHand(int container) const {
    const std::vector<int>& children = children_[at(container + 1)];
    return std::any_of(children.begin(), children.end(),
                       [&](int c) { return input_.boxes[at(c)].place.has_value(); });
}

// Lets the placed children of a container lie where they were put, and the container grow as needed.
void Nester::placeByHand(int container, const FlatGraph& graph, std::vector<Rect>& boxes) const {
    const std::vector<int>& children = children_[at(container + 1)];
    HandPlacement problem;
    problem.origin =
        container < 0 ? Point{kMargin, kMargin} : Point{kContainerPadding, kContainerTitleHeight};
    problem.gapX = kBoxGap, problem.gapY = kLevelGap;
    std::vector<double> dx, dy;
    for (std::size_t i = 0; i < children.size(); ++i) {
        const LayoutBox& box = input_.boxes[at(children[i])];
        problem.keys.push_back(&box.key);
        problem.rects.push_back(boxes[at(children[i])]);
        problem.places.push_back(box.place ? &*box.place : nullptr);
        // Seeds are in the picture's coordinates, as the places are at the top only.
        if (container < 0 && !graph.seeds.empty() && !std::isnan(graph.seeds[i].x)) {
            dx.push_back(graph.seeds[i].x - problem.rects[i].centre().x);
            dy.push_back(graph.seeds[i].y - problem.rects[i].centre().y);
        }
    }
    const Point shift{middleShift(std::move(dx)), middleShift(std::move(dy))};
    for (Rect& r : problem.rects)
        r.x += shift.x, r.y += shift.y;
    const std::vector<Rect> rects = graph::placeByHand(std::move(problem));
    for (std::size_t i = 0; i < children.size(); ++i) {
        boxes[at(children[i])] = rects[i];
        if (container >= 0) {
            Rect& outer = boxes[at(container)];
            outer.width = std::max(outer.width, rects[i].right() + kContainerPadding);
            outer.height = std::max(outer.height, rects[i].bottom() + kContainerPadding);
        }
    }
}

} // namespace

LayoutResult layoutNested(const LayoutInput& input, const FlatEngine& engine) {
    return Nester(input, engine).layout();
}

LayoutResult layoutLines(const LayoutInput& input, const std::vector<Rect>& boxes) {
    return finished(input, boxes, true);
}

} // namespace espalier::graph
