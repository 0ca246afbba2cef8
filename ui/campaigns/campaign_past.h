// What became of the project's campaigns up to the newest commit of its line: made on a worker, immutable.
#pragma once

#include "graph/history/campaign_report.h"
#include "ui/history/commit_line.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace espalier::ui {

struct CampaignPast {
    struct Entry {
        graph::Campaign campaign; // of nothing but a name for the [[deprecated]] entries
        bool configured = false;  // as a campaign, by its name
        graph::WatchPast past;
        std::string baseline;             // as configured; empty: none
        std::optional<int> baselinePlace; // none: not given, or before the line begins
        graph::CampaignReport report;     // points into `past`
    };
    CommitLinePtr line;
    std::vector<Entry> entries; // in the order of the configuration
    // The entry's number; -1: none of that name.
    [[nodiscard]] int find(const std::string& name) const;
};
using CampaignPastPtr = std::shared_ptr<const CampaignPast>;

// "One way to import orders"; the name where there is no title.
[[nodiscard]] QString titleOf(const CampaignPast::Entry& entry);
// "97 files left, target 50"; "nothing left".
[[nodiscard]] QString leftWords(const CampaignPast::Entry& entry);
// "Since v1.4: 12 new, 30 fixed, 1 came back".
[[nodiscard]] QString sinceWords(const CampaignPast::Entry& entry);
// "This week: 3 new, 12 fixed, 1 came back".
[[nodiscard]] QString weekWords(const graph::Moves& moves);
// "Falls by 1.2 files a day (± 0.3); the target is reached between … and …", or why that cannot be told.
[[nodiscard]] QString headingWords(const graph::CampaignStatus& status);
// "By 2026-12-31: not at this pace"; empty without a date.
[[nodiscard]] QString deadlineWords(const CampaignPast::Entry& entry);
// Where it is heading, as a sign: -1 falls, 1 rises, 0 neither for sure.
[[nodiscard]] int headingSign(const graph::CampaignStatus& status);

} // namespace espalier::ui
