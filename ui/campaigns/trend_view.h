// The Trend tab: the past of one campaign, or of the module graph, as a chart, with its figures in words. GUI
// thread only.
#pragma once

#include "graph/history/measures.h"
#include "ui/campaigns/campaign_desk.h"
#include "ui/campaigns/trend_chart.h"
#include "ui/history/past_graph_desk.h"
#include "ui/jobs.h"

#include <QComboBox>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QStackedWidget>

#include <atomic>
#include <memory>

namespace espalier::ui {

class TrendLegend;

class TrendView : public QWidget {
    Q_OBJECT
public:
    TrendView(CampaignDesk* desk, PastGraphDesk* graph, QWidget* parent = nullptr);
    ~TrendView() override; // does not wait for what is being measured

    [[nodiscard]] TrendChart* chart() const { return chart_; }
    // The campaigns; the last entry is the module graph.
    [[nodiscard]] QComboBox* subjects() const { return subjects_; }
    [[nodiscard]] QComboBox* measures() const { return measures_; }
    [[nodiscard]] QString words() const { return words_->text(); }
    [[nodiscard]] QString notice() const { return notice_->text(); }

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

signals:
    void watched(bool on);

private:
    QWidget* chartPage();
    QWidget* noticePage();
    void update();
    void updateOfGraph();
    void fill();
    void fillMeasures();
    void draw();
    void drawCampaign();
    void showTrend(TrendData trend);
    void choose(int subject);
    void measure();
    // What is looked at: campaigns may be there or not.
    [[nodiscard]] bool showsGraph() const;

    CampaignDesk* desk_;
    PastGraphDesk* graph_;
    bool graphChosen_ = false;
    EdgeTimelinePtr measuredGraph_; // that measured_ is of
    std::shared_ptr<const graph::MeasuredLine> measured_;
    std::shared_ptr<std::atomic<bool>> stopMeasuring_;
    LatestJob<std::shared_ptr<const graph::MeasuredLine>> measuring_;
    QStackedWidget* pages_;
    QComboBox *subjects_, *measures_;
    TrendChart* chart_;
    TrendLegend* legend_;
    QLabel *words_, *notice_;
    QPushButton *read_, *again_;
    QProgressBar* busy_;
};

} // namespace espalier::ui
