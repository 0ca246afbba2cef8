// What it costs to cut an edge of a tangle, as a number that a person understands, and the easiest way to do
// so.
#pragma once

#include "graph/analysis/importers.h"
#include "graph/analysis/tangles.h"
#include "graph/symbols/symbols.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace espalier::graph {

// In the order in which they are preferred.
enum class CutKind : std::uint8_t {
    TypeChecking,   // move under `if TYPE_CHECKING`
    Defer,          // move into the functions that need it
    FromDefinition, // import from where the names are defined
    MoveSymbol,     // move what is imported into a module of its own
    Remove,         // no easy way is proven
};
std::string_view name(CutKind kind); // "move under TYPE_CHECKING", …

struct EdgeCut {
    EdgeId edge;
    CutKind kind = CutKind::Remove;
    std::int64_t weight = 1;               // at least 1; rounded up
    std::vector<std::uint32_t> statements; // in Snapshot::statements: all of the edge that the filter admits
    struct Symbol {
        std::string_view name; // as the statements import it; lives as long as the snapshot
        ModuleId definedIn;    // FromDefinition, MoveSymbol: the module that has it in the end
        friend auto operator<=>(const Symbol&, const Symbol&) = default;
    };
    std::vector<Symbol> symbols; // sorted, each once; a module that is imported as a whole is none

    [[nodiscard]] bool isEasy() const { return kind != CutKind::Remove; }
};

// An edge is easy if one of these is proven for all of its statements that the filter admits. In each case
// none of them is a star, a dynamic import, a string or an implicit parent.
//
// TypeChecking (unless the filter admits typing edges) and Defer (unless it admits deferred ones): the
// statements stand at module level, in no try and under no condition, and not in an __init__.py; stage two
// has read the whole file; every name that they bind is used in it, and only in annotations (Use::when is
// Typing), or only in annotations and functions; no other module takes it from there, and it is not in a
// literal __all__. What tools read from annotations while the program runs is not known. FromDefinition:
// every name comes to one class, function or value of another module, and importing that makes no new edge
// within the tangle. MoveSymbol: at most CutWeights::fewSymbols names, each a class or function of the
// imported module itself, none of which uses anything within the tangle but itself, nor anything that it gets
// from there, as far as stage two's facts say.
class EdgeCosts {
public:
    // All have to outlive it.
    EdgeCosts(Symbols& symbols, const EdgeFilter& filter, const Tangle& tangle,
              const CutWeights& weights = {});

    [[nodiscard]] EdgeCut of(EdgeId edge);            // of the tangle
    [[nodiscard]] EdgeCut removal(EdgeId edge) const; // the same as if there were no easy way

private:
    using Statements = std::vector<std::uint32_t>;
    [[nodiscard]] bool isPlain(const StatementRef& ref) const;
    // When what the statements bind is used: Typing, Deferred or Import, the latter also if it is not known.
    EdgeKind usedWhen(const Statements& statements);
    EdgeKind usedWhen(const StatementRef& ref);
    bool isTaken(ModuleId module, std::string_view name);
    bool isReexported(const Statements& statements, ModuleId from, std::vector<EdgeCut::Symbol>& symbols);
    bool isMovable(const Statements& statements, ModuleId from, std::vector<EdgeCut::Symbol>& symbols);
    bool standsAlone(const Origin& definition);
    [[nodiscard]] bool isInTangle(ModuleId module) const { return inTangle_[module.value] != 0; }

    Symbols& symbols_;
    const Snapshot& snapshot_;
    EdgeFilter filter_;
    CutWeights weights_;
    std::vector<char> inTangle_;                      // by module
    std::map<ModuleId, SymbolImporters> importersOf_; // made when asked for
};

} // namespace espalier::graph
