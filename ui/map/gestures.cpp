// The map under the mouse: a click selects, Ctrl+click adds; a drag of the background pans, with Shift it
// draws a rubber band; a drag of a box puts it elsewhere; in the minimap one drags what is seen.
#include "graph/export/style.h"
#include "ui/map/map_view.h"
#include "ui/map/paint_box.h"
#include "ui/theme.h"

#include <QApplication>
#include <QMouseEvent>

#include <algorithm>

namespace espalier::ui {

void MapView::mousePressEvent(QMouseEvent* event) {
    if (event->button() == Qt::BackButton)
        return selection_->back();
    if (event->button() == Qt::ForwardButton)
        return selection_->forward();
    if (event->button() != Qt::LeftButton && event->button() != Qt::MiddleButton)
        return;
    gesture_ = Gesture{Drag::Waiting,   event->position(), event->position(), boxUnder(event->position()),
                       event->button(), event->modifiers()};
    if (minimapPlace().contains(event->position())) {
        gesture_->drag = Drag::Minimap;
        lookAt(event->position());
    }
}

QRectF MapView::minimapPlace() const {
    return minimapShown_ && scene() ? Minimap::place(*scene(), camera_, room(*scene())) : QRectF();
}

// What a point of the minimap shows comes to the middle.
void MapView::lookAt(QPointF minimapPoint) {
    const QRectF place = minimapPlace();
    if (place.isEmpty())
        return;
    const QPointF point = Minimap::pictureAt(*scene(), place, minimapPoint);
    fitted_ = false;
    setCamera({camera_.zoom, QPointF(width() / 2.0, height() / 2.0) - point * camera_.zoom});
}

MapView::Drag MapView::dragOf(const Gesture& gesture) const {
    if (gesture.button == Qt::MiddleButton)
        return Drag::Pan;
    if (gesture.keys.testFlag(Qt::ShiftModifier))
        return Drag::Band;
    // A package that is open is dragged by its title.
    const bool grasped =
        gesture.box >= 0 && scene() && scene()->canMove(gesture.box) &&
        (!scene()->box(gesture.box).container ||
         gesture.press.y() < placeOfBox(gesture.box).top() + graph::kContainerTitleHeight * camera_.zoom);
    return grasped ? Drag::Box : Drag::Pan;
}

void MapView::mouseMoveEvent(QMouseEvent* event) {
    if (!gesture_)
        return pointAt(event->position());
    QPointF step = event->position() - gesture_->at;
    gesture_->at = event->position();
    const QPointF moved = gesture_->at - gesture_->press;
    if (gesture_->drag == Drag::Waiting && moved.manhattanLength() >= QApplication::startDragDistance()) {
        gesture_->drag = dragOf(*gesture_);
        step = moved;
        setCursor(gesture_->drag == Drag::Band ? Qt::CrossCursor : Qt::ClosedHandCursor);
    }
    if (gesture_->drag == Drag::Pan) {
        fitted_ = false;
        setCamera({camera_.zoom, camera_.offset + step});
    } else if (gesture_->drag == Drag::Minimap) {
        lookAt(gesture_->at);
    } else {
        update();
    }
}

void MapView::mouseReleaseEvent(QMouseEvent* event) {
    if (!gesture_ || event->button() != gesture_->button)
        return;
    const Gesture gesture = *gesture_;
    const QPointF centre = draggedCentre();
    gesture_.reset();
    setCursor(Qt::ArrowCursor);
    update();
    if (!scene())
        return;
    if (gesture.drag == Drag::Box)
        putDown(gesture.box, centre);
    else if (gesture.drag == Drag::Band)
        selectWithin(QRectF(gesture.press, gesture.at).normalized());
    else if (gesture.drag == Drag::Waiting && gesture.button == Qt::LeftButton)
        click(gesture);
}

void MapView::click(const Gesture& gesture) {
    const int line = lineUnder(gesture.at), box = line >= 0 ? -1 : boxUnder(gesture.at);
    if (box >= 0 && gesture.keys.testFlag(Qt::ControlModifier))
        return addToSelected(box);
    if (box >= 0 && scene()->canFold(box) &&
        trianglePlace(placeOfBox(box), scene()->box(box), camera_.zoom).contains(gesture.at))
        return setOpen(box, !scene()->box(box).container, gesture.at);
    choose(box, line);
}

// Or takes it away, if it was selected.
void MapView::addToSelected(int box) {
    const std::string name = scene()->nameOf(box);
    if (name.empty())
        return;
    Selected next = selection_->selected();
    if (next.empty() || next.isLine()) {
        next = {name, {}, false};
    } else if (next.module == name) {
        next.module = next.others.empty() ? std::string() : *next.others.begin();
        next.others.erase(next.module);
    } else if (next.others.erase(name) == 0) {
        next.others.insert(name);
    }
    selection_->setSelected(std::move(next));
}

// Closed boxes that lie in it as a whole.
void MapView::selectWithin(const QRectF& widgetRect) {
    Selected next;
    std::set<std::string> others;
    for (int i = 0; i < frame_.boxCount(); ++i) {
        const std::string name = scene()->nameOf(i);
        if (scene()->box(i).container || name.empty() || !widgetRect.contains(placeOfBox(i)))
            continue;
        if (next.empty())
            next.module = name;
        else if (name != next.module)
            others.insert(name);
    }
    next.others = std::move(others);
    selection_->setSelected(std::move(next));
}

// A box does not leave the package that holds it to the left or upwards: what is around it would have to
// move.
QPointF MapView::draggedCentre() const {
    if (!gesture_ || gesture_->box < 0)
        return {};
    const QRectF rect = frame_.rect(gesture_->box);
    const int parent = scene()->box(gesture_->box).parent;
    QPointF least(graph::kContainerPadding, graph::kContainerPadding);
    if (parent >= 0)
        least =
            frame_.rect(parent).topLeft() + QPointF(graph::kContainerPadding, graph::kContainerTitleHeight);
    const QPointF centre = rect.center() + (gesture_->at - gesture_->press) / camera_.zoom;
    return {std::max(centre.x(), least.x() + rect.width() / 2),
            std::max(centre.y(), least.y() + rect.height() / 2)};
}

// It has another number there, or none: then it falls out of the hand.
void MapView::keepInHand(const Scene& next) {
    if (!gesture_ || gesture_->box < 0)
        return;
    gesture_->box = next.boxByKey(scene()->key(gesture_->box));
    if (gesture_->box >= 0 || gesture_->drag != Drag::Box)
        return;
    gesture_.reset();
    setCursor(Qt::ArrowCursor);
}

void MapView::putDown(int box, QPointF centre) {
    const int parent = scene()->box(box).parent;
    const QPointF within = parent >= 0 ? centre - frame_.rect(parent).topLeft() : centre;
    graph::ViewSpec view = selection_->view();
    view.moved[scene()->key(box)] = {within.x(), within.y()};
    fitted_ = false;
    selection_->setView(std::move(view));
}

void MapView::paintGesture(QPainter& painter, const MapLook& look) const {
    if (!gesture_ || (gesture_->drag != Drag::Box && gesture_->drag != Drag::Band))
        return;
    painter.setPen(QPen(colour(look.colours.selection), 1.5, Qt::DashLine));
    painter.setBrush(colour(look.colours.selection, 40));
    if (gesture_->drag == Drag::Band) {
        painter.drawRect(QRectF(gesture_->press, gesture_->at).normalized());
        return;
    }
    const QSizeF size = placeOfBox(gesture_->box).size();
    const QPointF centre = camera_.toWidget(draggedCentre());
    painter.drawRoundedRect(QRectF(centre - QPointF(size.width(), size.height()) / 2, size), 4, 4);
}

} // namespace espalier::ui
