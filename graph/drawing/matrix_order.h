// In which order the things of one package stand in the matrix.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace espalier::graph {

enum class MatrixOrder : std::uint8_t {
    Level, // users above what they use; a tangle stays together, its members so that little runs back
    Name,
    Cluster // what has the same users and uses the same things stands together
};

struct Siblings {
    struct Use {
        int user = 0, used = 0; // numbers of siblings, not equal
        std::uint32_t statements = 0;
    };
    std::vector<std::string_view> names;
    std::vector<Use> uses; // at most one for each ordered pair
};

// The siblings from the top. Deterministic. `component` numbers their strongly connected components, as
// components() does.
//
// Level: longest path over the components; within one the greedy order of Eades, Lin and Smyth (1993).
// Cluster: average linkage over the Jaccard distance of neighbours, by chains of nearest neighbours (Murtagh
// 1983), in quadratic time; over kMostClustered siblings those with equal neighbours come together, no more.
[[nodiscard]] std::vector<int> orderSiblings(const Siblings& siblings, MatrixOrder order,
                                             const std::vector<int>& component);
inline constexpr std::size_t kMostClustered = 1000;

} // namespace espalier::graph
