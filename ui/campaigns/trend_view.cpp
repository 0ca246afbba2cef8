#include "ui/campaigns/trend_view.h"

#include "ui/campaigns/graph_trend.h"
#include "ui/campaigns/trend_legend.h"
#include "ui/history/history_desk.h"
#include "ui/text.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace espalier::ui {

namespace {

enum Page { NoticeShown, ChartShown };

} // namespace

TrendView::TrendView(CampaignDesk* desk, PastGraphDesk* graph, QWidget* parent)
    : QWidget(parent)
    , desk_(desk)
    , graph_(graph)
    , measuring_(this)
    , pages_(new QStackedWidget)
    , subjects_(new QComboBox)
    , measures_(new QComboBox)
    , chart_(new TrendChart)
    , legend_(new TrendLegend)
    , words_(new QLabel)
    , notice_(new QLabel)
    , read_(new QPushButton)
    , again_(new QPushButton(tr("Try again")))
    , busy_(new QProgressBar) {
    subjects_->setAccessibleName(tr("Campaign, or the module graph"));
    measures_->setAccessibleName(tr("What is counted"));
    for (QComboBox* chooser : {subjects_, measures_})
        chooser->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    auto* row = new QHBoxLayout;
    row->addWidget(subjects_);
    row->addWidget(measures_);
    row->addStretch(1);
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(6, 4, 6, 4);
    all->addLayout(row);
    all->addWidget(pages_, 1);
    pages_->addWidget(noticePage());
    pages_->addWidget(chartPage());
    connect(desk_, &CampaignDesk::changed, this, &TrendView::update);
    connect(desk_, &CampaignDesk::progressed, this, [this] { busy_->setValue(desk_->percent()); });
    connect(desk_, &CampaignDesk::currentChanged, this, &TrendView::update);
    connect(graph_, &PastGraphDesk::changed, this, &TrendView::update);
    connect(graph_, &PastGraphDesk::progressed, this, [this] { busy_->setValue(graph_->percent()); });
    connect(subjects_, &QComboBox::activated, this, &TrendView::choose);
    connect(measures_, &QComboBox::currentIndexChanged, this, &TrendView::draw);
    connect(desk_->history(), &HistoryDesk::changed, this,
            [this] { chart_->setShown(desk_->history()->shownPlace()); });
    connect(chart_, &TrendChart::commitChosen, desk_->history(),
            [this](const QString& commit) { desk_->history()->open(commit.toStdString()); });
    fillMeasures();
    update();
}

TrendView::~TrendView() {
    if (stopMeasuring_)
        *stopMeasuring_ = true;
}

QWidget* TrendView::chartPage() {
    words_->setWordWrap(true);
    words_->setTextFormat(Qt::PlainText);
    words_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto* page = new QWidget;
    auto* all = new QVBoxLayout(page);
    all->setContentsMargins(0, 0, 0, 0);
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
    connect(again_, &QPushButton::clicked, graph_, &PastGraphDesk::tryAgain);
    busy_->setRange(0, 100);
    busy_->setAccessibleName(tr("Looking at every commit"));
    auto* page = new QWidget;
    auto* all = new QVBoxLayout(page);
    all->addStretch(1);
    all->addWidget(notice_);
    for (QWidget* below :
         {static_cast<QWidget*>(read_), static_cast<QWidget*>(again_), static_cast<QWidget*>(busy_)})
        all->addWidget(below, 0, Qt::AlignHCenter);
    all->addStretch(1);
    return page;
}

void TrendView::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    emit watched(true);
    update();
}

void TrendView::hideEvent(QHideEvent* event) {
    QWidget::hideEvent(event);
    emit watched(false);
}

bool TrendView::showsGraph() const {
    return graphChosen_ || (desk_->past() && desk_->past()->entries.empty());
}

void TrendView::choose(int subject) {
    graphChosen_ = subject == subjects_->count() - 1;
    if (!graphChosen_ && desk_->past())
        desk_->setCurrent(subject);
    update();
}

void TrendView::update() {
    using State = CampaignDesk::State;
    const State state = desk_->state();
    const bool past = state != State::NoRepository && state != State::NotRead;
    const bool ofGraph = showsGraph() && past;
    fill();
    for (QWidget* chooser : {subjects_, measures_})
        chooser->setVisible(past);
    read_->setVisible(state == State::NotRead && !desk_->history()->isReading());
    again_->hide();
    busy_->setVisible(!ofGraph && state == State::Working);
    if (ofGraph)
        return updateOfGraph();
    pages_->setCurrentIndex(desk_->past() ? ChartShown : NoticeShown);
    notice_->setText(
        state == State::NoRepository ? tr("This project lies in no git repository: it has no past to show.")
        : state == State::NotRead
            ? desk_->history()->isReading()
                  ? tr("The past is being read …")
                  : tr("The past of this project has not been read yet. It takes some seconds for a "
                       "thousand commits, in the background.")
        : state == State::Failed ? tr("No answer: %1").arg(desk_->trouble())
                                 : tr("Looking at every commit …"));
    draw();
}

// It is read, and measured, when it is seen.
void TrendView::updateOfGraph() {
    using State = PastGraphDesk::State;
    if (isVisible()) {
        graph_->want();
        measure();
    }
    const bool known = measured_ && measuredGraph_ == graph_->graph();
    const State state = graph_->state();
    pages_->setCurrentIndex(known ? ChartShown : NoticeShown);
    busy_->setVisible(state == State::Working);
    again_->setVisible(state == State::Stopped || state == State::Failed);
    notice_->setText(state == State::Stopped  ? tr("Reading the imports of all commits was stopped.")
                     : state == State::Failed ? tr("No answer: %1").arg(graph_->trouble())
                                              : tr("Looking at every commit …"));
    draw();
}

void TrendView::measure() {
    const EdgeTimelinePtr& timeline = graph_->graph();
    if (!timeline || measuredGraph_ == timeline)
        return;
    if (stopMeasuring_)
        *stopMeasuring_ = true;
    measuredGraph_ = timeline;
    measured_ = nullptr;
    stopMeasuring_ = std::make_shared<std::atomic<bool>>(false);
    using Measured = std::shared_ptr<const graph::MeasuredLine>;
    measuring_.start(
        [timeline, stop = stopMeasuring_]() -> Measured {
            auto measured = graph::measure(*timeline, *stop);
            return measured ? std::make_shared<const graph::MeasuredLine>(std::move(*measured)) : nullptr;
        },
        [this](const Measured& measured) {
            measured_ = measured;
            update();
        });
}

// The campaigns, and the module graph.
void TrendView::fill() {
    const QSignalBlocker quiet(subjects_);
    subjects_->clear();
    if (desk_->past())
        for (const CampaignPast::Entry& entry : desk_->past()->entries)
            subjects_->addItem(titleOf(entry));
    else if (desk_->state() != CampaignDesk::State::NotRead)
        subjects_->addItem(tr("Campaigns"));
    subjects_->addItem(tr("The module graph"));
    subjects_->setCurrentIndex(showsGraph() ? subjects_->count() - 1 : std::max(0, desk_->current()));
    fillMeasures();
}

void TrendView::fillMeasures() {
    const QStringList wanted =
        showsGraph() ? graphMeasureWords()
                     : QStringList{tr("Violating files"), tr("Violating statements"), tr("Compliance")};
    if (measures_->count() == wanted.size())
        return;
    const QSignalBlocker quiet(measures_);
    measures_->clear();
    measures_->addItems(wanted);
}

void TrendView::draw() {
    if (!showsGraph())
        return drawCampaign();
    if (!measured_ || measured_->measures.empty() || measuredGraph_ != graph_->graph())
        return;
    words_->setText(tr("At the newest commit: %1").arg(graphWords(*measured_)));
    const auto measure =
        static_cast<TrendMeasure>(static_cast<int>(kFirstOfGraph) + measures_->currentIndex());
    showTrend(graphTrend(graph_->line(), *measured_, measure));
}

void TrendView::drawCampaign() {
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
    showTrend(trendData(*desk_->past(), index, static_cast<TrendMeasure>(measures_->currentIndex())));
}

void TrendView::showTrend(TrendData trend) {
    legend_->set(trend);
    chart_->set(std::move(trend));
    chart_->setShown(desk_->history()->shownPlace());
}

} // namespace espalier::ui
