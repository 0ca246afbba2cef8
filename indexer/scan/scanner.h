// Stage one: a lexical scan of Python source for everything that decides the import graph. Works on logical
// lines, indentation blocks and Python's string forms; never fails, never executes anything. Broken source
// gives the facts of its readable parts, `broken`, and a problem with line and column.
//
// Thread-safe; linear in the size of the text, whatever the text.
#pragma once

#include "indexer/facts/source_facts.h"

#include <string_view>

namespace espalier::scan {

// The bytes of a .py or .pyi file, in any encoding that Python accepts (byte order mark, PEP 263 cookie).
[[nodiscard]] facts::SourceFacts scanPython(std::string_view bytes);
// The bytes of a .ipynb file; lines count through its code cells.
[[nodiscard]] facts::SourceFacts scanNotebook(std::string_view bytes);

} // namespace espalier::scan
