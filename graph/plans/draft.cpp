#include "graph/plans/draft.h"

#include <algorithm>
#include <numeric>
#include <set>
#include <tuple>

namespace espalier::graph {
namespace {

KindSet& kindsFor(Edge& edge, facts::Flags flags) {
    if (flags.has(Flag::ImplicitParent))
        return edge.implicitParents;
    return flags.has(Flag::String) ? edge.strings : edge.plain;
}

bool sameStatement(const DraftImport& a, const DraftImport& b) {
    return std::tie(a.to, a.file, a.import, a.flags.bits, a.kind) ==
           std::tie(b.to, b.file, b.import, b.flags.bits, b.kind);
}

// Parts that say the same of one statement become one.
void join(std::vector<DraftImport>& imports) {
    std::ranges::stable_sort(imports, [](const DraftImport& a, const DraftImport& b) {
        return std::tie(a.to, a.file, a.import, a.flags.bits, a.kind) <
               std::tie(b.to, b.file, b.import, b.flags.bits, b.kind);
    });
    std::size_t kept = 0;
    for (std::size_t i = 0; i < imports.size(); ++i) {
        if (kept > 0 && sameStatement(imports[kept - 1], imports[i])) {
            std::vector<std::uint16_t>& names = imports[kept - 1].names;
            names.insert(names.end(), imports[i].names.begin(), imports[i].names.end());
            std::ranges::sort(names);
            names.erase(std::unique(names.begin(), names.end()), names.end());
        } else if (kept++ != i) {
            imports[kept - 1] = std::move(imports[i]);
        }
    }
    imports.resize(kept);
}

// Where the names already stand in a row, if they do.
std::uint32_t placeOf(std::vector<std::uint16_t>& nameIndexes, const std::vector<std::uint16_t>& names) {
    if (names.empty())
        return 0;
    const std::size_t first = names.front();
    if (first + names.size() <= nameIndexes.size() &&
        std::equal(names.begin(), names.end(), nameIndexes.begin() + static_cast<std::ptrdiff_t>(first)))
        return static_cast<std::uint32_t>(first);
    nameIndexes.insert(nameIndexes.end(), names.begin(), names.end());
    return static_cast<std::uint32_t>(nameIndexes.size() - names.size());
}

} // namespace

Draft::Draft(const Snapshot& before)
    : before_(before)
    , modules_(before.modules) {}

ModuleId Draft::find(std::string_view nameOrPath) const {
    if (const auto known = added_.find(nameOrPath); known != added_.end())
        return known->second;
    const auto found = before_.find(nameOrPath);
    return found && !heirs_.contains(*found) ? *found : ModuleId();
}

bool Draft::hasModulesBelow(ModuleId id) const {
    const auto isThere = [&](ModuleId child) { return !heirs_.contains(child); };
    const auto isBelow = [&](const auto& added) { return modules_[added.second.value].parent == id; };
    return std::ranges::any_of(before_.children(id), isThere) || std::ranges::any_of(added_, isBelow);
}

ModuleId Draft::add(Module module) {
    const ModuleId id(modules_.size());
    added_.emplace(module.name, id);
    modules_.push_back(std::move(module));
    return id;
}

void Draft::remove(ModuleId id, ModuleId heir) {
    heirs_[id] = heir;
    added_.erase(modules_[id.value].name);
    imports_[id].clear();
}

void Draft::moveSymbol(ModuleId from, std::string_view symbol, ModuleId to) {
    movedSymbols_[{from, std::string(symbol)}] = to;
}

std::vector<DraftImport>& Draft::imports(ModuleId importer) {
    const auto [at, isNew] = imports_.try_emplace(importer);
    if (!isNew || importer.value >= before_.modules.size())
        return at->second;
    std::map<std::pair<FileId, std::uint32_t>, std::uint32_t> groups; // by statement
    std::size_t parts = 0;
    for (const EdgeId id : before_.outgoing(importer))
        parts += before_[id].statementCount;
    at->second.reserve(parts);
    for (const EdgeId id : before_.outgoing(importer))
        for (const StatementRef& ref : before_.statementsOf(before_[id])) {
            auto group = groups.find({ref.file, ref.import});
            if (group == groups.end() || !ref.file.valid()) // without a file, each is its own
                group = groups.insert_or_assign({ref.file, ref.import}, newGroup()).first;
            const auto names = before_.namesOf(ref);
            DraftImport& import = at->second.emplace_back();
            import.to = before_[id].to;
            import.file = ref.file;
            import.import = ref.import;
            import.names.assign(names.begin(), names.end());
            import.kind = ref.kind;
            import.flags = ref.flags;
            import.group = group->second;
        }
    return at->second;
}

std::vector<ModuleId> Draft::importers(ModuleId imported) const {
    std::set<ModuleId> out;
    for (const EdgeId id : before_.incoming(imported))
        out.insert(before_[id].from);
    for (const auto& [importer, imports] : imports_)
        if (std::ranges::any_of(imports, [&](const DraftImport& i) { return i.to == imported; }))
            out.insert(importer);
    return {out.begin(), out.end()};
}

const facts::ImportStatement& Draft::statement(const DraftImport& import) const {
    const std::vector<facts::ImportStatement>& known =
        before_.project.files[import.file.value].facts->imports;
    return import.import < known.size() ? known[import.import]
                                        : newStatements_.at(import.file)[import.import - known.size()];
}

DraftImport Draft::newStatement(FileId file, facts::ImportStatement statement) {
    std::vector<facts::ImportStatement>& added = newStatements_[file];
    DraftImport out;
    out.file = file;
    out.import =
        static_cast<std::uint32_t>(before_.project.files[file.value].facts->imports.size() + added.size());
    out.names.resize(statement.names.size());
    std::iota(out.names.begin(), out.names.end(), std::uint16_t(0));
    out.kind = statement.kind;
    out.flags = statement.flags;
    out.group = newGroup();
    added.push_back(std::move(statement));
    touch(out);
    return out;
}

void Draft::regroup(DraftImport& import, std::uint32_t group) {
    touch(import);
    import.group = group;
    touch(import);
}

// As resolution does for one statement (Resolver::addImplicitParents).
void Draft::addImplied(ModuleId importer, std::span<const DraftImport> explicitParts,
                       std::vector<DraftImport>& out) const {
    const auto runs = [&](ModuleId parent, const DraftImport& by) {
        for (ModuleId at = importer; at.valid(); at = modules_[at.value].parent)
            if (at == parent)
                return;
        if (std::ranges::any_of(explicitParts, [&](const DraftImport& part) { return part.to == parent; }))
            return;
        DraftImport implied = by;
        implied.to = parent;
        // What resolution has set of the part itself says nothing of its parents.
        for (const Flag flag : {Flag::Submodule, Flag::Ambiguous})
            implied.flags.bits =
                static_cast<std::uint16_t>(implied.flags.bits & ~static_cast<unsigned>(flag));
        implied.flags.set(Flag::ImplicitParent);
        out.push_back(std::move(implied));
    };
    for (const DraftImport& part : explicitParts) {
        const Module& to = modules_[part.to.value];
        for (std::size_t dot = to.name.rfind('.');
             to.kind == ModuleKind::Ghost && dot != std::string::npos && dot > 0;
             dot = to.name.rfind('.', dot - 1)) {
            const ModuleId around = find(std::string_view(to.name).substr(0, dot));
            if (!around.valid() || modules_[around.value].kind == ModuleKind::Ghost)
                continue;
            if (modules_[around.value].kind == ModuleKind::Module)
                runs(around, part);
            break;
        }
        for (ModuleId parent = to.parent; parent.valid(); parent = modules_[parent.value].parent)
            if (modules_[parent.value].kind == ModuleKind::Package)
                runs(parent, part);
    }
}

void Draft::renewImplied(ModuleId importer, std::vector<DraftImport>& imports) const {
    std::erase_if(imports, [&](const DraftImport& i) { return i.isImplied() && touched_[i.group]; });
    std::map<std::uint32_t, std::vector<DraftImport>> groups;
    for (const DraftImport& import : imports)
        if (touched_[import.group] && !import.flags.has(Flag::String))
            groups[import.group].push_back(import);
    for (const auto& [group, parts] : groups)
        addImplied(importer, parts, imports);
}

void Draft::chooseIds() {
    order_.clear();
    for (std::size_t i = 0; i < modules_.size(); ++i)
        if (!heirs_.contains(ModuleId(i)))
            order_.push_back(ModuleId(i));
    const auto byName = [&](ModuleId id) -> const std::string& { return modules_[id.value].name; };
    if (!added_.empty()) // else as they were
        std::ranges::sort(order_, {}, byName);
    newId_.assign(modules_.size(), ModuleId());
    for (std::size_t i = 0; i < order_.size(); ++i)
        newId_[order_[i].value] = ModuleId(i);
}

void Draft::addModules(Snapshot& made) const {
    made.modules.reserve(order_.size());
    for (const ModuleId id : order_) {
        Module& module = made.modules.emplace_back(modules_[id.value]);
        if (module.parent.valid())
            module.parent = newId_[module.parent.value];
    }
}

void Draft::addEdges(Snapshot& made, ModuleId importer) {
    std::vector<DraftImport>& imports = imports_.at(importer);
    std::erase_if(imports, [](const DraftImport& import) { return import.dormant; });
    renewImplied(importer, imports);
    for (DraftImport& import : imports)
        import.to = newId_[import.to.value];
    join(imports);
    const ModuleId from = newId_[importer.value];
    const std::size_t firstEdge = made.edges.size();
    for (const DraftImport& import : imports) {
        if (made.edges.size() == firstEdge || made.edges.back().to != import.to)
            made.edges.push_back(
                {from, import.to, static_cast<std::uint32_t>(made.statements.size()), 0, {}, {}, {}});
        Edge& edge = made.edges.back();
        ++edge.statementCount;
        kindsFor(edge, import.flags).add(import.kind);
        made.statements.push_back({from, import.file, import.import, placeOf(made.nameIndexes, import.names),
                                   static_cast<std::uint32_t>(import.names.size()), import.kind,
                                   import.flags});
    }
}

void Draft::copyEdges(Snapshot& made, ModuleId importer) const {
    const ModuleId from = newId_[importer.value];
    for (const EdgeId id : before_.outgoing(importer)) {
        Edge edge = before_[id];
        const auto statements = before_.statementsOf(edge);
        edge.from = from;
        edge.to = newId_[edge.to.value];
        edge.firstStatement = static_cast<std::uint32_t>(made.statements.size());
        made.edges.push_back(edge);
        made.statements.insert(made.statements.end(), statements.begin(), statements.end());
        if (from != importer)
            for (auto at = made.statements.end() - static_cast<std::ptrdiff_t>(statements.size());
                 at != made.statements.end(); ++at)
                at->importer = from;
    }
}

void Draft::addDeprecations(Snapshot& made) const {
    for (Deprecation deprecation : before_.deprecations) {
        const auto heir = heirs_.find(deprecation.module);
        if (heir != heirs_.end() && deprecation.symbol.empty())
            continue;
        const auto moved = movedSymbols_.find({deprecation.module, deprecation.symbol});
        if (moved != movedSymbols_.end())
            deprecation.module = moved->second;
        for (auto next = heirs_.find(deprecation.module); next != heirs_.end();
             next = heirs_.find(deprecation.module))
            deprecation.module = next->second;
        deprecation.module = newId_[deprecation.module.value];
        made.deprecations.push_back(std::move(deprecation));
    }
    std::ranges::stable_sort(made.deprecations, [](const Deprecation& a, const Deprecation& b) {
        return std::tuple(a.module, std::string_view(a.symbol), !a.configured) <
               std::tuple(b.module, std::string_view(b.symbol), !b.configured);
    });
}

SnapshotPtr Draft::finish() {
    auto made = std::make_shared<Snapshot>();
    made->project = before_.project;
    for (const auto& [file, statements] : newStatements_) {
        auto& facts = made->project.files[file.value].facts;
        auto changed = std::make_shared<facts::SourceFacts>(*facts);
        changed->imports.insert(changed->imports.end(), statements.begin(), statements.end());
        facts = std::move(changed);
    }
    made->roots = before_.roots;
    made->problems = before_.problems;
    made->campaigns = before_.campaigns;
    made->entryPoints = before_.entryPoints;
    made->cutWeights = before_.cutWeights;
    made->nameIndexes = before_.nameIndexes;
    chooseIds();
    addModules(*made);
    made->edges.reserve(before_.edges.size());
    made->statements.reserve(before_.statements.size());
    for (const ModuleId id : order_) {
        if (imports_.contains(id))
            addEdges(*made, id);
        else if (id.value < before_.modules.size())
            copyEdges(*made, id);
    }
    addDeprecations(*made);
    std::vector<std::pair<std::string, ModuleId>> aliases;
    const auto lastHeir = [&](ModuleId id) {
        for (auto heir = heirs_.find(id); heir != heirs_.end(); heir = heirs_.find(id))
            id = heir->second;
        return newId_[id.value];
    };
    for (const auto& [name, id] : before_.aliases())
        aliases.emplace_back(name, lastHeir(id));
    for (const auto& [id, heir] : heirs_) {
        aliases.emplace_back(modules_[id.value].name, lastHeir(heir));
        if (modules_[id.value].file.valid())
            aliases.emplace_back(before_.project.files[modules_[id.value].file.value].path, lastHeir(heir));
    }
    made->buildIndexes(std::move(aliases));
    return made;
}

} // namespace espalier::graph
