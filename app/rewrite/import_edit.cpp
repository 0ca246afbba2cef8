#include "app/rewrite/import_edit.h"

#include "indexer/scan/import_statement.h"
#include "indexer/scan/literals.h"

#include <algorithm>
#include <array>

namespace espalier::rewrite {
namespace {

using scan::Op;
using scan::Token;
using scan::Word;

constexpr const char* kShape = "the statement is not of a form that can be changed";

std::string_view trimmed(std::string_view text) {
    const auto begin = text.find_first_not_of(" \t\f"), end = text.find_last_not_of(" \t\f");
    return begin == std::string_view::npos ? std::string_view() : text.substr(begin, end - begin + 1);
}

// Comments that are meant for tools hold for both halves of a statement.
bool isForTools(std::string_view comment) {
    constexpr std::array<std::string_view, 8> kWords{"noqa", "type:",   "pylint", "pragma",
                                                     "ruff", "pyright", "mypy",   "isort"};
    const std::string_view text = trimmed(comment.substr(std::min<std::size_t>(1, comment.size())));
    return std::ranges::any_of(kWords, [&](std::string_view word) { return text.starts_with(word); });
}

class Statement {
public:
    static facts::Result<Statement> at(const TokenFile& file, TokenFile::Place place) {
        Statement out(file, place);
        std::uint32_t end = place.token;
        while (end < out.tokens_.size() && !out.tokens_.isOp(end, Op::Semicolon))
            end = out.tokens_.after(end, out.tokens_.size());
        auto parsed = scan::parseImport(out.tokens_, place.token, end);
        if (!parsed || parsed->malformed)
            return facts::Error{kShape, {}, {}};
        out.parsed_ = std::move(*parsed);
        return out;
    }

    facts::Status move(const std::vector<Move>& moves, const std::string& module, std::vector<Edit>& edits) {
        if (moves.empty() || moves.back().index >= parsed_.nameTokens.size())
            return facts::Error{kShape, {}, {}};
        const bool stays = moduleText() == module; // only the names change
        if (!stays && moves.size() < parsed_.nameTokens.size())
            return split(moves, module, edits);
        if (!stays)
            replaceModule(module, edits);
        rename(moves, edits);
        return facts::Done{};
    }

    facts::Status replaceWhole(const std::string& with, std::vector<Edit>& edits) {
        if (parsed_.nameTokens.size() != 1 || text(begin(), end()).find('#') != std::string_view::npos)
            return facts::Error{kShape, {}, {}};
        edits.push_back({begin(), end(), with});
        return facts::Done{};
    }

    facts::Status moveDotted(std::size_t index, const std::string& module, std::vector<Edit>& edits) {
        if (index >= parsed_.nameTokens.size())
            return facts::Error{kShape, {}, {}};
        std::uint32_t last = parsed_.nameTokens[index];
        edits.push_back({tokens_[last].begin, 0, module});
        while (tokens_.isOp(last + 1, Op::Dot) && tokens_.isName(last + 2))
            last += 2;
        edits.back().end = tokens_[last].end;
        return facts::Done{};
    }

    [[nodiscard]] std::string bound(std::size_t index) const {
        const facts::ImportedName& name = parsed_.statement.names[index];
        return name.alias.empty() ? name.name : name.alias;
    }

private:
    Statement(const TokenFile& file, TokenFile::Place place)
        : file_(file)
        , tokens_(file.line(place.line))
        , first_(place.token) {}

    [[nodiscard]] std::uint32_t begin() const { return tokens_[first_].begin; }
    [[nodiscard]] std::uint32_t end() const { return tokens_[parsed_.end - 1].end; }
    [[nodiscard]] std::string_view text(std::uint32_t from, std::uint32_t to) const {
        return file_.text().slice(from, to);
    }
    [[nodiscard]] std::uint32_t importWord() const {
        std::uint32_t i = first_;
        while (!tokens_.isWord(i, Word::Import))
            ++i;
        return i;
    }
    [[nodiscard]] std::string item(const Move& move) const {
        const std::string kept = bound(move.index);
        return kept == move.name ? kept : move.name + " as " + kept;
    }
    // The token behind a name and its alias: a comma, a bracket, or the statement's end.
    [[nodiscard]] std::uint32_t behindName(std::size_t index) const {
        const std::uint32_t name = parsed_.nameTokens[index];
        return tokens_.isWord(name + 1, Word::As) ? name + 3 : name + 1;
    }

    [[nodiscard]] std::string_view moduleText() const {
        return text(tokens_[first_ + 1].begin, tokens_[importWord() - 1].end);
    }

    void replaceModule(const std::string& module, std::vector<Edit>& edits) const {
        const Token &first = tokens_[first_ + 1], &last = tokens_[importWord() - 1];
        const bool tight = tokens_[first_].end == first.begin,
                   tightEnd = last.end == tokens_[importWord()].begin;
        edits.push_back({first.begin, last.end, (tight ? " " : "") + module + (tightEnd ? " " : "")});
    }

    void rename(const std::vector<Move>& moves, std::vector<Edit>& edits) const {
        for (const Move& move : moves) {
            const Token& name = tokens_[parsed_.nameTokens[move.index]];
            if (parsed_.statement.names[move.index].name == move.name)
                continue;
            const bool hasAlias = !parsed_.statement.names[move.index].alias.empty();
            edits.push_back(
                {name.begin, name.end, hasAlias ? move.name : move.name + " as " + bound(move.index)});
        }
    }

    [[nodiscard]] std::string moved(const std::vector<Move>& moves, const std::string& module) const {
        std::string out = "from " + module + " import ";
        for (const Move& move : moves)
            out += (&move == &moves.front() ? "" : ", ") + item(move);
        return out;
    }

    [[nodiscard]] std::string staying(const std::vector<Move>& moves) const {
        std::string out(text(begin(), tokens_[importWord()].end));
        bool first = true;
        for (std::size_t i = 0; i < parsed_.nameTokens.size(); ++i) {
            if (std::ranges::find(moves, i, &Move::index) != moves.end())
                continue;
            out += first ? " " : ", ";
            first = false;
            out += text(tokens_[parsed_.nameTokens[i]].begin, tokens_[behindName(i) - 1].end);
        }
        return out;
    }

    facts::Status split(const std::vector<Move>& moves, const std::string& module, std::vector<Edit>& edits) {
        const std::string_view all = text(0, file_.text().size());
        const std::size_t lineBegin = all.rfind('\n', begin()) + 1; // npos + 1 is 0
        const std::string indent(all.substr(lineBegin, begin() - lineBegin));
        const bool alone = first_ == 0 && parsed_.end == tokens_.size() && trimmed(indent).empty();
        const std::string_view own = text(begin(), end());
        const bool comments = own.find('#') != std::string_view::npos;
        if (!alone) {
            if (comments)
                return facts::Error{"it shares its line with other statements, and has comments", {}, {}};
            edits.push_back({begin(), end(), moved(moves, module) + "; " + staying(moves)});
            return facts::Done{};
        }
        const bool bracketed = tokens_.isOpen(importWord() + 1, Op::Round);
        if (own.find('\n') != std::string_view::npos && bracketed)
            return splitLines(moves, module, indent, comments, edits);
        const std::string_view behind = trimmed(all.substr(end(), all.find('\n', end()) - end()));
        edits.push_back({begin(), end(),
                         moved(moves, module) + (isForTools(behind) ? "  " + std::string(behind) : "") +
                             '\n' + indent + staying(moves)});
        return facts::Done{};
    }

    // The whole line of a name, if nothing but its comma and a comment are on it; else begin == end.
    struct OwnLine {
        std::uint32_t begin = 0, end = 0;
        std::string_view comment; // with what is before it
    };
    [[nodiscard]] OwnLine ownLine(std::size_t index) const {
        const std::string_view all = text(0, file_.text().size());
        const Token& name = tokens_[parsed_.nameTokens[index]];
        std::uint32_t last = behindName(index) - 1;
        if (tokens_.isOp(last + 1, Op::Comma))
            ++last;
        const auto lineBegin = static_cast<std::uint32_t>(all.rfind('\n', name.begin) + 1);
        const auto lineEnd = static_cast<std::uint32_t>(all.find('\n', tokens_[last].end));
        const std::string_view behind = trimmed(text(tokens_[last].end, lineEnd));
        const bool one = trimmed(text(lineBegin, name.begin)).empty() &&
                         (behind.empty() || behind[0] == '#') &&
                         text(name.begin, tokens_[last].end).find('\n') == std::string_view::npos;
        return one ? OwnLine{lineBegin, lineEnd + 1, text(tokens_[last].end, lineEnd)} : OwnLine{};
    }

    facts::Status splitLines(const std::vector<Move>& moves, const std::string& module,
                             const std::string& indent, bool comments, std::vector<Edit>& edits) {
        std::string block = "from " + module + " import (\n";
        std::vector<Edit> taken;
        for (const Move& move : moves) {
            const OwnLine line = ownLine(move.index);
            if (line.begin == line.end)
                return splitWords(moves, module, indent, comments, edits);
            const Token& name = tokens_[parsed_.nameTokens[move.index]];
            block += text(line.begin, name.begin);
            block += item(move) + ',' + std::string(line.comment) + '\n';
            taken.push_back({line.begin, line.end, ""});
        }
        edits.push_back({begin(), begin(), block + indent + ")\n" + indent});
        edits.insert(edits.end(), taken.begin(), taken.end());
        return facts::Done{};
    }

    facts::Status splitWords(const std::vector<Move>& moves, const std::string& module,
                             const std::string& indent, bool comments, std::vector<Edit>& edits) {
        if (comments)
            return facts::Error{"its names share lines with comments: it cannot be cut in two", {}, {}};
        edits.push_back({begin(), end(), moved(moves, module) + '\n' + indent + staying(moves)});
        return facts::Done{};
    }

    const TokenFile& file_;
    scan::Tokens tokens_;
    std::uint32_t first_;
    scan::ParsedImport parsed_;
};

} // namespace

facts::Status editFrom(const TokenFile& file, TokenFile::Place place, const std::vector<Move>& moves,
                       const std::string& module, std::vector<Edit>& edits) {
    auto statement = Statement::at(file, place);
    return statement ? statement->move(moves, module, edits) : statement.error();
}

facts::Status replaceByImport(const TokenFile& file, TokenFile::Place place, const std::string& module,
                              std::vector<Edit>& edits) {
    auto statement = Statement::at(file, place);
    return statement ? statement->replaceWhole("import " + module + " as " + statement->bound(0), edits)
                     : statement.error();
}

facts::Status editImport(const TokenFile& file, TokenFile::Place place, std::size_t index,
                         const std::string& module, std::vector<Edit>& edits) {
    auto statement = Statement::at(file, place);
    return statement ? statement->moveDotted(index, module, edits) : statement.error();
}

} // namespace espalier::rewrite
