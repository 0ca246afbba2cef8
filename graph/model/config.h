// What a person has written about a project: the content of [tool.espalier] in pyproject.toml, or of
// espalier.toml, and the entry points of its packaging. Read by app/project; everything has a default.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace espalier::graph {

class FormerModules;

enum class PathClass : std::uint8_t { Production, Tests, Tools, Copies };
inline constexpr int kPathClassCount = 4;
std::string_view name(PathClass cls); // "production", "tests", "tools", "copies"

// Globs over paths relative to the project (indexer/facts/glob.h). Asked in the order copies, tests, tools;
// what matches none is production.
struct PathClasses {
    std::vector<std::string> copies{"**/*backup*/**"};
    std::vector<std::string> tests{"**/test/**", "**/tests/**", "**/test_*.py", "**/*_test.py",
                                   "**/conftest.py"};
    std::vector<std::string> tools{"scripts/**", "tools/**"};

    [[nodiscard]] PathClass of(std::string_view path) const;
    friend bool operator==(const PathClasses&, const PathClasses&) = default;
};

// A module or a symbol that a person has declared deprecated.
struct DeprecatedEntry {
    std::string module;
    std::string symbol;      // empty: the whole module
    std::string replacement; // "shop.orders" or "shop.orders:Order"; empty: none given
    std::string removal;     // version or date, as written
    friend bool operator==(const DeprecatedEntry&, const DeprecatedEntry&) = default;
};

// A step of a migration. It is done when a person says so, or once all of its conditions hold; without
// conditions only a person can tell.
struct Phase {
    enum class Condition : std::uint8_t {
        NoViolations,           // nowhere
        NoProductionViolations, // tests, tools and copies may have some
        TargetMet,
        NoImporters, // no file imports a deprecated module; names of modules that stay do not count
        ModuleGone,  // every deprecated module has been there, and has no file any more
        NoGhosts,    // nothing imports a deprecated module that has no file
        Stable,      // no production violation, and none of any class that came back, for kStableDays
    };
    std::string name;
    std::vector<Condition> when;
    bool done = false; // says a person
    friend bool operator==(const Phase&, const Phase&) = default;
};
inline constexpr int kStableDays = 30;
inline constexpr int kPhaseConditionCount = 7;
std::string_view name(Phase::Condition condition); // "no violations", "no production violations", …
// What a phase of this name means unless something else is said: "remediate", "stabilise" and "remove" can be
// told from the code, all others are left to people.
[[nodiscard]] std::vector<Phase::Condition> usualConditions(std::string_view phase);

// One migration to its end: what everybody should import, what nobody should any more, and how far that is.
// Symbols are written "a.b:name".
struct Campaign {
    struct Target {
        std::optional<std::uint32_t> violatingFiles;
        std::optional<double> compliance; // 0 to 1
        std::string by;                   // "2026-12-31"; empty: none
        friend bool operator==(const Target&, const Target&) = default;
    };
    std::string name; // unique; lower-case words, digits and dashes
    std::string title, issue, priority;
    std::vector<std::string> canonical;    // symbols
    std::vector<std::string> deprecated;   // modules and symbols
    std::vector<std::string> criticalPath; // modules: what they reach outranks the rest
    std::string baseline;                  // commit, tag or date; empty: that of the project
    Target target;
    std::vector<Phase> phases;
    friend bool operator==(const Campaign&, const Campaign&) = default;
};

// What packaging says can be run or loaded from outside: a script, a plug-in.
struct EntryPoint {
    std::string path; // of the file that says so
    std::uint32_t line = 0;
    std::string name;   // "shop"
    std::string module; // "shop.cli"
    std::string object; // "main", "App.run"; empty: the module
    friend bool operator==(const EntryPoint&, const EntryPoint&) = default;
};

// What it costs to cut an edge between two modules: graph/cuts/edge_costs.h.
struct CutWeights {
    int production = 4, other = 2; // of a statement, by the class of the importing file
    int easyDivisor = 2;           // of an edge that is easy to remove
    std::size_t fewSymbols = 2;    // so many can be moved
    friend bool operator==(const CutWeights&, const CutWeights&) = default;
};

struct Config {
    std::vector<std::string>
        sourceRoots;                  // relative to the project, "." for the project itself; empty: guessed
    // As sourceRoots, for each the roots around it and itself: through which modules below it are named, first
    // choice first. Empty: by what the project's statements use.
    std::vector<std::vector<std::string>> rootNaming;
    std::vector<std::string> exclude; // globs; read by the indexer
    PathClasses classes;
    std::vector<DeprecatedEntry> deprecated;
    std::string baseline; // what "new" means: commit, tag or date; empty: not said
    std::vector<Campaign> campaigns;
    std::vector<EntryPoint> entryPoints;
    CutWeights cuts;
    // What the project had at or before the state that is looked at; null: its past is not known. Two are the
    // same if they are one object.
    std::shared_ptr<const FormerModules> former;
    friend bool operator==(const Config&, const Config&) = default;
};

} // namespace espalier::graph
