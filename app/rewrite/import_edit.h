// Changing one import statement: its module, its names, or taking some of its names into a statement of their
// own. What it binds stays the same.
#pragma once

#include "app/rewrite/token_file.h"
#include "indexer/facts/source_facts.h"

#include <string>
#include <vector>

namespace espalier::rewrite {

struct Move {
    std::size_t index = 0; // of the statement's name
    std::string name;      // what it is called at the other place
};

// `from … import …` at `place`: the names of `moves`, which are sorted by index, come from `module` (with
// leading dots where relative) from now on. Comments and brackets stay. If some names stay, the others get a
// statement before it: with their lines, where each has a line of its own. Errors: it cannot be cut in two
// without losing a comment.
[[nodiscard]] facts::Status editFrom(const TokenFile& file, TokenFile::Place place,
                                     const std::vector<Move>& moves, const std::string& module,
                                     std::vector<Edit>& edits);

// `from … import x` with only this name becomes `import MODULE as x`.
[[nodiscard]] facts::Status replaceByImport(const TokenFile& file, TokenFile::Place place,
                                            const std::string& module, std::vector<Edit>& edits);

// Name `index` of `import a.b, c as d` becomes `module`; its alias stays.
[[nodiscard]] facts::Status editImport(const TokenFile& file, TokenFile::Place place, std::size_t index,
                                       const std::string& module, std::vector<Edit>& edits);

} // namespace espalier::rewrite
