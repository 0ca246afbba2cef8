// What a file does with a module that it imports as a whole, under one name: `import a.b` with a.b.x, or
// `import a.b as c` with c.x.
#pragma once

#include "app/rewrite/token_file.h"
#include "indexer/facts/project_facts.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace espalier::rewrite {

struct ModuleUse {
    TokenFile::Place first;   // of the dotted name
    std::uint32_t prefix = 0; // tokens of the module's part
    std::string attribute;    // the name in the module; its token follows the prefix and a dot
    std::uint32_t line = 0;
};

struct ModuleUses {
    std::vector<ModuleUse> uses;
    std::string obstacle; // something other than reading names of the module; empty: all is in `uses`
};

// `written` is the name by which the module is known, dotted for a plain `import a.b`. `imports` are the
// statements that bind it (indexes into SourceFacts::imports). Needs the file's symbols; without them there
// is an obstacle.
[[nodiscard]] ModuleUses usesOfModule(const TokenFile& file, const facts::SourceFile& source,
                                      std::string_view written, std::span<const std::uint32_t> imports);

// Whether the file uses `name` for something that `import name` or `import name.x` does not bind.
[[nodiscard]] bool hasOtherMeaning(const TokenFile& file, const facts::SourceFile& source,
                                   std::string_view name);

} // namespace espalier::rewrite
