#include "graph/symbols/symbol_view.h"

#include "graph/symbols/find_symbol.h"
#include "graph/symbols/homonyms.h"

#include <algorithm>
#include <functional>
#include <set>
#include <tuple>
#include <utility>

namespace espalier::graph {
namespace {

SymbolPlace placeOf(const Symbols& symbols, OriginId id) {
    return symbolPlace(symbols.snapshot(), symbols[id]);
}

SpreadRow rowOf(const Symbols& symbols, const Spread& spread, const std::vector<Fragmentation::Path>& paths) {
    const Snapshot& snapshot = symbols.snapshot();
    SpreadRow row{placeOf(symbols, spread.definition),
                  text(snapshot, spread.canonical.path),
                  spread.canonical.reason,
                  spread.statements,
                  spread.compliantFiles,
                  spread.violatingFiles,
                  {},
                  {}};
    std::vector<StatementRef> all;
    for (const Fragmentation::Path& path : paths) {
        all.insert(all.end(), path.statements.begin(), path.statements.end());
        row.ways.push_back({path.path.module, text(snapshot, path.path), path.canonical, path.counts});
    }
    const auto place = [](const StatementRef& ref) { return std::pair(ref.file, ref.import); };
    std::ranges::sort(all, {}, place); // one can import it by several paths
    all.erase(std::ranges::unique(all, {}, place).begin(), all.end());
    row.counts = count(snapshot, all);
    return row;
}

// What to tell of, where a name comes to several things.
OriginId mostImported(Symbols& symbols, const Fragmentation& fragmentation,
                      std::span<const OriginId> origins) {
    const auto weight = [&](OriginId id) {
        const OriginKind kind = symbols[id].kind;
        const Spread* spread = fragmentation.find(id);
        return std::pair(kind == OriginKind::Definition || kind == OriginKind::Value,
                         spread ? spread->statements : 0);
    };
    return *std::ranges::max_element(origins, {}, weight);
}

void addStatements(const Snapshot& snapshot, const Spread& spread,
                   const std::vector<Fragmentation::Path>& paths, SymbolView& view) {
    for (std::size_t way = 0; way < paths.size(); ++way)
        for (const StatementRef& ref : paths[way].statements)
            view.statements.push_back({ref, way, Fragmentation::violates(spread, paths[way].path, ref),
                                       requiredForm(snapshot, ref, paths[way].path, spread.canonical.path),
                                       -1});
    std::ranges::stable_sort(view.statements, {}, [](const SymbolView::Statement& s) {
        return std::tuple(s.ref.file, s.ref.import);
    });
}

void addNamesakes(Symbols& symbols, const Fragmentation& fragmentation, SymbolView& view) {
    for (const ImportPath& path : findSymbol(symbols.snapshot(), view.symbol.name)) {
        if (path.module == view.symbol.module)
            continue;
        for (const OriginId id : symbols.origins(path.module, path.name)) {
            const Spread* spread = fragmentation.find(id);
            if (symbols[id].module != path.module || symbols[id].kind != OriginKind::Definition)
                continue;
            view.namesakes.push_back({placeOf(symbols, id), spread ? spread->statements : 0});
            break; // alternatives are one
        }
    }
    std::ranges::stable_sort(view.namesakes, std::greater(), &Namesake::statements);
}

} // namespace

SymbolPlace symbolPlace(const Snapshot& snapshot, const Origin& origin) {
    const facts::Binding* binding = bindingOf(snapshot, origin);
    SymbolPlace out{origin.module, std::string(origin.name), SymbolKind::Other, binding ? binding->line : 0};
    if (origin.kind == OriginKind::Value)
        out.kind = SymbolKind::Value;
    else if (const facts::Definition* definition = definitionOf(snapshot, origin))
        out.kind =
            definition->kind == facts::DefinitionKind::Class ? SymbolKind::Class : SymbolKind::Function;
    else if (origin.kind == OriginKind::Definition)
        out.kind = SymbolKind::Definition;
    return out;
}

std::vector<SpreadRow> spreadRows(Symbols& symbols, const Fragmentation& fragmentation) {
    std::vector<SpreadRow> out;
    std::set<std::pair<ModuleId, std::string_view>> known;
    for (const Spread& spread : fragmentation.ranked()) {
        const Origin& origin = symbols[spread.definition];
        if ((spread.paths > 1 || spread.violatingFiles > 0) &&
            known.emplace(origin.module, origin.name).second)
            out.push_back(rowOf(symbols, spread, fragmentation.paths(spread)));
    }
    return out;
}

std::vector<SameName> sameNames(Symbols& symbols, const Fragmentation& fragmentation) {
    std::vector<SameName> out;
    for (const Homonym& homonym : homonyms(symbols, fragmentation)) {
        SameName& one = out.emplace_back();
        for (const Homonym::One& definition : homonym.definitions)
            one.definitions.push_back({placeOf(symbols, definition.definition), definition.statements});
        one.members.assign(homonym.members.begin(), homonym.members.end());
        one.statements = homonym.statements;
        one.divided = homonym.divided();
    }
    return out;
}

std::vector<SpreadRow> symbolsOf(Symbols& symbols, const Fragmentation& fragmentation, ModuleId module) {
    const Snapshot& snapshot = symbols.snapshot();
    const FileId file = snapshot[module].file;
    const auto* facts = file.valid() ? snapshot.project.files[file.value].facts.get() : nullptr;
    std::vector<SpreadRow> out;
    std::set<std::string_view> known;
    for (std::size_t i = 0; facts && i < facts->bindings.size(); ++i) {
        const std::string_view name = facts->bindings[i].name;
        if (facts->bindings[i].kind == facts::BindingKind::Star || !known.insert(name).second)
            continue;
        for (const OriginId id : symbols.origins(module, name)) {
            const Spread* spread = fragmentation.find(id);
            const Origin& origin = symbols[id];
            if (origin.module != module || origin.name != name ||
                (origin.kind != OriginKind::Definition && !(spread && origin.kind == OriginKind::Value)))
                continue;
            if (spread)
                out.push_back(rowOf(symbols, *spread, fragmentation.paths(*spread)));
            else
                out.emplace_back().symbol = placeOf(symbols, id);
            break; // alternatives are one
        }
    }
    std::ranges::stable_sort(out, {}, [](const SpreadRow& row) { return row.symbol.line; });
    return out;
}

SymbolViewPtr symbolView(SnapshotPtr ofSymbols, Symbols& symbols, const Fragmentation& fragmentation,
                         const std::vector<StandIn>& standIns, ModuleId module, std::string_view name) {
    auto view = std::make_shared<SymbolView>();
    const Snapshot& snapshot = symbols.snapshot();
    view->snapshot = std::move(ofSymbols);
    // A copy: to ask for more moves the origins.
    const std::span<const OriginId> found = symbols.origins(module, name);
    const std::vector<OriginId> origins(found.begin(), found.end());
    const OriginId definition = mostImported(symbols, fragmentation, origins);
    view->symbol = placeOf(symbols, definition);
    view->words = words(snapshot, symbols[definition]);
    if (view->symbol.kind == SymbolKind::Other)
        return view;
    if (const Spread* spread = fragmentation.find(definition)) {
        const std::vector<Fragmentation::Path> paths = fragmentation.paths(*spread);
        view->spread = rowOf(symbols, *spread, paths);
        addStatements(snapshot, *spread, paths, *view);
    }
    drawSymbol(symbols, definition, *view);
    for (const SymbolUse& use : uses(symbols, origins))
        view->uses.push_back({use.module, use.line, use.column, use.kind, std::string(use.text)});
    addNamesakes(symbols, fragmentation, *view);
    for (const StandIn& one : standIns)
        if (one.standsFor == definition)
            view->standIns.push_back(placeOf(symbols, one.definition));
    return view;
}

} // namespace espalier::graph
