// Every command of the window as the palette lists it: the leaves of its menus.
#pragma once

#include <QAction>
#include <QList>
#include <QMenuBar>
#include <QString>

namespace espalier::ui {

struct PaletteCommand {
    QAction* action = nullptr;
    QString text; // with the menus around it: "Map: Zoom in"
    QString keys; // of its first shortcut; may be empty
};

// Visible actions with a text, in the order of the menus.
[[nodiscard]] QList<PaletteCommand> commandsOf(const QMenuBar& menus);
// Without the marks that menus need: "&Open folder…" is "Open folder".
[[nodiscard]] QString plainText(const QAction& action);

} // namespace espalier::ui
