// What the signs of a trend chart mean: only those that it shows.
#pragma once

#include "ui/campaigns/trend_data.h"

#include <QWidget>

#include <functional>

namespace espalier::ui {

class FlowLayout;

class TrendLegend : public QWidget {
    Q_OBJECT
public:
    explicit TrendLegend(QWidget* parent = nullptr);
    void set(const TrendData& trend);
    [[nodiscard]] QStringList words() const { return words_; }

private:
    void add(const QString& words, const std::function<void(QPainter&, const QRectF&)>& paint);

    FlowLayout* row_;
    QStringList words_;
};

} // namespace espalier::ui
