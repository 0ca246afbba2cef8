// The string forms of Python: plain, bytes, triple-quoted, and f-strings with their replacement fields.
#include "indexer/scan/lexer.h"
#include "indexer/scan/string_text.h"

#include <algorithm>

namespace espalier::scan {

namespace {

constexpr std::size_t kLongestCharacterName = 128; // in \N{…}

} // namespace

// p_ is at the opening quote; `begin` at the prefix.
void Lexer::readString(const char* begin, std::uint8_t flags) {
    const char quote = *p_;
    if (p_[1] == quote && p_[2] == quote)
        return readTripleString(begin, flags);
    const char* const text = p_ + 1;
    const StringEnd found = findStringEnd(text, end_, quote);
    p_ = found.at;
    if (!found.closed) {
        push(TokenKind::String, begin, p_);
        unterminatedString(offset(begin));
        return;
    }
    if (!found.escapes && !(flags & Token::Bytes))
        flags |= dottedFlags(text, p_);
    hasDotted_ |= (flags & Token::Dotted) != 0;
    ++p_;
    const std::uint32_t token = push(TokenKind::String, begin, p_);
    if (token < kMaxTokens)
        tokens_[token].flags = flags;
}

void Lexer::readTripleString(const char* begin, std::uint8_t flags) {
    p_ = behindTripleString(p_ + 3, end_, *p_);
    if (!p_) {
        p_ = end_;
        push(TokenKind::String, begin, p_);
        problems_.syntaxError(offset(begin), "unterminated triple-quoted string");
        return abandonLevels(0);
    }
    const std::uint32_t token = push(TokenKind::String, begin, p_);
    if (token < kMaxTokens)
        tokens_[token].flags = flags | Token::Triple;
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

void Lexer::skipFTextEscape(bool raw) {
    const char next = p_[1];
    p_ = behindFormattedEscape(p_, raw);
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
        p_ = findFormattedStop(p_);
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
