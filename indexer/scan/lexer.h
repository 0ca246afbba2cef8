// Splits source text into logical lines of tokens: joins lines inside brackets and after backslashes, passes
// over strings and comments, measures indentation. Reports what is lexically broken, and goes on behind it.
//
// Strings follow PEP 701, which reads every valid f-string of older versions as they do.
#pragma once

#include "indexer/scan/token.h"

#include <string>
#include <string_view>
#include <vector>

namespace espalier::scan {

class ProblemSink {
public:
    virtual void syntaxError(std::uint32_t position, std::string message) = 0;
    virtual void conflictMarker(std::uint32_t position) = 0;

protected:
    ~ProblemSink() = default;
};

struct LexerOptions {
    bool notebook = false;  // lines of IPython's own syntax (%magic, !command, ?help) are passed over
    bool everyLine = false; // no line is taken for a dull one: for tests that compare
};

class Lexer {
public:
    // Both must outlive the lexer.
    Lexer(const SourceText& source, ProblemSink& problems, LexerOptions options = {});

    // Goes to the first token of the next logical line; false at the end. Then either passOver() or
    // readLine().
    [[nodiscard]] bool findLine();
    // Passes over the line if it is dull (dull_line.h); false: it is still to be read.
    [[nodiscard]] bool passOver();
    // Reads the line. False if it holds nothing but errors: it counts as blank then. What the other functions
    // return is valid until the next call.
    [[nodiscard]] bool readLine();

    [[nodiscard]] Tokens tokens() const { return {&source_, tokens_}; }
    // Of the first token: width with tabs to multiples of 8, and with tabs as one column (they order lines
    // differently where tabs and spaces are mixed inconsistently).
    [[nodiscard]] std::uint32_t indent() const { return indent_; }
    [[nodiscard]] std::uint32_t tabIndent() const { return tabIndent_; }
    [[nodiscard]] std::uint32_t begin() const { return lineBegin_; }

    // What the line holds, so that most lines need no second look.
    [[nodiscard]] bool hasHotName() const { return hasHot_; }
    [[nodiscard]] bool hasDottedString() const { return hasDotted_; }
    [[nodiscard]] bool hasWalrus() const { return hasWalrus_; }
    [[nodiscard]] bool hasSemicolon() const { return hasSemicolon_; }

    // More tokens than any honest statement has; the rest of such a line is passed over, with a problem.
    static constexpr std::size_t kMaxTokens = 1U << 20;

private:
    struct Level { // an open bracket, f-string or replacement field
        enum class Kind : std::uint8_t { Bracket, Field, FString };
        Kind kind = Kind::Bracket;
        char bracket = 0;    // Bracket: as opened
        char quote = 0;      // FString
        bool triple = false; // FString
        bool raw = false;    // FString
        bool inSpec = false; // Field: behind its colon
        std::uint32_t begin = 0;
        std::uint32_t token = 0;
        std::uint32_t string = 0; // FString, Field: level of the f-string
    };

    void skipRestOfLine();
    [[nodiscard]] bool atNotebookLine() const;
    [[nodiscard]] bool atConflictMarker(const char* p) const;
    bool readToken(); // false at the end of the logical line
    bool newlineInside();
    void readName();
    void readNumber();
    void readOperator();
    void open(Op op);
    void close(Op op);
    void punctuation(Op op, std::uint32_t length);
    void backslash();
    void endOfText();
    void badCharacter();

    void readString(const char* begin, std::uint8_t flags);
    void readTripleString(const char* begin, std::uint8_t flags);
    void openFString(const char* begin, bool raw);
    void readFText();
    void skipFTextEscape(bool raw);
    void finishFString(std::uint32_t string);
    void openField();
    void closeField();
    void unterminatedString(std::uint32_t begin);
    [[nodiscard]] bool recovers(const char* head) const;
    void abandonLevels(std::size_t keep);

    // Returns the token's index; kMaxTokens if there is no room.
    std::uint32_t push(TokenKind kind, const char* begin, const char* end, Op op = Op::Other) {
        const std::size_t at = tokens_.size();
        if (at >= kMaxTokens) [[unlikely]]
            return noRoom(begin);
        tokens_.push_back({offset(begin), offset(end), 0, kind, Word::None, op, 0});
        return static_cast<std::uint32_t>(at);
    }
    std::uint32_t noRoom(const char* begin);
    [[nodiscard]] std::uint32_t offset(const char* p) const { return static_cast<std::uint32_t>(p - begin_); }
    [[nodiscard]] bool inFText() const {
        return !levels_.empty() && (levels_.back().kind == Level::Kind::FString || levels_.back().inSpec);
    }

    const SourceText& source_;
    ProblemSink& problems_;
    LexerOptions options_;
    const char* begin_;
    const char* end_;
    const char* p_;
    const char* physicalLine_; // begin of the physical line that p_ is on, as far as brackets matter
    std::vector<Token> tokens_;
    std::vector<Level> levels_;
    std::uint32_t indent_ = 0, tabIndent_ = 0, lineBegin_ = 0;
    bool hasHot_ = false, hasDotted_ = false, hasWalrus_ = false, hasSemicolon_ = false;
    bool lineEnds_ = false; // the logical line was cut off after an error
    bool tooLong_ = false;
};

} // namespace espalier::scan
