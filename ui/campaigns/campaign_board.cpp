#include "ui/campaigns/campaign_board.h"

#include "ui/campaigns/campaign_delegate.h"
#include "ui/history/history_desk.h"
#include "ui/panels/action_button.h"
#include "ui/text.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

#include <algorithm>

namespace espalier::ui {

namespace {

constexpr int kRowsSeen = 3;

} // namespace

CampaignBoard::CampaignBoard(CampaignDesk* desk, QWidget* parent)
    : QWidget(parent)
    , create(new QAction(tr("New campaign…"), this))
    , change(new QAction(tr("Change the campaign…"), this))
    , remove(new QAction(tr("Remove the campaign"), this))
    , writeTracker(new QAction(tr("Write a tracker…"), this))
    , desk_(desk)
    , model_(new CampaignModel(this))
    , list_(new ListPanel(model_, tr("Campaigns"), -1))
    , notice_(new QLabel)
    , read_(new QPushButton(desk->history()->read->text())) {
    list_->view()->setHeaderHidden(true);
    list_->view()->setRootIsDecorated(false);
    list_->view()->setItemDelegate(new CampaignDelegate(model_, list_->view()));
    list_->view()->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    notice_->setWordWrap(true);
    notice_->setTextFormat(Qt::PlainText);
    notice_->setContentsMargins(6, 2, 6, 2);
    create->setIconText(tr("New…"));
    change->setIconText(tr("Change…"));
    writeTracker->setIconText(tr("Tracker…"));
    writeTracker->setToolTip(tr("Writes a tracker in Markdown from the truth, or brings one up to date: what "
                                "people wrote between its marks stays."));
    auto* buttons = new QHBoxLayout;
    for (QAction* action : {create, change, writeTracker}) {
        QToolButton* button = actionButton(action);
        button->setFocusPolicy(Qt::StrongFocus);
        buttons->addWidget(button);
    }
    buttons->addStretch(1);
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(2);
    all->addWidget(notice_);
    all->addWidget(read_, 0, Qt::AlignLeft);
    all->addWidget(list_, 1);
    all->addLayout(buttons);
    connect(read_, &QPushButton::clicked, desk_->history()->read, &QAction::trigger);
    connect(desk_, &CampaignDesk::changed, this, &CampaignBoard::update);
    connect(desk_, &CampaignDesk::progressed, this, &CampaignBoard::update);
    connect(desk_, &CampaignDesk::currentChanged, this, &CampaignBoard::follow);
    connect(list_, &ListPanel::menuWanted, this, [this](const QModelIndex& row, const QPoint& place) {
        desk_->setCurrent(row.row());
        emit menuWanted(place);
    });
    connect(list_, &ListPanel::chosen, this,
            [this](const QModelIndex& row) { desk_->setCurrent(row.row()); });
    connect(list_, &ListPanel::activated, this, [this](const QModelIndex& row) {
        desk_->setCurrent(row.row());
        emit activated();
    });
    update();
}

void CampaignBoard::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    emit watched(true);
}

void CampaignBoard::hideEvent(QHideEvent* event) {
    QWidget::hideEvent(event);
    emit watched(false);
}

void CampaignBoard::update() {
    using State = CampaignDesk::State;
    const State state = desk_->state();
    if (model_->past() != desk_->past())
        model_->set(desk_->past());
    const bool empty = model_->rowCount() == 0;
    list_->setVisible(!empty);
    if (!empty) { // all campaigns are seen, or a few
        const int row = list_->view()->sizeHintForRow(0), border = 2 * list_->view()->frameWidth() + 4;
        list_->setMinimumHeight(std::min(model_->rowCount(), kRowsSeen) * row + border);
        list_->setMaximumHeight(model_->rowCount() * row + border);
    }
    read_->setVisible(state == State::NotRead && !desk_->history()->isReading());
    notice_->setText(
        state == State::NotRead   ? tr("Campaigns over time: the past has not been read yet.")
        : state == State::Working ? tr("Campaigns: looking at every commit … %1 %")
                                        .arg(number(static_cast<std::size_t>(desk_->percent())))
        : state == State::Failed ? tr("Campaigns: %1").arg(desk_->trouble())
        : state == State::Known && empty
            ? tr("No campaign is configured: it says what is to be imported no more, what instead, "
                 "and until when.")
            : QString());
    notice_->setVisible(!notice_->text().isEmpty());
    follow();
}

void CampaignBoard::follow() {
    const int current = desk_->current();
    const bool configured =
        current >= 0 && desk_->past()->entries[static_cast<std::size_t>(current)].configured;
    for (QAction* action : {change, remove, writeTracker})
        action->setEnabled(configured);
    if (current < 0 || current >= model_->rowCount())
        return;
    const QModelIndex row = list_->fromModel(model_->index(current, 0));
    if (row != list_->view()->currentIndex())
        list_->view()->setCurrentIndex(row);
}

} // namespace espalier::ui
