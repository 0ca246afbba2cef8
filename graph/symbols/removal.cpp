#include "graph/symbols/removal.h"

#include "graph/analysis/deletion.h"

#include <algorithm>
#include <set>
#include <tuple>

namespace espalier::graph {
namespace {

bool lists(const facts::SourceFacts& facts, std::string_view name) {
    return std::ranges::find(facts.all, name) != facts.all.end();
}

class Search {
public:
    Search(Symbols& symbols, std::span<const OriginId> definitions)
        : symbols_(symbols)
        , snapshot_(symbols.snapshot())
        , definitions_(definitions) {}

    Removal run() {
        for (const OriginId id : definitions_)
            if (symbols_[id].module.valid())
                homes_.insert(symbols_[id].module);
        followImports();
        findCalls();
        findEntries();
        const auto place = [](const StatementRef& ref) { return std::tuple(ref.file, ref.import); };
        auto& importers = out_.importers;
        std::ranges::sort(importers, {}, [&](const Removal::Importer& one) { return place(one.statement); });
        const auto again = std::ranges::unique(
            importers, {}, [&](const Removal::Importer& one) { return place(one.statement); });
        importers.erase(again.begin(), again.end());
        for (Removal::Importer& one : importers)
            one.handsOn = handsOn(one.statement);
        std::ranges::sort(out_.dynamic, {}, place);
        for (const SymbolUse& use : uses(symbols_, definitions_))
            if (!isWithin(use))
                out_.uses.push_back(use);
        for (const OriginId id : definitions_)
            if (const facts::SourceFacts* facts = factsOf(symbols_[id].module);
                facts && lists(*facts, symbols_[id].name))
                out_.listed.push_back(symbols_[id].module);
        out_.computed = computedImports(snapshot_);
        return std::move(out_);
    }

private:
    [[nodiscard]] const facts::SourceFacts* factsOf(ModuleId module) const {
        const FileId file = module.valid() ? snapshot_[module].file : FileId();
        return file.valid() ? snapshot_.project.files[file.value].facts.get() : nullptr;
    }

    void followImports() {
        for (const OriginId id : definitions_)
            for (const Symbols::ImportOf& import : symbols_.importsOf(id)) {
                out_.importers.push_back({snapshot_.statements[import.statement], false});
                sources_.insert(snapshot_[import.edge].to);
            }
    }

    void findCalls() {
        for (const ModuleId home : homes_)
            for (const EdgeId id : snapshot_.incoming(home))
                for (const StatementRef& ref : snapshot_.statementsOf(snapshot_[id]))
                    if (!ref.flags.has(Flag::ImplicitParent) &&
                        snapshot_.importOf(ref).form == facts::ImportForm::Call)
                        out_.dynamic.push_back(ref);
    }

    void findEntries() {
        for (const EntryPoint& entry : snapshot_.entryPoints) {
            const auto module = snapshot_.find(entry.module);
            if (!module || entry.object.empty())
                continue;
            const auto origins = symbols_.originsOfDotted(*module, entry.object);
            if (std::ranges::find_first_of(origins, definitions_) != origins.end())
                out_.entries.push_back(entry);
        }
    }

    [[nodiscard]] bool handsOn(const StatementRef& ref) const {
        const facts::ImportStatement& import = snapshot_.importOf(ref);
        if (!import.scope.empty())
            return false;
        const facts::SourceFacts* facts = factsOf(ref.importer);
        return sources_.contains(ref.importer) ||
               std::ranges::any_of(snapshot_.namesOf(ref), [&](std::uint16_t index) {
                   const facts::ImportedName& name = import.names[index];
                   return facts && lists(*facts, name.alias.empty() ? name.name : name.alias);
               });
    }

    // A use in the definition itself goes with it.
    [[nodiscard]] bool isWithin(const SymbolUse& use) const {
        return std::ranges::any_of(definitions_, [&](OriginId id) {
            const facts::Definition* definition = definitionOf(snapshot_, symbols_[id]);
            return definition && symbols_[id].module == use.module && definition->span.line <= use.line &&
                   use.line <= definition->span.endLine;
        });
    }

    Symbols& symbols_;
    const Snapshot& snapshot_;
    std::span<const OriginId> definitions_;
    std::set<ModuleId> homes_, sources_; // modules that define it; modules it is imported from
    Removal out_;
};

} // namespace

Removal whatBreaksWithout(Symbols& symbols, std::span<const OriginId> definitions) {
    return Search(symbols, definitions).run();
}

} // namespace espalier::graph
