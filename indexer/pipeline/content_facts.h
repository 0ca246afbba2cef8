// The facts of one content, whatever it holds: a fault of scanner or parser costs one file its facts, not the
// run. Thread-safe.
#pragma once

#include "indexer/facts/source_facts.h"
#include "indexer/store/rows.h"

#include <string_view>

namespace espalier::pipeline {

[[nodiscard]] facts::SourceFacts importFacts(std::string_view bytes, store::Dialect dialect);
[[nodiscard]] facts::SymbolFacts symbolFacts(std::string_view bytes); // of Python

} // namespace espalier::pipeline
