#include "app/rewrite/rewrite_file.h"

#include "app/rewrite/import_edit.h"
#include "app/rewrite/module_uses.h"
#include "app/rewrite/unified_diff.h"
#include "indexer/scan/literals.h"
#include "indexer/scan/scanner.h"

#include <algorithm>
#include <map>

namespace espalier::rewrite {
namespace {

using facts::Flag;
using facts::ImportForm;
using graph::StatementRef;

std::string_view firstPart(std::string_view name) {
    return name.substr(0, name.find('.'));
}

// A statement that binds the module as a whole, by one of its names.
struct ModuleImport {
    StatementRef ref;
    std::size_t index = 0;
};

class FileWork {
public:
    FileWork(graph::Replacement& replacement, std::span<const StatementRef> statements, const TokenFile& file)
        : replacement_(replacement)
        , snapshot_(replacement.snapshot())
        , statements_(statements)
        , file_(file)
        , source_(snapshot_.project.files[statements.front().file.value]) {}

    FileRewrite run() {
        out_.any = statements_.front();
        for (const StatementRef& ref : statements_)
            sortOut(ref);
        for (const auto& [written, imports] : wholes_)
            replaceModule(written, imports);
        moveNames();
        return std::move(out_);
    }
    [[nodiscard]] std::vector<Edit> edits() { return std::move(edits_); }

private:
    [[nodiscard]] const facts::ImportStatement& importOf(const StatementRef& ref) const {
        return snapshot_.importOf(ref);
    }
    [[nodiscard]] const std::string& target() const { return snapshot_[replacement_.to().module].name; }
    void leave(const StatementRef& ref, const std::string& name, std::string reason) {
        out_.left.push_back({ref, name, std::move(reason)});
    }
    [[nodiscard]] std::optional<TokenFile::Place> placeOf(const StatementRef& ref) const {
        return file_.at(importOf(ref).span.line, importOf(ref).span.column);
    }

    void sortOut(const StatementRef& ref) {
        const facts::ImportStatement& import = importOf(ref);
        if (ref.flags.has(Flag::Star))
            return leave(ref, "", "a star import: which of its names are used is not known");
        if (import.form == ImportForm::Call)
            return leave(ref, "", "a computed import: what is done with the module is not known");
        if (import.form == ImportForm::String)
            return moveString(ref);
        if (!placeOf(ref))
            return leave(ref, "", "the statement was not found in its place");
        for (const std::uint16_t index : snapshot_.namesOf(ref)) {
            const facts::ImportedName& name = import.names[index];
            if (import.form == ImportForm::Import)
                wholes_[name.alias.empty() ? name.name : name.alias].push_back({ref, index});
            else if (ref.flags.has(Flag::Submodule))
                wholes_[name.alias.empty() ? name.name : name.alias].push_back({ref, index});
            else
                moveName(ref, index);
        }
    }

    void moveName(const StatementRef& ref, std::size_t index) {
        const std::string& name = importOf(ref).names[index].name;
        const graph::Replacement::Answer& answer = replacement_.of(name);
        if (!replacement_.from().name.empty() && name != replacement_.from().name)
            return; // another name than the one that is asked for
        std::string reason = answer.name.empty() ? answer.reason : replacement_.obstacle(ref, name);
        if (!reason.empty())
            return leave(ref, name, std::move(reason));
        moves_[ref.import].push_back({index, answer.name});
        refs_.emplace(ref.import, ref);
    }

    // The edits of the statements in moves_. Names of one statement have one other place.
    void moveNames() {
        for (auto& [import, moves] : moves_) {
            const StatementRef& ref = refs_.at(import);
            const graph::ModuleId to = replacement_.to().module;
            std::ranges::sort(moves, {}, &Move::index);
            const facts::Status done =
                editFrom(file_, *placeOf(ref), moves, replacement_.moduleText(ref, to), edits_);
            for (const Move& move : moves) {
                const std::string& name = importOf(ref).names[move.index].name;
                done ? out_.changed.push_back({ref, name, {}}) : leave(ref, name, done.error().what);
            }
        }
    }

    [[nodiscard]] static bool patches(const scan::Tokens& tokens, std::uint32_t token, bool contents) {
        if (token < 2 || !tokens.isOpen(token - 1, scan::Op::Round) || !tokens.isName(token - 2))
            return false;
        const std::string_view function = tokens.text(token - 2);
        return contents ? function == "dict"
                        : function == "patch" || function == "setattr" || function == "delattr";
    }

    // patch("FROM.Class.method") changes the class, which is the same object by any path; patch("FROM.name")
    // changes FROM, and who looks there.
    void moveString(const StatementRef& ref) {
        const std::string& text = importOf(ref).module;
        const auto place = placeOf(ref);
        std::size_t dot = text.rfind('.');
        while (dot != std::string::npos && dot > 0 &&
               snapshot_.find(std::string_view(text).substr(0, dot)) != replacement_.from().module)
            dot = text.rfind('.', dot - 1);
        if (dot == std::string::npos || dot == 0 || !place)
            return leave(ref, "", "a string that names the module");
        const std::string rest = text.substr(dot + 1);
        const std::string name(firstPart(rest));
        const scan::Tokens tokens = file_.line(place->line);
        if (!patches(tokens, place->token, rest == name))
            return leave(ref, name,
                         patches(tokens, place->token, false)
                             ? "it replaces the name in " + snapshot_[replacement_.from().module].name +
                                   ", and who looks there sees it"
                             : "a string: who reads it is not known");
        const graph::Replacement::Answer& answer = replacement_.of(name);
        if (answer.name.empty())
            return leave(ref, name, answer.reason);
        const scan::Token& token = tokens[place->token];
        const std::size_t at = tokens.text(place->token).find(text);
        if (at == std::string_view::npos)
            return leave(ref, name, "a string with escapes");
        const auto begin = static_cast<std::uint32_t>(token.begin + at);
        edits_.push_back({begin, static_cast<std::uint32_t>(begin + text.size()),
                          target() + '.' + answer.name + rest.substr(name.size())});
        out_.changed.push_back({ref, name, {}});
    }

    // `import a.b`, which binds a and is written a.b.
    [[nodiscard]] bool isPlain(const ModuleImport& import) const {
        return importOf(import.ref).form == ImportForm::Import &&
               importOf(import.ref).names[import.index].alias.empty();
    }

    // All statements of the file that bind the module by this name change, or none does.
    void replaceModule(const std::string& written, const std::vector<ModuleImport>& imports) {
        std::vector<std::uint32_t> indexes;
        for (const ModuleImport& one : imports)
            indexes.push_back(one.ref.import);
        const bool plain = isPlain(imports.front());
        const ModuleUses uses = usesOfModule(file_, source_, written, indexes);
        std::string reason = uses.obstacle;
        if (reason.empty() && uses.uses.empty())
            reason = "none of its names is used here: it may be imported for its effect";
        for (std::size_t i = 0; i < uses.uses.size() && reason.empty(); ++i)
            reason = whyNot(uses.uses[i], imports);
        for (std::size_t i = 0; i < imports.size() && reason.empty(); ++i)
            reason = whyNot(imports[i], written, plain);
        std::vector<Edit> edits;
        for (std::size_t i = 0; i < imports.size() && reason.empty(); ++i)
            if (const facts::Status done = edit(imports[i], edits); !done)
                reason = done.error().what;
        if (!reason.empty()) {
            for (const ModuleImport& one : imports)
                leave(one.ref, written, reason);
            return;
        }
        for (const ModuleUse& use : uses.uses)
            editUse(use, plain, edits);
        edits_.insert(edits_.end(), edits.begin(), edits.end());
        for (const ModuleImport& one : imports)
            out_.changed.push_back({one.ref, written, {}});
    }

    std::string whyNot(const ModuleUse& use, const std::vector<ModuleImport>& imports) {
        std::string reason = replacement_.of(use.attribute).reason;
        for (std::size_t i = 0; i < imports.size() && reason.empty(); ++i)
            reason = replacement_.obstacle(imports[i].ref, use.attribute);
        return reason.empty() ? reason : reason + " (line " + std::to_string(use.line) + ')';
    }

    std::string whyNot(const ModuleImport& import, const std::string& written, bool plain) {
        const StatementRef& ref = import.ref;
        const std::string bound(firstPart(written));
        if (plain != isPlain(import))
            return "'" + bound + "' stands for it in two ways";
        const bool stays = plain && firstPart(target()) == bound;
        if (stays)
            return {};
        if (plain && hasOtherMeaning(file_, source_, firstPart(target())))
            return "'" + std::string(firstPart(target())) + "' has another meaning in this file";
        if (plain && std::ranges::find(source_.facts->all, bound) != source_.facts->all.end())
            return "'" + bound + "' is in __all__";
        const std::string taker =
            importOf(ref).scope.empty() ? replacement_.takenFromImporter(ref, bound) : "";
        return taker.empty() ? taker : "others take '" + bound + "' from here: " + taker;
    }

    facts::Status edit(const ModuleImport& import, std::vector<Edit>& edits) {
        const StatementRef& ref = import.ref;
        const TokenFile::Place place = *placeOf(ref);
        if (importOf(ref).form == ImportForm::Import)
            return editImport(file_, place, import.index, target(), edits);
        const graph::ModuleId parent = snapshot_[replacement_.to().module].parent;
        if (!parent.valid())
            return replaceByImport(file_, place, target(), edits);
        const std::string last = target().substr(target().rfind('.') + 1);
        if (!replacement_.isTarget(parent, last))
            return facts::Error{
                snapshot_[parent].name + "'s '" + last + "' is not the module " + target(), {}, {}};
        return editFrom(file_, place, {{import.index, last}}, replacement_.moduleText(ref, parent), edits);
    }

    void editUse(const ModuleUse& use, bool plain, std::vector<Edit>& edits) {
        const scan::Tokens tokens = file_.line(use.first.line);
        const std::uint32_t attribute = use.first.token + use.prefix + 1;
        if (plain)
            edits.push_back({tokens[use.first.token].begin, tokens[attribute - 2].end, target()});
        const std::string& name = replacement_.of(use.attribute).name;
        if (name != use.attribute)
            edits.push_back({tokens[attribute].begin, tokens[attribute].end, name});
    }

    graph::Replacement& replacement_;
    const graph::Snapshot& snapshot_;
    std::span<const StatementRef> statements_;
    const TokenFile& file_;
    const facts::SourceFile& source_;
    std::map<std::string, std::vector<ModuleImport>> wholes_; // by the name that the file knows the module by
    std::map<std::uint32_t, std::vector<Move>> moves_;        // by statement
    std::map<std::uint32_t, StatementRef> refs_;
    std::vector<Edit> edits_;
    FileRewrite out_;
};

bool scansWithoutErrors(const std::string& bytes) {
    const facts::SourceFacts facts = scan::scanPython(bytes);
    return !facts.broken && std::ranges::none_of(facts.problems, [](const facts::FileProblem& problem) {
        return problem.code == "syntax-error";
    });
}

} // namespace

FileRewrite leftAlone(graph::Replacement& replacement, std::span<const StatementRef> statements,
                      const std::string& reason) {
    FileRewrite out{statements.front(), {}, {}, {}};
    for (const StatementRef& ref : statements) {
        const facts::ImportStatement& import = replacement.snapshot().importOf(ref);
        const auto names = replacement.snapshot().namesOf(ref);
        for (const std::uint16_t index : names)
            if (const std::string& asked = std::string(replacement.from().name);
                asked.empty() || import.form != ImportForm::From || import.names[index].name == asked)
                out.left.push_back({ref, import.names[index].name, reason});
        if (names.empty())
            out.left.push_back({ref, "", reason});
    }
    return out;
}

FileRewrite rewriteFile(graph::Replacement& replacement, std::span<const StatementRef> statements,
                        std::string bytes) {
    const facts::Result<TokenFile> file = TokenFile::read(std::move(bytes));
    if (!file)
        return leftAlone(replacement, statements, file.error().what);
    FileWork work(replacement, statements, *file);
    FileRewrite out = work.run();
    const auto changes = file->apply(work.edits());
    if (!changes)
        return leftAlone(replacement, statements, changes.error().what);
    if (!changes->empty() && !scansWithoutErrors(changed(*file, *changes)))
        return leftAlone(replacement, statements, "what would come out has syntax errors");
    out.diff = unifiedDiff(*file, replacement.snapshot().pathOf(out.any), *changes);
    return out;
}

} // namespace espalier::rewrite
