#include "ui/campaigns/campaign_delegate.h"

#include "ui/campaigns/trend_signs.h"
#include "ui/models/roles.h"
#include "ui/text.h"
#include "ui/theme.h"

#include <QApplication>
#include <QLocale>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace espalier::ui {

namespace {

constexpr int kPad = 5, kSparkChars = 14;

void paintTitle(QPainter& painter, QRectF row, const CampaignPast::Entry& entry, const QColor& ink) {
    QFont bold(painter.font());
    bold.setBold(true);
    const QString priority = toQt(entry.campaign.priority);
    if (!priority.isEmpty()) {
        const double width = QFontMetricsF(painter.font()).horizontalAdvance(priority) + 8;
        const QRectF badge(row.right() - width, row.top() + 1, width, row.height() - 2);
        painter.setPen(QPen(ink, 1));
        painter.drawRoundedRect(badge.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
        painter.drawText(badge, Qt::AlignCenter, priority);
        row.setRight(badge.left() - kPad);
    }
    const QFont plain(painter.font());
    painter.setFont(bold);
    painter.setPen(ink);
    painter.drawText(row, Qt::AlignVCenter | Qt::TextSingleLine,
                     QFontMetricsF(bold).elidedText(titleOf(entry), Qt::ElideRight, row.width()));
    painter.setFont(plain);
}

// A bar as long as the way from the baseline to the target, and what is left in words; without a baseline
// only the words.
void paintDone(QPainter& painter, QRectF row, const CampaignPast::Entry& entry, const QColor& ink,
               const graph::Palette& c) {
    const graph::CampaignStatus& status = entry.report.status;
    const QFontMetricsF metrics(painter.font());
    if (status.done) {
        const QRectF bar(row.left(), row.center().y() - row.height() * 0.28, row.width() * 0.34,
                         row.height() * 0.56);
        painter.setPen(QPen(colour(c.outline), 1));
        painter.setBrush(colour(c.module));
        painter.drawRect(bar.adjusted(0.5, 0.5, -0.5, -0.5));
        QRectF done = bar.adjusted(1, 1, -1, -1);
        done.setWidth(done.width() * std::clamp(*status.done, 0.0, 1.0));
        painter.fillRect(done, colour(c.selection));
        const QString share = QLocale().toString(std::lround(100 * *status.done)) + QStringLiteral(" %");
        painter.setPen(ink);
        const double width = metrics.horizontalAdvance(QStringLiteral("-100 %"));
        painter.drawText(QRectF(bar.right() + kPad, row.top(), width, row.height()), Qt::AlignVCenter, share);
        row.setLeft(bar.right() + 2 * kPad + width);
    }
    painter.setPen(ink);
    painter.drawText(row, Qt::AlignVCenter | Qt::TextSingleLine,
                     metrics.elidedText(leftWords(entry), Qt::ElideRight, row.width()));
}

void paintHeading(QPainter& painter, QRectF row, const CampaignPast::Entry& entry, const QPolygonF& spark,
                  const QColor& ink, const graph::Palette& c) {
    const QFontMetricsF metrics(painter.font());
    const QRectF room(row.left(), row.top() + 2, metrics.averageCharWidth() * kSparkChars, row.height() - 4);
    QPolygonF line;
    for (const QPointF& point : spark)
        line << QPointF(room.left() + point.x() * room.width(), room.bottom() - point.y() * room.height());
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colour(c.deprecated), 1.4));
    painter.setBrush(Qt::NoBrush);
    painter.drawPolyline(line);
    const double side = row.height() * 0.8;
    const QRectF sign(room.right() + 2 * kPad, row.center().y() - side / 2, side, side);
    const int heading = headingSign(entry.report.status);
    paintTrendSign(painter, sign,
                   heading < 0   ? TrendSign::Falls
                   : heading > 0 ? TrendSign::Rises
                                 : TrendSign::Level,
                   c);
    painter.setRenderHint(QPainter::Antialiasing, false);
    row.setLeft(sign.right() + 2 * kPad);
    painter.setPen(ink);
    painter.drawText(
        row, Qt::AlignVCenter | Qt::TextSingleLine,
        metrics.elidedText(weekWords(entry.report.status.lastWeek), Qt::ElideRight, row.width()));
}

} // namespace

CampaignDelegate::CampaignDelegate(const CampaignModel* model, QObject* parent)
    : QStyledItemDelegate(parent)
    , model_(model) {}

QSize CampaignDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const {
    const int line = option.fontMetrics.height() + 2;
    return {option.fontMetrics.averageCharWidth() * 30, 3 * line + 2 * kPad};
}

void CampaignDelegate::paint(QPainter* painter, const QStyleOptionViewItem& given,
                             const QModelIndex& index) const {
    QStyleOptionViewItem option(given);
    initStyleOption(&option, index);
    option.text.clear();
    const QStyle* style = option.widget ? option.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &option, painter, option.widget);
    const int row = index.data(IndexRole).toInt();
    if (!model_->past() || row >= model_->rowCount())
        return;
    const CampaignPast::Entry& entry = model_->entry(row);
    const graph::Palette& c = mapColours(option.palette);
    const QColor ink = option.palette.color(
        option.state.testFlag(QStyle::State_Selected) ? QPalette::HighlightedText : QPalette::Text);
    painter->save();
    painter->setFont(option.font);
    const double line = option.fontMetrics.height() + 2;
    QRectF at(option.rect.left() + kPad, option.rect.top() + kPad, option.rect.width() - 2 * kPad, line);
    paintTitle(*painter, at, entry, ink);
    at.translate(0, line);
    paintDone(*painter, at, entry, ink, c);
    at.translate(0, line);
    paintHeading(*painter, at, entry, model_->spark(row), ink, c);
    painter->restore();
}

} // namespace espalier::ui
