#include "ui/campaigns/trend_chart.h"

#include "ui/campaigns/graph_trend.h"
#include "ui/campaigns/trend_signs.h"
#include "ui/text.h"
#include "ui/theme.h"

#include <QLocale>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <array>
#include <cmath>

namespace espalier::ui {

namespace {

constexpr double kMargin = 10;

QFont smallFont(const QFont& font) {
    QFont small(font);
    small.setPointSizeF(std::max(6.0, font.pointSizeF() * 0.88));
    return small;
}

QString valueText(TrendMeasure measure, double value) {
    const QString text = QLocale().toString(value, 'f', std::abs(value - std::round(value)) < 0.05 ? 0 : 1);
    return measure == TrendMeasure::Compliance ? text + QStringLiteral(" %") : text;
}

} // namespace

TrendChart::TrendChart(QWidget* parent)
    : QWidget(parent) {
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAccessibleName(tr("Trend"));
}

QSize TrendChart::sizeHint() const {
    return {fontMetrics().averageCharWidth() * 100, fontMetrics().height() * 26};
}

QSize TrendChart::minimumSizeHint() const {
    return {fontMetrics().averageCharWidth() * 40, fontMetrics().height() * 10};
}

void TrendChart::set(TrendData data) {
    data_ = std::move(data);
    cursor_ = -1;
    update();
}

void TrendChart::setShown(int place) {
    shown_ = place;
    update();
}

void TrendChart::setCursor(int place) {
    if (!data_.line || place == cursor_)
        return;
    cursor_ = std::clamp(place, -1, data_.line->size() - 1);
    setAccessibleDescription(cursor_ < 0 ? QString() : words(cursor_));
    update();
}

TrendChart::Frame TrendChart::frame() const {
    const double line = QFontMetricsF(smallFont(font())).height();
    Frame out;
    const double room = height() - 2 * kMargin - 3.6 * line;
    out.scale = graph::valueScale(data_.most(), std::max(2, static_cast<int>(room / (3 * line))));
    const double labels =
        QFontMetricsF(smallFont(font()))
            .horizontalAdvance(valueText(data_.measure, out.scale.top()) + QStringLiteral("00"));
    const double left = kMargin + labels, width = std::max(1.0, this->width() - left - 2 * kMargin);
    out.flags = QRectF(left, kMargin, width, line);
    out.plot = QRectF(left, out.flags.bottom() + line, width, std::max(1.0, room));
    out.dates = QRectF(left, out.plot.bottom() + 0.4 * line, width, line);
    return out;
}

StripGeometry TrendChart::geometryNow(const Frame& frame) const {
    return {data_.line, data_.range(), frame.plot, frame.plot.right(), false};
}

double TrendChart::y(const Frame& frame, double value) const {
    return frame.plot.bottom() - frame.plot.height() * value / frame.scale.top();
}

void TrendChart::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const graph::Palette& colours = mapColours(palette());
    painter.fillRect(rect(), colour(colours.background));
    if (!data_.line || data_.points.empty())
        return;
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(smallFont(font()));
    const Frame f = frame();
    const StripGeometry geometry = geometryNow(f);
    paintGrid(painter, f, geometry);
    painter.setClipRect(f.plot.adjusted(0, -2, 2, 2));
    paintValues(painter, f, geometry);
    painter.setClipping(false);
    paintTarget(painter, f);
    paintMarks(painter, f, geometry);
    paintCursor(painter, f, geometry);
    if (hasFocus()) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(colour(colours.selection), 1, Qt::DotLine));
        painter.drawRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5));
    }
}

void TrendChart::paintGrid(QPainter& painter, const Frame& f, const StripGeometry& geometry) const {
    const graph::Palette& colours = mapColours(palette());
    const QFontMetricsF metrics(painter.font());
    for (int i = 0; i <= f.scale.steps; ++i) {
        const double value = i * f.scale.step, at = std::round(y(f, value)) + 0.5;
        painter.setPen(QPen(colour(colours.outline, i == 0 ? 255 : 60), 1));
        painter.drawLine(QPointF(f.plot.left(), at), QPointF(f.plot.right(), at));
        painter.setPen(colour(colours.faintText));
        painter.drawText(QRectF(0, at - metrics.height() / 2, f.plot.left() - 6, metrics.height()),
                         Qt::AlignRight | Qt::AlignVCenter, valueText(data_.measure, value));
    }
    for (const StripGeometry::Tick& tick : geometry.ticks(metrics.averageCharWidth() * 14)) {
        painter.setPen(QPen(colour(colours.outline, 60), 1));
        const double x = std::round(tick.x) + 0.5;
        painter.drawLine(QPointF(x, f.plot.top()), QPointF(x, f.dates.top() + 4));
        const double width = metrics.horizontalAdvance(tick.text) + 2;
        painter.setPen(colour(colours.faintText));
        if (x + 3 + width <= this->width())
            painter.drawText(QRectF(x + 3, f.dates.top(), width, f.dates.height()), Qt::AlignVCenter,
                             tick.text);
    }
}

// From below: production, tests, tools, copies; or at import time, deferred, and so on.
void TrendChart::paintValues(QPainter& painter, const Frame& f, const StripGeometry& geometry) const {
    const graph::Palette& colours = mapColours(palette());
    const bool ofGraph = isOfGraph(data_.measure);
    const bool parts =
        ofGraph ? data_.measure == TrendMeasure::Imports : data_.measure != TrendMeasure::Compliance;
    const auto main = ofGraph ? colours.selection : colours.deprecated;
    std::vector<double> below(data_.points.size(), 0);
    const auto steps = [&](const std::vector<double>& values) {
        QPolygonF out;
        for (std::size_t i = 0; i < values.size(); ++i) {
            const double x = geometry.xOf(data_.points[i].place), at = y(f, values[i]);
            if (!out.isEmpty())
                out << QPointF(x, out.last().y());
            out << QPointF(x, at);
        }
        out << QPointF(f.plot.right(), out.last().y());
        return out;
    };
    for (std::size_t part = 0; parts && part < TrendData::kParts; ++part) {
        QPolygonF area = steps(below);
        std::reverse(area.begin(), area.end());
        for (std::size_t i = 0; i < below.size(); ++i)
            below[i] += data_.points[i].parts[part];
        area << steps(below);
        painter.setPen(Qt::NoPen);
        painter.setBrush(colour(main, strengthOf(part)));
        painter.drawPolygon(area);
    }
    std::vector<double> all;
    for (const TrendData::Point& point : data_.points)
        all.push_back(point.all);
    painter.setPen(QPen(colour(parts ? main : colours.selection), 1.8));
    painter.setBrush(Qt::NoBrush);
    painter.drawPolyline(steps(all));
}

void TrendChart::paintTarget(QPainter& painter, const Frame& f) const {
    if (!data_.target)
        return;
    const graph::Palette& colours = mapColours(palette());
    const double at = y(f, *data_.target);
    painter.setPen(QPen(colour(colours.selection), 1.6, Qt::DashLine));
    painter.drawLine(QPointF(f.plot.left(), at), QPointF(f.plot.right(), at));
    const QString words = tr("target %1").arg(valueText(data_.measure, *data_.target));
    const QFontMetricsF metrics(painter.font());
    const QSizeF size(metrics.horizontalAdvance(words) + 8, metrics.height());
    const QRectF plate(QPointF(f.plot.left() + 6, std::max(f.plot.top(), at - size.height() - 1)), size);
    painter.fillRect(plate, colour(colours.background, 210));
    painter.setPen(colour(colours.selection));
    painter.drawText(plate, Qt::AlignCenter, words);
}

void TrendChart::paintMarks(QPainter& painter, const Frame& f, const StripGeometry& geometry) const {
    const graph::Palette& colours = mapColours(palette());
    const QFontMetricsF metrics(painter.font());
    const auto flags =
        geometry.flags([&](const QString& name) { return metrics.horizontalAdvance(name) + 8; }, f.flags);
    for (const StripGeometry::Flag& flag : flags) {
        painter.setPen(QPen(colour(colours.faintText, flag.text.isEmpty() ? 90 : 170), 1));
        painter.drawLine(QPointF(flag.x, flag.text.isEmpty() ? f.plot.top() - 4 : flag.text.top()),
                         QPointF(flag.x, f.plot.bottom()));
        if (flag.text.isEmpty())
            continue;
        painter.setBrush(colour(colours.package));
        painter.drawRect(flag.text);
        painter.setPen(colour(colours.text));
        painter.drawText(flag.text, Qt::AlignCenter,
                         data_.line->tags[static_cast<std::size_t>(flag.tag)].name);
    }
    for (const TrendData::Mark& mark : data_.marks) {
        const double x = geometry.xOf(mark.place);
        if (mark.kind == TrendData::Mark::Kind::Baseline) {
            painter.setPen(QPen(colour(colours.text), 1.2, Qt::DotLine));
            painter.drawLine(QPointF(x, f.plot.top()), QPointF(x, f.plot.bottom()));
            const double width = metrics.horizontalAdvance(mark.words) + 4;
            const double left = x + 4 + width > f.plot.right() ? x - 4 - width : x + 4;
            painter.drawText(QRectF(left, f.plot.top(), width, metrics.height()), Qt::AlignCenter,
                             mark.words);
        } else {
            const double side = metrics.height() * 0.7;
            const bool back = mark.kind == TrendData::Mark::Kind::Regression;
            paintTrendSign(
                painter,
                QRectF(x - side / 2, back ? f.plot.bottom() - side - 1 : f.plot.top() - side - 1, side, side),
                back ? TrendSign::Regression : TrendSign::Phase, colours);
        }
    }
}

void TrendChart::paintCursor(QPainter& painter, const Frame& f, const StripGeometry& geometry) const {
    const graph::Palette& colours = mapColours(palette());
    const auto pole = [&](int place, const QPen& pen) {
        painter.setPen(pen);
        const double x = geometry.xOf(place);
        painter.drawLine(QPointF(x, f.plot.top()), QPointF(x, f.plot.bottom()));
        return x;
    };
    if (shown_ >= 0 && shown_ < data_.line->size())
        pole(shown_, QPen(colour(colours.selection), 1.5, Qt::DotLine));
    if (cursor_ < 0)
        return;
    const double x = pole(cursor_, QPen(colour(colours.selection), 1.5));
    const TrendData::Point* point = data_.at(cursor_);
    if (!point)
        return;
    painter.setBrush(colour(colours.background));
    painter.drawEllipse(QPointF(x, y(f, point->all)), 4, 4);
}

QString TrendChart::figures(int place) const {
    const TrendData::Point* point = data_.at(place);
    if (!point)
        return tr("nothing to import yet");
    QStringList out{isOfGraph(data_.measure) ? measureWord(data_.measure) + QStringLiteral(": %1")
                    : data_.measure == TrendMeasure::Compliance ? tr("compliance %1")
                    : data_.measure == TrendMeasure::Files      ? tr("files: %1")
                                                                : tr("statements: %1")};
    out[0] = out[0].arg(valueText(data_.measure, point->all));
    for (std::size_t i = 0; i < TrendData::kParts; ++i)
        if (point->parts[i] > 0)
            out << tr("%1 %2", "production 12")
                       .arg(partWord(data_.measure, i), valueText(data_.measure, point->parts[i]));
    if (point->place == place && (point->moved.fresh > 0 || point->moved.fixed > 0 || point->moved.back > 0))
        out << tr("%1 new, %2 fixed, %3 came back")
                   .arg(number(point->moved.fresh), number(point->moved.fixed), number(point->moved.back));
    for (const TrendData::Mark& mark : data_.marks)
        if (mark.place == place && mark.kind != TrendData::Mark::Kind::Regression)
            out << (mark.kind == TrendData::Mark::Kind::Phase ? tr("phase done: %1").arg(mark.words)
                                                              : mark.words);
    return out.join(QStringLiteral(", "));
}

QString TrendChart::words(int place) const {
    return wordsOf(*data_.line, place) + QStringLiteral("  ·  ") + figures(place);
}

void TrendChart::mouseMoveEvent(QMouseEvent* event) {
    if (!data_.line || data_.points.empty())
        return;
    setCursor(geometryNow(frame()).placeAt(event->position().x()));
    QToolTip::showText(event->globalPosition().toPoint() + QPoint(12, 12),
                       cardOf(*data_.line, cursor_) +
                           QStringLiteral("<p>%1</p>").arg(figures(cursor_).toHtmlEscaped()),
                       this);
}

void TrendChart::mouseReleaseEvent(QMouseEvent* event) {
    if (event->button() == Qt::LeftButton && data_.line && !data_.points.empty())
        choose(geometryNow(frame()).placeAt(event->position().x()));
}

void TrendChart::leaveEvent(QEvent*) {
    setCursor(-1);
}

void TrendChart::choose(int place) {
    if (place >= 0 && place < data_.line->size())
        emit commitChosen(toQt((*data_.line)[place].id));
}

void TrendChart::keyPressEvent(QKeyEvent* event) {
    if (!data_.line || data_.points.empty())
        return QWidget::keyPressEvent(event);
    std::vector<int> stops;
    if (event->modifiers().testFlag(Qt::ControlModifier))
        for (const TrendData::Mark& mark : data_.marks)
            stops.push_back(mark.place);
    else
        for (const TrendData::Point& point : data_.points)
            stops.push_back(point.place);
    const int last = data_.line->size() - 1;
    stops.push_back(last);
    const int from = cursor_ < 0 ? last : cursor_;
    switch (event->key()) {
    case Qt::Key_Left: {
        const auto next = std::ranges::lower_bound(stops, from);
        return setCursor(next == stops.begin() ? stops.front() : *(next - 1));
    }
    case Qt::Key_Right: {
        const auto next = std::ranges::upper_bound(stops, from);
        return setCursor(next == stops.end() ? last : *next);
    }
    case Qt::Key_Home:
        return setCursor(data_.points.front().place);
    case Qt::Key_End:
        return setCursor(last);
    case Qt::Key_Return:
    case Qt::Key_Enter:
        return choose(from);
    default:
        QWidget::keyPressEvent(event);
    }
}

int strengthOf(std::size_t part) {
    constexpr std::array<int, TrendData::kParts> kStrengths{220, 130, 80, 40};
    return kStrengths[part];
}

QString partWord(TrendMeasure measure, std::size_t part) {
    static_assert(TrendData::kParts == facts::kEdgeKindCount);
    return isOfGraph(measure) ? kindWord(static_cast<graph::EdgeKind>(part))
                              : classWord(static_cast<graph::PathClass>(part));
}

} // namespace espalier::ui
