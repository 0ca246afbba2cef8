// Boxes and lines of the map in words, a fact a line: for tool tips and screen readers. The first line names
// the thing.
#pragma once

#include "ui/map/scene.h"

#include <QString>

namespace espalier::ui {

[[nodiscard]] QString describeBox(const Scene& scene, int box);
[[nodiscard]] QString describeLine(const Scene& scene, int line);
// The same as rich text for a tool tip, the first line bold.
[[nodiscard]] QString asCard(const QString& words);

} // namespace espalier::ui
