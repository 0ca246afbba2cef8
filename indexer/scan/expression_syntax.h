// Passes over expressions as Python's grammar has them (language reference, "Full Grammar specification"), so
// that what is no expression is found. Reads what any version from 3.8 on reads, and a little more: operators
// have no precedence, and most kinds of brackets may hold what some kinds may.
#pragma once

#include "indexer/scan/token.h"

#include <string_view>

namespace espalier::scan {

class ExpressionSyntax {
public:
    // Of a line without lexical errors: all brackets have partners.
    explicit ExpressionSyntax(const Tokens& tokens)
        : tokens_(tokens) {}

    // The next token; none of the functions goes beyond the brackets that it is in.
    [[nodiscard]] std::uint32_t at() const { return i_; }
    void goTo(std::uint32_t token) { i_ = token; }
    [[nodiscard]] bool atEnd() const { return i_ >= tokens_.size(); }
    [[nodiscard]] bool atClose() const { return i_ < tokens_.size() && tokens_[i_].kind == TokenKind::Close; }
    // The last token that a function below has failed at; the number of tokens: at the end of the line.
    [[nodiscard]] std::uint32_t failedAt() const { return failedAt_; }
    // Something is nested too deeply to tell; the functions below fail then.
    [[nodiscard]] bool gaveUp() const { return gaveUp_; }

    // Each passes over such a thing if it is next; else false, and failedAt() says where.
    bool expression(); // `a`, `a if b else c`, `a := b`
    bool list();       // `a, *b,`
    bool value();      // a list or `yield`
    bool targets();    // what `for` and `del` name
    bool target() { return operand(); }
    bool name();
    bool arguments();      // in their brackets
    bool parameters();     // in their brackets
    bool typeParameters(); // in their brackets
    bool require(Op op) { return take(op) || fail(); }
    bool require(Word word) { return take(word) || fail(); }

    // Each passes over that token if it is next.
    bool take(Op op) { return tokens_.isOp(i_, op) && ++i_; }
    bool take(Word word) { return tokens_.isWord(i_, word) && ++i_; }
    bool take(std::string_view symbol) { return isSymbol(symbol) && ++i_; }
    bool fail();

private:
    using Item = bool (ExpressionSyntax::*)();
    class Deeper;

    [[nodiscard]] bool isSymbol(std::string_view symbol) const {
        return i_ < tokens_.size() && tokens_[i_].kind == TokenKind::Operator && tokens_.text(i_) == symbol;
    }
    // Whether a token stands close behind the one before.
    [[nodiscard]] bool isGlued(std::uint32_t i) const {
        return i < tokens_.size() && tokens_[i].begin == tokens_[i - 1].end;
    }
    bool conditional();
    bool operation();
    bool prefix();
    bool binaryOperator();
    bool operand();
    bool atom();
    bool number();
    bool strings();
    bool fields(std::uint32_t end);
    bool lambda();
    bool parameter(bool annotated);
    bool annotatedParameter() { return parameter(true); }
    bool element();
    bool pair();
    bool argument();
    bool subscript();
    bool comprehension();
    bool bracket(Item item);
    [[nodiscard]] bool listStops() const;

    const Tokens& tokens_;
    std::uint32_t i_ = 0, failedAt_ = 0, depth_ = 0;
    bool gaveUp_ = false;
};

} // namespace espalier::scan
