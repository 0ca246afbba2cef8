// Where the numbers of statements stand on the lines.
#pragma once

#include "graph/drawing/drawing.h"

#include <QRectF>

#include <vector>

namespace espalier::ui {

inline constexpr double kCountFontPx = 10;
// The zoom from which numbers are shown: soon on the lines of what is selected, late on all lines of many.
inline constexpr double kZoomOfRelatedCounts = 0.6, kZoomOfCounts = 0.9, kZoomOfManyCounts = 1.3;
inline constexpr int kManyCounts = 60; // lines

// For each line of the drawing, in picture coordinates: on its curve, on no box and over no other number;
// empty where there is no such place, and for a single statement. The heaviest lines choose first. Quadratic
// in boxes and lines: not for an overview.
[[nodiscard]] std::vector<QRectF> placeLineCounts(const graph::Drawing& drawing);

} // namespace espalier::ui
