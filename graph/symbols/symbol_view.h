// What there is to tell of symbols, as plain values: they hold nothing of the Symbols that they were made
// from, so that any thread may read them while another one goes on asking.
#pragma once

#include "graph/drawing/drawing.h"
#include "graph/symbols/sameness.h"
#include "graph/symbols/uses.h"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace espalier::graph {

enum class SymbolKind : std::uint8_t {
    Class,
    Function,
    Definition, // one of the two: stage two has not read its file
    Value,
    Other, // what a name comes to that no module of the project defines
};

// A definition or value of the project. Alternatives (in an if, a try) are one.
struct SymbolPlace {
    ModuleId module;
    std::string name;
    SymbolKind kind = SymbolKind::Other;
    std::uint32_t line = 0;
};

[[nodiscard]] SymbolPlace symbolPlace(const Snapshot& snapshot, const Origin& origin);

// By which paths a symbol is imported.
struct SpreadRow {
    SymbolPlace symbol;
    std::string canonical, reason; // "shop.orders:Order"; in English
    std::uint32_t statements = 0, compliantFiles = 0, violatingFiles = 0;
    ImporterCounts counts; // of its statements, each once
    [[nodiscard]] double compliance() const {
        const std::uint32_t all = compliantFiles + violatingFiles;
        return all == 0 ? 1 : static_cast<double>(compliantFiles) / all;
    }
    struct Way {
        ModuleId module;
        std::string path; // "shop:Order"
        bool canonical = false;
        ImporterCounts counts;
    };
    std::vector<Way> ways; // the most used first
};
// Those that are imported by several paths, or by another one than the canonical; as Fragmentation::ranked().
[[nodiscard]] std::vector<SpreadRow> spreadRows(Symbols& symbols, const Fragmentation& fragmentation);

// The classes and functions of a module, and the values of it that some statement imports, in order of line.
[[nodiscard]] std::vector<SpreadRow> symbolsOf(Symbols& symbols, const Fragmentation& fragmentation,
                                               ModuleId module);

// One of several definitions of a name.
struct Namesake {
    SymbolPlace symbol;
    std::uint32_t statements = 0; // that import it
};
// A Homonym (graph/symbols/homonyms.h).
struct SameName {
    std::vector<Namesake> definitions; // the most imported first; at least two
    std::vector<std::string> members;  // that all of them have
    std::uint32_t statements = 0, divided = 0;
};
// In the order of homonyms().
[[nodiscard]] std::vector<SameName> sameNames(Symbols& symbols, const Fragmentation& fragmentation);

// One symbol with all that belongs to it.
struct SymbolView {
    SnapshotPtr snapshot;
    SymbolPlace symbol;
    std::string words; // of an Other: what the name comes to
    SpreadRow spread;  // without ways: no statement imports it by name

    struct Statement {
        StatementRef ref;
        std::size_t way = 0; // in spread.ways
        bool violates = false;
        std::string required; // the canonical form; that of the statement itself if it is right
        int line = -1;        // of the picture, that it is a part of
    };
    std::vector<Statement> statements; // by path and line; one that imports it by two paths is here twice

    // From those who import it, by class, through the modules that hand it on to the one that defines it.
    // Without title and legend. Boxes of modules are keyed by their names.
    Drawing picture;

    struct Use {
        ModuleId module;
        std::uint32_t line = 0, column = 0;
        UseKind kind = UseKind::Read;
        std::string text;
    };
    std::vector<Use> uses; // by path, line, column; only where stage two has run

    std::vector<Namesake> namesakes;   // other definitions of this name, the most imported first
    std::vector<SymbolPlace> standIns; // subclasses and functions that only stand for it
};
using SymbolViewPtr = std::shared_ptr<const SymbolView>;

// Of what `module`'s `name` comes to; of several definitions the one that most statements import. `snapshot`
// is that of `symbols`.
[[nodiscard]] SymbolViewPtr symbolView(SnapshotPtr snapshot, Symbols& symbols,
                                       const Fragmentation& fragmentation,
                                       const std::vector<StandIn>& standIns, ModuleId module,
                                       std::string_view name);

// symbol_picture.cpp: fills in `picture` and Statement::line.
void drawSymbol(Symbols& symbols, OriginId definition, SymbolView& view);

} // namespace espalier::graph
