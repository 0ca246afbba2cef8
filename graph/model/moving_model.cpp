#include "graph/model/moving_model.h"

#include "graph/model/roots.h"

#include <algorithm>
#include <utility>

namespace espalier::graph {

struct MovingModel::State {
    State(const facts::ProjectFacts& project, const Config& config, const std::vector<char>& present,
          const FormerModules& former, bool isStandardLibrary)
        : places(project, names, Places::Files::Absent)
        , statements(project, names)
        , tree(places, names, &looks)
        , roots(rootsOf(project, config, isStandardLibrary))
        , table({project, config, names, places, roots, &present}, tree)
        , configured(addConfigured(table, config))
        , resolver({project, config, names, places, statements, &former, roots.standardLibrary, &looks}, tree,
                   table) {}
    State(const State&) = delete;

    Roots rootsOf(const facts::ProjectFacts& project, const Config& config, bool isStandardLibrary) {
        Roots out = chooseRoots({project, config, names, places, statements}, tree);
        out.standardLibrary = isStandardLibrary;
        return out;
    }
    [[nodiscard]] bool looksLikeStandardLibrary() const {
        return std::ranges::any_of(roots.places,
                                   [&](PlaceId root) { return isStandardLibrary(root, places, names); });
    }

    NameTable names;
    Places places;
    StatementIndex statements;
    Looks looks;
    ImportTree tree;
    Roots roots;
    ModuleTable table;
    std::vector<ModuleId> configured;
    Resolver resolver;
};

MovingModel::MovingModel(std::vector<facts::SourceFile> files, const Config& config)
    : config_(config)
    , present_(files.size(), 0) {
    for (facts::SourceFile& file : files)
        file.facts = nullptr;
    project_.files = std::move(files);
    state_ = std::make_unique<State>(project_, config_, present_, former_, false);
}

MovingModel::~MovingModel() = default;

void MovingModel::knew(FileId file) {
    former_.add(project_.files[file.value].path);
}

const ModuleTable& MovingModel::table() const {
    return state_->table;
}

const FileResult& MovingModel::resultOf(FileId file) const {
    return state_->resolver.results()[file.value];
}

const facts::SourceFacts* MovingModel::factsOf(FileId file) const {
    return project_.files[file.value].facts.get();
}

const std::vector<ModuleId>& MovingModel::configured() const {
    return state_->configured;
}

std::vector<FileId> MovingModel::move(std::span<const Step> steps) {
    beganAnew_ = false;
    std::vector<FileId> resolved = moveState(steps);
    if (state_->looksLikeStandardLibrary() == state_->roots.standardLibrary)
        return resolved;
    // Every name at the top may mean something else now.
    beganAnew_ = true;
    std::vector<Step> all;
    for (std::size_t i = 0; i < present_.size(); ++i)
        if (std::exchange(present_[i], 0))
            all.push_back({FileId(i), true, std::exchange(project_.files[i].facts, nullptr)});
    state_ = std::make_unique<State>(project_, config_, present_, former_, !state_->roots.standardLibrary);
    (void)moveState(all);
    resolved.clear();
    for (std::size_t i = 0; i < present_.size(); ++i)
        resolved.emplace_back(i);
    return resolved;
}

std::vector<FileId> MovingModel::moveState(std::span<const Step> steps) {
    State& state = *state_;
    Movement movement;
    std::vector<FileId> comeOrGone;
    std::vector<std::shared_ptr<const facts::SourceFacts>> before; // compared with those after
    std::vector<std::pair<PlaceId, unsigned>> statuses;
    const auto remember = [&](PlaceId place) {
        if (place != kNoId)
            statuses.emplace_back(place, state.places[place].status());
    };
    for (const Step& step : steps) {
        const std::size_t i = step.file.value;
        movement.files.push_back(step.file);
        const facts::SourceFacts* old =
            before.emplace_back(std::exchange(project_.files[i].facts, step.facts)).get();
        if (const PlaceId place = state.places.placeOf(step.file); place != kNoId && old != step.facts.get())
            movement.contents.push_back({place, old, step.facts.get()});
        const facts::FileKind kind = project_.files[i].kind;
        const bool imports = kind == facts::FileKind::Python || kind == facts::FileKind::Notebook ||
                             kind == facts::FileKind::Stub;
        state.statements.assign(step.file, imports ? step.facts.get() : nullptr, state.names);
        if (present_[i] == (step.present ? 1 : 0))
            continue;
        comeOrGone.push_back(step.file);
        remember(state.places.placeOf(step.file));
        remember(state.places.extensionPlaceOf(step.file));
        for (PlaceId at = state.places.folderOf(step.file); at != kNoId; at = state.places[at].parent)
            remember(at);
        state.places.setPresent(step.file, step.present);
        if (step.present)
            former_.add(project_.files[i].path, FormerModules::kUnknown, &movement.stems);
        present_[i] = step.present ? 1 : 0;
    }
    // Of each place its first status, that before everything.
    std::ranges::stable_sort(statuses, {}, &std::pair<PlaceId, unsigned>::first);
    for (std::size_t i = 0; i < statuses.size(); ++i) {
        const auto& [place, status] = statuses[i];
        if ((i == 0 || statuses[i - 1].first != place) && status != state.places[place].status()) {
            movement.places.push_back(place);
            state.tree.forget(place);
        }
    }
    TableChange change = state.table.update(comeOrGone, movement.places);
    state.configured = addConfigured(state.table, config_); // one of the same name may have gone
    for (const Step& step : steps)
        state.table.refresh(step.file);
    movement.files.insert(movement.files.end(), change.files.begin(), change.files.end());
    touched_ = change.nodes;
    movement.nodes = std::move(change.nodes);
    return state.resolver.move(movement);
}

} // namespace espalier::graph
