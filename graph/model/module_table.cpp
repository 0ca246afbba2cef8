#include "graph/model/module_table.h"

#include "graph/model/problem_codes.h"
#include "graph/model/standard_names.h"

#include <algorithm>
#include <utility>

namespace espalier::graph {

ModuleTable::ModuleTable(const TableInput& input, ImportTree& tree)
    : in_(input)
    , tree_(tree)
    , globalPath_(tree.folders(input.roots.places))
    , ofFile_(input.project.files.size())
    , ofPlace_(input.places.size())
    , ofFolder_(input.places.size())
    , searchPathOf_(input.project.files.size(), globalPath_)
    , boundaryOf_(input.project.files.size(), input.places.projectFolder())
    , namingRoots_(input.places.size()) {
    modules_.reserve(in_.project.files.size() + in_.project.files.size() / 4);
    byName_.reserve(2 * in_.project.files.size());
    if (in_.present)
        return;
    for (std::size_t i = 0; i < in_.project.files.size(); ++i)
        addFile(FileId(i));
    for (std::size_t i = 0; i < in_.project.files.size(); ++i)
        placeFile(FileId(i));
    for (PlaceId place = 0; place < in_.places.size(); ++place)
        addExtension(place);
    ownCount_ = modules_.size();
}

// After all files have been added.
void ModuleTable::placeFile(FileId file) {
    const ModuleId id = ofFile_[file.value];
    if (!id.valid())
        return;
    const PlaceId place = in_.places.placeOf(file), folder = in_.places.folderOf(file);
    const ModuleId parent =
        parentIn(place == folder ? in_.places[folder].parent : folder, boundaryOf_[file.value]);
    setParent(id, parent);
    addAliases(file, id);
}

void ModuleTable::addExtension(PlaceId place) {
    if (in_.places[place].isRegular() && !ofPlace_[place].valid() &&
        !canonicalName(place, false).name.empty())
        ofPlace(place);
}

void ModuleTable::addFile(FileId file) {
    const facts::SourceFile& source = in_.project.files[file.value];
    const PlaceId place = in_.places.placeOf(file), folder = in_.places.folderOf(file);
    const bool python = source.kind == facts::FileKind::Python, stub = source.kind == facts::FileKind::Stub;
    if (!python && !stub && source.kind != facts::FileKind::Notebook)
        return;
    if (stub) {
        const std::string_view name = fileNameOf(source.path);
        const std::string_view stem = name.substr(0, name.size() - std::min<std::size_t>(name.size(), 4));
        const PlaceId twin = stem == "__init__" ? folder : in_.places.child(folder, in_.names.findPart(stem));
        if (twin != kNoId &&
            (stem == "__init__" ? in_.places[twin].isPackage() : in_.places[twin].isRegular()))
            return;
    }
    setSearchPath(file);
    Module module;
    module.file = file;
    module.cls = in_.config.classes.of(source.path);
    module.kind = place != kNoId && place == folder ? ModuleKind::Package : ModuleKind::Module;
    if (place != kNoId && answers(file, place)) {
        for (const PlaceId root : namingRoots_[folder]) {
            module.name = nameThrough(root, place, false);
            boundaryOf_[file.value] = root;
            if (!module.name.empty())
                break;
        }
    }
    if (module.name.empty()) {
        module.name = source.path;
        if (!namingRoots_[folder].empty())
            boundaryOf_[file.value] = namingRoots_[folder].front();
        if (place != kNoId && isNameable(file, place))
            module.marks.set(Mark::Shadowed);
    }
    if (module.cls == PathClass::Tests)
        module.marks.set(Mark::Test);
    ofFile_[file.value] = addThere(std::move(module));
    refresh(file);
    if (place != kNoId && answers(file, place))
        ofPlace_[place] = ofFile_[file.value];
}

void ModuleTable::refresh(FileId file) {
    if (!ofFile_[file.value].valid())
        return;
    const facts::SourceFacts* facts = in_.project.files[file.value].facts.get();
    Module& module = modules_[ofFile_[file.value].value];
    module.lines = facts ? facts->lines : 0;
    module.marks.set(Mark::Generated, facts && facts->generated);
    module.marks.set(Mark::Unparsable, !facts || facts->broken);
}

void ModuleTable::setSearchPath(FileId file) {
    const PlaceId folder = in_.places.folderOf(file);
    std::vector<PlaceId>& naming = namingRoots_[folder];
    if (naming.empty())
        naming = in_.roots.namingRootsOf(folder, in_.places);
    if (in_.roots.configured || in_.roots.places.size() == 1 || naming.empty())
        return;
    const PlaceId own = *std::max_element(naming.begin(), naming.end(), [&](PlaceId a, PlaceId b) {
        return in_.places[a].depth < in_.places[b].depth;
    });
    std::vector<PlaceId> path{own};
    std::copy_if(in_.roots.places.begin(), in_.roots.places.end(), std::back_inserter(path),
                 [&](PlaceId root) { return root != own; });
    searchPathOf_[file.value] = tree_.folders(path);
}

std::vector<PartId> ModuleTable::partsBelow(PlaceId root, PlaceId place) const {
    std::vector<PartId> parts;
    for (; place != root && place != kNoId; place = in_.places[place].parent)
        parts.push_back(in_.places[place].part);
    std::reverse(parts.begin(), parts.end());
    return parts;
}

std::string ModuleTable::join(const std::vector<PartId>& parts) const {
    std::string out;
    for (const PartId part : parts) {
        if (!out.empty())
            out += '.';
        out += in_.names.partText(part);
    }
    return out;
}

std::string ModuleTable::nameThrough(PlaceId root, PlaceId place, bool folder) {
    const std::vector<PartId> parts = partsBelow(root, place);
    if (!in_.places.within(place, root) ||
        !std::all_of(parts.begin(), parts.end(), [&](PartId part) { return in_.names.isImportable(part); }))
        return {};
    const ImportTree::Walk walk = tree_.walk(globalPath_, parts, in_.roots.standardLibrary);
    if (walk.entity == kNoId || walk.matched != parts.size() || tree_[walk.entity].regular == folder)
        return {};
    const std::vector<PlaceId>& portions = tree_[walk.entity].portions;
    if (std::find(portions.begin(), portions.end(), place) == portions.end())
        return {};
    return join(parts);
}

ModuleTable::Canonical ModuleTable::canonicalName(PlaceId place, bool folder) {
    const std::vector<PlaceId> roots = in_.roots.namingRootsOf(in_.places[place].parent, in_.places);
    for (const PlaceId root : roots) {
        std::string name = nameThrough(root, place, folder);
        if (!name.empty())
            return {std::move(name), root};
    }
    return {{}, roots.empty() ? in_.places.projectFolder() : roots.front()};
}

// Of several files at a place the package wins.
bool ModuleTable::answers(FileId file, PlaceId place) const {
    const Place& at = in_.places[place];
    return at.isPackage() ? at.package == file : at.module == file;
}

// A file that has a good name under some root, whether or not the name leads to it.
bool ModuleTable::isNameable(FileId file, PlaceId place) const {
    const std::vector<PlaceId>& roots = namingRoots_[in_.places.folderOf(file)];
    return std::any_of(roots.begin(), roots.end(), [&](PlaceId root) {
        const std::vector<PartId> parts = partsBelow(root, place);
        return !parts.empty() && !(parts.size() == 1 && in_.names.partText(parts[0]) == "__main__") &&
               std::all_of(parts.begin(), parts.end(),
                           [&](PartId part) { return in_.names.isImportable(part); });
    });
}

void ModuleTable::addAliases(FileId file, ModuleId id) {
    const std::vector<PlaceId>& roots = namingRoots_[in_.places.folderOf(file)];
    const PlaceId place = in_.places.placeOf(file);
    if (roots.size() < 2 || place == kNoId || !answers(file, place))
        return;
    for (const PlaceId root : roots) {
        const std::string name = nameThrough(root, place, false);
        const auto known = byName_.find(name);
        if (name.empty() || (known != byName_.end() && (!in_.present || isBound(known->second))))
            continue;
        if (aliases_.emplace(name, id).second && in_.present)
            aliasesOf_[file].push_back(name);
    }
}

bool ModuleTable::isRoot(PlaceId place) const {
    return std::find(in_.roots.places.begin(), in_.roots.places.end(), place) != in_.roots.places.end();
}

ModuleId ModuleTable::parentIn(PlaceId folder, PlaceId top) {
    if (folder == kNoId || folder == top || !in_.places.within(folder, in_.places.projectFolder()))
        return {};
    if (in_.places[folder].isPackage())
        return ofPlace(folder);
    return folder == in_.places.projectFolder() ? ModuleId{} : ofFolder(folder);
}

// The node of a package or module. Files have theirs; this adds those of extension modules.
ModuleId ModuleTable::ofPlace(PlaceId place) {
    if (ofPlace_[place].valid())
        return ofPlace_[place];
    Module module;
    module.kind = in_.places[place].isPackage() ? ModuleKind::Package : ModuleKind::Module;
    const PlaceId folder = in_.places[place].parent;
    Canonical canonical = canonicalName(place, false);
    module.name = std::move(canonical.name);
    const std::string path = in_.places.pathOf(place);
    if (module.name.empty())
        module.name = path;
    module.cls = in_.config.classes.of(path + ".so");
    if (module.cls == PathClass::Tests)
        module.marks.set(Mark::Test);
    const ModuleId parent = parentIn(folder, canonical.root);
    module.parent = parent;
    return ofPlace_[place] = addThere(std::move(module));
}

ModuleId ModuleTable::ofFolder(PlaceId folder) {
    if (ofFolder_[folder].valid())
        return ofFolder_[folder];
    Module module;
    module.kind = ModuleKind::Namespace;
    Canonical canonical = canonicalName(folder, true);
    module.name = std::move(canonical.name);
    const std::string path = in_.places.pathOf(folder);
    if (module.name.empty())
        module.name = path + "/";
    // One name over several source roots is one namespace.
    const auto known = byName_.find(module.name);
    if (known != byName_.end() && (!in_.present || isBound(known->second))) {
        const ModuleId id = ofFolder_[folder] = known->second;
        if (in_.present) // the name may be that of another time
            moveTo(id, parentIn(in_.places[folder].parent, canonical.root));
        return id;
    }
    module.cls = in_.config.classes.of(path + "/__init__.py");
    if (module.cls == PathClass::Tests)
        module.marks.set(Mark::Test);
    const ModuleId parent = parentIn(in_.places[folder].parent, canonical.root);
    module.parent = parent;
    return ofFolder_[folder] = addThere(std::move(module));
}

ModuleId ModuleTable::ofEntity(EntityId entity) {
    const PlaceId place = tree_.placeOf(entity);
    return tree_[entity].regular ? ofPlace(place) : ofFolder(place);
}

// A node that is there, or a folder's, which is if something holds it.
ModuleId ModuleTable::addThere(Module module) {
    if (!in_.present)
        return add(std::move(module));
    const std::string name = module.name;
    const ModuleId id = add(std::move(module));
    byName_.insert_or_assign(name, id); // whoever was only asked for gives way
    bound_.resize(modules_.size());
    bound_[id.value].is = true;
    moved_.push_back(id);
    if (modules_[id.value].kind != ModuleKind::Namespace)
        holdParent(id);
    return id;
}

void ModuleTable::setParent(ModuleId id, ModuleId parent) {
    if (in_.present)
        releaseParent(id);
    modules_[id.value].parent = parent;
    if (in_.present)
        holdParent(id);
}

// As setParent(), but a folder that nothing lies in holds nothing.
void ModuleTable::moveTo(ModuleId id, ModuleId parent) {
    if (bound_[id.value].holds.valid())
        setParent(id, parent);
    else
        modules_[id.value].parent = parent;
}

void ModuleTable::holdParent(ModuleId id) {
    for (ModuleId at = id; at.valid();) {
        const ModuleId parent = modules_[at.value].parent;
        bound_[at.value].holds = parent;
        if (!parent.valid() || bound_[parent.value].children++ > 0 ||
            modules_[parent.value].kind != ModuleKind::Namespace)
            return;
        bound_[parent.value].is = true;
        byName_.insert_or_assign(modules_[parent.value].name, parent);
        moved_.push_back(parent);
        at = parent;
    }
}

void ModuleTable::releaseParent(ModuleId id) {
    for (ModuleId at = id; at.valid();) {
        const ModuleId parent = std::exchange(bound_[at.value].holds, {});
        if (!parent.valid() || --bound_[parent.value].children > 0 ||
            modules_[parent.value].kind != ModuleKind::Namespace)
            return;
        unbind(parent);
        at = parent;
    }
}

void ModuleTable::unbind(ModuleId id) {
    if (!std::exchange(bound_[id.value].is, false))
        return;
    moved_.push_back(id);
    const auto named = byName_.find(modules_[id.value].name);
    if (named != byName_.end() && named->second == id)
        byName_.erase(named);
}

// The node of that name, kind and class, if there ever was one.
ModuleId ModuleTable::reuse(Module module) {
    std::string key = module.name;
    key += '\0';
    key += static_cast<char>('0' + static_cast<int>(module.kind) * kPathClassCount +
                             static_cast<int>(module.cls));
    const auto [known, added] = ids_.try_emplace(std::move(key), ModuleId(modules_.size()));
    if (added)
        return {};
    byName_.emplace(module.name, known->second);
    modules_[known->second.value] = std::move(module);
    return known->second;
}

ModuleId ModuleTable::add(Module module) {
    if (in_.present)
        if (const ModuleId known = reuse(module); known.valid())
            return known;
    const ModuleId id(modules_.size());
    byName_.emplace(module.name, id);
    modules_.push_back(std::move(module));
    return id;
}

ModuleId ModuleTable::named(const std::string& name) const {
    const auto it = byName_.find(name);
    const bool known = it != byName_.end();
    if (known && (!in_.present || isBound(it->second)))
        return it->second;
    const auto alias = aliases_.find(name);
    if (alias != aliases_.end())
        return alias->second;
    return known ? it->second : ModuleId{};
}

ModuleId ModuleTable::ancestorOf(const std::string& name) const {
    for (std::size_t dot = name.rfind('.'); dot != std::string::npos && dot > 0;
         dot = name.rfind('.', dot - 1)) {
        const ModuleId id = named(name.substr(0, dot));
        if (id.valid() && modules_[id.value].kind != ModuleKind::Module &&
            modules_[id.value].kind != ModuleKind::External)
            return id;
    }
    return {};
}

ModuleId ModuleTable::moduleAround(const std::string& name) const {
    for (std::size_t dot = name.rfind('.'); dot != std::string::npos && dot > 0;
         dot = name.rfind('.', dot - 1)) {
        const ModuleId id = named(name.substr(0, dot));
        if (id.valid() && modules_[id.value].kind != ModuleKind::Ghost)
            return modules_[id.value].kind == ModuleKind::Module ? id : ModuleId{};
    }
    return {};
}

ModuleId ModuleTable::ghost(const std::string& name) {
    const ModuleId known = named(name);
    if (known.valid() && (!in_.present || modules_[known.value].kind != ModuleKind::Ghost))
        return known;
    Module module;
    module.name = name;
    module.kind = ModuleKind::Ghost;
    module.parent = ancestorOf(name);
    // What it lies in may itself be missing, and lie in something else than when it was asked for first.
    if (in_.present && module.parent.valid() && modules_[module.parent.value].kind == ModuleKind::Ghost)
        module.parent = ghost(std::string(modules_[module.parent.value].name));
    if (known.valid()) {
        modules_[known.value].parent = module.parent;
        return known;
    }
    std::string path = name;
    std::replace(path.begin(), path.end(), '.', '/');
    module.cls = in_.config.classes.of(path + ".py");
    if (module.cls == PathClass::Tests)
        module.marks.set(Mark::Test);
    return add(std::move(module));
}

ModuleId ModuleTable::external(std::string_view top) {
    const ModuleId known = named(std::string(top));
    if (known.valid() && (modules_[known.value].kind == ModuleKind::External ||
                          modules_[known.value].kind == ModuleKind::Ghost))
        return known;
    Module module;
    // A folder of the project that merely shares the name has it already.
    module.name = known.valid() ? std::string(top) + " (external)" : std::string(top);
    module.kind = ModuleKind::External;
    if (isStandardName(top))
        module.marks.set(Mark::Standard);
    const auto renamed = byName_.find(module.name);
    return renamed != byName_.end() ? renamed->second : add(std::move(module));
}

std::string ModuleTable::childName(ModuleId package, std::string_view part) const {
    const Module& module = modules_[package.value];
    std::string name = module.name;
    if (module.kind == ModuleKind::Package && name.ends_with("/__init__.py"))
        name.resize(name.size() - std::string_view("__init__.py").size());
    if (!name.ends_with('/'))
        name += '.';
    return name += part;
}

EntityId ModuleTable::packageAt(PlaceId folder) {
    if (in_.places[folder].isPackage())
        return tree_.regular(folder);
    for (const PlaceId root : in_.roots.namingRootsOf(folder, in_.places)) {
        const std::vector<PartId> parts = partsBelow(root, folder);
        const ImportTree::Walk walk = tree_.walk(globalPath_, parts, in_.roots.standardLibrary);
        if (walk.entity == kNoId || walk.matched != parts.size() || tree_[walk.entity].regular)
            continue;
        const std::vector<PlaceId>& portions = tree_[walk.entity].portions;
        if (std::find(portions.begin(), portions.end(), folder) != portions.end())
            return walk.entity;
    }
    return tree_.folders({folder});
}

std::string ModuleTable::whyShadowed(FileId file) const {
    const PlaceId place = in_.places.placeOf(file);
    if (!answers(file, place))
        return "a package of the same name stands beside it, and Python takes the package";
    for (PlaceId at = in_.places[place].parent; at != kNoId && !isRoot(at); at = in_.places[at].parent)
        if (in_.places[at].isRegular() && !in_.places[at].isPackage())
            return "the folder " + in_.places.pathOf(at) +
                   "/ is hidden by a module of the same name beside it";
    const std::vector<PartId> parts = partsBelow(boundaryOf_[file.value], place);
    if (!parts.empty() && isStandardName(in_.names.partText(parts.front())))
        return "Python takes its own module '" + std::string(in_.names.partText(parts.front())) + "'";
    return "another source root has a module of this name, and it is searched first";
}

std::vector<Problem> ModuleTable::problems() const {
    std::vector<Problem> out;
    for (std::size_t i = 0; i < ofFile_.size(); ++i)
        if (ofFile_[i].valid() && modules_[ofFile_[i].value].marks.has(Mark::Shadowed))
            out.push_back({in_.project.files[i].path, 0, 0, std::string(problem::kShadowedFile),
                           "no import reaches this file: " + whyShadowed(FileId(i))});
    for (PlaceId place = 0; place < in_.places.size() && !in_.roots.standardLibrary; ++place) {
        const ModuleId id = ofPlace_[place];
        const Place& at = in_.places[place];
        if (!id.valid() || !modules_[id.value].file.valid() || at.part == kNoId || !isRoot(at.parent))
            continue;
        const Module& module = modules_[id.value];
        if (!module.marks.has(Mark::Shadowed) && isStandardName(in_.names.partText(at.part)))
            out.push_back({in_.project.files[module.file.value].path, 0, 0,
                           std::string(problem::kShadowsStandardLibrary),
                           "imports of '" + std::string(in_.names.partText(at.part)) +
                               "' find this file instead of Python's own module"});
    }
    return out;
}

std::vector<ModuleId> addConfigured(ModuleTable& table, const Config& config) {
    std::vector<ModuleId> ids;
    for (const DeprecatedEntry& entry : config.deprecated)
        if (!entry.module.empty())
            ids.push_back(table.ghost(entry.module));
    return ids;
}

} // namespace espalier::graph
