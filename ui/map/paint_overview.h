// How packages and modules look in the overview of the whole repository. `rect` in widget coordinates.
#pragma once

#include "ui/map/paint_box.h"

namespace espalier::ui {

// A module or a package, without its name.
void paintOverviewBox(QPainter& painter, const QRectF& rect, const graph::Box& box, BoxRole role,
                      const MapLook& look);
// The name of a module where there is room for it, readable above flows; `detail` as for paintMap().
void paintOverviewName(QPainter& painter, const QRectF& rect, const graph::Box& box, double zoom,
                       double detail, const MapLook& look);
// The strip along the upper border of a package: its name, what is in it, and as an amber bar the share of
// its modules that use something deprecated.
void paintOverviewTitle(QPainter& painter, const QRectF& rect, const graph::Box& box, BoxRole role,
                        double zoom, double detail, const MapLook& look);
// Around what is selected or pointed at.
void paintOverviewOutline(QPainter& painter, const QRectF& rect, BoxRole role, const graph::Palette& colours);
// That bar alone, along the lower border of `strip`.
void paintDeprecatedShare(QPainter& painter, const QRectF& strip, double share,
                          const graph::Palette& colours);

} // namespace espalier::ui
