#include "ui/campaigns/trend_view.h"

#include "ui/campaigns/trend_legend.h"
#include "ui/history/history_desk.h"
#include "ui/text.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace espalier::ui {

TrendView::TrendView(CampaignDesk* desk, QWidget* parent)
    : QStackedWidget(parent)
    , desk_(desk)
    , campaigns_(new QComboBox)
    , measures_(new QComboBox)
    , chart_(new TrendChart)
    , legend_(new TrendLegend)
    , words_(new QLabel)
    , notice_(new QLabel)
    , read_(new QPushButton)
    , busy_(new QProgressBar) {
    addWidget(noticePage());
    addWidget(chartPage());
    connect(desk_, &CampaignDesk::changed, this, &TrendView::update);
    connect(desk_, &CampaignDesk::progressed, this, [this] { busy_->setValue(desk_->percent()); });
    connect(desk_, &CampaignDesk::currentChanged, this, &TrendView::fill);
    connect(campaigns_, &QComboBox::activated, desk_, &CampaignDesk::setCurrent);
    connect(measures_, &QComboBox::currentIndexChanged, this, &TrendView::draw);
    connect(desk_->history(), &HistoryDesk::changed, this,
            [this] { chart_->setShown(desk_->history()->shownPlace()); });
    connect(chart_, &TrendChart::commitChosen, desk_->history(),
            [this](const QString& commit) { desk_->history()->open(commit.toStdString()); });
    update();
}

QWidget* TrendView::chartPage() {
    campaigns_->setAccessibleName(tr("Campaign"));
    measures_->setAccessibleName(tr("What is counted"));
    measures_->addItems({tr("Violating files"), tr("Violating statements"), tr("Compliance")});
    words_->setWordWrap(true);
    words_->setTextFormat(Qt::PlainText);
    words_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto* row = new QHBoxLayout;
    row->addWidget(campaigns_);
    row->addWidget(measures_);
    row->addStretch(1);
    auto* page = new QWidget;
    auto* all = new QVBoxLayout(page);
    all->setContentsMargins(6, 4, 6, 4);
    all->addLayout(row);
    all->addWidget(words_);
    all->addWidget(chart_, 1);
    all->addWidget(legend_);
    return page;
}

QWidget* TrendView::noticePage() {
    notice_->setAlignment(Qt::AlignCenter);
    notice_->setWordWrap(true);
    notice_->setTextFormat(Qt::PlainText);
    read_->setText(desk_->history()->read->text());
    connect(read_, &QPushButton::clicked, desk_->history()->read, &QAction::trigger);
    busy_->setRange(0, 100);
    busy_->setAccessibleName(tr("Reading campaigns"));
    auto* page = new QWidget;
    auto* all = new QVBoxLayout(page);
    all->addStretch(1);
    all->addWidget(notice_);
    all->addWidget(read_, 0, Qt::AlignHCenter);
    all->addWidget(busy_, 0, Qt::AlignHCenter);
    all->addStretch(1);
    return page;
}

void TrendView::showEvent(QShowEvent* event) {
    QStackedWidget::showEvent(event);
    emit watched(true);
}

void TrendView::hideEvent(QHideEvent* event) {
    QStackedWidget::hideEvent(event);
    emit watched(false);
}

void TrendView::update() {
    using State = CampaignDesk::State;
    const State state = desk_->state();
    const bool known = desk_->past() != nullptr;
    const bool nothing = known && desk_->past()->entries.empty();
    setCurrentIndex(known && !nothing ? 1 : 0);
    read_->setVisible(state == State::NotRead && !desk_->history()->isReading());
    busy_->setVisible(state == State::Working);
    notice_->setText(
        state == State::NoRepository ? tr("This project lies in no git repository: it has no past to show.")
        : state == State::NotRead
            ? desk_->history()->isReading()
                  ? tr("The past is being read …")
                  : tr("The past of this project has not been read yet. It takes some seconds for a "
                       "thousand commits, in the background.")
        : state == State::Failed ? tr("No answer: %1").arg(desk_->trouble())
        : nothing ? tr("No campaign is configured, and nothing is configured as deprecated. A campaign says "
                       "what is to be imported no more, what instead, and until when.")
                  : tr("Looking at every commit …"));
    fill();
}

void TrendView::fill() {
    if (!desk_->past() || desk_->current() < 0)
        return;
    const QSignalBlocker quiet(campaigns_);
    campaigns_->clear();
    for (const CampaignPast::Entry& entry : desk_->past()->entries)
        campaigns_->addItem(titleOf(entry));
    campaigns_->setCurrentIndex(desk_->current());
    campaigns_->setVisible(campaigns_->count() > 1);
    draw();
}

void TrendView::draw() {
    const int current = desk_->current();
    if (current < 0)
        return;
    const auto index = static_cast<std::size_t>(current);
    const CampaignPast::Entry& entry = desk_->past()->entries[index];
    QStringList words{titleOf(entry) + QStringLiteral(": ") + leftWords(entry), sinceWords(entry),
                      headingWords(entry.report.status)};
    if (const QString deadline = deadlineWords(entry); !deadline.isEmpty())
        words << deadline;
    words_->setText(words.join(QStringLiteral(".  ")));
    TrendData trend = trendData(*desk_->past(), index, static_cast<TrendMeasure>(measures_->currentIndex()));
    legend_->set(trend);
    chart_->set(std::move(trend));
    chart_->setShown(desk_->history()->shownPlace());
}

} // namespace espalier::ui
