// Stage two: definitions, uses and deprecated symbols of one file, by tree-sitter. Tolerates syntax errors and says
// where they are. Thread-safe: each call may run on any thread (parsers are kept per thread).
#pragma once

#include "indexer/facts/source_facts.h"

#include <string_view>

namespace espalier::symbols {

// `text` is UTF-8 (scan/decode.h). Bounded: nesting deeper than 1,000 levels is skipped with a problem.
[[nodiscard]] facts::SymbolFacts extractSymbols(std::string_view text);

} // namespace espalier::symbols
