#include "ui/path/path_view.h"

#include "ui/icon.h"
#include "ui/models/roles.h"
#include "ui/text.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QSplitter>
#include <QTimer>
#include <QVBoxLayout>

namespace espalier::ui {

namespace {

constexpr double kLeastZoom = 0.62; // names can be read

struct PathScene : Scene {
    std::string from, to;
    bool known = false; // both ends are modules of the snapshot
    graph::Chains chains;
};
using PathScenePtr = std::shared_ptr<const PathScene>;

QString kindsWords(graph::KindSet kinds) {
    QStringList words;
    for (const graph::EdgeKind kind : {graph::EdgeKind::Import, graph::EdgeKind::Deferred,
                                       graph::EdgeKind::Typing, graph::EdgeKind::Script})
        if (kinds.has(kind))
            words << kindWord(kind);
    return words.join(QStringLiteral(", "));
}

} // namespace

PathView::PathView(Selection* selection, QWidget* parent)
    : QWidget(parent)
    , selection_(selection)
    , from_(new SearchBox)
    , to_(new SearchBox)
    , words_(new QLabel)
    , countMore_(new QPushButton(tr("&Count them")))
    , avoid_(new QPushButton(tr("&Avoid the selected module")))
    , chips_(new QHBoxLayout)
    , statements_(new EvidenceModel(this))
    , list_(new ListPanel(statements_, tr("Statements along the chains"), -1))
    , split_(new QSplitter(Qt::Vertical))
    , hint_(new QLabel) {
    picture_ = new MapView(selection, this,
                           {[](const graph::SnapshotPtr& snapshot, const ViewState& state, const ScenePtr&,
                               quint64 job) { return prepare(snapshot, state, job); },
                            Change::View | Change::Kind,
                            false,
                            {},
                            kLeastZoom});
    picture_->setAccessibleName(tr("Shortest chains of imports"));
    words_->setTextFormat(Qt::PlainText);
    words_->setWordWrap(true);
    hint_->setAlignment(Qt::AlignCenter);
    hint_->setWordWrap(true);
    split_->addWidget(picture_);
    split_->addWidget(list_);
    split_->setStretchFactor(0, 3);
    split_->setStretchFactor(1, 1);
    split_->setChildrenCollapsible(false);
    list_->view()->header()->setSectionResizeMode(EvidenceModel::Place, QHeaderView::ResizeToContents);
    auto* bar = new QHBoxLayout;
    bar->addWidget(words_, 1);
    bar->addLayout(chips_);
    bar->addWidget(countMore_);
    bar->addWidget(avoid_);
    auto* top = new QVBoxLayout;
    top->setContentsMargins(8, 4, 8, 4);
    top->addLayout(buildEnds());
    top->addLayout(bar);
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(0);
    all->addLayout(top);
    all->addWidget(split_, 1);
    all->addWidget(hint_, 1);

    connect(selection_, &Selection::changed, this, &PathView::showState);
    connect(picture_, &MapView::sceneShown, this, &PathView::showChains);
    connect(avoid_, &QPushButton::clicked, this, &PathView::avoidSelected);
    connect(list_, &ListPanel::chosen, this, [this](const QModelIndex& row) {
        const EvidenceRow& r = statements_->rows()[static_cast<std::size_t>(row.row())];
        const graph::Snapshot& s = *statements_->snapshot();
        selection_->setSelected({s[r.from].name, s[r.to].name, true});
    });
    connect(list_, &ListPanel::activated, this, [this](const QModelIndex& row) {
        emit placeActivated(row.data(PathRole).toString(), row.data(LineRole).toInt());
    });
    connect(countMore_, &QPushButton::clicked, this, [this] {
        const auto scene = std::dynamic_pointer_cast<const PathScene>(picture_->scene());
        if (scene)
            change([&](ViewState& state) { state.view.filter.kinds.bits |= scene->chains.further.bits; });
    });
    showState();
    showChains();
}

QHBoxLayout* PathView::buildEnds() {
    auto* swap = new QToolButton;
    swap->setText(tr("⇄"));
    swap->setToolTip(tr("Swap start and end"));
    swap->setAccessibleName(swap->toolTip());
    connect(swap, &QToolButton::clicked, this, &PathView::swapEnds);
    from_->setPlaceholderText(tr("Module or package that imports"));
    to_->setPlaceholderText(tr("Module or package that is reached"));
    from_->installEventFilter(this);
    to_->installEventFilter(this);
    auto* fromLabel = new QLabel(tr("Why does"));
    auto* toLabel = new QLabel(tr("reach"));
    fromLabel->setBuddy(from_);
    toLabel->setBuddy(to_);
    from_->setAccessibleName(tr("Start of the chains"));
    to_->setAccessibleName(tr("End of the chains"));
    auto* out = new QHBoxLayout;
    out->setSpacing(6);
    out->addWidget(fromLabel);
    out->addWidget(from_, 1);
    out->addWidget(swap);
    out->addWidget(toLabel);
    out->addWidget(to_, 1);
    out->addStretch(1);
    connect(from_, &SearchBox::chosen, this, [this](graph::ModuleId module) {
        change([&](ViewState& state) { state.pathFrom = (*snapshot_)[module].name; });
    });
    connect(to_, &SearchBox::chosen, this, [this](graph::ModuleId module) {
        change([&](ViewState& state) { state.pathTo = (*snapshot_)[module].name; });
    });
    return out;
}

void PathView::setSnapshot(const graph::SnapshotPtr& snapshot) {
    snapshot_ = snapshot;
    from_->setSnapshot(snapshot);
    to_->setSnapshot(snapshot);
    picture_->setSnapshot(snapshot);
    showState();
}

void PathView::change(const std::function<void(ViewState&)>& how) {
    ViewState state = selection_->state();
    how(state);
    state.kind = ViewKind::Path;
    selection_->set(std::move(state));
    picture_->fit();
}

void PathView::startAtSelected() {
    change([](ViewState& state) { state.pathFrom = state.selected.module; });
}
void PathView::endAtSelected() {
    change([](ViewState& state) {
        state.pathTo = state.selected.isLine() ? state.selected.target : state.selected.module;
    });
}
void PathView::swapEnds() {
    change([](ViewState& state) { std::swap(state.pathFrom, state.pathTo); });
}
void PathView::avoidSelected() {
    change([](ViewState& state) {
        state.avoid.insert(state.selected.module);
        state.selected = {};
    });
}

// One types over the name that is there.
bool PathView::eventFilter(QObject* object, QEvent* event) {
    if (event->type() == QEvent::FocusIn)
        QTimer::singleShot(0, object, [field = static_cast<SearchBox*>(object)] { field->selectAll(); });
    return QWidget::eventFilter(object, event);
}

SceneSource::Work PathView::prepare(const graph::SnapshotPtr& snapshot, const ViewState& state, quint64 job) {
    if (state.kind != ViewKind::Path)
        return {};
    return [=]() -> ScenePtr {
        auto scene = std::make_shared<PathScene>();
        scene->snapshot = snapshot;
        scene->view = state.view;
        scene->job = job;
        scene->from = state.pathFrom;
        scene->to = state.pathTo;
        const auto from = snapshot->find(state.pathFrom), to = snapshot->find(state.pathTo);
        scene->known = from && to;
        if (scene->known)
            scene->chains = graph::chains(*snapshot, state.view, {*from, *to, state.avoid});
        takeDrawing(*scene, std::exchange(scene->chains.drawing, {}));
        return scene;
    };
}

void PathView::showState() {
    const ViewState& state = selection_->state();
    for (const auto& [box, name] : {std::pair(from_, &state.pathFrom), {to_, &state.pathTo}})
        if (!box->hasFocus() || box->text().isEmpty() || box->offered().isEmpty())
            box->setText(toQt(*name));
    setFocusProxy(state.pathFrom.empty() || !state.pathTo.empty() ? from_ : to_); // what is missing
    const std::string& selected = state.selected.module;
    avoid_->setVisible(!state.pathFrom.empty() && !state.pathTo.empty());
    avoid_->setEnabled(!selected.empty() && !state.selected.isLine() && selected != state.pathFrom &&
                       selected != state.pathTo);
    showChips();
}

void PathView::showChips() {
    for (QToolButton* chip : chipButtons_)
        chip->deleteLater();
    chipButtons_.clear();
    for (const std::string& name : selection_->state().avoid) {
        auto* chip = new QToolButton;
        chip->setText(tr("without %1").arg(asCaption(toQt(shortName(name)))));
        chip->setToolTip(tr("Allow %1 again").arg(toQt(name)));
        chip->setAccessibleName(chip->toolTip());
        chip->setIcon(icon(QStringLiteral("close")));
        chip->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        connect(chip, &QToolButton::clicked, this,
                [this, name] { change([&](ViewState& state) { state.avoid.erase(name); }); });
        chips_->addWidget(chip);
        chipButtons_.push_back(chip);
    }
}

void PathView::showChains() {
    const auto scene = std::dynamic_pointer_cast<const PathScene>(picture_->scene());
    const bool found = scene && !scene->chains.paths.steps.empty();
    split_->setVisible(found);
    hint_->setVisible(!found);
    words_->setVisible(found);
    countMore_->setVisible(scene && !found && scene->chains.furtherLength > 0);
    listStatements(found ? &scene->chains : nullptr);
    if (found) {
        const graph::ShortestPaths& paths = scene->chains.paths;
        const QString chains = paths.chains == graph::ShortestPaths::kMostChains
                                   ? tr("At least %1 shortest chains").arg(number(paths.chains))
                                   : counted(paths.chains, tr("1 shortest chain"),
                                             tr("%1 shortest chains", nullptr, plural(paths.chains)));
        words_->setText(tr("%1 of %2")
                            .arg(chains, counted(paths.length(), tr("1 import"),
                                                 tr("%1 imports", nullptr, plural(paths.length())))));
    } else if (!scene || scene->from.empty() || scene->to.empty()) {
        hint_->setText(tr("Choose two modules or packages above: all shortest chains of imports between them "
                          "are drawn here,\nwith the statements along them below."));
    } else if (scene->from == scene->to) {
        hint_->setText(tr("Start and end are the same."));
    } else if (!scene->known) {
        hint_->setText(
            tr("%1 or %2 is no module of this project now.").arg(toQt(scene->from), toQt(scene->to)));
    } else {
        hint_->setText(nothingWords(scene->chains));
    }
}

QString PathView::nothingWords(const graph::Chains& chains) const {
    const ViewState& state = selection_->state();
    const QString none =
        tr("%1 does not reach %2 (imports that count: %3).")
            .arg(toQt(state.pathFrom), toQt(state.pathTo), kindsWords(state.view.filter.kinds));
    if (chains.furtherLength == 0)
        return none + u'\n' + tr("No kind of import makes a way between them.");
    return none + u'\n' +
           tr("There is a way of %1 when these count, too: %2.")
               .arg(counted(chains.furtherLength, tr("1 step"),
                            tr("%1 steps", nullptr, plural(chains.furtherLength))),
                    kindsWords(chains.further));
}

void PathView::listStatements(const graph::Chains* chains) {
    std::vector<EvidenceRow> rows;
    if (chains)
        for (const graph::EdgeId id : chains->paths.edges) {
            const graph::Edge& edge = (*picture_->scene()->snapshot)[id];
            for (const graph::StatementRef& statement : picture_->scene()->snapshot->statementsOf(edge))
                if (picture_->scene()->view.filter.admits(statement))
                    rows.push_back({statement, edge.from, edge.to});
        }
    statements_->set(picture_->scene() ? picture_->scene()->snapshot : nullptr, std::move(rows));
}

} // namespace espalier::ui
