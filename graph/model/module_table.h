// The nodes of the module graph while it is being built: one for each file that imports, for extension
// modules and bare folders as far as they are needed, and for what is imported without being there.
#pragma once

#include "graph/model/import_tree.h"
#include "graph/model/roots.h"
#include "graph/model/snapshot.h"

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace espalier::graph {

struct TableInput {
    const facts::ProjectFacts& project;
    const Config& config;
    const NameTable& names;
    const Places& places;
    const Roots& roots;
    // Given, files come and go, and this says of each whether it is there; at first none is.
    const std::vector<char>* present = nullptr;
};

// What became of nodes when files came and went.
struct TableChange {
    std::vector<FileId> files;   // of another node or source root, or in other packages; sorted
    std::vector<ModuleId> nodes; // that came, went, or lie in others now; some may be as they were
};

class ModuleTable {
public:
    ModuleTable(const TableInput& input, ImportTree& tree);

    // Where files come and go: `changed` have come or gone, and `places` have another status, which the tree
    // knows already. Nodes of one name, kind and class have one id for ever.
    [[nodiscard]] TableChange update(const std::vector<FileId>& changed, const std::vector<PlaceId>& places);
    // There, as a file, an extension module or a folder that some of them lie in: not only asked for.
    [[nodiscard]] bool isThere(ModuleId id) const {
        return isBound(id) &&
               (modules_[id.value].kind != ModuleKind::Namespace || bound_[id.value].children > 0);
    }

    [[nodiscard]] const std::vector<Module>& modules() const { return modules_; }
    [[nodiscard]] const Module& operator[](ModuleId id) const { return modules_[id.value]; }
    [[nodiscard]] ModuleId ofFile(FileId file) const {
        return ofFile_[file.value];
    } // none for a shadowed stub, …
    ModuleId ofEntity(EntityId entity);
    // Nodes below this number stand for what is there, the others for what was asked for.
    [[nodiscard]] std::size_t ownCount() const { return ownCount_; }
    // Takes over what a file's new facts say of its module.
    void refresh(FileId file);
    // By canonical name or alias; none if unknown.
    [[nodiscard]] ModuleId named(const std::string& name) const;
    ModuleId ghost(const std::string& name);
    ModuleId external(std::string_view top);

    // The module that is no package, below which a missing module is named; none if there is no such.
    [[nodiscard]] ModuleId moduleAround(const std::string& name) const;
    // What `part` would be called below a package or namespace.
    [[nodiscard]] std::string childName(ModuleId package, std::string_view part) const;

    // The folders in which the absolute imports of a file are searched, the file's own source root first.
    [[nodiscard]] EntityId searchPathOf(FileId file) const { return searchPathOf_[file.value]; }
    // The package, or namespace, whose members the relative imports of files in `folder` name.
    EntityId packageAt(PlaceId folder);
    // Where relative imports of a file end: its source root.
    [[nodiscard]] PlaceId boundaryOf(FileId file) const { return boundaryOf_[file.value]; }

    [[nodiscard]] const std::unordered_map<std::string, ModuleId>& aliases() const { return aliases_; }
    // Shadowed files and top-level modules named as one of Python's own library.
    [[nodiscard]] std::vector<Problem> problems() const;

private:
    void addFile(FileId file);
    void placeFile(FileId file);
    void addExtension(PlaceId place);
    void setSearchPath(FileId file);
    [[nodiscard]] std::vector<PartId> partsBelow(PlaceId root, PlaceId place) const;
    [[nodiscard]] std::string join(const std::vector<PartId>& parts) const;
    // The dotted name of `place` through `root`; empty if it has none, or if the name leads elsewhere.
    // `folder`: the place as a namespace.
    std::string nameThrough(PlaceId root, PlaceId place, bool folder);
    // Through the best root that gives a name; without a name the root is the first choice.
    struct Canonical {
        std::string name;
        PlaceId root = kNoId;
    };
    Canonical canonicalName(PlaceId place, bool folder);
    bool answers(FileId file, PlaceId place) const;
    bool isNameable(FileId file, PlaceId place) const;
    void addAliases(FileId file, ModuleId id);
    // The node of the folder that modules lie in; none at the root `top`.
    ModuleId parentIn(PlaceId folder, PlaceId top);
    ModuleId ofPlace(PlaceId place);
    ModuleId ofFolder(PlaceId folder);
    ModuleId add(Module module);
    ModuleId reuse(Module module);
    ModuleId addThere(Module module);
    void setParent(ModuleId id, ModuleId parent);
    void moveTo(ModuleId id, ModuleId parent);
    void holdParent(ModuleId id);
    void releaseParent(ModuleId id);
    void unbind(ModuleId id);
    // Not only asked for; or a folder that was asked for.
    [[nodiscard]] bool isBound(ModuleId id) const { return id.value < bound_.size() && bound_[id.value].is; }
    class Mover;
    ModuleId ancestorOf(const std::string& name) const;
    [[nodiscard]] bool isRoot(PlaceId place) const;
    [[nodiscard]] std::string whyShadowed(FileId file) const;

    const TableInput in_;
    ImportTree& tree_;
    EntityId globalPath_;
    std::vector<Module> modules_;
    std::size_t ownCount_ = 0;
    std::unordered_map<std::string, ModuleId> byName_, aliases_;
    std::vector<ModuleId> ofFile_, ofPlace_, ofFolder_;
    std::unordered_map<std::string, ModuleId> ids_; // by name, kind and class; only where files come and go
    struct Bound {
        bool is = false;
        std::uint32_t children = 0; // nodes that hold it as their parent
        ModuleId holds;
    };
    std::vector<Bound> bound_;                                       // by node; the same
    std::vector<ModuleId> moved_;                                    // since the last update(); the same
    std::unordered_map<FileId, std::vector<std::string>> aliasesOf_; // the same
    std::vector<EntityId> searchPathOf_;
    std::vector<PlaceId> boundaryOf_;
    std::vector<std::vector<PlaceId>> namingRoots_; // by folder, filled on demand
};

// Every configured module has a node, even if it does not exist and nothing imports it.
[[nodiscard]] std::vector<ModuleId> addConfigured(ModuleTable& table, const Config& config);

} // namespace espalier::graph
