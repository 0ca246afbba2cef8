// Reads a deprecation message of the usual forms: what to use instead, and when the thing goes.
#pragma once

#include <string>
#include <string_view>

namespace espalier::graph {

struct DeprecationAdvice {
    std::string replacement; // dotted, as named: "a.b.C"; empty: none found
    std::string removal;     // version or date as written: "v2.0", "Python 3.14"; empty: none found
};

// "Use 'from a.b import C' instead", "use a.b.C", "in favour of `x.y`", "moved to a.b", "removed in v2.0",
// "will be removed in Python 3.14", and their likes. What does not follow such a form is left out rather than
// guessed.
[[nodiscard]] DeprecationAdvice readDeprecationMessage(std::string_view message);

} // namespace espalier::graph
