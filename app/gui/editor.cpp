#include "app/gui/editor.h"

#include <QProcess>
#include <QStandardPaths>

#include <array>

namespace espalier::gui {

QStringList editorCommand(const QString& pattern, const QString& file, int line, int column) {
    QStringList words = QProcess::splitCommand(pattern);
    for (QString& word : words) {
        // The file last: its name may hold the other place-holders.
        word.replace("%l", QString::number(line)).replace("%c", QString::number(column));
        word.replace("%f", file);
    }
    return words;
}

QString defaultEditorPattern() {
    constexpr std::array<std::pair<const char*, const char*>, 6> kEditors{{
        {"code", "code --goto %f:%l:%c"},
        {"pycharm", "pycharm --line %l %f"},
        {"kate", "kate --line %l --column %c %f"},
        {"gnome-text-editor", "gnome-text-editor %f"},
        {"gvim", "gvim +%l %f"},
        {"emacsclient", "emacsclient --no-wait +%l:%c %f"},
    }};
    for (const auto& [program, pattern] : kEditors)
        if (!QStandardPaths::findExecutable(program).isEmpty())
            return pattern;
    return "xdg-open %f";
}

facts::Status openInEditor(const QString& pattern, const QString& file, int line, int column) {
    QStringList words = editorCommand(pattern, file, line, column);
    if (words.isEmpty())
        return facts::Error{
            "no editor command is set", {}, "set one in the settings, for instance code --goto %f:%l"};
    const QString program = words.takeFirst();
    if (!QProcess::startDetached(program, words))
        return facts::Error{"the editor could not be started", program.toStdString(),
                            "check the command in the settings"};
    return facts::Done{};
}

} // namespace espalier::gui
