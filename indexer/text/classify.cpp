#include "indexer/text/classify.h"

#include "indexer/scan/decode.h"
#include "indexer/scan/dull_line.h"
#include "indexer/scan/identifier_chars.h"
#include "indexer/scan/import_statement.h"
#include "indexer/scan/lexer.h"
#include "indexer/scan/literals.h"

#include <algorithm>
#include <cstring>

namespace espalier::text {
namespace {

using scan::Op;
using scan::Token;
using scan::TokenKind;
using scan::Word;

bool continuesCharacter(char c) {
    return (static_cast<unsigned char>(c) & 0xC0) == 0x80;
}

bool isWordByte(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

// Whether the character before, or behind, `at` goes on with an identifier. Broken UTF-8 does not.
bool continuesBehind(std::string_view text, std::size_t at) {
    if (at >= text.size())
        return false;
    if (static_cast<unsigned char>(text[at]) < 0x80)
        return isWordByte(text[at]);
    char letter[5] = {}; // never looks behind the text
    text.substr(at, 4).copy(letter, 4);
    return scan::continuesIdentifier(scan::codePointAt(letter).value);
}

bool continuesBefore(std::string_view text, std::size_t at) {
    if (at == 0)
        return false;
    std::size_t begin = at - 1;
    while (begin > 0 && at - begin < 4 && continuesCharacter(text[begin]))
        --begin;
    return continuesBehind(text, begin);
}

std::size_t findWord(std::string_view text, std::string_view word, std::size_t from) {
    while (from < text.size()) {
        const void* found = memmem(text.data() + from, text.size() - from, word.data(), word.size());
        if (!found)
            break;
        const auto at = static_cast<std::size_t>(static_cast<const char*>(found) - text.data());
        if (!continuesBefore(text, at) && !continuesBehind(text, at + word.size()))
            return at;
        from = at + 1;
    }
    return std::string_view::npos;
}

class NoProblems final : public scan::ProblemSink {
public:
    void syntaxError(std::uint32_t, std::string) override {}
    void conflictMarker(std::uint32_t) override {}
};

class PythonText {
public:
    PythonText(const scan::SourceText& source, std::string_view word)
        : source_(source)
        , all_(source.slice(0, source.size()))
        , word_(word)
        , lexer_(source, sink_) {}

    std::vector<Occurrence> run() {
        next_ = findWord(all_, word_, 0);
        while (next_ != std::string_view::npos && lexer_.findLine()) {
            takeUntil(lexer_.begin(), [&](std::size_t at) { return between(at); });
            if (next_ == std::string_view::npos)
                break;
            const char* const behind =
                scan::behindDullLine(source_.data() + lexer_.begin(), source_.data() + source_.size());
            if (behind && source_.data() + next_ >= behind && lexer_.passOver())
                continue;
            if (lexer_.readLine())
                lookAtLine();
        }
        takeUntil(all_.size(), [&](std::size_t at) { return between(at); });
        return std::move(out_);
    }

private:
    template <class Judge>
    void takeUntil(std::size_t end, const Judge& judge) {
        while (next_ < end) {
            const auto at = static_cast<std::uint32_t>(next_);
            out_.push_back({source_.line(at), source_.column(at), judge(next_)});
            next_ = findWord(all_, word_, next_ + word_.size());
        }
    }

    // What no token covers: a comment, or code that is passed over after an error.
    [[nodiscard]] Place between(std::size_t at) const {
        const std::size_t begin = std::max<std::size_t>(covered_, all_.rfind('\n', at) + 1); // npos + 1 is 0
        return all_.substr(begin, at - begin).find('#') == std::string_view::npos ? Place::Code
                                                                                  : Place::Comment;
    }

    void lookAtLine() {
        const scan::Tokens tokens = lexer_.tokens();
        findImports(tokens);
        for (std::uint32_t i = 0; i < tokens.size(); ++i) {
            const Token& token = tokens[i];
            takeUntil(token.begin, [&](std::size_t at) { return between(at); });
            takeUntil(token.end, [&](std::size_t) {
                if (token.kind == TokenKind::String || token.kind == TokenKind::FText)
                    return Place::String;
                return imports_[i] ? Place::Import : Place::Code;
            });
            covered_ = token.end;
        }
    }

    void findImports(const scan::Tokens& tokens) {
        imports_.assign(tokens.size(), false);
        bool begins = true;
        for (std::uint32_t i = 0; i < tokens.size(); ++i) {
            if (begins && (tokens.isWord(i, Word::Import) || tokens.isWord(i, Word::From))) {
                const std::uint32_t end = tokens.find(i, tokens.size(), Op::Semicolon);
                if (const auto parsed = scan::parseImport(tokens, i, end)) {
                    std::fill(imports_.begin() + i, imports_.begin() + parsed->end, true);
                    i = parsed->end - 1;
                }
            }
            begins = tokens.isOp(i, Op::Semicolon) || tokens.isOp(i, Op::Colon);
        }
    }

    const scan::SourceText& source_;
    std::string_view all_, word_;
    NoProblems sink_;
    scan::Lexer lexer_;
    std::size_t next_ = 0, covered_ = 0; // the next match; the end of the last token
    std::vector<bool> imports_;          // by token of the line
    std::vector<Occurrence> out_;
};

} // namespace

std::string_view name(Place place) {
    constexpr std::array<std::string_view, kPlaceCount> kNames{"import", "code", "string", "comment",
                                                               "other"};
    return kNames[static_cast<std::size_t>(place)];
}

bool isSearchable(std::string_view word) {
    return scan::isDottedIdentifier(std::string(word));
}

bool mayHold(std::string_view bytes, std::string_view word) {
    return findWord(bytes, word, 0) != std::string_view::npos;
}

std::vector<Occurrence> inPython(std::string_view bytes, std::string_view word) {
    const scan::Decoded decoded = scan::decodeSource(bytes);
    const scan::SourceText source(decoded.text);
    return PythonText(source, word).run();
}

std::vector<Occurrence> inText(std::string_view bytes, std::string_view word) {
    std::vector<Occurrence> out;
    std::uint32_t line = 1;
    std::size_t lineBegin = 0, counted = 0;
    for (std::size_t at = 0; (at = findWord(bytes, word, at)) != std::string_view::npos; at += word.size()) {
        for (std::size_t end; (end = bytes.substr(0, at).find('\n', counted)) != std::string_view::npos;) {
            ++line;
            lineBegin = counted = end + 1;
        }
        const auto column = static_cast<std::uint32_t>(std::ranges::count_if(
            bytes.substr(lineBegin, at - lineBegin), [](char c) { return !continuesCharacter(c); }));
        out.push_back({line, column + 1, Place::Other});
    }
    return out;
}

} // namespace espalier::text
