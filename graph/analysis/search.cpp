#include "graph/analysis/search.h"

#include <algorithm>

namespace espalier::graph {

std::vector<EdgeId> BreadthFirst::pathTo(const std::vector<ModuleId>& from,
                                         const std::function<bool(ModuleId)>& isGoal, std::size_t most) {
    std::vector<EdgeId> result;
    queue_ = from;
    std::vector<char> isStart(snapshot_.modules.size() > 0 && from.size() > 1 ? snapshot_.modules.size() : 0,
                              0);
    for (const ModuleId start : from)
        if (!isStart.empty())
            isStart[start.value] = 1;
    const auto started = [&](ModuleId m) {
        return isStart.empty() ? m == from.front() : isStart[m.value] != 0;
    };
    std::size_t length = 0, levelEnd = queue_.size();
    for (std::size_t next = 0; next < queue_.size() && result.empty(); ++next) {
        if (next == levelEnd) {
            ++length;
            levelEnd = queue_.size();
        }
        if (length >= most)
            break;
        for (const EdgeId id : snapshot_.outgoing(queue_[next])) {
            const Edge& edge = snapshot_[id];
            if (edge.from == edge.to || closed_[edge.to.value] || !filter_.admits(edge))
                continue;
            if (isGoal(edge.to)) {
                result = traceBack(id);
                break;
            }
            if (arrived_[edge.to.value].valid() || started(edge.to))
                continue;
            arrived_[edge.to.value] = id;
            queue_.push_back(edge.to);
        }
    }
    for (const ModuleId module : queue_)
        arrived_[module.value] = EdgeId{};
    return result;
}

// Starts have no edge that led to them.
std::vector<EdgeId> BreadthFirst::traceBack(EdgeId last) const {
    std::vector<EdgeId> path{last};
    for (EdgeId at = arrived_[snapshot_[last].from.value]; at.valid();
         at = arrived_[snapshot_[at].from.value])
        path.push_back(at);
    std::reverse(path.begin(), path.end());
    return path;
}

} // namespace espalier::graph
