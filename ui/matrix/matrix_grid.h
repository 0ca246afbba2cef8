// The scrolling part of the matrix: headers and cells, under mouse, wheel and keyboard.
#pragma once

#include "ui/map/cycle_marks.h"
#include "ui/matrix/paint_matrix.h"

#include <QAbstractScrollArea>

#include <optional>

namespace espalier::ui {

// Paints only what is seen, straight from the scene: a frame costs what is on the screen, however large the
// matrix is.
class MatrixGrid : public QAbstractScrollArea {
    Q_OBJECT
public:
    explicit MatrixGrid(QWidget* parent = nullptr);

    // The row that was clicked last stays where it is on the screen, or else the uppermost one.
    void setScene(MatrixScenePtr scene);
    [[nodiscard]] const MatrixScenePtr& scene() const { return scene_; }
    [[nodiscard]] const MatrixGeometry& geometry() const { return geometry_; }

    // A cell, a thing (column -1) or nothing (row -1); brought into view if asked for.
    void setCurrent(int row, int column, bool bringIntoView);
    [[nodiscard]] int currentRow() const { return emphasis_.row; }
    [[nodiscard]] int currentColumn() const { return emphasis_.column; }
    void zoomBy(double factor);
    // Cells that stand out, in whatever scene is shown.
    void setMarks(CycleMarks marks);
    [[nodiscard]] const MatrixEmphasis& emphasis() const { return emphasis_; }
    [[nodiscard]] MapLook look() const;

signals:
    void chosen(int row, int column); // column -1: the thing itself; row -1: nothing
    void foldWanted(int row, bool open);
    void unfoldAllWanted(int row); // with everything in it
    void activated(int row, int column);
    void menuWanted(const QPoint& globalPlace);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void scrollContentsBy(int dx, int dy) override;
    void wheelEvent(QWheelEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool viewportEvent(QEvent* event) override;

private:
    struct Place {
        int row = -1, column = -1; // of a cell both, of a header one
    };
    [[nodiscard]] Place placeAt(QPoint point) const;
    void hover(Place place);
    void choose(Place place);
    void zoomAt(QPoint point, int cell);
    void findMarks();
    void measureNames();
    void measure();
    void updateScrollBars();
    void keepInView();
    [[nodiscard]] int nextInRow(int step) const;
    [[nodiscard]] int nextInColumn(int step) const;
    void moveCurrent(Qt::Key key);
    void describeCurrent();

    MatrixScenePtr scene_;
    MatrixGeometry geometry_;
    MatrixEmphasis emphasis_;
    CycleMarks marks_;
    int widestName_ = 0; // of the scene, with its indent
};

} // namespace espalier::ui
