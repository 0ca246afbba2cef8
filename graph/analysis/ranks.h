// How much a place in a project matters to a migration: what runs on a critical path comes first.
#pragma once

#include "graph/model/snapshot.h"

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

namespace espalier::graph {

enum class Rank : std::uint8_t {
    Critical,   // P1: reached from the critical path of a campaign, by imports and deferred ones
    Production, // P2: other production
    Support,    // P3: tests and tools
    Rest,       // P4: copies, and what is mere text
};
inline constexpr int kRankCount = 4;
std::string_view name(Rank rank); // "P1", …

[[nodiscard]] Rank rankOf(PathClass cls); // of what is on no critical path

class Ranks {
public:
    // The entries of all campaigns of the snapshot; a package stands for everything below it.
    explicit Ranks(const Snapshot& snapshot);

    [[nodiscard]] Rank of(ModuleId module) const { return ranks_[module.value]; }

private:
    std::vector<Rank> ranks_; // by module
};

} // namespace espalier::graph
