// The language of the interface. The sources speak English; each file resources/translations/espalier_XX.ts
// (written with Qt Linguist, built in by ui/CMakeLists.txt) adds a language.
#pragma once

#include <QString>
#include <QStringList>

namespace espalier::ui {

// Codes of the languages that there are, such as "de" or "pt_BR"; English comes first.
[[nodiscard]] QStringList languages();
// The first of `wanted` (codes as QLocale::uiLanguages() gives them) that there is; English if there is none.
[[nodiscard]] QString bestLanguage(const QStringList& wanted);

// Makes the application and its pictures speak `language`; an empty one, or one that is not there, leaves the
// choice to the system. Numbers follow a language that was named. At most once, before the first window is
// made: what is there does not change. GUI thread; needs the QCoreApplication, which owns the translators.
void installTranslation(const QString& language);

} // namespace espalier::ui
