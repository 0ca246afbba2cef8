// The Trend tab: one campaign's past as a chart, with its figures in words. GUI thread only.
#pragma once

#include "ui/campaigns/campaign_desk.h"
#include "ui/campaigns/trend_chart.h"

#include <QComboBox>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QStackedWidget>

namespace espalier::ui {

class TrendLegend;

class TrendView : public QStackedWidget {
    Q_OBJECT
public:
    explicit TrendView(CampaignDesk* desk, QWidget* parent = nullptr);

    [[nodiscard]] TrendChart* chart() const { return chart_; }
    [[nodiscard]] QComboBox* campaigns() const { return campaigns_; }
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
    void fill();
    void draw();

    CampaignDesk* desk_;
    QComboBox *campaigns_, *measures_;
    TrendChart* chart_;
    TrendLegend* legend_;
    QLabel *words_, *notice_;
    QPushButton* read_;
    QProgressBar* busy_;
};

} // namespace espalier::ui
