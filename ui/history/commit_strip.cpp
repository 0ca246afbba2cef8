#include "ui/history/commit_strip.h"

#include "ui/campaigns/trend_signs.h"
#include "ui/theme.h"

#include <QAccessible>
#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace espalier::ui {

namespace {

constexpr double kMargin = 8, kLeastRange = 3600; // seconds

} // namespace

CommitStrip::CommitStrip(HistoryDesk* desk, QWidget* parent)
    : QWidget(parent)
    , desk_(desk) {
    installAccessibleStrip();
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(tr("Commits"));
    connect(desk_, &HistoryDesk::changed, this, &CommitStrip::takeLine);
    connect(desk_, &HistoryDesk::cursorMoved, this, &CommitStrip::follow);
    takeLine();
}

QSize CommitStrip::sizeHint() const {
    return {fontMetrics().averageCharWidth() * 80, fontMetrics().height() * 4};
}

QSize CommitStrip::minimumSizeHint() const {
    return {fontMetrics().averageCharWidth() * 30, sizeHint().height()};
}

// A line that has grown shows what came to it, if all was shown before.
void CommitStrip::takeLine() {
    if (line_ != desk_->line()) {
        const bool all = !line_ || range_ == wholeRange(*line_);
        line_ = desk_->line();
        if (line_ && all)
            range_ = wholeRange(*line_);
        else if (line_)
            setRange(range_);
        emit rangeChanged();
    }
    update();
}

void CommitStrip::setRegressions(std::map<int, QString> regressions) {
    regressions_ = std::move(regressions);
    update();
}

QString CommitStrip::card(int place) const {
    const auto back = regressions_.find(place);
    if (back == regressions_.end())
        return cardOf(*line_, place);
    return cardOf(*line_, place) +
           QStringLiteral("<p>%1</p>")
               .arg(back->second.toHtmlEscaped().replace(u'\n', QLatin1String("<br>")));
}

// The cursor stays in sight.
void CommitStrip::follow() {
    if (line_ && desk_->cursor() >= 0 && desk_->cursor() < line_->size()) {
        const auto time = static_cast<double>(line_->times[static_cast<std::size_t>(desk_->cursor())]);
        const double by = time < range_.from ? time - range_.from : std::max(0.0, time - range_.to);
        if (by != 0)
            setRange({range_.from + by, range_.to + by});
    }
    setAccessibleDescription(line_ && desk_->cursor() >= 0 ? wordsOf(*line_, desk_->cursor()) : QString());
    QAccessibleValueChangeEvent event(this, desk_->cursor());
    QAccessible::updateAccessibility(&event);
    update();
}

void CommitStrip::setRange(TimeRange range) {
    if (!line_)
        return;
    const TimeRange whole = wholeRange(*line_);
    const double length = std::clamp(range.length(), kLeastRange, whole.length());
    const double from = std::clamp(range.from, whole.from, whole.to - length);
    range = {from, from + length};
    if (std::exchange(range_, range) == range)
        return;
    update();
    emit rangeChanged();
}

CommitStrip::Rows CommitStrip::rows() const {
    const double line = fontMetrics().height();
    const bool present = !desk_->isBare();
    const double presentWidth = present ? fontMetrics().horizontalAdvance(tr("now")) + 2 * kMargin : 0;
    const double width = std::max(1.0, this->width() - 2 * kMargin - presentWidth - (present ? kMargin : 0));
    Rows out;
    out.flags = QRectF(kMargin, 1, width, line * 1.1);
    out.dates = QRectF(kMargin, height() - line * 1.05, width, line);
    out.bars = QRectF(kMargin, out.flags.bottom() + 1, width, out.dates.top() - out.flags.bottom() - 2);
    if (present)
        out.present = QRectF(out.bars.right() + kMargin, out.bars.top(), presentWidth, out.bars.height());
    return out;
}

StripGeometry CommitStrip::geometryNow() const {
    const Rows r = rows();
    return {line_, range_, r.bars, r.present.center().x(), !desk_->isBare()};
}

void CommitStrip::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const graph::Palette& colours = mapColours(palette());
    painter.fillRect(rect(), colour(colours.background));
    if (!line_)
        return;
    const StripGeometry geometry = geometryNow();
    const Rows r = rows();
    paintBars(painter, geometry, r);
    paintDates(painter, geometry, r);
    painter.setRenderHint(QPainter::Antialiasing);
    paintPresent(painter, r);
    paintFlags(painter, geometry, r);
    paintRegressions(painter, geometry, r);
    paintMarkers(painter, geometry, r);
    if (hasFocus()) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(colour(colours.selection), 1, Qt::DotLine));
        painter.drawRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5));
    }
}

void CommitStrip::paintBars(QPainter& painter, const StripGeometry& geometry, const Rows& rows) const {
    const graph::Palette& colours = mapColours(palette());
    const std::vector<double> bars = geometry.bars();
    for (std::size_t i = 0; i < bars.size(); ++i)
        if (bars[i] > 0) {
            const double height = std::max(2.0, bars[i] * rows.bars.height());
            painter.fillRect(
                QRectF(rows.bars.left() + static_cast<double>(i), rows.bars.bottom() - height, 1, height),
                colour(colours.line));
        }
    painter.setPen(QPen(colour(colours.outline), 1));
    painter.drawLine(QPointF(rows.bars.left(), rows.bars.bottom() + 0.5),
                     QPointF(rows.bars.right(), rows.bars.bottom() + 0.5));
}

void CommitStrip::paintFlags(QPainter& painter, const StripGeometry& geometry, const Rows& rows) const {
    const graph::Palette& colours = mapColours(palette());
    QFont small(font());
    small.setPointSizeF(std::max(6.0, font().pointSizeF() * 0.88));
    const QFontMetricsF metrics(small);
    painter.setFont(small);
    const auto flags =
        geometry.flags([&](const QString& name) { return metrics.horizontalAdvance(name) + 8; },
                       QRectF(rows.flags.left(), rows.flags.top(), rows.flags.width(), metrics.height()));
    for (const StripGeometry::Flag& flag : flags) {
        painter.setPen(QPen(colour(colours.faintText, flag.text.isEmpty() ? 110 : 200), 1));
        painter.drawLine(QPointF(flag.x, flag.text.isEmpty() ? rows.flags.bottom() - 3 : flag.text.top()),
                         QPointF(flag.x, rows.bars.bottom()));
        if (flag.text.isEmpty())
            continue;
        painter.setBrush(colour(colours.package));
        painter.drawRect(flag.text);
        painter.setPen(colour(colours.text));
        painter.drawText(flag.text, Qt::AlignCenter, line_->tags[static_cast<std::size_t>(flag.tag)].name);
    }
}

// Over the bars; those that would hide each other as one.
void CommitStrip::paintRegressions(QPainter& painter, const StripGeometry& geometry, const Rows& rows) const {
    const double side = rows.dates.height() * 0.6;
    double free = rows.bars.left() - side;
    for (const auto& [place, words] : regressions_) {
        const double x = geometry.xOf(place);
        if (x < std::max(free, rows.bars.left()) || x > rows.bars.right())
            continue;
        paintTrendSign(painter, QRectF(x - side / 2, rows.bars.bottom() - side, side, side),
                       TrendSign::Regression, mapColours(palette()));
        free = x + side / 2;
    }
}

void CommitStrip::paintDates(QPainter& painter, const StripGeometry& geometry, const Rows& rows) const {
    const graph::Palette& colours = mapColours(palette());
    QFont small(font());
    small.setPointSizeF(std::max(6.0, font().pointSizeF() * 0.88));
    const QFontMetricsF metrics(small);
    painter.setFont(small);
    for (const StripGeometry::Tick& tick : geometry.ticks(metrics.averageCharWidth() * 14)) {
        painter.setPen(QPen(colour(colours.outline, 140), 1));
        painter.drawLine(QPointF(std::round(tick.x) + 0.5, rows.bars.bottom()),
                         QPointF(std::round(tick.x) + 0.5, rows.dates.top() + 4));
        const double width = metrics.horizontalAdvance(tick.text);
        if (tick.x + 3 + width > rows.dates.right())
            continue;
        painter.setPen(colour(colours.faintText));
        painter.drawText(QRectF(tick.x + 3, rows.dates.top(), width + 2, rows.dates.height()),
                         Qt::AlignVCenter, tick.text);
    }
}

void CommitStrip::paintPresent(QPainter& painter, const Rows& rows) const {
    if (rows.present.isEmpty())
        return;
    const graph::Palette& colours = mapColours(palette());
    painter.setPen(QPen(colour(colours.outline), 1));
    painter.setBrush(colour(colours.module));
    painter.drawRoundedRect(rows.present, 3, 3);
    painter.setFont(font());
    painter.setPen(colour(colours.text));
    painter.drawText(rows.present, Qt::AlignCenter, tr("now"));
}

// What is pointed at, what is compared with, what is shown, and above all the cursor.
void CommitStrip::paintMarkers(QPainter& painter, const StripGeometry& geometry, const Rows& rows) const {
    const graph::Palette& colours = mapColours(palette());
    const double top = rows.flags.top(), bottom = rows.dates.top() + 2;
    const auto pole = [&](int place, const QPen& pen) {
        const double x = geometry.xOf(place);
        if (x < rows.bars.left() - 1 || x > width())
            return -1.0;
        painter.setPen(pen);
        painter.drawLine(QPointF(x, top), QPointF(x, bottom));
        return x;
    };
    if (hoverX_ && !dragging_)
        pole(geometry.placeAt(*hoverX_), QPen(colour(colours.selection, 110), 1));
    if (const auto other = desk_->other()) {
        const double x = pole(*other, QPen(colour(colours.text), 1.5, Qt::DashLine));
        painter.setBrush(colour(colours.background));
        if (x >= 0) // a diamond, hollow
            painter.drawPolygon(QPolygonF({QPointF(x, bottom - 4), QPointF(x + 5, bottom + 1),
                                           QPointF(x, bottom + 6), QPointF(x - 5, bottom + 1)}));
    }
    if (const int shown = desk_->shownPlace(); shown >= 0 && shown != desk_->cursor())
        pole(shown, QPen(colour(colours.selection), 1.5, Qt::DotLine));
    if (desk_->cursor() < 0)
        return;
    const double x = pole(desk_->cursor(), QPen(colour(colours.selection), 2));
    painter.setBrush(colour(colours.selection));
    if (x >= 0) // a grip
        painter.drawPolygon(
            QPolygonF({QPointF(x - 5, bottom + 6), QPointF(x + 5, bottom + 6), QPointF(x + 5, bottom - 1),
                       QPointF(x, bottom - 6), QPointF(x - 5, bottom - 1)}));
}

void CommitStrip::mousePressEvent(QMouseEvent* event) {
    if (!line_ || event->button() != Qt::LeftButton)
        return QWidget::mousePressEvent(event);
    QToolTip::hideText();
    const int place = geometryNow().placeAt(event->position().x());
    if (event->modifiers().testFlag(Qt::ShiftModifier))
        return desk_->setOther(place);
    dragging_ = true;
    emit scrubbingChanged();
    desk_->moveCursor(place);
}

void CommitStrip::mouseMoveEvent(QMouseEvent* event) {
    hoverX_ = event->position().x();
    if (dragging_)
        desk_->moveCursor(geometryNow().placeAt(*hoverX_));
    update();
}

void CommitStrip::mouseReleaseEvent(QMouseEvent* event) {
    if (dragging_ && event->button() == Qt::LeftButton)
        stopScrubbing(true);
}

// Opens what the cursor is at, or goes back to what is shown.
void CommitStrip::stopScrubbing(bool open) {
    dragging_ = false;
    if (open) {
        desk_->openCursor();
    } else {
        emit abandoned();
        desk_->moveCursor(desk_->shownPlace());
    }
    emit scrubbingChanged();
    update();
}

void CommitStrip::look(int place) {
    desk_->moveCursor(place);
    emit looked();
}

void CommitStrip::wheelEvent(QWheelEvent* event) {
    if (!line_)
        return;
    constexpr double kPerStep = 1.2;
    const QPoint turned = event->angleDelta();
    const double steps = (turned.y() != 0 ? turned.y() : turned.x()) / 120.0;
    if (event->modifiers().testFlag(Qt::ShiftModifier) || turned.y() == 0) {
        const double by = -steps * range_.length() * 0.1;
        setRange({range_.from + by, range_.to + by});
    } else { // the time under the pointer stays there
        const double at = geometryNow().timeAt(event->position().x()), factor = std::pow(kPerStep, -steps);
        setRange({at - (at - range_.from) * factor, at + (range_.to - at) * factor});
    }
    event->accept();
}

void CommitStrip::keyPressEvent(QKeyEvent* event) {
    if (!line_)
        return QWidget::keyPressEvent(event);
    const bool byTag = event->modifiers().testFlag(Qt::ControlModifier);
    const int cursor = desk_->cursor();
    switch (event->key()) {
    case Qt::Key_Left:
        return look(byTag ? line_->nextTag(cursor, -1) : std::max(0, cursor - 1));
    case Qt::Key_Right:
        return look(byTag ? line_->nextTag(cursor, 1) : cursor + 1);
    case Qt::Key_Home:
        return look(0);
    case Qt::Key_End:
        return look(desk_->lastPlace());
    case Qt::Key_Space:
        emit playWanted();
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (event->modifiers().testFlag(Qt::ShiftModifier))
            return desk_->setOther(cursor);
        return desk_->openCursor();
    case Qt::Key_Escape:
        if (dragging_ || cursor != desk_->shownPlace())
            return stopScrubbing(false);
        if (desk_->other())
            return desk_->setOther(std::nullopt);
        break;
    default:
        break;
    }
    QWidget::keyPressEvent(event);
}

void CommitStrip::leaveEvent(QEvent*) {
    hoverX_.reset();
    update();
}

void CommitStrip::contextMenuEvent(QContextMenuEvent* event) {
    if (!line_)
        return;
    if (event->reason() == QContextMenuEvent::Mouse)
        desk_->moveCursor(geometryNow().placeAt(event->pos().x()));
    emit menuWanted(event->globalPos());
}

bool CommitStrip::event(QEvent* event) {
    if (event->type() != QEvent::ToolTip || !line_)
        return QWidget::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    QToolTip::showText(help->globalPos(), card(geometryNow().placeAt(help->pos().x())), this);
    return true;
}

} // namespace espalier::ui
