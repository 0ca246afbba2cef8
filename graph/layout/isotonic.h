// Places in order with least distances, as near as possible to where they want to be.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace espalier::graph {

// A row of places, to be filled from left to right, solved, and used again for the next row.
class PlacesInOrder {
public:
    void clear() { wishes_.clear(); }
    // `weight` is positive; `distance` to the place before, which the first one does not have.
    void add(double desired, double weight, double distance);
    [[nodiscard]] std::size_t size() const { return wishes_.size(); }

    // The x that minimise the sum of weight × (x − desired)² subject to x[i+1] ≥ x[i] + distance[i+1], x[0] ≥
    // low and x[n-1] ≤ high, in linear time by pooling adjacent violators (Ayer et al. 1955; the bounds clip
    // the unbounded solution, which stays optimal). If the bounds leave too little room, `low` holds. Valid
    // until the next call.
    [[nodiscard]] std::span<const double> solve(double low, double high);

private:
    struct Wish {
        double place, weight; // as if all distances were 0 …
        double offset;        // … their sum up to here
    };
    struct Pool {
        double sum, weight; // whose mean is its place
        std::size_t end;
    };
    std::vector<Wish> wishes_;
    std::vector<Pool> pools_;
    std::vector<double> x_;
};

} // namespace espalier::graph
