// The small dialogs.
#pragma once

#include <QString>

class QWidget;

namespace espalier::ui {

void showAbout(QWidget* parent);
// Editor command and animation; true if something was changed.
bool editSettings(QWidget* parent);
// Empty if cancelled. The suffix says the format; "picture.svg" gets one if the user gave none.
[[nodiscard]] QString askForPictureFile(QWidget* parent, const QString& suggestedName);

} // namespace espalier::ui
