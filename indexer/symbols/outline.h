// What running a file does, by tree-sitter: see indexer/facts/outline.h. Thread-safe.
#pragma once

#include "indexer/facts/outline.h"

#include <string_view>

namespace espalier::symbols {

// `text` is UTF-8 without byte order mark (scan/decode.h), with any of Python's line ends. Never fails: of a
// text that is too large (8 MB), takes too long (5 s), or is nested deeper than 300 levels, parts are missing
// and `complete` is false.
[[nodiscard]] facts::Outline outlineOf(std::string_view text);

} // namespace espalier::symbols
