// The text that string literals stand for, for messages and docstrings.
#pragma once

#include <tree_sitter/api.h>

#include <string>
#include <string_view>

namespace espalier::symbols {

// Appends the content of one string literal as written, with prefix and quotes; escapes are resolved (but for
// `\N{…}`). Bytes that are no literal append nothing.
void appendLiteral(std::string& out, std::string_view literal);

// The literal parts of an expression that makes a text: implicit and explicit concatenation, f-strings, `"…"
// % x`,
// `"…".format(x)`. Empty if there are none. At most kMaxMessageBytes.
[[nodiscard]] std::string literalText(TSNode expression, std::string_view source);
inline constexpr std::size_t kMaxMessageBytes = 4096;

// Cuts at a character's border.
void truncate(std::string& text, std::size_t maxBytes);

} // namespace espalier::symbols
