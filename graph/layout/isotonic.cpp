#include "graph/layout/isotonic.h"

#include <algorithm>

namespace espalier::graph {

void PlacesInOrder::add(double desired, double weight, double distance) {
    const double offset = wishes_.empty() ? 0 : wishes_.back().offset + distance;
    wishes_.push_back({desired - offset, weight, offset});
}

std::span<const double> PlacesInOrder::solve(double low, double high) {
    pools_.clear();
    for (std::size_t i = 0; i < wishes_.size(); ++i) {
        Pool pool{wishes_[i].place * wishes_[i].weight, wishes_[i].weight, i + 1};
        // Means compared without division, which is most of the work otherwise.
        while (!pools_.empty() && pools_.back().sum * pool.weight >= pool.sum * pools_.back().weight) {
            pool.sum += pools_.back().sum, pool.weight += pools_.back().weight;
            pools_.pop_back();
        }
        pools_.push_back(pool);
    }
    x_.clear();
    const double most = wishes_.empty() ? 0 : std::max(low, high - wishes_.back().offset);
    for (const Pool& p : pools_) {
        const double place = std::clamp(p.sum / p.weight, low, most);
        while (x_.size() < p.end)
            x_.push_back(place + wishes_[x_.size()].offset);
    }
    return x_;
}

} // namespace espalier::graph
