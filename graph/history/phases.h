// How far the phases of a campaign are, as far as that can be told from its past.
#pragma once

#include "graph/history/campaign_past.h"

#include <optional>
#include <string>
#include <vector>

namespace espalier::graph {

struct PhaseState {
    Phase phase;
    bool done = false;
    bool byHand = false; // only a person can tell, or a person has
    // The revision from which its conditions have held until the end of the line, where they do.
    std::optional<std::uint32_t> since;
};

// A phase whose conditions hold at the end of the line is done, whatever comes before it in the list. Folders
// that are source roots: "." for the project itself.
[[nodiscard]] std::vector<PhaseState> phaseStates(const facts::Timeline& timeline, const WatchPast& past,
                                                  const Campaign& campaign,
                                                  const std::vector<std::string>& sourceRoots);

// Whether the counts are where the campaign wants them. Without a target nothing may violate.
[[nodiscard]] bool meets(const Campaign::Target& target, const WatchCounts& counts);

// Whether a violation is there at a revision.
[[nodiscard]] bool aliveAt(const ViolationLife& life, std::uint32_t revision);

// The path of a file without its source root, the longest that fits.
[[nodiscard]] std::string_view belowRoot(std::string_view path, const std::vector<std::string>& sourceRoots);

} // namespace espalier::graph
