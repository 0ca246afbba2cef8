// Resolver: a change of some files' facts, without looking at the others again.
//
// What a statement leads to depends on the project's files, which are the same, on what the modules that it
// names bind, and on which names are used as missing modules. So a changed file concerns itself and those
// that asked what it binds, unless it decides what third modules bind or what is missing.
#include "graph/model/resolver.h"

#include <algorithm>
#include <utility>

namespace espalier::graph {
namespace {

bool sameStatement(const facts::ImportStatement& a, const facts::ImportStatement& b) {
    return a.form == b.form && a.kind == b.kind && a.flags == b.flags && a.level == b.level &&
           a.module == b.module && a.names == b.names;
}

bool sameBinding(const facts::Binding& a, const facts::Binding& b) {
    return a.kind == b.kind && a.when == b.when && a.flags == b.flags && a.statement == b.statement &&
           a.name == b.name && a.target == b.target;
}

std::size_t countOpaque(const facts::SourceFacts& facts) {
    return static_cast<std::size_t>(
        std::count_if(facts.problems.begin(), facts.problems.end(),
                      [](const facts::FileProblem& problem) { return problem.code == "opaque-import"; }));
}

// The same but for places in the file: nobody else can notice.
bool saysTheSame(const facts::SourceFacts& a, const facts::SourceFacts& b) {
    return a.broken == b.broken && a.hasModuleGetattr == b.hasModuleGetattr &&
           a.getattrServesAny == b.getattrServesAny && a.getattrNames == b.getattrNames &&
           a.opaqueNames == b.opaqueNames && a.allState == b.allState && a.all == b.all &&
           countOpaque(a) == countOpaque(b) &&
           std::equal(a.imports.begin(), a.imports.end(), b.imports.begin(), b.imports.end(),
                      sameStatement) &&
           std::equal(a.bindings.begin(), a.bindings.end(), b.bindings.begin(), b.bindings.end(),
                      sameBinding);
}

} // namespace

std::optional<std::vector<FileId>> Resolver::update(std::span<const ChangedFile> changed) {
    std::set<FileId> concerned;
    for (const ChangedFile& one : changed) {
        concerned.insert(one.file);
        if (saysTheSame(*one.before, *in_.statements.of(one.file)->facts))
            continue;
        if (!isLocal(one))
            return std::nullopt;
        const EntityId module = entityOf(one.file);
        if (module == kNoId)
            continue;
        if (module < askers_.size())
            concerned.insert(askers_[module].begin(), askers_[module].end());
        forget(module);
    }
    for (const FileId file : concerned)
        resolveFile(file);
    return std::vector<FileId>(concerned.begin(), concerned.end());
}

bool Resolver::isLocal(const ChangedFile& changed) {
    const FileNames& names = *in_.statements.of(changed.file);
    if (changed.before->registeredModules != names.facts->registeredModules ||
        hasOpaqueImports(*changed.before) != hasOpaqueImports(*names.facts))
        return false;
    if (const EntityId module = entityOf(changed.file); module != kNoId && attributes_.feedsOthers(module))
        return false;
    std::set<std::string> before, after;
    if (table_.ofFile(changed.file).valid()) {
        collectMissing(changed.file, *changed.namesBefore, nullptr, before);
        collectMissing(changed.file, names, nullptr, after);
    }
    return before == after;
}

// What the module binds, and every answer that was made from it.
void Resolver::forget(EntityId module) {
    attributes_.forget(module);
    for (const FromName& known : fromNames_)
        if (known.package == module)
            fromNameIds_.set(known.package, known.part, IdMap::kNone);
}

// The module that imports find in the file; kNoId if they find none.
EntityId Resolver::entityOf(FileId file) {
    const PlaceId place = in_.places.placeOf(file);
    if (place == kNoId || !in_.places[place].isRegular())
        return kNoId;
    const Place& at = in_.places[place];
    return (at.isPackage() ? at.package : at.module) == file ? tree_.regular(place) : kNoId;
}

} // namespace espalier::graph
