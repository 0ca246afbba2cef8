#include "indexer/scan/deprecation.h"

#include "indexer/scan/calls.h"
#include "indexer/scan/literals.h"

#include <algorithm>
#include <array>
#include <cctype>

namespace espalier::scan {

namespace {

constexpr std::size_t kLongestProse = 16384; // bytes of a docstring that are read
constexpr std::size_t kLongestSentence = 500;

// The last part of a dotted name, or the class of `Class(…)`.
std::string_view className(const Tokens& tokens, const Argument& a) {
    std::uint32_t i = a.begin;
    while (i + 2 < a.end && tokens.isName(i) && tokens.isOp(i + 1, Op::Dot))
        i += 2;
    if (!tokens.isName(i) || (i + 1 != a.end && !tokens.isOpen(i + 1, Op::Round)))
        return {};
    return tokens.text(i);
}

std::string lowered(std::string_view text) {
    std::string out(text);
    for (char& c : out)
        c = static_cast<char>(c >= 'A' && c <= 'Z' ? c | 0x20 : c);
    return out;
}

std::string collapsed(std::string_view text) {
    std::string out;
    for (char c : text) {
        if (!std::isspace(static_cast<unsigned char>(c)))
            out += c;
        else if (!out.empty() && out.back() != ' ')
            out += ' ';
    }
    while (!out.empty() && out.back() == ' ')
        out.pop_back();
    return out;
}

// The sentence or paragraph line around `at`, blanks collapsed.
std::string sentenceAround(std::string_view text, std::size_t at) {
    std::size_t begin = at, end = at;
    const auto endsSentence = [text](std::size_t i) {
        return (text[i] == '.' || text[i] == '!') &&
               (i + 1 == text.size() || std::isspace(static_cast<unsigned char>(text[i + 1])));
    };
    const auto blankLine = [text](std::size_t i) {
        return text[i] == '\n' && (i + 1 == text.size() || text[i + 1] == '\n');
    };
    while (begin > 0 && at - begin < kLongestSentence && !endsSentence(begin - 1) && !blankLine(begin - 1))
        --begin;
    while (end < text.size() && end - at < kLongestSentence && !blankLine(end)) {
        ++end;
        if (endsSentence(end - 1))
            break;
    }
    while (begin < at && continuesCharacter(text[begin]))
        ++begin;
    return collapsed(cutAtCharacter(text.substr(begin), end - begin));
}

// ".. deprecated:: 1.2" with the indented lines below it.
std::string directiveAt(std::string_view text, std::size_t at) {
    std::size_t end = text.find('\n', at);
    while (end != std::string_view::npos && end - at < kLongestSentence && end + 1 < text.size() &&
           (text[end + 1] == ' ' || text[end + 1] == '\t'))
        end = text.find('\n', end + 1);
    return collapsed(text.substr(at, end == std::string_view::npos ? end : end - at));
}

bool isWordAt(std::string_view text, std::size_t at, std::size_t length) {
    const auto letter = [text](std::size_t i) {
        return std::isalnum(static_cast<unsigned char>(text[i])) || text[i] == '_';
    };
    return (at == 0 || !letter(at - 1)) && (at + length >= text.size() || !letter(at + length));
}

// "DEPRECATED", "Deprecated:", "(deprecated)", "[deprecated]", or as the first word of the text.
bool isHeadline(std::string_view text, std::string_view lower, std::size_t at) {
    constexpr std::string_view kWord = "deprecated";
    const std::size_t behind = at + kWord.size();
    const char next = behind < text.size() ? text[behind] : '\n';
    const char previous = at > 0 ? text[at - 1] : '\n';
    if (lower.find_first_not_of(" \t\n*-!#") == at)
        return true;
    if (text.substr(at, kWord.size()) == "DEPRECATED" &&
        (previous == '\n' || text.find('\n') > at || next == ':'))
        return true;
    return (previous == '(' && next == ')') || (previous == '[' && next == ']') || (previous == '@') ||
           (next == ':' && previous == '\n');
}

} // namespace

std::optional<std::string> deprecationWarning(const Tokens& tokens, std::uint32_t function,
                                              std::uint32_t open) {
    const std::vector<Argument> args = arguments(tokens, open);
    const Argument* const message = argument(args, 0, "message");
    if (tokens.isWord(function, Word::Deprecated))
        return message ? literalParts(tokens, message->begin, message->end) : std::string();
    const Argument* const category = argument(args, 1, "category");
    const bool byInstance = message && facts::isDeprecationCategory(className(tokens, *message));
    if (!byInstance && !(category && facts::isDeprecationCategory(className(tokens, *category))))
        return std::nullopt;
    return message ? literalParts(tokens, message->begin, message->end) : std::string();
}

std::optional<std::string> deprecationInProse(std::string_view text) {
    text = cutAtCharacter(text, kLongestProse);
    if (text.find("eprecated") == std::string_view::npos && text.find("EPRECATED") == std::string_view::npos)
        return std::nullopt; // nearly always
    const std::string lower = lowered(text);
    if (const std::size_t at = lower.find(".. deprecated::"); at != std::string::npos)
        return directiveAt(text, at);
    static constexpr std::array<std::string_view, 9> kSayings{
        "this module is deprecated",     "this module has been deprecated",
        "this package is deprecated",    "this package has been deprecated",
        "this file is deprecated",       "this file has been deprecated",
        "this module is now deprecated", "module is deprecated",
        "module has been deprecated"};
    for (std::string_view saying : kSayings)
        if (const std::size_t at = lower.find(saying); at != std::string::npos)
            return sentenceAround(text, at + saying.size() - 1);
    for (std::size_t at = lower.find("deprecated"); at != std::string::npos;
         at = lower.find("deprecated", at + 1))
        if (isWordAt(lower, at, 10) && isHeadline(text, lower, at))
            return sentenceAround(text, at);
    return std::nullopt;
}

bool saysGenerated(std::string_view text) {
    static constexpr std::array<std::string_view, 7> kSayings{
        "generated by ",           "do not edit",   "@generated", "auto-generated", "autogenerated",
        "automatically generated", "auto generated"};
    const std::string lower = lowered(text.substr(0, kLongestProse));
    return std::any_of(kSayings.begin(), kSayings.end(),
                       [&lower](std::string_view s) { return lower.find(s) != std::string::npos; });
}

} // namespace espalier::scan
