#include "indexer/facts/glob.h"

#include <algorithm>

namespace espalier::facts {
namespace {

// Matches `[...]` at the start of `pattern` against `c`; `length` receives the length of the set, 0 if it is none.
bool setMatches(std::string_view pattern, char c, std::size_t& length) {
    std::size_t i = 1;
    bool negated = i < pattern.size() && (pattern[i] == '!' || pattern[i] == '^');
    if (negated)
        ++i;
    bool found = false;
    const std::size_t first = i;
    for (; i < pattern.size() && (pattern[i] != ']' || i == first); ++i) {
        if (i + 2 < pattern.size() && pattern[i + 1] == '-' && pattern[i + 2] != ']') {
            found |= pattern[i] <= c && c <= pattern[i + 2];
            i += 2;
        } else {
            found |= pattern[i] == c;
        }
    }
    length = i < pattern.size() ? i + 1 : 0;
    return found != negated;
}

} // namespace

// Backtracks to the last `*` and the last `**` only, which is enough: a later star can always take over what an
// earlier one would have had to give up. So the time is at most quadratic, whatever the pattern.
bool globMatches(std::string_view pattern, std::string_view path) {
    constexpr std::size_t kUnset = std::string_view::npos;
    std::size_t p = 0, s = 0;
    std::size_t starP = kUnset, starS = 0;     // where to go on after the last `*`
    std::size_t foldersP = kUnset, foldersS = 0; // and after the last `**/`
    for (;;) {
        if (p == pattern.size() && s == path.size())
            return true;
        if (p < pattern.size()) {
            const bool atPart = p == 0 || pattern[p - 1] == '/';
            if (atPart && pattern.substr(p, 3) == "**/") {
                foldersP = p += 3;
                foldersS = s;
                starP = kUnset;
                continue;
            }
            if (atPart && pattern.substr(p) == "**")
                return s < path.size();
            if (pattern[p] == '*') {
                starP = ++p;
                starS = s;
                continue;
            }
            if (s < path.size()) {
                std::size_t setLength = 0;
                if (pattern[p] == '[') {
                    const bool matched = setMatches(pattern.substr(p), path[s], setLength);
                    if (setLength > 0 && matched && path[s] != '/') {
                        p += setLength;
                        ++s;
                        continue;
                    }
                }
                if (setLength == 0 && (pattern[p] == path[s] || (pattern[p] == '?' && path[s] != '/'))) {
                    ++p;
                    ++s;
                    continue;
                }
            }
        }
        if (starP != kUnset && starS < path.size() && path[starS] != '/') {
            s = ++starS;
            p = starP;
            continue;
        }
        if (foldersP == kUnset)
            return false;
        const std::size_t slash = path.find('/', foldersS);
        if (slash == std::string_view::npos)
            return false;
        s = foldersS = slash + 1;
        p = foldersP;
        starP = kUnset;
    }
}

bool anyGlobMatches(const std::vector<std::string>& patterns, std::string_view path) {
    return std::any_of(patterns.begin(), patterns.end(),
                       [&](const std::string& pattern) { return globMatches(pattern, path); });
}

} // namespace espalier::facts
