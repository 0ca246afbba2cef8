// What-if plans: changes that a person thinks of making, as values. Undo is keeping the plan that was before.
#pragma once

#include "graph/model/snapshot.h"

#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace espalier::graph {

enum class CutWay : std::uint8_t { Remove, Defer, TypeChecking };
std::string_view name(CutWay way); // "remove", "defer", "type-checking"

// Modules are named by their names, so that a plan outlives the snapshot it was made for.

// The statements of these kinds by which `from` imports `to` go, or become deferred or typing ones. A name
// goes as a whole: one that may be a package's as well as a module in it leads to neither. Stars cannot be
// deferred.
struct CutEdge {
    std::string from, to;
    CutWay way = CutWay::Remove;
    KindSet kinds = KindSet::of(EdgeKind::Import);
    friend bool operator==(const CutEdge&, const CutEdge&) = default;
};

// What `from` imports of these names from `to`, it imports from `into` instead.
struct RedirectNames {
    std::string from, to;
    std::vector<std::string> names;
    std::string into;
    friend bool operator==(const RedirectNames&, const RedirectNames&) = default;
};

// A class, function or value moves to another module, which is made if there is none.
struct MoveSymbol {
    std::string module, symbol, into;
    friend bool operator==(const MoveSymbol&, const MoveSymbol&) = default;
};

// All of a module moves into another, and the module is no more.
struct MergeModules {
    std::string module, into;
    friend bool operator==(const MergeModules&, const MergeModules&) = default;
};

using Change = std::variant<CutEdge, RedirectNames, MoveSymbol, MergeModules>;
// "cut shop.web > shop.cart: defer", "move shop.cart:Cart to shop.model", …
std::string words(const Change& change);

struct Plan {
    std::string name;
    std::vector<Change> changes; // made one after the other
    friend bool operator==(const Plan&, const Plan&) = default;
};

} // namespace espalier::graph
