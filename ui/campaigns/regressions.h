// Where violations of the project's campaigns came back, for the commit strip.
#pragma once

#include "ui/campaigns/campaign_past.h"

#include <map>

namespace espalier::ui {

// By the place on `line`, in words: "Orders: 2 violations came back". Commits that the line has not are left
// out.
[[nodiscard]] std::map<int, QString> regressionsOn(const CommitLine& line, const CampaignPast& past);

} // namespace espalier::ui
