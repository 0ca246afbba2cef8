// The module graph of one state of a project: immutable, shared by every view and every thread.
//
// Built by buildSnapshot() (graph/model/build.h) from facts alone. Ids are dense indexes; modules are sorted
// by name (as bytes), edges by (from, to), statements within an edge by (path, line, column), so that equal
// facts give equal snapshots.
#pragma once

#include "graph/model/config.h"
#include "indexer/facts/project_facts.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace espalier::graph {

using ModuleId = facts::Id<struct ModuleTag>;
using EdgeId = facts::Id<struct EdgeTag>;
using facts::EdgeKind;
using facts::FileId;
using facts::Flag;

enum class ModuleKind : std::uint8_t {
    Module,
    Package,   // has an __init__.py
    Namespace, // a folder without one
    External,  // somebody else's, by top-level name
    Ghost,     // imported as a part of the project, but there is no such module
};
std::string_view name(ModuleKind kind); // "module", "package", …

enum class Mark : std::uint8_t {
    Deprecated = 1 << 0,
    Test = 1 << 1,
    Generated = 1 << 2,
    Unparsable = 1 << 3,
    Shim = 1 << 4,     // only re-exports
    Shadowed = 1 << 5, // a file that Python would not find under its name
    Standard = 1 << 6, // external: of Python's own library
};
struct Marks {
    std::uint8_t bits = 0;
    [[nodiscard]] constexpr bool has(Mark m) const { return (bits & static_cast<std::uint8_t>(m)) != 0; }
    constexpr Marks& set(Mark m, bool on = true) {
        const auto bit = static_cast<std::uint8_t>(m);
        bits = static_cast<std::uint8_t>(on ? bits | bit : bits & ~bit);
        return *this;
    }
    friend constexpr bool operator==(Marks, Marks) = default;
};
std::vector<std::string_view> names(Marks marks); // "deprecated", …, in bit order

struct Module {
    std::string name; // dotted; for a file that no statement can import: its path
    ModuleKind kind = ModuleKind::Module;
    PathClass cls = PathClass::Production;
    Marks marks;
    FileId file;     // none for Namespace, External, Ghost, and for extension modules without a source
    ModuleId parent; // the package it lies in; none at the top
    std::uint32_t lines = 0;
};

// One statement's part in an edge. A statement that names several modules takes part in several edges;
// `names` says with which of its names.
struct StatementRef {
    ModuleId importer;
    FileId file;
    std::uint32_t import = 0;                   // index into SourceFacts::imports of that file
    std::uint32_t firstName = 0, nameCount = 0; // range of Snapshot::nameIndexes
    EdgeKind kind = EdgeKind::Import;
    facts::Flags flags;
};

// A set of edge kinds.
struct KindSet {
    std::uint8_t bits = 0;
    static constexpr KindSet all() { return {0x0f}; }
    static constexpr KindSet of(EdgeKind k) {
        return {static_cast<std::uint8_t>(1U << static_cast<unsigned>(k))};
    }
    [[nodiscard]] constexpr bool has(EdgeKind k) const { return (bits & of(k).bits) != 0; }
    constexpr KindSet& add(EdgeKind k) {
        bits = static_cast<std::uint8_t>(bits | of(k).bits);
        return *this;
    }
    friend constexpr bool operator==(KindSet, KindSet) = default;
};

struct Edge {
    ModuleId from, to;
    std::uint32_t firstStatement = 0, statementCount = 0; // range of Snapshot::statements
    KindSet plain;                                        // kinds of its ordinary statements
    KindSet implicitParents; // kinds of statements that only run `to` as a parent package
    KindSet strings;         // kinds of string references
};

// Which statements count. Every view, analysis and command takes one of these.
struct EdgeFilter {
    KindSet kinds = KindSet::of(EdgeKind::Import);
    bool implicitParents = false;
    bool strings = false;

    [[nodiscard]] bool admits(const StatementRef& s) const {
        return kinds.has(s.kind) && (implicitParents || !s.flags.has(Flag::ImplicitParent)) &&
               (strings || !s.flags.has(Flag::String));
    }
    [[nodiscard]] bool admits(const Edge& e) const {
        return ((e.plain.bits | (implicitParents ? e.implicitParents.bits : 0) |
                 (strings ? e.strings.bits : 0)) &
                kinds.bits) != 0;
    }
    static EdgeFilter everything() { return {KindSet::all(), false, false}; }
    friend bool operator==(const EdgeFilter&, const EdgeFilter&) = default;
};

// Why a module or symbol counts as deprecated. Several pieces of evidence may name the same thing;
// `configured` ones come first.
struct Deprecation {
    bool configured = false;
    facts::MarkSource source = facts::MarkSource::Warning; // where found, if not configured
    ModuleId module;
    std::string symbol; // empty: the module
    std::uint32_t line = 0;
    std::string message;
    std::string replacement; // "a.b.C" or "a.b:C" as configured or as named by the message; empty: unknown
    std::string removal;
    bool shim = false; // "working as intended": its importers are violations, itself is not
    // A docstring or comment alone is weak evidence, and so is a warning that some calls give only: listed,
    // but nothing is marked for it.
    [[nodiscard]] bool weak() const {
        return !configured &&
               (source == facts::MarkSource::Docstring || source == facts::MarkSource::Comment ||
                source == facts::MarkSource::Condition);
    }
};

struct Problem {
    std::string path; // empty: the project
    std::uint32_t line = 0, column = 0;
    std::string code, message;
    friend auto operator<=>(const Problem&, const Problem&) = default;
};

// A folder from which module names count, and why it was chosen.
struct SourceRoot {
    std::string path; // relative; "." is the project folder
    std::string reason;
    std::vector<std::string> naming; // as in Config::rootNaming
};

struct RemovedIn;

class Snapshot {
public:
    facts::ProjectFacts project;
    std::vector<SourceRoot> roots;
    std::vector<Module> modules;
    std::vector<Edge> edges;
    std::vector<StatementRef> statements;
    std::vector<std::uint16_t> nameIndexes;
    std::vector<Deprecation> deprecations;       // sorted by module, symbol, configured first
    std::vector<Problem> problems;               // sorted
    std::vector<Campaign> campaigns;             // as configured
    std::vector<EntryPoint> entryPoints;         // as packaging names them
    CutWeights cutWeights;                       // as configured
    std::shared_ptr<const FormerModules> former; // as Config::former
    std::string baseline;                        // as configured: what "new" means; empty: not said

    [[nodiscard]] const Module& operator[](ModuleId id) const { return modules[id.value]; }
    [[nodiscard]] const Edge& operator[](EdgeId id) const { return edges[id.value]; }

    // By canonical name, by another name that reaches the same file, or by path; none if unknown.
    [[nodiscard]] std::optional<ModuleId> find(std::string_view nameOrPath) const;
    // Other names that lead to modules, sorted.
    [[nodiscard]] const std::vector<std::pair<std::string, ModuleId>>& aliases() const { return aliases_; }
    // Known names that a person may have meant, best first, at most `most`.
    [[nodiscard]] std::vector<std::string> similarNames(std::string_view name, std::size_t most = 3) const;

    [[nodiscard]] std::span<const ModuleId> children(ModuleId parent) const; // sorted by name
    [[nodiscard]] std::span<const ModuleId> tops() const;                    // modules without a parent
    [[nodiscard]] std::span<const EdgeId> outgoing(ModuleId from) const;     // sorted by `to`
    [[nodiscard]] std::span<const EdgeId> incoming(ModuleId to) const;       // sorted by `from`
    [[nodiscard]] std::optional<EdgeId> edge(ModuleId from, ModuleId to) const;

    [[nodiscard]] std::span<const StatementRef> statementsOf(const Edge& e) const {
        return {statements.data() + e.firstStatement, e.statementCount};
    }
    [[nodiscard]] std::span<const std::uint16_t> namesOf(const StatementRef& s) const {
        return {nameIndexes.data() + s.firstName, s.nameCount};
    }
    [[nodiscard]] const facts::ImportStatement& importOf(const StatementRef& s) const {
        return project.files[s.file.value].facts->imports[s.import];
    }
    [[nodiscard]] const std::string& pathOf(const StatementRef& s) const {
        return project.files[s.file.value].path;
    }
    [[nodiscard]] const std::string& pathOf(ModuleId m) const; // empty if it has no file
    // True if `m` is `ancestor` or lies below it.
    [[nodiscard]] bool within(ModuleId m, ModuleId ancestor) const;

    // Of a ghost that was a module once; null if it was none, or that is not known.
    [[nodiscard]] const RemovedIn* removalOf(ModuleId ghost) const;

    // Called once by buildSnapshot() when the vectors above are complete.
    void buildIndexes(std::vector<std::pair<std::string, ModuleId>> aliases);

private:
    std::vector<std::pair<std::string, ModuleId>> aliases_; // sorted
    std::vector<ModuleId> ofFile_;                          // by file
    std::vector<ModuleId> children_, tops_;
    std::vector<std::uint32_t> childrenStart_;
    std::vector<EdgeId> incoming_, outgoing_;
    std::vector<std::uint32_t> outgoingStart_, incomingStart_;
};

using SnapshotPtr = std::shared_ptr<const Snapshot>;

} // namespace espalier::graph
