#include "graph/model/campaigns.h"

#include "graph/model/problem_codes.h"

#include <algorithm>

namespace espalier::graph {

void addCampaigns(Snapshot& snapshot, const Config& config) {
    snapshot.campaigns = config.campaigns;
    std::vector<Problem> problems;
    for (const Campaign& campaign : config.campaigns) {
        const auto check = [&](const std::vector<std::string>& names, const char* what) {
            for (const std::string& name : names)
                if (const std::string module = name.substr(0, name.find(':')); !snapshot.find(module))
                    problems.push_back({"", 0, 0, std::string(problem::kUnknownInCampaign),
                                        "campaign '" + campaign.name + "': there is no module '" + module +
                                            "', which is named as " + what});
        };
        check(campaign.canonical, "canonical");
        check(campaign.criticalPath, "part of its critical path");
    }
    snapshot.problems.insert(snapshot.problems.end(), problems.begin(), problems.end());
    std::ranges::sort(snapshot.problems);
}

} // namespace espalier::graph
