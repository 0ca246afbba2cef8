#include "indexer/scan/expression_syntax.h"

#include "indexer/scan/characters.h"

#include <algorithm>

namespace espalier::scan {

namespace {

constexpr std::uint32_t kDeepest = 200; // CPython gives up at as many brackets within each other

enum class Number : std::uint8_t { Whole, BeforeKeyword, Wrong };

// Of a token as the lexer reads numbers: up to a sign, and with keywords and attributes that stand close
// behind (`1if x`, `1.5.real`).
Number judgeNumber(std::string_view text) {
    const auto isDigit = [](char c) { return classOf(c) == CharClass::Digit; };
    const auto at = [&](std::size_t i) { return i < text.size() ? static_cast<char>(text[i] | 0x20) : ' '; };
    std::size_t i = 0;
    const auto digits = [&](bool hexadecimal) {
        while (i < text.size() &&
               (isDigit(text[i]) || text[i] == '_' || (hexadecimal && at(i) >= 'a' && at(i) <= 'f')))
            ++i;
    };
    if (text[0] == '0' && (at(1) == 'x' || at(1) == 'o' || at(1) == 'b')) {
        i = 2;
        digits(at(1) == 'x');
    } else {
        digits(false);
        const std::size_t whole = i;
        if (i < text.size() && text[i] == '.') {
            ++i;
            digits(false);
        }
        if (at(i) == 'e' && (i + 1 == text.size() || isDigit(text[i + 1]))) {
            ++i;
            digits(false);
        }
        i += at(i) == 'j';
        if (i == whole && text[0] == '0' &&
            text.substr(0, i).find_first_not_of("0_") != std::string_view::npos)
            return Number::Wrong; // octal in Python 2
    }
    const std::string_view rest = text.substr(i);
    if (rest.empty() || rest[0] == '.')
        return Number::Whole;
    switch (findWord(rest.data(), rest.size())) {
    case Word::And:
    case Word::Else:
    case Word::For:
    case Word::If:
    case Word::In:
    case Word::Is:
    case Word::Not:
    case Word::Or:
        return Number::BeforeKeyword;
    default:
        return Number::Wrong;
    }
}

} // namespace

class ExpressionSyntax::Deeper {
public:
    explicit Deeper(ExpressionSyntax& syntax)
        : syntax_(syntax) {
        syntax_.gaveUp_ |= ++syntax_.depth_ > kDeepest;
    }
    ~Deeper() { --syntax_.depth_; }
    Deeper(const Deeper&) = delete;
    Deeper& operator=(const Deeper&) = delete;

private:
    ExpressionSyntax& syntax_;
};

bool ExpressionSyntax::fail() {
    failedAt_ = std::max(failedAt_, i_);
    return false;
}

bool ExpressionSyntax::name() {
    if (!tokens_.isName(i_) || isKeyword(tokens_[i_].word))
        return fail();
    ++i_;
    return true;
}

bool ExpressionSyntax::expression() {
    const Deeper deeper(*this);
    return !gaveUp_ && conditional() && (!take(Op::Walrus) || conditional());
}

bool ExpressionSyntax::conditional() {
    do {
        if (!operation())
            return false;
        if (!take(Word::If))
            return true;
        if (!operation())
            return false;
    } while (take(Word::Else));
    return fail();
}

bool ExpressionSyntax::operation() {
    do {
        while (prefix()) {
        }
        take(Word::Await); // once, and nothing between it and its operand
        if (!operand())
            return false;
    } while (binaryOperator());
    return true;
}

bool ExpressionSyntax::prefix() {
    return take(Word::Not) || take(Op::Plus) || take("-") || take("~");
}

bool ExpressionSyntax::binaryOperator() {
    if (i_ >= tokens_.size())
        return false;
    const Token& t = tokens_[i_];
    if (t.kind == TokenKind::Name) {
        if (t.word == Word::Not && !tokens_.isWord(i_ + 1, Word::In))
            return false;
        i_ += t.word == Word::Not;
        return take(Word::And) || take(Word::Or) || take(Word::In) || take(Word::Is);
    }
    if (t.kind != TokenKind::Operator)
        return false;
    switch (t.op) {
    case Op::Star:
    case Op::At:
    case Op::Equal:
    case Op::NotEqual:
    case Op::Plus:
        break;
    case Op::Other:
        if (isSymbol("->") || isSymbol("!") || isSymbol("~"))
            return false;
        break;
    default:
        return false;
    }
    ++i_;
    return true;
}

bool ExpressionSyntax::operand() {
    if (take(Word::Lambda))
        return lambda();
    if (!atom())
        return false;
    for (;;) {
        if (take(Op::Dot)) {
            if (!name())
                return false;
        } else if (tokens_.isOpen(i_, Op::Round)) {
            if (!arguments())
                return false;
        } else if (tokens_.isOpen(i_, Op::Square)) {
            if (!bracket(&ExpressionSyntax::subscript))
                return false;
        } else {
            return true;
        }
    }
}

bool ExpressionSyntax::atom() {
    if (i_ >= tokens_.size())
        return fail();
    switch (const Token& t = tokens_[i_]; t.kind) {
    case TokenKind::Name:
        return take(Word::True) || take(Word::False) || take(Word::NoneValue) || name();
    case TokenKind::Number:
        return number();
    case TokenKind::String:
    case TokenKind::FString:
        return strings();
    case TokenKind::Open:
        return bracket(t.op == Op::Curly ? &ExpressionSyntax::pair : &ExpressionSyntax::element);
    default:
        break;
    }
    if (!tokens_.isOp(i_ + 1, Op::Dot) || !tokens_.isOp(i_ + 2, Op::Dot) || !take(Op::Dot))
        return fail();
    i_ += 2;
    return true;
}

bool ExpressionSyntax::number() {
    const std::string_view text = tokens_.text(i_);
    const bool signedExponent = (text.back() | 0x20) == 'e' && !text.starts_with("0x") && isGlued(i_ + 1) &&
                                isGlued(i_ + 2) && tokens_[i_ + 2].kind == TokenKind::Number;
    if (signedExponent) { // three tokens
        i_ += 3;
        return true;
    }
    const Number kind = judgeNumber(text);
    gaveUp_ |= kind == Number::BeforeKeyword;
    if (kind != Number::Whole)
        return fail();
    ++i_;
    return true;
}

bool ExpressionSyntax::strings() {
    for (;; ++i_) {
        if (tokens_.isString(i_))
            continue;
        if (i_ >= tokens_.size() || tokens_[i_].kind != TokenKind::FString)
            return true;
        const std::uint32_t end = tokens_[i_++].match;
        if (!fields(end))
            return false;
    }
}

// The text of an f-string, or of a format specification, up to its end.
bool ExpressionSyntax::fields(std::uint32_t end) {
    const Deeper deeper(*this);
    while (i_ < end && !gaveUp_) {
        if (tokens_[i_].kind == TokenKind::FText) {
            ++i_;
            continue;
        }
        if (!tokens_.isOpen(i_, Op::Field))
            return fail();
        const std::uint32_t close = tokens_[i_++].match;
        if (!value())
            return false;
        take(Op::Assign);
        if (take("!") && !name())
            return false;
        if (take(Op::Colon) && !fields(close))
            return false;
        if (i_ != close)
            return fail();
        ++i_;
    }
    return !gaveUp_;
}

bool ExpressionSyntax::lambda() {
    const Deeper deeper(*this);
    while (!gaveUp_ && !tokens_.isOp(i_, Op::Colon)) {
        if (!parameter(false))
            return false;
        if (!take(Op::Comma))
            break;
    }
    return !gaveUp_ && require(Op::Colon) && conditional();
}

bool ExpressionSyntax::parameter(bool annotated) {
    if (take("/"))
        return true;
    if (take(Op::Star) && (tokens_.isOp(i_, Op::Comma) || tokens_.isOp(i_, Op::Colon)))
        return true;
    if (!name() || (annotated && take(Op::Colon) && !element()))
        return false;
    return !take(Op::Assign) || element();
}

bool ExpressionSyntax::element() {
    if (tokens_.isWord(i_, Word::Yield))
        return value();
    take(Op::Star);
    return expression();
}

bool ExpressionSyntax::pair() {
    return element() && (!take(Op::Colon) || expression());
}

bool ExpressionSyntax::argument() {
    return element() && (!take(Op::Assign) || expression());
}

bool ExpressionSyntax::subscript() {
    const auto partEnds = [this] {
        return tokens_.isOp(i_, Op::Colon) || tokens_.isOp(i_, Op::Comma) || atClose();
    };
    if (!tokens_.isOp(i_, Op::Colon) && !element())
        return false;
    while (take(Op::Colon))
        if (!partEnds() && !expression())
            return false;
    return true;
}

// None of these is right, too.
bool ExpressionSyntax::comprehension() {
    for (;;) {
        if (tokens_.isWord(i_, Word::Async) && tokens_.isWord(i_ + 1, Word::For))
            ++i_;
        if (!take(Word::For))
            return true;
        if (!targets() || !require(Word::In) || !operation())
            return false;
        while (take(Word::If))
            if (!operation())
                return false;
    }
}

// Items with commas between and perhaps one behind, or none.
bool ExpressionSyntax::bracket(Item item) {
    const Deeper deeper(*this);
    const std::uint32_t close = tokens_[i_++].match;
    while (i_ != close) {
        if (gaveUp_ || !(this->*item)() || !comprehension())
            return false;
        if (i_ != close && !take(Op::Comma))
            return fail();
    }
    ++i_;
    return true;
}

bool ExpressionSyntax::arguments() {
    return tokens_.isOpen(i_, Op::Round) ? bracket(&ExpressionSyntax::argument) : fail();
}

bool ExpressionSyntax::parameters() {
    return tokens_.isOpen(i_, Op::Round) ? bracket(&ExpressionSyntax::annotatedParameter) : fail();
}

bool ExpressionSyntax::typeParameters() {
    return tokens_.isOpen(i_, Op::Square) ? bracket(&ExpressionSyntax::annotatedParameter) : fail();
}

// Whether a list ends here that has had a comma before.
bool ExpressionSyntax::listStops() const {
    return atEnd() || atClose() || tokens_.isOp(i_, Op::Assign) || tokens_.isOp(i_, Op::Colon) ||
           tokens_.isOp(i_, Op::Semicolon) || tokens_.isWord(i_, Word::In) || isSymbol("!");
}

bool ExpressionSyntax::list() {
    do {
        if (!element())
            return false;
    } while (take(Op::Comma) && !listStops());
    return true;
}

bool ExpressionSyntax::value() {
    if (!take(Word::Yield))
        return list();
    if (take(Word::From))
        return expression();
    return listStops() || tokens_.isOp(i_, Op::Comma) || list();
}

bool ExpressionSyntax::targets() {
    do {
        take(Op::Star);
        if (!target())
            return false;
    } while (take(Op::Comma) && !listStops());
    return true;
}

} // namespace espalier::scan
