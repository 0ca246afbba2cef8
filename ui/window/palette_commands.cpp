#include "ui/window/palette_commands.h"

#include <QCoreApplication>
#include <QMenu>
#include <QRegularExpression>

namespace espalier::ui {

namespace {

struct Palette {
    Q_DECLARE_TR_FUNCTIONS(Palette)
};

// What marks a letter goes; `&&` stands for a real one.
QString withoutMarks(QString text) {
    static const QRegularExpression mark(QStringLiteral("&(.?)"));
    text.replace(mark, QStringLiteral("\\1"));
    if (text.endsWith(u'…'))
        text.chop(1);
    return text.simplified();
}

void collect(const QList<QAction*>& actions, const QString& around, QList<PaletteCommand>& out) {
    const auto within = [&around](const QString& text) {
        return around.isEmpty() ? text : Palette::tr("%1: %2").arg(around, text);
    };
    for (QAction* action : actions) {
        const QString text = plainText(*action);
        if (action->isSeparator() || !action->isVisible() || text.isEmpty())
            continue;
        if (const QMenu* menu = action->menu())
            collect(menu->actions(), within(text), out);
        else
            out << PaletteCommand{action, within(text), within(withoutMarks(action->iconText())),
                                  action->shortcut().toString(QKeySequence::NativeText)};
    }
}

} // namespace

QString plainText(const QAction& action) {
    return withoutMarks(action.text());
}

QList<PaletteCommand> commandsOf(const QList<QAction*>& actions) {
    QList<PaletteCommand> out;
    collect(actions, {}, out);
    return out;
}

bool isContent(const QAction& action) {
    return qobject_cast<const QMenu*>(action.parent()) != nullptr;
}

} // namespace espalier::ui
