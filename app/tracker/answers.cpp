#include "app/tracker/answers.h"

#include "app/tracker/answer_parts.h"
#include "indexer/scan/scanner.h"

#include <algorithm>
#include <cctype>
#include <iterator>

namespace espalier::tracker {
namespace {

std::string trimmed(std::string_view text) {
    while (!text.empty() && std::isspace(static_cast<unsigned char>(text.front())) != 0)
        text.remove_prefix(1);
    while (!text.empty() && std::isspace(static_cast<unsigned char>(text.back())) != 0)
        text.remove_suffix(1);
    return std::string(text);
}

std::vector<std::string> trimmedLines(std::string_view content) {
    std::vector<std::string> out;
    while (!content.empty()) {
        const std::size_t end = std::min(content.find('\n'), content.size());
        out.push_back(trimmed(content.substr(0, end)));
        content.remove_prefix(std::min(content.size(), end + 1));
    }
    return out;
}

Answer answerPath(const Claim& claim, const State& state) {
    const std::vector<std::string> found = state.files(claim.path);
    if (found.empty())
        return onlySaying(Verdict::False, "there is no " + claim.path);
    Answer out{Verdict::True, {}, {}, 0};
    for (const std::string& path : found)
        if (out.evidence.size() < kMostRows)
            out.evidence.push_back({path, 0, ""});
    if (found.size() > kMostRows)
        out.evidence.push_back(
            {"", 0, "and " + std::to_string(found.size() - kMostRows) + " more of that name"});
    if (found.size() == 1 && !found.front().ends_with('/'))
        out.trace = Trace{Trace::What::File, found.front(), {}, {}, false};
    return out;
}

Answer whatStands(const Claim& claim, const State& state, const std::string& path,
                  const std::vector<std::string>& lines) {
    if (claim.lastLine > lines.size())
        return onlySaying(Verdict::False, path + " has " + counted(lines.size(), "line"));
    Trace trace{Trace::What::Lines, path, {}, {}, false};
    for (std::uint32_t line = claim.firstLine; line <= claim.lastLine; ++line)
        if (std::string text = trimmed(lines[line - 1]); !text.empty())
            trace.wanted.push_back(std::move(text));
    if (trace.wanted.empty())
        return onlySaying(Verdict::False, "nothing stands there: the line is blank");
    Answer out{Verdict::True, {}, std::move(trace), claim.firstLine};
    addLines(out, state, path, claim.firstLine, claim.lastLine);
    return out;
}

Answer answerLine(const Claim& claim, const State& state, const Answer* then) {
    OneFile file = oneFile(claim.path, state);
    if (file.path.empty())
        return std::move(file.answer);
    const auto lines = state.lines(file.path);
    if (!lines)
        return onlySaying(Verdict::Unknown, file.path + " cannot be read");
    Answer out = whatStands(claim, state, file.path, *lines);
    if (!then || !then->trace || (out.trace && out.trace->wanted == then->trace->wanted))
        return out;
    // Something else stands there now.
    std::string content;
    for (const std::string& line : *lines)
        content += line + '\n';
    const Found moved = find(*then->trace, content);
    out.verdict = moved.holds ? Verdict::Partly : Verdict::False;
    out.trace.reset();
    out.line = moved.line;
    if (moved.holds) {
        addLines(out, state, file.path, moved.line, moved.line);
        out.evidence.push_back(
            {"", 0, "what the tracker points at has moved to line " + std::to_string(moved.line)});
    } else {
        out.evidence.push_back({"", 0, "what stood there is gone"});
    }
    return out;
}

// Of one file: the binding that says so.
std::optional<Evidence> aliasIn(const facts::SourceFacts& facts, const std::string& path,
                                const std::string& name, const std::string& target) {
    const std::string_view last = std::string_view(target).substr(target.rfind('.') + 1);
    for (const facts::Binding& binding : facts.bindings) {
        if (binding.name != name)
            continue;
        if (binding.kind == facts::BindingKind::Alias &&
            (binding.target == target || binding.target.ends_with("." + target)))
            return Evidence{path, binding.line, binding.name + " = " + binding.target};
        if (binding.kind == facts::BindingKind::Import && binding.statement < facts.imports.size())
            for (const facts::ImportedName& imported : facts.imports[binding.statement].names)
                if (imported.alias == name && imported.name == last)
                    return Evidence{path, binding.line, facts.imports[binding.statement].text};
    }
    return std::nullopt;
}

Answer answerAlias(const Claim& claim, const State& state) {
    const std::string &name = claim.names[0], &target = claim.names[1];
    Answer out;
    std::size_t found = 0;
    const auto look = [&](const std::string& path) {
        const facts::SourceFacts* facts = state.facts(path);
        auto evidence = facts ? aliasIn(*facts, path, name, target) : std::nullopt;
        if (facts && !evidence)
            evidence = aliasIn(*facts, path, target, name); // the same, said the other way round
        if (!evidence)
            return;
        if (++found == 1) {
            out.line = evidence->line;
            out.trace = Trace{Trace::What::Alias, path, {name, target}, {}, false};
        }
        if (found <= kMostRows)
            out.evidence.push_back(std::move(*evidence));
    };
    if (!claim.path.empty()) {
        OneFile file = oneFile(claim.path, state);
        if (file.path.empty())
            return std::move(file.answer);
        look(file.path);
    } else {
        for (const facts::SourceFile& file : state.snapshot().project.files)
            look(file.path);
    }
    out.verdict = found > 0 ? Verdict::True : Verdict::False;
    if (found == 0)
        out.evidence.push_back(
            {"", 0, "nothing binds " + name + " to " + target + (claim.path.empty() ? "" : " there")});
    if (found == 0 && !claim.path.empty()) {
        Claim anywhere = claim;
        anywhere.path.clear();
        if (Answer other = answerAlias(anywhere, state); other.verdict == Verdict::True) {
            out.evidence.push_back({"", 0, "but elsewhere"});
            std::ranges::move(other.evidence, std::back_inserter(out.evidence));
        }
    }
    if (found > kMostRows)
        out.evidence.push_back({"", 0, "and in " + std::to_string(found - kMostRows) + " more files"});
    return out;
}

} // namespace

std::string_view name(Verdict verdict) {
    switch (verdict) {
    case Verdict::True:
        return "true";
    case Verdict::Partly:
        return "partly true";
    case Verdict::False:
        return "false";
    case Verdict::Unknown:
        break;
    }
    return "unknown";
}

Answer answer(const Claim& claim, const Tracker& tracker, State& state, const Answer* then) {
    switch (claim.kind) {
    case ClaimKind::Path:
        return answerPath(claim, state);
    case ClaimKind::Line:
        return answerLine(claim, state, then);
    case ClaimKind::Import:
        return answerImport(claim, state);
    case ClaimKind::Imports:
        return answerImports(claim, state);
    case ClaimKind::Cycle:
        return answerCycle(claim, tracker, state);
    case ClaimKind::Alias:
        return answerAlias(claim, state);
    case ClaimKind::Count:
        return answerCount(claim, state);
    case ClaimKind::Unknown:
        break;
    }
    return onlySaying(Verdict::Unknown, "it does not say the name of what is counted");
}

Found find(const Trace& trace, std::string_view content) {
    switch (trace.what) {
    case Trace::What::File:
        return {true, 0};
    case Trace::What::Lines: {
        std::vector<std::uint32_t> numbers; // of the lines that are not blank
        std::vector<std::string> lines;
        std::uint32_t number = 0;
        for (std::string& line : trimmedLines(content)) {
            ++number;
            if (!line.empty()) {
                lines.push_back(std::move(line));
                numbers.push_back(number);
            }
        }
        const auto at = std::ranges::search(lines, trace.wanted);
        return at.empty() ? Found{}
                          : Found{true, numbers[static_cast<std::size_t>(at.begin() - lines.begin())]};
    }
    case Trace::What::Names: {
        const facts::SourceFacts facts = scan::scanPython(content);
        for (const facts::ImportStatement& statement : facts.imports)
            for (const std::string& imported :
                 importedNames(statement, trace.importer, trace.importerIsPackage))
                if (std::ranges::find(trace.wanted, imported) != trace.wanted.end())
                    return {true, statement.span.line};
        return {};
    }
    case Trace::What::Binds: {
        const facts::SourceFacts facts = scan::scanPython(content);
        return {std::ranges::all_of(trace.wanted,
                                    [&](const std::string& one) { return bound(facts, one) != Bound::No; }),
                0};
    }
    case Trace::What::Alias: {
        const facts::SourceFacts facts = scan::scanPython(content);
        auto found = aliasIn(facts, trace.path, trace.wanted[0], trace.wanted[1]);
        if (!found)
            found = aliasIn(facts, trace.path, trace.wanted[1], trace.wanted[0]);
        return found ? Found{true, found->line} : Found{};
    }
    }
    return {};
}

} // namespace espalier::tracker
