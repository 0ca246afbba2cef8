// A matrix with what its view needs to find its way in it. Immutable; built off the GUI thread.
#pragma once

#include "graph/drawing/matrix.h"

#include <QCoreApplication>
#include <QString>

#include <memory>
#include <vector>

namespace espalier::ui {

struct MatrixScene {
    Q_DECLARE_TR_FUNCTIONS(MatrixScene)
public:
    graph::SnapshotPtr snapshot;
    graph::ViewSpec view;
    graph::MatrixOrder order = graph::MatrixOrder::Level;
    graph::Matrix matrix;
    std::vector<std::vector<std::uint32_t>> columns; // of each column, the rows of its cells
    std::vector<QString> labels;                     // of each row, within its package
    std::uint32_t mostStatements = 1;                // of a cell

    [[nodiscard]] int rowCount() const { return static_cast<int>(matrix.rows.size()); }
    [[nodiscard]] const graph::MatrixRow& row(int i) const {
        return matrix.rows[static_cast<std::size_t>(i)];
    }
    [[nodiscard]] const std::string& nameOf(int row) const;
    [[nodiscard]] const graph::MatrixCell* cell(int row, int column) const; // null: empty
    // The row that stands for a module, or for the innermost package around it; -1: none.
    [[nodiscard]] int rowShowing(const std::string& name) const;
    // "shop.web imports shop.orders: 12 statements, 3 deferred"; a row alone in words.
    [[nodiscard]] QString describeCell(int row, int column) const;
    [[nodiscard]] QString describeRow(int row) const;
};
using MatrixScenePtr = std::shared_ptr<const MatrixScene>;

[[nodiscard]] MatrixScenePtr buildMatrixScene(const graph::SnapshotPtr& snapshot, const graph::ViewSpec& view,
                                              graph::MatrixOrder order);

} // namespace espalier::ui
