// The tangles of a graph whose edges come and go, revision by revision.
#pragma once

#include "graph/history/measures.h"

#include <cstdint>
#include <span>
#include <vector>

namespace espalier::graph {

// An edge that some filter admits comes, or goes.
struct EdgeMove {
    std::uint32_t revision = 0, edge = 0;
    bool comes = false;
};
// By revision; what goes comes first. Self-imports are left out: they are no tangle.
[[nodiscard]] std::vector<EdgeMove> movesOf(const EdgeTimeline& timeline, const EdgeFilter& filter);

class TangleWatch {
public:
    static constexpr std::uint32_t kNone = 0xffffffff;

    explicit TangleWatch(const EdgeTimeline& timeline);

    // One revision's. Returns whether the tangles may be others now: all of them are looked for only then.
    bool apply(std::span<const EdgeMove> moves);

    [[nodiscard]] const TangleCounts& counts() const { return counts_; }
    // A number, by module; kNone: in no tangle. Tangles are numbered anew whenever apply() returns true.
    [[nodiscard]] const std::vector<std::uint32_t>& tangles() const { return tangle_; }
    [[nodiscard]] bool isTangled(std::uint32_t module) const { return tangle_[module] != kNone; }
    [[nodiscard]] bool isInside(const EdgeLife& edge) const {
        return tangle_[edge.from] != kNone && tangle_[edge.from] == tangle_[edge.to];
    }

private:
    [[nodiscard]] bool closesCycle(const EdgeLife& edge);
    void search();

    const EdgeTimeline& timeline_;
    std::vector<std::vector<std::uint32_t>> out_, in_; // by module
    std::vector<std::uint32_t> tangle_, number_, seen_;
    std::uint32_t round_ = 0;
    TangleCounts counts_;
};

// A module gets into a tangle, out of it, or into another one; -1: in none. A tangle keeps its number as long
// as most of its modules do.
struct TangleChange {
    std::uint32_t revision = 0, module = 0;
    int before = -1, after = -1;
};
// By revision, and by module within it. The rest of them is left out once `cancel` is set.
[[nodiscard]] std::vector<TangleChange> tangleChanges(const EdgeTimeline& timeline, const EdgeFilter& filter,
                                                      const std::atomic<bool>& cancel);

} // namespace espalier::graph
