// Which names an assignment, a loop or a pattern binds.
#pragma once

#include "indexer/scan/token.h"

#include <functional>

namespace espalier::scan {

using NameVisitor = std::function<void(std::uint32_t token)>;

// The plain names of a target list: `a, (b, *c), d.e, f[0]` visits a, b, c.
void visitTargets(const Tokens& tokens, std::uint32_t begin, std::uint32_t end, const NameVisitor& visit);
// The names that the pattern of a `case` captures; what follows its `if` is left alone.
void visitCaptures(const Tokens& tokens, std::uint32_t begin, std::uint32_t end, const NameVisitor& visit);

} // namespace espalier::scan
