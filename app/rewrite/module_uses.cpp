#include "app/rewrite/module_uses.h"

#include "indexer/scan/import_statement.h"
#include "indexer/scan/literals.h"

#include <algorithm>
#include <tuple>

namespace espalier::rewrite {
namespace {

using facts::ImportForm;
using scan::Op;
using scan::TokenKind;
using scan::Word;

std::string_view firstPart(std::string_view name) {
    return name.substr(0, name.find('.'));
}

std::string_view boundName(ImportForm form, const facts::ImportedName& name) {
    if (!name.alias.empty())
        return name.alias;
    return form == ImportForm::Import ? firstPart(name.name) : std::string_view(name.name);
}

bool startsWithName(std::string_view dotted, std::string_view prefix) {
    return dotted.starts_with(prefix) && (dotted.size() == prefix.size() || dotted[prefix.size()] == '.');
}

std::string atLine(std::uint32_t line) {
    return " (line " + std::to_string(line) + ')';
}

// The names that tokens stand for, import statements left out: `each(line, token)`.
template <class Each>
void eachName(const TokenFile& file, std::string_view name, const Each& each) {
    for (std::uint32_t index = 0; index < file.lineCount(); ++index) {
        const scan::Tokens tokens = file.line(index);
        bool statementBegins = true;
        for (std::uint32_t i = 0; i < tokens.size(); ++i) {
            const bool imports = tokens.isWord(i, Word::Import) || tokens.isWord(i, Word::From);
            if (imports && statementBegins) {
                const auto end = tokens.find(i, tokens.size(), Op::Semicolon);
                if (const auto parsed = scan::parseImport(tokens, i, end))
                    i = parsed->end - 1;
                statementBegins = false;
                continue;
            }
            statementBegins = tokens.isOp(i, Op::Semicolon) || tokens.isOp(i, Op::Colon);
            if (tokens.isName(i) && !(i > 0 && tokens.isOp(i - 1, Op::Dot)) &&
                scan::identifier(tokens.text(i)) == name)
                each(TokenFile::Place{index, i});
        }
    }
}

bool isCompound(Word word) {
    switch (word) {
    case Word::If:
    case Word::Elif:
    case Word::Else:
    case Word::For:
    case Word::While:
    case Word::With:
    case Word::Try:
    case Word::Except:
    case Word::Finally:
    case Word::Def:
    case Word::Class:
    case Word::Async:
        return true;
    default:
        return false;
    }
}

// Where a token stands in its simple statement.
struct Position {
    std::uint32_t begin = 0;  // of the statement
    bool behindColon = false; // in an annotation or a lambda
    std::size_t depth = 0;    // brackets around
    bool inArgument = false;  // one of them belongs to a call, a subscript or a string
};

Position positionOf(const scan::Tokens& tokens, std::uint32_t token) {
    Position out;
    std::vector<bool> arguments; // for each bracket around
    for (std::uint32_t i = 0; i < token; ++i) {
        const TokenKind kind = tokens[i].kind;
        const bool behindValue = i > out.begin && ((tokens.isName(i - 1) && !isKeyword(tokens[i - 1].word)) ||
                                                   tokens[i - 1].kind == TokenKind::Close);
        if (kind == TokenKind::Open || kind == TokenKind::FString)
            arguments.push_back(behindValue || kind == TokenKind::FString);
        else if ((kind == TokenKind::Close || kind == TokenKind::FStringEnd) && !arguments.empty())
            arguments.pop_back();
        if (!arguments.empty())
            continue;
        const bool body =
            tokens.isOp(i, Op::Colon) && tokens.isName(out.begin) && isCompound(tokens[out.begin].word);
        if (tokens.isOp(i, Op::Semicolon) || body)
            out = {i + 1, false, 0, false};
        else
            out.behindColon |= tokens.isOp(i, Op::Colon);
    }
    out.depth = arguments.size();
    out.inArgument = std::ranges::find(arguments, true) != arguments.end();
    return out;
}

// Whether the dotted name [first, end) is given a value, or taken away. In doubt it is.
bool isTarget(const scan::Tokens& tokens, std::uint32_t first, std::uint32_t end) {
    const Position at = positionOf(tokens, first);
    if (first > 0 && (tokens.isWord(first - 1, Word::As) || tokens.isWord(first - 1, Word::For)))
        return true;
    if (at.inArgument || at.behindColon)
        return false;
    if (tokens.isWord(at.begin, Word::Del) || tokens.isOp(end, Op::Augmented))
        return true;
    const std::uint32_t stop = tokens.find(end, tokens.size(), Op::Semicolon);
    std::uint32_t close = end;
    for (std::size_t depth = at.depth; depth > 0 && close < stop; ++close)
        depth -= tokens[close].kind == TokenKind::Close ? 1 : 0;
    return tokens.find(close, stop, Op::Assign) < stop;
}

class Search {
public:
    Search(const TokenFile& file, const facts::SourceFile& source, std::string_view written,
           std::span<const std::uint32_t> imports)
        : file_(file)
        , source_(source)
        , written_(written)
        , first_(firstPart(written))
        , imports_(imports) {}

    ModuleUses run() {
        if (!source_.symbols || !source_.symbols->problems.empty())
            return {{}, "the uses in this file are not known"};
        for (const facts::Use& use : source_.symbols->uses)
            recorded_.emplace_back(use.line, use.column);
        std::ranges::sort(recorded_);
        out_.obstacle = boundElsewhere();
        eachName(file_, first_, [&](TokenFile::Place place) { lookAt(place); });
        return std::move(out_);
    }

private:
    void refuse(std::string reason) {
        if (out_.obstacle.empty())
            out_.obstacle = std::move(reason);
    }

    [[nodiscard]] bool isOurs(std::size_t import) const {
        return std::ranges::find(imports_, import) != imports_.end();
    }

    // Another binding of the name, or a place where other parts of the file cannot be told from it.
    [[nodiscard]] std::string boundElsewhere() const {
        const std::string name(first_);
        const bool dotted = written_.find('.') != std::string_view::npos;
        for (std::size_t k = 0; k < source_.facts->imports.size(); ++k) {
            const facts::ImportStatement& import = source_.facts->imports[k];
            for (const facts::ImportedName& one : import.names) {
                const bool alike = dotted && import.form == ImportForm::Import && one.alias.empty();
                if (!isOurs(k) && !alike && boundName(import.form, one) == first_)
                    return "'" + name + "' has another meaning, too" + atLine(import.span.line);
            }
        }
        for (const facts::Binding& binding : source_.facts->bindings)
            if (binding.name == first_ && binding.kind != facts::BindingKind::Import)
                return "'" + name + "' has another meaning, too" + atLine(binding.line);
        return {};
    }

    [[nodiscard]] bool onlyAtModuleLevel() const {
        return std::ranges::all_of(imports_,
                                   [&](std::uint32_t k) { return source_.facts->imports[k].scope.empty(); });
    }

    // Of a use that goes on from another import: `import a.c` beside `import a.b`.
    [[nodiscard]] bool isServedByOther(std::string_view dotted) const {
        for (std::size_t k = 0; k < source_.facts->imports.size(); ++k) {
            const facts::ImportStatement& import = source_.facts->imports[k];
            for (const facts::ImportedName& one : import.names)
                if (!(isOurs(k) && one.name == written_) && import.form == ImportForm::Import &&
                    one.alias.empty() && import.scope.empty() && startsWithName(dotted, one.name))
                    return true;
        }
        return false;
    }

    void lookAt(TokenFile::Place place) {
        const scan::Tokens tokens = file_.line(place.line);
        const std::uint32_t begin = tokens[place.token].begin;
        const std::uint32_t line = file_.text().line(begin);
        if (!std::ranges::binary_search(recorded_, std::pair(line, file_.text().column(begin)))) {
            const bool keyword = tokens.isOp(place.token + 1, Op::Assign);
            if (!keyword && !onlyAtModuleLevel()) // else a name of a function's own
                refuse("'" + std::string(first_) + "' has another meaning, too" + atLine(line));
            return;
        }
        std::string dotted;
        std::uint32_t end = place.token;
        std::uint32_t prefix = 0; // tokens of the module's part, once it is complete
        ModuleUse use{place, 0, {}, line};
        for (bool more = true; more; end += 2) {
            dotted += (dotted.empty() ? "" : ".") + scan::identifier(tokens.text(end));
            if (prefix != 0) {
                use.attribute = scan::identifier(tokens.text(end));
                ++end;
                break;
            }
            if (dotted == written_)
                prefix = end - place.token + 1;
            more = tokens.isOp(end + 1, Op::Dot) && tokens.isName(end + 2);
        }
        if (use.attribute.empty()) {
            if (!startsWithName(written_, dotted) && isServedByOther(dotted))
                return;
            return refuse(startsWithName(written_, dotted)
                              ? "the module object itself is used" + atLine(line)
                              : dotted + " is reached by the same import" + atLine(line));
        }
        if (!tokens.isOp(end, Op::Dot) && isTarget(tokens, place.token, end))
            return refuse("it sets '" + use.attribute + "' in the module" + atLine(line));
        use.prefix = prefix;
        out_.uses.push_back(std::move(use));
    }

    const TokenFile& file_;
    const facts::SourceFile& source_;
    std::string_view written_, first_;
    std::span<const std::uint32_t> imports_;
    std::vector<std::pair<std::uint32_t, std::uint32_t>> recorded_;
    ModuleUses out_;
};

} // namespace

ModuleUses usesOfModule(const TokenFile& file, const facts::SourceFile& source, std::string_view written,
                        std::span<const std::uint32_t> imports) {
    return Search(file, source, written, imports).run();
}

bool hasOtherMeaning(const TokenFile& file, const facts::SourceFile& source, std::string_view name) {
    bool imported = false;
    for (const facts::ImportStatement& import : source.facts->imports)
        for (const facts::ImportedName& one : import.names)
            if (boundName(import.form, one) == name) {
                if (import.form != ImportForm::Import || !one.alias.empty())
                    return true;
                imported |= import.scope.empty();
            }
    if (imported)
        return false;
    bool found = false;
    eachName(file, name, [&](TokenFile::Place) { found = true; });
    return found;
}

} // namespace espalier::rewrite
