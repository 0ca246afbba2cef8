// Places in order with least distances, as near as possible to where they want to be.
#pragma once

#include <vector>

namespace espalier::graph {

// The x that minimise the sum of weight × (x − desired)² subject to x[i+1] ≥ x[i] + distance[i], x[0] ≥ low
// and x[n-1] ≤ high, in linear time by pooling adjacent violators (Ayer et al. 1955; the bounds clip the
// unbounded solution, which stays optimal). Weights are positive. If the bounds leave too little room, `low`
// holds.
[[nodiscard]] std::vector<double> spreadInOrder(const std::vector<double>& desired,
                                                const std::vector<double>& weights,
                                                const std::vector<double>& distances, double low,
                                                double high);

} // namespace espalier::graph
