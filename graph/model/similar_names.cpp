// Snapshot::similarNames(): what somebody who mistyped a name may have meant.
#include "graph/model/snapshot.h"

#include <algorithm>

namespace espalier::graph {
namespace {

constexpr std::size_t kLongestName = 200; // longer ones are not compared

std::string_view lastPart(std::string_view name) {
    const std::size_t dot = name.rfind('.');
    return dot == std::string_view::npos ? name : name.substr(dot + 1);
}

// Levenshtein distance by rows (Wagner and Fischer 1974), given up above `limit`: then limit + 1.
std::size_t distance(std::string_view a, std::string_view b, std::size_t limit) {
    const std::size_t difference = a.size() > b.size() ? a.size() - b.size() : b.size() - a.size();
    if (difference > limit || a.size() > kLongestName || b.size() > kLongestName)
        return limit + 1;
    std::vector<std::size_t> row(b.size() + 1);
    for (std::size_t k = 0; k <= b.size(); ++k)
        row[k] = k;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        std::size_t diagonal = row[0], best = row[0] = i;
        for (std::size_t k = 1; k <= b.size(); ++k) {
            const std::size_t changed = diagonal + (a[i - 1] == b[k - 1] ? 0 : 1);
            diagonal = row[k];
            row[k] = std::min({changed, row[k] + 1, row[k - 1] + 1});
            best = std::min(best, row[k]);
        }
        if (best > limit)
            return limit + 1;
    }
    return std::min(row.back(), limit + 1);
}

} // namespace

std::vector<std::string> Snapshot::similarNames(std::string_view name, std::size_t most) const {
    const std::size_t limit = std::clamp<std::size_t>(name.size() / 4, 1, 6);
    const std::string_view last = lastPart(name);
    const std::size_t lastLimit = std::clamp<std::size_t>(last.size() / 4, 1, 3);
    struct Candidate {
        std::size_t score;
        std::string_view name;
    };
    std::vector<Candidate> found;
    for (const Module& module : modules) {
        const std::size_t whole = distance(name, module.name, limit);
        // The right module in the wrong package: counts for less.
        const std::size_t tail = distance(last, lastPart(module.name), lastLimit);
        const std::size_t score = std::min(whole <= limit ? whole : kLongestName,
                                           tail <= lastLimit ? 2 * tail + limit / 2 + 1 : kLongestName);
        if (score < kLongestName && module.name != name)
            found.push_back({score, module.name});
    }
    const auto better = [](const Candidate& a, const Candidate& b) {
        if (a.score != b.score)
            return a.score < b.score;
        return a.name.size() != b.name.size() ? a.name.size() < b.name.size() : a.name < b.name;
    };
    const auto end = found.begin() + static_cast<std::ptrdiff_t>(std::min(most, found.size()));
    std::partial_sort(found.begin(), end, found.end(), better);
    std::vector<std::string> out;
    for (auto it = found.begin(); it != end; ++it)
        out.emplace_back(it->name);
    return out;
}

} // namespace espalier::graph
