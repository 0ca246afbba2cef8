#include "graph/layout/isotonic.h"

#include <algorithm>
#include <cstddef>

namespace espalier::graph {

std::vector<double> spreadInOrder(const std::vector<double>& desired, const std::vector<double>& weights,
                                  const std::vector<double>& distances, double low, double high) {
    struct Pool {
        double mean, weight;
        std::size_t count;
    };
    const std::size_t n = desired.size();
    std::vector<double> offset(n, 0);
    for (std::size_t i = 1; i < n; ++i)
        offset[i] = offset[i - 1] + distances[i - 1];
    std::vector<Pool> pools;
    for (std::size_t i = 0; i < n; ++i) {
        pools.push_back({desired[i] - offset[i], weights[i], 1});
        while (pools.size() > 1 && pools[pools.size() - 2].mean >= pools.back().mean) {
            const Pool last = pools.back();
            pools.pop_back();
            Pool& into = pools.back();
            const double weight = into.weight + last.weight;
            into = {(into.mean * into.weight + last.mean * last.weight) / weight, weight,
                    into.count + last.count};
        }
    }
    std::vector<double> x;
    x.reserve(n);
    const double most = n == 0 ? 0 : std::max(low, high - offset.back());
    for (const Pool& p : pools)
        for (std::size_t i = 0; i < p.count; ++i)
            x.push_back(std::clamp(p.mean, low, most) + offset[x.size()]);
    return x;
}

} // namespace espalier::graph
