// The map under wheel and keyboard.
#include "ui/map/map_view.h"
#include "ui/map/paint_box.h"
#include "ui/map/words.h"
#include "ui/text.h"

#include <QGestureEvent>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QNativeGestureEvent>
#include <QToolTip>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>

namespace espalier::ui {

namespace {

constexpr double kLineReachPx = 5, kWheelZoomPerDegree = 1.01;

// How far `to` lies from `from` in a direction, with steps aside counted double; infinite for what lies
// behind.
double distanceTowards(QPointF from, QPointF to, Qt::Key direction) {
    const QPointF d = to - from;
    double along = 0, aside = 0;
    switch (direction) {
    case Qt::Key_Left:
        along = -d.x(), aside = d.y();
        break;
    case Qt::Key_Right:
        along = d.x(), aside = d.y();
        break;
    case Qt::Key_Up:
        along = -d.y(), aside = d.x();
        break;
    default:
        along = d.y(), aside = d.x();
    }
    return along <= 1 ? std::numeric_limits<double>::infinity() : along + 2 * std::abs(aside);
}

} // namespace

int MapView::boxUnder(QPointF point) const {
    return scene() && !minimapPlace().contains(point) ? frame_.boxAt(camera_.toPicture(point)) : -1;
}

// Lines run above open packages and below the other boxes; flows of the overview above all.
int MapView::lineUnder(QPointF point) const {
    const int box = boxUnder(point);
    if (!scene() || minimapPlace().contains(point) ||
        (box >= 0 && !scene()->box(box).container && !scene()->isOverview()))
        return -1;
    return frame_.lineAt(camera_.toPicture(point), kLineReachPx / camera_.zoom, camera_.zoom);
}

void MapView::pointAt(QPointF point) {
    const int line = lineUnder(point), box = line >= 0 ? -1 : boxUnder(point);
    if (line == emphasis_.hoverLine && box == emphasis_.hoverBox)
        return;
    emphasis_.hoverLine = line;
    emphasis_.hoverBox = box;
    setCursor(line >= 0 || box >= 0 ? Qt::PointingHandCursor : Qt::ArrowCursor);
    update();
    if (line >= 0)
        emit linePointedAt(line);
}

void MapView::choose(int box, int line) {
    Selected selected;
    if (line >= 0) {
        const graph::Line& l = scene()->drawing.lines[static_cast<std::size_t>(line)];
        selected = {scene()->nameOf(l.from), scene()->nameOf(l.to), false};
        if (selected.module.empty() || selected.target.empty())
            return; // one end is "+37 more"
    } else if (box >= 0) {
        if (!scene()->box(box).module.valid() && !scene()->box(box).container) {
            emit restClicked(toQt(scene()->key(box)));
            return;
        }
        selected.module = scene()->nameOf(box);
    }
    selection_->setSelected(std::move(selected));
}

void MapView::setOpen(int box, bool open, std::optional<QPointF> mouse) {
    if (box < 0 || !scene()->canFold(box))
        return;
    if (scene()->isOverview())
        return dive(box);
    if (scene()->box(box).container == open)
        return;
    const QRectF rect = frame_.rect(box);
    const QPointF at = mouse.value_or(camera_.toWidget(rect.topLeft() + QPointF(8, 8)));
    anchor_ = Anchor{scene()->key(box), camera_.toPicture(at) - rect.topLeft(), at};
    fitted_ = false;
    ViewState state = selection_->state();
    if (open)
        state.view.open.insert(scene()->nameOf(box));
    else
        state.view.open.erase(scene()->nameOf(box));
    state.selected = {scene()->nameOf(box), {}, false};
    selection_->set(std::move(state));
}

// From the overview to the layered map of one of its packages. goOut() leads back.
void MapView::dive(int box) {
    ViewState state = selection_->state();
    divedFrom_ = state.view;
    state.view.arrangement = graph::Arrangement::Layered;
    state.view.below = scene()->nameOf(box);
    for (auto m = scene()->box(box).module; m.valid(); m = (*scene()->snapshot)[m].parent)
        state.view.open.insert((*scene()->snapshot)[m].name);
    state.selected = {};
    selection_->set(std::move(state));
    fit();
}

void MapView::goOut() {
    ViewState state = selection_->state();
    if (!divedFrom_ || state.view.below.empty())
        return emit everythingWanted();
    state.selected = {state.view.below, {}, false};
    keepWork(state.view, *divedFrom_);
    state.view = *std::exchange(divedFrom_, std::nullopt);
    selection_->set(std::move(state));
    fit();
}

void MapView::setOverview(bool on) {
    graph::ViewSpec view = selection_->view();
    view.arrangement = on ? graph::Arrangement::Overview : graph::Arrangement::Layered;
    if (view == selection_->view())
        return;
    divedFrom_.reset();
    if (on)
        view.below.clear();
    selection_->setView(std::move(view));
    fit();
}

void MapView::toggle(int box) {
    setOpen(box, !scene()->box(box).container, std::nullopt);
}

void MapView::expandSelected() {
    if (scene())
        setOpen(emphasis_.box, true, std::nullopt);
}

void MapView::collapseSelected() {
    if (!scene() || emphasis_.box < 0)
        return;
    const graph::Box& box = scene()->box(emphasis_.box);
    setOpen(box.container ? emphasis_.box : box.parent, false, std::nullopt);
}

void MapView::wheelEvent(QWheelEvent* event) {
    Camera c = camera_;
    if (event->modifiers().testFlag(Qt::ControlModifier)) {
        c.zoomAt(event->position(), std::pow(kWheelZoomPerDegree, event->angleDelta().y() / 8.0 * 1.5));
    } else {
        QPointF by =
            event->pixelDelta().isNull() ? QPointF(event->angleDelta()) / 2 : QPointF(event->pixelDelta());
        if (event->modifiers().testFlag(Qt::ShiftModifier))
            by = by.transposed();
        c.offset += by;
    }
    fitted_ = false;
    setCamera(c);
    pointAt(event->position());
    event->accept();
}

void MapView::mouseDoubleClickEvent(QMouseEvent* event) {
    if (!scene() || event->button() != Qt::LeftButton)
        return;
    if (minimapPlace().contains(event->position()))
        return mousePressEvent(event); // two clicks, quick after each other
    if (lineUnder(event->position()) >= 0) {
        emit evidenceWanted();
        return;
    }
    const int box = boxUnder(event->position());
    if (box < 0)
        return fit();
    if (scene()->canFold(box))
        setOpen(box, !scene()->box(box).container, event->position());
    else if (scene()->box(box).module.valid())
        emit sourceWanted(scene()->nameOf(box));
}

// Along a line to the nearest box in a direction, else to the nearest box there that is not a package around
// the selected one, nor inside it.
void MapView::step(Qt::Key direction) {
    if (emphasis_.box < 0) {
        const auto first = std::ranges::find_if(scene()->drawing.boxes,
                                                [](const graph::Box& box) { return box.module.valid(); });
        if (first != scene()->drawing.boxes.end())
            choose(static_cast<int>(first - scene()->drawing.boxes.begin()), -1);
        return;
    }
    std::vector<bool> joined(scene()->drawing.boxes.size(), false);
    for (const graph::Line& line : scene()->drawing.lines) {
        if (scene()->boxWithin(line.from, emphasis_.box))
            joined[static_cast<std::size_t>(line.to)] = true;
        if (scene()->boxWithin(line.to, emphasis_.box))
            joined[static_cast<std::size_t>(line.from)] = true;
    }
    const QPointF from = frame_.rect(emphasis_.box).center();
    constexpr double kUnjoined = 1e9; // farther than any joined box
    int best = -1;
    double bestDistance = std::numeric_limits<double>::infinity();
    for (int i = 0; i < frame_.boxCount(); ++i) {
        if (!scene()->box(i).module.valid() || scene()->boxWithin(i, emphasis_.box) ||
            scene()->boxWithin(emphasis_.box, i))
            continue;
        const double d = distanceTowards(from, frame_.rect(i).center(), direction) +
                         (joined[static_cast<std::size_t>(i)] ? 0 : kUnjoined);
        if (d < bestDistance) {
            bestDistance = d;
            best = i;
        }
    }
    if (best >= 0)
        choose(best, -1);
}

// The lines of a selected box one after the other, those with the most statements first. A selected line is
// one of the box that was selected before.
void MapView::stepLines(int by) {
    if (emphasis_.line < 0)
        linesOf_ = selection_->selected().module;
    const auto module = scene()->snapshot->find(linesOf_);
    const int box = module ? scene()->boxShowing(*module) : -1;
    if (box < 0)
        return;
    std::vector<int> lines;
    for (int i = 0; i < frame_.lineCount(); ++i) {
        const graph::Line& line = scene()->drawing.lines[static_cast<std::size_t>(i)];
        if (scene()->boxWithin(line.from, box) != scene()->boxWithin(line.to, box))
            lines.push_back(i);
    }
    std::ranges::stable_sort(lines, std::greater(), [&](int i) {
        return scene()->drawing.lines[static_cast<std::size_t>(i)].statements;
    });
    if (lines.empty())
        return;
    const auto now = std::ranges::find(lines, emphasis_.line);
    const auto count = static_cast<int>(lines.size());
    const int next = now == lines.end() ? (by > 0 ? 0 : count - 1)
                                        : (static_cast<int>(now - lines.begin()) + by + count) % count;
    choose(-1, lines[static_cast<std::size_t>(next)]);
}

void MapView::keyPressEvent(QKeyEvent* event) {
    if (!scene())
        return QWidget::keyPressEvent(event);
    const auto key = static_cast<Qt::Key>(event->key());
    switch (key) {
    case Qt::Key_Left:
    case Qt::Key_Right:
    case Qt::Key_Up:
    case Qt::Key_Down:
        return key == Qt::Key_Up && event->modifiers().testFlag(Qt::AltModifier) ? goOut() : step(key);
    case Qt::Key_L:
        return stepLines(event->modifiers().testFlag(Qt::ShiftModifier) ? -1 : 1);
    case Qt::Key_Escape: // first out of the selection, then out of what is shown alone
        if (selection_->selected().empty())
            goOut();
        else
            selection_->setSelected({});
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (emphasis_.line >= 0)
            emit evidenceWanted();
        else if (emphasis_.box >= 0 && scene()->canFold(emphasis_.box))
            toggle(emphasis_.box);
        else if (emphasis_.box >= 0 && scene()->box(emphasis_.box).module.valid())
            emit sourceWanted(scene()->nameOf(emphasis_.box));
        return;
    default:
        QWidget::keyPressEvent(event);
    }
}

void MapView::contextMenuEvent(QContextMenuEvent* event) {
    if (event->reason() != QContextMenuEvent::Mouse) {
        const QRectF box = emphasis_.box >= 0 ? placeOfBox(emphasis_.box) : QRectF(rect());
        return emit menuWanted(mapToGlobal((box & QRectF(rect())).center().toPoint()));
    }
    const int line = scene() ? lineUnder(event->pos()) : -1;
    int box = scene() && line < 0 ? boxUnder(event->pos()) : -1;
    if (box >= 0 && scene()->nameOf(box).empty()) // "+37 more" is not asked for more
        box = -1;
    const std::vector<std::string> selected = selection_->selected().modules();
    if (box < 0 || std::ranges::count(selected, scene()->nameOf(box)) == 0) // several stay together
        choose(box, line);
    emit menuWanted(event->globalPos());
}

void MapView::leaveEvent(QEvent*) {
    emphasis_.hoverBox = emphasis_.hoverLine = -1;
    update();
}

// Two fingers on a touch pad or a screen.
bool MapView::pinch(QEvent* event) {
    const auto zoomAt = [this](QPointF point, double factor) {
        Camera c = camera_;
        c.zoomAt(point, factor);
        fitted_ = false;
        setCamera(c);
        return true;
    };
    if (event->type() == QEvent::NativeGesture) {
        const auto* native = static_cast<QNativeGestureEvent*>(event);
        return native->gestureType() == Qt::ZoomNativeGesture &&
               zoomAt(native->position(), 1 + native->value());
    }
    if (event->type() != QEvent::Gesture)
        return false;
    const auto* gesture = static_cast<QGestureEvent*>(event)->gesture(Qt::PinchGesture);
    if (gesture == nullptr)
        return false;
    const auto* pinch = static_cast<const QPinchGesture*>(gesture);
    return zoomAt(mapFromGlobal(pinch->centerPoint()), pinch->scaleFactor());
}

bool MapView::event(QEvent* event) {
    if (pinch(event))
        return true;
    if (event->type() != QEvent::ToolTip || !scene())
        return QWidget::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    const int line = lineUnder(help->pos()), box = line >= 0 ? -1 : boxUnder(help->pos());
    if (line >= 0 || box >= 0)
        QToolTip::showText(help->globalPos(),
                           asCard(line >= 0 ? describeLine(*scene(), line) : describeBox(*scene(), box)),
                           this);
    else
        QToolTip::hideText();
    return true;
}

} // namespace espalier::ui
