#include "ui/window/palette_commands.h"

#include <QCoreApplication>
#include <QMenu>

namespace espalier::ui {

namespace {

struct Palette {
    Q_DECLARE_TR_FUNCTIONS(Palette)
};

void collect(const QList<QAction*>& actions, const QString& around, QList<PaletteCommand>& out) {
    for (QAction* action : actions) {
        const QString text = plainText(*action);
        if (action->isSeparator() || !action->isVisible() || text.isEmpty())
            continue;
        const QString full = around.isEmpty() ? text : Palette::tr("%1: %2").arg(around, text);
        if (const QMenu* menu = action->menu())
            collect(menu->actions(), full, out);
        else
            out << PaletteCommand{action, full, action->shortcut().toString(QKeySequence::NativeText)};
    }
}

} // namespace

QString plainText(const QAction& action) {
    QString text = action.text();
    text.remove(u'&');
    if (text.endsWith(u'…'))
        text.chop(1);
    return text.simplified();
}

QList<PaletteCommand> commandsOf(const QMenuBar& menus) {
    QList<PaletteCommand> out;
    collect(menus.actions(), {}, out);
    return out;
}

} // namespace espalier::ui
