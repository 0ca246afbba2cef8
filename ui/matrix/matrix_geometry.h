// Where the rows, columns and headers of the matrix lie in its widget. Pixels of the widget.
#pragma once

#include <QPoint>
#include <QRect>
#include <QSize>

#include <algorithm>

namespace espalier::ui {

struct MatrixGeometry {
    static constexpr int kLeastCell = 3, kMostCell = 48;
    static constexpr int kNamesFrom = 15;   // cells this large have names at their columns
    static constexpr int kNumbersFrom = 9;  // … numbers
    static constexpr int kRowNamesFrom = 9; // … names at their rows

    QSize widget;
    QPoint scroll; // of the cells
    int cell = 22;
    int rows = 0;
    int headerWidth = 0, headerHeight = 0;

    [[nodiscard]] QRect grid() const {
        return {headerWidth, headerHeight, std::max(0, widget.width() - headerWidth),
                std::max(0, widget.height() - headerHeight)};
    }
    [[nodiscard]] int x(int column) const { return headerWidth + column * cell - scroll.x(); }
    [[nodiscard]] int y(int row) const { return headerHeight + row * cell - scroll.y(); }
    [[nodiscard]] QRect cellRect(int row, int column) const { return {x(column), y(row), cell, cell}; }
    // -1: none.
    [[nodiscard]] int rowAt(int y) const {
        return y < headerHeight ? -1 : within((y - headerHeight + scroll.y()) / cell);
    }
    [[nodiscard]] int columnAt(int x) const {
        return x < headerWidth ? -1 : within((x - headerWidth + scroll.x()) / cell);
    }
    // Rows or columns that are seen, from the first to behind the last.
    [[nodiscard]] std::pair<int, int> seenRows() const { return seen(scroll.y(), grid().height()); }
    [[nodiscard]] std::pair<int, int> seenColumns() const { return seen(scroll.x(), grid().width()); }
    [[nodiscard]] QSize most() const { // of `scroll`
        const int all = rows * cell;
        return {std::max(0, all - grid().width()), std::max(0, all - grid().height())};
    }

private:
    [[nodiscard]] int within(int i) const { return i < rows ? i : -1; }
    [[nodiscard]] std::pair<int, int> seen(int from, int length) const {
        return {std::min(rows, from / cell), std::min(rows, (from + length) / cell + 1)};
    }
};

} // namespace espalier::ui
