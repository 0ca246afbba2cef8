// Resolver: what the names of a `from` import are, and which modules are missing.
#include "graph/model/problem_codes.h"
#include "graph/model/resolver.h"
#include "graph/model/standard_names.h"

#include <algorithm>
#include <utility>

namespace espalier::graph {

using facts::ImportForm;

Resolver::FromName Resolver::fromName(EntityId package, PartId part) {
    const std::uint32_t known = fromNameIds_.find(package, part);
    if (known != IdMap::kNone && !in_.looks)
        return fromNames_[known];
    const FromName result = lookUp(package, part);
    if (known != IdMap::kNone)
        return fromNames_[known] = result;
    if (in_.looks) {
        answersOf_.resize(std::max<std::size_t>(answersOf_.size(), package + 1));
        answersOf_[package].push_back(static_cast<std::uint32_t>(fromNames_.size()));
    }
    fromNameIds_.set(package, part, static_cast<std::uint32_t>(fromNames_.size()));
    fromNames_.push_back(result);
    return result;
}

Resolver::FromName Resolver::lookUp(EntityId package, PartId part) {
    using Kind = FromName::Kind;
    FromName result;
    result.package = package;
    result.part = part;
    result.submodule = tree_.child(package, part);
    const Attribute bound = attributes_.of(package, part);
    if (result.submodule == kNoId) {
        result.kind = bound.kind == Attribute::Kind::None ? Kind::Unbound : Kind::Attribute;
        result.typingOnly = bound.kind == Attribute::Kind::Typing;
    } else if (bound.kind == Attribute::Kind::None || bound.kind == Attribute::Kind::Typing) {
        result.kind = attributes_.mayServe(package, part) ? Kind::Both : Kind::Submodule;
    } else {
        result.kind = attributes_.isOther(package, part, bound) ? Kind::Both : Kind::Submodule;
    }
    if (result.kind == Kind::Unbound || result.typingOnly)
        result.mayBeBound = attributes_.mayServe(package, part) || attributes_.mayHaveMore(package);
    return result;
}

// A package that imports from itself sees what it has bound so far. What is deferred is mostly said by its
// own __getattr__, which would call itself.
Resolver::FromName Resolver::ownName(const Current& at, EntityId package, PartId part) {
    FromName result = fromName(package, part);
    if (result.submodule == kNoId)
        return result;
    const bool runsAtImport = at.kind == EdgeKind::Import;
    const bool object = runsAtImport ? attributes_.hadObject(package, at.index, part)
                                     : attributes_.isOther(package, part, attributes_.of(package, part));
    result.kind = object ? FromName::Kind::Both : FromName::Kind::Submodule;
    return result;
}

void Resolver::addFromName(const Current& at, EntityId package, std::uint16_t index) {
    const PartId part = at.content->names[at.names->firstName + index];
    const ModuleId module = table_.ofEntity(package);
    const FromName found = module == at.importer ? ownName(at, package, part) : fromName(package, part);
    noteAsker(at, package);
    switch (found.kind) {
    case FromName::Kind::Submodule:
        return addTarget(table_.ofEntity(found.submodule), index, kSubmodule);
    case FromName::Kind::Both:
        addTarget(module, index);
        return addTarget(table_.ofEntity(found.submodule), index, kAmbiguousSubmodule);
    case FromName::Kind::Attribute:
        if (found.typingOnly && at.kind != EdgeKind::Typing)
            return addUnbound(at, found, index);
        return addTarget(module, index);
    case FromName::Kind::Unbound:
        return addUnbound(at, found, index);
    }
}

void Resolver::addUnbound(const Current& at, const FromName& found, std::uint16_t index) {
    const EntityId package = found.package;
    const ModuleId module = table_.ofEntity(package);
    if (in_.looks)
        in_.looks->note(Looks::At::Node, module.value);
    const std::string_view text = in_.names.partText(found.part);
    const bool mayBeBound = found.mayBeBound || bases_.registers(package, table_.childName(module, text));
    const bool isMissing = (in_.looks || !missing_.empty() || !configured_.empty()) &&
                           isKnownMissing(table_.childName(module, text));
    if (isMissing || (!mayBeBound && wasThere(package, text))) {
        const std::string ghost = table_.childName(module, text);
        reportMissing(at, ghost, package, text);
        return addTarget(ghostNamed(ghost), index, kSubmodule);
    }
    addTarget(module, index);
    const bool silent = at.statement->form != ImportForm::From || isImplicitName(text) || mayBeBound;
    if (!silent)
        report(at, problem::kUnresolvedName,
               "'" + table_[module].name + "' has no name '" + std::string(text) + "' and no such module");
}

// The module itself, and the submodules that a literal __all__ names.
void Resolver::addStar(const Current& at, EntityId package, std::uint16_t index) {
    const ModuleId module = table_.ofEntity(package);
    noteAsker(at, package);
    addTarget(module, index);
    const facts::SourceFacts* source = attributes_.factsOf(package);
    if (!source || source->allState == facts::AllState::Absent)
        return;
    for (const std::string& name : source->all) {
        const PartId part = in_.names.part(name);
        if (tree_.child(package, part) == kNoId)
            continue;
        const FromName found = fromName(package, part);
        addTarget(table_.ofEntity(found.submodule), index,
                  found.kind == FromName::Kind::Both ? kAmbiguousSubmodule : kSubmodule);
    }
}

bool Resolver::isKnownMissing(const std::string& name) {
    if (in_.looks)
        in_.looks->noteName(name);
    return missing_.contains(name) || configured_.contains(name);
}

// Of what lies below `from`: "x", "gone.x".
std::vector<std::string> Resolver::stemsBelow(EntityId from, std::string_view dotted) const {
    std::string below(dotted);
    std::ranges::replace(below, '.', '/');
    std::vector<std::string> out;
    for (const PlaceId place : tree_[from].portions) {
        const std::string path = in_.places.pathOf(place);
        out.push_back(path == "." ? below : path + '/' + below);
    }
    return out;
}

bool Resolver::wasThere(EntityId from, std::string_view dotted) const {
    if (!in_.former)
        return false;
    const std::vector<std::string> stems = stemsBelow(from, dotted);
    for (const std::string& stem : stems)
        if (in_.looks)
            in_.looks->noteName(stem);
    return std::ranges::any_of(stems, [&](const std::string& stem) { return in_.former->knows(stem); });
}

void Resolver::reportMissing(const Current& at, const std::string& ghost, EntityId from,
                             std::string_view dotted) {
    if (in_.looks)
        return;
    std::string message = "there is no module '" + ghost + "'";
    if (in_.former)
        for (const std::string& stem : stemsBelow(from, dotted))
            if (const RemovedIn* removal = in_.former->removalOf(stem)) {
                message += ": removed in " + removal->commit.substr(0, 10) + ", " + removal->date + ", by " +
                           removal->author;
                break;
            }
    report(at, problem::kUnresolvedImport, std::move(message));
}

// A relative import of something beside a top-level module: nothing has matched yet, the package is the
// entity.
EntityId Resolver::missingFrom(FileId file, const Base& base, std::uint32_t level) {
    return base.entity != kNoId ? base.entity : bases_.packageOf(file, level);
}

// What is not there, below that.
std::string Resolver::missingPart(const Base& base, DottedId name) const {
    const auto parts = in_.names.partsOf(name);
    std::string out;
    for (std::size_t i = base.matched; i < parts.size(); ++i)
        (out += out.empty() ? "" : ".") += in_.names.partText(parts[i]);
    return out;
}

std::string Resolver::missingName(FileId file, const Base& base, std::uint32_t level, DottedId name) {
    const auto parts = in_.names.partsOf(name);
    const EntityId from = missingFrom(file, base, level);
    if (in_.looks)
        in_.looks->note(Looks::At::Node, table_.ofEntity(from).value);
    std::string out = table_[table_.ofEntity(from)].name;
    for (std::size_t i = base.matched; i < parts.size(); ++i)
        out = i == base.matched ? table_.childName(table_.ofEntity(from), in_.names.partText(parts[i]))
                                : out + (out.find('/') == std::string::npos ? "." : "/") +
                                      std::string(in_.names.partText(parts[i]));
    return out;
}

void Resolver::noteAsker(const Current& at, EntityId module) {
    if (in_.looks)
        return in_.looks->note(Looks::At::Module, tree_.placeOf(module));
    if (askers_.size() <= module)
        askers_.resize(std::max<std::size_t>(module + 1, tree_.size()));
    std::vector<FileId>& askers = askers_[module];
    if (askers.empty() || askers.back() != at.file)
        askers.push_back(at.file);
}

void Resolver::noteMissing(FileId file, const Base& base, DottedId name, std::set<std::string>& missing) {
    if (base.kind != Base::Kind::Missing)
        return;
    // `import p.x.y` without p.x uses p.x as a module, too.
    std::string whole = missingName(file, base, 0, name);
    for (std::size_t left = in_.names.partsOf(name).size() - base.matched; left > 0; --left) {
        missing.insert(whole);
        whole.resize(std::min(whole.size(), whole.find_last_of("./")));
    }
}

// The modules below packages of the project that the statements name and that are not there. Each absolute
// name is looked at once if `seen` is given.
void Resolver::collectMissing(FileId file, const FileNames& content, std::vector<char>* seen,
                              std::set<std::string>& missing) {
    for (std::size_t k = 0; k < content.statements.size(); ++k) {
        const facts::ImportStatement& statement = content.facts->imports[k];
        const StatementNames& names = content.statements[k];
        if (statement.form == ImportForm::String)
            continue;
        if (statement.level > 0) {
            if (names.module != kNoId)
                noteMissing(file, bases_.relative(file, statement, names.module), names.module, missing);
            continue;
        }
        const bool plain = statement.form == ImportForm::Import;
        for (std::uint32_t n = 0; n < (plain ? names.nameCount : 1); ++n) {
            const DottedId name = plain ? content.names[names.firstName + n] : names.module;
            if (name == kNoId || (seen && std::exchange((*seen)[name], 1)))
                continue;
            noteMissing(file, bases_.absolute(file, name), name, missing);
        }
    }
}

} // namespace espalier::graph
