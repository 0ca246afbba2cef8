#include "indexer/scan/lexer.h"

#include "indexer/scan/characters.h"
#include "indexer/scan/dull_line.h"
#include "indexer/scan/identifier_chars.h"
#include "indexer/scan/string_text.h"

#include <algorithm>
#include <cstring>

namespace espalier::scan {

namespace {

const char* endOfLine(const char* p, const char* end) {
    const void* found = std::memchr(p, '\n', static_cast<std::size_t>(end - p));
    return found ? static_cast<const char*>(found) : end;
}

const char* skipSpaces(const char* p) {
    while (classOf(*p) == CharClass::Space)
        ++p;
    return p;
}

const char* skipName(const char* p) {
    while (isIdentifierByte(*p))
        ++p;
    return p;
}

// `from ..a.b import` up to the import keyword, all on one line.
bool isFromImport(const char* p) {
    p = skipSpaces(p);
    while (*p == '.' || isIdentifierByte(*p) || classOf(*p) == CharClass::Space) {
        if (!isIdentifierByte(*p)) {
            ++p;
            continue;
        }
        const char* const name = p;
        p = skipName(p);
        if (findWord(name, static_cast<std::size_t>(p - name)) == Word::Import)
            return true;
    }
    return false;
}

Op bracketOp(char c) {
    switch (c) {
    case '(':
    case ')':
        return Op::Round;
    case '[':
    case ']':
        return Op::Square;
    default:
        return Op::Curly;
    }
}

constexpr std::size_t kMismatchSearch =
    64; // levels looked through for the partner of a wrong closing bracket

} // namespace

Lexer::Lexer(const SourceText& source, ProblemSink& problems, LexerOptions options)
    : source_(source)
    , problems_(problems)
    , options_(options)
    , begin_(source.data())
    , end_(source.data() + source.size())
    , p_(begin_)
    , physicalLine_(begin_) {
    tokens_.reserve(256);
}

// Passes over blank lines, comments, conflict markers; leaves p_ at the first token and its indentation
// measured as CPython's tokenizer does.
bool Lexer::findLine() {
    physicalLine_ = p_;
    indent_ = tabIndent_ = 0;
    std::uint32_t continued = 0, continuedTab = 0;
    for (;; ++p_) {
        const char* const blanks = p_;
        while (*p_ == ' ')
            ++p_;
        indent_ += static_cast<std::uint32_t>(p_ - blanks);
        tabIndent_ += static_cast<std::uint32_t>(p_ - blanks);
        switch (*p_) {
        case '\t':
            indent_ = (indent_ / 8 + 1) * 8;
            ++tabIndent_;
            continue;
        case '\f':
            indent_ = tabIndent_ = 0;
            continue;
        case '#':
            p_ = endOfLine(p_, end_);
            [[fallthrough]];
        case '\n':
            if (p_ == end_)
                return false;
            physicalLine_ = p_ + 1;
            indent_ = tabIndent_ = continued = continuedTab = 0;
            continue;
        case '\\':
            if (p_[1] == '\n' && p_ + 2 < end_) { // the indentation of the first part counts
                if (continued == 0) {
                    continued = indent_;
                    continuedTab = tabIndent_;
                }
                indent_ = tabIndent_ = 0;
                ++p_;
                continue;
            }
            break;
        case '\0':
            if (p_ == end_)
                return false;
            continue;
        default:
            break;
        }
        if (p_ == physicalLine_ && atConflictMarker(p_)) {
            problems_.conflictMarker(offset(p_));
            p_ = endOfLine(p_, end_) - 1;
            continue;
        }
        if (options_.notebook && atNotebookLine()) {
            skipRestOfLine();
            --p_;
            continue;
        }
        break;
    }
    if (continued != 0) {
        indent_ = continued;
        tabIndent_ = continuedTab;
    }
    lineBegin_ = offset(p_);
    return true;
}

// To the line end, which a backslash before it does not make.
void Lexer::skipRestOfLine() {
    p_ = endOfLine(p_, end_);
    while (p_ < end_ && p_ > begin_ && p_[-1] == '\\')
        p_ = endOfLine(p_ + 1, end_);
}

bool Lexer::atNotebookLine() const {
    return *p_ == '%' || *p_ == '!' || *p_ == '?';
}

bool Lexer::atConflictMarker(const char* p) const {
    const char c = *p;
    if (c != '<' && c != '>' && c != '=' && c != '|')
        return false;
    int length = 0;
    while (length < 8 && p[length] == c)
        ++length;
    const char behind = p[length < 8 ? length : 7];
    return length == 7 && (behind == '\n' || (c != '=' && behind == ' '));
}

bool Lexer::passOver() {
    const char* const behind = behindDullLine(p_, end_);
    if (behind)
        p_ = behind;
    return behind != nullptr;
}

bool Lexer::readLine() {
    tokens_.clear();
    levels_.clear();
    hasHot_ = hasDotted_ = hasWalrus_ = hasSemicolon_ = lineEnds_ = tooLong_ = false;
    while (!lineEnds_) {
        if (inFText())
            readFText();
        else if (*p_ == ' ')
            ++p_;
        else if (!readToken())
            break;
    }
    if (!levels_.empty())
        abandonLevels(0);
    return !tokens_.empty();
}

bool Lexer::readToken() {
    switch (classOf(*p_)) {
    case CharClass::Space:
        ++p_;
        return true;
    case CharClass::Identifier:
        readName();
        return true;
    case CharClass::Digit:
        readNumber();
        return true;
    case CharClass::Quote:
        readString(p_, 0);
        return true;
    case CharClass::Comment:
        p_ = endOfLine(p_, end_);
        return true;
    case CharClass::Newline:
        return newlineInside();
    case CharClass::Open:
        open(bracketOp(*p_));
        return true;
    case CharClass::Close:
        close(bracketOp(*p_));
        return true;
    case CharClass::Backslash:
        backslash();
        return true;
    case CharClass::Operator:
        readOperator();
        return true;
    case CharClass::Nul:
        if (p_ == end_) {
            endOfText();
            return false;
        }
        ++p_;
        return true;
    case CharClass::Bad:
        badCharacter();
        return true;
    }
    return false;
}

// At a newline: the end of the logical line, unless a bracket is open. A line inside brackets that begins
// with a keyword which no expression can hold begins a statement: the bracket was never closed, and the line
// ends before it.
bool Lexer::newlineInside() {
    ++p_;
    physicalLine_ = p_;
    if (levels_.empty())
        return false;
    while (atConflictMarker(p_)) {
        problems_.conflictMarker(offset(p_));
        p_ = std::min(endOfLine(p_, end_) + 1, end_);
        physicalLine_ = p_;
    }
    const char* const head = skipSpaces(p_);
    if (classOf(*head) != CharClass::Identifier || !recovers(head)) {
        p_ = head;
        return true;
    }
    const Level& innermost = levels_.back();
    problems_.syntaxError(innermost.begin, std::string("'") + begin_[innermost.begin] + "' was never closed");
    p_ = physicalLine_;
    return false;
}

bool Lexer::recovers(const char* head) const {
    const char* p = skipName(head);
    const Word word = findWord(head, static_cast<std::size_t>(p - head));
    if (word == Word::From)
        return isFromImport(p);
    if (word != Word::Async)
        return startsStatementOnly(word) && classOf(*p) != CharClass::Quote;
    const char* const second = skipSpaces(p);
    return startsStatementOnly(findWord(second, static_cast<std::size_t>(skipName(second) - second)));
}

// Open brackets from level `keep` on end here, without a partner.
void Lexer::abandonLevels(std::size_t keep) {
    for (std::size_t i = keep; i < levels_.size(); ++i)
        if (levels_[i].token < tokens_.size())
            tokens_[levels_[i].token].match = static_cast<std::uint32_t>(tokens_.size());
    levels_.resize(std::min(keep, levels_.size()));
}

void Lexer::endOfText() {
    if (levels_.empty())
        return;
    const Level& innermost = levels_.back();
    if (innermost.kind == Level::Kind::FString)
        problems_.syntaxError(innermost.begin, "unterminated f-string");
    else
        problems_.syntaxError(innermost.begin,
                              std::string("'") + begin_[innermost.begin] + "' was never closed");
}

std::uint32_t Lexer::noRoom(const char* begin) {
    if (!tooLong_)
        problems_.syntaxError(offset(begin), "statement too long; the rest of it is not read");
    tooLong_ = true;
    return static_cast<std::uint32_t>(kMaxTokens);
}

void Lexer::readName() {
    const char* const begin = p_;
    p_ = skipAsciiName(p_);
    if (classOf(*p_) == CharClass::Identifier) { // beyond ASCII
        p_ = behindIdentifier(begin);
        if (p_ == begin)
            return badCharacter();
    }
    const auto length = static_cast<std::size_t>(p_ - begin);
    if (classOf(*p_) == CharClass::Quote) {
        const StringPrefix prefix = stringPrefix(begin, length);
        if (prefix.valid && prefix.formatted)
            return openFString(begin, prefix.raw);
        if (prefix.valid)
            return readString(begin, static_cast<std::uint8_t>((prefix.bytes ? Token::Bytes : 0) |
                                                               (prefix.raw ? Token::Raw : 0)));
    }
    const Word word = findWord(begin, length);
    const std::uint32_t at = push(TokenKind::Name, begin, p_);
    if (word != Word::None && at < kMaxTokens) {
        tokens_[at].word = word;
        hasHot_ |= isHot(word);
    }
}

// Loosely: an exponent's sign makes a number of its own, which nothing here minds.
void Lexer::readNumber() {
    const char* const begin = p_;
    do {
        p_ = skipAsciiName(p_ + 1);
    } while (*p_ == '.');
    push(TokenKind::Number, begin, p_);
}

void Lexer::punctuation(Op op, std::uint32_t length) {
    push(TokenKind::Operator, p_, p_ + length, op);
    p_ += length;
}

void Lexer::readOperator() {
    const char c = *p_, next = p_[1];
    const bool field = !levels_.empty() && levels_.back().kind == Level::Kind::Field;
    switch (c) {
    case '.':
        return classOf(next) == CharClass::Digit ? readNumber() : punctuation(Op::Dot, 1);
    case ',':
        return punctuation(Op::Comma, 1);
    case ';':
        hasSemicolon_ = true;
        return punctuation(Op::Semicolon, 1);
    case ':':
        if (field) {
            levels_.back().inSpec = true;
            return punctuation(Op::Colon, 1);
        }
        if (next != '=')
            return punctuation(Op::Colon, 1);
        hasWalrus_ = true;
        return punctuation(Op::Walrus, 2);
    case '=':
        if (next == '=')
            return punctuation(Op::Equal, 2);
        punctuation(Op::Assign, 1);
        if (options_.notebook && levels_.empty()) {
            const char* const value = skipSpaces(p_);
            if (*value == '!' || *value == '%')
                skipRestOfLine();
        }
        return;
    case '!':
        if (next == '=')
            return punctuation(Op::NotEqual, 2);
        return field ? punctuation(Op::Other, 1) : badCharacter();
    case '-':
        if (next == '>')
            return punctuation(Op::Other, 2);
        break;
    case '~':
        return punctuation(Op::Other, 1);
    default:
        break;
    }
    // The rest has forms x, x= and, for * / < >, xx and xx=.
    const bool doubled = next == c && (c == '*' || c == '/' || c == '<' || c == '>');
    const std::uint32_t length = doubled ? 2 : 1;
    if (p_[length] == '=')
        return punctuation((c == '<' || c == '>') && !doubled ? Op::Other : Op::Augmented, length + 1);
    punctuation(c == '*' ? Op::Star : c == '@' ? Op::At : c == '+' ? Op::Plus : Op::Other, length);
}

void Lexer::open(Op op) {
    const std::uint32_t token = push(TokenKind::Open, p_, p_ + 1, op);
    Level level;
    level.bracket = *p_;
    level.begin = offset(p_);
    level.token = token;
    levels_.push_back(level);
    ++p_;
}

void Lexer::close(Op op) {
    std::size_t at = levels_.size();
    const std::size_t lowest = at > kMismatchSearch ? at - kMismatchSearch : 0;
    for (; at > lowest; --at) {
        const Level& level = levels_[at - 1];
        if (level.kind == Level::Kind::Bracket ? bracketOp(level.bracket) == op
                                               : level.kind == Level::Kind::FString || op == Op::Curly)
            break;
    }
    const bool found = at > lowest && levels_[at - 1].kind != Level::Kind::FString;
    if (!found || at != levels_.size())
        problems_.syntaxError(offset(p_),
                              std::string(levels_.empty() ? "unmatched '" : "mismatched '") + *p_ + "'");
    if (!found) {
        ++p_;
        return;
    }
    abandonLevels(at);
    if (levels_.back().kind == Level::Kind::Field)
        return closeField();
    const std::uint32_t token = push(TokenKind::Close, p_, p_ + 1, op);
    if (levels_.back().token < tokens_.size())
        tokens_[levels_.back().token].match = token;
    levels_.pop_back();
    ++p_;
}

void Lexer::backslash() {
    if (p_[1] == '\n' && p_ + 2 < end_) {
        p_ += 2;
        return;
    }
    problems_.syntaxError(offset(p_), p_[1] == '\n'
                                          ? "the file ends after a line continuation character"
                                          : "unexpected character after line continuation character");
    ++p_;
}

void Lexer::badCharacter() {
    const CodePoint c = codePointAt(p_);
    if (!options_.notebook || *p_ != '?')
        problems_.syntaxError(offset(p_), "invalid character '" + std::string(p_, c.bytes) + "'");
    p_ += c.bytes;
}

} // namespace espalier::scan
