// Calls that import a module by its name, and the arguments of calls in general.
#pragma once

#include "indexer/facts/source_facts.h"
#include "indexer/scan/known_names.h"

#include <optional>
#include <string>
#include <vector>

namespace espalier::scan {

struct Argument {
    std::string_view keyword; // empty: positional
    std::uint32_t begin = 0, end = 0;
};

// The arguments between the bracket at `open` and its partner. At most kMostArguments of them are split.
[[nodiscard]] std::vector<Argument> arguments(const Tokens& tokens, std::uint32_t open);
// The argument of that keyword, or the positional one of that index; null if there is none.
[[nodiscard]] const Argument* argument(const std::vector<Argument>& all, std::size_t index,
                                       std::string_view keyword);

struct DynamicImport {
    facts::ImportStatement statement; // form Call, level, module, names
    std::string problem; // not empty: why the module cannot be told; the statement means nothing then
};

// The call of a function with that role (ImportModule, DunderImport, ImportOrSkip) whose arguments begin at
// `open`. `package=` counts where it is a literal; __package__ and, with Flag::OwnName, __name__ leave the
// name relative to the file.
[[nodiscard]] DynamicImport dynamicImport(const Tokens& tokens, Role role, std::uint32_t open);

} // namespace espalier::scan
