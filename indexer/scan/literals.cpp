#include "indexer/scan/literals.h"

#include "indexer/scan/byte_search.h"
#include "indexer/scan/identifier_chars.h"

#include <algorithm>
#include <glib.h>

namespace espalier::scan {

namespace {

std::string unescaped(std::string_view body) {
    std::string out;
    out.reserve(body.size());
    for (std::size_t i = 0; i < body.size(); ++i) {
        const std::size_t escape = body.find('\\', i);
        if (escape >= body.size() - 1) // none, or nothing behind it
            return out.append(body.substr(i));
        out.append(body.substr(i, escape - i));
        i = escape + 1;
        switch (body[i]) {
        case '\n':
            break;
        case 'n':
            out += '\n';
            break;
        case 't':
            out += '\t';
            break;
        case '\\':
        case '\'':
        case '"':
            out += body[i];
            break;
        default:
            out += '\\';
            out += body[i];
        }
    }
    return out;
}

} // namespace

std::string_view cutAtCharacter(std::string_view text, std::size_t most) {
    if (text.size() <= most)
        return text;
    while (most > 0 && continuesCharacter(text[most]))
        --most;
    return text.substr(0, most);
}

std::string identifier(std::string_view written) {
    std::string out(written);
    if (isAscii(written))
        return out;
    if (char* const normal =
            g_utf8_normalize(out.data(), static_cast<gssize>(out.size()), G_NORMALIZE_ALL_COMPOSE)) {
        out = normal;
        g_free(normal);
    }
    return out;
}

bool isDottedIdentifier(const std::string& text) {
    const char* p = text.c_str();
    for (;; ++p) {
        const char* const part = p;
        p = behindIdentifier(p);
        if (p == part || *p != '.')
            return p != part && p == text.c_str() + text.size();
    }
}

std::string dottedName(const Tokens& tokens, std::uint32_t begin, std::uint32_t end) {
    std::string out;
    for (std::uint32_t i = begin; i < end; ++i) {
        const bool name = (i - begin) % 2 == 0;
        if (name ? !tokens.isName(i) || isKeyword(tokens[i].word) : !tokens.isOp(i, Op::Dot))
            return {};
        out += name ? identifier(tokens.text(i)) : ".";
    }
    return (end - begin) % 2 == 1 ? out : std::string();
}

std::string_view literalBody(const Tokens& tokens, std::size_t i) {
    std::string_view body = tokens.text(i);
    body.remove_prefix(std::min(body.find_first_of("'\""), body.size()));
    const std::size_t quotes = tokens[i].flags & Token::Triple ? 3 : 1;
    const bool closed = body.size() >= 2 * quotes && body.back() == body.front();
    if (!closed) // unterminated
        return body.substr(std::min(quotes, body.size()));
    return body.substr(quotes, body.size() - 2 * quotes);
}

std::string literalValue(const Tokens& tokens, std::size_t i) {
    const std::string_view body = literalBody(tokens, i);
    return tokens[i].flags & Token::Raw ? std::string(body) : unescaped(body);
}

bool wholeLiteral(const Tokens& tokens, std::uint32_t begin, std::uint32_t end, std::string& value) {
    while (end > begin + 1 && tokens.isOpen(begin, Op::Round) && tokens[begin].match == end - 1) {
        ++begin;
        --end;
    }
    value.clear();
    if (begin >= end)
        return false;
    for (std::uint32_t i = begin; i < end; ++i) {
        if (!isText(tokens, i))
            return false;
        value += literalValue(tokens, i);
    }
    return true;
}

std::string literalParts(const Tokens& tokens, std::uint32_t begin, std::uint32_t end) {
    constexpr std::uint32_t kMostTokens = 4096;
    std::string out;
    std::uint32_t field = begin; // end of the replacement field that we are in
    end = std::min(end, begin + kMostTokens);
    for (std::uint32_t i = begin; i < end; ++i) {
        const Token& t = tokens[i];
        if (t.kind == TokenKind::Open && t.op == Op::Field)
            field = std::max(field, t.match);
        else if (i >= field && t.kind == TokenKind::FText)
            out += unescaped(tokens.text(i));
        else if (i >= field && isText(tokens, i))
            out += literalValue(tokens, i);
    }
    return out;
}

} // namespace espalier::scan
