// What may stand anywhere in an expression: calls that import, dotted strings, warnings, import hooks, `:=`.
#include "indexer/scan/calls.h"
#include "indexer/scan/deprecation.h"
#include "indexer/scan/file_scanner.h"
#include "indexer/scan/literals.h"
#include "indexer/scan/opaque_names.h"
#include "indexer/scan/string_text.h"

#include <algorithm>

namespace espalier::scan {

namespace {

// Follows lambdas through an expression: their bodies run later, their default values now.
class LambdaTracker {
public:
    void token(const Token& t) {
        if (t.kind == TokenKind::Open || t.kind == TokenKind::FString) {
            ++depth_;
        } else if (t.kind == TokenKind::Close || t.kind == TokenKind::FStringEnd) {
            leave(depth_);
            depth_ -= depth_ > 0;
        } else if (t.word == Word::Lambda && t.kind == TokenKind::Name) {
            open_.push_back({depth_, false});
        } else if (t.kind == TokenKind::Operator && t.op == Op::Comma) {
            leaveBodies();
        } else if (t.kind == TokenKind::Operator && t.op == Op::Colon) {
            colon();
        }
    }
    [[nodiscard]] bool inBody() const { return bodies_ > 0; }

private:
    struct Lambda {
        std::uint32_t depth = 0;
        bool body = false;
    };
    void pop() {
        bodies_ -= open_.back().body;
        open_.pop_back();
    }
    void leave(std::uint32_t depth) {
        while (!open_.empty() && open_.back().depth >= depth)
            pop();
    }
    void leaveBodies() {
        while (!open_.empty() && open_.back().depth == depth_ && open_.back().body)
            pop();
    }
    void colon() {
        if (!open_.empty() && open_.back().depth == depth_ && !open_.back().body) {
            open_.back().body = true;
            ++bodies_;
        } else {
            leaveBodies(); // of a slice or a dict: the body ended before it
        }
    }

    std::vector<Lambda> open_;
    std::uint32_t depth_ = 0, bodies_ = 0;
};

} // namespace

void FileScanner::expressions(std::uint32_t begin, std::uint32_t end) {
    if (context().never)
        return;
    if (recorder_.hasLazyNames() && context().kind == facts::EdgeKind::Import)
        useLazyNames(begin, end);
    const bool walrus = lexer_->hasWalrus() && bindsNames();
    if (!lexer_->hasHotName() && !lexer_->hasDottedString() && !known_.hasAliases() && !walrus)
        return;
    const Context now = context(), later = now.inFunction();
    LambdaTracker lambdas;
    std::uint32_t quietUntil =
        0; // strings that are arguments of an import call are no references of their own
    for (std::uint32_t i = begin; i < end; ++i) {
        const Token& t = tokens_[i];
        lambdas.token(t);
        const Context& where = lambdas.inBody() ? later : now;
        if (t.kind == TokenKind::String && (t.flags & Token::Dotted) && i >= quietUntil) {
            stringReference(i, where);
        } else if (t.kind == TokenKind::Name) {
            if (walrus && !lambdas.inBody() && tokens_.isOp(i + 1, Op::Walrus))
                bind(facts::BindingKind::Assignment, i);
            if (!isHot(t.word) && !known_.hasAliases())
                continue;
            hotName(i, end, where);
            const Role role = known_.roleOf(tokens_, i, where.runsLater());
            if ((role == Role::ImportModule || role == Role::DunderImport || role == Role::ImportOrSkip) &&
                tokens_.isOpen(i + 1, Op::Round))
                quietUntil = std::max(quietUntil, tokens_[i + 1].match);
        }
    }
}

void FileScanner::hotName(std::uint32_t i, std::uint32_t end, const Context& where) {
    const bool call = i + 1 < end && tokens_.isOpen(i + 1, Op::Round);
    const Word word = tokens_[i].word;
    if (makesOpaqueNames(tokens_, i, where))
        recorder_.facts().opaqueNames = true;
    const auto opaque = [&](std::string_view what) {
        recorder_.problem("opaque-import", tokens_[i].begin, std::string(what));
    };
    if (word == Word::ImportHooks && tokens_.isOp(i + 1, Op::Dot) && tokens_.isOpen(i + 3, Op::Round))
        return opaque("an import hook: what it makes of imports cannot be told");
    if (word == Word::PathList && tokens_.isOp(i + 1, Op::Dot) && tokens_.isOpen(i + 3, Op::Round))
        return opaque("the package's __path__ is changed");
    if (word == Word::DeclareNamespace && call)
        return opaque("the package's __path__ is extended by declare_namespace()");
    if (!call || (i > 0 && tokens_.isWord(i - 1, Word::Def)))
        return;
    switch (const Role role = known_.roleOf(tokens_, i, where.runsLater())) {
    case Role::ImportModule:
        if (definesImportModule_ && !(i > 0 && tokens_.isOp(i - 1, Op::Dot)))
            return; // a function of the file's own
        [[fallthrough]];
    case Role::DunderImport:
    case Role::ImportOrSkip:
        return dynamicCall(i, role, where);
    case Role::Warn:
        return warning(i, where);
    case Role::ExtendPath:
        return opaque("the package's __path__ is extended by extend_path()");
    default:
        return;
    }
}

void FileScanner::dynamicCall(std::uint32_t i, Role role, const Context& where) {
    std::uint32_t first = i;
    while (first >= 2 && tokens_.isOp(first - 1, Op::Dot) && tokens_.isName(first - 2))
        first -= 2;
    const std::uint32_t close = std::min(tokens_[i + 1].match, tokens_.size() - 1);
    DynamicImport found = dynamicImport(tokens_, role, i + 1);
    if (!found.problem.empty())
        return recorder_.problem("dynamic-import", tokens_[first].begin,
                                 found.problem + ": " +
                                     recorder_.excerpt(tokens_[first].begin, tokens_[close].end));
    recorder_.import(std::move(found.statement), tokens_[first].begin, tokens_[close].end, where);
}

// A warning at module level deprecates the module; one in its __getattr__ the names that are served there.
void FileScanner::warning(std::uint32_t i, const Context& where) {
    const bool module = where.atModule() && where.kind == facts::EdgeKind::Import;
    if (!module && !where.inGetattr)
        return;
    const std::optional<std::string> message = deprecationWarning(tokens_, i, i + 1);
    if (!message)
        return;
    if (module)
        return recorder_.mark(facts::MarkSource::Warning, tokens_[i].begin, "", *message);
    if (where.servedNames < 0)
        return recorder_.mark(facts::MarkSource::Getattr, tokens_[i].begin, "", *message);
    for (const std::string& name : servedNames_[static_cast<std::size_t>(where.servedNames)])
        recorder_.mark(facts::MarkSource::Getattr, tokens_[i].begin, name, *message);
}

void FileScanner::stringReference(std::uint32_t i, const Context& where) {
    const bool alone = !(i > 0 && isText(tokens_, i - 1)) && !tokens_.isString(i + 1);
    const std::uint8_t flags = tokens_[i].flags;
    if (!alone || (!(flags & (Token::ManyDots | Token::EntryPoint)) && !isPatchTarget(i)))
        return;
    facts::ImportStatement s;
    s.form = facts::ImportForm::String;
    s.flags.set(facts::Flag::String);
    s.module = literalBody(tokens_, i);
    if (flags & Token::EntryPoint) {
        const EntryPoint point = entryPoint(literalBody(tokens_, i));
        s.module = isDottedIdentifier(std::string(point.object)) ? point.module : std::string_view();
    }
    if (!isDottedIdentifier(s.module))
        return;
    recorder_.import(std::move(s), tokens_[i].begin, tokens_[i].end, where);
}

// The first argument of patch(…), patch.object(…), monkeypatch.setattr(…) and the like.
bool FileScanner::isPatchTarget(std::uint32_t i) const {
    if (i < 2 || !tokens_.isOpen(i - 1, Op::Round) || !tokens_.isName(i - 2))
        return false;
    const bool attribute = i >= 4 && tokens_.isOp(i - 3, Op::Dot);
    switch (tokens_[i - 2].word) {
    case Word::Patch:
        return true;
    case Word::PatchPart:
        return attribute && tokens_.isWord(i - 4, Word::Patch);
    case Word::SetAttribute:
        return attribute;
    default:
        return false;
    }
}

// Names that module-level code reads, for lazy imports. Names of attributes and keyword arguments are none.
void FileScanner::useLazyNames(std::uint32_t begin, std::uint32_t end) {
    LambdaTracker lambdas;
    for (std::uint32_t i = begin; i < end; ++i) {
        lambdas.token(tokens_[i]);
        if (!tokens_.isName(i) || isKeyword(tokens_[i].word) || lambdas.inBody())
            continue;
        const bool attribute = i > 0 && tokens_.isOp(i - 1, Op::Dot);
        const bool target = i + 1 < end && tokens_.isOp(i + 1, Op::Assign);
        if (!attribute && !target)
            recorder_.useLazyName(identifier(tokens_.text(i)));
    }
}

} // namespace espalier::scan
