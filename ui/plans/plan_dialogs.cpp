#include "ui/plans/plan_dialogs.h"

#include "ui/text.h"

#include <QComboBox>
#include <QCompleter>
#include <QCoreApplication>
#include <QDialog>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QSet>

namespace espalier::ui {

namespace {

struct PlanDialogs { // the context of these texts for translators
    Q_DECLARE_TR_FUNCTIONS(PlanDialogs)
};

// Offers the modules with code of their own.
QLineEdit* moduleLine(const graph::Snapshot& s, const QString& name) {
    QStringList modules;
    for (const graph::Module& m : s.modules)
        if (m.kind == graph::ModuleKind::Module || m.kind == graph::ModuleKind::Package)
            modules << toQt(m.name);
    auto* out = new QLineEdit;
    out->setAccessibleName(name);
    auto* completer = new QCompleter(modules, out);
    completer->setFilterMode(Qt::MatchContains);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    out->setCompleter(completer);
    return out;
}

// A form with OK and Cancel; OK only while `mayAccept` is filled in.
class Form : public QDialog {
public:
    Form(QWidget* window, const QString& title)
        : QDialog(window)
        , form_(new QFormLayout(this)) {
        setWindowTitle(title);
    }
    bool ask(const QString& what, QLineEdit* needed) {
        auto* words = new QLabel(what);
        words->setWordWrap(true);
        words->setTextFormat(Qt::PlainText);
        form_->insertRow(0, words);
        auto* buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel);
        form_->addRow(buttons);
        connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
        connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
        QPushButton* ok = buttons->button(QDialogButtonBox::Ok);
        const auto update = [=] { ok->setEnabled(!needed->text().trimmed().isEmpty()); };
        connect(needed, &QLineEdit::textChanged, this, update);
        update();
        needed->setFocus();
        needed->setMinimumWidth(fontMetrics().averageCharWidth() * 50);
        return exec() == QDialog::Accepted;
    }
    void add(const QString& label, QWidget* field) { form_->addRow(label, field); }

private:
    QFormLayout* form_;
};

} // namespace

QStringList ownNames(const graph::Snapshot& s, graph::ModuleId module) {
    QStringList out;
    QSet<QString> seen;
    const graph::FileId file = s[module].file;
    if (!file.valid() || !s.project.files[file.value].facts)
        return out;
    for (const facts::Binding& binding : s.project.files[file.value].facts->bindings) {
        const QString name = toQt(binding.name);
        if ((binding.kind == facts::BindingKind::Definition || binding.kind == facts::BindingKind::Alias ||
             binding.kind == facts::BindingKind::Assignment) &&
            !name.startsWith(QLatin1String("__")) && !seen.contains(name)) {
            seen.insert(name);
            out << name;
        }
    }
    return out;
}

std::optional<MoveAnswer> askMove(QWidget* window, const graph::Snapshot& s, const QString& module,
                                  const QStringList& names) {
    Form dialog(window, PlanDialogs::tr("Move a symbol in the plan"));
    auto* symbol = new QComboBox;
    symbol->addItems(names);
    symbol->setAccessibleName(PlanDialogs::tr("Symbol"));
    QLineEdit* into = moduleLine(s, PlanDialogs::tr("To the module"));
    into->setPlaceholderText(PlanDialogs::tr("A module, or the name of a new one"));
    dialog.add(PlanDialogs::tr("&Symbol:"), symbol);
    dialog.add(PlanDialogs::tr("&To the module:"), into);
    if (!dialog.ask(PlanDialogs::tr("What of %1 is to move, and where to?").arg(module), into))
        return std::nullopt;
    return MoveAnswer{symbol->currentText(), into->text().trimmed()};
}

QString askMerge(QWidget* window, const graph::Snapshot& s, const QString& module) {
    Form dialog(window, PlanDialogs::tr("Merge modules in the plan"));
    QLineEdit* into = moduleLine(s, PlanDialogs::tr("Into the module"));
    dialog.add(PlanDialogs::tr("&Into the module:"), into);
    return dialog.ask(PlanDialogs::tr("Which module is to take all of %1?").arg(module), into)
               ? into->text().trimmed()
               : QString();
}

QString asPlanName(const QString& text) {
    static const QRegularExpression other(QStringLiteral("[^a-z0-9._-]+"));
    return text.trimmed().toLower().replace(other, QStringLiteral("-")).left(100);
}

} // namespace espalier::ui
