// What the names of modules come to: through re-exports, stars, aliases and alternatives to the definitions.
//
// A name stands for what it is bound to when its module has been imported completely; statements that may be
// skipped (under a condition, in a try that may fail) are alternatives, and all are kept: the one that is
// written last comes first. Modules that import each other in a circle are taken as if each had finished
// before the other asks.
#pragma once

#include "graph/symbols/arena.h"
#include "graph/symbols/binding_index.h"
#include "graph/symbols/import_targets.h"
#include "graph/symbols/origin.h"

#include <deque>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace espalier::graph {

// Answers are worked out when they are asked for, and kept. Used by one thread at a time.
class Symbols {
public:
    explicit Symbols(SnapshotPtr snapshot);
    Symbols(const Symbols&) = delete;

    static constexpr std::size_t kMostOrigins = 64; // of one name; with more it is opaque, too
    static constexpr std::size_t kMaxDepth = 1000;  // of chains; what lies behind is opaque

    [[nodiscard]] const Snapshot& snapshot() const { return *snapshot_; }
    [[nodiscard]] const Origin& operator[](OriginId id) const { return origins_[id.value]; }
    [[nodiscard]] std::size_t originCount() const { return origins_.size(); }

    // Never empty. Lists live as long as this.
    [[nodiscard]] std::span<const OriginId> origins(ModuleId module, std::string_view name);
    // Of name `index` of a statement; `import a.b` means a.b. Empty for what leads nowhere (a relative import
    // past the top), for a star, and for strings.
    [[nodiscard]] std::span<const OriginId> origins(FileId file, std::uint32_t import, std::size_t index);
    // Of the name that it binds: `import a.b` binds a.
    [[nodiscard]] std::span<const OriginId> boundOrigins(FileId file, std::uint32_t import,
                                                         std::size_t index);
    // Of a dotted name as code in the module's file says it, at module level: "mod.f". A member of a class,
    // or of any other value, comes to what the name before it does.
    [[nodiscard]] std::span<const OriginId> originsOfDotted(ModuleId module, std::string_view dotted);
    // Of `members` ("a.b") of something that has these origins.
    [[nodiscard]] std::span<const OriginId> originsOfMembers(std::span<const OriginId> of,
                                                             std::string_view members);

    // Who imports it by name: all names of `from` statements that come to an origin, those that may as well
    // be something else included; in order of edges. The first question resolves all imported names.
    struct ImportOf {
        EdgeId edge;
        std::uint32_t statement = 0; // in Snapshot::statements
        std::uint16_t name = 0;
    };
    [[nodiscard]] std::span<const ImportOf> importsOf(OriginId origin);

    // The statements by which `module`'s `name` comes to one of its origins, the first one in `module`; empty
    // if it does not. A shortest way.
    [[nodiscard]] std::vector<Step> proof(ModuleId module, std::string_view name, OriginId origin);

private:
    using NodeId = std::uint32_t;
    static constexpr std::uint32_t kNone = 0xffffffff;

    // A name of a module, or the value of an alias (`name` is kNoId then).
    struct Node {
        ModuleId module;
        PartId name = kNoId;
        std::uint32_t binding = kNone;
        enum class State : std::uint8_t { Fresh, Open, Provisional, Done } state = State::Fresh;
        std::uint32_t depth = 0, low = kNone, epoch = 0;
        std::span<const OriginId> origins;
    };
    // One statement further: to another node, or to an end.
    struct Hop {
        NodeId node = kNone;
        OriginId origin;
        std::uint32_t binding = kNone, statement = kNone; // what leads on, in the module of the node before
    };
    // What binds a name, seen backwards from a place in its module.
    struct Walk {
        ModuleId module;
        PartId name = kNoId;
        std::uint32_t before = kNone; // bindings from here on do not count; kNone: all do
        // What a `del` further down has surely undone: bindings from here on, and those of an import.
        std::uint32_t gone = kNone, goneImport = kNone;
        std::size_t firstHop = 0;
        std::uint32_t low = kNone;
        bool settled = false;           // nothing further up counts
        bool typing = false;            // bound for type checkers
        bool itself = false;            // X = X
        std::uint32_t deferred = kNone; // bound by a function
        ModuleId openStar;              // a star of a module whose names are not known
    };

    NodeId nameNode(ModuleId module, PartId name);
    NodeId aliasNode(ModuleId module, std::uint32_t binding);
    OriginId origin(OriginKind kind, ModuleId module, PartId name);
    OriginId boundBy(ModuleId module, std::uint32_t binding);
    PartId ownedPart(std::string_view text);

    // The lowest depth of an unfinished node that the result leans on; kNone: it is complete.
    std::uint32_t resolve(NodeId id);
    void finish(NodeId id, std::size_t firstOrigin, std::uint32_t low);
    void collect(std::size_t firstOrigin, OriginId found, NodeId node);
    // The origins of hops_ from `firstHop` on, which are taken away, go to collected_.
    std::uint32_t drain(std::size_t firstHop, std::size_t firstOrigin, NodeId node);

    // These append to hops_, and return what the choice of hops leans on.
    std::uint32_t expand(NodeId id);
    std::uint32_t expandName(Walk walk);
    std::uint32_t expandAlias(NodeId id);
    std::uint32_t descend(ModuleId module, std::size_t firstHop, std::string_view members,
                          std::uint32_t binding, NodeId node);
    std::span<const OriginId> taken(std::size_t firstHop);
    std::uint32_t expandDotted(ModuleId module, std::string_view dotted, std::uint32_t binding, NodeId node);
    void walkBack(Walk& walk);
    [[nodiscard]] bool isGone(const Walk& walk, std::uint32_t binding) const;
    void visit(Walk& walk, std::uint32_t binding);
    void visitLoad(Walk& walk, ModuleId child, const BindingIndex::Load& load);
    void visitStar(Walk& walk, std::uint32_t binding);
    void addBinding(ModuleId module, std::uint32_t binding);
    void addImport(ModuleId module, std::uint32_t binding);
    void addTarget(ModuleId importer, const ImportTargets::Target& target,
                   const facts::ImportStatement& import, std::size_t index, std::uint32_t binding);
    [[nodiscard]] ModuleId topOf(ModuleId owner, std::string_view dotted) const;
    [[nodiscard]] bool isRegistered(ModuleId owner, std::string_view dotted) const;
    void addMember(ModuleId module, OriginId of, PartId member, std::uint32_t binding);
    void addMissing(const Walk& walk);
    void add(OriginId origin, std::uint32_t binding = kNone, std::uint32_t statement = kNone);
    void add(NodeId node, std::uint32_t binding = kNone);
    [[nodiscard]] bool mayServe(ModuleId module, PartId name) const;
    [[nodiscard]] bool isOpaque(ModuleId module, bool fromOutside) const;
    // Whether the origins of a name show that its module has it.
    [[nodiscard]] bool isBound(NodeId node, bool promised) const;

    void indexImports();

    // proof.cpp
    struct Trail;
    std::vector<Step> stepsTo(const Walk& from, OriginId origin);
    std::vector<Step> prefixSteps(ModuleId module, std::uint32_t binding);
    [[nodiscard]] Step step(ModuleId module, const Hop& hop) const;

    SnapshotPtr snapshot_;
    NameTable names_;
    BindingIndex bindings_;
    ImportTargets targets_;
    std::vector<Node> nodes_;
    IdMap nameNodes_, aliasNodes_; // (module, name), (module, binding)
    std::vector<Origin> origins_;
    IdMap bound_, named_;                          // (module, binding); (module, name) by kind
    std::deque<std::string> texts_;                // names that are in no file
    std::vector<ModuleId> ofFile_;                 // by file
    std::vector<std::span<const OriginId>> slots_; // by ImportTargets::slot(); filled when asked for
    std::vector<ImportOf> imports_;                // by origin
    std::vector<std::uint32_t> importsStart_;      // by origin, one more; empty until asked for
    std::string scratch_;
    Arena<OriginId> lists_;
    std::vector<Hop> hops_;           // of the nodes that are open
    std::vector<OriginId> collected_; // of the nodes that are open
    std::uint32_t depth_ = 0, epoch_ = 0;
};

} // namespace espalier::graph
