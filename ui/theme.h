// Light and dark: the system's choice, or the user's.
#pragma once

#include "graph/export/picture.h"
#include "graph/export/style.h"

#include <QColor>
#include <QPalette>

namespace espalier::ui {

enum class ThemeChoice { System, Light, Dark };

// Sets the palette of the whole application. System gives back what the desktop says.
void applyTheme(ThemeChoice choice);

[[nodiscard]] bool isDark(const QPalette& palette);
[[nodiscard]] graph::Theme themeOf(const QPalette& palette);
// The colours of the map that go with a widget palette.
[[nodiscard]] const graph::Palette& mapColours(const QPalette& palette);
[[nodiscard]] inline QColor colour(std::uint32_t rgb, int alpha = 255) {
    return QColor(static_cast<int>(rgb >> 16 & 0xff), static_cast<int>(rgb >> 8 & 0xff),
                  static_cast<int>(rgb & 0xff), alpha);
}

} // namespace espalier::ui
