// Claims that something imports something.
#include "app/tracker/answer_parts.h"

#include <algorithm>
#include <set>

namespace espalier::tracker {
namespace {

using facts::ImportStatement;
using graph::ModuleId;
using graph::ModuleKind;

std::string parentOf(const std::string& dotted) {
    const std::size_t dot = dotted.rfind('.');
    return dot == std::string::npos ? "" : dotted.substr(0, dot);
}

// What a claim wants, and how much of it one statement gives.
struct Wanted {
    std::vector<std::string> names;
    bool anyOfModule = false; // `from a.b import`: names[0] is the module

    [[nodiscard]] std::vector<std::string> givenBy(const std::vector<std::string>& imported) const {
        std::vector<std::string> out;
        for (const std::string& name : imported)
            if (anyOfModule ? parentOf(name) == names[0] || name == names[0]
                            : std::ranges::find(names, name) != names.end())
                out.push_back(name);
        for (const std::string& name : imported) // a star gives everything
            if (name.ends_with(".*") && !anyOfModule)
                for (const std::string& wanted : names)
                    if (parentOf(wanted) == parentOf(name))
                        out.push_back(wanted);
        return out;
    }
    [[nodiscard]] bool all(const std::set<std::string>& given) const {
        return anyOfModule ? !given.empty() : given.size() == names.size();
    }
    // The modules that the names are asked of.
    [[nodiscard]] bool sameModule(const std::vector<std::string>& imported) const {
        return std::ranges::any_of(imported, [&](const std::string& name) {
            return std::ranges::any_of(names, [&](const std::string& wanted) {
                return parentOf(name) == parentOf(wanted) || name == parentOf(wanted) ||
                       parentOf(name) == wanted;
            });
        });
    }
};

// The module and name that a dotted name is: the longest module, and the one name behind it.
std::pair<std::optional<ModuleId>, std::string> splitName(const graph::Snapshot& snapshot,
                                                          const std::string& dotted) {
    if (const auto module = snapshot.find(dotted); module && snapshot[*module].kind != ModuleKind::Ghost)
        return {module, ""};
    const std::string parent = parentOf(dotted);
    return {parent.empty() ? std::nullopt : snapshot.find(parent),
            dotted.substr(parent.empty() ? 0 : parent.size() + 1)};
}

// Says which wanted names do not exist at all.
std::size_t addMissingNames(Answer& answer, const graph::Snapshot& snapshot, const Wanted& wanted) {
    std::size_t missing = 0;
    for (const std::string& dotted : wanted.names) {
        const auto [module, name] = splitName(snapshot, dotted);
        if (!module || snapshot[*module].kind == ModuleKind::External || name.empty() || wanted.anyOfModule)
            continue;
        const bool ghost = snapshot[*module].kind == ModuleKind::Ghost;
        if (bound(snapshot, *module, name) != Bound::No)
            continue;
        ++missing;
        answer.evidence.push_back(
            {snapshot.pathOf(*module), 0,
             ghost ? "there is no module " + snapshot[*module].name : "has no name " + name});
    }
    return missing;
}

// What stands where the claim points, when that is not what it says.
void addPointedAt(Answer& answer, const Claim& claim, const State& state, const std::string& path) {
    if (claim.firstLine > 0)
        addLines(answer, state, path, claim.firstLine, std::min(claim.lastLine, claim.firstLine + 9));
}

struct FileImports {
    std::set<std::string> given, givenThere;             // in the file; at the claim's lines
    std::vector<const ImportStatement*> giving, related; // that give some of it; others from the same module
};
FileImports importsIn(const facts::SourceFacts& facts, const Importer& importer, const Wanted& wanted,
                      const Claim& claim) {
    FileImports out;
    for (const ImportStatement& statement : facts.imports) {
        if (!isStatement(statement))
            continue;
        const auto imported = importedNames(statement, importer.module, importer.isPackage);
        const auto given = wanted.givenBy(imported);
        if (given.empty()) {
            if (wanted.sameModule(imported))
                out.related.push_back(&statement);
            continue;
        }
        out.giving.push_back(&statement);
        out.given.insert(given.begin(), given.end());
        if (claim.firstLine > 0 && statement.span.line <= claim.lastLine &&
            claim.firstLine <= statement.span.endLine)
            out.givenThere.insert(given.begin(), given.end());
    }
    return out;
}

Answer importInFile(const Claim& claim, const State& state, const std::string& path) {
    const facts::SourceFacts* facts = state.facts(path);
    if (!facts)
        return onlySaying(Verdict::Unknown, path + " has no statements that can be read");
    const Importer importer = importerOf(state.snapshot(), path);
    const Wanted wanted{importedNames(claim.statement, importer.module, importer.isPackage),
                        claim.statement.names.empty()};
    const FileImports found = importsIn(*facts, importer, wanted, claim);
    Answer out;
    const bool all = wanted.all(found.given);
    const bool there = claim.firstLine == 0 || wanted.all(found.givenThere);
    out.verdict = all && there ? Verdict::True : found.given.empty() ? Verdict::False : Verdict::Partly;
    for (const ImportStatement* statement : found.giving)
        if (out.evidence.size() < kMostRows)
            addStatement(out, path, *statement);
    if (!found.given.empty()) {
        out.trace = namesTrace(state, path, {found.given.begin(), found.given.end()});
        out.line = found.giving.front()->span.line;
    }
    if (!there && !found.given.empty())
        out.evidence.push_back(
            {"", 0,
             "not in line " + std::to_string(claim.firstLine) +
                 (claim.lastLine > claim.firstLine ? " to " + std::to_string(claim.lastLine) : "")});
    if (out.verdict != Verdict::True) {
        if (!there)
            addPointedAt(out, claim, state, path);
        for (const ImportStatement* statement : found.related)
            if (out.evidence.size() < 2 * kMostRows)
                addStatement(out, path, *statement, "other names");
        for (const std::string& name : wanted.names)
            if (!found.given.contains(name) && !wanted.anyOfModule)
                out.evidence.push_back({"", 0, "it does not import " + name});
    }
    addMissingNames(out, state.snapshot(), wanted);
    return out;
}

// Statements of a module's own top level that ask for what is gone: whoever imports it fails.
std::size_t addBrokenImports(Answer& answer, const graph::Snapshot& snapshot, ModuleId module) {
    const graph::Module& found = snapshot[module];
    if (!found.file.valid() || !snapshot.project.files[found.file.value].facts)
        return 0;
    std::size_t broken = 0;
    const std::string& path = snapshot.pathOf(module);
    for (const ImportStatement& statement : snapshot.project.files[found.file.value].facts->imports) {
        if (statement.form != facts::ImportForm::From || statement.kind != facts::EdgeKind::Import ||
            facts::mayBeSkipped(statement.flags))
            continue;
        for (const std::string& dotted :
             importedNames(statement, found.name, found.kind == ModuleKind::Package)) {
            const auto [from, name] = splitName(snapshot, dotted);
            if (!from || name.empty() || name == "*" || snapshot[*from].kind == ModuleKind::External ||
                bound(snapshot, *from, name) != Bound::No)
                continue;
            ++broken;
            addStatement(answer, path, statement,
                         snapshot[*from].name + " has no " + name + ": importing " + found.name + " fails");
        }
    }
    return broken;
}

// Who has it: so many statements, some of them shown, those of production first.
std::size_t addUsers(Answer& answer, State& state, const Wanted& wanted) {
    const graph::Snapshot& snapshot = state.snapshot();
    std::vector<std::string> names = wanted.names;
    for (const std::string& name : wanted.names) // a star from there may give it
        names.push_back(parentOf(name));
    std::vector<std::pair<graph::PathClass, State::Place>> found;
    std::set<std::string_view> files;
    for (State::Place& place : state.mayImport(names)) {
        const auto module = snapshot.find(place.path);
        const ImportStatement& statement = *place.statement;
        const Importer importer = statement.level > 0 ? importerOf(snapshot, place.path) : Importer{};
        if (!module || wanted.givenBy(importedNames(statement, importer.module, importer.isPackage)).empty())
            continue;
        found.push_back({snapshot[*module].cls, std::move(place)});
    }
    for (const auto& [cls, place] : found)
        files.insert(place.path);
    std::ranges::stable_sort(found, {}, [](const auto& one) { return one.first; });
    for (std::size_t i = 0; i < found.size() && i < 3; ++i)
        addStatement(answer, found[i].second.path, *found[i].second.statement);
    answer.evidence.push_back({"", 0,
                               found.empty() ? "no statement imports that"
                                             : counted(found.size(), "statement") + " in " +
                                                   counted(files.size(), "file") + " import that"});
    return found.size();
}

// What has to be there for the names to be found: the file of the module that the first is asked of, with all
// that it is asked for.
std::optional<Trace> bindsTrace(const graph::Snapshot& snapshot, const Wanted& wanted) {
    const auto module = splitName(snapshot, wanted.names.front()).first;
    if (!module || !snapshot[*module].file.valid())
        return std::nullopt;
    Trace out{Trace::What::Binds, snapshot.pathOf(*module), {}, {}, false};
    for (const std::string& dotted : wanted.names)
        if (const auto [from, name] = splitName(snapshot, dotted); from == module && !name.empty())
            out.wanted.push_back(name);
    return out;
}

// A statement of no file in particular: whether it works, and whether anybody has it.
Answer importAnywhere(const Claim& claim, State& state) {
    const graph::Snapshot& snapshot = state.snapshot();
    if (claim.statement.level > 0)
        return onlySaying(Verdict::Unknown, "a relative import of no file in particular");
    const Wanted wanted{importedNames(claim.statement, "", false), claim.statement.names.empty()};
    Answer out;
    std::size_t unknown = 0, missing = addMissingNames(out, snapshot, wanted), broken = 0;
    for (const std::string& dotted : wanted.names) {
        const auto [module, name] = splitName(snapshot, dotted);
        if (module && snapshot[*module].kind == ModuleKind::External)
            return onlySaying(Verdict::Unknown, snapshot[*module].name + " is not a part of the project");
        unknown += module ? 0 : 1;
        if (module && &dotted == &wanted.names.front())
            broken = addBrokenImports(out, snapshot, *module);
    }
    if (unknown == wanted.names.size())
        return onlySaying(Verdict::False,
                          "there is no module " +
                              (wanted.anyOfModule ? wanted.names[0] : parentOf(wanted.names[0])));
    const std::size_t statements = addUsers(out, state, wanted);
    const bool works = missing + unknown == 0 && broken == 0;
    out.verdict = works ? (statements > 0 ? Verdict::True : Verdict::Partly)
                  : missing + unknown < wanted.names.size() && broken == 0 ? Verdict::Partly
                                                                           : Verdict::False;
    if (works)
        out.trace = bindsTrace(snapshot, wanted);
    return out;
}

} // namespace

Answer answerImport(const Claim& claim, State& state) {
    if (claim.path.empty())
        return importAnywhere(claim, state);
    OneFile file = oneFile(claim.path, state);
    return file.path.empty() ? std::move(file.answer) : importInFile(claim, state, file.path);
}

namespace {

struct Link {
    const ImportStatement* statement = nullptr;
    std::string path;
};

// The statements of `from` that import the module or name `to`; without implicit parents.
std::vector<Link> links(const State& state, ModuleId from, const std::string& to) {
    const graph::Snapshot& snapshot = state.snapshot();
    std::vector<Link> out;
    if (const auto target = state.module(to)) {
        for (const graph::EdgeId edge : snapshot.outgoing(from))
            if (snapshot.within(snapshot[edge].to, *target))
                for (const graph::StatementRef& ref : snapshot.statementsOf(snapshot[edge]))
                    if (isStatement(snapshot.importOf(ref)) && !ref.flags.has(graph::Flag::ImplicitParent))
                        out.push_back({&snapshot.importOf(ref), snapshot.pathOf(ref)});
        return out;
    }
    const std::string last = to.substr(to.rfind('.') + 1);
    const std::string& path = snapshot.pathOf(from);
    if (const facts::SourceFacts* facts = state.facts(path))
        for (const ImportStatement& statement : facts->imports)
            if (isStatement(statement) &&
                std::ranges::any_of(statement.names, [&](const auto& name) { return name.name == last; }))
                out.push_back({&statement, path});
    return out;
}

} // namespace

Answer answerImports(const Claim& claim, State& state) {
    const graph::Snapshot& snapshot = state.snapshot();
    OneModule importer = oneModule(claim.names[0], state, !claim.negated);
    if (!importer.module)
        return std::move(importer.answer);
    const ModuleId from = *importer.module;
    if (!snapshot[from].file.valid())
        return onlySaying(Verdict::Unknown, snapshot[from].name + " has no statements of its own");
    std::vector<Link> found = links(state, from, claim.names[1]);
    std::ranges::stable_sort(found, {}, [](const Link& link) { return link.statement->span.line; });
    Answer out;
    std::vector<std::string> names;
    bool there = claim.firstLine == 0, atImport = false;
    for (const Link& link : found) {
        if (out.evidence.size() < kMostRows)
            addStatement(out, link.path, *link.statement);
        const Importer place = importerOf(snapshot, link.path);
        for (std::string& name : importedNames(*link.statement, place.module, place.isPackage))
            names.push_back(std::move(name));
        there |=
            link.statement->span.line <= claim.lastLine && claim.firstLine <= link.statement->span.endLine;
        atImport |= link.statement->kind == facts::EdgeKind::Import;
    }
    if (found.empty()) {
        out.verdict = claim.negated ? Verdict::True : Verdict::False;
        out.evidence.push_back({"", 0, snapshot[from].name + " does not import " + claim.names[1]});
        addPointedAt(out, claim, state, snapshot.pathOf(from));
        return out;
    }
    if (claim.negated) {
        out.verdict = atImport ? Verdict::False : Verdict::Partly;
        if (!atImport)
            out.evidence.push_back({"", 0, "but not while it is imported itself"});
        return out;
    }
    out.verdict = there ? Verdict::True : Verdict::Partly;
    if (!there)
        addPointedAt(out, claim, state, snapshot.pathOf(from));
    out.trace = namesTrace(state, found.front().path, std::move(names));
    out.line = found.front().statement->span.line;
    return out;
}

} // namespace espalier::tracker
