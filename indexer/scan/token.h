// Tokens of one logical line.
#pragma once

#include "indexer/scan/source_text.h"
#include "indexer/scan/words.h"

#include <cstdint>
#include <span>
#include <string_view>

namespace espalier::scan {

enum class TokenKind : std::uint8_t {
    Name,
    Number,
    String,     // one plain or bytes literal, prefix and quotes included
    FString,    // prefix and opening quotes of an f- or t-string; what it holds follows
    FStringEnd, // closing quotes
    FText,      // literal text in an f-string or in a format specification
    Open,       // ( [ {, and the { of a replacement field
    Close,
    Operator,
};

enum class Op : std::uint8_t {
    Other,
    Dot,
    Comma,
    Colon,
    Semicolon,
    Assign,    // =
    Augmented, // += and its like
    Walrus,
    Star, // * and **
    At,
    Equal,
    NotEqual,
    Plus,
    Round, // ( )
    Square,
    Curly,
    Field, // { } of a replacement field
};

struct Token {
    enum Flags : std::uint8_t {
        Bytes = 1,
        Raw = 2,
        Triple = 4,
        Dotted = 8,    // two or more identifiers with dots between, nothing else, or an entry point
        ManyDots = 16, // three or more
        EntryPoint = 32,
    };
    std::uint32_t begin = 0, end = 0;
    std::uint32_t match = 0; // Open, FString: index of the partner, or the number of tokens if there is none
    TokenKind kind = TokenKind::Operator;
    Word word = Word::None;
    Op op = Op::Other;
    std::uint8_t flags = 0;
};

// A range of the tokens of a line. Indexes are those of the line throughout.
struct Tokens {
    const SourceText* source = nullptr;
    std::span<const Token> all;

    [[nodiscard]] const Token& operator[](std::size_t i) const { return all[i]; }
    [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(all.size()); }
    [[nodiscard]] std::string_view text(std::size_t i) const {
        return source->slice(all[i].begin, all[i].end);
    }
    // Out of range is no match, so that looking around needs no checks.
    [[nodiscard]] bool isOp(std::size_t i, Op op) const {
        return i < all.size() && all[i].kind == TokenKind::Operator && all[i].op == op;
    }
    [[nodiscard]] bool isOpen(std::size_t i, Op bracket) const {
        return i < all.size() && all[i].kind == TokenKind::Open && all[i].op == bracket;
    }
    [[nodiscard]] bool isName(std::size_t i) const {
        return i < all.size() && all[i].kind == TokenKind::Name;
    }
    [[nodiscard]] bool isWord(std::size_t i, Word w) const { return isName(i) && all[i].word == w; }
    [[nodiscard]] bool isString(std::size_t i) const {
        return i < all.size() && all[i].kind == TokenKind::String;
    }
    // The token after i, or after the bracket or f-string that i opens; at most `end`.
    [[nodiscard]] std::uint32_t after(std::uint32_t i, std::uint32_t end) const {
        if (i >= end)
            return end;
        const Token& t = all[i];
        const bool opens = t.kind == TokenKind::Open || t.kind == TokenKind::FString;
        const std::uint32_t next = (opens ? t.match : i) + 1;
        return next < end ? next : end;
    }
    // First token in [i, end) outside of brackets that is `op`, or `end`.
    [[nodiscard]] std::uint32_t find(std::uint32_t i, std::uint32_t end, Op op) const {
        while (i < end && !isOp(i, op))
            i = after(i, end);
        return i;
    }
};

} // namespace espalier::scan
