#include "indexer/scan/file_scanner.h"

#include "indexer/scan/deprecation.h"
#include "indexer/scan/literals.h"

#include <algorithm>

namespace espalier::scan {

namespace {

constexpr std::size_t kLongestHead = 16384; // bytes of leading comments that are read

} // namespace

void FileScanner::read(const SourceText& text, std::uint32_t firstLine) {
    Lexer lexer(text, recorder_, options_);
    lexer_ = &lexer;
    text_ = &text;
    recorder_.beginText(text, firstLine);
    if (firstStatement_ && !options_.notebook)
        readHead();
    while (lexer.findLine()) {
        const bool passedOver = mayPassOver() && lexer.passOver();
        if (!passedOver && !lexer.readLine())
            continue;
        blocks_.enterLine(lexer.begin(), lexer.indent(), lexer.tabIndent());
        if (passedOver) {
            blocks_.endChain(lexer.begin());
        } else {
            tokens_ = lexer.tokens();
            readLine();
        }
    }
    blocks_.closeAll(text.size() > 0 ? text.size() - 1 : 0);
    lexer_ = nullptr;
    text_ = nullptr;
}

facts::SourceFacts FileScanner::finish() {
    recorder_.facts().onlyReexports = onlyReexports_ && importsAny_;
    getattr_.finish(recorder_.facts());
    return recorder_.finish();
}

// Comments before the first statement.
void FileScanner::readHead() {
    std::string comment;
    std::uint32_t first = 0, at = 0;
    const std::string_view all = text_->slice(0, text_->size());
    while (at < all.size() && comment.size() < kLongestHead) {
        const std::size_t end = all.find('\n', at);
        std::string_view line = all.substr(at, end - at);
        line.remove_prefix(std::min(line.find_first_not_of(" \t\f"), line.size()));
        if (!line.empty() && line[0] != '#')
            break;
        if (line.starts_with("#!"))
            line = {};
        if (!line.empty() && comment.empty())
            first = at;
        line.remove_prefix(std::min(line.find_first_not_of("#!: \t"), line.size()));
        if (!line.empty() || !comment.empty())
            comment.append(line).append("\n");
        at = static_cast<std::uint32_t>(end) + 1;
    }
    recorder_.facts().generated = saysGenerated(comment);
    if (auto sentence = deprecationInProse(comment))
        recorder_.mark(facts::MarkSource::Comment, first, "", std::move(*sentence));
}

// Whether the line that the lexer has found is in a place where simple statements matter only if they hold
// one of the things that the lexer points out.
bool FileScanner::mayPassOver() const {
    if (options_.everyLine || options_.notebook || firstStatement_ || known_.hasAliases())
        return false;
    const Context& where = blocks_.contextAt(lexer_->indent());
    return !where.atModule() && !where.inGetattr && !blocks_.hasGlobals(where) &&
           !(recorder_.hasLazyNames() && where.kind == facts::EdgeKind::Import);
}

void FileScanner::readLine() {
    const Context& here = context();
    const Word word = tokens_[0].kind == TokenKind::Name ? tokens_[0].word : Word::None;
    if (word != Word::Elif && word != Word::Else && word != Word::Except && word != Word::Finally)
        blocks_.endChain(lexer_->begin());
    if (firstStatement_) {
        firstStatement_ = false;
        docstring();
    }
    if ((word == Word::None || word == Word::Exec) && !options_.notebook)
        sideBySide();
    if (here.inGetattr)
        getattr_.line(tokens_, lexer_->indent());
    std::uint32_t keyword = 0;
    if (isCompound(keyword))
        compound(keyword);
    else if (tokens_.isOp(0, Op::At) && !here.never)
        expressions(1, tokens_.size());
    else
        simpleStatements(0, tokens_.size());
    decorated_ = tokens_.isOp(0, Op::At);
    onlyImportsSoFar_ &= word == Word::Import || word == Word::From || tokens_.isString(0);
}

// A name with a value behind it, and nothing between: `print "x"`, `exec code`.
void FileScanner::sideBySide() {
    if (!tokens_.isName(0) || tokens_.size() < 2)
        return;
    const TokenKind next = tokens_[1].kind;
    const bool value = next == TokenKind::String || next == TokenKind::FString || next == TokenKind::Number ||
                       (next == TokenKind::Name && !isKeyword(tokens_[1].word));
    if (!value)
        return;
    const bool python2 = tokens_.text(0) == "print" || tokens_.text(0) == "exec";
    recorder_.syntaxError(tokens_[0].begin,
                          python2 ? "print and exec statements are Python 2; in Python 3 they are functions"
                                  : "two values side by side");
}

void FileScanner::docstring() {
    std::string text;
    const std::uint32_t end = tokens_.find(0, tokens_.size(), Op::Semicolon);
    if (options_.notebook || !wholeLiteral(tokens_, 0, end, text))
        return;
    recorder_.facts().generated |= saysGenerated(std::string_view(text).substr(0, text.find('\n', 1)));
    if (auto sentence = deprecationInProse(text))
        recorder_.mark(facts::MarkSource::Docstring, tokens_[0].begin, "", std::move(*sentence));
}

} // namespace espalier::scan
