// A campaign at the end of a line, with what the repository says of the owners of its files.
#pragma once

#include "app/project/past.h"
#include "graph/history/campaign_report.h"

#include <string>

namespace espalier::project {

// As CODEOWNERS of a commit says: that in .github/, at the top of the repository, or in docs/, the first that
// is there. Nobody where there is none, or it is larger than 1 MB.
[[nodiscard]] graph::Owners ownersAt(const Location& location, const std::string& commit);

struct CampaignView {
    graph::Campaign campaign;                      // of nothing but a name for the [[deprecated]] entries
    std::string baseline;                          // as configured; empty: none
    std::optional<std::uint32_t> baselineRevision; // none: not given, or before the line begins
    graph::CampaignReport report;
};
// `watch` is one of `past`; the view must not outlive it. `snapshot`: of the line's last commit; where it is
// null, ranks are those of the files' classes. Errors: the baseline is no revision.
[[nodiscard]] facts::Result<CampaignView> campaignView(const Location& location, const Past& past,
                                                       const graph::WatchPast& watch,
                                                       const graph::Owners& owners,
                                                       const graph::Snapshot* snapshot);

} // namespace espalier::project
