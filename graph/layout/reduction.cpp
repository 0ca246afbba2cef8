#include "graph/layout/reduction.h"

#include "graph/layout/feedback.h"

#include <algorithm>
#include <cstdint>
#include <numeric>

namespace espalier::graph {
namespace {

std::size_t at(int i) {
    return static_cast<std::size_t>(i);
}

} // namespace

std::vector<char> directPairs(std::size_t nodes, const std::vector<Adjacency::Pair>& pairs) {
    // Components are numbered from the providers up: what a way leads through has a number between those of
    // its ends.
    const std::vector<int> component = strongComponents(static_cast<int>(nodes), Adjacency(nodes, pairs));
    const auto from = [&](std::size_t i) { return component[at(pairs[i].from)]; };
    const auto to = [&](std::size_t i) { return component[at(pairs[i].to)]; };
    // By importer, providers first; of one importer the nearest provider first.
    std::vector<std::size_t> order(pairs.size());
    std::iota(order.begin(), order.end(), 0);
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return std::pair(from(a), -to(a)) < std::pair(from(b), -to(b));
    });
    const std::size_t words = (nodes + 63) / 64;
    std::vector<std::uint64_t> reach(nodes * words, 0);
    std::vector<char> direct(pairs.size(), 1);
    int lastFrom = -1, lastTo = -1;
    char last = 1;
    for (const std::size_t i : order) {
        if (from(i) == to(i))
            continue;
        if (from(i) == lastFrom && to(i) == lastTo) { // another pair between the same components
            direct[i] = last;
            continue;
        }
        lastFrom = from(i), lastTo = to(i);
        std::uint64_t* own = &reach[at(lastFrom) * words];
        const std::uint64_t bit = std::uint64_t{1} << (at(lastTo) % 64);
        last = (own[at(lastTo) / 64] & bit) == 0;
        direct[i] = last;
        if (last == 0)
            continue;
        const std::uint64_t* other = &reach[at(lastTo) * words];
        for (std::size_t w = 0; w < words; ++w)
            own[w] |= other[w];
        own[at(lastTo) / 64] |= bit;
    }
    return direct;
}

} // namespace espalier::graph
