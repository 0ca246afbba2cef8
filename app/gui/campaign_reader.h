// What became of a project's campaigns, for the window.
#pragma once

#include "app/project/open.h"
#include "ui/campaigns/campaign_past.h"

#include <atomic>
#include <functional>

namespace espalier::gui {

// From what the archive of the past has already: nothing is scanned. Takes seconds, on one thread; not for
// the GUI's. Errors: the archive cannot be read, a baseline is no revision, cancelled.
[[nodiscard]] facts::Result<ui::CampaignPastPtr>
readCampaignPast(const project::Location& location,
                 const std::function<void(qint64 done, qint64 total)>& progress,
                 const std::atomic<bool>& cancel);

} // namespace espalier::gui
