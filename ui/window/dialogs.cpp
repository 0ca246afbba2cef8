#include "ui/window/dialogs.h"

#include "ui/settings.h"

#include <QCheckBox>
#include <QCoreApplication>
#include <QDialog>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QRegularExpression>

namespace espalier::ui {

namespace {

QString say(const char* text) {
    return QCoreApplication::translate("dialogs", text);
}

} // namespace

void showAbout(QWidget* parent) {
    QMessageBox::about(parent, say("About Espalier"),
                       say("<b>Espalier</b> %1<br>Explorer of the module dependencies of Python projects."
                           "<br>GPL-3.0-or-later")
                           .arg(QCoreApplication::applicationVersion()));
}

bool editSettings(QWidget* parent) {
    QDialog dialog(parent);
    dialog.setWindowTitle(say("Settings"));
    auto* command = new QLineEdit(settings::editorCommand());
    command->setPlaceholderText(QStringLiteral("code --goto %f:%l:%c"));
    command->setMinimumWidth(command->fontMetrics().averageCharWidth() * 50);
    auto* hint =
        new QLabel(say("%f stands for the file, %l for the line, %c for the column. Empty: an editor that is "
                       "found on this computer."));
    hint->setWordWrap(true);
    auto* animate = new QCheckBox(say("Let the picture glide when it changes"));
    animate->setChecked(settings::animate());
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel);
    auto* form = new QFormLayout(&dialog);
    form->addRow(say("&Editor command"), command);
    form->addRow(QString(), hint);
    form->addRow(QString(), animate);
    form->addRow(buttons);
    QObject::connect(buttons, &QDialogButtonBox::accepted, &dialog, &QDialog::accept);
    QObject::connect(buttons, &QDialogButtonBox::rejected, &dialog, &QDialog::reject);
    if (dialog.exec() != QDialog::Accepted)
        return false;
    settings::setEditorCommand(command->text().trimmed());
    settings::setAnimate(animate->isChecked());
    return true;
}

QString askForPictureFile(QWidget* parent, const QString& suggestedName) {
    const QStringList filters{say("SVG picture (*.svg)"), say("PNG picture (*.png)"), say("PDF page (*.pdf)"),
                              say("Graphviz DOT (*.dot)"), say("Mermaid (*.mmd)")};
    QString chosenFilter;
    QString file =
        QFileDialog::getSaveFileName(parent, say("Export picture"), suggestedName + QStringLiteral(".svg"),
                                     filters.join(QStringLiteral(";;")), &chosenFilter);
    static const QRegularExpression suffix(QStringLiteral("\\*(\\.[a-z]+)"));
    const QString wanted = suffix.match(chosenFilter).captured(1);
    if (file.isEmpty() || wanted.isEmpty() || file.endsWith(wanted))
        return file;
    // "x.svg" stands there from the suggestion when another format was chosen.
    if (file.endsWith(QLatin1String(".svg")))
        file.chop(4);
    return QFileInfo(file).suffix().isEmpty() || wanted != u".svg" ? file + wanted : file;
}

} // namespace espalier::ui
