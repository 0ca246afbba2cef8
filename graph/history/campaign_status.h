// Where a campaign stands, and where it is heading, from its past.
#pragma once

#include "graph/history/campaign_past.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

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

// Whether the target is met by its date, at the pace of the heading.
enum class Deadline : std::uint8_t {
    None,      // there is no date
    Reached,   // the target is met
    OnTime,    // for sure
    Uncertain, // the date lies within what the heading leaves open
    Late,      // not at this pace, or the number does not fall for sure
    Missed,    // the date has passed
    Unknown,   // too few days for a heading; or it is compliance that is missing
};
std::string_view name(Deadline deadline); // "none", "reached", "on time", …

// Violations that came for the first time, that went, and that came back.
struct Moves {
    std::uint32_t fresh = 0, fixed = 0, back = 0;
};

// Of each revision of a line of so many.
[[nodiscard]] std::vector<Moves> movesOf(const WatchPast& past, std::size_t revisions);

struct CampaignStatus {
    WatchCounts now;
    std::optional<WatchCounts> baseline; // none: not given, or before the line begins
    std::uint32_t target = 0;            // violating files
    std::optional<double> complianceTarget;
    bool targetMet = false; // of both
    Deadline deadline = Deadline::None;
    std::optional<double> done; // of the way from baseline to target, 0 to 1; none without a baseline
    std::uint32_t newSince = 0, fixedSince = 0; // violations since the baseline, or since the beginning
    std::uint32_t regressions = 0;              // times that one came back, since then
    Moves lastWeek;                             // in the seven days up to the line's last commit
    std::optional<Heading> heading; // of the last kHeadingDays; none where it rests on less than three days
    // Seconds since 1970 when the target is reached if it goes on so; only if the number falls for sure.
    std::optional<std::int64_t> earliestEnd, latestEnd;
};
inline constexpr std::int64_t kHeadingDays = 30;

// `baseline`: a revision of the timeline. The end counts from the line's last commit.
[[nodiscard]] CampaignStatus campaignStatus(const facts::Timeline& timeline, const WatchPast& past,
                                            std::optional<std::uint32_t> baseline,
                                            const Campaign::Target& target);

// The first second behind a day in UTC, written "2026-12-31", since 1970; nothing for anything else.
[[nodiscard]] std::optional<std::int64_t> endOfDay(const std::string& date);

// The counts that held at a revision.
[[nodiscard]] WatchCounts countsAt(const WatchPast& past, std::uint32_t revision);

} // namespace espalier::graph
