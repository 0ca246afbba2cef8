#include "ui/symbols/symbol_picture.h"

#include "ui/text.h"
#include "ui/theme.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QToolTip>

#include <algorithm>

namespace espalier::ui {

namespace {

constexpr double kLeastZoom = 0.56; // names can be read
constexpr double kReach = 6;        // pixels around a line

} // namespace

SymbolPicture::SymbolPicture(QWidget* parent)
    : QWidget(parent) {
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Import paths"));
    show(nullptr);
}

void SymbolPicture::show(const graph::SymbolViewPtr& view) {
    auto scene = std::make_shared<Scene>();
    if (view) {
        scene->snapshot = view->snapshot;
        takeDrawing(*scene, view->picture);
    }
    frame_.show(std::move(scene));
    emphasis_ = {};
    QStringList lines;
    for (int i = 0; i < frame_.lineCount(); ++i)
        lines << lineWords(i);
    setAccessibleDescription(lines.join(QStringLiteral("; ")));
    setMinimumWidth(static_cast<int>(drawing().size.width * kLeastZoom));
    fit();
    update();
}

void SymbolPicture::choose(int box, int line) {
    emphasis_.box = box;
    emphasis_.line = line;
    emphasis_.related = relatedTo(*frame_.scene(), box, line);
    update();
}

void SymbolPicture::take(Target target) {
    choose(target.box, target.line);
    emit chosen(target.box, target.line);
}

QString SymbolPicture::nameOf(int box) const {
    const std::string module = frame_.scene()->nameOf(box);
    return toQt(module.empty() ? frame_.scene()->box(box).label : module);
}

QString SymbolPicture::lineWords(int line) const {
    const graph::Line& l = drawing().lines[static_cast<std::size_t>(line)];
    const QString ends = tr("%1 → %2").arg(nameOf(l.from), nameOf(l.to));
    if (l.statements == 0)
        return ends;
    return tr("%1: %2", "production → shop: 12 statements")
        .arg(ends,
             counted(l.statements, tr("1 statement"), tr("%1 statements", nullptr, plural(l.statements))));
}

QString SymbolPicture::boxWords(int box) const {
    const QString detail = toQt(frame_.scene()->box(box).detail);
    return detail.isEmpty() ? nameOf(box) : nameOf(box) + QStringLiteral(" – ") + detail;
}

void SymbolPicture::fit() {
    const graph::Size size = drawing().size;
    camera_.zoom = size.width > 0 ? std::clamp(width() / size.width, kLeastZoom, 1.0) : 1;
    camera_.offset = {std::max(0.0, (width() - size.width * camera_.zoom) / 2), 0};
    setMinimumHeight(static_cast<int>(size.height * camera_.zoom));
}

SymbolPicture::Target SymbolPicture::at(QPointF place) const {
    const QPointF point = camera_.toPicture(place);
    if (const int box = frame_.boxAt(point); box >= 0)
        return {box, -1};
    return {-1, frame_.lineAt(point, kReach / camera_.zoom, camera_.zoom)};
}

void SymbolPicture::hover(Target target) {
    if (target.box == emphasis_.hoverBox && target.line == emphasis_.hoverLine)
        return;
    emphasis_.hoverBox = target.box;
    emphasis_.hoverLine = target.line;
    setCursor(target.box >= 0 || target.line >= 0 ? Qt::PointingHandCursor : Qt::ArrowCursor);
    update();
}

bool SymbolPicture::event(QEvent* event) {
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    const Target target = at(help->pos());
    QToolTip::showText(help->globalPos(),
                       target.box >= 0    ? boxWords(target.box)
                       : target.line >= 0 ? lineWords(target.line)
                                          : QString(),
                       this);
    return true;
}

void SymbolPicture::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const MapLook look{mapColours(palette()), font()};
    paintMap(painter, frame_, camera_, camera_.zoom, rect(), emphasis_, look);
    paintEmphasis(painter, frame_, camera_, rect(), emphasis_, look);
    if (hasFocus()) {
        painter.setPen(QPen(colour(look.colours.selection), 1, Qt::DotLine));
        painter.drawRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5));
    }
}

void SymbolPicture::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    fit();
}

void SymbolPicture::mouseMoveEvent(QMouseEvent* event) {
    hover(at(event->position()));
}

void SymbolPicture::leaveEvent(QEvent*) {
    hover({});
}

void SymbolPicture::mousePressEvent(QMouseEvent* event) {
    if (event->button() == Qt::LeftButton)
        take(at(event->position()));
}

void SymbolPicture::keyPressEvent(QKeyEvent* event) {
    const int lines = frame_.lineCount();
    switch (event->key()) {
    case Qt::Key_Down:
    case Qt::Key_Up: {
        if (lines == 0)
            return;
        const int by = event->key() == Qt::Key_Down ? 1 : lines - 1;
        const int from = emphasis_.line < 0 && by == 1 ? lines - 1 : std::max(0, emphasis_.line);
        return take({-1, (from + by) % lines});
    }
    case Qt::Key_Escape:
        return take({});
    default:
        QWidget::keyPressEvent(event);
    }
}

} // namespace espalier::ui
