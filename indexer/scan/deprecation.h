// What a module says about its own deprecation: warnings and prose.
#pragma once

#include "indexer/scan/token.h"

#include <optional>
#include <string>
#include <string_view>

namespace espalier::scan {

// The literal message of a call of warnings.warn() whose arguments begin at `open`, if its category is
// DeprecationWarning, PendingDeprecationWarning, FutureWarning or a class named as a kind of these. Calls of
// warnings._deprecated() count as such.
[[nodiscard]] std::optional<std::string> deprecationWarning(const Tokens& tokens, std::uint32_t function,
                                                            std::uint32_t open);

// The sentence of a docstring or leading comment that says that the module itself is deprecated. Texts that
// only mention deprecation ("tests for deprecated functions") do not count.
[[nodiscard]] std::optional<std::string> deprecationInProse(std::string_view text);

// A leading comment, or the first line of a docstring, that says that the file was generated.
[[nodiscard]] bool saysGenerated(std::string_view text);

} // namespace espalier::scan
