// Finds statements that cannot be Python. Slower than the scanner, so it is asked about files only that
// tree-sitter has doubts about.
#pragma once

#include "indexer/facts/source_facts.h"

#include <cstddef>
#include <string_view>
#include <vector>

namespace espalier::scan {

// A row of code `syntax-error` for each logical line of a text (decode.h) that is not Python of any version
// from 3.8 on, up to the first lexical error, of which the scanner tells; at most `most` rows, and one that
// says so. Import statements are left to the scanner; so are blocks; lines that begin with a soft keyword are
// right. What is lenient here is said in expression_syntax.h.
[[nodiscard]] std::vector<facts::FileProblem> syntaxErrors(std::string_view utf8, std::size_t most);

} // namespace espalier::scan
