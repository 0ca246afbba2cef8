#include "graph/analysis/importers.h"

#include <algorithm>
#include <set>

namespace espalier::graph {
namespace {

using facts::ImportForm;

std::string_view lastPart(std::string_view name) {
    const std::size_t dot = name.rfind('.');
    return dot == std::string_view::npos ? name : name.substr(dot + 1);
}

// "p.C.m" with p the module: whether C is the symbol.
bool stringNames(const Snapshot& snapshot, std::string_view text, ModuleId module, std::string_view symbol) {
    const std::string_view last = lastPart(snapshot[module].name);
    for (std::size_t at = text.find(last); at != std::string_view::npos; at = text.find(last, at + 1)) {
        const std::size_t behind = at + last.size();
        if (behind < text.size() && text[behind] == '.' && (at == 0 || text[at - 1] == '.')) {
            const std::string_view rest = text.substr(behind + 1);
            if (rest.substr(0, rest.find('.')) == symbol)
                return true;
        }
    }
    return false;
}

// What stands before the module's own names in the uses of a file.
struct Prefixes {
    std::vector<std::string> texts; // "re.", "a.b."
    bool bare = false;              // a star: the names themselves
    bool unknown = false;           // a module object without a known name
};

Prefixes prefixesOf(const Snapshot& snapshot, const StatementRef& ref, ModuleId module) {
    const facts::ImportStatement& statement = snapshot.importOf(ref);
    Prefixes out;
    out.unknown = statement.form == ImportForm::Call;
    for (const std::uint16_t index : snapshot.namesOf(ref)) {
        const facts::ImportedName& name = statement.names[index];
        const bool plain = statement.form == ImportForm::Import;
        if (name.name == "*")
            out.bare = true;
        else if (plain && lastPart(name.name) != lastPart(snapshot[module].name))
            out.unknown = true; // an alias of the module
        else if (plain || ref.flags.has(Flag::Submodule))
            out.texts.push_back((name.alias.empty() ? name.name : name.alias) + '.');
    }
    return out;
}

// Null if they are not known, or not all of them.
const facts::SymbolFacts* symbolsOf(const Snapshot& snapshot, const StatementRef& ref) {
    const facts::SymbolFacts* symbols = snapshot.project.files[ref.file.value].symbols.get();
    const auto cut = [](const facts::FileProblem& p) { return p.code != "syntax-error"; };
    return symbols && std::none_of(symbols->problems.begin(), symbols->problems.end(), cut) ? symbols
                                                                                            : nullptr;
}

std::string_view firstPart(std::string_view name) {
    return name.substr(0, name.find('.'));
}

void sortUnique(std::vector<std::string_view>& names) {
    std::sort(names.begin(), names.end());
    names.erase(std::unique(names.begin(), names.end()), names.end());
}

} // namespace

SymbolImporters::SymbolImporters(const Snapshot& snapshot, ModuleId module, const EdgeFilter& filter)
    : snapshot_(snapshot)
    , module_(module) {
    for (const StatementRef& ref : importers(snapshot, module, filter)) {
        importers_.push_back({ref, false, {}});
        lookAt(importers_.back());
    }
}

void SymbolImporters::lookAt(Importer& importer) const {
    const facts::ImportStatement& statement = snapshot_.importOf(importer.ref);
    if (statement.form == ImportForm::String || importer.ref.flags.has(Flag::ImplicitParent))
        return;
    const Prefixes prefixes = prefixesOf(snapshot_, importer.ref, module_);
    if (prefixes.texts.empty() && !prefixes.bare && !prefixes.unknown)
        return;
    const facts::SymbolFacts* symbols = symbolsOf(snapshot_, importer.ref);
    importer.mayReachAll = prefixes.unknown || !symbols;
    if (importer.mayReachAll)
        return;
    for (const facts::Use& use : symbols->uses) {
        const std::string_view name = use.name;
        if (prefixes.bare)
            importer.reached.push_back(firstPart(name));
        for (const std::string& prefix : prefixes.texts)
            if (name.starts_with(prefix))
                importer.reached.push_back(firstPart(name.substr(prefix.size())));
    }
    sortUnique(importer.reached);
}

std::vector<StatementRef> SymbolImporters::of(std::string_view symbol) const {
    symbol = firstPart(symbol); // a method is reached through its class
    std::vector<StatementRef> out;
    for (const Importer& importer : importers_) {
        const facts::ImportStatement& statement = snapshot_.importOf(importer.ref);
        const auto indexes = snapshot_.namesOf(importer.ref);
        const auto named = [&](std::uint16_t index) {
            return statement.form != ImportForm::Import && statement.names[index].name == symbol;
        };
        const bool reaches =
            symbol.empty() || importer.mayReachAll ||
            std::binary_search(importer.reached.begin(), importer.reached.end(), symbol) ||
            (statement.form == ImportForm::String ? stringNames(snapshot_, statement.module, module_, symbol)
                                                  : !importer.ref.flags.has(Flag::ImplicitParent) &&
                                                        std::any_of(indexes.begin(), indexes.end(), named));
        if (reaches)
            out.push_back(importer.ref);
    }
    return out;
}

std::vector<StatementRef> importers(const Snapshot& snapshot, ModuleId module, const EdgeFilter& filter,
                                    std::string_view symbol) {
    if (!symbol.empty())
        return SymbolImporters(snapshot, module, filter).of(symbol);
    std::vector<StatementRef> out;
    for (const EdgeId id : snapshot.incoming(module)) {
        const Edge& edge = snapshot[id];
        if (edge.from == module || !filter.admits(edge))
            continue;
        for (const StatementRef& ref : snapshot.statementsOf(edge))
            if (filter.admits(ref))
                out.push_back(ref);
    }
    // Files are sorted by path, and the imports of a file by line and column.
    std::sort(out.begin(), out.end(), [](const StatementRef& a, const StatementRef& b) {
        if (a.file != b.file)
            return a.file < b.file;
        return a.import != b.import ? a.import < b.import : a.flags.bits < b.flags.bits;
    });
    return out;
}

ImporterCounts count(const Snapshot& snapshot, const std::vector<StatementRef>& statements) {
    ImporterCounts out;
    std::set<FileId> files;
    std::array<std::set<FileId>, facts::kEdgeKindCount> filesByKind;
    for (const StatementRef& ref : statements) {
        const auto cls = static_cast<std::size_t>(snapshot[ref.importer].cls);
        const auto kind = static_cast<std::size_t>(ref.kind);
        const std::uint32_t newFile = files.insert(ref.file).second ? 1 : 0;
        ++out.total.statements;
        out.total.files += newFile;
        ++out.byClass[cls].statements;
        out.byClass[cls].files += newFile;
        ++out.byKind[kind].statements;
        out.byKind[kind].files += filesByKind[kind].insert(ref.file).second ? 1 : 0;
    }
    return out;
}

} // namespace espalier::graph
