// The small signs of the board and the chart. Painted into a square.
#pragma once

#include "graph/export/style.h"

#include <QPainter>
#include <QRectF>

namespace espalier::ui {

enum class TrendSign {
    Regression, // a triangle that points up, in the colour of cycles
    Phase,      // a tick
    Falls,      // arrows: of the number of violations
    Rises,
    Level,
};
void paintTrendSign(QPainter& painter, const QRectF& square, TrendSign sign, const graph::Palette& colours);

} // namespace espalier::ui
