// Values of names and string literals.
#pragma once

#include "indexer/scan/token.h"

#include <string>
#include <string_view>

namespace espalier::scan {

// True for the bytes of a UTF-8 character behind its first.
[[nodiscard]] inline bool continuesCharacter(char c) {
    return (static_cast<unsigned char>(c) & 0xC0) == 0x80;
}
// At most so many bytes of the text, cut on a character border.
[[nodiscard]] std::string_view cutAtCharacter(std::string_view text, std::size_t most);

// A name as Python knows it: NFKC-normalised where it is not ASCII.
[[nodiscard]] std::string identifier(std::string_view written);

// True if the text is identifiers with dots between.
[[nodiscard]] bool isDottedIdentifier(const std::string& text);

// `a.b.c` with the blanks between taken out, for the tokens [begin, end); empty if they are anything else.
[[nodiscard]] std::string dottedName(const Tokens& tokens, std::uint32_t begin, std::uint32_t end);

[[nodiscard]] inline bool isText(const Tokens& tokens, std::size_t i) {
    return tokens.isString(i) && !(tokens[i].flags & Token::Bytes);
}
// What stands between the quotes of String token i, as written.
[[nodiscard]] std::string_view literalBody(const Tokens& tokens, std::size_t i);
// Its value. Escapes other than those of quotes, backslash and line ends are kept as written.
[[nodiscard]] std::string literalValue(const Tokens& tokens, std::size_t i);

// If [begin, end) is one or more text literals side by side (in brackets or not), and nothing else, their
// value.
[[nodiscard]] bool wholeLiteral(const Tokens& tokens, std::uint32_t begin, std::uint32_t end,
                                std::string& value);
// The literal parts of all strings and f-strings in [begin, end), replacement fields left out. Bounded: looks
// at the first few thousand tokens only.
[[nodiscard]] std::string literalParts(const Tokens& tokens, std::uint32_t begin, std::uint32_t end);

} // namespace espalier::scan
