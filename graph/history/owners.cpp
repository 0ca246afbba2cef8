#include "graph/history/owners.h"

#include "indexer/facts/glob.h"

#include <algorithm>
#include <optional>

namespace espalier::graph {
namespace {

// The words of a line up to a comment; "\ " is a blank that belongs to a word.
std::vector<std::string> wordsOf(std::string_view line) {
    std::vector<std::string> words;
    std::string word;
    const auto end = [&] {
        if (!word.empty())
            words.push_back(std::move(word));
        word.clear();
    };
    for (std::size_t i = 0; i < line.size(); ++i) {
        const char c = line[i];
        if (c == '\\' && i + 1 < line.size() && (line[i + 1] == ' ' || line[i + 1] == '#'))
            word += line[++i];
        else if (c == ' ' || c == '\t' || c == '\r')
            end();
        else if (c == '#' && word.empty())
            break;
        else
            word += c;
    }
    end();
    return words;
}

// Nothing for what is no pattern.
std::optional<std::vector<std::string>> globsOf(std::string_view pattern) {
    if (pattern.starts_with('!') || pattern.find('[') != std::string_view::npos)
        return std::nullopt;
    const bool folder = pattern.ends_with('/');
    if (folder)
        pattern.remove_suffix(1);
    const bool fromTop = pattern.find('/') != std::string_view::npos;
    if (pattern.starts_with('/'))
        pattern.remove_prefix(1);
    if (pattern.empty())
        return std::nullopt;
    const std::string glob = (fromTop ? "" : "**/") + std::string(pattern);
    std::vector<std::string> out;
    if (!folder)
        out.push_back(glob);
    if (folder || !pattern.ends_with("/*"))
        out.push_back(glob + "/**");
    return out;
}

} // namespace

Owners::Owners(std::string_view codeowners, std::string folder)
    : folder_(std::move(folder)) {
    if (codeowners.starts_with("\xef\xbb\xbf"))
        codeowners.remove_prefix(3);
    while (!codeowners.empty()) {
        const std::size_t end = std::min(codeowners.find('\n'), codeowners.size());
        std::vector<std::string> words = wordsOf(codeowners.substr(0, end));
        codeowners.remove_prefix(std::min(codeowners.size(), end + 1));
        if (words.empty())
            continue;
        if (auto globs = globsOf(words.front()))
            rules_.push_back({std::move(*globs), {words.begin() + 1, words.end()}});
    }
}

std::vector<std::string> Owners::of(std::string_view path) const {
    const std::string whole = folder_ + std::string(path);
    const auto rule = std::find_if(rules_.rbegin(), rules_.rend(),
                                   [&](const Rule& one) { return facts::anyGlobMatches(one.globs, whole); });
    return rule == rules_.rend() ? std::vector<std::string>() : rule->owners;
}

} // namespace espalier::graph
