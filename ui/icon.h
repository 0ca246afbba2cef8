// The program's own icons: line drawings that take the colour of the text beside them and any size.
#pragma once

#include <QIcon>

namespace espalier::ui {

// From resources/icons/NAME.svg, which may use path (M L H V C Z, absolute), line, rect, circle and polyline
// elements; strokes only, viewBox 0 0 24 24. A name without a file gives an icon that draws nothing.
[[nodiscard]] QIcon icon(const QString& name);

} // namespace espalier::ui
