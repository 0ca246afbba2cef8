#include "indexer/scan/module_getattr.h"

#include "indexer/scan/literals.h"

namespace espalier::scan {

namespace {

// The texts of `("a", "b")`, `["a"]`, `{"a"}`; nothing if anything else is in it.
std::vector<std::string> literalItems(const Tokens& tokens, std::uint32_t open, std::uint32_t end) {
    std::vector<std::string> out;
    if (open >= end || tokens[open].kind != TokenKind::Open || tokens[open].match + 1 != end)
        return out;
    const std::uint32_t close = end - 1;
    // Brackets around a single text are no tuple: `in ("ab")` asks for a part of the text.
    if (tokens.isOpen(open, Op::Round) && tokens.find(open + 1, close, Op::Comma) == close)
        return out;
    for (std::uint32_t i = open + 1; i < close;) {
        const std::uint32_t stop = tokens.find(i, close, Op::Comma);
        std::string text;
        if (!wholeLiteral(tokens, i, stop, text))
            return {};
        out.push_back(std::move(text));
        i = stop + 1;
    }
    return out;
}

std::uint32_t headerEnd(const Tokens& tokens) {
    std::uint32_t i = 0;
    while (i < tokens.size() && !tokens.isOp(i, Op::Colon) && !tokens.isWord(i, Word::Lambda))
        i = tokens.after(i, tokens.size());
    return i;
}

} // namespace

void ModuleGetattr::begin(std::string_view parameter) {
    any_ |= parameter.empty();
    closeFunction();
    inside_ = true;
    parameter_ = parameter;
}

void ModuleGetattr::closeFunction() {
    if (inside_)
        any_ |= bodyIndent_ == kNone || !(guarded_ || endsInRaise_);
    inside_ = endsInRaise_ = servedChain_ = guarded_ = false;
    bodyIndent_ = servedIndent_ = elseIndent_ = kNone;
    guardNames_.clear();
}

void ModuleGetattr::finish(facts::SourceFacts& facts) {
    closeFunction();
    facts.getattrServesAny = facts.hasModuleGetattr && any_;
    if (facts.hasModuleGetattr && !any_)
        facts.getattrNames = std::move(names_);
}

void ModuleGetattr::serve(std::vector<std::string> names) {
    for (std::string& name : names)
        names_.push_back(std::move(name));
}

void ModuleGetattr::line(const Tokens& tokens, std::uint32_t indent) {
    if (any_ || guarded_)
        return;
    if (bodyIndent_ == kNone)
        bodyIndent_ = indent;
    followEnd(tokens, indent);
    const bool raises = tokens.isWord(0, Word::Raise);
    if (!guardNames_.empty()) {
        guarded_ = raises && indent > bodyIndent_;
        if (guarded_)
            return serve(std::move(guardNames_));
        guardNames_.clear();
    }
    if (servedIndent_ != kNone && indent > servedIndent_)
        return;
    servedIndent_ = kNone;
    if (tokens.isWord(0, Word::If) || tokens.isWord(0, Word::Elif))
        condition(tokens, indent);
    else
        plain(tokens, 0, tokens.size());
}

// Whether the function's last statement, or the last one of its closing `else:`, is a raise.
void ModuleGetattr::followEnd(const Tokens& tokens, std::uint32_t indent) {
    const bool raises = tokens.isWord(0, Word::Raise);
    if (indent <= bodyIndent_) {
        const bool otherwise = tokens.isWord(0, Word::Else) && servedChain_;
        endsInRaise_ = raises || (otherwise && tokens.isWord(2, Word::Raise));
        elseIndent_ = otherwise && tokens.size() == 2 ? 0 : kNone;
        servedChain_ &= tokens.isWord(0, Word::Elif);
        return;
    }
    if (elseIndent_ == 0)
        elseIndent_ = indent;
    if (indent == elseIndent_)
        endsInRaise_ = raises;
}

void ModuleGetattr::condition(const Tokens& tokens, std::uint32_t indent) {
    const std::uint32_t colon = headerEnd(tokens), end = tokens.size();
    Test found = test(tokens, 1, colon);
    const bool inlineBody = colon + 1 < end;
    if (indent == bodyIndent_)
        servedChain_ = (servedChain_ || tokens.isWord(0, Word::If)) && found.kind == Test::Kind::Is;
    if (found.kind == Test::Kind::Is) {
        serve(std::move(found.names));
        if (!inlineBody)
            servedIndent_ = indent;
        return;
    }
    const bool guard = found.kind == Test::Kind::IsNot && indent == bodyIndent_ && tokens.isWord(0, Word::If);
    if (guard && !inlineBody) {
        guardNames_ = std::move(found.names);
    } else if (guard && tokens.isWord(colon + 1, Word::Raise)) {
        guarded_ = true;
        serve(std::move(found.names));
    } else {
        plain(tokens, 1, end);
    }
}

// A line that runs for any name.
void ModuleGetattr::plain(const Tokens& tokens, std::uint32_t begin, std::uint32_t end) {
    if (tokens.isWord(begin, Word::Raise) && tokens.find(begin, end, Op::Semicolon) == end)
        return;
    for (std::uint32_t i = begin; i < end && !any_;) {
        if (tokens[i].kind == TokenKind::FString) {
            i = tokens.after(i, end);
            continue;
        }
        any_ = tokens.isWord(i, Word::Return) || tokens.isWord(i, Word::Yield) ||
               (isParameter(tokens, i) && !isCompared(tokens, i));
        ++i;
    }
}

bool ModuleGetattr::isParameter(const Tokens& tokens, std::uint32_t i) const {
    return tokens.isName(i) && tokens.text(i) == parameter_ && !(i > 0 && tokens.isOp(i - 1, Op::Dot));
}

bool ModuleGetattr::isCompared(const Tokens& tokens, std::uint32_t i) const {
    const auto compares = [&](std::uint32_t at) {
        return tokens.isOp(at, Op::Equal) || tokens.isOp(at, Op::NotEqual);
    };
    if ((compares(i + 1) && tokens.isString(i + 2)) || (i > 1 && compares(i - 1) && tokens.isString(i - 2)))
        return true;
    const std::uint32_t in = tokens.isWord(i + 1, Word::Not) ? i + 2 : i + 1;
    return tokens.isWord(in, Word::In) && in + 1 < tokens.size() &&
           !literalItems(tokens, in + 1, tokens.after(in + 1, tokens.size())).empty();
}

// Only a comparison that is the whole condition.
ModuleGetattr::Test ModuleGetattr::test(const Tokens& tokens, std::uint32_t begin, std::uint32_t end) const {
    using Kind = Test::Kind;
    std::string text;
    if (isParameter(tokens, begin)) {
        const bool is = tokens.isOp(begin + 1, Op::Equal), isNot = tokens.isOp(begin + 1, Op::NotEqual);
        if ((is || isNot) && wholeLiteral(tokens, begin + 2, end, text))
            return {is ? Kind::Is : Kind::IsNot, {text}};
        const bool negated = tokens.isWord(begin + 1, Word::Not);
        if (!tokens.isWord(begin + 1 + negated, Word::In))
            return {};
        std::vector<std::string> names = literalItems(tokens, begin + 2 + negated, end);
        const Kind kind = names.empty() ? Kind::None : negated ? Kind::IsNot : Kind::Is;
        return {kind, std::move(names)};
    }
    const bool last = end > begin + 2 && isParameter(tokens, end - 1);
    const bool is = last && tokens.isOp(end - 2, Op::Equal),
               isNot = last && tokens.isOp(end - 2, Op::NotEqual);
    if ((is || isNot) && wholeLiteral(tokens, begin, end - 2, text))
        return {is ? Kind::Is : Kind::IsNot, {text}};
    return {};
}

} // namespace espalier::scan
