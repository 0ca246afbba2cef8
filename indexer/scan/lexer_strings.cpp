// The string forms of Python: plain, bytes, triple-quoted, and f-strings with their replacement fields.
#include "indexer/scan/characters.h"
#include "indexer/scan/lexer.h"

#include <algorithm>
#include <array>
#include <cstring>

namespace espalier::scan {

namespace {

// In the text of a string: what ends a run of plain characters, and what keeps it from being a dotted name.
enum StringByte : std::uint8_t { kStop = 1, kNoName = 2, kDot = 4 };

constexpr std::array<std::uint8_t, 256> makeStringBytes() {
    std::array<std::uint8_t, 256> out{};
    for (std::size_t c = 0; c < out.size(); ++c) {
        const CharClass cls = kCharClass[c];
        out[c] = cls == CharClass::Identifier || cls == CharClass::Digit ? 0 : kNoName;
    }
    out['.'] = kDot;
    out['\''] = out['"'] = out['\\'] = out['\n'] = out[0] = kStop;
    return out;
}
constexpr auto kStringBytes = makeStringBytes();

constexpr std::array<bool, 256> makeFTextStops() {
    std::array<bool, 256> out{};
    for (char c : {'\'', '"', '\\', '\n', '\0', '{', '}'})
        out[static_cast<unsigned char>(c)] = true;
    return out;
}
constexpr auto kFTextStops = makeFTextStops();

constexpr std::size_t kLongestDotted = 200;        // bytes
constexpr std::size_t kLongestCharacterName = 128; // in \N{…}

// Flags of a text of identifier bytes and dots.
std::uint8_t dottedFlags(const char* begin, const char* end) {
    int dots = 0;
    bool head = true;
    for (const char* p = begin; p < end; ++p) {
        if (head && classOf(*p) != CharClass::Identifier)
            return 0;
        head = *p == '.';
        dots += head;
    }
    if (head || dots == 0)
        return 0;
    return dots > 1 ? Token::Dotted | Token::ManyDots : Token::Dotted;
}

} // namespace

// p_ is at the opening quote; `begin` at the prefix.
void Lexer::readString(const char* begin, std::uint8_t flags) {
    const char quote = *p_;
    if (p_[1] == quote && p_[2] == quote)
        return readTripleString(begin, flags);
    const char* const text = ++p_;
    std::uint8_t seen = 0;
    for (;; ++p_) {
        std::uint8_t bits = kStringBytes[static_cast<unsigned char>(*p_)];
        while (!(bits & kStop)) {
            seen |= bits;
            bits = kStringBytes[static_cast<unsigned char>(*++p_)];
        }
        if (*p_ == quote)
            break;
        if (*p_ == '\n' || p_ == end_) {
            push(TokenKind::String, begin, p_);
            unterminatedString(offset(begin));
            return;
        }
        seen |= kNoName;
        p_ += *p_ == '\\' && p_ + 1 < end_;
    }
    if (seen == kDot && !(flags & Token::Bytes) && static_cast<std::size_t>(p_ - text) <= kLongestDotted)
        flags |= dottedFlags(text, p_);
    hasDotted_ |= (flags & Token::Dotted) != 0;
    ++p_;
    const std::uint32_t token = push(TokenKind::String, begin, p_);
    if (token < kMaxTokens)
        tokens_[token].flags = flags;
}

void Lexer::readTripleString(const char* begin, std::uint8_t flags) {
    const char quote = *p_;
    const char* const text = p_ + 3;
    for (p_ = text; p_ < end_; ++p_) {
        p_ = static_cast<const char*>(std::memchr(p_, quote, static_cast<std::size_t>(end_ - p_)));
        if (!p_)
            break;
        const char* escape = p_;
        while (escape > text && escape[-1] == '\\')
            --escape;
        if ((p_ - escape) % 2 == 0 && p_[1] == quote && p_[2] == quote) {
            p_ += 3;
            const std::uint32_t token = push(TokenKind::String, begin, p_);
            if (token < kMaxTokens)
                tokens_[token].flags = flags | Token::Triple;
            return;
        }
    }
    p_ = end_;
    push(TokenKind::String, begin, p_);
    problems_.syntaxError(offset(begin), "unterminated triple-quoted string");
    abandonLevels(0);
}

// The line ends inside a string of one line. If the brackets around it were opened on this line as well, the
// statement is given up; else the brackets stay open, and the next line goes on.
void Lexer::unterminatedString(std::uint32_t begin) {
    problems_.syntaxError(begin, "unterminated string");
    for (std::size_t i = 0; i < levels_.size(); ++i) {
        if (levels_[i].kind == Level::Kind::FString && !levels_[i].triple) {
            abandonLevels(i);
            break;
        }
    }
    if (!levels_.empty() && levels_.front().begin >= offset(physicalLine_))
        abandonLevels(0);
}

void Lexer::openFString(const char* begin, bool raw) {
    Level level;
    level.kind = Level::Kind::FString;
    level.quote = *p_;
    level.triple = p_[1] == *p_ && p_[2] == *p_;
    level.raw = raw;
    level.begin = offset(begin);
    level.string = static_cast<std::uint32_t>(levels_.size());
    p_ += level.triple ? 3 : 1;
    level.token = push(TokenKind::FString, begin, p_);
    levels_.push_back(level);
}

void Lexer::openField() {
    Level level;
    level.kind = Level::Kind::Field;
    level.begin = offset(p_);
    level.string = levels_.back().string;
    level.token = push(TokenKind::Open, p_, p_ + 1, Op::Field);
    levels_.push_back(level);
    ++p_;
}

void Lexer::closeField() {
    const std::uint32_t token = push(TokenKind::Close, p_, p_ + 1, Op::Field);
    if (levels_.back().token < tokens_.size())
        tokens_[levels_.back().token].match = token;
    levels_.pop_back();
    ++p_;
}

// At the closing quotes of the f-string at level `string`.
void Lexer::finishFString(std::uint32_t string) {
    if (levels_.size() > string + 1) {
        problems_.syntaxError(levels_.back().begin, "f-string: '{' was never closed");
        abandonLevels(string + 1);
    }
    const Level& level = levels_[string];
    const std::uint32_t length = level.triple ? 3 : 1;
    const std::uint32_t token = push(TokenKind::FStringEnd, p_, p_ + length);
    if (level.token < tokens_.size())
        tokens_[level.token].match = token;
    levels_.pop_back();
    p_ += length;
}

// Behind a backslash only quotes, backslashes and line ends lose their meaning in a raw string; braces never
// do, except in \N{NAME}.
void Lexer::skipFTextEscape(bool raw) {
    const char next = p_[1];
    if (raw ? next == '\'' || next == '"' || next == '\\' || next == '\n' : next != '{' && next != '}')
        p_ += p_ + 1 < end_ ? 2 : 1;
    else
        ++p_;
    if (raw || next != 'N' || *p_ != '{')
        return;
    const std::string_view name(p_, std::min(kLongestCharacterName, static_cast<std::size_t>(end_ - p_)));
    const std::size_t stop = name.find_first_of("}\n'\"");
    if (stop != std::string_view::npos && name[stop] == '}')
        p_ += stop + 1;
}

// The literal text of an f-string, or of a format specification, up to the next field or its end.
void Lexer::readFText() {
    const bool spec = levels_.back().inSpec;
    const std::uint32_t string = levels_.back().string;
    const Level level = levels_[string];
    const char* const begin = p_;
    const auto pushText = [this, begin] {
        if (p_ > begin)
            push(TokenKind::FText, begin, p_);
    };
    for (;;) {
        while (!kFTextStops[static_cast<unsigned char>(*p_)])
            ++p_;
        const char c = *p_;
        if (p_ == end_ || (c == '\n' && !level.triple)) {
            pushText();
            if (p_ == end_)
                endOfText(), lineEnds_ = true;
            else
                unterminatedString(level.begin);
            return;
        }
        if (c == level.quote && (!level.triple || (p_[1] == c && p_[2] == c))) {
            pushText();
            return finishFString(string);
        }
        if (c == '\\') {
            skipFTextEscape(level.raw);
        } else if (c == '{' && (spec || p_[1] != '{')) {
            pushText();
            return openField();
        } else if (c == '}' && spec) {
            pushText();
            return closeField();
        } else {
            p_ += (c == '{' || c == '}') && p_[1] == c ? 2 : 1;
        }
    }
}

} // namespace espalier::scan
