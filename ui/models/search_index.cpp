#include "ui/models/search_index.h"

#include "graph/symbols/fuzzy_score.h"
#include "ui/text.h"

#include <algorithm>

namespace espalier::ui {

namespace {

std::string fold(std::string_view text) {
    return toUtf8(toQt(text).toLower());
}

} // namespace

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
        if (const int score = graph::fuzzyScore(wanted, folded_[i]))
            hits.emplace_back(-score, graph::ModuleId(i));
    const std::size_t kept = std::min(most, hits.size());
    std::partial_sort(hits.begin(), hits.begin() + static_cast<std::ptrdiff_t>(kept), hits.end());
    std::vector<graph::ModuleId> out;
    for (std::size_t i = 0; i < kept; ++i)
        out.push_back(hits[i].second);
    return out;
}

} // namespace espalier::ui
