// Boxes and lines of the map in words: tool tips and what a screen reader says.
#pragma once

#include "ui/map/scene.h"

#include <QString>

namespace espalier::ui {

[[nodiscard]] QString describeBox(const Scene& scene, int box);
[[nodiscard]] QString describeLine(const Scene& scene, int line);

} // namespace espalier::ui
