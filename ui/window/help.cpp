#include "ui/window/help.h"

#include "ui/window/palette_commands.h"

#include <QCoreApplication>
#include <QDialog>
#include <QFile>
#include <QMenu>
#include <QTextBrowser>
#include <QVBoxLayout>

namespace espalier::ui {

namespace {

struct Help {
    Q_DECLARE_TR_FUNCTIONS(Help)
};

const QString kCommandsHere = QStringLiteral("<!-- commands -->");

QString keysOf(const QAction& action) {
    QStringList keys;
    for (const QKeySequence& k : action.shortcuts())
        keys << QStringLiteral("<b>%1</b>").arg(k.toString(QKeySequence::NativeText).toHtmlEscaped());
    return keys.join(QStringLiteral(", "));
}

QString section(const QMenu& menu) {
    QString rows;
    QStringList keyless;
    for (const PaletteCommand& command : commandsOf(menu.actions())) {
        if (isContent(*command.action))
            continue;
        const QString text = command.plain.toHtmlEscaped(), keys = keysOf(*command.action);
        if (keys.isEmpty())
            keyless << text;
        else
            rows += QStringLiteral("<tr><td>%1</td><td>%2</td></tr>").arg(keys, text);
    }
    QString out = QStringLiteral("<h3>%1</h3>").arg(plainText(*menu.menuAction()).toHtmlEscaped());
    if (!rows.isEmpty())
        out += QStringLiteral("<table cellpadding=\"3\">%1</table>").arg(rows);
    if (!keyless.isEmpty())
        out += QStringLiteral("<p>%1</p>").arg(Help::tr("Without a key: %1.").arg(keyless.join(u"; ")));
    return out;
}

} // namespace

QString helpPage(const QMenuBar& menus) {
    QFile file(QStringLiteral(":/espalier/help/") + Help::tr("keys.html", "a file in resources/help"));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QString commands;
    for (const QAction* top : menus.actions())
        if (top->menu())
            commands += section(*top->menu());
    return QString::fromUtf8(file.readAll()).replace(kCommandsHere, commands);
}

void showHelp(QWidget* parent, const QMenuBar& menus) {
    auto* dialog = new QDialog(parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(Help::tr("Keys and signs"));
    auto* page = new QTextBrowser;
    page->setHtml(helpPage(menus));
    auto* layout = new QVBoxLayout(dialog);
    layout->addWidget(page);
    const QFontMetrics metrics = dialog->fontMetrics();
    dialog->resize(metrics.averageCharWidth() * 95, metrics.height() * 38);
    dialog->show();
}

} // namespace espalier::ui
