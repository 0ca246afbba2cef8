#include "ui/theme.h"

#include <QApplication>

namespace espalier::ui {

namespace {

// A widget palette from the map's colours, so that the window and the picture in it belong together.
QPalette widgetPalette(const graph::Palette& c, bool dark) {
    const QColor window = dark ? colour(c.container) : QColor(0xef, 0xf2, 0xf5);
    const QColor button = dark ? colour(c.module) : QColor(0xf7, 0xf9, 0xfa);
    QPalette p(button, window);
    p.setColor(QPalette::Base, colour(c.background));
    p.setColor(QPalette::AlternateBase, dark ? colour(c.container) : QColor(0xf6, 0xf8, 0xfa));
    for (QPalette::ColorRole role :
         {QPalette::Text, QPalette::WindowText, QPalette::ButtonText, QPalette::ToolTipText})
        p.setColor(role, colour(c.text));
    p.setColor(QPalette::ToolTipBase, colour(c.module));
    p.setColor(QPalette::PlaceholderText, colour(c.faintText));
    p.setColor(QPalette::Highlight, dark ? QColor(0x2f, 0x65, 0xab) : colour(c.selection));
    p.setColor(QPalette::HighlightedText, Qt::white);
    p.setColor(QPalette::Link, colour(c.selection));
    for (QPalette::ColorRole role : {QPalette::Text, QPalette::WindowText, QPalette::ButtonText})
        p.setColor(QPalette::Disabled, role, colour(c.faintText, 150));
    return p;
}

} // namespace

void applyTheme(ThemeChoice choice) {
    switch (choice) {
    case ThemeChoice::System:
        QApplication::setPalette(QPalette());
        break;
    case ThemeChoice::Light:
        QApplication::setPalette(widgetPalette(graph::kLightPalette, false));
        break;
    case ThemeChoice::Dark:
        QApplication::setPalette(widgetPalette(graph::kDarkPalette, true));
        break;
    }
}

bool isDark(const QPalette& palette) {
    return palette.color(QPalette::Base).lightness() < 128;
}

graph::Theme themeOf(const QPalette& palette) {
    return isDark(palette) ? graph::Theme::Dark : graph::Theme::Light;
}

const graph::Palette& mapColours(const QPalette& palette) {
    return isDark(palette) ? graph::kDarkPalette : graph::kLightPalette;
}

} // namespace espalier::ui
