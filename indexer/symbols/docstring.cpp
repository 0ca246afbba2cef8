// What counts as a docstring that declares its owner deprecated, rather than one that speaks of deprecation.
#include "indexer/symbols/deprecations.h"
#include "indexer/symbols/literals.h"

#include <algorithm>
#include <cctype>

namespace espalier::symbols {

namespace {

constexpr std::string_view kSpace = " \t\r\f\v";

bool isWordByte(char c) {
    return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_' || c < 0;
}

std::vector<std::string_view> linesOf(std::string_view text) {
    std::vector<std::string_view> lines;
    for (std::size_t at = 0; at <= text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        lines.push_back(text.substr(at, end - at));
        at = end + 1;
    }
    return lines;
}

std::size_t indentOf(std::string_view line) {
    return std::min(line.find_first_not_of(kSpace), line.size());
}
bool isBlank(std::string_view line) {
    return indentOf(line) == line.size();
}

// The indentation of the docstring as a whole: what is deeper speaks of a parameter or another part.
std::size_t baseIndent(const std::vector<std::string_view>& lines) {
    std::size_t base = std::string_view::npos;
    for (std::size_t i = 1; i < lines.size(); ++i)
        if (!isBlank(lines[i]))
            base = std::min(base, indentOf(lines[i]));
    return base;
}

// "Deprecated since 3.2", "**DEPRECATED**: …", "[Deprecated]"
bool beginsDeprecated(std::string_view line) {
    line.remove_prefix(std::min(line.find_first_not_of("*[(:!#_`"), line.size()));
    const bool begins = line.starts_with("Deprecated") || line.starts_with("DEPRECATED");
    constexpr std::size_t kLength = 10;
    return begins && (line.size() == kLength || !isWordByte(line[kLength]));
}

bool shoutsDeprecated(std::string_view line) {
    constexpr std::string_view kWord = "DEPRECATED";
    const std::size_t at = line.find(kWord);
    if (at == std::string_view::npos)
        return false;
    const std::size_t end = at + kWord.size();
    return (at == 0 || !isWordByte(line[at - 1])) && (end == line.size() || !isWordByte(line[end]));
}

std::string lower(std::string_view text) {
    std::string out(text);
    std::transform(out.begin(), out.end(), out.begin(), [](unsigned char c) { return std::tolower(c); });
    return out;
}

// "This function is deprecated", "this is now deprecated", "This class has been deprecated": the word "this",
// at most two more, then a form of "be" and the word.
bool saysThisIsDeprecated(std::string_view line) {
    std::vector<std::string> words;
    for (std::size_t at = 0; at < line.size();) {
        const std::size_t start = at;
        while (at < line.size() && isWordByte(line[at]))
            ++at;
        if (at > start)
            words.push_back(lower(line.substr(start, at - start)));
        else if (line[at++] == '.')
            words.emplace_back("."); // no sentence reaches across
    }
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (words[i] != "this")
            continue;
        std::size_t next = i + 1;
        while (next < words.size() && next <= i + 3 && words[next] != "is" && words[next] != "has" &&
               words[next] != ".")
            ++next;
        const bool has = next < words.size() && words[next] == "has";
        if (next >= words.size() || (!has && words[next] != "is"))
            continue;
        next += has ? 2 : 1; // "has been"
        if (next < words.size() && (words[next] == "now" || words[next] == "also"))
            ++next;
        if (next < words.size() && words[next] == "deprecated")
            return true;
    }
    return false;
}

// From `first` to the paragraph's end, spaces folded.
std::string paragraph(const std::vector<std::string_view>& lines, std::size_t first) {
    constexpr std::size_t kMost = 400;
    std::string out;
    for (std::size_t i = first; i < lines.size() && !isBlank(lines[i]) && out.size() < kMost; ++i) {
        for (const char c : lines[i]) {
            if (kSpace.find(c) == std::string_view::npos)
                out += c;
            else if (!out.empty() && out.back() != ' ')
                out += ' ';
        }
        if (!out.empty() && out.back() != ' ')
            out += ' ';
    }
    while (!out.empty() && out.back() == ' ')
        out.pop_back();
    truncate(out, kMost);
    return out;
}

} // namespace

DocSentence deprecationSentence(std::string_view docstring) {
    const std::vector<std::string_view> lines = linesOf(docstring);
    const std::size_t base = baseIndent(lines);
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const bool ownLevel = i == 0 || indentOf(lines[i]) <= base;
        if (!ownLevel)
            continue;
        const std::string_view line = lines[i].substr(indentOf(lines[i]));
        if (line.starts_with(".. deprecated::") || beginsDeprecated(line) || shoutsDeprecated(line) ||
            saysThisIsDeprecated(line))
            return {paragraph(lines, i), static_cast<std::uint32_t>(i)};
    }
    return {};
}

} // namespace espalier::symbols
