#include "indexer/scan/import_statement.h"

#include "indexer/scan/literals.h"

namespace espalier::scan {

namespace {

class ImportParser {
public:
    ImportParser(const Tokens& tokens, std::uint32_t begin, std::uint32_t end)
        : tokens_(tokens)
        , i_(begin)
        , end_(end) {}

    std::optional<ParsedImport> parse() {
        const bool from = tokens_.isWord(i_++, Word::From);
        if (from ? !fromPart() : !names(&ImportParser::dotted, end_))
            return std::nullopt;
        out_.end = i_;
        out_.malformed |= i_ != end_;
        return std::move(out_);
    }

private:
    bool plainName() const { return i_ < end_ && tokens_.isName(i_) && !isKeyword(tokens_[i_].word); }

    std::string simple() { return plainName() ? identifier(tokens_.text(i_++)) : std::string(); }

    std::string dotted() {
        std::string out = simple();
        while (!out.empty() && i_ + 1 < end_ && tokens_.isOp(i_, Op::Dot) && tokens_.isName(i_ + 1)) {
            ++i_;
            out += '.';
            out += identifier(tokens_.text(i_++));
        }
        return out;
    }

    bool fromPart() {
        facts::ImportStatement& s = out_.statement;
        s.form = facts::ImportForm::From;
        for (; i_ < end_ && tokens_.isOp(i_, Op::Dot); ++i_)
            ++s.level;
        s.module = dotted();
        if ((s.module.empty() && s.level == 0) || i_ >= end_ || !tokens_.isWord(i_, Word::Import))
            return false;
        ++i_;
        if (i_ < end_ && tokens_.isOp(i_, Op::Star)) {
            s.flags.set(facts::Flag::Star);
            s.names.push_back({"*", ""});
            out_.nameTokens.push_back(i_++);
            return true;
        }
        if (i_ >= end_ || !tokens_.isOpen(i_, Op::Round))
            return names(&ImportParser::simple, end_);
        const std::uint32_t close = std::min(tokens_[i_].match, end_);
        ++i_;
        const bool any = names(&ImportParser::simple, close);
        out_.malformed |= i_ != close || close == end_;
        i_ = std::min(close + 1, end_);
        return any;
    }

    bool names(std::string (ImportParser::*read)(), std::uint32_t stop) {
        while (i_ < stop) {
            const std::uint32_t first = i_;
            facts::ImportedName name{(this->*read)(), ""};
            if (name.name.empty())
                break;
            if (i_ < stop && tokens_.isWord(i_, Word::As)) {
                ++i_;
                name.alias = simple();
                out_.malformed |= name.alias.empty();
            }
            out_.statement.names.push_back(std::move(name));
            out_.nameTokens.push_back(first);
            if (i_ >= stop || !tokens_.isOp(i_, Op::Comma))
                break;
            ++i_;
        }
        return !out_.statement.names.empty();
    }

    const Tokens& tokens_;
    std::uint32_t i_, end_;
    ParsedImport out_;
};

} // namespace

std::optional<ParsedImport> parseImport(const Tokens& tokens, std::uint32_t begin, std::uint32_t end) {
    return ImportParser(tokens, begin, end).parse();
}

} // namespace espalier::scan
