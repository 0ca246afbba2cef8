#include "ui/matrix/matrix_grid.h"

#include "ui/theme.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>
#include <QToolTip>
#include <QWheelEvent>

#include <cmath>

namespace espalier::ui {

namespace {

constexpr int kLeastHeader = 150, kNumbersHeader = 44;
constexpr int kColumnHeader = 130, kMostColumnHeader = 220, kColumnPad = 12;
constexpr double kHeaderShare = 0.35; // of the width, at most
constexpr int kRowSigns = 70;         // room for fold sign, loop and number

} // namespace

MatrixGrid::MatrixGrid(QWidget* parent)
    : QAbstractScrollArea(parent) {
    setFocusPolicy(Qt::StrongFocus);
    setFrameShape(QFrame::NoFrame);
    viewport()->setMouseTracking(true);
    viewport()->setAttribute(Qt::WA_OpaquePaintEvent);
    setAccessibleName(tr("Matrix of imports"));
}

MapLook MatrixGrid::look() const {
    return {mapColours(palette()), font()};
}

void MatrixGrid::setScene(MatrixScenePtr scene) {
    const int anchor = emphasis_.row >= 0 ? emphasis_.row : geometry_.seenRows().first;
    std::optional<std::pair<std::string, int>> kept; // a thing, and its height on the screen
    if (scene_ && anchor < scene_->rowCount())
        kept = {scene_->nameOf(anchor), geometry_.y(anchor)};
    scene_ = std::move(scene);
    emphasis_ = {};
    findMarks();
    geometry_.rows = scene_->rowCount();
    measureNames();
    measure();
    updateScrollBars();
    const int row = kept ? scene_->rowShowing(kept->first) : -1;
    if (row >= 0 && kept->second >= geometry_.headerHeight && kept->second < geometry_.widget.height())
        verticalScrollBar()->setValue(verticalScrollBar()->value() + geometry_.y(row) - kept->second);
    viewport()->update();
}

void MatrixGrid::setMarks(CycleMarks marks) {
    marks_ = std::move(marks);
    findMarks();
    viewport()->update();
}

void MatrixGrid::findMarks() {
    const auto cells = [this](const std::vector<NamedEdge>& edges) {
        std::vector<std::pair<int, int>> out;
        for (const auto& [from, to] : edges) {
            const int row = scene_ ? scene_->rowShowing(to) : -1,
                      column = scene_ ? scene_->rowShowing(from) : -1;
            if (row >= 0 && column >= 0 && row != column)
                out.emplace_back(row, column);
        }
        std::ranges::sort(out);
        out.erase(std::unique(out.begin(), out.end()), out.end());
        return out;
    };
    emphasis_.cycle = cells(marks_.cycle);
    emphasis_.cuts = cells(marks_.cuts);
    emphasis_.edges = cells(marks_.edges);
}

void MatrixGrid::measureNames() {
    QFont bold(font());
    bold.setPixelSize(13);
    bold.setBold(true);
    const QFontMetrics metrics(bold);
    widestName_ = 0;
    for (int i = 0; i < scene_->rowCount(); ++i)
        if (const QString& label = scene_->labels[static_cast<std::size_t>(i)];
            label.size() * metrics.averageCharWidth() > widestName_ / 2) // measuring takes time
            widestName_ = std::max(widestName_, metrics.horizontalAdvance(label) + 12 * scene_->row(i).depth);
}

// Headers are as wide as their names need.
void MatrixGrid::measure() {
    geometry_.widget = viewport()->size();
    geometry_.headerWidth = std::min(std::max(kLeastHeader, widestName_ + kRowSigns),
                                     static_cast<int>(geometry_.widget.width() * kHeaderShare));
    const int names = std::clamp(widestName_ + kColumnPad, kColumnHeader, kMostColumnHeader);
    geometry_.headerHeight = geometry_.cell >= MatrixGeometry::kNamesFrom ? names : kNumbersHeader;
}

void MatrixGrid::updateScrollBars() {
    const QSize most = geometry_.most();
    const QRect grid = geometry_.grid();
    horizontalScrollBar()->setRange(0, most.width());
    horizontalScrollBar()->setPageStep(grid.width());
    horizontalScrollBar()->setSingleStep(geometry_.cell);
    verticalScrollBar()->setRange(0, most.height());
    verticalScrollBar()->setPageStep(grid.height());
    verticalScrollBar()->setSingleStep(geometry_.cell);
    geometry_.scroll = {horizontalScrollBar()->value(), verticalScrollBar()->value()};
}

void MatrixGrid::setCurrent(int row, int column, bool bringIntoView) {
    emphasis_.row = row;
    emphasis_.column = column;
    if (bringIntoView)
        keepInView();
    describeCurrent();
    viewport()->update();
}

void MatrixGrid::keepInView() {
    if (emphasis_.row < 0)
        return;
    const auto into = [this](QScrollBar* bar, int index, int room) {
        const int from = index * geometry_.cell, value = bar->value();
        if (from < value)
            bar->setValue(from);
        else if (from + geometry_.cell > value + room)
            bar->setValue(from + geometry_.cell - room);
    };
    into(verticalScrollBar(), emphasis_.row, geometry_.grid().height());
    into(horizontalScrollBar(), emphasis_.column < 0 ? emphasis_.row : emphasis_.column,
         geometry_.grid().width());
}

void MatrixGrid::describeCurrent() {
    setAccessibleDescription(!scene_ || emphasis_.row < 0 ? tr("Nothing selected")
                             : emphasis_.column < 0       ? scene_->describeRow(emphasis_.row)
                                                    : scene_->describeCell(emphasis_.row, emphasis_.column));
}

void MatrixGrid::zoomBy(double factor) {
    const int cell = static_cast<int>(std::lround(geometry_.cell * factor));
    zoomAt(geometry_.grid().center(), cell == geometry_.cell ? cell + (factor > 1 ? 1 : -1) : cell);
}

// What is under the point stays there.
void MatrixGrid::zoomAt(QPoint point, int cell) {
    cell = std::clamp(cell, MatrixGeometry::kLeastCell, MatrixGeometry::kMostCell);
    const QPointF at = QPointF(point - geometry_.grid().topLeft() + geometry_.scroll) / geometry_.cell;
    geometry_.cell = cell;
    measure();
    updateScrollBars();
    const QPointF to = at * cell - QPointF(point - geometry_.grid().topLeft());
    horizontalScrollBar()->setValue(static_cast<int>(to.x()));
    verticalScrollBar()->setValue(static_cast<int>(to.y()));
    viewport()->update();
}

void MatrixGrid::paintEvent(QPaintEvent*) {
    QPainter painter(viewport());
    const MapLook look = this->look();
    painter.fillRect(viewport()->rect(), colour(look.colours.background));
    if (scene_ && scene_->rowCount() > 0) {
        paintMatrix(painter, *scene_, geometry_, emphasis_, look);
        return;
    }
    painter.setPen(colour(look.colours.faintText));
    if (scene_)
        painter.drawText(
            viewport()->rect(), Qt::AlignCenter | Qt::TextWordWrap,
            tr("Nothing to show.\nThe filters hide everything, or the project holds no Python modules."));
}

void MatrixGrid::resizeEvent(QResizeEvent*) {
    measure();
    updateScrollBars();
}

void MatrixGrid::scrollContentsBy(int, int) {
    geometry_.scroll = {horizontalScrollBar()->value(), verticalScrollBar()->value()};
    viewport()->update();
}

void MatrixGrid::wheelEvent(QWheelEvent* event) {
    if (!event->modifiers().testFlag(Qt::ControlModifier))
        return QAbstractScrollArea::wheelEvent(event);
    const int steps = event->angleDelta().y() > 0 ? 1 : -1;
    zoomAt(event->position().toPoint(), geometry_.cell + steps * std::max(1, geometry_.cell / 8));
    event->accept();
}

MatrixGrid::Place MatrixGrid::placeAt(QPoint point) const {
    return scene_ ? Place{geometry_.rowAt(point.y()), geometry_.columnAt(point.x())} : Place{};
}

void MatrixGrid::hover(Place place) {
    if (place.row == emphasis_.hoverRow && place.column == emphasis_.hoverColumn)
        return;
    emphasis_.hoverRow = place.row;
    emphasis_.hoverColumn = place.column;
    viewport()->update();
}

// An empty cell is nothing to select, but the keyboard goes on from there.
void MatrixGrid::choose(Place place) {
    if (place.row < 0 || place.column < 0)
        emit chosen(std::max(place.row, place.column), -1);
    else if (place.row == place.column)
        emit chosen(place.row, -1);
    else if (scene_->cell(place.row, place.column))
        emit chosen(place.row, place.column);
    else
        setCurrent(place.row, place.column, false);
}

void MatrixGrid::mousePressEvent(QMouseEvent* event) {
    const QPoint point = event->position().toPoint();
    const Place place = placeAt(point);
    if (!scene_ || event->button() != Qt::LeftButton)
        return;
    if (place.row >= 0 && place.column < 0 && scene_->row(place.row).expandable &&
        foldPlace(geometry_, scene_->row(place.row), place.row).contains(point))
        emit foldWanted(place.row, !scene_->row(place.row).open);
    else
        choose(place);
}

void MatrixGrid::mouseMoveEvent(QMouseEvent* event) {
    hover(placeAt(event->position().toPoint()));
}

void MatrixGrid::mouseDoubleClickEvent(QMouseEvent* event) {
    const Place place = placeAt(event->position().toPoint());
    if (!scene_ || event->button() != Qt::LeftButton)
        return;
    if (place.row >= 0 && place.column >= 0 && place.row != place.column) {
        if (scene_->cell(place.row, place.column))
            emit activated(place.row, place.column);
    } else if (const int row = std::max(place.row, place.column); row >= 0) {
        emit activated(row, -1);
    }
}

void MatrixGrid::contextMenuEvent(QContextMenuEvent* event) {
    if (event->reason() == QContextMenuEvent::Mouse && scene_) {
        Place place = placeAt(event->pos());
        if (place.row >= 0 && place.column >= 0 && !scene_->cell(place.row, place.column))
            place.column = -1; // nothing to say of an empty cell: for its row
        choose(place);
    }
    emit menuWanted(event->globalPos());
}

// The next filled cell, the thing itself before the first, or where it was.
int MatrixGrid::nextInRow(int step) const {
    int best = step < 0 ? -1 : emphasis_.column;
    for (const graph::MatrixCell& cell : scene_->matrix.cellsOf(static_cast<std::size_t>(emphasis_.row))) {
        const int column = static_cast<int>(cell.column);
        if (step > 0 && column > emphasis_.column)
            return column;
        if (step < 0 && column < emphasis_.column)
            best = column;
    }
    return best;
}

int MatrixGrid::nextInColumn(int step) const {
    int best = emphasis_.row;
    for (const std::uint32_t r : scene_->columns[static_cast<std::size_t>(emphasis_.column)]) {
        const int row = static_cast<int>(r);
        if (step > 0 && row > emphasis_.row)
            return row;
        if (step < 0 && row < emphasis_.row)
            best = row;
    }
    return best;
}

void MatrixGrid::moveCurrent(Qt::Key key) {
    int row = emphasis_.row, column = emphasis_.column;
    if (row < 0) {
        row = 0;
    } else if (key == Qt::Key_Left || key == Qt::Key_Right) {
        column = nextInRow(key == Qt::Key_Left ? -1 : 1);
    } else {
        const int step = key == Qt::Key_Up ? -1 : 1;
        row = column < 0 ? std::clamp(row + step, 0, geometry_.rows - 1) : nextInColumn(step);
    }
    setCurrent(row, column, true);
    choose({row, column});
}

void MatrixGrid::keyPressEvent(QKeyEvent* event) {
    if (!scene_ || geometry_.rows == 0)
        return QAbstractScrollArea::keyPressEvent(event);
    const int row = emphasis_.row;
    switch (const auto key = static_cast<Qt::Key>(event->key())) {
    case Qt::Key_Left:
    case Qt::Key_Right:
    case Qt::Key_Up:
    case Qt::Key_Down:
        return moveCurrent(key);
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        if (row >= 0 && scene_->row(row).expandable)
            emit foldWanted(row, true);
        return;
    case Qt::Key_Minus:
        if (row >= 0)
            emit foldWanted(scene_->row(row).open ? row : scene_->row(row).parent, false);
        return;
    case Qt::Key_Asterisk:
        emit unfoldAllWanted(row);
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (row >= 0)
            emit activated(row, emphasis_.column);
        return;
    case Qt::Key_Escape:
        emit chosen(-1, -1);
        return;
    default:
        QAbstractScrollArea::keyPressEvent(event);
    }
}

bool MatrixGrid::viewportEvent(QEvent* event) {
    if (event->type() == QEvent::Leave)
        hover({});
    if (event->type() != QEvent::ToolTip || !scene_)
        return QAbstractScrollArea::viewportEvent(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    const Place place = placeAt(help->pos());
    if (place.row >= 0 && place.column >= 0)
        QToolTip::showText(help->globalPos(), scene_->describeCell(place.row, place.column), viewport());
    else if (const int row = std::max(place.row, place.column); row >= 0)
        QToolTip::showText(help->globalPos(), scene_->describeRow(row), viewport());
    else
        QToolTip::hideText();
    return true;
}

} // namespace espalier::ui
