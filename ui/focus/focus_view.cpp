#include "ui/focus/focus_view.h"

#include "ui/text.h"

#include <QHBoxLayout>
#include <QShortcut>
#include <QVBoxLayout>

namespace espalier::ui {

namespace {

constexpr double kLeastZoom = 0.62; // names can be read

struct FocusScene : Scene {
    graph::ModuleId centre;
    graph::Neighbourhood::Side importers, imports;
    std::map<int, std::string> restKeys;

    // A module, or the package that stands for it.
    [[nodiscard]] bool shows(const std::string& name) const {
        const auto module = snapshot->find(name);
        if (!module || snapshot->within(*module, centre))
            return module.has_value();
        const graph::ModuleId package = (*snapshot)[*module].parent;
        return boxOfModule.contains(module->value) ||
               (package.valid() && boxOfModule.contains(package.value) &&
                snapshot->children(*module).empty());
    }
};
using FocusScenePtr = std::shared_ptr<const FocusScene>;

FocusScenePtr focusOf(const ScenePtr& scene) {
    return std::dynamic_pointer_cast<const FocusScene>(scene);
}

std::shared_ptr<FocusScene> sceneAround(const graph::SnapshotPtr& snapshot, const ViewState& state,
                                        const std::string& centre, std::map<int, std::size_t> room) {
    auto scene = std::make_shared<FocusScene>();
    scene->snapshot = snapshot;
    scene->view = state.view;
    const auto module = snapshot->find(centre);
    if (!module)
        return scene;
    scene->centre = *module;
    graph::Neighbourhood found =
        graph::neighbourhood(*snapshot, state.view, {*module, state.depth, state.packages, std::move(room)});
    scene->importers = found.importers;
    scene->imports = found.imports;
    scene->restKeys = std::move(found.restKeys);
    takeDrawing(*scene, std::move(found.drawing));
    return scene;
}

} // namespace

FocusView::FocusView(Selection* selection, QWidget* parent)
    : QWidget(parent)
    , selection_(selection)
    , words_(new QLabel)
    , depth_(new QSpinBox)
    , packages_(new QCheckBox(tr("&Packages"))) {
    picture_ = new MapView(
        selection, this,
        {[this](const graph::SnapshotPtr& snapshot, const ViewState& state, const ScenePtr& previous,
                quint64 job) { return prepare(snapshot, state, previous, job); },
         Change::View | Change::Selected | Change::Kind, false,
         tr("Who imports a module, and what it imports, step by step:\nselect one in the package tree or in "
            "another view, or find it with Ctrl+K."),
         kLeastZoom});
    picture_->setAccessibleName(tr("Importers and imports of one module"));
    words_->setTextFormat(Qt::PlainText);
    words_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    depth_->setRange(1, ViewState::kMostDepth);
    depth_->setAccessibleName(tr("Steps to either side"));
    depth_->setToolTip(tr("How many steps of importers and imports are shown (Ctrl+[ and Ctrl+])"));
    packages_->setToolTip(tr("One box for the modules of a package, rather than one for each"));
    auto* depthLabel = new QLabel(tr("&Steps"));
    depthLabel->setBuddy(depth_);
    auto* bar = new QHBoxLayout;
    bar->setContentsMargins(8, 4, 8, 0);
    bar->addWidget(words_, 1);
    bar->addWidget(packages_);
    bar->addWidget(depthLabel);
    bar->addWidget(depth_);
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->addLayout(bar);
    all->addWidget(picture_, 1);
    setFocusProxy(picture_);

    connect(depth_, &QSpinBox::valueChanged, this, &FocusView::setDepth);
    connect(packages_, &QCheckBox::toggled, this, [this](bool on) {
        ViewState state = selection_->state();
        state.packages = on;
        selection_->set(std::move(state));
    });
    for (const auto& [keys, by] : {std::pair(QStringList{"Ctrl+]", "+", "="}, 1), {{"Ctrl+[", "-"}, -1}})
        for (const QString& key : keys)
            connect(new QShortcut(QKeySequence(key), this, nullptr, nullptr, Qt::WidgetWithChildrenShortcut),
                    &QShortcut::activated, depth_, [this, by = by] { depth_->stepBy(by); });
    connect(selection_, &Selection::changed, this, [this] {
        const QSignalBlocker quietDepth(depth_), quietPackages(packages_);
        depth_->setValue(selection_->state().depth);
        packages_->setChecked(selection_->state().packages);
    });
    connect(picture_, &MapView::sceneShown, this, &FocusView::describe);
    connect(picture_, &MapView::sourceWanted, this, &FocusView::recentre);
    connect(picture_, &MapView::restClicked, this, &FocusView::showMore);
}

std::string FocusView::centre() const {
    const FocusScenePtr scene = focusOf(picture_->scene());
    return scene && scene->centre.valid() ? (*scene->snapshot)[scene->centre].name : std::string();
}

// The thing in the middle stays as long as what is selected is around it.
SceneSource::Work FocusView::prepare(const graph::SnapshotPtr& snapshot, const ViewState& state,
                                     const ScenePtr& previous, quint64 job) const {
    if (state.kind != ViewKind::Focus)
        return {};
    return [=, shown = centre(), room = room_, roomOf = roomOf_]() -> ScenePtr {
        const std::string& selected = state.selected.module;
        std::shared_ptr<FocusScene> scene;
        for (const std::string& name : {state.centre, shown, selected}) {
            if (name.empty() || !snapshot->find(name))
                continue;
            scene = sceneAround(snapshot, state, name, name == roomOf ? room : std::map<int, std::size_t>());
            if (selected.empty() || scene->shows(selected))
                break;
        }
        if (!scene)
            scene = sceneAround(snapshot, state, selected, {});
        scene->job = job;
        scene->samePlaces = isSamePicture(*scene, previous);
        return scene;
    };
}

void FocusView::describe() {
    const FocusScenePtr scene = focusOf(picture_->scene());
    if (!scene || !scene->centre.valid()) {
        words_->setText(tr("No module is selected."));
        return;
    }
    const auto side = [this](const graph::Neighbourhood::Side& s, bool packages) {
        const QString things =
            packages ? counted(s.things, tr("1 package"), tr("%1 packages", nullptr, plural(s.things)))
                     : counted(s.things, tr("1 module"), tr("%1 modules", nullptr, plural(s.things)));
        return tr("%1 (%2)").arg(things, counted(s.statements, tr("1 statement"),
                                                 tr("%1 statements", nullptr, plural(s.statements))));
    };
    const bool packages = selection_->state().packages;
    words_->setText(
        tr("%1 – imported by %2, imports %3")
            .arg(toQt(centre()), side(scene->importers, packages), side(scene->imports, packages)));
    words_->setToolTip(words_->text());
    if (roomOf_ != centre()) {
        roomOf_ = centre();
        room_.clear();
        picture_->fit();
    }
}

void FocusView::recentre(const std::string& name) {
    if (name == centre())
        return emit sourceWanted(name);
    ViewState state = selection_->state();
    state.centre = name;
    state.selected = {name, {}, false};
    selection_->set(std::move(state));
}

void FocusView::showMore(const QString& restKey) {
    const FocusScenePtr scene = focusOf(picture_->scene());
    if (!scene)
        return;
    for (const auto& [step, key] : scene->restKeys)
        if (toQt(key) == restKey)
            room_.try_emplace(step, graph::NeighbourhoodSpec::kRoom).first->second +=
                2 * graph::NeighbourhoodSpec::kRoom;
    picture_->rebuild();
}

void FocusView::setDepth(int depth) {
    ViewState state = selection_->state();
    state.depth = depth;
    selection_->set(std::move(state));
    picture_->fit();
}

} // namespace espalier::ui
