#include "graph/execution/first_import.h"

#include "graph/analysis/components.h"
#include "graph/execution/machine.h"
#include "graph/model/standard_names.h"

#include <algorithm>

namespace espalier::graph {

using execution::Choices;
using execution::Machine;
using execution::World;

namespace {

constexpr EdgeFilter kRuns{KindSet::of(EdgeKind::Import), true, false};
constexpr EdgeFilter kMayRun{
    {static_cast<std::uint8_t>(KindSet::of(EdgeKind::Import).bits | KindSet::of(EdgeKind::Deferred).bits)},
    true,
    false};

// Where imports go in circles while modules are imported, and where a module is missing.
std::vector<ModuleId> placesThatMatter(const Snapshot& snapshot) {
    std::vector<std::vector<int>> successors(snapshot.modules.size());
    for (const Edge& edge : snapshot.edges)
        if (edge.from != edge.to && kMayRun.admits(edge))
            successors[edge.from.value].push_back(static_cast<int>(edge.to.value));
    const std::vector<int> componentOf = components(successors);
    std::vector<int> size(componentOf.size(), 0);
    for (const int component : componentOf)
        ++size[static_cast<std::size_t>(component)];
    std::vector<ModuleId> out;
    for (std::size_t i = 0; i < snapshot.modules.size(); ++i) {
        const bool tangled = size[static_cast<std::size_t>(componentOf[i])] > 1;
        if (tangled || snapshot.modules[i].kind == ModuleKind::Ghost)
            out.push_back(ModuleId(i));
    }
    return out;
}

std::vector<char> modulesToFollow(const Snapshot& snapshot) {
    std::vector<char> out(snapshot.modules.size(), 0);
    std::vector<ModuleId> work = placesThatMatter(snapshot);
    while (!work.empty()) {
        const ModuleId at = work.back();
        work.pop_back();
        if (std::exchange(out[at.value], 1) != 0)
            continue;
        const bool ghost = snapshot[at].kind == ModuleKind::Ghost;
        for (const EdgeId edge : snapshot.incoming(at))
            if ((ghost ? kRuns : kMayRun).admits(snapshot[edge]))
                work.push_back(snapshot[edge].from);
    }
    return out;
}

// What the interpreter has imported before any program runs, where that is the project.
std::vector<char> preloadedModules(const Snapshot& snapshot) {
    std::vector<char> out(snapshot.modules.size(), 0);
    const auto isThere = [&](std::string_view name) {
        const auto module = snapshot.find(name);
        return module && snapshot[*module].file.valid();
    };
    if (!isThere("os") || !isThere("abc") || !isThere("importlib._bootstrap") || !isThere("encodings"))
        return out;
    for (const std::string_view name : {"abc", "codecs", "encodings", "encodings.aliases", "encodings.utf_8",
                                        "io", "site", "os", "posixpath", "ntpath", "genericpath", "stat",
                                        "_collections_abc", "_sitebuiltins", "zipimport", "_weakrefset"})
        if (const auto module = snapshot.find(name))
            out[module->value] = 1;
    return out;
}

Verdict depending(Verdict verdict, std::string why) {
    verdict.otherwise = verdict.outcome;
    verdict.outcome = Outcome::Unknown;
    verdict.unknown = std::move(why);
    return verdict;
}

// Of all ways through the conditions that matter.
Verdict combined(const std::vector<Verdict>& verdicts) {
    const auto is = [](Outcome outcome) {
        return [=](const Verdict& each) { return each.outcome == outcome; };
    };
    if (std::all_of(verdicts.begin(), verdicts.end(), is(Outcome::Ok)) ||
        std::all_of(verdicts.begin(), verdicts.end(), is(Outcome::Fails)))
        return verdicts.front();
    Verdict failing = *std::find_if(verdicts.begin(), verdicts.end(), is(Outcome::Fails));
    failing = depending(std::move(failing), "depends on conditions that cannot be told");
    failing.otherwise = Outcome::Unknown;
    return failing;
}

} // namespace

std::string_view name(Outcome outcome) {
    constexpr std::string_view kNames[] = {"ok", "fails", "unknown"};
    return kNames[static_cast<std::size_t>(outcome)];
}

struct FirstImport::State {
    World world;
    std::set<execution::Place> places; // conditions that mattered once matter again
};

FirstImport::FirstImport(Symbols& symbols, OutlineSource outlines)
    : state_(new State{{symbols.snapshot(), symbols, std::move(outlines), {}, {}, {}, {}, {}}, {}}) {
    World& world = state_->world;
    world.followed = modulesToFollow(world.snapshot);
    world.preloaded = preloadedModules(world.snapshot);
}

FirstImport::~FirstImport() = default;

bool FirstImport::follows(ModuleId module) const {
    return state_->world.followed[module.value] != 0;
}

Verdict FirstImport::of(ModuleId entry) {
    Choices choices;
    choices.places = state_->places;
    std::vector<Verdict> verdicts;
    std::size_t steps = 0;
    bool complete = false;
    while (!complete && verdicts.size() < kMostRuns && steps < kMostSteps) {
        choices.taken = 0;
        Machine machine(state_->world, choices, kMostSteps);
        Verdict verdict = machine.run(entry);
        steps += machine.steps();
        const bool cannotTell = verdict.outcome == Outcome::Unknown; // whatever the conditions are
        if (std::exchange(choices.restart, false)) {
            if (cannotTell)
                break;
            choices.ways.clear();
            verdicts.clear();
            continue;
        }
        if (cannotTell)
            return verdict;
        verdicts.push_back(std::move(verdict));
        choices.ways.resize(choices.taken);
        complete = !choices.next();
    }
    state_->places = choices.places;
    if (complete)
        return combined(verdicts);
    choices.assume = true;
    Verdict verdict = Machine(state_->world, choices, kMostSteps).run(entry);
    return verdict.outcome == Outcome::Unknown
               ? verdict
               : depending(std::move(verdict), "depends on too many conditions to follow them all");
}

} // namespace espalier::graph
