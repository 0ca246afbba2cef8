#include "ui/matrix/matrix_view.h"

#include "ui/text.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace espalier::ui {

namespace {

// One line of signs below the grid, in its colours.
class MatrixLegend : public QWidget {
public:
    explicit MatrixLegend(const MatrixGrid* grid)
        : grid_(grid) {
        setFixedHeight(fontMetrics().height() + 12);
        setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    }

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        paintMatrixLegend(painter, rect().adjusted(8, 0, -8, 0), grid_->look());
    }

private:
    const MatrixGrid* grid_;
};

} // namespace

MatrixView::MatrixView(Selection* selection, bool besideMap, QWidget* parent)
    : QWidget(parent)
    , selection_(selection)
    , besideMap_(besideMap)
    , building_(this)
    , order_(new QComboBox)
    , words_(new QLabel)
    , grid_(new MatrixGrid) {
    order_->addItems({tr("by level: users above what they use"), tr("by name"),
                      tr("by likeness: what has the same neighbours")});
    order_->setAccessibleName(tr("Order of rows and columns"));
    words_->setTextFormat(Qt::PlainText);
    words_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    auto* orderLabel = new QLabel(tr("&Order"));
    orderLabel->setBuddy(order_);
    auto* bar = new QHBoxLayout;
    bar->setContentsMargins(8, 4, 8, 4);
    bar->setSpacing(6);
    bar->addWidget(words_, 1);
    bar->addWidget(orderLabel);
    bar->addWidget(order_);
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(0);
    all->addLayout(bar);
    all->addWidget(grid_, 1);
    all->addWidget(new MatrixLegend(grid_));
    setFocusProxy(grid_);

    connect(order_, &QComboBox::activated, this, [this](int index) {
        ViewState state = selection_->state();
        state.order = static_cast<graph::MatrixOrder>(index);
        selection_->set(std::move(state));
    });
    connect(selection_, &Selection::changed, this, [this](Changes what) {
        if (what & (Change::View | Change::Kind))
            rebuild();
        if (what.testFlag(Change::Selected))
            showSelected(true);
    });
    connect(grid_, &MatrixGrid::chosen, this, &MatrixView::choose);
    connect(grid_, &MatrixGrid::foldWanted, this, &MatrixView::fold);
    connect(grid_, &MatrixGrid::unfoldAllWanted, this, &MatrixView::unfoldAll);
    connect(grid_, &MatrixGrid::activated, this, &MatrixView::activate);
    connect(grid_, &MatrixGrid::menuWanted, this, &MatrixView::menuWanted);
}

void MatrixView::setSnapshot(const graph::SnapshotPtr& snapshot) {
    snapshot_ = snapshot;
    rebuild();
}

bool MatrixView::isWanted(const ViewState& state) const {
    return besideMap_ ? state.kind == ViewKind::Map && state.beside : state.kind == ViewKind::Matrix;
}

void MatrixView::rebuild() {
    const ViewState& state = selection_->state();
    order_->setCurrentIndex(static_cast<int>(state.order));
    if (!snapshot_ || !isWanted(state))
        return;
    const MatrixScenePtr& shown = grid_->scene();
    if (shown && shown->snapshot == snapshot_ && shown->view == state.view && shown->order == state.order)
        return building_.cancel();
    building_.start([snapshot = snapshot_, view = state.view,
                     order = state.order] { return buildMatrixScene(snapshot, view, order); },
                    [this](MatrixScenePtr scene) { adopt(std::move(scene)); });
}

void MatrixView::adopt(MatrixScenePtr scene) {
    const bool first = !grid_->scene();
    std::size_t backward = 0;
    for (const graph::MatrixCell& cell : scene->matrix.cells)
        backward += cell.feedback;
    words_->setText(tr("%1, %2, %3")
                        .arg(counted(scene->matrix.rows.size(), tr("1 row"),
                                     tr("%1 rows", nullptr, plural(scene->matrix.rows.size()))),
                             counted(scene->matrix.cells.size(), tr("1 cell filled"),
                                     tr("%1 cells filled", nullptr, plural(scene->matrix.cells.size()))),
                             backward == 0 ? tr("nothing runs back")
                                           : counted(backward, tr("1 runs back"),
                                                     tr("%1 run back", nullptr, plural(backward)))));
    grid_->setScene(std::move(scene));
    showSelected(first);
    emit sceneShown();
}

void MatrixView::showSelected(bool bringIntoView) {
    const MatrixScenePtr& scene = grid_->scene();
    if (!scene)
        return;
    const Selected& selected = selection_->selected();
    const int from = scene->rowShowing(selected.module), to = scene->rowShowing(selected.target);
    if (selected.isLine() && from >= 0 && to >= 0 && from != to)
        grid_->setCurrent(to, from, bringIntoView);
    else
        grid_->setCurrent(from, -1, bringIntoView);
}

void MatrixView::choose(int row, int column) {
    const MatrixScene& scene = *grid_->scene();
    Selected selected;
    if (row < 0 && selection_->selected().empty())
        return emit nothingWanted();
    if (row >= 0)
        selected.module = scene.nameOf(column < 0 ? row : column);
    if (row >= 0 && column >= 0)
        selected.target = scene.nameOf(row);
    grid_->setCurrent(row, column, false);
    selection_->setSelected(std::move(selected));
}

void MatrixView::fold(int row, bool open) {
    if (row < 0)
        return;
    ViewState state = selection_->state();
    const std::string& name = grid_->scene()->nameOf(row);
    if (open)
        state.view.open.insert(name);
    else
        state.view.open.erase(name);
    state.selected = {name, {}, false};
    grid_->setCurrent(row, -1, false); // stays where it is
    selection_->set(std::move(state));
}

void MatrixView::unfoldAll(int row) {
    ViewState state = selection_->state();
    const graph::Snapshot& s = *grid_->scene()->snapshot;
    for (std::size_t i = 0; i < s.modules.size(); ++i)
        if (const graph::ModuleId m(i);
            !s.children(m).empty() && (row < 0 || s.within(m, grid_->scene()->row(row).module)))
            state.view.open.insert(s[m].name);
    selection_->set(std::move(state));
}

void MatrixView::activate(int row, int column) {
    if (column >= 0)
        return emit evidenceWanted();
    const graph::MatrixRow& thing = grid_->scene()->row(row);
    if (thing.expandable)
        fold(row, !thing.open);
    else
        emit sourceWanted(grid_->scene()->nameOf(row));
}

std::vector<graph::EdgeId> MatrixView::edgesBetween(graph::ModuleId from, graph::ModuleId to) const {
    const MatrixScenePtr& scene = grid_->scene();
    if (!scene || scene->snapshot != snapshot_)
        return {};
    const int row = scene->matrix.rowOf[to.value], column = scene->matrix.rowOf[from.value];
    const graph::MatrixCell* cell = scene->cell(row, column);
    if (!cell || scene->row(row).module != to || scene->row(column).module != from)
        return {};
    const auto edges = scene->matrix.edgesOf(*cell);
    return {edges.begin(), edges.end()};
}

} // namespace espalier::ui
