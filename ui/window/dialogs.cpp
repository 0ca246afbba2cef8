#include "ui/window/dialogs.h"

#include "ui/settings.h"
#include "ui/translation.h"

#include <QCheckBox>
#include <QComboBox>
#include <QCoreApplication>
#include <QDialog>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QMessageBox>
#include <QRegularExpression>

namespace espalier::ui {

namespace {

struct Dialogs { // the context of these texts for translators
    Q_DECLARE_TR_FUNCTIONS(Dialogs)
};

// Each language is called by its own name.
QComboBox* languageChoice() {
    auto* choice = new QComboBox;
    choice->addItem(Dialogs::tr("As the system has it"), QString());
    for (const QString& code : languages()) {
        const QString name = code == u"en" ? QStringLiteral("English") : QLocale(code).nativeLanguageName();
        choice->addItem(name, code);
    }
    choice->setCurrentIndex(std::max(0, choice->findData(settings::language())));
    return choice;
}

} // namespace

void showAbout(QWidget* parent) {
    QMessageBox::about(
        parent, Dialogs::tr("About Espalier"),
        Dialogs::tr("<b>Espalier</b> %1<br>Explorer of the module dependencies of Python projects."
                    "<br>GPL-3.0-or-later")
            .arg(QCoreApplication::applicationVersion()));
}

bool editSettings(QWidget* parent) {
    QDialog dialog(parent);
    dialog.setWindowTitle(Dialogs::tr("Settings"));
    auto* command = new QLineEdit(settings::editorCommand());
    command->setPlaceholderText(QStringLiteral("code --goto %f:%l:%c"));
    command->setMinimumWidth(command->fontMetrics().averageCharWidth() * 50);
    auto* hint = new QLabel(
        Dialogs::tr("%f stands for the file, %l for the line, %c for the column. Empty: an editor that is "
                    "found on this computer."));
    hint->setWordWrap(true);
    QComboBox* language = languageChoice();
    auto* animate = new QCheckBox(Dialogs::tr("Let the picture glide when it changes"));
    animate->setChecked(settings::animate());
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel);
    auto* form = new QFormLayout(&dialog);
    form->addRow(Dialogs::tr("&Editor command"), command);
    form->addRow(QString(), hint);
    form->addRow(QString(), animate);
    form->addRow(Dialogs::tr("&Language, from the next start on"), language);
    form->addRow(buttons);
    QObject::connect(buttons, &QDialogButtonBox::accepted, &dialog, &QDialog::accept);
    QObject::connect(buttons, &QDialogButtonBox::rejected, &dialog, &QDialog::reject);
    if (dialog.exec() != QDialog::Accepted)
        return false;
    settings::setEditorCommand(command->text().trimmed());
    settings::setAnimate(animate->isChecked());
    settings::setLanguage(language->currentData().toString());
    return true;
}

QString askForPictureFile(QWidget* parent, const QString& suggestedName) {
    const QStringList filters{Dialogs::tr("SVG picture (*.svg)"), Dialogs::tr("PNG picture (*.png)"),
                              Dialogs::tr("PDF page (*.pdf)"), Dialogs::tr("Graphviz DOT (*.dot)"),
                              Dialogs::tr("Mermaid (*.mmd)")};
    QString chosenFilter;
    QString file = QFileDialog::getSaveFileName(parent, Dialogs::tr("Export picture"),
                                                suggestedName + QStringLiteral(".svg"),
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
