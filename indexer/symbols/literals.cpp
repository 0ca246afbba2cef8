#include "indexer/symbols/literals.h"

#include "indexer/symbols/grammar.h"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <vector>

namespace espalier::symbols {

namespace {

void appendCodePoint(std::string& out, std::uint32_t c) {
    if (c > 0x10ffff || (c >= 0xd800 && c < 0xe000))
        c = 0xfffd;
    if (c < 0x80) {
        out += static_cast<char>(c);
    } else if (c < 0x800) {
        out += static_cast<char>(0xc0 | (c >> 6));
        out += static_cast<char>(0x80 | (c & 0x3f));
    } else if (c < 0x10000) {
        out += static_cast<char>(0xe0 | (c >> 12));
        out += static_cast<char>(0x80 | ((c >> 6) & 0x3f));
        out += static_cast<char>(0x80 | (c & 0x3f));
    } else {
        out += static_cast<char>(0xf0 | (c >> 18));
        out += static_cast<char>(0x80 | ((c >> 12) & 0x3f));
        out += static_cast<char>(0x80 | ((c >> 6) & 0x3f));
        out += static_cast<char>(0x80 | (c & 0x3f));
    }
}

// Reads up to `most` digits; the number of bytes read.
std::size_t appendNumber(std::string& out, std::string_view digits, std::size_t most, int base) {
    std::uint32_t value = 0;
    const char* begin = digits.data();
    const auto read = std::from_chars(begin, begin + std::min(most, digits.size()), value, base);
    if (read.ptr != begin)
        appendCodePoint(out, value);
    return static_cast<std::size_t>(read.ptr - begin);
}

// `rest` begins behind the backslash; the number of bytes used.
std::size_t appendEscape(std::string& out, std::string_view rest) {
    constexpr std::string_view kLetters = "abfnrtv\\'\"", kMeanings = "\a\b\f\n\r\t\v\\'\"";
    if (const auto i = kLetters.find(rest.front()); i != std::string_view::npos) {
        out += kMeanings[i];
        return 1;
    }
    switch (rest.front()) {
    case '\n':
        return 1;
    case '\r':
        return rest.size() > 1 && rest[1] == '\n' ? 2 : 1;
    case 'x':
        return 1 + appendNumber(out, rest.substr(1), 2, 16);
    case 'u':
        return 1 + appendNumber(out, rest.substr(1), 4, 16);
    case 'U':
        return 1 + appendNumber(out, rest.substr(1), 8, 16);
    default:
        break;
    }
    if (const std::size_t used = appendNumber(out, rest, 3, 8); used > 0)
        return used;
    out += '\\';
    return 0;
}

void appendUnescaped(std::string& out, std::string_view content, bool raw) {
    while (!content.empty()) {
        const std::size_t plain = raw ? std::string_view::npos : content.find('\\');
        out += content.substr(0, plain);
        if (plain == std::string_view::npos || plain + 1 >= content.size())
            return;
        content.remove_prefix(plain + 1);
        content.remove_prefix(appendEscape(out, content));
    }
}

std::string_view bytesOf(TSNode node, std::string_view source) {
    const std::uint32_t start = ts_node_start_byte(node);
    return source.substr(start, ts_node_end_byte(node) - start);
}

bool isRaw(std::string_view literal) {
    const std::string_view prefix = literal.substr(0, literal.find_first_of("'\""));
    return prefix.find_first_of("rR") != std::string_view::npos;
}

// An f-string: what lies between its tokens and interpolations.
void appendFormatted(std::string& out, TSNode string, std::string_view source) {
    const bool raw = isRaw(bytesOf(string, source));
    const std::uint32_t count = ts_node_child_count(string);
    for (std::uint32_t i = 1; i + 1 < count; ++i) {
        const TSNode part = ts_node_child(string, i);
        if (!Grammar::get().isInterpolation(part))
            appendUnescaped(out, bytesOf(part, source), raw);
    }
}

bool hasInterpolation(TSNode string) {
    const std::uint32_t count = ts_node_named_child_count(string);
    for (std::uint32_t i = 0; i < count; ++i)
        if (Grammar::get().isInterpolation(ts_node_named_child(string, i)))
            return true;
    return false;
}

// Puts on `todo`, last first, the parts of an expression that may hold literals.
void pushParts(std::vector<TSNode>& todo, TSNode node, std::string_view source) {
    const Grammar& grammar = Grammar::get();
    if (grammar.kind(node) == Node::Call) {
        const TSNode function = grammar.child(node, Field::Function); // "…".format(…)
        if (!ts_node_is_null(function) && grammar.kind(function) == Node::Attribute)
            todo.push_back(ts_node_named_child(function, 0));
        return;
    }
    if (grammar.isBinary(node)) {
        const TSNode op = ts_node_child(node, 1);
        if (!ts_node_is_null(op) && bytesOf(op, source) == "+")
            todo.push_back(grammar.child(node, Field::Right));
        todo.push_back(grammar.child(node, Field::Left));
        return;
    }
    if (grammar.isConcatenation(node) || grammar.isParenthesized(node))
        for (std::uint32_t i = ts_node_named_child_count(node); i > 0; --i)
            todo.push_back(ts_node_named_child(node, i - 1));
}

} // namespace

void appendLiteral(std::string& out, std::string_view literal) {
    const std::size_t quote = literal.find_first_of("'\"");
    if (quote == std::string_view::npos)
        return;
    const bool raw = isRaw(literal);
    literal.remove_prefix(quote);
    const std::string_view three = literal.substr(0, 3);
    const bool triple = literal.size() >= 6 && (three == R"(""")" || three == "'''");
    const std::size_t width = triple ? 3 : 1;
    if (literal.size() >= 2 * width)
        appendUnescaped(out, literal.substr(width, literal.size() - 2 * width), raw);
}

std::string literalText(TSNode expression, std::string_view source) {
    std::string out;
    std::vector<TSNode> todo{expression};
    while (!todo.empty() && out.size() < kMaxMessageBytes) {
        const TSNode node = todo.back();
        todo.pop_back();
        if (ts_node_is_null(node))
            continue;
        if (Grammar::get().kind(node) != Node::String)
            pushParts(todo, node, source);
        else if (hasInterpolation(node))
            appendFormatted(out, node, source);
        else
            appendLiteral(out, bytesOf(node, source));
    }
    truncate(out, kMaxMessageBytes);
    return out;
}

void truncate(std::string& text, std::size_t maxBytes) {
    if (text.size() <= maxBytes)
        return;
    while (maxBytes > 0 && (static_cast<unsigned char>(text[maxBytes]) & 0xc0) == 0x80)
        --maxBytes;
    text.resize(maxBytes);
}

} // namespace espalier::symbols
