#include "app/gui/editor.h"

#include "ui/text.h"

#include <QCoreApplication>
#include <QProcess>
#include <QStandardPaths>

#include <array>

namespace espalier::gui {
namespace {

using ui::toUtf8;

struct Editor { // the context of these texts for translators
    Q_DECLARE_TR_FUNCTIONS(Editor)
};

} // namespace

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
        return facts::Error{toUtf8(Editor::tr("no editor command is set")),
                            {},
                            toUtf8(Editor::tr("set one in the settings, for instance code --goto %f:%l"))};
    const QString program = words.takeFirst();
    if (!QProcess::startDetached(program, words))
        return facts::Error{toUtf8(Editor::tr("the editor could not be started")), toUtf8(program),
                            toUtf8(Editor::tr("check the command in the settings"))};
    return facts::Done{};
}

} // namespace espalier::gui
