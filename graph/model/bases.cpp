#include "graph/model/bases.h"

#include <algorithm>

namespace espalier::graph {

Base Bases::absolute(FileId file, DottedId name) {
    if (name == kNoId)
        return {Base::Kind::Outside, false, kNoId, 0};
    const EntityId path = table_.searchPathOf(file);
    if (looks_)
        return lookUp(path, name);
    std::vector<Base>& known = absolute_[path];
    if (known.size() <= name)
        known.resize(names_.dottedCount());
    if (known[name].kind == Base::Kind::Unknown)
        known[name] = lookUp(path, name);
    return known[name];
}

Base Bases::lookUp(EntityId path, DottedId name) {
    const auto parts = names_.partsOf(name);
    const ImportTree::Walk walk = tree_.walk(path, parts, standardLibrary_);
    const bool whole = walk.matched == parts.size();
    Base base{Base::Kind::Outside, false, walk.entity, walk.matched};
    if (walk.anyRegular)
        base.kind = whole ? Base::Kind::Project : Base::Kind::Missing;
    else if (walk.matched > 0 && whole)
        base.kind = Base::Kind::Bare;
    if (base.kind == Base::Kind::Missing) {
        const EntityId registrar = registrarOf(path, name, walk.matched);
        if (registrar != kNoId)
            base = {Base::Kind::Registered, false, registrar, walk.matched};
    }
    base.sharesName = walk.matched > 0 && !walk.anyRegular;
    return base;
}

bool hasOpaqueImports(const facts::SourceFacts& facts) {
    return std::any_of(facts.problems.begin(), facts.problems.end(),
                       [](const facts::FileProblem& problem) { return problem.code == "opaque-import"; });
}

const facts::SourceFacts* Bases::factsOf(EntityId entity) const {
    if (!tree_[entity].regular)
        return nullptr;
    if (looks_)
        looks_->note(Looks::At::Module, tree_.placeOf(entity));
    const Place& place = places_[tree_.placeOf(entity)];
    const FileId file = place.isPackage() ? place.package : place.module;
    return file.valid() ? project_.files[file.value].facts.get() : nullptr;
}

bool Bases::registers(EntityId entity, std::string_view name) const {
    const facts::SourceFacts* facts = factsOf(entity);
    return facts && std::find(facts->registeredModules.begin(), facts->registeredModules.end(), name) !=
                        facts->registeredModules.end();
}

// Only a package on the way to a name is certain to have run when the name is looked up. Below a module that
// is no package there can be nothing but what it makes itself: one that makes modules of unknown names is
// believed.
EntityId Bases::registrarOf(EntityId path, DottedId name, std::uint32_t matched) {
    const auto parts = names_.partsOf(name);
    for (std::uint32_t count = matched; count > 0; --count) {
        const EntityId entity = tree_.walk(path, parts.subspan(0, count), standardLibrary_).entity;
        if (registers(entity, names_.dottedText(name)))
            return entity;
        const facts::SourceFacts* facts = factsOf(entity);
        if (count == matched && facts && hasOpaqueImports(*facts) &&
            !places_[tree_.placeOf(entity)].isPackage())
            return entity;
    }
    return kNoId;
}

EntityId Bases::packageOf(FileId file, std::uint32_t level) {
    const PlaceId top = table_.boundaryOf(file);
    PlaceId folder = places_.folderOf(file);
    for (; level > 1 && folder != top && folder != kNoId; --level)
        folder = places_[folder].parent;
    if (folder == top || folder == kNoId || !places_.within(folder, places_.projectFolder()))
        return kNoId;
    const auto [it, added] = packages_.try_emplace(folder, kNoId);
    if (added || looks_)
        it->second = table_.packageAt(folder);
    return it->second;
}

EntityId Bases::startOf(FileId file, const facts::ImportStatement& statement) {
    const PlaceId place = places_.placeOf(file);
    const bool isPackage = place == kNoId || places_[place].package == file;
    if (isPackage || !statement.flags.has(facts::Flag::OwnName))
        return packageOf(file, statement.level);
    return statement.level > 1 ? packageOf(file, statement.level - 1) : tree_.regular(place);
}

Base Bases::relative(FileId file, const facts::ImportStatement& statement, DottedId module) {
    const EntityId package = startOf(file, statement);
    if (package == kNoId)
        return {Base::Kind::BeyondTop, false, kNoId, 0};
    if (module == kNoId)
        return {Base::Kind::Project, false, package, 0};
    const auto parts = names_.partsOf(module);
    const ImportTree::Walk walk = tree_.walkBelow(package, parts);
    return {walk.matched == parts.size() ? Base::Kind::Project : Base::Kind::Missing, false, walk.entity,
            walk.matched};
}

} // namespace espalier::graph
