// Where a campaign stands, and where it is heading, from its past.
#pragma once

#include "graph/history/campaign_past.h"

#include <optional>

namespace espalier::graph {

// A straight line through the number of violating files over time, by least squares: one value a day, that of
// its last commit.
struct Heading {
    double filesPerDay = 0; // negative: it falls
    double uncertainty = 0; // standard error of that
    std::size_t days = 0;   // that it rests on
    [[nodiscard]] bool falls() const { return filesPerDay + 2 * uncertainty < 0; }
    [[nodiscard]] bool rises() const { return filesPerDay - 2 * uncertainty > 0; }
};

struct CampaignStatus {
    WatchCounts now;
    std::optional<WatchCounts> baseline; // none: not given, or before the line begins
    std::uint32_t target = 0;            // violating files
    std::optional<double> done; // of the way from baseline to target, 0 to 1; none without a baseline
    std::uint32_t newSince = 0, fixedSince = 0; // violations since the baseline, or since the beginning
    std::uint32_t regressions = 0;              // times that one came back, since then
    std::optional<Heading> heading; // of the last kHeadingDays; none where it rests on less than three days
    // Seconds since 1970 when the target is reached if it goes on so; only if the number falls for sure.
    std::optional<std::int64_t> earliestEnd, latestEnd;
};
inline constexpr std::int64_t kHeadingDays = 30;

// `baseline`: a revision of the timeline. The end counts from the line's last commit.
[[nodiscard]] CampaignStatus campaignStatus(const facts::Timeline& timeline, const WatchPast& past,
                                            std::optional<std::uint32_t> baseline,
                                            const Campaign::Target& target);

// The counts that held at a revision.
[[nodiscard]] WatchCounts countsAt(const WatchPast& past, std::uint32_t revision);

} // namespace espalier::graph
