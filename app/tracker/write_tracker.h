// A campaign as a tracker in Markdown, written from the facts. What it says is meant to be read by
// readTracker(), too, and to be true at the commit that it names; what was fixed is struck out, and claims
// nothing.
//
// Sections stand between marks (marks.h). An update writes them anew where they stand; a section whose marks
// somebody has deleted stays away. In them people may write into the last column of tables, tick phases that
// the code cannot tell, and put indented lines below phases: that is kept. A note of a row that is gone is
// listed below the table. A row is told by its path and statement: of a renamed file, the note is listed so.
#pragma once

#include "app/tracker/marks.h"
#include "graph/history/campaign_report.h"

#include <functional>
#include <string>
#include <vector>

namespace espalier::tracker {

// A deprecated module or symbol at the commit.
struct TrackedTarget {
    std::string text; // "a.b" or "a.b:name"
    bool exists = true;
    std::string replacement, removal;      // empty: not known
    std::size_t statements = 0, files = 0; // that import it, as a count in a tracker is checked
    bool counted = false;                  // whether these are known
};

struct TrackerInput {
    const graph::Campaign& campaign;
    const facts::Timeline& timeline; // its last commit is what the tracker is about; not empty
    const graph::CampaignReport& report;
    std::string baseline; // as configured; empty: none
    std::vector<TrackedTarget> targets;
    // Whether an import statement would work at the commit.
    std::function<bool(const std::string& statement)> works;
};

inline constexpr std::size_t kMostRankRows = 60, kMostCopyRows = 20, kMostFixedRows = 60,
                             kMostRegressions = 30;

[[nodiscard]] std::string newTracker(const TrackerInput& input);

struct UpdatedTracker {
    std::string text;
    std::vector<Section> missing; // sections whose marks are gone
};
// Errors: those of piecesOf().
[[nodiscard]] facts::Result<UpdatedTracker> updatedTracker(const TrackerInput& input, std::string_view old);

} // namespace espalier::tracker
