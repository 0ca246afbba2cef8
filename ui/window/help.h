// The page of keys and signs: prose, mouse and canvas keys from resources/help, commands from the menus.
#pragma once

#include <QMenuBar>
#include <QString>

namespace espalier::ui {

// As HTML. Lists every command of the menus with all its keys; what a menu holds of a person's own (folders,
// bookmarks, views) is left out.
[[nodiscard]] QString helpPage(const QMenuBar& menus);
void showHelp(QWidget* parent, const QMenuBar& menus); // not modal

} // namespace espalier::ui
