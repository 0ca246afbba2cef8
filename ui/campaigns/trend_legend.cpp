#include "ui/campaigns/trend_legend.h"

#include "ui/campaigns/trend_chart.h"
#include "ui/campaigns/trend_signs.h"
#include "ui/text.h"
#include "ui/theme.h"
#include "ui/window/flow_layout.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>

#include <algorithm>

namespace espalier::ui {

TrendLegend::TrendLegend(QWidget* parent)
    : QWidget(parent)
    , row_(new FlowLayout(this)) {
    row_->setSpacing(4);
    row_->setContentsMargins(4, 0, 4, 0);
}

void TrendLegend::add(const QString& words, const std::function<void(QPainter&, const QRectF&)>& paint) {
    const int side = fontMetrics().height();
    QPixmap picture(QSize(side, side) * devicePixelRatioF());
    picture.setDevicePixelRatio(devicePixelRatioF());
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::Antialiasing);
    paint(painter, QRectF(2, 2, side - 4, side - 4));
    painter.end();
    auto* sign = new QLabel;
    sign->setPixmap(picture);
    auto* text = new QLabel(words);
    text->setTextFormat(Qt::PlainText);
    auto* entry = new QWidget;
    auto* row = new QHBoxLayout(entry);
    row->setContentsMargins(0, 0, side / 2, 0);
    row->setSpacing(3);
    row->addWidget(sign);
    row->addWidget(text);
    row_->addWidget(entry);
    words_ << words;
}

void TrendLegend::set(const TrendData& trend) {
    while (QLayoutItem* item = row_->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    words_.clear();
    const graph::Palette& colours = mapColours(palette());
    for (std::size_t part = 0; part < TrendData::kParts; ++part) {
        if (std::ranges::any_of(trend.points, [&](const TrendData::Point& p) { return p.parts[part] > 0; }))
            add(partWord(trend.measure, part), [&](QPainter& painter, const QRectF& r) {
                painter.fillRect(r, colour(isOfGraph(trend.measure) ? colours.selection : colours.deprecated,
                                           strengthOf(part)));
            });
    }
    const auto shows = [&](TrendData::Mark::Kind kind) {
        return std::ranges::any_of(trend.marks, [&](const TrendData::Mark& m) { return m.kind == kind; });
    };
    if (trend.target)
        add(tr("target"), [&](QPainter& painter, const QRectF& r) {
            painter.setPen(QPen(colour(colours.selection), 1.6, Qt::DashLine));
            painter.drawLine(QPointF(r.left(), r.center().y()), QPointF(r.right(), r.center().y()));
        });
    if (shows(TrendData::Mark::Kind::Regression))
        add(tr("violations came back"), [&](QPainter& painter, const QRectF& r) {
            paintTrendSign(painter, r, TrendSign::Regression, colours);
        });
    if (shows(TrendData::Mark::Kind::Phase))
        add(tr("a phase is done"), [&](QPainter& painter, const QRectF& r) {
            paintTrendSign(painter, r, TrendSign::Phase, colours);
        });
}

} // namespace espalier::ui
