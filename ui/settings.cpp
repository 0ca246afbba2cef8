#include "ui/settings.h"

#include <QSettings>

namespace espalier::ui::settings {

namespace {

const QString kTheme = QStringLiteral("view/theme");
const QString kLanguage = QStringLiteral("view/language");
const QString kAnimate = QStringLiteral("view/animate");
const QString kEditor = QStringLiteral("editor/command");

} // namespace

ThemeChoice theme() {
    const QString word = QSettings().value(kTheme).toString();
    return word == u"dark" ? ThemeChoice::Dark : word == u"light" ? ThemeChoice::Light : ThemeChoice::System;
}

void setTheme(ThemeChoice choice) {
    QSettings().setValue(kTheme, choice == ThemeChoice::Dark    ? QStringLiteral("dark")
                                 : choice == ThemeChoice::Light ? QStringLiteral("light")
                                                                : QStringLiteral("system"));
}

QString language() {
    return QSettings().value(kLanguage).toString();
}
void setLanguage(const QString& code) {
    QSettings().setValue(kLanguage, code);
}
bool animate() {
    return QSettings().value(kAnimate, true).toBool();
}
void setAnimate(bool on) {
    QSettings().setValue(kAnimate, on);
}
QString editorCommand() {
    return QSettings().value(kEditor).toString();
}
void setEditorCommand(const QString& command) {
    QSettings().setValue(kEditor, command);
}
QByteArray bytes(const QString& key) {
    return QSettings().value(key).toByteArray();
}
void setBytes(const QString& key, const QByteArray& value) {
    QSettings().setValue(key, value);
}

} // namespace espalier::ui::settings
