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

} // namespace

std::string_view name(Outcome outcome) {
    constexpr std::string_view kNames[] = {"ok", "fails", "unknown"};
    return kNames[static_cast<std::size_t>(outcome)];
}

struct FirstImport::State {
    World world;
};

FirstImport::FirstImport(Symbols& symbols, OutlineSource outlines)
    : state_(new State{{symbols.snapshot(), symbols, std::move(outlines), {}, {}, {}, {}}}) {
    World& world = state_->world;
    world.followed = modulesToFollow(world.snapshot);
    world.preloaded.assign(world.snapshot.modules.size(), 0);
}

FirstImport::~FirstImport() = default;

bool FirstImport::follows(ModuleId module) const {
    return state_->world.followed[module.value] != 0;
}

Verdict FirstImport::of(ModuleId entry) {
    Choices choices;
    std::vector<Verdict> verdicts;
    const auto cannotTell = [&](std::string why) {
        Verdict verdict;
        verdict.entry = entry;
        verdict.outcome = Outcome::Unknown;
        verdict.message = std::move(why);
        return verdict;
    };
    for (std::size_t runs = 0; runs < kMostRuns; ++runs) {
        choices.taken = 0;
        Verdict verdict = Machine(state_->world, choices).run(entry);
        if (std::exchange(choices.restart, false)) {
            choices.ways.clear();
            verdicts.clear();
            continue;
        }
        if (verdict.outcome == Outcome::Unknown)
            return verdict;
        verdicts.push_back(std::move(verdict));
        choices.ways.resize(choices.taken);
        if (choices.next())
            continue;
        const auto differs = [&](const Verdict& other) {
            const Verdict& first = verdicts.front();
            return other.outcome != first.outcome || other.at != first.at || other.line != first.line ||
                   other.name != first.name;
        };
        const auto fails = [](const Verdict& each) { return each.outcome == Outcome::Fails; };
        if (std::all_of(verdicts.begin(), verdicts.end(), fails) ||
            std::none_of(verdicts.begin(), verdicts.end(), differs))
            return verdicts.front();
        return cannotTell("depends on conditions that cannot be told");
    }
    return cannotTell("depends on too many conditions to follow them all");
}

} // namespace espalier::graph
