// The dependency structure matrix of a view: the same things as rows and as columns. Read down a column for
// what it uses. Users stand above what they use, so that a cell above the diagonal runs back.
#pragma once

#include "graph/drawing/matrix_order.h"
#include "graph/drawing/visible.h"

#include <array>
#include <cstdint>
#include <span>
#include <vector>

namespace espalier::graph {

// A module, or a package: closed it stands for everything in it, open for its own file alone, and what is in
// it follows.
struct MatrixRow {
    ModuleId module;
    int parent = -1; // row
    int depth = 0;   // packages around it
    bool open = false, expandable = false;
    BoxMarks marks;
    std::uint32_t modules = 0; // that it stands for
};

struct MatrixCell {
    std::uint32_t row = 0, column = 0; // the used thing and the user
    std::uint32_t statements = 0;
    std::array<std::uint32_t, facts::kEdgeKindCount> byKind{};
    bool feedback = false; // above the diagonal and part of a circle of the things that stand side by side
    std::uint32_t firstEdge = 0, edgeCount = 0; // range of Matrix::edges
};

struct Matrix {
    std::vector<MatrixRow> rows;
    std::vector<MatrixCell> cells;     // by row, then column
    std::vector<std::size_t> rowStart; // of each row in `cells`, and the end
    std::vector<EdgeId> edges;
    std::vector<int> rowOf; // per module: the row that its imports count for; -1: none
    struct Block {
        std::uint32_t first = 0, last = 0; // rows
    };
    std::vector<Block>
        blocks; // in MatrixOrder::Level: things side by side that need each other; outer ones first

    [[nodiscard]] std::span<const MatrixCell> cellsOf(std::size_t row) const {
        return {cells.data() + rowStart[row], rowStart[row + 1] - rowStart[row]};
    }
    [[nodiscard]] const MatrixCell* cell(std::size_t row, std::size_t column) const; // null: empty
    [[nodiscard]] std::span<const EdgeId> edgesOf(const MatrixCell& cell) const {
        return {edges.data() + cell.firstEdge, cell.edgeCount};
    }
    // Of a module, or else of the innermost package around it; -1: none.
    [[nodiscard]] int rowShowing(const Snapshot& snapshot, ModuleId module) const;
};

// Everything that the view shows, with the packages open that it opens: no budget. Edges within one row are
// not drawn.
[[nodiscard]] Matrix makeMatrix(const Snapshot& snapshot, const ViewSpec& view, MatrixOrder order);

} // namespace espalier::graph
