#include "graph/drawing/columns.h"

#include "graph/drawing/labels.h"
#include "graph/drawing/metrics.h"
#include "graph/drawing/text_width.h"
#include "graph/drawing/words.h"
#include "graph/export/style.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <ranges>
#include <set>

namespace espalier::graph {
namespace {

constexpr double kBorder = 24, kBetweenColumns = 90, kBetweenBoxes = 10;
constexpr double kWidestLabel = 190; // several columns have to find room
constexpr double kAside = 5;         // a line against the direction of reading runs beside its opposite

class ColumnDrawer {
public:
    ColumnDrawer(const Snapshot& snapshot, const ViewSpec& view, const Visibility& visible,
                 const std::vector<Column>& columns)
        : snapshot_(snapshot)
        , view_(view)
        , visible_(visible)
        , columns_(columns)
        , prefix_(commonPackage(snapshot, named())) {
        frontier_.boxOf.assign(snapshot.modules.size(), -1);
    }

    Drawing draw(std::size_t pivot, const std::function<bool(EdgeId)>& counts) {
        for (const Column& column : columns_)
            addHeading(column);
        for (std::size_t c = 0; c < columns_.size(); ++c)
            addBoxes(static_cast<int>(c));
        frontier_.innermost = frontier_.boxOf;
        drawing_.boxes = frontier_.boxes;
        drawing_.omittedBoxes = frontier_.folded;
        frontier_.innermost = frontier_.boxOf;
        drawing_.lines = joinEdges(snapshot_, view_, visible_, frontier_, counts);
        std::erase_if(drawing_.lines, [this](const Line& l) {
            return isRest(l.from) || isRest(l.to) || std::abs(columnOf(l.from) - columnOf(l.to)) != 1;
        });
        measureBoxes(drawing_, frontier_, snapshot_, view_);
        describeBoxes(drawing_, frontier_, snapshot_, view_, visible_);
        addDetails();
        sort(pivot);
        place();
        for (Line& line : drawing_.lines)
            line.points = curve(rect(line.from), rect(line.to));
        drawing_.legend = makeLegend(drawing_, snapshot_, view_);
        makeTitle(drawing_, snapshot_, view_, visible_);
        return std::move(drawing_);
    }

private:
    [[nodiscard]] std::vector<ModuleId> named() const {
        std::vector<ModuleId> out;
        for (const Column& column : columns_)
            for (const ColumnBox& box : column.boxes)
                out.push_back(box.module);
        return out;
    }
    [[nodiscard]] const Rect& rect(int box) const {
        return drawing_.boxes[static_cast<std::size_t>(box)].rect;
    }
    // Headings come first, so that a box's parent is the number of its column.
    [[nodiscard]] int columnOf(int box) const { return drawing_.boxes[static_cast<std::size_t>(box)].parent; }
    [[nodiscard]] bool isRest(int box) const {
        return !frontier_.boxes[static_cast<std::size_t>(box)].module.valid();
    }

    void addHeading(const Column& column) {
        Box box;
        box.key = "column " + column.key;
        box.label = column.title;
        box.container = true;
        frontier_.boxes.push_back(std::move(box));
    }
    void addBoxes(int column) {
        const Column& c = columns_[static_cast<std::size_t>(column)];
        // One box alone needs no other to stand for it.
        const std::size_t drawn = c.boxes.size() <= c.room + 1 ? c.boxes.size() : c.room;
        for (std::size_t i = 0; i < drawn; ++i) {
            const std::string& name = snapshot_[c.boxes[i].module].name;
            Box box;
            box.module = c.boxes[i].module;
            box.key = name;
            box.parent = column;
            box.label = elideMiddle(name.substr(name.size() > prefix_.size() ? prefix_.size() : 0), kFontPx,
                                    kWidestLabel);
            box.expandable = c.boxes[i].members.size() > 1; // its detail tells what is in it
            addBox(std::move(box), c.boxes[i].members);
            details_.emplace_back(static_cast<int>(frontier_.boxes.size()) - 1, c.boxes[i].detail);
        }
        if (drawn == c.boxes.size())
            return;
        Box rest;
        rest.key = restKey(c.key);
        rest.label = filled(Words::tr("+%1 more"), {grouped(c.boxes.size() - drawn)});
        rest.parent = column;
        std::vector<ModuleId> members;
        for (std::size_t i = drawn; i < c.boxes.size(); ++i)
            members.insert(members.end(), c.boxes[i].members.begin(), c.boxes[i].members.end());
        addBox(std::move(rest), members);
        frontier_.folded += c.boxes.size() - drawn;
    }
    void addBox(Box box, const std::vector<ModuleId>& members) {
        for (const ModuleId m : members)
            frontier_.boxOf[m.value] = static_cast<int>(frontier_.boxes.size());
        frontier_.boxes.push_back(std::move(box));
    }

    // Boxes of a column cannot be opened in place, and their headings say what they are.
    void addDetails() {
        for (std::size_t c = 0; c < columns_.size(); ++c) {
            Box& heading = drawing_.boxes[c];
            heading.detail.clear();
            heading.marks = {};
        }
        for (const auto& [index, detail] : details_) {
            Box& box = drawing_.boxes[static_cast<std::size_t>(index)];
            box.expandable = false;
            if (!detail.empty())
                box.detail = detail + (box.detail.empty() ? "" : " · ") + box.detail;
        }
        for (Box& box : drawing_.boxes) {
            const Size size = textSize(box);
            box.rect = {0, 0, size.width, size.height};
        }
    }

    void sort(std::size_t pivot) {
        order_.assign(columns_.size(), {});
        for (int i = static_cast<int>(columns_.size()); i < static_cast<int>(drawing_.boxes.size()); ++i)
            order_[static_cast<std::size_t>(columnOf(i))].push_back(i);
        std::vector<double> place(drawing_.boxes.size(), 0);
        const auto number = [&](std::size_t column) {
            for (std::size_t i = 0; i < order_[column].size(); ++i)
                place[static_cast<std::size_t>(order_[column][i])] =
                    (static_cast<double>(i) + 0.5) / static_cast<double>(order_[column].size());
        };
        const auto sortBy = [&](std::size_t column, const std::vector<double>& wanted) {
            std::ranges::sort(order_[column], {}, [&](int b) {
                return std::tuple(isRest(b), wanted.empty() ? 0 : wanted[static_cast<std::size_t>(b)],
                                  std::string_view(drawing_.boxes[static_cast<std::size_t>(b)].key));
            });
            number(column);
        };
        sortBy(pivot, {});
        for (std::size_t c = pivot; c-- > 0;)
            sortBy(c, barycentres(place, static_cast<int>(c), static_cast<int>(c) + 1));
        for (std::size_t c = pivot + 1; c < columns_.size(); ++c)
            sortBy(c, barycentres(place, static_cast<int>(c), static_cast<int>(c) - 1));
    }
    // Of the boxes of a column, the mean place of their neighbours in another one.
    [[nodiscard]] std::vector<double> barycentres(const std::vector<double>& place, int column,
                                                  int other) const {
        std::vector<double> sum(place.size(), 0), count(place.size(), 0);
        const auto add = [&](int at, int neighbour) {
            if (columnOf(at) != column || columnOf(neighbour) != other)
                return;
            sum[static_cast<std::size_t>(at)] += place[static_cast<std::size_t>(neighbour)];
            count[static_cast<std::size_t>(at)] += 1;
        };
        for (const Line& line : drawing_.lines) {
            add(line.from, line.to);
            add(line.to, line.from);
        }
        for (std::size_t i = 0; i < sum.size(); ++i)
            sum[i] = count[i] > 0 ? sum[i] / count[i] : 1;
        return sum;
    }

    // All boxes of a column are as wide as the widest; columns are centred at one height.
    void place() {
        std::vector<Size> sizes;
        double tallest = 0;
        for (std::size_t c = 0; c < columns_.size(); ++c) {
            Size size{rectOf(static_cast<int>(c)).width, kContainerTitleHeight + kContainerPadding};
            for (const int b : order_[c]) {
                size.width = std::max(size.width, rectOf(b).width + 2 * kContainerPadding);
                size.height += rectOf(b).height + kBetweenBoxes;
            }
            size.height -= order_[c].empty() ? 0 : kBetweenBoxes;
            tallest = std::max(tallest, size.height);
            sizes.push_back(size);
        }
        double x = kBorder;
        for (std::size_t c = 0; c < columns_.size(); ++c) {
            Rect& frame = rectOf(static_cast<int>(c));
            frame = {x, kBorder + (tallest - sizes[c].height) / 2, sizes[c].width, sizes[c].height};
            double y = frame.y + kContainerTitleHeight;
            for (const int b : order_[c]) {
                Rect& r = rectOf(b);
                r = {x + kContainerPadding, y, frame.width - 2 * kContainerPadding, r.height};
                y += r.height + kBetweenBoxes;
            }
            x += frame.width + kBetweenColumns;
        }
        drawing_.size = {x - kBetweenColumns + kBorder, tallest + 2 * kBorder};
    }
    Rect& rectOf(int box) { return drawing_.boxes[static_cast<std::size_t>(box)].rect; }

    static std::vector<Point> curve(const Rect& from, const Rect& to) {
        const bool onward = from.x < to.x;
        const double aside = onward ? 0 : kAside;
        const Point a{onward ? from.right() : from.x, from.centre().y + aside};
        const Point b{onward ? to.x : to.right(), to.centre().y + aside};
        const double bend = (b.x - a.x) / 2;
        return {a, {a.x + bend, a.y}, {b.x - bend, b.y}, b};
    }

    const Snapshot& snapshot_;
    const ViewSpec& view_;
    const Visibility& visible_;
    const std::vector<Column>& columns_;
    const std::string prefix_;
    Frontier frontier_;
    Drawing drawing_;
    std::vector<std::pair<int, std::string>> details_; // of boxes
    std::vector<std::vector<int>> order_;              // boxes of each column, from the top
};

} // namespace

std::string restKey(const std::string& column) {
    return "rest " + column;
}

Drawing drawColumns(const Snapshot& snapshot, const ViewSpec& view, const Visibility& visible,
                    const std::vector<Column>& columns, std::size_t pivot,
                    const std::function<bool(EdgeId)>& counts) {
    if (columns.empty())
        return {};
    return ColumnDrawer(snapshot, view, visible, columns).draw(pivot, counts);
}

} // namespace espalier::graph
