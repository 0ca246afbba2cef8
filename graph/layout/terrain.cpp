#include "graph/layout/terrain.h"

#include <algorithm>
#include <limits>

namespace espalier::graph {
namespace {

std::size_t at(int i) {
    return static_cast<std::size_t>(i);
}

constexpr double kTolerance = 0.5;
constexpr double kOuterRoom = 60;  // beside the whole picture, for lines that pass all boxes
constexpr double kBorderRoom = 5;  // from a container's border
constexpr double kColumnRoom = 13; // beside a stack of boxes
constexpr double kClearance = 6;   // from a box

using Boxes = std::vector<int>;

// Groups of boxes that overlap in one direction, in order.
template <class Low, class High>
std::vector<Boxes> cut(Boxes boxes, Low low, High high) {
    std::stable_sort(boxes.begin(), boxes.end(), [&](int a, int b) { return low(a) < low(b); });
    std::vector<Boxes> groups;
    double end = std::numeric_limits<double>::lowest();
    for (const int box : boxes) {
        if (groups.empty() || low(box) > end - kTolerance)
            groups.emplace_back();
        groups.back().push_back(box);
        end = std::max(end, high(box));
    }
    return groups;
}

class Surveyor {
public:
    Surveyor(const std::vector<LayoutBox>& boxes, const std::vector<Rect>& rects)
        : rects_(rects) {
        terrain_.stands.resize(boxes.size());
        children_.resize(boxes.size() + 1);
        for (std::size_t i = 0; i < boxes.size(); ++i)
            children_[at(boxes[i].parent + 1)].push_back(static_cast<int>(i));
    }

    Terrain survey() {
        for (std::size_t c = 0; c < children_.size(); ++c)
            if (!children_[c].empty())
                container(static_cast<int>(c) - 1);
        // Blocks grow at the end while they are worked off: depth does not cost stack.
        for (std::size_t i = 0; i < pending_.size(); ++i) {
            const Pending p = pending_[i];
            cutBlock(p);
        }
        return std::move(terrain_);
    }

private:
    struct Pending {
        int block;
        Boxes boxes;
        Interval room;
    };

    void container(int box);
    void cutBlock(const Pending& p);
    void addColumns(int bandId, const std::vector<Boxes>& columns, bool alone, Interval room);
    [[nodiscard]] Interval extent(const Boxes& boxes) const;

    const std::vector<Rect>& rects_;
    std::vector<Boxes> children_;
    std::vector<Pending> pending_;
    Terrain terrain_;
};

Interval Surveyor::extent(const Boxes& boxes) const {
    Interval e{std::numeric_limits<double>::max(), std::numeric_limits<double>::lowest()};
    for (const int b : boxes) {
        e.low = std::min(e.low, rects_[at(b)].x);
        e.high = std::max(e.high, rects_[at(b)].right());
    }
    return e;
}

std::vector<Interval> gapsBetween(const std::vector<Interval>& solid, Interval room) {
    std::vector<Interval> gaps;
    double from = room.low;
    const auto add = [&](double low, double high, double leftClearance, double rightClearance) {
        const double width = high - low;
        if (width < 2)
            return;
        const double squeeze = std::min(1.0, width / 4 / kClearance);
        gaps.push_back({low + leftClearance * squeeze, high - rightClearance * squeeze});
    };
    bool first = true;
    for (const Interval& s : solid) {
        add(from, s.low, first ? 0 : kClearance, kClearance);
        from = std::max(from, s.high);
        first = false;
    }
    add(from, room.high, first ? 0 : kClearance, 0);
    if (gaps.empty())
        gaps.push_back({room.high, room.high});
    return gaps;
}

void Surveyor::container(int box) {
    Terrain::Block block;
    block.container = box;
    const int id = static_cast<int>(terrain_.blocks.size());
    Interval room = extent(children_[at(box + 1)]);
    if (box < 0) {
        room = {room.low - kOuterRoom, room.high + kOuterRoom};
    } else {
        const Rect& r = rects_[at(box)];
        room = {r.x + kBorderRoom, r.right() - kBorderRoom};
    }
    terrain_.blocks.push_back(std::move(block));
    terrain_.stands.emplace_back();
    pending_.push_back({id, children_[at(box + 1)], room});
}

void Surveyor::cutBlock(const Pending& p) {
    const auto top = [&](int b) { return rects_[at(b)].y; };
    const auto bottom = [&](int b) { return rects_[at(b)].bottom(); };
    const auto left = [&](int b) { return rects_[at(b)].x; };
    const auto right = [&](int b) { return rects_[at(b)].right(); };
    const std::vector<Boxes> groups = cut(p.boxes, top, bottom);
    for (const Boxes& group : groups) {
        const int id = static_cast<int>(terrain_.bands.size());
        Terrain::Band band;
        band.top = top(group.front());
        band.bottom = band.top;
        for (const int b : group)
            band.bottom = std::max(band.bottom, bottom(b));
        band.block = p.block;
        band.index = static_cast<int>(terrain_.blocks[at(p.block)].bands.size());
        std::vector<Boxes> columns = cut(group, left, right);
        std::vector<Interval> solid;
        for (const Boxes& c : columns)
            solid.push_back(extent(c));
        band.gaps = gapsBetween(solid, p.room);
        terrain_.blocks[at(p.block)].bands.push_back(id);
        terrain_.bands.push_back(std::move(band));
        addColumns(id, columns, groups.size() == 1 && columns.size() == 1, p.room);
    }
}

// `alone`: neither direction cuts these boxes apart, so that each counts as a column.
void Surveyor::addColumns(int bandId, const std::vector<Boxes>& columns, bool alone, Interval room) {
    int index = 0;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const Boxes& column = columns[i];
        if (column.size() == 1 || alone) {
            for (const int box : column) {
                terrain_.stands[at(box)] = {bandId, index++};
                terrain_.bands[at(bandId)].columns.push_back({rects_[at(box)].x, rects_[at(box)].right()});
            }
            continue;
        }
        Interval inner = extent(column);
        terrain_.bands[at(bandId)].columns.push_back(inner);
        const double leftRoom = i == 0 ? inner.low - room.low : (inner.low - extent(columns[i - 1]).high) / 2;
        const double rightRoom =
            i + 1 == columns.size() ? room.high - inner.high : (extent(columns[i + 1]).low - inner.high) / 2;
        inner.low -= std::min(kColumnRoom, leftRoom);
        inner.high += std::min(kColumnRoom, rightRoom);
        Terrain::Block block;
        block.outerBand = bandId;
        pending_.push_back({static_cast<int>(terrain_.blocks.size()), column, inner});
        terrain_.blocks.push_back(std::move(block));
        terrain_.stands.push_back({bandId, index++});
    }
}

} // namespace

std::vector<int> Terrain::chain(int box, const std::vector<LayoutBox>& boxes) const {
    std::vector<int> out;
    for (int b = box; b >= 0; b = boxes[at(b)].parent) {
        for (int item = b; stands[at(item)].band >= 0;) {
            out.push_back(item);
            item = static_cast<int>(boxes.size()) + bands[at(stands[at(item)].band)].block;
        }
    }
    std::reverse(out.begin(), out.end());
    return out;
}

Terrain surveyTerrain(const std::vector<LayoutBox>& boxes, const std::vector<Rect>& rects) {
    return Surveyor(boxes, rects).survey();
}

} // namespace espalier::graph
