#include "graph/model/resolver.h"

#include "graph/model/problem_codes.h"

#include <algorithm>
#include <map>
#include <unordered_map>
#include <utility>

namespace espalier::graph {

using facts::ImportForm;

namespace {
constexpr std::size_t kMaxNameIndex = 0xffff; // names beyond share the last index
constexpr std::size_t kCountedWhereFilesCome = 256;
} // namespace

Resolver::Resolver(const ResolverInput& input, ImportTree& tree, ModuleTable& table)
    : in_(input)
    , tree_(tree)
    , table_(table)
    , bases_(input.project, input.names, input.places, tree, table, input.standardLibrary, input.looks)
    , attributes_(input.project, input.names, input.places, tree, bases_, table, input.statements,
                  input.looks)
    , results_(input.project.files.size()) {
    std::size_t mostNames = in_.looks ? kCountedWhereFilesCome : 1;
    for (const FileNames& content : in_.statements.contents())
        for (const StatementNames& names : content.statements)
            mostNames = std::max<std::size_t>(mostNames, names.nameCount);
    countedNames_ = std::min(mostNames, kMaxNameIndex + 1);
    for (std::size_t i = 0; i < countedNames_; ++i)
        nameIndexes_.push_back(static_cast<std::uint16_t>(i));
    for (const DeprecatedEntry& entry : in_.config.deprecated)
        configured_.insert(entry.module);
}

void Resolver::run() {
    std::unordered_map<EntityId, std::vector<char>> seen; // by search path, then by name
    for (std::size_t i = 0; i < in_.project.files.size(); ++i) {
        const FileId file(i);
        const FileNames* content = in_.statements.of(file);
        if (!content || !table_.ofFile(file).valid())
            continue;
        std::vector<char>& names = seen[table_.searchPathOf(file)];
        names.resize(in_.names.dottedCount(), 0);
        collectMissing(file, *content, &names, missing_);
    }
    for (std::size_t i = 0; i < in_.project.files.size(); ++i)
        resolveFile(FileId(i));
}

void Resolver::resolveFile(FileId file) {
    const FileNames* content = in_.statements.of(file);
    const ModuleId importer = table_.ofFile(file);
    if (!content || !importer.valid()) {
        results_[file.value] = {};
        return;
    }
    current_.references.clear();
    isAncestor_.resize(table_.modules().size(), 0);
    for (ModuleId at = importer; at.valid(); at = table_[at].parent)
        isAncestor_[at.value] = 1;
    if (in_.looks) {
        in_.looks->begin({false, file.value});
        if (const PlaceId own = in_.places.placeOf(file); own != kNoId)
            in_.looks->note(Looks::At::Place, own);
        for (PlaceId at = in_.places.folderOf(file); at != kNoId; at = in_.places[at].parent)
            in_.looks->note(Looks::At::Place, at);
    }
    const bool stub = in_.project.files[file.value].kind == facts::FileKind::Stub;
    for (std::uint32_t k = 0; k < content->statements.size(); ++k)
        resolve({file, importer, k, &content->facts->imports[k],
                 stub ? EdgeKind::Typing : content->facts->imports[k].kind, &content->statements[k],
                 content});
    for (ModuleId at = importer; at.valid(); at = table_[at].parent)
        isAncestor_[at.value] = 0;
    if (in_.looks)
        in_.looks->end();
    FileResult& result = results_[file.value];
    result.references.assign(current_.references.begin(), current_.references.end()); // without spare room
    result.problems = std::exchange(current_.problems, {});
    result.sharedNames = std::exchange(current_.sharedNames, {});
}

void Resolver::resolve(const Current& at) {
    targets_.clear();
    if (at.statement->form == ImportForm::String) {
        resolveString(at);
    } else if (at.statement->form == ImportForm::Import) {
        for (std::uint32_t k = 0; k < at.names->nameCount; ++k) {
            const DottedId name = at.content->names[at.names->firstName + k];
            resolveModule(at, name, bases_.absolute(at.file, name),
                          static_cast<std::uint16_t>(std::min<std::size_t>(k, kMaxNameIndex)));
        }
    } else {
        resolveFrom(at);
    }
    if (at.statement->form != ImportForm::String)
        addImplicitParents(at);
    flush(at);
}

// A whole module is named: `import a.b`, import_module("a.b").
void Resolver::resolveModule(const Current& at, DottedId name, const Base& base, std::uint16_t index) {
    switch (base.kind) {
    case Base::Kind::Project:
    case Base::Kind::Registered:
        return addTarget(table_.ofEntity(base.entity), index);
    case Base::Kind::Bare:
        // A lone folder's name is no evidence that the folder is meant; below the top it is.
        if (base.matched > 1)
            return addTarget(table_.ofEntity(base.entity), index);
        [[fallthrough]];
    case Base::Kind::Outside: {
        if (name == kNoId || in_.names.partsOf(name).empty())
            return;
        const std::string text(in_.names.dottedText(name));
        if (configured_.contains(text))
            return addTarget(ghostNamed(text), index);
        return addOutside(at, in_.names.partsOf(name).front(), base.sharesName, index);
    }
    case Base::Kind::Missing: {
        const std::string ghost = missingName(at.file, base, at.statement->level, name);
        reportMissing(at, ghost, missingFrom(at.file, base, at.statement->level), missingPart(base, name));
        return addTarget(ghostNamed(ghost), index);
    }
    case Base::Kind::BeyondTop:
        return report(at, problem::kRelativeBeyondTop,
                      bases_.packageOf(at.file, 1) == kNoId
                          ? "a relative import in a module that lies in no package"
                          : "a relative import that goes past the top-level package");
    case Base::Kind::Unknown:
        return;
    }
}

void Resolver::resolveFrom(const Current& at) {
    const Base base = bases_.of(at.file, *at.statement, *at.names);
    if (at.names->nameCount == 0 || base.kind == Base::Kind::BeyondTop)
        return resolveModule(at, at.names->module, base, 0);
    if (base.kind == Base::Kind::Project || base.kind == Base::Kind::Bare)
        return resolveFromProject(at, base.entity);
    if (base.kind == Base::Kind::Missing)
        return resolveFromMissing(at, base);
    if (base.kind == Base::Kind::Registered) {
        for (std::uint32_t k = 0; k < at.names->nameCount; ++k)
            addTarget(table_.ofEntity(base.entity),
                      static_cast<std::uint16_t>(std::min<std::size_t>(k, kMaxNameIndex)));
        return;
    }
    resolveFromOutside(at, base);
}

void Resolver::resolveFromProject(const Current& at, EntityId package) {
    const Base base = bases_.of(at.file, *at.statement, *at.names);
    for (std::uint32_t k = 0; k < at.names->nameCount; ++k) {
        const auto index = static_cast<std::uint16_t>(std::min<std::size_t>(k, kMaxNameIndex));
        const PartId part = at.content->names[at.names->firstName + k];
        if (base.kind == Base::Kind::Bare && tree_.child(package, part) == kNoId) {
            const std::string name = std::string(in_.names.dottedText(at.names->module)) + '.' +
                                     std::string(in_.names.partText(part));
            if (configured_.contains(name))
                addTarget(ghostNamed(name), index, kSubmodule);
            else
                addOutside(at, in_.names.partsOf(at.names->module).front(), true, index);
        } else if (in_.names.partText(part) == "*") {
            addStar(at, package, index);
        } else {
            addFromName(at, package, index);
        }
    }
}

void Resolver::resolveFromMissing(const Current& at, const Base& base) {
    const std::string ghost = missingName(at.file, base, at.statement->level, at.names->module);
    const EntityId from = missingFrom(at.file, base, at.statement->level);
    const std::string part = missingPart(base, at.names->module);
    reportMissing(at, ghost, from, part);
    const ModuleId module = ghostNamed(ghost);
    for (std::uint32_t k = 0; k < at.names->nameCount; ++k) {
        const std::string name(in_.names.partText(at.content->names[at.names->firstName + k]));
        const std::string below = ghost + '.' + name;
        const auto index = static_cast<std::uint16_t>(std::min<std::size_t>(k, kMaxNameIndex));
        if (isKnownMissing(below) || wasThere(from, part + '.' + name))
            addTarget(ghostNamed(below), index, kSubmodule);
        else
            addTarget(module, index);
    }
}

void Resolver::resolveFromOutside(const Current& at, const Base& base) {
    if (at.names->module == kNoId || in_.names.partsOf(at.names->module).empty())
        return;
    const std::string module(in_.names.dottedText(at.names->module));
    const bool isConfigured = configured_.contains(module);
    for (std::uint32_t k = 0; k < at.names->nameCount; ++k) {
        const auto index = static_cast<std::uint16_t>(std::min<std::size_t>(k, kMaxNameIndex));
        const std::string_view part = in_.names.partText(at.content->names[at.names->firstName + k]);
        if (!configured_.empty() && configured_.contains(module + '.' + std::string(part)))
            addTarget(ghostNamed(module + '.' + std::string(part)), index, kSubmodule);
        else if (isConfigured)
            addTarget(ghostNamed(module), index);
        else
            addOutside(at, in_.names.partsOf(at.names->module).front(), base.sharesName, index);
    }
}

// The longest prefix that is a module of the project; short strings only if they are one exactly.
void Resolver::resolveString(const Current& at) {
    if (at.names->module == kNoId)
        return;
    const Base base = bases_.absolute(at.file, at.names->module);
    const std::size_t parts = in_.names.partsOf(at.names->module).size();
    const bool exact = base.kind == Base::Kind::Project || base.kind == Base::Kind::Registered;
    if (!exact && (base.kind != Base::Kind::Missing || parts < 3))
        return;
    EntityId entity = base.entity;
    if (!tree_[entity].regular) {
        PlaceId place = tree_.placeOf(entity);
        while (place != kNoId && !in_.places[place].isRegular())
            place = in_.places[place].parent;
        if (place == kNoId || parts < 3)
            return;
        entity = tree_.regular(place);
    }
    const ModuleId to = table_.ofEntity(entity);
    if (to != at.importer)
        addTarget(to, 0);
}

void Resolver::addOutside(const Current& at, PartId top, bool sharesName, std::uint16_t index) {
    if (sharesName) {
        const std::string_view text = in_.names.partText(top);
        const auto known = std::find_if(current_.sharedNames.begin(), current_.sharedNames.end(),
                                        [&](const auto& shared) { return shared.top == text; });
        if (known != current_.sharedNames.end())
            ++known->statements;
        else
            current_.sharedNames.push_back({text, at.statement->span.line, 1});
    }
    if (in_.looks && sharesName)
        in_.looks->noteName(in_.names.partText(top));
    addTarget(table_.external(in_.names.partText(top)), index);
}

ModuleId Resolver::ghostNamed(const std::string& name) {
    // There may be such a module by another way, and something that it lies in.
    for (std::size_t end = name.size(); in_.looks && end != std::string::npos && end > 0;
         end = name.rfind('.', end - 1))
        in_.looks->noteName(std::string_view(name).substr(0, end));
    return table_.ghost(name);
}

void Resolver::addTarget(ModuleId to, std::uint16_t name, facts::Flags flags) {
    targets_.push_back({to, flags, name});
}

// Running a module also runs the packages around it, except those that are running already because the
// importer lies in them. Namespaces have nothing to run. `import a.b.f` without such a module runs a.b even
// if that is no package, and fails then.
void Resolver::addImplicitParents(const Current& at) {
    const std::size_t explicitCount = targets_.size();
    const auto runs = [&](ModuleId parent, std::uint16_t name) {
        if (parent == at.importer || (parent.value < isAncestor_.size() && isAncestor_[parent.value]))
            return;
        for (std::size_t i = 0; i < explicitCount; ++i)
            if (targets_[i].to == parent)
                return;
        Target target{parent, {}, name};
        target.flags.set(Flag::ImplicitParent);
        targets_.push_back(target);
    };
    for (std::size_t i = 0; i < explicitCount; ++i) {
        const std::uint16_t name = targets_[i].name;
        const ModuleId to = targets_[i].to;
        if (table_[to].kind == ModuleKind::Ghost) {
            const ModuleId around = table_.moduleAround(table_[to].name);
            if (around.valid())
                runs(around, name);
        }
        for (ModuleId parent = table_[to].parent; parent.valid(); parent = table_[parent].parent)
            if (table_[parent].kind == ModuleKind::Package)
                runs(parent, name);
    }
}

// Joins the names that lead to one module into one reference.
void Resolver::flush(const Current& at) {
    if (targets_.size() > 1)
        std::stable_sort(targets_.begin(), targets_.end(), [](const Target& a, const Target& b) {
            return a.to != b.to ? a.to < b.to : a.flags.bits < b.flags.bits;
        });
    for (std::size_t begin = 0; begin < targets_.size();) {
        std::size_t end = begin + 1;
        while (end < targets_.size() && targets_[end].to == targets_[begin].to &&
               targets_[end].flags == targets_[begin].flags)
            ++end;
        if (in_.looks)
            in_.looks->note(Looks::At::Node, targets_[begin].to.value);
        Reference reference{targets_[begin].to, at.index, 0, 0, at.kind, at.statement->flags};
        reference.flags.bits = static_cast<std::uint16_t>(reference.flags.bits | targets_[begin].flags.bits);
        if (at.names->nameCount > 0)
            storeNames(begin, end, reference);
        current_.references.push_back(reference);
        begin = end;
    }
}

// The name indexes of targets_[begin, end), each once; a run of consecutive ones is found in the counted
// part.
void Resolver::storeNames(std::size_t begin, std::size_t end, Reference& reference) {
    std::vector<std::uint16_t>& indexes = names_;
    indexes.clear();
    for (std::size_t i = begin; i < end; ++i)
        if (indexes.empty() || indexes.back() != targets_[i].name)
            indexes.push_back(targets_[i].name);
    reference.nameCount = static_cast<std::uint32_t>(indexes.size());
    const bool run = static_cast<std::size_t>(indexes.back() - indexes.front()) + 1 == indexes.size();
    if (run && indexes.back() < countedNames_) {
        reference.firstName = indexes.front();
        return;
    }
    reference.firstName = static_cast<std::uint32_t>(nameIndexes_.size());
    nameIndexes_.insert(nameIndexes_.end(), indexes.begin(), indexes.end());
}

void Resolver::report(const Current& at, std::string_view code, std::string message) {
    if (in_.looks)
        return;
    if (at.statement->flags.has(Flag::Optional))
        message += " (optional: the failure is caught)";
    current_.problems.push_back({in_.project.files[at.file.value].path, at.statement->span.line,
                                 at.statement->span.column, std::string(code), std::move(message)});
}

std::vector<Problem> Resolver::ambiguities() const {
    struct First {
        std::size_t file = 0;
        std::uint32_t line = 0, statements = 0;
    };
    std::map<std::string_view, First> all;
    for (std::size_t i = 0; i < results_.size(); ++i)
        for (const FileResult::SharedName& shared : results_[i].sharedNames)
            all.try_emplace(shared.top, First{i, shared.line, 0}).first->second.statements +=
                shared.statements;
    std::vector<Problem> out;
    for (const auto& [top, first] : all)
        out.push_back(
            {in_.project.files[first.file].path, first.line, 0, std::string(problem::kAmbiguousExternal),
             "'" + std::string(top) + "' is a folder without __init__.py, and nothing in it answers to " +
                 std::to_string(first.statements) +
                 (first.statements == 1 ? " import, which is taken for a library's"
                                        : " imports, which are taken for a library's (this is the first)")});
    return out;
}

} // namespace espalier::graph
