#include "app/rewrite/unified_diff.h"

#include <algorithm>
#include <cstdio>

namespace espalier::rewrite {
namespace {

constexpr std::size_t kContext = 3;

std::string fileName(char side, std::string_view path) {
    std::string out = std::string(1, side) + '/' + std::string(path);
    const bool unusual = std::ranges::any_of(
        path, [](unsigned char c) { return c < ' ' || c >= 0x7f || c == '"' || c == '\\'; });
    if (!unusual) // a blank would end the name, but for a tab behind it
        return out.find(' ') == std::string::npos ? out : out + '\t';
    std::string quoted = "\"";
    for (const unsigned char c : out) {
        char octal[8];
        if (c == '"' || c == '\\')
            quoted += {'\\', static_cast<char>(c)};
        else if (c >= ' ' && c < 0x7f)
            quoted += static_cast<char>(c);
        else if (std::snprintf(octal, sizeof octal, "\\%03o", c) > 0)
            quoted += octal;
    }
    return quoted + '"';
}

void addLine(std::string& out, char mark, std::string_view line) {
    out += mark;
    out += line;
    if (!line.ends_with('\n'))
        out += "\n\\ No newline at end of file\n";
}

std::string range(std::size_t first, std::size_t count) {
    return std::to_string(count == 0 ? first : first + 1) + (count == 1 ? "" : ',' + std::to_string(count));
}

// Without lines that stay the same at both ends.
TokenFile::Change trimmed(TokenFile::Change change) {
    while (!change.before.empty() && !change.after.empty() && change.before.back() == change.after.back()) {
        change.before.pop_back();
        change.after.pop_back();
    }
    std::size_t same = 0;
    while (same < change.before.size() && same < change.after.size() &&
           change.before[same] == change.after[same])
        ++same;
    const auto skip = static_cast<std::ptrdiff_t>(same);
    change.before.erase(change.before.begin(), change.before.begin() + skip);
    change.after.erase(change.after.begin(), change.after.begin() + skip);
    change.firstLine += same;
    return change;
}

// Neighbours become one.
std::vector<TokenFile::Change> joined(std::span<const TokenFile::Change> changes) {
    std::vector<TokenFile::Change> out;
    for (const TokenFile::Change& change : changes) {
        TokenFile::Change next = trimmed(change);
        if (out.empty() || out.back().firstLine + out.back().before.size() < next.firstLine) {
            out.push_back(std::move(next));
            continue;
        }
        out.back().before.insert(out.back().before.end(), next.before.begin(), next.before.end());
        out.back().after.insert(out.back().after.end(), next.after.begin(), next.after.end());
    }
    return out;
}

} // namespace

std::string unifiedDiff(const TokenFile& file, std::string_view path,
                        std::span<const TokenFile::Change> changes) {
    if (changes.empty())
        return {};
    std::string out = "--- " + fileName('a', path) + "\n+++ " + fileName('b', path) + '\n';
    const auto lines = file.lines();
    const std::vector<TokenFile::Change> list = joined(changes);
    std::ptrdiff_t shift = 0; // of line numbers, by the hunks before
    for (std::size_t i = 0; i < list.size();) {
        const std::size_t begin = list[i].firstLine - std::min(list[i].firstLine, kContext);
        std::string body;
        std::size_t line = begin, added = 0, end = 0;
        const auto context = [&](std::size_t until) {
            for (; line < until; ++line, ++added)
                addLine(body, ' ', lines[line]);
        };
        do {
            context(list[i].firstLine);
            for (const std::string& one : list[i].before)
                addLine(body, '-', one);
            for (const std::string& one : list[i].after)
                addLine(body, '+', one);
            line += list[i].before.size();
            added += list[i].after.size();
            end = std::min(lines.size(), line + kContext);
            ++i;
        } while (i < list.size() && list[i].firstLine <= end + kContext);
        context(end);
        const auto newBegin = static_cast<std::size_t>(static_cast<std::ptrdiff_t>(begin) + shift);
        out += "@@ -" + range(begin, line - begin) + " +" + range(newBegin, added) + " @@\n" + body;
        shift += static_cast<std::ptrdiff_t>(added) - static_cast<std::ptrdiff_t>(line - begin);
    }
    return out;
}

} // namespace espalier::rewrite
