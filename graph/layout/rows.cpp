#include "graph/layout/rows.h"

#include "graph/layout/placement.h"
#include "graph/layout/spacing.h"

#include <algorithm>
#include <limits>

namespace espalier::graph {
namespace {

std::size_t at(int i) {
    return static_cast<std::size_t>(i);
}

constexpr double kMostUneven = 3; // boxes that a row may have more than another to keep those that it had

// Levels in rows of at most this width or, where that is known, in as many rows as before.
struct Wrapping {
    double width = 0;
    bool asBefore = false;
};

class RowMaker {
public:
    RowMaker(const FlatGraph& graph, const Layers& layers)
        : graph_(graph)
        , layers_(layers) {
        for (const auto& row : layers.rows)
            levels_.push_back(slotsOf(row)), rowsBefore_.push_back(previousRows(levels_.back()));
        for (const std::vector<Slot>& level : levels_)
            outlines_.push_back(outlineOf(level));
        for (std::size_t i = 0; i + 1 < layers.rows.size(); ++i)
            gapBelow_.push_back(levelGap(i));
        gapBelow_.push_back(0);
    }

    [[nodiscard]] Arrangement arrange(const Wrapping& wrapping) const;
    [[nodiscard]] Wrapping wrappingFor(double below) const;

private:
    [[nodiscard]] std::vector<Slot> slotsOf(const std::vector<int>& row) const;
    [[nodiscard]] Slot slotOf(int item) const;
    [[nodiscard]] double levelGap(std::size_t level) const;
    [[nodiscard]] Size estimate(const Wrapping& wrapping) const;
    [[nodiscard]] double bestWidth(double below) const;
    [[nodiscard]] static std::vector<double> previousRows(const std::vector<Slot>& level);
    // What matters of a level for how it can be wrapped.
    struct Outline {
        std::vector<Size> boxes;      // of the slots that are no places, with the gap beside them
        double widest = 0, width = 0; // of these, and their sum
        double places = 0;            // width of the places
    };
    [[nodiscard]] static Outline outlineOf(const std::vector<Slot>& level);
    [[nodiscard]] std::size_t rowCount(std::size_t level, double total, const Wrapping& wrapping) const;
    void wrapLevel(std::size_t number, const Wrapping& wrapping, Arrangement& into) const;
    void measure(Arrangement& a) const;

    const FlatGraph& graph_;
    const Layers& layers_;
    std::vector<std::vector<Slot>> levels_;
    std::vector<Outline> outlines_;               // per level
    std::vector<std::vector<double>> rowsBefore_; // per level: the heights of its rows, as far as known
    std::vector<double> gapBelow_;
};

Slot RowMaker::slotOf(int item) const {
    Slot slot;
    if (layers_.isPlace(item)) {
        slot.place = item;
        return slot;
    }
    slot.boxes = {item};
    slot.width = graph_.sizes[at(item)].width;
    slot.height = graph_.sizes[at(item)].height;
    if (!graph_.seeds.empty())
        slot.seed = graph_.seeds[at(item)];
    return slot;
}

// Neighbouring boxes share a stack as long as it is no taller than the tallest box of the level.
std::vector<Slot> RowMaker::slotsOf(const std::vector<int>& row) const {
    double tallest = 0;
    for (const int item : row)
        if (!layers_.isPlace(item))
            tallest = std::max(tallest, graph_.sizes[at(item)].height);
    std::vector<Slot> slots;
    int open = -1; // slot to which boxes can be added
    for (const int item : row) {
        Slot slot = slotOf(item);
        if (slot.place < 0 && open >= 0) {
            Slot& stack = slots[at(open)];
            const double height = stack.height + kWrappedRowGap + slot.height;
            const bool similar = std::max(stack.width, slot.width) < 1.8 * std::min(stack.width, slot.width);
            if (height <= tallest && similar) {
                stack.boxes.push_back(item);
                stack.width = std::max(stack.width, slot.width);
                stack.height = height;
                continue;
            }
        }
        if (slot.place < 0)
            open = static_cast<int>(slots.size());
        slots.push_back(std::move(slot));
    }
    return slots;
}

// More room where many lines turn.
double RowMaker::levelGap(std::size_t level) const {
    double lines = 0;
    for (const int item : layers_.rows[level])
        lines += static_cast<double>(layers_.down.of(item).size());
    return std::min(kLevelGapMost, kLevelGap + 2.2 * std::sqrt(lines) + 0.12 * lines);
}

// The heights of the rows in which most of a level stood, from top to bottom.
std::vector<double> RowMaker::previousRows(const std::vector<Slot>& level) {
    constexpr double kSameRow = 4;
    std::vector<double> heights;
    for (const Slot& s : level)
        if (!std::isnan(s.seed.y))
            heights.push_back(s.seed.y);
    std::sort(heights.begin(), heights.end());
    std::vector<std::size_t> ends; // of the rows among the heights
    for (std::size_t i = 1; i <= heights.size(); ++i)
        if (i == heights.size() || heights[i] - heights[i - 1] > kSameRow)
            ends.push_back(i);
    std::vector<double> rows;
    std::size_t begin = 0;
    for (const std::size_t end : ends) {
        // A few stood at another level.
        if (4 * (end - begin) * ends.size() >= heights.size())
            rows.push_back(heights[(begin + end) / 2]);
        begin = end;
    }
    return rows;
}

RowMaker::Outline RowMaker::outlineOf(const std::vector<Slot>& level) {
    Outline outline;
    for (const Slot& s : level) {
        if (s.place >= 0) {
            outline.places += kPlaceGap;
            continue;
        }
        outline.widest = std::max(outline.widest, s.width);
        outline.width += s.width + kBoxGap;
        outline.boxes.push_back({s.width + kBoxGap, s.height});
    }
    return outline;
}

// Into how many rows a level is wrapped; `total` is its width in one.
std::size_t RowMaker::rowCount(std::size_t level, double total, const Wrapping& wrapping) const {
    constexpr double kLeastFull = 0.4; // of rows that are kept
    const double width = std::max(wrapping.width, outlines_[level].widest);
    const std::size_t before = rowsBefore_[level].size();
    if (wrapping.asBefore && before > 0 && total >= kLeastFull * width * static_cast<double>(before))
        return before;
    return std::clamp<std::size_t>(static_cast<std::size_t>(std::ceil((total - kBoxGap) / width)), 1,
                                   std::max<std::size_t>(outlines_[level].boxes.size(), 1));
}

void RowMaker::wrapLevel(std::size_t number, const Wrapping& wrapping, Arrangement& into) const {
    const std::vector<Slot>& level = levels_[number];
    const std::size_t count = rowCount(number, outlines_[number].width + outlines_[number].places, wrapping);
    const std::vector<double>& before = rowsBefore_[number];
    const std::size_t first = into.rows.size();
    into.rows.resize(first + count);
    std::vector<double> filled(count, 0);
    // Where it was wrapped before, what was in a row stays in it.
    const auto preferred = [&](const Slot& s) {
        const auto next = std::lower_bound(before.begin(), before.end(), s.seed.y);
        const bool above =
            next == before.end() || (next != before.begin() && s.seed.y - *(next - 1) < *next - s.seed.y);
        return static_cast<std::size_t>(next - before.begin()) - (above ? 1 : 0);
    };
    for (const Slot& s : level) {
        const auto id = static_cast<int>(into.slots.size());
        into.slots.push_back(s);
        if (s.place >= 0) {
            for (std::size_t r = 0; r < count; ++r) {
                if (r > 0)
                    into.slots.push_back(s);
                into.rows[first + r].slots.push_back(id + static_cast<int>(r));
            }
            continue;
        }
        std::size_t row =
            static_cast<std::size_t>(std::min_element(filled.begin(), filled.end()) - filled.begin());
        if (count > 1 && count == before.size() && !std::isnan(s.seed.y)) {
            const std::size_t wish = preferred(s);
            if (filled[wish] < filled[row] + kMostUneven * (s.width + kBoxGap))
                row = wish;
        }
        filled[row] += s.width + kBoxGap;
        into.rows[first + row].slots.push_back(id);
    }
    for (std::size_t r = 1; r < count; ++r)
        into.rows[first + r].opensLevel = false;
}

void RowMaker::measure(Arrangement& a) const {
    a.width = a.height = 0;
    std::size_t level = 0;
    for (std::size_t r = 0; r < a.rows.size(); ++r) {
        Row& row = a.rows[r];
        const double gap = placeGap(a, row);
        row.width = 0;
        for (std::size_t i = 0; i < row.slots.size(); ++i) {
            const Slot& s = a.slots[at(row.slots[i])];
            row.height = std::max(row.height, s.height);
            row.width += i == 0 ? s.width / 2 : slotDistance(a.slots[at(row.slots[i - 1])], s, gap);
        }
        if (!row.slots.empty())
            row.width += a.slots[at(row.slots.back())].width / 2;
        a.width = std::max(a.width, row.width);
        if (r > 0)
            a.height += row.opensLevel ? gapBelow_[level++] : kWrappedRowGap;
        a.height += row.height;
    }
}

Arrangement RowMaker::arrange(const Wrapping& wrapping) const {
    Arrangement a;
    a.gapBelow = gapBelow_;
    for (std::size_t l = 0; l < levels_.size(); ++l)
        wrapLevel(l, wrapping, a);
    measure(a);
    return a;
}

// Width and height of levels wrapped like this, from the boxes alone: nearly what arrange() comes to.
Size RowMaker::estimate(const Wrapping& wrapping) const {
    Size size;
    std::vector<Size> rows;
    for (std::size_t l = 0; l < levels_.size(); ++l) {
        const Outline& level = outlines_[l];
        const double places = std::min(level.places, std::max(300.0, 0.4 * level.width));
        const std::size_t count = rowCount(l, level.width + places, wrapping);
        rows.assign(count, Size{places, 0});
        // A heap with the emptiest row on top.
        const auto fuller = [](const Size& a, const Size& b) { return a.width > b.width; };
        for (const Size& box : level.boxes) {
            std::pop_heap(rows.begin(), rows.end(), fuller);
            rows.back().width += box.width;
            rows.back().height = std::max(rows.back().height, box.height);
            std::push_heap(rows.begin(), rows.end(), fuller);
        }
        for (const Size& row : rows) {
            size.width = std::max(size.width, row.width);
            size.height += row.height;
        }
        size.height += static_cast<double>(count - 1) * kWrappedRowGap + gapBelow_[l];
    }
    return size;
}

// As before, unless that has become far worse than what would be best now.
Wrapping RowMaker::wrappingFor(double below) const {
    constexpr double kKeep = 0.4; // of an error of the aspect
    const Wrapping best{bestWidth(below), false}, kept{best.width, true};
    const auto error = [&](const Wrapping& wrapping) {
        const Size size = estimate(wrapping);
        return aspectError(size.width, size.height + below);
    };
    return !graph_.seeds.empty() && error(kept) < error(best) + kKeep ? kept : best;
}

double RowMaker::bestWidth(double below) const {
    double least = 1;
    for (const Size& s : graph_.sizes)
        least = std::max(least, s.width);
    const double most = std::max(least, estimate({std::numeric_limits<double>::max(), false}).width);
    constexpr int kSteps = 14;
    double best = most, bestError = INFINITY;
    for (int i = kSteps; i >= 0; --i) {
        const double width = least * std::pow(most / least, static_cast<double>(i) / kSteps) + 0.5;
        const Size size = estimate({width, false});
        const double error = aspectError(size.width, size.height + below);
        if (error < bestError - 0.02)
            bestError = error, best = width;
    }
    return best;
}

} // namespace

double slotDistance(const Slot& a, const Slot& b, double placeGap) {
    double gap = kBoxGap;
    if (a.place >= 0 && b.place >= 0)
        gap = placeGap;
    else if (a.place >= 0 || b.place >= 0)
        gap = std::min(kPlaceToBoxGap, kPlaceToBoxGap * placeGap / kPlaceGap + 6);
    // A stack keeps lanes for the lines to its inner boxes.
    const double lanes = (a.boxes.size() > 1 ? 6 : 0) + (b.boxes.size() > 1 ? 6 : 0);
    return a.width / 2 + gap + lanes + b.width / 2;
}

// Lines that pass a row may take two fifths of the width of its boxes, and get nearer to each other beyond
// that.
double placeGap(const Arrangement& a, const Row& row) {
    double boxes = 0;
    int places = 0;
    for (const int s : row.slots)
        a.slots[at(s)].place >= 0 ? static_cast<void>(++places)
                                  : static_cast<void>(boxes += a.slots[at(s)].width + kBoxGap);
    return places == 0 ? kPlaceGap : std::min(kPlaceGap, std::max(300.0, 0.4 * boxes) / places);
}

Arrangement wrapLevels(const FlatGraph& graph, const Layers& layers, double below) {
    const RowMaker maker(graph, layers);
    return maker.arrange(maker.wrappingFor(below));
}

} // namespace espalier::graph
