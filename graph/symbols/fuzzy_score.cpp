#include "graph/symbols/fuzzy_score.h"

#include <algorithm>

namespace espalier::graph {
namespace {

constexpr int kExact = 100'000, kPrefix = 20'000, kWhole = 10'000; // ranks of unbroken matches
constexpr int kBase = 1'000, kRun = 12, kWordStart = 10, kLastPartLetter = 4, kGap = 1;

bool startsWord(std::string_view name, std::size_t at) {
    return at == 0 || name[at - 1] == '.' || name[at - 1] == '_' || name[at - 1] == '/' ||
           name[at - 1] == '-';
}

// Takes the query's letters from the back, so that the last part of the name is matched first.
int scatteredScore(std::string_view query, std::string_view name) {
    const std::size_t dot = name.rfind('.');
    const std::size_t lastPart = dot == std::string_view::npos ? 0 : dot + 1;
    int score = kBase;
    std::size_t end = name.size(), previous = name.size();
    for (std::size_t q = query.size(); q-- > 0;) {
        const std::size_t at = end == 0 ? std::string_view::npos : name.rfind(query[q], end - 1);
        if (at == std::string_view::npos)
            return 0;
        score += at + 1 == previous ? kRun : -kGap;
        score += startsWord(name, at) ? kWordStart : 0;
        score += at >= lastPart ? kLastPartLetter : 0;
        previous = end = at;
    }
    return std::max(score, 1);
}

} // namespace

int fuzzyScore(std::string_view query, std::string_view name) {
    const int shortness = 500 - static_cast<int>(std::min<std::size_t>(name.size(), 400));
    const std::size_t at = name.rfind(query);
    if (at == std::string_view::npos) {
        const int score = scatteredScore(query, name);
        return score == 0 ? 0 : score * 4 + shortness / 8;
    }
    int rank = kWhole;
    if (name == query)
        rank = kExact;
    else if (startsWord(name, at) && at + query.size() == name.size())
        rank = kLastPartScore;
    else if (startsWord(name, at))
        rank = kPrefix;
    return rank + shortness;
}

} // namespace espalier::graph
