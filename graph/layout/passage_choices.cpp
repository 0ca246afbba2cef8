#include "graph/layout/passage_choices.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace espalier::graph {
void PassageChoices::addCheapest(std::size_t before, std::size_t first) {
    constexpr std::size_t kAtOnce = 4; // minima that need not wait for each other
    const std::size_t end = x.size();
    for (std::size_t block = first; block < end; block += kAtOnce) {
        std::array<float, kAtOnce> to{}, best{};
        for (std::size_t n = 0; n < kAtOnce; ++n)
            to[n] = x[std::min(block + n, end - 1)], best[n] = INFINITY;
        for (std::size_t i = before; i < first; ++i) {
            for (std::size_t n = 0; n < kAtOnce; ++n) {
                const float sum = cost[i] + stepCost(to[n] - x[i]);
                best[n] = sum < best[n] ? sum : best[n];
            }
        }
        for (std::size_t n = 0; n < std::min(kAtOnce, end - block); ++n)
            cost[block + n] += best[n];
    }
}

std::size_t PassageChoices::cheapest(std::size_t first, std::size_t last, float to) const {
    std::size_t best = first;
    float least = INFINITY;
    for (std::size_t i = first; i < last; ++i) {
        const float sum = cost[i] + stepCost(to - x[i]);
        if (sum < least)
            least = sum, best = i;
    }
    return best;
}

} // namespace espalier::graph
