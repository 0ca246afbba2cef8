#include "ui/plans/plan_panel.h"

#include "ui/icon.h"
#include "ui/models/roles.h"
#include "ui/panels/action_button.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPushButton>
#include <QVBoxLayout>

namespace espalier::ui {

PlanPanel::PlanPanel(PlanDesk* desk, Selection* selection, QWidget* parent)
    : QWidget(parent)
    , desk_(desk)
    , selection_(selection)
    , model_(new PlanModel(this))
    , list_(new ListPanel(model_, tr("Changes of the plan"), -1))
    , words_(new QLabel) {
    list_->view()->setHeaderHidden(true);
    list_->setEmptyText(
        tr("What if? Choose an import or a module on the map and, in its menu, what to change "
           "in the plan. All views then show the graph as it would be."));
    words_->setWordWrap(true);
    words_->setTextFormat(Qt::PlainText);
    words_->setContentsMargins(6, 0, 6, 0);
    list_->view()->installEventFilter(this);
    desk_->tryPlan->setIconText(tr("Try it"));
    desk_->save->setIconText(tr("Save…"));
    desk_->openSaved->setIconText(tr("Open…"));
    desk_->copy->setIconText(tr("Copy as Markdown"));
    desk_->copy->setIcon(icon(QStringLiteral("copy")));
    auto* buttons = new QHBoxLayout;
    for (QAction* action : {desk_->tryPlan, desk_->save, desk_->openSaved, desk_->copy}) {
        QToolButton* button = actionButton(action);
        button->setFocusPolicy(Qt::StrongFocus);
        buttons->addWidget(button);
    }
    buttons->addStretch(1);
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(2, 2, 2, 2);
    all->setSpacing(2);
    all->addWidget(words_);
    all->addWidget(list_, 1);
    all->addLayout(buttons);
    connect(desk_->removeChange, &QAction::triggered, this, &PlanPanel::removeCurrent);
    connect(model_, &PlanModel::ticked, desk_, &PlanDesk::tick, Qt::QueuedConnection); // resets the model
    connect(desk_, &PlanDesk::changed, this, &PlanPanel::update);
    update();
}

void PlanPanel::update() {
    const TriedPlan& plan = selection_->state().plan;
    const QString words = desk_->words();
    words_->setText(words.isEmpty() && !plan.items.empty() ? tr("Not tried: the views show what is.")
                                                           : words);
    words_->setVisible(!words_->text().isEmpty());
    if (plan == model_->plan() && desk_->outcomes() == model_->outcomes())
        return;
    model_->set(plan, desk_->outcomes());
    list_->view()->expandAll();
}

void PlanPanel::removeCurrent() {
    const QModelIndex row = list_->toModel(list_->view()->currentIndex());
    if (row.isValid())
        desk_->remove({row.data(IndexRole).toInt()});
}

// Elsewhere the key hides what is selected on the map.
bool PlanPanel::eventFilter(QObject* watched, QEvent* event) {
    const bool key = event->type() == QEvent::ShortcutOverride || event->type() == QEvent::KeyPress;
    if (!key || static_cast<QKeyEvent*>(event)->key() != Qt::Key_Delete)
        return QWidget::eventFilter(watched, event);
    event->accept();
    if (event->type() == QEvent::KeyPress)
        removeCurrent();
    return true;
}

PlanStrip::PlanStrip(PlanDesk* desk, QWidget* parent)
    : QFrame(parent)
    , desk_(desk)
    , text_(new QLabel) {
    setFrameShape(QFrame::StyledPanel);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::ToolTipBase);
    setAccessibleName(tr("What if"));
    text_->setWordWrap(true);
    text_->setTextFormat(Qt::PlainText);
    QFont bold = text_->font();
    bold.setBold(true);
    text_->setFont(bold);
    auto* sign = new QLabel;
    const int side = fontMetrics().height();
    sign->setPixmap(icon(QStringLiteral("scissors")).pixmap(QSize(side, side), devicePixelRatioF()));
    auto* note = new QLabel(tr("Statements and sources are those of today."));
    auto* back = new QPushButton(tr("Back to what is"));
    connect(back, &QPushButton::clicked, desk_->tryPlan, &QAction::trigger);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(10, 4, 6, 4);
    row->addWidget(sign);
    note->setWordWrap(true);
    row->addWidget(text_, 3);
    row->addWidget(note, 2);
    row->addWidget(back);
    connect(desk_, &PlanDesk::changed, this, &PlanStrip::update);
    update();
}

void PlanStrip::update() {
    text_->setText(tr("What if: %1").arg(desk_->words()));
    setVisible(desk_->trying());
}

} // namespace espalier::ui
