#include "graph/cuts/edge_costs.h"

#include <algorithm>
#include <array>
#include <set>

namespace espalier::graph {
namespace {

using facts::ImportForm;

std::string_view firstPart(std::string_view name) {
    return name.substr(0, name.find('.'));
}

std::string_view boundName(const facts::ImportStatement& import, const facts::ImportedName& name) {
    if (!name.alias.empty())
        return name.alias;
    return import.form == ImportForm::Import ? firstPart(name.name) : std::string_view(name.name);
}

// Stage two's facts of a file; null if they are not all there.
const facts::SymbolFacts* wholeSymbols(const Snapshot& snapshot, FileId file) {
    const facts::SourceFile& source = snapshot.project.files[file.value];
    const bool whole = source.symbols && source.symbols->problems.empty() && !source.facts->broken;
    return whole ? source.symbols.get() : nullptr;
}

void sortUnique(std::vector<EdgeCut::Symbol>& symbols) {
    std::ranges::sort(symbols);
    const auto again = std::ranges::unique(symbols);
    symbols.erase(again.begin(), again.end());
}

} // namespace

std::string_view name(CutKind kind) {
    constexpr std::array<std::string_view, 5> kNames{"move under TYPE_CHECKING", "defer",
                                                     "import from the definition", "move the symbol",
                                                     "remove the import"};
    return kNames[static_cast<std::size_t>(kind)];
}

EdgeCosts::EdgeCosts(Symbols& symbols, const EdgeFilter& filter, const Tangle& tangle,
                     const CutWeights& weights)
    : symbols_(symbols)
    , snapshot_(symbols.snapshot())
    , filter_(filter)
    , weights_(weights)
    , inTangle_(snapshot_.modules.size(), 0) {
    for (const ModuleId module : tangle.modules)
        inTangle_[module.value] = 1;
}

EdgeCut EdgeCosts::removal(EdgeId id) const {
    const Edge& edge = snapshot_[id];
    EdgeCut out;
    out.edge = id;
    out.weight = 0;
    for (std::uint32_t s = edge.firstStatement; s < edge.firstStatement + edge.statementCount; ++s) {
        const StatementRef& ref = snapshot_.statements[s];
        if (!filter_.admits(ref))
            continue;
        out.statements.push_back(s);
        out.weight +=
            snapshot_[ref.importer].cls == PathClass::Production ? weights_.production : weights_.other;
        const facts::ImportStatement& import = snapshot_.importOf(ref);
        for (const std::uint16_t index : snapshot_.namesOf(ref))
            if (import.form == ImportForm::From && !ref.flags.has(Flag::Submodule))
                out.symbols.push_back({import.names[index].name, {}});
    }
    out.weight = std::max<std::int64_t>(1, out.weight);
    sortUnique(out.symbols);
    return out;
}

EdgeCut EdgeCosts::of(EdgeId id) {
    EdgeCut out = removal(id);
    const ModuleId to = snapshot_[id].to;
    if (!std::ranges::all_of(out.statements,
                             [&](std::uint32_t s) { return isPlain(snapshot_.statements[s]); }))
        return out;
    const EdgeKind when = usedWhen(out.statements);
    if (when == EdgeKind::Typing && !filter_.kinds.has(EdgeKind::Typing))
        out.kind = CutKind::TypeChecking;
    else if (when != EdgeKind::Import && !filter_.kinds.has(EdgeKind::Deferred))
        out.kind = CutKind::Defer;
    else if (isReexported(out.statements, to, out.symbols))
        out.kind = CutKind::FromDefinition;
    else if (isMovable(out.statements, to, out.symbols))
        out.kind = CutKind::MoveSymbol;
    const int divisor = out.isEasy() ? std::max(1, weights_.easyDivisor) : 1;
    out.weight = std::max<std::int64_t>(1, (out.weight + divisor - 1) / divisor);
    return out;
}

bool EdgeCosts::isPlain(const StatementRef& ref) const {
    const facts::ImportStatement& import = snapshot_.importOf(ref);
    return (import.form == ImportForm::From || import.form == ImportForm::Import) &&
           !ref.flags.has(Flag::Star) && !ref.flags.has(Flag::ImplicitParent) &&
           !ref.flags.has(Flag::Ambiguous);
}

EdgeKind EdgeCosts::usedWhen(const Statements& statements) {
    EdgeKind latest = EdgeKind::Typing;
    for (const std::uint32_t s : statements) {
        const EdgeKind when = usedWhen(snapshot_.statements[s]);
        if (when == EdgeKind::Import)
            return when;
        if (when == EdgeKind::Deferred)
            latest = when;
    }
    return latest;
}

EdgeKind EdgeCosts::usedWhen(const StatementRef& ref) {
    const facts::ImportStatement& import = snapshot_.importOf(ref);
    const facts::SymbolFacts* symbols = wholeSymbols(snapshot_, ref.file);
    if (!symbols || ref.kind != EdgeKind::Import || !import.scope.empty() || ref.flags.has(Flag::Optional) ||
        ref.flags.has(Flag::Conditional) || snapshot_[ref.importer].kind == ModuleKind::Package)
        return EdgeKind::Import;
    EdgeKind latest = EdgeKind::Typing;
    for (const std::uint16_t index : snapshot_.namesOf(ref)) {
        const std::string_view bound = boundName(import, import.names[index]);
        bool used = false;
        for (const facts::Use& use : symbols->uses) {
            if (firstPart(use.name) != bound)
                continue;
            used = true;
            if (use.when == EdgeKind::Import)
                return EdgeKind::Import;
            if (use.when == EdgeKind::Deferred)
                latest = EdgeKind::Deferred;
        }
        if (!used || isTaken(ref.importer, bound)) // unused: imported for what running it does
            return EdgeKind::Import;
    }
    return latest;
}

bool EdgeCosts::isTaken(ModuleId module, std::string_view name) {
    const auto& facts = *snapshot_.project.files[snapshot_[module].file.value].facts;
    const auto bindsAgain = [&](const facts::Binding& binding) {
        return binding.kind == facts::BindingKind::Alias && firstPart(binding.target) == name;
    };
    if (facts.allState == facts::AllState::Computed ||
        std::ranges::find(facts.all, name) != facts.all.end() ||
        std::ranges::any_of(facts.bindings, bindsAgain))
        return true;
    auto at = importersOf_.find(module);
    if (at == importersOf_.end())
        at = importersOf_.emplace(module, SymbolImporters(snapshot_, module, {KindSet::all(), false, true}))
                 .first;
    return !at->second.of(name).empty();
}

bool EdgeCosts::isReexported(const Statements& statements, ModuleId from,
                             std::vector<EdgeCut::Symbol>& symbols) {
    if (filter_.implicitParents)
        return false; // the parents of the other module may be of the tangle
    std::vector<EdgeCut::Symbol> found;
    for (const std::uint32_t s : statements) {
        const StatementRef& ref = snapshot_.statements[s];
        const facts::ImportStatement& import = snapshot_.importOf(ref);
        if (import.form != ImportForm::From || ref.flags.has(Flag::Submodule))
            return false;
        for (const std::uint16_t index : snapshot_.namesOf(ref)) {
            const auto origins = symbols_.origins(ref.file, ref.import, index);
            if (origins.size() != 1)
                return false;
            const Origin& origin = symbols_[origins[0]];
            if ((origin.kind != OriginKind::Definition && origin.kind != OriginKind::Value) ||
                origin.module == from)
                return false;
            const auto direct = snapshot_.edge(ref.importer, origin.module);
            if (origin.name != import.names[index].name ||
                (isInTangle(origin.module) && !(direct && filter_.admits(snapshot_[*direct]))))
                return false;
            found.push_back({import.names[index].name, origin.module});
        }
    }
    sortUnique(found);
    symbols = std::move(found);
    return !symbols.empty();
}

bool EdgeCosts::isMovable(const Statements& statements, ModuleId from,
                          std::vector<EdgeCut::Symbol>& symbols) {
    if (symbols.empty() || symbols.size() > weights_.fewSymbols)
        return false;
    std::vector<EdgeCut::Symbol> found;
    for (const std::uint32_t s : statements) {
        const StatementRef& ref = snapshot_.statements[s];
        if (snapshot_.importOf(ref).form != ImportForm::From || ref.flags.has(Flag::Submodule))
            return false;
        for (const std::uint16_t index : snapshot_.namesOf(ref)) {
            const auto origins = symbols_.origins(ref.file, ref.import, index);
            if (origins.size() != 1 || symbols_[origins[0]].kind != OriginKind::Definition ||
                symbols_[origins[0]].module != from || !standsAlone(symbols_[origins[0]]))
                return false;
            found.push_back({snapshot_.importOf(ref).names[index].name, from});
        }
    }
    sortUnique(found);
    symbols = std::move(found);
    return true;
}

// Whether a class or function needs nothing of the tangle, so that a module of its own would be no part of
// it.
bool EdgeCosts::standsAlone(const Origin& definition) {
    const facts::Definition* known = definitionOf(snapshot_, definition);
    const facts::SymbolFacts* symbols = wholeSymbols(snapshot_, snapshot_[definition.module].file);
    if (!known || !symbols)
        return false;
    const auto within = [span = known->span](std::uint32_t line) {
        return span.line <= line && line <= span.endLine;
    };
    const ModuleId home = definition.module; // `definition` may move when more is resolved
    const std::string_view own = definition.name;
    std::set<std::string_view> throughTangle; // names that come from there, whatever they are in the end
    for (const EdgeId id : snapshot_.outgoing(home))
        for (const StatementRef& ref : snapshot_.statementsOf(snapshot_[id])) {
            const facts::ImportStatement& import = snapshot_.importOf(ref);
            if (!isInTangle(snapshot_[id].to))
                continue;
            if (within(import.span.line))
                return false;
            if (filter_.admits(ref))
                for (const std::uint16_t index : snapshot_.namesOf(ref))
                    throughTangle.insert(boundName(import, import.names[index]));
        }
    for (const facts::Use& use : symbols->uses) {
        if (!within(use.line) || firstPart(use.name) == own)
            continue;
        if (throughTangle.contains(firstPart(use.name)))
            return false;
        for (const OriginId id : symbols_.originsOfDotted(home, use.name)) {
            const Origin& origin = symbols_[id];
            const bool foreign = origin.kind == OriginKind::External || origin.kind == OriginKind::Builtin;
            const bool outside = (origin.kind == OriginKind::Definition || origin.kind == OriginKind::Value ||
                                  origin.kind == OriginKind::Module) &&
                                 !isInTangle(origin.module);
            if (!foreign && !outside)
                return false;
        }
    }
    return true;
}

} // namespace espalier::graph
