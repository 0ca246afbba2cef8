#include "graph/model/build.h"

#include "graph/model/assemble.h"
#include "graph/model/campaigns.h"
#include "graph/model/deprecation.h"
#include "graph/model/problem_codes.h"
#include "graph/model/resolver.h"
#include "graph/model/roots.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace espalier::graph {
namespace {

constexpr std::size_t kMostChanged = 200; // files; a branch switch is built anew

void append(std::vector<Problem>& to, const std::vector<Problem>& from) {
    to.insert(to.end(), from.begin(), from.end());
}

void addFileProblems(Snapshot& snapshot) {
    static const std::vector<facts::FileProblem> kNone;
    for (const facts::ProjectProblem& entry : snapshot.project.problems)
        snapshot.problems.push_back({entry.path, entry.problem.line, entry.problem.column, entry.problem.code,
                                     entry.problem.message});
    for (const facts::SourceFile& file : snapshot.project.files) {
        const auto add = [&](const std::vector<facts::FileProblem>& problems) {
            for (const facts::FileProblem& p : problems)
                snapshot.problems.push_back({file.path, p.line, p.column, p.code, p.message});
        };
        add(file.problems);
        if (file.facts)
            add(file.facts->problems);
        // Both stages find some syntax errors; the first one's word is enough.
        const auto toldBefore = [&](const facts::FileProblem& p) {
            return file.facts &&
                   std::ranges::any_of(file.facts->problems, [&](const facts::FileProblem& first) {
                       return first.code == p.code && first.line == p.line;
                   });
        };
        for (const facts::FileProblem& p : file.symbols ? file.symbols->problems : kNone)
            if (!toldBefore(p))
                snapshot.problems.push_back({file.path, p.line, p.column, p.code, p.message});
    }
}

// What is left of the files' facts once they are resolved names and paths: the rest stays with the snapshot.
facts::ProjectFacts withoutExtras(const facts::ProjectFacts& project) {
    facts::ProjectFacts out;
    out.root = project.root;
    out.files.reserve(project.files.size());
    for (const facts::SourceFile& file : project.files)
        out.files.push_back({file.path, file.kind, {}, 0, file.facts, nullptr, {}, 0});
    return out;
}

} // namespace

// What a snapshot was made with.
struct SnapshotBuilder::State {
    State(const facts::ProjectFacts& facts, const Config& configuration);
    State(const State&) = delete;

    [[nodiscard]] std::optional<std::vector<ChangedFile>> compare(const facts::ProjectFacts& facts,
                                                                  const Config& configuration) const;
    [[nodiscard]] bool update(const facts::ProjectFacts& facts, const Config& configuration);
    [[nodiscard]] bool sameRoots();
    [[nodiscard]] SnapshotPtr snapshot(facts::ProjectFacts facts);
    [[nodiscard]] std::vector<Problem> unknownDeprecated() const;

    facts::ProjectFacts project;
    Config config;
    NameTable names;
    Places places;
    StatementIndex statements;
    ImportTree tree;
    Roots roots;
    ModuleTable table;
    std::vector<ModuleId> configured;
    Resolver resolver;
    Nodes nodes;

    SnapshotPtr last;            // null until the first is made
    std::vector<FileId> renewed; // files that were resolved since
};

SnapshotBuilder::State::State(const facts::ProjectFacts& facts, const Config& configuration)
    : project(withoutExtras(facts))
    , config(configuration)
    , places(project, names)
    , statements(project, names)
    , tree(places, names)
    , roots(chooseRoots({project, config, names, places, statements}, tree))
    , table({project, config, names, places, roots}, tree)
    , configured(addConfigured(table, config))
    , resolver({project, config, names, places, statements, config.former.get(), roots.standardLibrary}, tree,
               table) {
    resolver.run();
}

// The files whose facts differ; none if more than that does.
std::optional<std::vector<ChangedFile>> SnapshotBuilder::State::compare(const facts::ProjectFacts& facts,
                                                                        const Config& configuration) const {
    if (facts.root != project.root || facts.files.size() != project.files.size() || configuration != config)
        return std::nullopt;
    std::vector<ChangedFile> changed;
    for (std::size_t i = 0; i < facts.files.size(); ++i) {
        const facts::SourceFile &before = project.files[i], &now = facts.files[i];
        if (before.kind != now.kind || before.path != now.path)
            return std::nullopt;
        if (before.facts == now.facts)
            continue;
        const FileNames* known = statements.of(FileId(i));
        if (!before.facts || !now.facts || !known || changed.size() == kMostChanged)
            return std::nullopt;
        changed.push_back({FileId(i), before.facts.get(), known});
    }
    return changed;
}

bool SnapshotBuilder::State::update(const facts::ProjectFacts& facts, const Config& configuration) {
    const auto changed = compare(facts, configuration);
    if (!changed)
        return false;
    std::vector<std::shared_ptr<const facts::SourceFacts>> retired; // compared with the new ones below
    for (const ChangedFile& one : *changed) {
        std::shared_ptr<const facts::SourceFacts>& current = project.files[one.file.value].facts;
        retired.push_back(std::exchange(current, facts.files[one.file.value].facts));
        statements.replace(one.file, *current, names);
        table.refresh(one.file);
    }
    if (!changed->empty() && !sameRoots())
        return false;
    auto resolved = resolver.update(*changed);
    if (!resolved)
        return false;
    renewed = std::move(*resolved);
    return true;
}

bool SnapshotBuilder::State::sameRoots() {
    Roots now = chooseRoots({project, config, names, places, statements}, tree);
    if (now.places != roots.places || now.naming != roots.naming)
        return false;
    roots = std::move(now); // the reasons hold numbers
    return true;
}

std::vector<Problem> SnapshotBuilder::State::unknownDeprecated() const {
    std::vector<Problem> problems;
    std::vector<char> used(table.modules().size(), 0);
    for (const FileResult& result : configured.empty() ? std::vector<FileResult>{} : resolver.results())
        for (const Reference& reference : result.references)
            used[reference.to.value] = 1;
    for (const ModuleId id : configured)
        if (id.value >= table.ownCount() && !used[id.value])
            problems.push_back(
                {"", 0, 0, std::string(problem::kUnknownDeprecated),
                 "'" + table[id].name +
                     "' is configured as deprecated, but does not exist and nothing imports it"});
    return problems;
}

SnapshotPtr SnapshotBuilder::State::snapshot(facts::ProjectFacts facts) {
    auto made = std::make_shared<Snapshot>();
    made->project = std::move(facts);
    append(made->problems, roots.problems);
    append(made->problems, table.problems());
    append(made->problems, resolver.ambiguities());
    append(made->problems, unknownDeprecated());
    for (const FileResult& result : resolver.results())
        append(made->problems, result.problems);
    addFileProblems(*made);
    std::sort(made->problems.begin(), made->problems.end());
    made->problems.erase(std::unique(made->problems.begin(), made->problems.end()), made->problems.end());

    made->roots = roots.shown;
    Nodes chosen = chooseNodes(table, resolver.results(), configured, nodes);
    const bool sameNodes = last && chosen.kept == nodes.kept;
    nodes = std::move(chosen);
    assemble(*made, {table, resolver, nodes}, sameNodes ? last.get() : nullptr, renewed);
    findDeprecations(*made, config);
    addCampaigns(*made, config);
    made->entryPoints = config.entryPoints;
    made->cutWeights = config.cuts;
    made->baseline = config.baseline;
    made->former = config.former;
    return last = made;
}

SnapshotBuilder::SnapshotBuilder() = default;
SnapshotBuilder::~SnapshotBuilder() = default;

SnapshotPtr SnapshotBuilder::build(facts::ProjectFacts project, const Config& config) {
    tookOver_ = state_ && state_->update(project, config);
    if (!tookOver_)
        state_ = std::make_unique<State>(project, config);
    return state_->snapshot(std::move(project));
}

SnapshotPtr buildSnapshot(facts::ProjectFacts project, const Config& config) {
    return SnapshotBuilder().build(std::move(project), config);
}

} // namespace espalier::graph
