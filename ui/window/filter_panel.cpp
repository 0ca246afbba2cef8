#include "ui/window/filter_panel.h"

#include "ui/text.h"
#include "ui/view_words.h"
#include "ui/window/filter_actions.h"

#include <QCheckBox>
#include <QCompleter>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>
#include <QStringListModel>
#include <QVBoxLayout>

namespace espalier::ui {

namespace {

constexpr graph::Metric kMetrics[] = {graph::Metric::None, graph::Metric::Lines, graph::Metric::FanIn,
                                      graph::Metric::FanOut, graph::Metric::Instability};

} // namespace

FilterPanel::FilterPanel(Selection* selection, const FilterActions& filters, QWidget* parent)
    : QDialog(parent)
    , selection_(selection)
    , pattern_(new QLineEdit)
    , below_(new QLineEdit)
    , hint_(new QLabel)
    , size_(metricBox(&graph::ViewSpec::size))
    , tint_(metricBox(&graph::ViewSpec::tint))
    , packages_(new QStringListModel(this)) {
    setWindowTitle(tr("Filter"));
    pattern_->setPlaceholderText(tr("a part of the name; * and ? stand for anything"));
    pattern_->setClearButtonEnabled(true);
    pattern_->setMinimumWidth(fontMetrics().averageCharWidth() * 46);
    below_->setPlaceholderText(tr("a package, such as shop.web"));
    below_->setClearButtonEnabled(true);
    auto* completer = new QCompleter(packages_, this);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    completer->setFilterMode(Qt::MatchContains);
    below_->setCompleter(completer);
    hint_->hide();
    auto* form = new QFormLayout;
    form->addRow(tr("&Names with"), pattern_);
    form->addRow(tr("Only in &package"), below_);
    form->addRow(QString(), hint_);
    form->addRow(tr("&Size of a box"), size_);
    form->addRow(tr("&Tint of a box"), tint_);
    auto* all = new QVBoxLayout(this);
    all->addLayout(form);
    for (const QList<QAction*>& group :
         {filters.shown(), filters.narrowing(), filters.drawn(), filters.kinds(), filters.rare()})
        for (QAction* action : group)
            all->addWidget(boxFor(action));
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    QPushButton* clear = buttons->addButton(tr("&Clear all"), QDialogButtonBox::ResetRole);
    connect(clear, &QPushButton::clicked, this, &FilterPanel::clearRequested);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::hide);
    all->addWidget(buttons);

    typing_.setSingleShot(true);
    typing_.setInterval(kTypingPauseMs);
    connect(&typing_, &QTimer::timeout, this, &FilterPanel::takePattern);
    connect(pattern_, &QLineEdit::textEdited, &typing_, qOverload<>(&QTimer::start));
    connect(below_, &QLineEdit::textChanged, this, &FilterPanel::takeBelow);
    connect(selection_, &Selection::changed, this, &FilterPanel::follow);
    follow();
}

QCheckBox* FilterPanel::boxFor(QAction* action) {
    auto* box = new QCheckBox(action->toolTip());
    box->setChecked(action->isChecked());
    connect(box, &QCheckBox::clicked, action, &QAction::trigger);
    connect(action, &QAction::toggled, box, &QCheckBox::setChecked);
    return box;
}

QComboBox* FilterPanel::metricBox(graph::Metric graph::ViewSpec::*metric) {
    auto* box = new QComboBox;
    for (const graph::Metric m : kMetrics)
        box->addItem(metricWord(m));
    connect(box, &QComboBox::activated, this, [this, metric](int row) {
        graph::ViewSpec view = selection_->view();
        view.*metric = kMetrics[row];
        selection_->setView(std::move(view));
    });
    return box;
}

void FilterPanel::setSnapshot(graph::SnapshotPtr snapshot) {
    snapshot_ = std::move(snapshot);
    QStringList names;
    for (std::size_t i = 0; snapshot_ && i < snapshot_->modules.size(); ++i)
        if (!snapshot_->children(graph::ModuleId(i)).empty())
            names << toQt(snapshot_->modules[i].name);
    packages_->setStringList(names);
}

// What is being typed is newer than what comes from elsewhere.
void FilterPanel::follow() {
    const graph::ViewSpec& view = selection_->view();
    if (!typing_.isActive() && pattern_->text() != toQt(view.pattern))
        pattern_->setText(toQt(view.pattern));
    if (hint_->isHidden() && below_->text().trimmed() != toQt(view.below))
        below_->setText(toQt(view.below));
    size_->setCurrentIndex(static_cast<int>(view.size));
    tint_->setCurrentIndex(static_cast<int>(view.tint));
}

void FilterPanel::takePattern() {
    graph::ViewSpec view = selection_->view();
    view.pattern = toUtf8(pattern_->text().trimmed());
    selection_->setView(std::move(view));
}

// Only names of packages are taken over: others would show nothing.
void FilterPanel::takeBelow() {
    const std::string name = toUtf8(below_->text().trimmed());
    const bool known = name.empty() || (snapshot_ && snapshot_->find(name) &&
                                        (*snapshot_)[*snapshot_->find(name)].name == name);
    hint_->setText(tr("There is no package “%1” yet.").arg(toQt(name)));
    hint_->setVisible(!known);
    if (!known || name == selection_->view().below)
        return;
    graph::ViewSpec view = selection_->view();
    view.below = name;
    selection_->setView(std::move(view));
}

} // namespace espalier::ui
