// What each byte can begin or belong to in Python source.
#pragma once

#include <array>
#include <cstdint>

namespace espalier::scan {

enum class CharClass : std::uint8_t {
    Bad,
    Space,
    Newline,
    Identifier, // letters, '_' and every byte of a character beyond ASCII
    Digit,
    Quote,
    Comment,
    Open,
    Close,
    Backslash,
    Operator,
    Nul,
};

namespace detail {
constexpr std::array<CharClass, 256> makeClasses() {
    std::array<CharClass, 256> out{};
    const auto set = [&out](const char* chars, CharClass cls) {
        for (; *chars; ++chars)
            out[static_cast<unsigned char>(*chars)] = cls;
    };
    set(" \t\f", CharClass::Space);
    set("\n", CharClass::Newline);
    set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_", CharClass::Identifier);
    for (std::size_t c = 0x80; c < 0x100; ++c)
        out[c] = CharClass::Identifier;
    set("0123456789", CharClass::Digit);
    set("'\"", CharClass::Quote);
    set("#", CharClass::Comment);
    set("([{", CharClass::Open);
    set(")]}", CharClass::Close);
    set("\\", CharClass::Backslash);
    set("!%&*+,-./:;<=>@^|~", CharClass::Operator);
    out[0] = CharClass::Nul;
    return out;
}
} // namespace detail

inline constexpr std::array<CharClass, 256> kCharClass = detail::makeClasses();

[[nodiscard]] inline CharClass classOf(char c) {
    return kCharClass[static_cast<unsigned char>(c)];
}
[[nodiscard]] inline bool isIdentifierByte(char c) {
    const CharClass cls = classOf(c);
    return cls == CharClass::Identifier || cls == CharClass::Digit;
}

} // namespace espalier::scan
