// Every command of the window as the palette and the help list it: the leaves of its menus.
#pragma once

#include <QAction>
#include <QList>
#include <QString>

namespace espalier::ui {

struct PaletteCommand {
    QAction* action = nullptr;
    QString text;  // with the menus around it: "Map: Zoom in"
    QString plain; // the same, whatever the command would do now: "Undo" rather than "Undo: hide shop.web"
    QString keys;  // of its first shortcut; may be empty
};

// Visible actions with a text, in the order of the menus: of those of a menu bar or of a menu.
[[nodiscard]] QList<PaletteCommand> commandsOf(const QList<QAction*>& actions);
// Without the marks that menus need: "&Open folder…" is "Open folder".
[[nodiscard]] QString plainText(const QAction& action);
// A person's own folder, bookmark or view in a menu, rather than a command: made by the menu that it is in.
[[nodiscard]] bool isContent(const QAction& action);

} // namespace espalier::ui
