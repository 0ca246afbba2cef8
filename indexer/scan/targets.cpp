#include "indexer/scan/targets.h"

namespace espalier::scan {

namespace {

bool continues(const Tokens& tokens, std::uint32_t i, std::uint32_t end) {
    return i < end &&
           (tokens.isOp(i, Op::Dot) || tokens.isOpen(i, Op::Square) || tokens.isOpen(i, Op::Round));
}

// Behind the attributes, subscripts and calls that follow a primary which ends at i.
std::uint32_t skipTrailers(const Tokens& tokens, std::uint32_t i, std::uint32_t end) {
    while (continues(tokens, i, end))
        i = tokens.isOp(i, Op::Dot) ? tokens.after(tokens.after(i, end), end) : tokens.after(i, end);
    return i;
}

} // namespace

void visitTargets(const Tokens& tokens, std::uint32_t begin, std::uint32_t end, const NameVisitor& visit) {
    for (std::uint32_t i = begin; i < end;) {
        const Token& t = tokens[i];
        if (t.kind == TokenKind::Name && !isKeyword(t.word)) {
            if (!continues(tokens, i + 1, end))
                visit(i);
            i = skipTrailers(tokens, i + 1, end);
        } else if (t.kind == TokenKind::Open && continues(tokens, tokens.after(i, end), end)) {
            i = skipTrailers(tokens, tokens.after(i, end), end); // (a).b, [a][0]
        } else {
            ++i; // into brackets, over commas and stars
        }
    }
}

void visitCaptures(const Tokens& tokens, std::uint32_t begin, std::uint32_t end, const NameVisitor& visit) {
    for (std::uint32_t i = begin; i < end; ++i) {
        if (tokens.isWord(i, Word::If))
            return; // the guard: no pattern holds an `if`
        const bool name = tokens.isName(i) && !isKeyword(tokens[i].word) && tokens.text(i) != "_";
        const bool attribute = (i > begin && tokens.isOp(i - 1, Op::Dot)) || tokens.isOp(i + 1, Op::Dot);
        const bool classOrKeyword =
            i + 1 < end && (tokens.isOpen(i + 1, Op::Round) || tokens.isOp(i + 1, Op::Assign));
        if (name && !attribute && !classOrKeyword)
            visit(i);
    }
}

} // namespace espalier::scan
