#include "indexer/scan/syntax.h"

#include "indexer/scan/expression_syntax.h"
#include "indexer/scan/lexer.h"
#include "indexer/scan/literals.h"

#include <algorithm>
#include <optional>
#include <string>

namespace espalier::scan {

namespace {

// One logical line.
class LineSyntax {
public:
    explicit LineSyntax(const Tokens& tokens)
        : tokens_(tokens)
        , e_(tokens_) {}

    // The token that cannot stand where it does; the number of tokens if something is missing at the end.
    std::optional<std::uint32_t> wrongToken() {
        if (line() || e_.gaveUp() || beginsSoft())
            return std::nullopt;
        return e_.failedAt();
    }

private:
    [[nodiscard]] bool beginsSoft() const {
        const Word first = tokens_.isName(0) ? tokens_[0].word : Word::None;
        return first == Word::Match || first == Word::Case || first == Word::Type || first == Word::Lazy;
    }

    bool line() {
        if (e_.take(Op::At))
            return e_.expression() && end();
        e_.take(Word::Async);
        const std::uint32_t keyword = e_.at();
        e_.goTo(keyword + 1);
        switch (tokens_.isName(keyword) ? tokens_[keyword].word : Word::None) {
        case Word::If:
        case Word::Elif:
        case Word::While:
            return e_.expression() && body();
        case Word::Else:
        case Word::Try:
        case Word::Finally:
            return body();
        case Word::For:
            return e_.targets() && e_.require(Word::In) && e_.list() && body();
        case Word::With:
            return withItems() && body();
        case Word::Except:
            e_.take(Op::Star);
            return (tokens_.isOp(e_.at(), Op::Colon) || (e_.list() && alias())) && body();
        case Word::Def:
            return head() && e_.parameters() && (!e_.take("->") || e_.expression()) && body();
        case Word::Class:
            return head() && (!tokens_.isOpen(e_.at(), Op::Round) || e_.arguments()) && body();
        default:
            e_.goTo(keyword);
            return keyword == 0 ? simpleStatements() : e_.fail();
        }
    }

    bool end() { return e_.atEnd() || e_.fail(); }

    bool body() { return e_.require(Op::Colon) && (e_.atEnd() || simpleStatements()); }

    bool head() { return e_.name() && (!tokens_.isOpen(e_.at(), Op::Square) || e_.typeParameters()); }

    bool alias() { return !e_.take(Word::As) || e_.name(); }

    bool withItems() {
        const std::uint32_t begin = e_.at();
        const std::uint32_t close = tokens_.isOpen(begin, Op::Round) ? tokens_[begin].match : begin;
        if (tokens_.isOp(close + 1, Op::Colon)) { // all items in brackets?
            e_.goTo(begin + 1);
            const bool inBrackets = items() && e_.at() == close;
            e_.goTo(inBrackets ? close + 1 : begin);
            if (inBrackets)
                return true;
        }
        return items();
    }

    bool items() {
        do {
            if (!e_.expression() || (e_.take(Word::As) && !e_.target()))
                return false;
        } while (e_.take(Op::Comma) && !e_.atClose());
        return true;
    }

    bool simpleStatements() {
        do {
            if (!simpleStatement())
                return false;
        } while (e_.take(Op::Semicolon) && !e_.atEnd());
        return end();
    }

    bool simpleStatement() {
        const std::uint32_t begin = e_.at();
        e_.goTo(begin + 1);
        switch (tokens_.isName(begin) ? tokens_[begin].word : Word::None) {
        case Word::Import:
        case Word::From:
            e_.goTo(tokens_.find(begin, tokens_.size(), Op::Semicolon));
            return true;
        case Word::Pass:
        case Word::Break:
        case Word::Continue:
            return true;
        case Word::Return:
            return statementEnds() || e_.list();
        case Word::Raise:
            return statementEnds() || (e_.expression() && (!e_.take(Word::From) || e_.expression()));
        case Word::Global:
        case Word::Nonlocal:
            return names();
        case Word::Del:
            return e_.targets();
        case Word::Assert:
            return e_.expression() && (!e_.take(Op::Comma) || e_.expression());
        default:
            e_.goTo(begin);
            return assignment();
        }
    }

    [[nodiscard]] bool statementEnds() const { return e_.atEnd() || tokens_.isOp(e_.at(), Op::Semicolon); }

    bool names() {
        do {
            if (!e_.name())
                return false;
        } while (e_.take(Op::Comma));
        return true;
    }

    // Or a mere expression.
    bool assignment() {
        if (!e_.value())
            return false;
        if (e_.take(Op::Augmented))
            return e_.value();
        if (e_.take(Op::Colon))
            return e_.expression() && (!e_.take(Op::Assign) || e_.value());
        while (e_.take(Op::Assign))
            if (!e_.value())
                return false;
        return true;
    }

    Tokens tokens_;
    ExpressionSyntax e_;
};

class LexicalErrors final : public ProblemSink {
public:
    void syntaxError(std::uint32_t, std::string) override { found_ = true; }
    void conflictMarker(std::uint32_t) override { found_ = true; }
    [[nodiscard]] bool found() const { return found_; }

private:
    bool found_ = false;
};

std::string messageFor(const Tokens& tokens, std::uint32_t wrong) {
    constexpr std::size_t kShownBytes = 60;
    if (wrong >= tokens.size())
        return "the statement is not complete";
    const std::string_view shown = tokens.text(wrong);
    return "not Python from here on: " +
           std::string(cutAtCharacter(shown.substr(0, shown.find('\n')), kShownBytes));
}

} // namespace

std::vector<facts::FileProblem> syntaxErrors(std::string_view utf8, std::size_t most) {
    std::vector<facts::FileProblem> rows;
    const SourceText text(utf8);
    LexicalErrors errors;
    Lexer lexer(text, errors);
    while (lexer.findLine() && lexer.readLine() && !errors.found()) {
        const Tokens tokens = lexer.tokens();
        const std::optional<std::uint32_t> wrong = LineSyntax(tokens).wrongToken();
        if (!wrong)
            continue;
        const std::uint32_t at =
            *wrong < tokens.size() ? tokens[*wrong].begin : tokens[tokens.size() - 1].end;
        rows.push_back(
            {"syntax-error", text.line(at), text.column(at),
             rows.size() < most ? messageFor(tokens, *wrong) : "there are more syntax errors from here on"});
        if (rows.size() > most)
            break;
    }
    return rows;
}

} // namespace espalier::scan
