#include "app/tracker/code_claims.h"

#include "app/tracker/words.h"
#include "indexer/scan/scanner.h"

#include <algorithm>
#include <array>
#include <cctype>

namespace espalier::tracker {
namespace {

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && std::isspace(static_cast<unsigned char>(text.front())) != 0)
        text.remove_prefix(1);
    while (!text.empty() && std::isspace(static_cast<unsigned char>(text.back())) != 0)
        text.remove_suffix(1);
    return text;
}

std::vector<std::string> linesOf(std::string_view code) {
    std::vector<std::string> out;
    while (!code.empty()) {
        const std::size_t end = std::min(code.find('\n'), code.size());
        out.emplace_back(code.substr(0, end));
        code.remove_prefix(std::min(code.size(), end + 1));
    }
    return out;
}

// What comments have said up to a line.
struct Place {
    Reference reference;
    bool asked = false;
};

// A comment that begins with a path, or "File: path", names the file of what follows.
std::optional<Reference> placeIn(const std::string& comment) {
    Block block;
    block.text = comment;
    for (const Sentence& sentence : sentencesOf(block))
        for (std::size_t i = 0; i < sentence.words.size() && i < 2; ++i) {
            if (const auto reference = referenceIn(sentence.words[i]))
                return reference;
            if (sentence.words[i].lower != "file" && sentence.words[i].lower != "in" &&
                sentence.words[i].lower != "from")
                return std::nullopt;
        }
    return std::nullopt;
}

Claim importClaim(const facts::ImportStatement& statement, const Place& place) {
    Claim claim;
    claim.kind = ClaimKind::Import;
    claim.statement = statement;
    claim.text = statement.text;
    if (!place.asked) {
        claim.path = place.reference.path;
        claim.firstLine = place.reference.first;
        claim.lastLine = place.reference.last;
    }
    return claim;
}

} // namespace

bool asksFor(std::string_view lowerText) {
    constexpr std::array<std::string_view, 7> kWords{"required",     "should",  "instead", "recommended",
                                                     "replace with", "correct", "fixed"};
    return std::ranges::any_of(kWords, [&](std::string_view word) {
        const std::size_t at = lowerText.find(word);
        return at != std::string_view::npos && (at < 2 || lowerText.substr(at - 2, 2) != "in"); // "incorrect"
    });
}

bool isAlias(std::string_view code, std::string& name, std::string& target) {
    const std::size_t sign = code.find('=');
    if (sign == std::string_view::npos)
        return false;
    const std::size_t end = code.find_first_not_of('=', sign);
    if (end == std::string_view::npos || end - sign > 2)
        return false;
    name = trimmed(code.substr(0, sign));
    target = trimmed(code.substr(end));
    const auto isPlain = [](std::string_view text) { return isIdentifier(text) || isDotted(text); };
    return isPlain(name) && isPlain(target) && target != "None" && target != "True" && target != "False";
}

std::vector<CodeClaim> claimsOfCode(std::string_view code, const std::string& about, std::uint32_t firstLine,
                                    std::uint32_t lastLine) {
    std::string source(code);
    const bool openEnd = trimmed(source).ends_with(" import");
    if (openEnd)
        source += " *";
    const facts::SourceFacts found = scan::scanPython(source);
    const std::vector<std::string> lines = linesOf(source);
    std::vector<Place> places; // at each line
    Place place{{about, firstLine, lastLine}, false};
    for (const std::string& line : lines) {
        const std::string_view text = trimmed(line);
        if (text.starts_with('#')) {
            if (auto reference = placeIn(std::string(text.substr(1))))
                place.reference = std::move(*reference);
            std::string lower(text);
            std::ranges::transform(lower, lower.begin(),
                                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
            place.asked = asksFor(lower);
        }
        places.push_back(place);
    }
    const auto placeAt = [&](std::uint32_t line) {
        return line >= 1 && line <= places.size() ? places[line - 1] : place;
    };
    std::vector<CodeClaim> out;
    for (const facts::ImportStatement& statement : found.imports) {
        if (statement.form != facts::ImportForm::Import && statement.form != facts::ImportForm::From)
            continue;
        out.push_back({importClaim(statement, placeAt(statement.span.line)), statement.span.line});
        if (openEnd && statement.form == facts::ImportForm::From && statement.span.endLine == lines.size()) {
            out.back().claim.statement.names.clear();
            out.back().claim.text = trimmed(code);
        }
    }
    for (const facts::Binding& binding : found.bindings) {
        const bool says = !about.empty() || !placeAt(binding.line).reference.path.empty() ||
                          std::isupper(static_cast<unsigned char>(binding.name.front())) != 0;
        if (binding.kind != facts::BindingKind::Alias || !says)
            continue;
        Claim claim;
        claim.kind = ClaimKind::Alias;
        claim.names = {binding.name, binding.target};
        claim.path = placeAt(binding.line).reference.path;
        claim.text = binding.name + " = " + binding.target;
        out.push_back({std::move(claim), binding.line});
    }
    std::ranges::stable_sort(out, {}, &CodeClaim::line);
    return out;
}

} // namespace espalier::tracker
