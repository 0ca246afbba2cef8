// Paints the visible part of a matrix: a picture from its arguments.
#pragma once

#include "ui/map/painter.h"
#include "ui/matrix/matrix_geometry.h"
#include "ui/matrix/matrix_scene.h"

#include <utility>
#include <vector>

namespace espalier::ui {

// Rows and columns that stand out; -1: none. A selected row without a column is a selected thing.
struct MatrixEmphasis {
    int row = -1, column = -1;
    int hoverRow = -1, hoverColumn = -1;
    // Cells: of a cycle that one looks at, to be cut, by which packages import each other; each once.
    std::vector<std::pair<int, int>> cycle = {}, cuts = {}, edges = {};
};

void paintMatrix(QPainter& painter, const MatrixScene& scene, const MatrixGeometry& geometry,
                 const MatrixEmphasis& emphasis, const MapLook& look);

// What the signs mean, in one line that begins at the left of `rect`; returns the width it takes.
int paintMatrixLegend(QPainter& painter, const QRect& rect, const MapLook& look);

// Where a click opens or closes a package.
[[nodiscard]] QRect foldPlace(const MatrixGeometry& geometry, const graph::MatrixRow& row, int index);

} // namespace espalier::ui
