// The two import statements.
#pragma once

#include "indexer/facts/source_facts.h"
#include "indexer/scan/token.h"

#include <optional>
#include <vector>

namespace espalier::scan {

struct ParsedImport {
    facts::ImportStatement statement;      // form, level, module, names, Flag::Star
    std::vector<std::uint32_t> nameTokens; // first token of each of the names
    std::uint32_t end = 0;                 // behind the last token of the statement
    bool malformed = false;                // something follows or is missing; what could be read is there
};

// `begin` is at `import` or `from`. Nothing if no module or name can be made out.
[[nodiscard]] std::optional<ParsedImport> parseImport(const Tokens& tokens, std::uint32_t begin,
                                                      std::uint32_t end);

} // namespace espalier::scan
