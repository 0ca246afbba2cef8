#include "ui/models/search_index.h"

#include "ui/text.h"

#include <algorithm>

namespace espalier::ui {

namespace {

constexpr int kExact = 100'000, kLastPart = 50'000, kPrefix = 20'000,
              kWhole = 10'000; // ranks of unbroken matches
constexpr int kBase = 1'000, kRun = 12, kWordStart = 10, kLastPartLetter = 4, kGap = 1;

std::string fold(std::string_view text) {
    return toUtf8(toQt(text).toLower());
}

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
        rank = kLastPart;
    else if (startsWord(name, at))
        rank = kPrefix;
    return rank + shortness;
}

SearchIndex::SearchIndex(graph::SnapshotPtr snapshot)
    : snapshot_(std::move(snapshot)) {
    folded_.reserve(snapshot_->modules.size());
    for (const graph::Module& module : snapshot_->modules)
        folded_.push_back(fold(module.name));
}

std::vector<graph::ModuleId> SearchIndex::find(std::string_view query, std::size_t most) const {
    std::string wanted = fold(query);
    std::erase(wanted, ' ');
    if (wanted.empty())
        return {};
    std::vector<std::pair<int, graph::ModuleId>> hits;
    for (std::size_t i = 0; i < folded_.size(); ++i)
        if (const int score = fuzzyScore(wanted, folded_[i]))
            hits.emplace_back(-score, graph::ModuleId(i));
    const std::size_t kept = std::min(most, hits.size());
    std::partial_sort(hits.begin(), hits.begin() + static_cast<std::ptrdiff_t>(kept), hits.end());
    std::vector<graph::ModuleId> out;
    for (std::size_t i = 0; i < kept; ++i)
        out.push_back(hits[i].second);
    return out;
}

} // namespace espalier::ui
