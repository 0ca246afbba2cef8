// Where tree-sitter could not make sense of a file, in words for a person.
#pragma once

#include "indexer/symbols/positions.h"

#include <cstddef>
#include <string_view>
#include <vector>

namespace espalier::symbols {

// Rows of code `syntax-error` in order of text, outermost errors only, at most `most` and one that says so.
// Statements of Python 2 are looked for outside of broken parts only if `hasPython2`.
[[nodiscard]] std::vector<facts::FileProblem>
syntaxErrors(TSNode root, std::string_view text, Positions& positions, std::size_t most, bool hasPython2);

} // namespace espalier::symbols
