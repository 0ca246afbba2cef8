#include "indexer/scan/dull_line.h"

#include "indexer/scan/byte_search.h"
#include "indexer/scan/string_text.h"
#include "indexer/scan/words.h"

#include <cstring>

namespace espalier::scan {

namespace {

// What to do at a byte outside of strings.
enum class Step : std::uint8_t {
    GiveUp,
    Plain,
    Name,
    Number,
    Dot,
    Colon,
    Exclamation,
    Quote,
    Open,
    Close,
    Comment,
    Newline,
    Backslash
};

constexpr std::array<Step, 256> makeSteps() {
    std::array<Step, 256> out{};
    for (std::size_t c = 0; c < 0x80; ++c) {
        switch (kCharClass[c]) {
        case CharClass::Space:
        case CharClass::Operator:
            out[c] = Step::Plain;
            break;
        case CharClass::Identifier:
            out[c] = Step::Name;
            break;
        case CharClass::Digit:
            out[c] = Step::Number;
            break;
        case CharClass::Quote:
            out[c] = Step::Quote;
            break;
        case CharClass::Open:
            out[c] = Step::Open;
            break;
        case CharClass::Close:
            out[c] = Step::Close;
            break;
        case CharClass::Comment:
            out[c] = Step::Comment;
            break;
        case CharClass::Newline:
            out[c] = Step::Newline;
            break;
        case CharClass::Backslash:
            out[c] = Step::Backslash;
            break;
        case CharClass::Bad:
        case CharClass::Nul:
            break;
        }
    }
    out['.'] = Step::Dot;
    out[':'] = Step::Colon;
    out['!'] = Step::Exclamation;
    out[';'] = Step::GiveUp;
    return out;
}
constexpr auto kSteps = makeSteps();

// Whether a line that begins with this word may be dull.
bool beginsSimple(Word word) {
    switch (word) {
    case Word::None:
    case Word::Assert:
    case Word::Await:
    case Word::Break:
    case Word::Continue:
    case Word::Pass:
    case Word::Raise:
    case Word::Return:
    case Word::Yield:
        return true;
    default:
        return false;
    }
}

class Passer {
public:
    Passer(const char* line, const char* end)
        : p_(line)
        , end_(end) {}

    const char* run() {
        if (!head())
            return nullptr;
        while (step()) {
        }
        return over_ ? p_ : nullptr;
    }

private:
    static constexpr std::size_t kDeepest = 32;
    static constexpr char kField = 'f'; // among closing brackets: that of a replacement field

    [[nodiscard]] static Step stepAt(const char* p) { return kSteps[static_cast<unsigned char>(*p)]; }

    // The first word; two values side by side are an error that the lexer's user tells.
    bool head() {
        if (stepAt(p_) != Step::Name)
            return stepAt(p_) == Step::Quote || stepAt(p_) == Step::Open;
        const char* const behind = skipAsciiName(p_);
        const auto length = static_cast<std::size_t>(behind - p_);
        if (stepAt(behind) == Step::Quote)
            return stringPrefix(p_, length).valid;
        const Word word = findWord(p_, length);
        if (!beginsSimple(word))
            return false;
        p_ = behind;
        if (word != Word::None)
            return true;
        while (classOf(*p_) == CharClass::Space)
            ++p_;
        const Step next = stepAt(p_);
        return next == Step::Open || next == Step::Close || next == Step::Plain || next == Step::Colon ||
               next == Step::Newline || next == Step::Comment ||
               (next == Step::Dot && stepAt(p_ + 1) != Step::Number);
    }

    // True to go on.
    bool step() {
        switch (stepAt(p_)) {
        case Step::GiveUp:
            return false;
        case Step::Plain:
            ++p_;
            return true;
        case Step::Name:
            return name();
        case Step::Dot:
            if (stepAt(p_ + 1) != Step::Number) {
                ++p_;
                return true;
            }
            [[fallthrough]];
        case Step::Number: // as the lexer reads them
            do {
                p_ = skipAsciiName(p_ + 1);
            } while (*p_ == '.');
            return true;
        case Step::Colon:
            ++p_;
            return depth_ == 0 || closers_[depth_ - 1] != kField || formatSpecification();
        case Step::Exclamation:
            ++p_;
            return *p_ == '=' || (depth_ > 0 && closers_[depth_ - 1] == kField);
        case Step::Quote:
            return string(false);
        case Step::Open:
            return open(*p_ == '(' ? ')' : static_cast<char>(*p_ + 2)); // [ ] and { } are two apart
        case Step::Close:
            return close();
        case Step::Comment:
            p_ = static_cast<const char*>(std::memchr(p_, '\n', static_cast<std::size_t>(end_ - p_)));
            return p_ != nullptr;
        case Step::Newline:
            return newline();
        case Step::Backslash:
            p_ += 2;
            return p_[-1] == '\n' && p_ < end_;
        }
        return false;
    }

    bool name() {
        const char* const begin = p_;
        p_ = skipAsciiName(p_);
        const auto length = static_cast<std::size_t>(p_ - begin);
        if (stepAt(p_) == Step::Quote) {
            const StringPrefix prefix = stringPrefix(begin, length);
            if (prefix.valid)
                return prefix.formatted ? formatted(prefix) : string(prefix.bytes);
        }
        return static_cast<unsigned char>(*p_) < 0x80 && !isHotWord(begin, length);
    }

    bool string(bool bytes) {
        const char quote = *p_;
        if (p_[1] == quote && p_[2] == quote) {
            p_ = behindTripleString(p_ + 3, end_, quote);
            return p_ != nullptr;
        }
        const char* const text = p_ + 1;
        const StringEnd found = findStringEnd(text, end_, quote);
        p_ = found.at + 1;
        return found.closed && (bytes || found.escapes || dottedFlags(text, found.at) == 0);
    }

    bool open(char closer) {
        if (depth_ == kDeepest)
            return false;
        closers_[depth_++] = closer;
        ++p_;
        return true;
    }

    bool close() {
        if (depth_ == 0)
            return false;
        const char expected = closers_[--depth_];
        const char c = *p_++;
        return expected == kField ? c == '}' && formattedText() : c == expected;
    }

    // The end of the line, or inside brackets the next one, which must not look like a statement of its own.
    bool newline() {
        ++p_;
        if (depth_ == 0) {
            over_ = true;
            return false;
        }
        if ((*p_ == '<' || *p_ == '>' || *p_ == '=' || *p_ == '|') && p_[1] == *p_)
            return false; // a conflict marker?
        while (classOf(*p_) == CharClass::Space)
            ++p_;
        if (stepAt(p_) != Step::Name)
            return true;
        const Word word = findWord(p_, static_cast<std::size_t>(skipAsciiName(p_) - p_));
        return word != Word::From && word != Word::Async && !startsStatementOnly(word);
    }

    // An f-string; one within another is left to the lexer.
    bool formatted(const StringPrefix& prefix) {
        if (inFormatted_)
            return false;
        inFormatted_ = true;
        raw_ = prefix.raw;
        quote_ = *p_;
        triple_ = p_[1] == quote_ && p_[2] == quote_;
        p_ += triple_ ? 3 : 1;
        return formattedText();
    }

    // Up to the next replacement field, or behind the closing quotes.
    bool formattedText() {
        for (;;) {
            p_ = findFormattedStop(p_);
            const char c = *p_;
            if (c == '{' && p_[1] != '{')
                return open(kField);
            if (c == '{' || c == '}') {
                p_ += p_[1] == c ? 2 : 1;
            } else if (c == '\\') {
                if (p_ + 2 >= end_ || (p_[1] == 'N' && p_[2] == '{'))
                    return false;
                p_ = behindFormattedEscape(p_, raw_);
            } else if (c == quote_ && (!triple_ || (p_[1] == c && p_[2] == c))) {
                p_ += triple_ ? 3 : 1;
                inFormatted_ = false;
                return true;
            } else if (c == '\0' || (c == '\n' && !triple_)) {
                return false;
            } else {
                ++p_;
            }
        }
    }

    // Behind the colon of a replacement field; only a plain text is passed over.
    bool formatSpecification() {
        p_ = findFormattedStop(p_);
        return *p_ == '}';
    }

    const char* p_;
    const char* const end_;
    bool over_ = false;
    std::size_t depth_ = 0;
    std::array<char, kDeepest> closers_; // of the brackets that are open
    // of the f-string that p_ is in
    bool inFormatted_ = false, raw_ = false, triple_ = false;
    char quote_ = 0;
};

} // namespace

const char* behindDullLine(const char* line, const char* end) {
    return Passer(line, end).run();
}

} // namespace espalier::scan
