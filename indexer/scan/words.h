// Python's keywords and the few other names that the scanner looks for, told apart while reading.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace espalier::scan {

enum class Word : std::uint8_t {
    None, // any other name
    // keywords
    And,
    As,
    Assert,
    Async,
    Await,
    Break,
    Class,
    Continue,
    Def,
    Del,
    Elif,
    Else,
    Except,
    False,
    Finally,
    For,
    From,
    Global,
    If,
    Import,
    In,
    Is,
    Lambda,
    NoneValue,
    Nonlocal,
    Not,
    Or,
    Pass,
    Raise,
    Return,
    True,
    Try,
    While,
    With,
    Yield,
    // soft keywords
    Match,
    Case,
    Type,
    Lazy,
    // names of a meaning of their own, read where they stand
    Name, // __name__
    Package,
    All, // __all__
    LazyModules,
    TypeChecking,
    ImportError_, // and the classes above and below it
    Patch,
    PatchPart, // object, dict, multiple: of patch
    SetAttribute,
    // names for which a whole line is searched
    ImportModule,
    DunderImport,
    ImportOrSkip,
    Warn,
    Deprecated, // warnings._deprecated
    ExtendPath,
    DeclareNamespace,
    Modules,
    ImportHooks, // meta_path, path_hooks
    PathList,    // __path__
    Globals,     // and locals, vars
    Exec,
    Convert, // _convert_ of enum
    GlobalEnum,
};

// Lengths of the words above, as bits, by first byte.
extern const std::array<std::uint32_t, 256> kWordLengths;
[[nodiscard]] Word lookUpWord(const char* begin, std::size_t length);
extern const std::array<std::uint32_t, 256> kHotLengths; // of hot words only

// `length` is at least 1.
[[nodiscard]] inline Word findWord(const char* begin, std::size_t length) {
    const bool possible = length < 32 && (kWordLengths[static_cast<unsigned char>(*begin)] >> length & 1U);
    return possible ? lookUpWord(begin, length) : Word::None;
}

[[nodiscard]] constexpr bool isKeyword(Word w) {
    return w >= Word::And && w <= Word::Yield;
}
// Worth a look at the whole line.
[[nodiscard]] constexpr bool isHot(Word w) {
    return w >= Word::ImportModule;
}
[[nodiscard]] inline bool isHotWord(const char* begin, std::size_t length) {
    const bool possible = length < 32 && (kHotLengths[static_cast<unsigned char>(*begin)] >> length & 1U);
    return possible && isHot(lookUpWord(begin, length));
}
// Keywords that no expression can hold: one at the head of a line inside brackets proves that a bracket was
// never closed.
[[nodiscard]] bool startsStatementOnly(Word w);

} // namespace espalier::scan
