#include "graph/history/edge_timeline.h"

#include <algorithm>

namespace espalier::graph {
namespace {

template <class Span>
const Span* spanAt(std::span<const Span> spans, std::uint32_t revision) {
    const auto after = std::ranges::upper_bound(spans, revision, {}, &Span::begin);
    if (after == spans.begin() || std::prev(after)->end <= revision)
        return nullptr;
    return &*std::prev(after);
}

template <class Life>
std::vector<std::uint32_t> alive(const EdgeTimeline& timeline, const std::vector<Life>& lives,
                                 std::uint32_t revision) {
    std::vector<std::uint32_t> out;
    for (std::uint32_t i = 0; i < lives.size(); ++i)
        if (timeline.at(lives[i], revision))
            out.push_back(i);
    return out;
}

} // namespace

const ModuleSpan* EdgeTimeline::at(const ModuleLife& life, std::uint32_t revision) const {
    return spanAt(spansOf(life), revision);
}

const EdgeSpan* EdgeTimeline::at(const EdgeLife& life, std::uint32_t revision) const {
    return spanAt(spansOf(life), revision);
}

std::vector<std::uint32_t> EdgeTimeline::modulesAt(std::uint32_t revision) const {
    return alive(*this, modules, revision);
}

std::vector<std::uint32_t> EdgeTimeline::edgesAt(std::uint32_t revision) const {
    return alive(*this, edges, revision);
}

std::optional<std::uint32_t> EdgeTimeline::find(std::string_view name) const {
    const auto found = std::ranges::lower_bound(modules, name, {}, &ModuleLife::name);
    if (found == modules.end() || found->name != name)
        return std::nullopt;
    return static_cast<std::uint32_t>(found - modules.begin());
}

} // namespace espalier::graph
