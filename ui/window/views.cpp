#include "ui/window/views.h"

#include "ui/focus/focus_view.h"
#include "ui/map/map_view.h"
#include "ui/matrix/matrix_view.h"
#include "ui/path/path_view.h"
#include "ui/text.h"

namespace espalier::ui {

namespace {

constexpr std::array kKinds{ViewKind::Map, ViewKind::Matrix, ViewKind::Focus, ViewKind::Path};

// What a view shows first when one turns to it from another.
void startFromSelected(ViewState& state) {
    const Selected& selected = state.selected;
    if (state.kind == ViewKind::Focus && !selected.empty())
        state.centre = selected.module;
    if (state.kind != ViewKind::Path)
        return;
    if (state.pathFrom.empty())
        state.pathFrom = selected.module;
    if (state.pathTo.empty() && selected.isLine())
        state.pathTo = selected.target;
}

} // namespace

Views::Views(Selection* selection, MapView* map, QTabWidget* tabs)
    : QObject(tabs)
    , selection_(selection)
    , tabs_(tabs)
    , map_(map)
    , matrix_(new MatrixView(selection))
    , beside_(new MatrixView(selection, true))
    , mapTab_(new QSplitter(Qt::Horizontal))
    , focus_(new FocusView(selection))
    , path_(new PathView(selection))
    , focusHere_(new QAction(tr("&Look around the selected module"), this))
    , startHere_(new QAction(tr("Sta&rt a path here"), this))
    , endHere_(new QAction(tr("&End a path here"), this)) {
    mapTab_->addWidget(map_);
    mapTab_->addWidget(beside_);
    mapTab_->setChildrenCollapsible(false);
    mapTab_->setFocusProxy(map_);
    beside_->hide();
    tabs_->addTab(mapTab_, tr("Map"));
    tabs_->addTab(matrix_, tr("Matrix"));
    tabs_->addTab(focus_, tr("Focus"));
    tabs_->addTab(path_, tr("Path"));
    const std::array titles{tr("&Map"), tr("Ma&trix"), tr("&Focus"), tr("&Path")};
    for (std::size_t i = 0; i < show_.size(); ++i) {
        show_[i] = new QAction(titles[i], this);
        show_[i]->setShortcut(QKeySequence(Qt::ALT | static_cast<Qt::Key>(Qt::Key_1 + static_cast<int>(i))));
        connect(show_[i], &QAction::triggered, this, [this, i] {
            tabs_->setCurrentWidget(tab(kKinds[i]));
            tab(kKinds[i])->setFocus(); // also where it was in front already
        });
    }
    connect(focusHere_, &QAction::triggered, this, [this] {
        tabs_->setCurrentWidget(focus_);
        tabChosen(); // also where it is in front already
    });
    connect(startHere_, &QAction::triggered, path_, &PathView::startAtSelected);
    connect(endHere_, &QAction::triggered, path_, &PathView::endAtSelected);
    connect(tabs_, &QTabWidget::currentChanged, this, &Views::tabChosen);
    connect(selection_, &Selection::changed, this, [this](Changes what) {
        for (QAction* action : forSelected())
            action->setEnabled(!selection_->selected().empty());
        if (what.testFlag(Change::Kind)) {
            bring(selection_->state().kind);
            showBeside();
        }
    });
    for (MapView* picture : {map_, &focus_->picture(), &path_->picture()})
        connect(picture, &MapView::menuWanted, this, &Views::menuWanted);
    for (MapView* picture : {&focus_->picture(), &path_->picture()}) {
        connect(picture, &MapView::evidenceWanted, this, &Views::evidenceWanted);
        connect(picture, &MapView::sceneShown, this, &Views::shown);
    }
    for (MatrixView* matrix : {matrix_, beside_}) {
        connect(matrix, &MatrixView::menuWanted, this, &Views::menuWanted);
        connect(matrix, &MatrixView::sceneShown, this, &Views::shown);
        connect(matrix, &MatrixView::evidenceWanted, this, &Views::evidenceWanted);
        connect(matrix, &MatrixView::sourceWanted, this, &Views::sourceWanted);
    }
    connect(beside_, &MatrixView::nothingWanted, this, &Views::everythingWanted);
    connect(focus_, &FocusView::sourceWanted, this, &Views::sourceWanted);
    connect(&path_->picture(), &MapView::sourceWanted, this, &Views::sourceWanted);
    connect(path_, &PathView::placeActivated, this, &Views::placeActivated);
}

void Views::setSnapshot(const graph::SnapshotPtr& snapshot) {
    matrix_->setSnapshot(snapshot);
    beside_->setSnapshot(snapshot);
    focus_->setSnapshot(snapshot);
    path_->setSnapshot(snapshot);
}

QWidget* Views::tab(ViewKind kind) const {
    switch (kind) {
    case ViewKind::Map:
        return mapTab_;
    case ViewKind::Matrix:
        return matrix_;
    case ViewKind::Focus:
        return focus_;
    case ViewKind::Path:
        return path_;
    }
    return mapTab_;
}

// Both get the same room when the matrix comes.
void Views::showBeside() {
    const bool wanted = selection_->state().beside;
    if (beside_->isVisibleTo(mapTab_) == wanted)
        return;
    beside_->setVisible(wanted);
    if (wanted)
        mapTab_->setSizes({1000, 1000});
}

void Views::setMarks(const CycleMarks& marks) {
    map_->setMarks(marks);
    matrix_->grid().setMarks(marks);
    beside_->grid().setMarks(marks);
}

MapView& Views::picture() const {
    return tabs_->currentWidget() == focus_  ? focus_->picture()
           : tabs_->currentWidget() == path_ ? path_->picture()
                                             : *map_;
}

std::vector<graph::EdgeId> Views::edgesBetween(graph::ModuleId from, graph::ModuleId to) const {
    return selection_->state().kind == ViewKind::Matrix ? matrix_->edgesBetween(from, to)
                                                        : picture().edgesBetween(from, to);
}

void Views::zoomBy(double factor) {
    if (tabs_->currentWidget() == matrix_)
        matrix_->grid().zoomBy(factor);
    else
        picture().zoomBy(factor);
}

void Views::tabChosen() {
    for (const ViewKind kind : kKinds) {
        if (tabs_->currentWidget() != tab(kind))
            continue;
        ViewState state = selection_->state();
        state.kind = kind;
        startFromSelected(state);
        if (state != selection_->state())
            selection_->set(std::move(state));
        tab(kind)->setFocus();
    }
}

void Views::bring(ViewKind kind) {
    if (tabs_->currentWidget() == tab(kind))
        return;
    const QSignalBlocker quiet(tabs_); // the kind is what it is
    tabs_->setCurrentWidget(tab(kind));
}

void Views::bringBack() {
    bring(selection_->state().kind);
}

} // namespace espalier::ui
