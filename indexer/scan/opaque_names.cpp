#include "indexer/scan/opaque_names.h"

#include "indexer/scan/calls.h"

#include <algorithm>
#include <array>

namespace espalier::scan {

namespace {

template <std::size_t N>
bool isOneOf(std::string_view text, const std::array<std::string_view, N>& words) {
    return std::find(words.begin(), words.end(), text) != words.end();
}

bool assigns(const Tokens& tokens, std::uint32_t i) {
    return tokens.isOp(i, Op::Assign) || tokens.isOp(i, Op::Augmented);
}

// The name of the function whose arguments token i is among; empty if there is none.
std::string_view callee(const Tokens& tokens, std::uint32_t i) {
    for (std::uint32_t open = i; open-- > 0;) {
        if (tokens[open].kind == TokenKind::Close)
            continue;
        if (tokens[open].kind == TokenKind::Open && tokens[open].match > i)
            return open > 0 && tokens.isOpen(open, Op::Round) && tokens.isName(open - 1)
                       ? tokens.text(open - 1)
                       : std::string_view();
    }
    return {};
}

// globals()["x"] = …, globals().update(…); `behind` is the token after the call.
bool writes(const Tokens& tokens, std::uint32_t behind) {
    constexpr std::array<std::string_view, 3> kWriters{"update", "setdefault", "__setitem__"};
    if (tokens.isOpen(behind, Op::Square))
        return assigns(tokens, tokens.after(behind, tokens.size()));
    return tokens.isOp(behind, Op::Dot) && tokens.isName(behind + 1) &&
           isOneOf(tokens.text(behind + 1), kWriters);
}

// The dictionary itself gets another name or goes to a function that may write to it.
bool handsOn(const Tokens& tokens, std::uint32_t i, std::uint32_t behind) {
    constexpr std::array<std::string_view, 11> kReaders{
        "dict", "list", "set", "sorted", "tuple", "frozenset", "len", "iter", "print", "eval", "repr"};
    if (tokens.isOp(behind, Op::Dot) || tokens.isOpen(behind, Op::Square) || i == 0)
        return false;
    if (assigns(tokens, i - 1) || tokens.isOp(i - 1, Op::Walrus))
        return true;
    const bool argument = tokens.isOpen(i - 1, Op::Round) || tokens.isOp(i - 1, Op::Comma);
    const std::string_view function = argument ? callee(tokens, i) : std::string_view();
    return !function.empty() && !isOneOf(function, kReaders);
}

bool dictionary(const Tokens& tokens, std::uint32_t i, const Context& where, bool atModule) {
    const bool call = tokens.isOpen(i + 1, Op::Round) && tokens[i + 1].match == i + 2;
    if (!call || (i > 0 && tokens.isOp(i - 1, Op::Dot)))
        return false;
    const bool global = tokens.text(i) == "globals";
    if (writes(tokens, i + 3))
        return atModule || (global && where.kind != facts::EdgeKind::Typing);
    return atModule && handsOn(tokens, i, i + 3);
}

// exec(code) at module level, exec(code, globals()) anywhere; not exec(code, {}).
bool executes(const Tokens& tokens, std::uint32_t i, const Context& where, bool atModule) {
    if (!tokens.isOpen(i + 1, Op::Round) || (i > 0 && tokens.isOp(i - 1, Op::Dot)))
        return false;
    const std::vector<Argument> given = arguments(tokens, i + 1);
    if (given.size() > 1 && tokens.isWord(given[1].begin, Word::Globals))
        return atModule ||
               (where.kind != facts::EdgeKind::Typing && tokens.text(given[1].begin) == "globals");
    return atModule && given.size() == 1;
}

// setattr(sys.modules[__name__], …), m = sys.modules[__name__], sys.modules[__name__].__dict__.update(…)
bool writesOwnModule(const Tokens& tokens, std::uint32_t i) {
    const bool own = i >= 2 && tokens.isOp(i - 1, Op::Dot) && tokens.text(i - 2) == "sys" &&
                     tokens.isOpen(i + 1, Op::Square) && tokens.isWord(i + 2, Word::Name) &&
                     tokens[i + 1].match == i + 3;
    if (!own)
        return false;
    const std::uint32_t behind = i + 4;
    if (tokens.isOp(behind, Op::Dot))
        return assigns(tokens, behind + 2) ||
               (tokens.isName(behind + 1) && tokens.text(behind + 1) == "__dict__");
    if (i == 2)
        return false;
    return tokens.isOp(i - 3, Op::Assign) ||
           (tokens.isOpen(i - 3, Op::Round) && callee(tokens, i) == "setattr");
}

} // namespace

bool makesOpaqueNames(const Tokens& tokens, std::uint32_t i, const Context& where) {
    const bool atModule = where.atModule() && where.kind == facts::EdgeKind::Import;
    switch (tokens[i].word) {
    case Word::Globals:
        return dictionary(tokens, i, where, atModule);
    case Word::Exec:
        return executes(tokens, i, where, atModule);
    case Word::Convert:
        return atModule && i > 0 && tokens.isOp(i - 1, Op::Dot) && tokens.isOpen(i + 1, Op::Round);
    case Word::GlobalEnum:
        return atModule;
    case Word::Modules:
        return where.kind != facts::EdgeKind::Typing && writesOwnModule(tokens, i);
    default:
        return false;
    }
}

} // namespace espalier::scan
