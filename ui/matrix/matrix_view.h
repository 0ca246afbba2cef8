// The dependency structure matrix of what the selection's view shows, with its order and its legend.
#pragma once

#include "ui/jobs.h"
#include "ui/matrix/matrix_grid.h"
#include "ui/selection.h"

#include <QComboBox>
#include <QLabel>

namespace espalier::ui {

class MatrixView : public QWidget {
    Q_OBJECT
public:
    // `besideMap`: shows its matrix where ViewState::beside is set, rather than as a view of its own.
    explicit MatrixView(Selection* selection, bool besideMap = false, QWidget* parent = nullptr);

    void setSnapshot(const graph::SnapshotPtr& snapshot);
    [[nodiscard]] MatrixGrid& grid() const { return *grid_; }
    // A scene is being built.
    [[nodiscard]] bool busy() const { return building_.running(); }
    // Behind the cell of two things; empty if they are no row and column now, or nothing leads between them.
    [[nodiscard]] std::vector<graph::EdgeId> edgesBetween(graph::ModuleId from, graph::ModuleId to) const;

signals:
    void evidenceWanted();                        // a cell was double-clicked
    void sourceWanted(const std::string& module); // a module was double-clicked
    void menuWanted(const QPoint& globalPlace);
    void sceneShown();
    void nothingWanted(); // nothing was chosen, where nothing was selected

private:
    void rebuild();
    void adopt(MatrixScenePtr scene);
    void showSelected(bool bringIntoView);
    void choose(int row, int column);
    void fold(int row, bool open);
    void unfoldAll(int row);
    void activate(int row, int column);

    [[nodiscard]] bool isWanted(const ViewState& state) const;

    Selection* selection_;
    bool besideMap_;
    graph::SnapshotPtr snapshot_;
    LatestJob<MatrixScenePtr> building_;
    QComboBox* order_;
    QLabel* words_;
    MatrixGrid* grid_;
};

} // namespace espalier::ui
