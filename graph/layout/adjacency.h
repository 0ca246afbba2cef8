// Neighbours of every node in one flat array, for graphs that are built once and read often.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace espalier::graph {

struct Neighbour {
    int node = 0;
    int weight = 1;
    int length = 1; // levels that the line spans at least
};

class Adjacency {
public:
    struct Pair {
        int from = 0, to = 0, weight = 1, length = 1;
    };

    Adjacency() = default;
    // Neighbours keep the order of `pairs`.
    Adjacency(std::size_t nodes, const std::vector<Pair>& pairs, bool backwards = false)
        : start_(nodes + 1, 0) {
        for (const Pair& p : pairs)
            ++start_[static_cast<std::size_t>(backwards ? p.to : p.from) + 1];
        for (std::size_t i = 1; i <= nodes; ++i)
            start_[i] += start_[i - 1];
        items_.resize(pairs.size());
        std::vector<std::size_t> next(start_.begin(), start_.end() - 1);
        for (const Pair& p : pairs) {
            const auto key = static_cast<std::size_t>(backwards ? p.to : p.from);
            items_[next[key]++] = {backwards ? p.from : p.to, p.weight, p.length};
        }
    }

    [[nodiscard]] std::span<const Neighbour> of(int node) const {
        const auto n = static_cast<std::size_t>(node);
        return {items_.data() + start_[n], start_[n + 1] - start_[n]};
    }

private:
    std::vector<std::size_t> start_;
    std::vector<Neighbour> items_;
};

} // namespace espalier::graph
