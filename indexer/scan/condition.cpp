#include "indexer/scan/condition.h"

#include "indexer/scan/literals.h"

#include <algorithm>

namespace espalier::scan {

namespace {

using Runs = Effect::Runs;
constexpr Effect kAlways{}, kNever{Runs::Never, false}, kTyping{Runs::Typing, false},
    kScript{Runs::Script, false};
constexpr Condition kUnknown{kConditional, kConditional};
constexpr int kDeepest = 16; // brackets that are looked into

Condition inverted(Condition c) {
    return {c.whenFalse, c.whenTrue};
}

class Evaluator {
public:
    Evaluator(const Tokens& tokens, const KnownNames& known, bool later)
        : tokens_(tokens)
        , known_(known)
        , later_(later) {}

    Condition disjunction(std::uint32_t begin, std::uint32_t end, int depth) const {
        std::uint32_t stop = nextWord(begin, end, Word::Or);
        Condition out = conjunction(begin, stop, depth);
        while (stop < end) {
            begin = stop + 1;
            stop = nextWord(begin, end, Word::Or);
            const Condition part = conjunction(begin, stop, depth);
            out = {either(out.whenTrue, part.whenTrue), both(out.whenFalse, part.whenFalse)};
        }
        return out;
    }

private:
    std::uint32_t nextWord(std::uint32_t i, std::uint32_t end, Word word) const {
        while (i < end && !tokens_.isWord(i, word))
            i = tokens_.after(i, end);
        return i;
    }

    Condition conjunction(std::uint32_t begin, std::uint32_t end, int depth) const {
        std::uint32_t stop = nextWord(begin, end, Word::And);
        Condition out = negation(begin, stop, depth);
        while (stop < end) {
            begin = stop + 1;
            stop = nextWord(begin, end, Word::And);
            const Condition part = negation(begin, stop, depth);
            out = {both(out.whenTrue, part.whenTrue), either(out.whenFalse, part.whenFalse)};
        }
        return out;
    }

    Condition negation(std::uint32_t begin, std::uint32_t end, int depth) const {
        bool odd = false;
        for (; begin < end && tokens_.isWord(begin, Word::Not); ++begin)
            odd = !odd;
        const Condition c = atom(begin, end, depth);
        return odd ? inverted(c) : c;
    }

    Condition atom(std::uint32_t begin, std::uint32_t end, int depth) const {
        const std::uint32_t length = end > begin ? end - begin : 0;
        if (length > 2 && tokens_.isOpen(begin, Op::Round) && tokens_[begin].match == end - 1)
            return depth < kDeepest ? disjunction(begin + 1, end - 1, depth + 1) : kUnknown;
        if (length == 1)
            return constant(begin);
        if (length == 3 && (tokens_.isOp(begin + 1, Op::Equal) || tokens_.isOp(begin + 1, Op::NotEqual)))
            return comparison(begin);
        if (length > 2 && tokens_.isWord(end - 1, Word::TypeChecking) &&
            !dottedName(tokens_, begin, end).empty())
            return {kTyping, kAlways};
        return kUnknown;
    }

    Condition constant(std::uint32_t i) const {
        if (tokens_[i].kind == TokenKind::Number) {
            const std::string_view digits = tokens_.text(i);
            const bool zero = std::all_of(digits.begin(), digits.end(), [](char c) { return c == '0'; });
            const bool decimal =
                std::all_of(digits.begin(), digits.end(), [](char c) { return c >= '0' && c <= '9'; });
            return zero ? Condition{kNever, kAlways} : decimal ? Condition{kAlways, kNever} : kUnknown;
        }
        if (!tokens_.isName(i))
            return kUnknown;
        const Word word = tokens_[i].word;
        if (word == Word::False || word == Word::NoneValue)
            return {kNever, kAlways};
        if (word == Word::True)
            return {kAlways, kNever};
        return known_.roleOf(tokens_, i, later_) == Role::TypeChecking ? Condition{kTyping, kAlways}
                                                                       : kUnknown;
    }

    Condition comparison(std::uint32_t i) const {
        const auto isMain = [this](std::uint32_t name, std::uint32_t text) {
            return tokens_.isWord(name, Word::Name) && isText(tokens_, text) &&
                   literalValue(tokens_, text) == "__main__";
        };
        if (!isMain(i, i + 2) && !isMain(i + 2, i))
            return kUnknown;
        const Condition main{kScript, kAlways};
        return tokens_.isOp(i + 1, Op::Equal) ? main : inverted(main);
    }

    const Tokens& tokens_;
    const KnownNames& known_;
    bool later_;
};

} // namespace

Condition evaluate(const Tokens& tokens, std::uint32_t begin, std::uint32_t end, const KnownNames& known,
                   bool later) {
    return begin < end ? Evaluator(tokens, known, later).disjunction(begin, end, 0) : kUnknown;
}

} // namespace espalier::scan
