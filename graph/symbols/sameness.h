// Whether two names are the same object; and definitions that only stand for another one.
#pragma once

#include "graph/symbols/fragmentation.h"

#include <string>
#include <vector>

namespace espalier::graph {

enum class Same : std::uint8_t { Yes, No, CantTell };
std::string_view name(Same verdict); // "yes", "no", "can't tell"

struct Sameness {
    Same verdict = Same::CantTell;
    std::string reason; // a sentence without its full stop
};
// The chains behind it are Symbols::proof() of each side.
[[nodiscard]] Sameness same(Symbols& symbols, const ImportPath& a, const ImportPath& b);

// `class A(B): pass`, or `def f(*args): return g(*args)`: not the same object, but mostly meant to be.
struct StandIn {
    OriginId definition, standsFor;
    bool subclass = false; // else a function that does nothing but one call
};
// All of the project that stage two has read, sorted by definition. Judged by what facts tell: a class with
// one base in at most three lines without methods; a function in at most three lines whose only use of a name
// is a call.
[[nodiscard]] std::vector<StandIn> standIns(Symbols& symbols);

} // namespace espalier::graph
