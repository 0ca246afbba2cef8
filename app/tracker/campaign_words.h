// A campaign's figures in words.
#pragma once

#include "graph/history/campaign_report.h"

#include <cstdint>
#include <string>

namespace espalier::tracker {

// Of seconds since 1970, in UTC: "2025-09-08"
[[nodiscard]] std::string dateText(std::int64_t seconds);
// "-1.20 files a day (± 0.31, from 30 days): falls; the target is reached between … and …"
[[nodiscard]] std::string headingText(const graph::CampaignStatus& status);
// "by 2026-12-31: not met at this pace"; empty without a date.
[[nodiscard]] std::string deadlineText(const graph::CampaignStatus& status, const std::string& by);
// When it is done: "no production violations", "by hand".
[[nodiscard]] std::string ruleText(const graph::Phase& phase);
// "at most 50 files, compliance of at least 95 %, by 2026-12-31"
[[nodiscard]] std::string targetText(const graph::Campaign::Target& target);
[[nodiscard]] std::string percent(double share); // "82.5 %"

} // namespace espalier::tracker
