// What the window remembers between two starts, in QSettings of the application:
//   window/geometry, window/state, window/left-splitter   where things are
//   view/theme      "system", "light" or "dark"
//   view/language   code of the interface's language, such as "de"; empty: as the system has it
//   view/animate    false: pictures change without gliding
//   editor/command  command line of the editor; %f is the file, %l the line, %c the column
#pragma once

#include "ui/theme.h"

#include <QByteArray>
#include <QString>

namespace espalier::ui::settings {

[[nodiscard]] ThemeChoice theme();
void setTheme(ThemeChoice choice);
[[nodiscard]] QString language();
void setLanguage(const QString& code);
[[nodiscard]] bool animate();
void setAnimate(bool on);
// Empty: none set; the app then asks the desktop to open the file.
[[nodiscard]] QString editorCommand();
void setEditorCommand(const QString& command);

[[nodiscard]] QByteArray bytes(const QString& key);
void setBytes(const QString& key, const QByteArray& value);

} // namespace espalier::ui::settings
