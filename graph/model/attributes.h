// What the names of a module are once it has been imported, as far as import resolution needs it: bound to a
// module, or to something else. Computed from the bindings in the order in which they run.
//
// Importing a submodule for the first time binds its name in the package at that moment
// (importlib._bootstrap, _find_and_load_unlocked); an assignment after that wins, a second import changes
// nothing.
//
// Modules that ask each other what they bind: the answer for each is that of importing it first, whoever
// asked first.
#pragma once

#include "graph/model/bases.h"

#include <utility>
#include <vector>

namespace espalier::graph {

struct Attribute {
    enum class Kind : std::uint8_t {
        None,
        Object, // anything that is no module of the project, or not known to be one
        Module, // `module`
        Typing, // bound under TYPE_CHECKING only
    };
    Kind kind = Kind::None;
    EntityId module = kNoId;
};

class DeletedNames;

class Attributes {
public:
    Attributes(const facts::ProjectFacts& project, NameTable& names, const Places& places, ImportTree& tree,
               Bases& bases, const ModuleTable& table, const StatementIndex& statements,
               Looks* looks = nullptr)
        : project_(project)
        , names_(names)
        , places_(places)
        , tree_(tree)
        , bases_(bases)
        , table_(table)
        , statements_(statements)
        , looks_(looks) {}

    // When `module` has been imported completely.
    Attribute of(EntityId module, PartId name);
    // The name may exist although no binding shows it: unreadable or broken source, a star import from
    // somewhere unknown, manipulated modules.
    bool mayHaveMore(EntityId module);
    // Whether the module's own __getattr__ may serve the name.
    bool mayServe(EntityId module, PartId name);
    // `from . import name` in a package itself: whether the package had bound the name to another object
    // before, or a __getattr__ that may serve it.
    bool hadObject(EntityId package, std::uint32_t statement, PartId name);
    // Whether what the module binds was needed to say what another one binds.
    [[nodiscard]] bool feedsOthers(EntityId module) const {
        return module < records_.size() && records_[module].feedsOthers;
    }
    // The module's facts have changed: everything is found out anew when it is asked for.
    void forget(EntityId module);
    // Whether the value is something else than the submodule of that name.
    bool isOther(EntityId package, PartId name, Attribute value);
    // Null for namespaces and extension modules.
    [[nodiscard]] const facts::SourceFacts* factsOf(EntityId module) const;

private:
    struct Record {
        enum class State : std::uint8_t { Fresh, Building, Done };
        State state = State::Fresh;
        bool more = false, feedsOthers = false;
        // Index in building_ of the outermost module that it has been asked on behalf of and depends on:
        // Building, its own or less; Done, what holds only as long as that one is Building, or kNoId.
        std::uint32_t restsOn = kNoId;
        std::vector<PartId> order; // of the names bound
        std::vector<PartId> loaded;
        std::vector<std::pair<std::uint32_t, PartId>> hadObject; // (statement, name)
        DeletedNames* deleted = nullptr;                         // while it is Building, if there are any
    };
    struct Run; // the module being looked at

    [[nodiscard]] FileId fileOf(EntityId module) const;
    [[nodiscard]] static bool hadObject(const Record& record, std::uint32_t statement, PartId name);
    void build(EntityId module);
    void read(EntityId module);
    void finish(EntityId module, std::size_t firstProvisional);
    [[nodiscard]] bool replacesItself(const Run& run) const;
    void bind(const Run& run, const facts::Binding& binding);
    void set(EntityId module, PartId name, Attribute value);
    [[nodiscard]] Attribute get(EntityId module, PartId name) const;
    void loadSubmodules(Run& run, std::uint32_t statement);
    void loadAlong(const Run& run, EntityId from, std::span<const PartId> parts);
    void load(const Run& run, PartId part);
    Attribute imported(const Run& run, const facts::Binding& binding, PartId name);
    Attribute importedFrom(const Run& run, std::uint32_t statement, std::size_t index, PartId boundAs);
    Attribute aliased(const Run& run, std::string_view target);
    void bindStar(const Run& run, std::uint32_t statement);
    const std::vector<PartId>& partsBelow(PlaceId package);

    const facts::ProjectFacts& project_;
    NameTable& names_;
    const Places& places_;
    ImportTree& tree_;
    Bases& bases_;
    const ModuleTable& table_;
    const StatementIndex& statements_;
    Looks* const looks_;
    std::vector<Record> records_;       // by entity
    IdMap values_;                      // (entity, part) -> index + kFirstModule of a module, or a kind
    IdMap loaded_;                      // (package, part)
    IdMap alternatives_;                // (module, part): bound last by an import that may fail
    std::vector<EntityId> building_;    // each asked for by the one before
    std::vector<EntityId> provisional_; // Done, but rest on one that is Building
    std::vector<std::vector<PartId>> partsBelow_; // by place; filled when first asked for
};

} // namespace espalier::graph
