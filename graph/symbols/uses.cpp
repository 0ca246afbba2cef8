#include "graph/symbols/uses.h"

#include <algorithm>
#include <array>
#include <tuple>
#include <unordered_map>
#include <unordered_set>

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

// Looks first at the statements for files that may use a definition, and for the names by which they may do
// so, then at the uses in these files that hold such a name.
class Search {
public:
    Search(Symbols& symbols, std::span<const OriginId> definitions)
        : symbols_(symbols)
        , snapshot_(symbols.snapshot())
        , definitions_(definitions)
        , mayUse_(snapshot_.modules.size(), 0)
        , hands_(snapshot_.modules.size(), 0) {}

    std::vector<SymbolUse> run();

private:
    [[nodiscard]] bool isMeant(std::span<const OriginId> origins) const {
        return std::ranges::any_of(
            origins, [&](OriginId id) { return std::ranges::find(definitions_, id) != definitions_.end(); });
    }
    [[nodiscard]] static std::uint64_t lengthBit(std::string_view name) {
        return std::uint64_t{1} << std::min<std::size_t>(name.size(), 63);
    }
    void hand(ModuleId module, std::string_view name);
    void addDefiningModules();
    void followStatements();
    [[nodiscard]] bool keepsModule(const StatementRef& ref) const;
    void addImporters(ModuleId module);
    void addImportersOfModules();
    void followAliases();
    void findScoped(const facts::SourceFile& file);
    void lookAt(ModuleId module);
    void lookAtStrings(const StatementRef& ref);
    [[nodiscard]] bool holdsName(std::string_view dotted) const;
    [[nodiscard]] std::span<const OriginId> originsAt(ModuleId module, const facts::Use& use);

    Symbols& symbols_;
    const Snapshot& snapshot_;
    std::span<const OriginId> definitions_;
    std::vector<char> mayUse_; // by module
    std::vector<char> hands_;  // modules that have a definition among their names
    std::unordered_set<std::string_view> names_;
    std::uint64_t lengths_ = 0; // of names_, as bits: most names are told apart by that
    std::unordered_map<const facts::SymbolFacts*, std::vector<const facts::Use*>>
        asked_; // that hold one of the names
    // Of the file that is looked at.
    struct Scoped {
        std::string_view bound;
        std::uint32_t import = 0, name = 0;
        const facts::Span* span = nullptr;
    };
    std::vector<Scoped> scoped_;
    std::unordered_set<std::string_view> firstNames_;
    std::vector<SymbolUse> found_;
};

void Search::hand(ModuleId module, std::string_view name) {
    hands_[module.value] = mayUse_[module.value] = 1;
    names_.insert(name);
    lengths_ |= lengthBit(name);
}

void Search::addDefiningModules() {
    for (const OriginId id : definitions_) {
        const Origin& origin = symbols_[id];
        if (!origin.module.valid())
            continue;
        hand(origin.module, origin.name);
    }
}

void Search::followStatements() {
    for (const OriginId id : definitions_)
        for (const Symbols::ImportOf& import : symbols_.importsOf(id)) {
            const StatementRef& ref = snapshot_.statements[import.statement];
            const facts::ImportStatement& statement = snapshot_.importOf(ref);
            hand(ref.importer, boundName(statement, statement.names[import.name]));
            hand(snapshot_[import.edge].to, statement.names[import.name].name);
        }
}

// Whether a statement makes the module itself a name that others may look for in its file: `from p import m`,
// `import m as n`, and in a package `import m`.
bool Search::keepsModule(const StatementRef& ref) const {
    const facts::ImportStatement& import = snapshot_.importOf(ref);
    const bool package = snapshot_[ref.importer].kind == ModuleKind::Package;
    const auto named = [&](std::uint16_t index) {
        const facts::ImportedName& name = import.names[index];
        return !name.alias.empty() || (package && name.name.find('.') == std::string::npos);
    };
    return import.scope.empty() &&
           (ref.flags.has(Flag::Submodule) ||
            (import.form == ImportForm::Import && std::ranges::any_of(snapshot_.namesOf(ref), named)));
}

void Search::addImporters(ModuleId module) {
    for (const EdgeId id : snapshot_.incoming(module))
        if (snapshot_[id].plain.bits != 0)
            mayUse_[snapshot_[id].from.value] = 1;
}

// X = mod.name makes X a name for it, here and for those who import X's module.
void Search::followAliases() {
    for (bool more = true; more;) {
        more = false;
        for (std::size_t m = 0; m < mayUse_.size(); ++m) {
            const FileId file = snapshot_.modules[m].file;
            const auto* facts =
                mayUse_[m] && file.valid() ? snapshot_.project.files[file.value].facts.get() : nullptr;
            for (std::size_t i = 0; facts && i < facts->bindings.size(); ++i) {
                const facts::Binding& binding = facts->bindings[i];
                if (binding.kind != facts::BindingKind::Alias ||
                    (hands_[m] && names_.contains(binding.name)) || !holdsName(binding.target) ||
                    !isMeant(symbols_.origins(ModuleId(m), binding.name)))
                    continue;
                hand(ModuleId(m), binding.name);
                more = true;
            }
        }
        if (more)
            addImportersOfModules();
    }
}

// Whoever has one of the modules, or everything in it, can say mod.name; and whoever has a package that it
// lies in, or another module that keeps it under a name: pkg.mod.name, os.path.name.
void Search::addImportersOfModules() {
    std::vector<ModuleId> work;
    for (std::size_t m = 0; m < hands_.size(); ++m)
        if (hands_[m])
            work.emplace_back(m);
    for (std::size_t i = 0; i < work.size(); ++i) {
        for (ModuleId around = snapshot_[work[i]].parent; around.valid(); around = snapshot_[around].parent)
            addImporters(around);
        for (const EdgeId id : snapshot_.incoming(work[i]))
            for (const StatementRef& ref : snapshot_.statementsOf(snapshot_[id])) {
                mayUse_[ref.importer.value] = 1;
                if (ref.flags.has(Flag::Star) && !hands_[ref.importer.value]) { // stars hand on
                    hands_[ref.importer.value] = 1;
                    work.push_back(ref.importer);
                }
                if (keepsModule(ref))
                    addImporters(ref.importer);
            }
    }
}

bool Search::holdsName(std::string_view dotted) const {
    for (;;) {
        const std::string_view part = firstPart(dotted);
        if ((lengths_ & lengthBit(part)) != 0 && names_.contains(part))
            return true;
        if (part.size() == dotted.size())
            return false;
        dotted.remove_prefix(part.size() + 1);
    }
}

// The statements in functions and class bodies that bind one of the names, with the span that they bind it
// for.
void Search::findScoped(const facts::SourceFile& file) {
    scoped_.clear();
    for (std::uint32_t k = 0; k < file.facts->imports.size(); ++k) {
        const facts::ImportStatement& import = file.facts->imports[k];
        if (import.scope.empty() || import.form == ImportForm::String)
            continue;
        const facts::Definition* around = nullptr;
        for (const facts::Definition& scope : file.symbols->definitions)
            if (scope.span.line <= import.span.line && import.span.line <= scope.span.endLine &&
                scope.name == import.scope)
                around = &scope; // in order of span: the innermost comes last
        for (std::size_t n = 0; around && n < import.names.size(); ++n)
            if (const std::string_view bound = boundName(import, import.names[n]);
                firstNames_.contains(bound))
                scoped_.push_back({bound, k, static_cast<std::uint32_t>(n), &around->span});
    }
}

// A statement in a function, or a class body, binds for what lies in there; the innermost one counts.
std::span<const OriginId> Search::originsAt(ModuleId module, const facts::Use& use) {
    const std::string_view first = firstPart(use.name);
    const Scoped* found = nullptr;
    for (const Scoped& one : scoped_)
        if (one.bound == first && one.span->line <= use.line && use.line <= one.span->endLine &&
            (!found || found->span->line <= one.span->line))
            found = &one;
    if (!found)
        return symbols_.originsOfDotted(module, use.name);
    const auto base = symbols_.boundOrigins(snapshot_[module].file, found->import, found->name);
    return symbols_.originsOfMembers(
        base, std::string_view(use.name).substr(std::min(first.size() + 1, use.name.size())));
}

void Search::lookAt(ModuleId module) {
    const FileId id = snapshot_[module].file;
    const facts::SourceFile* file = id.valid() ? &snapshot_.project.files[id.value] : nullptr;
    if (!file || !file->symbols)
        return;
    // Files of equal content share their facts.
    const auto [known, fresh] = asked_.try_emplace(file->symbols.get());
    if (fresh)
        for (const facts::Use& use : file->symbols->uses)
            if (holdsName(use.name))
                known->second.push_back(&use);
    if (known->second.empty())
        return;
    firstNames_.clear();
    for (const facts::Use* use : known->second)
        firstNames_.insert(firstPart(use->name));
    findScoped(*file);
    for (const facts::Use* use : known->second)
        if (isMeant(originsAt(module, *use)))
            found_.push_back({module, use->line, use->column, static_cast<UseKind>(use->role), use->name});
}

void Search::lookAtStrings(const StatementRef& ref) {
    const facts::ImportStatement& import = snapshot_.importOf(ref);
    const std::string_view text = import.module;
    for (std::size_t dot = text.rfind('.'); dot != std::string_view::npos && dot > 0;
         dot = text.rfind('.', dot - 1)) {
        const auto module = snapshot_.find(text.substr(0, dot));
        if (!module)
            continue;
        if (isMeant(symbols_.originsOfDotted(*module, text.substr(dot + 1))))
            found_.push_back({ref.importer, import.span.line, import.span.column, UseKind::Patched, text});
        return;
    }
}

std::vector<SymbolUse> Search::run() {
    addDefiningModules();
    followStatements();
    addImportersOfModules();
    followAliases();
    for (std::size_t m = 0; m < mayUse_.size(); ++m)
        if (mayUse_[m])
            lookAt(ModuleId(m));
    for (const Edge& edge : snapshot_.edges)
        if (hands_[edge.to.value] && edge.strings.bits != 0)
            for (const StatementRef& ref : snapshot_.statementsOf(edge))
                if (ref.flags.has(Flag::String))
                    lookAtStrings(ref);
    const auto place = [&](const SymbolUse& use) {
        return std::tuple(snapshot_[use.module].file, use.line, use.column, use.text);
    };
    std::ranges::sort(found_, [&](const SymbolUse& a, const SymbolUse& b) { return place(a) < place(b); });
    return std::move(found_);
}

} // namespace

std::string_view name(UseKind kind) {
    constexpr std::array<std::string_view, 5> kNames{"read", "call", "base", "decorator", "patched"};
    return kNames[static_cast<std::size_t>(kind)];
}

std::vector<SymbolUse> uses(Symbols& symbols, std::span<const OriginId> definitions) {
    return Search(symbols, definitions).run();
}

} // namespace espalier::graph
