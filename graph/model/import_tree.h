// The project as an import statement sees it: what a name leads to, level by level, by the rules of CPython's
// path finder. In each folder of the search path a package wins over an extension module or a .py file, these
// over a bare folder; bare folders of one name over several search folders are one namespace (PEP 420).
#pragma once

#include "graph/model/id_map.h"
#include "graph/model/looks.h"
#include "graph/model/places.h"

#include <map>
#include <span>
#include <vector>

namespace espalier::graph {

// Something that a dotted name can lead to: a package or module (one place), or a namespace (folders).
using EntityId = std::uint32_t;

struct Entity {
    bool regular = false;          // package or module, not a namespace
    std::vector<PlaceId> portions; // one, if regular
};

class ImportTree {
public:
    // Given `looks`, it notes there what it looks at, and places may change.
    ImportTree(const Places& places, const NameTable& names, Looks* looks = nullptr)
        : places_(places)
        , names_(names)
        , looks_(looks) {}
    // The status of the place has changed.
    void forget(PlaceId place);

    // The namespace of these folders, in search order. Also used for a search path: its children are the top
    // levels.
    EntityId folders(const std::vector<PlaceId>& portions);
    EntityId regular(PlaceId place);
    // What `part` leads to below `parent`; kNoId: nothing.
    EntityId child(EntityId parent, PartId part);
    // The same at the top level of a search path. Names of the interpreter lead nowhere, names of Python's
    // own library to packages and modules only, since a regular package anywhere on the path wins over a bare
    // folder. `standardLibrary`: the project is that library itself.
    EntityId topLevel(EntityId searchPath, PartId part, bool standardLibrary);

    struct Walk {
        EntityId entity = kNoId;   // the deepest one reached
        std::uint32_t matched = 0; // how many parts led to it
        bool anyRegular = false;   // a package or module lay on the way
    };
    Walk walk(EntityId searchPath, std::span<const PartId> parts, bool standardLibrary);
    Walk walkBelow(EntityId from, std::span<const PartId> parts);

    [[nodiscard]] const Entity& operator[](EntityId id) const { return entities_[id]; }
    [[nodiscard]] PlaceId placeOf(EntityId id) const { return entities_[id].portions.front(); }
    [[nodiscard]] std::size_t size() const { return entities_.size(); }

private:
    EntityId add(Entity entity);
    EntityId search(const std::vector<PlaceId>& portions, PartId part);
    void noteChild(const Entity& parent, PartId part);

    const Places& places_;
    const NameTable& names_;
    Looks* const looks_;
    std::vector<Entity> entities_;
    std::vector<std::vector<EntityId>> entitiesAt_; // by place; only with looks_
    std::vector<std::vector<PartId>> answered_;     // by entity, what children_ knows; only with looks_
    std::map<std::vector<PlaceId>, EntityId> namespaces_;
    IdMap regulars_, children_;
    static constexpr std::uint32_t kNothing = 0xfffffffe; // remembered: leads nowhere
};

} // namespace espalier::graph
