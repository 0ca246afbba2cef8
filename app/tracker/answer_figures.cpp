// Claims on cycles and counts.
#include "app/tracker/answer_parts.h"
#include "graph/analysis/cycles.h"

#include <algorithm>
#include <set>

namespace espalier::tracker {
namespace {

using graph::EdgeFilter;
using graph::ModuleId;

enum class Joins : std::uint8_t { All, AnyTwo, One };

// A short cycle that goes through all of the modules, through two that are named one after the other, or
// through one; of no modules: any. Empty if there is none.
std::vector<graph::EdgeId> cycleOf(const graph::Snapshot& snapshot, const std::vector<ModuleId>& modules,
                                   Joins joins, const EdgeFilter& filter) {
    if (joins != Joins::One) {
        std::vector<graph::EdgeId> out;
        for (std::size_t i = 1; i < modules.size(); ++i) {
            const auto found = graph::cycleBetween(snapshot, modules[i - 1], modules[i], filter);
            if (!found && joins == Joins::All)
                return {};
            if (found && out.empty())
                out = found->edges;
        }
        return out;
    }
    std::vector<graph::EdgeId> best;
    if (modules.empty()) {
        const auto all = graph::tangles(snapshot, filter);
        return all.empty() ? best : all.front().shortestCycle;
    }
    for (const graph::Tangle& tangle : graph::tangles(snapshot, filter))
        for (const ModuleId module : modules) {
            if (!std::ranges::binary_search(tangle.modules, module))
                continue;
            for (const graph::EdgeId edge : tangle.edges) {
                if (snapshot[edge].from != module)
                    continue;
                auto cycle = graph::shortestCycleThrough(snapshot, edge, filter);
                if (!cycle.empty() && (best.empty() || cycle.size() < best.size()))
                    best = std::move(cycle);
            }
        }
    return best;
}

void addCycle(Answer& answer, const graph::Snapshot& snapshot, const std::vector<graph::EdgeId>& cycle,
              const EdgeFilter& filter) {
    std::string chain;
    for (const graph::EdgeId edge : cycle)
        chain += snapshot[snapshot[edge].from].name + " > ";
    answer.evidence.push_back({"", 0, chain + snapshot[snapshot[cycle.back()].to].name});
    for (const graph::EdgeId edge : cycle) {
        const graph::StatementRef* best = nullptr; // what runs at import time says more
        for (const graph::StatementRef& ref : snapshot.statementsOf(snapshot[edge]))
            if (filter.admits(ref) &&
                (!best || (best->kind != graph::EdgeKind::Import && ref.kind == graph::EdgeKind::Import)))
                best = &ref;
        if (best)
            addStatement(answer, snapshot.pathOf(*best), snapshot.importOf(*best));
    }
}

std::string namesOf(const graph::Snapshot& snapshot, const std::vector<ModuleId>& modules) {
    std::string out;
    for (std::size_t i = 0; i < modules.size() && i < kMostRows; ++i)
        out += (i == 0 ? "" : ", ") + snapshot[modules[i]].name;
    return modules.size() > kMostRows ? out + " and " + std::to_string(modules.size() - kMostRows) + " more"
                                      : out;
}

bool matches(const Claim& claim, std::uint64_t said, std::size_t found) {
    if (claim.about)
        return said * 9 <= found * 10 && found * 10 <= said * 11;
    return claim.atLeast ? found >= said : found == said;
}

} // namespace

Answer answerCycle(const Claim& claim, const Tracker& tracker, State& state) {
    const graph::Snapshot& snapshot = state.snapshot();
    const bool ofAll = claim.names.empty();
    std::vector<ModuleId> modules;
    for (const std::string& written : ofAll ? tracker.modules : claim.names) {
        OneModule found = oneModule(written, state, !claim.negated);
        if (!found.module && !ofAll)
            return std::move(found.answer);
        if (found.module && std::ranges::find(modules, *found.module) == modules.end())
            modules.push_back(*found.module);
    }
    if (modules.empty() && !tracker.modules.empty())
        return onlySaying(Verdict::Unknown, "there is none of the modules that the tracker names");
    const Joins joins = modules.size() < 2 || ofAll ? Joins::One : claim.negated ? Joins::AnyTwo : Joins::All;
    Answer out;
    EdgeFilter filter; // what runs at import time
    std::vector<graph::EdgeId> cycle = cycleOf(snapshot, modules, joins, filter);
    out.verdict = cycle.empty() == claim.negated ? Verdict::True : Verdict::False;
    if (cycle.empty()) {
        out.evidence.push_back({"", 0,
                                "no cycle at import time " +
                                    std::string(joins == Joins::One ? "goes through " : "joins ") +
                                    (modules.empty() ? "any module" : namesOf(snapshot, modules))});
        filter.kinds.add(graph::EdgeKind::Deferred);
        cycle = cycleOf(snapshot, modules, joins, filter);
        if (!cycle.empty()) {
            out.verdict = Verdict::Partly;
            out.evidence.push_back({"", 0, "with the imports in functions there is one"});
        }
    }
    if (!cycle.empty())
        addCycle(out, snapshot, cycle, filter);
    return out;
}

Answer answerCount(const Claim& claim, State& state) {
    const std::string& written = claim.names[0];
    std::set<std::string_view> files;
    const std::vector<State::Place> importers = state.importers(written);
    for (const State::Place& place : importers)
        files.insert(place.path);
    std::string word = written.substr(written.rfind('/') + 1);
    if (word.ends_with(".py"))
        word.resize(word.size() - 3);
    const auto mentions = state.mentions(word);
    Answer out;
    out.evidence.push_back({"", 0,
                            counted(importers.size(), "statement") + " in " + counted(files.size(), "file") +
                                " import " + written});
    if (mentions)
        out.evidence.push_back({"", 0,
                                counted(mentions->places, "mention") + " of " + word + " in " +
                                    counted(mentions->files, "text file") + ", of these " +
                                    grouped(mentions->pythonPlaces) + " in " +
                                    counted(mentions->pythonFiles, "Python file")});
    const bool inWords = mentions && mentions->letters.places > mentions->places;
    if (inWords)
        out.evidence.push_back(
            {"", 0,
             "as a part of longer words too: " + counted(mentions->letters.places, "place") + " in " +
                 counted(mentions->letters.files, "text file") + ", of these " +
                 grouped(mentions->pythonLetters.places) + " in " +
                 counted(mentions->pythonLetters.files, "Python file")});
    if (mentions && mentions->unread > 0)
        out.evidence.push_back({"", 0, counted(mentions->unread, "file") + " could not be read for that"});
    const auto fits = [&](std::size_t places, std::size_t inFiles) {
        return (claim.files > 0 && matches(claim, claim.files, inFiles) ? 1 : 0) +
               (claim.places > 0 && matches(claim, claim.places, places) ? 1 : 0);
    };
    const int wanted = (claim.files > 0 ? 1 : 0) + (claim.places > 0 ? 1 : 0);
    const int byImports = fits(importers.size(), files.size());
    const int byMentions = mentions ? std::max(fits(mentions->places, mentions->files),
                                               fits(mentions->pythonPlaces, mentions->pythonFiles))
                                    : 0;
    const int byLetters = inWords
                              ? std::max(fits(mentions->letters.places, mentions->letters.files),
                                         fits(mentions->pythonLetters.places, mentions->pythonLetters.files))
                              : 0;
    const int asSaid = claim.imports ? byImports : byMentions;
    const bool onlyLetters = !claim.imports && asSaid == 0 && byImports < wanted && byLetters > 0;
    out.verdict = asSaid == wanted                                                           ? Verdict::True
                  : asSaid > 0 || byMentions == wanted || byImports == wanted || onlyLetters ? Verdict::Partly
                                                                                             : Verdict::False;
    if (onlyLetters)
        out.evidence.push_back({"", 0,
                                std::string(byLetters == wanted ? "right" : "a part of it is right") +
                                    " where parts of longer words are counted"});
    else if (out.verdict == Verdict::Partly && asSaid == 0)
        out.evidence.push_back(
            {"", 0,
             claim.imports ? "right for mentions, not for imports" : "right for imports, not for mentions"});
    return out;
}

} // namespace espalier::tracker
