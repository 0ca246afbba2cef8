#include "ui/findings.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace espalier::ui {

using graph::ModuleId;
using graph::Snapshot;

namespace {

constexpr std::size_t kConcernsPerKind = 8;

void addUpward(std::vector<Badges>& badges, const Snapshot& s, ModuleId module,
               std::uint32_t Badges::*count) {
    for (; module.valid(); module = s[module].parent)
        ++(badges[module.value].*count);
}

std::vector<Badges> countBadges(const Findings& f) {
    const Snapshot& s = *f.snapshot;
    std::vector<Badges> badges(s.modules.size());
    for (std::size_t i = 0; i < s.modules.size(); ++i) {
        const ModuleId m(i);
        if (f.tangleOf[i] >= 0)
            addUpward(badges, s, m, &Badges::inTangles);
        if (s[m].marks.has(graph::Mark::Deprecated))
            addUpward(badges, s, m, &Badges::deprecated);
        if (s[m].kind == graph::ModuleKind::Ghost)
            addUpward(badges, s, m, &Badges::ghosts);
    }
    for (const graph::Problem& problem : s.problems)
        if (const auto module = problem.path.empty() ? std::nullopt : s.find(problem.path))
            addUpward(badges, s, *module, &Badges::problems);
    return badges;
}

// Of the statements that reach a deprecated thing, those that name it: `import m` may use any symbol of m.
std::size_t countNamed(const Snapshot& s, const std::string& symbol,
                       const std::vector<graph::StatementRef>& statements) {
    if (symbol.empty())
        return statements.size();
    return static_cast<std::size_t>(std::ranges::count_if(statements, [&](const graph::StatementRef& ref) {
        const auto& names = s.importOf(ref).names;
        return s.importOf(ref).form == facts::ImportForm::From &&
               std::ranges::any_of(names, [&](const auto& n) { return n.name == symbol; });
    }));
}

std::vector<DeprecatedThing> collectDeprecated(const Snapshot& s) {
    std::map<std::pair<ModuleId, std::string>, DeprecatedThing> things;
    for (std::size_t i = 0; i < s.deprecations.size(); ++i) {
        const graph::Deprecation& d = s.deprecations[i];
        if (!d.module.valid())
            continue;
        DeprecatedThing& thing = things[{d.module, d.symbol}];
        thing.module = d.module;
        thing.symbol = d.symbol;
        thing.evidence.push_back(i);
        thing.weak = thing.weak && d.weak();
        thing.shim = thing.shim || d.shim;
        if (thing.replacement.empty())
            thing.replacement = d.replacement;
        if (thing.removal.empty())
            thing.removal = d.removal;
    }
    std::vector<DeprecatedThing> out;
    for (auto& [key, thing] : things) {
        const std::vector<graph::StatementRef> importers =
            graph::importers(s, thing.module, graph::EdgeFilter::everything(), thing.symbol);
        thing.left = graph::count(s, importers);
        thing.named = countNamed(s, thing.symbol, importers);
        out.push_back(std::move(thing));
    }
    std::ranges::stable_sort(out, [](const DeprecatedThing& a, const DeprecatedThing& b) {
        return std::tuple(a.weak, b.left.total.statements) < std::tuple(b.weak, a.left.total.statements);
    });
    return out;
}

// Heaviest first, and only the heaviest few: the list is there to be read.
void keepHeaviest(std::vector<Concern>& concerns, std::vector<Concern> more) {
    std::ranges::stable_sort(more, std::greater{}, &Concern::weight);
    more.resize(std::min(more.size(), kConcernsPerKind));
    concerns.insert(concerns.end(), more.begin(), more.end());
}

std::vector<Concern> tangleConcerns(const Findings& f) {
    std::vector<Concern> out;
    for (std::size_t i = 0; i < f.tangles.size(); ++i)
        out.push_back(
            {Concern::Kind::Tangle, i, f.tangles[i].modules.front(), f.tangles[i].modules.size(), {}, 0});
    return out;
}

// Methods are left out: no import statement names them.
std::vector<Concern> deprecatedConcerns(const Findings& f) {
    std::vector<Concern> out;
    for (std::size_t i = 0; i < f.deprecated.size(); ++i) {
        const DeprecatedThing& thing = f.deprecated[i];
        if (!thing.weak && thing.named > 0 && thing.symbol.find('.') == std::string::npos)
            out.push_back({Concern::Kind::Deprecated, i, thing.module, thing.named, {}, 0});
    }
    return out;
}

std::vector<Concern> ghostConcerns(Findings& f) {
    const Snapshot& s = *f.snapshot;
    std::vector<Concern> out;
    for (std::size_t i = 0; i < s.modules.size(); ++i) {
        if (s.modules[i].kind != graph::ModuleKind::Ghost)
            continue;
        std::size_t statements = 0;
        for (graph::EdgeId e : s.incoming(ModuleId(i)))
            statements += s[e].statementCount;
        ++f.ghosts;
        f.ghostStatements += statements;
        out.push_back({Concern::Kind::Ghost, 0, ModuleId(i), statements, {}, 0});
    }
    return out;
}

std::vector<Concern> unparsableConcerns(const Snapshot& s) {
    std::vector<Concern> out;
    for (const facts::SourceFile& file : s.project.files) {
        if (!file.facts || !file.facts->broken)
            continue;
        const auto problem = std::ranges::find_if(
            s.problems, [&](const graph::Problem& p) { return p.path == file.path && p.line > 0; });
        out.push_back({Concern::Kind::Unparsable, 0, s.find(file.path).value_or(ModuleId()),
                       file.facts->problems.size(), file.path,
                       problem == s.problems.end() ? 0 : problem->line});
    }
    return out;
}

void findCycles(Findings& f) {
    const Snapshot& s = *f.snapshot;
    f.tangles = graph::tangles(s, f.filter);
    f.tangleOf = graph::tangleOfModule(s, f.tangles);
    for (const graph::Tangle& tangle : f.tangles)
        f.trapped.push_back(countStatements(s, tangle.edges, f.filter));
    f.packageTangles = graph::packageTangles(s, f.filter);
    const auto counts = [](const graph::Module& m) {
        return m.kind == graph::ModuleKind::Module || m.kind == graph::ModuleKind::Package;
    };
    f.searchedModules = static_cast<std::size_t>(std::ranges::count_if(s.modules, counts));
    f.searchedEdges = static_cast<std::size_t>(
        std::ranges::count_if(s.edges, [&](const graph::Edge& e) { return f.filter.admits(e); }));
}

} // namespace

std::size_t countStatements(const Snapshot& snapshot, const std::vector<graph::EdgeId>& edges,
                            const graph::EdgeFilter& filter) {
    std::size_t count = 0;
    for (const graph::EdgeId edge : edges)
        count += static_cast<std::size_t>(
            std::ranges::count_if(snapshot.statementsOf(snapshot[edge]),
                                  [&](const graph::StatementRef& ref) { return filter.admits(ref); }));
    return count;
}

FindingsPtr findFindings(const graph::SnapshotPtr& snapshot, const graph::EdgeFilter& filter,
                         const FindingsPtr& previous) {
    auto f = std::make_shared<Findings>();
    f->snapshot = snapshot;
    f->filter = filter;
    findCycles(*f);
    f->badges = countBadges(*f);
    f->deprecated =
        previous && previous->snapshot == snapshot ? previous->deprecated : collectDeprecated(*snapshot);
    keepHeaviest(f->concerns, tangleConcerns(*f));
    keepHeaviest(f->concerns, deprecatedConcerns(*f));
    keepHeaviest(f->concerns, ghostConcerns(*f));
    keepHeaviest(f->concerns, unparsableConcerns(*snapshot));
    return f;
}

} // namespace espalier::ui
