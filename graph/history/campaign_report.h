// All that can be said of a campaign at the end of a line: its status, phases, and what is left to do and was
// done, by rank, package and owner.
#pragma once

#include "graph/analysis/ranks.h"
#include "graph/history/campaign_status.h"
#include "graph/history/owners.h"
#include "graph/history/phases.h"

#include <array>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace espalier::graph {

// A violation that is there at the end of the line.
struct OpenViolation {
    const ViolationLife* life = nullptr;
    Rank rank = Rank::Rest;
    std::vector<std::string> owners;
    [[nodiscard]] std::uint32_t firstSeen() const { return life->spans.front().first; }
    [[nodiscard]] std::uint32_t since() const { return life->spans.back().first; } // or back since
    [[nodiscard]] bool cameBack() const { return life->spans.size() > 1; }
};

// The violations of a part of the project.
struct Share {
    std::string name;
    std::uint32_t files = 0, statements = 0; // now
    std::uint32_t baselineFiles = 0;         // 0 without a baseline
};
struct Split {
    std::vector<Share> shares; // most files first, then by name; at most kMostShares
    Share rest;                // of those that are left out
    std::size_t others = 0;    // how many these are
};
inline constexpr std::size_t kMostShares = 12;

struct CampaignReport {
    CampaignStatus status;
    std::vector<PhaseState> phases;
    std::vector<OpenViolation> open;         // by rank, path, line
    std::vector<const ViolationLife*> fixed; // gone since the baseline, the latest first; not those of `open`
    std::vector<const ViolationLife*> back;  // that came back since the baseline, the latest first
    std::array<std::uint32_t, kRankCount> filesByRank{}; // a file counts with its highest rank
    Split byPackage; // of so many parts of a name that there are at most kMostShares, or of one
    Split byOwner;   // a file with several owners counts for each; "no owner"; empty without owners
};

struct ReportInput {
    const facts::Timeline& timeline;
    const WatchPast& past; // has to outlive the report
    const Campaign& campaign;
    std::optional<std::uint32_t> baseline;
    const std::vector<std::string>& sourceRoots;
    const Owners& owners;
    std::function<Rank(const ViolationLife&)> rank; // empty: by its class
};
[[nodiscard]] CampaignReport campaignReport(const ReportInput& input);

} // namespace espalier::graph
