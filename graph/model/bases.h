// Where the module part of an import statement leads: the first half of resolution, before its imported names
// count.
#pragma once

#include "graph/model/import_tree.h"
#include "graph/model/module_table.h"
#include "graph/model/statement_names.h"

#include <unordered_map>
#include <vector>

namespace espalier::graph {

struct Base {
    enum class Kind : std::uint8_t {
        Unknown, // not looked up yet
        Project, // a module, package or namespace: `entity`
        Bare, // only folders without __init__.py lie on the way to `entity`: it counts if something below is
              // named
        Missing,    // `entity` is of the project, but the parts after the first `matched` are not there
        Outside,    // somebody else's module
        Registered, // no file: `entity`, a package or module on the way, puts it into sys.modules, or may do
                    // so
        BeyondTop,  // relative, past the source root
    };
    Kind kind = Kind::Unknown;
    bool sharesName = false; // Outside: a bare folder of the project has the same top-level name
    EntityId entity = kNoId;
    std::uint32_t matched = 0;
};

// Whether the file changes what can be imported in ways that cannot be read: computed keys of sys.modules,
// hooks.
[[nodiscard]] bool hasOpaqueImports(const facts::SourceFacts& facts);

class Bases {
public:
    Bases(const facts::ProjectFacts& project, const NameTable& names, const Places& places, ImportTree& tree,
          ModuleTable& table, bool standardLibrary, Looks* looks = nullptr)
        : project_(project)
        , names_(names)
        , places_(places)
        , tree_(tree)
        , table_(table)
        , standardLibrary_(standardLibrary)
        , looks_(looks) {}

    Base absolute(FileId file, DottedId name);
    // `module` is kNoId for `from .. import x`.
    Base relative(FileId file, const facts::ImportStatement& statement, DottedId module);
    Base of(FileId file, const facts::ImportStatement& statement, const StatementNames& names) {
        return statement.level > 0 ? relative(file, statement, names.module) : absolute(file, names.module);
    }
    // The package that `level` dots name; kNoId past the top.
    EntityId packageOf(FileId file, std::uint32_t level);
    // What the dots of a relative import name: a package, or with Flag::OwnName the module itself.
    EntityId startOf(FileId file, const facts::ImportStatement& statement);
    // Whether the package or module says sys.modules["<name>"] = … while it is being imported.
    [[nodiscard]] bool registers(EntityId entity, std::string_view name) const;
    // Null for namespaces and extension modules.
    [[nodiscard]] const facts::SourceFacts* factsOf(EntityId entity) const;
    [[nodiscard]] bool standardLibrary() const { return standardLibrary_; }

private:
    Base lookUp(EntityId path, DottedId name);
    EntityId registrarOf(EntityId path, DottedId name, std::uint32_t matched);

    const facts::ProjectFacts& project_;
    const NameTable& names_;
    const Places& places_;
    ImportTree& tree_;
    ModuleTable& table_;
    bool standardLibrary_;
    Looks* const looks_; // if there is one, nothing is remembered: who looks has to be noted
    std::unordered_map<EntityId, std::vector<Base>> absolute_; // by search path, then by name
    std::unordered_map<PlaceId, EntityId> packages_;
};

} // namespace espalier::graph
