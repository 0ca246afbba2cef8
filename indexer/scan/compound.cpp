// Headers of compound statements: what they make of the code below them, and the names that they bind.
#include "indexer/scan/calls.h"
#include "indexer/scan/condition.h"
#include "indexer/scan/file_scanner.h"
#include "indexer/scan/literals.h"
#include "indexer/scan/targets.h"

#include <algorithm>

namespace espalier::scan {

namespace {

bool mentionsImportError(const Tokens& tokens, std::uint32_t begin, std::uint32_t end) {
    for (std::uint32_t i = begin; i < end; ++i)
        if (tokens.isWord(i, Word::ImportError_))
            return true;
    return false;
}

} // namespace

// True if the line begins a compound statement; `keyword` becomes the index of its keyword, behind an
// `async`.
bool FileScanner::isCompound(std::uint32_t& keyword) const {
    keyword = tokens_.isWord(0, Word::Async) ? 1 : 0;
    if (!tokens_.isName(keyword))
        return false;
    switch (tokens_[keyword].word) {
    case Word::If:
    case Word::Elif:
    case Word::Else:
    case Word::For:
    case Word::While:
    case Word::Try:
    case Word::Except:
    case Word::Finally:
    case Word::With:
    case Word::Def:
    case Word::Class:
        return true;
    case Word::Match: // a soft keyword: the statement's header is the whole line
        return tokens_.size() > 2 && tokens_.isOp(tokens_.size() - 1, Op::Colon) &&
               !tokens_.isOp(1, Op::Colon) &&
               tokens_.find(1, tokens_.size(), Op::Colon) + 1 == tokens_.size();
    case Word::Case:
        return blocks_.context().never || blocks_.top().block.holdsCases;
    default:
        return false;
    }
}

// The colon that ends the header, passing over those of lambdas.
std::uint32_t FileScanner::headerColon(std::uint32_t i) const {
    const std::uint32_t end = tokens_.size();
    std::uint32_t lambdas = 0;
    for (; i < end; i = tokens_.after(i, end)) {
        if (tokens_.isWord(i, Word::Lambda))
            ++lambdas;
        else if (tokens_.isOp(i, Op::Colon) && lambdas-- == 0)
            return i;
    }
    return end;
}

void FileScanner::compound(std::uint32_t keyword) {
    const std::uint32_t colon = headerColon(keyword + 1);
    const std::uint32_t end = tokens_.size();
    if (colon == end)
        recorder_.syntaxError(tokens_[end - 1].end, "expected ':'");
    Block block = header(keyword, colon);
    if (colon + 1 >= end) {
        blocks_.announce(std::move(block));
        return;
    }
    blocks_.openInline(std::move(block));
    simpleStatements(colon + 1, end);
    blocks_.closeInline();
}

Block FileScanner::header(std::uint32_t keyword, std::uint32_t colon) {
    Block block;
    block.context = context();
    const Word word = tokens_[keyword].word;
    const bool shimPart = word == Word::If || word == Word::Elif || word == Word::Else || word == Word::Try ||
                          word == Word::Except || word == Word::Finally || word == Word::With;
    if (context().atModule() && !context().never && !shimPart)
        onlyReexports_ &=
            word == Word::Def && tokens_.isName(keyword + 1) && tokens_.text(keyword + 1) == "__getattr__";
    if (!continuesChain(word))
        recorder_.syntaxError(tokens_[keyword].begin, "no statement above that '" +
                                                          std::string(tokens_.text(keyword)) +
                                                          "' belongs to");
    switch (word) {
    case Word::If:
    case Word::Elif:
        ifHeader(block, keyword, colon);
        break;
    case Word::Else:
        elseHeader(block);
        break;
    case Word::While:
        expressions(keyword + 1, colon);
        block.context = context().under(kConditional, recorder_.bindingCount());
        blocks_.top().chain.kind = Chain::Kind::Loop;
        break;
    case Word::For:
        forHeader(block, keyword, colon);
        break;
    case Word::Try:
        block.context.inTry = true;
        blocks_.top().chain = {Chain::Kind::Try, {}, recorder_.here(), {}, false};
        break;
    case Word::Except:
        exceptHeader(block, keyword, colon);
        break;
    case Word::With:
        withHeader(block, keyword, colon);
        break;
    case Word::Def:
    case Word::Class:
        definitionHeader(block, keyword, colon);
        break;
    case Word::Match:
        expressions(keyword + 1, colon);
        block.holdsCases = true;
        break;
    case Word::Case: {
        block.context = context().under(kConditional, recorder_.bindingCount());
        if (bindsNames())
            visitCaptures(tokens_, keyword + 1, colon, [&](std::uint32_t i) {
                bind(facts::BindingKind::Assignment, i, {}, facts::Binding::kNoStatement, &block.context);
            });
        expressions(keyword + 1, colon);
        break;
    }
    default: // finally
        blocks_.top().chain = {};
        break;
    }
    return block;
}

// Whether a header may stand behind the statement above it. Most begin a statement of their own.
bool FileScanner::continuesChain(Word word) {
    const Chain::Kind kind = blocks_.top().chain.kind;
    switch (word) {
    case Word::Elif:
        return kind == Chain::Kind::If;
    case Word::Else:
        return kind != Chain::Kind::None;
    case Word::Except:
    case Word::Finally:
        return kind == Chain::Kind::Try;
    default:
        return true;
    }
}

void FileScanner::ifHeader(Block& block, std::uint32_t keyword, std::uint32_t colon) {
    const bool first = tokens_.isWord(keyword, Word::If);
    Chain& chain = blocks_.top().chain;
    const Effect before = !first && chain.kind == Chain::Kind::If ? chain.rest : Effect{};
    const Condition condition = evaluate(tokens_, keyword + 1, colon, known_, context().runsLater());
    if (before == Effect{}) {
        expressions(keyword + 1, colon);
    } else { // runs only if the conditions above did not hold
        Block test;
        test.context = context().under(before, recorder_.bindingCount());
        blocks_.openInline(std::move(test));
        expressions(keyword + 1, colon);
        blocks_.closeInline();
    }
    Chain& after = blocks_.top().chain;
    after.kind = Chain::Kind::If;
    after.rest = both(before, condition.whenFalse);
    block.context = context().under(both(before, condition.whenTrue), recorder_.bindingCount());
    servedNames(block, keyword, colon);
}

// In the module's __getattr__: `if name == "x":`, `if name in ("x", "y"):`.
void FileScanner::servedNames(Block& block, std::uint32_t keyword, std::uint32_t colon) {
    if (!context().inGetattr ||
        colon != keyword + 4 +
                     (tokens_.isOpen(keyword + 3, Op::Round) || tokens_.isOpen(keyword + 3, Op::Square) ||
                              tokens_.isOpen(keyword + 3, Op::Curly)
                          ? tokens_[keyword + 3].match - keyword - 3
                          : 0))
        return;
    const std::uint32_t left = keyword + 1, op = keyword + 2, right = keyword + 3;
    const auto isParameter = [this](std::uint32_t i) {
        return tokens_.isName(i) && tokens_.text(i) == getattrParameter_;
    };
    std::vector<std::string> names;
    std::string text;
    if (tokens_.isOp(op, Op::Equal) && isParameter(left) && wholeLiteral(tokens_, right, colon, text)) {
        names.push_back(text);
    } else if (tokens_.isOp(op, Op::Equal) && isParameter(right) && wholeLiteral(tokens_, left, op, text)) {
        names.push_back(text);
    } else if (tokens_.isWord(op, Word::In) && isParameter(left) && tokens_[right].kind == TokenKind::Open) {
        for (std::uint32_t i = right + 1; i < colon - 1;) {
            const std::uint32_t stop = tokens_.find(i, colon - 1, Op::Comma);
            if (wholeLiteral(tokens_, i, stop, text))
                names.push_back(text);
            i = stop + 1;
        }
    }
    if (names.empty())
        return;
    block.context.servedNames = static_cast<int>(servedNames_.size());
    servedNames_.push_back(std::move(names));
}

void FileScanner::elseHeader(Block& block) {
    Chain& chain = blocks_.top().chain;
    switch (chain.kind) {
    case Chain::Kind::If:
        block.context = context().under(chain.rest, recorder_.bindingCount());
        break;
    case Chain::Kind::Try:
        block.context =
            context().afterTry(recorder_.bindingCount(), recorder_.lastImport(chain.tryBegin, chain.tryEnd));
        break;
    default:
        block.context = context().under(kConditional, recorder_.bindingCount());
    }
}

// The name behind `as` is unbound when the handler ends, so that it binds nothing for anybody else.
void FileScanner::exceptHeader(Block& block, std::uint32_t keyword, std::uint32_t colon) {
    Chain& chain = blocks_.top().chain;
    if (chain.kind == Chain::Kind::Try && !chain.tryOver) {
        chain.tryEnd = recorder_.here();
        chain.tryOver = true;
    }
    std::uint32_t as = keyword + 1;
    while (as < colon && !tokens_.isWord(as, Word::As))
        as = tokens_.after(as, colon);
    expressions(keyword + 1, as);
    const bool bare = keyword + 1 == colon;
    if (bare || mentionsImportError(tokens_, keyword + 1, as)) {
        if (chain.kind == Chain::Kind::Try)
            recorder_.makeOptional(chain.tryBegin, chain.tryEnd, context().functionDepth);
        block.context = context().optional(recorder_.bindingCount());
    } else {
        block.context = context().under(kConditional, recorder_.bindingCount());
    }
    block.context.inTry = true;
}

void FileScanner::forHeader(Block& block, std::uint32_t keyword, std::uint32_t colon) {
    std::uint32_t in = keyword + 1;
    while (in < colon && !tokens_.isWord(in, Word::In))
        in = tokens_.after(in, colon);
    expressions(keyword + 1, colon);
    block.context = context().under(kConditional, recorder_.bindingCount());
    bindTargets(keyword + 1, in, &block.context);
    blocks_.top().chain.kind = Chain::Kind::Loop;
}

void FileScanner::withHeader(Block& block, std::uint32_t keyword, std::uint32_t colon) {
    expressions(keyword + 1, colon);
    bool suppresses = false;
    std::uint32_t begin = keyword + 1, end = colon;
    if (tokens_.isOpen(begin, Op::Round) && tokens_[begin].match + 1 == colon) { // all items in brackets
        ++begin;
        --end;
    }
    for (std::uint32_t i = begin; i < end; i = tokens_.after(i, end)) {
        if (tokens_.isWord(i, Word::As)) {
            const std::uint32_t stop = tokens_.find(i + 1, end, Op::Comma);
            bindTargets(i + 1, stop);
        } else if (tokens_.isOpen(i + 1, Op::Round) &&
                   known_.roleOf(tokens_, i, context().runsLater()) == Role::Suppress &&
                   mentionsImportError(tokens_, i + 2, std::min(tokens_[i + 1].match, end))) {
            suppresses = true;
        }
    }
    if (suppresses)
        block.context = context().optional(recorder_.bindingCount());
}

void FileScanner::definitionHeader(Block& block, std::uint32_t keyword, std::uint32_t colon) {
    const bool function = tokens_.isWord(keyword, Word::Def);
    const std::uint32_t name = keyword + 1;
    const Context here = context();
    expressions(name + 1, colon);
    block.definition = tokens_.isName(name) ? tokens_.text(name) : std::string_view("?");
    if (function)
        block.context = here.inFunction();
    block.context.scope = function ? Context::Scope::Function : Context::Scope::Class;
    block.context.inTry &= !function;
    if (!tokens_.isName(name))
        return;
    definesImportModule_ |= here.atModule() && tokens_[name].word == Word::ImportModule;
    if (bindsNames())
        bind(facts::BindingKind::Definition, name);
    if (!here.atModule() || here.kind != facts::EdgeKind::Import || tokens_.text(name) != "__getattr__")
        return;
    if (!function)
        return bindGetattr();
    recorder_.facts().hasModuleGetattr = true;
    block.context.inGetattr = true;
    getattrParameter_ = tokens_.isName(name + 2) ? tokens_.text(name + 2) : std::string_view();
    getattr_.begin(decorated_ || keyword > 0 ? std::string_view() : getattrParameter_);
}

} // namespace espalier::scan
