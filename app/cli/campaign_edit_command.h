// Writing campaigns into the configuration, from the command line.
#pragma once

#include <CLI/CLI.hpp>

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace espalier::cli {

struct CampaignEditRequest {
    enum class What { Add, Set, Remove };
    What what = What::Add;
    std::string folder = ".", config, name; // `config`: a file that is changed instead of the project's own
    // What is not given stays as it is; empty texts, and lists of one, take it away.
    std::optional<std::string> newName, title, issue, priority, baseline, by, targetFiles, targetCompliance;
    std::optional<std::vector<std::string>> canonical, deprecated, criticalPath, phases;
    std::vector<std::string> done, notDone; // phases that people tick
};
// Prints the file that was changed.
int campaignEditCommand(const CampaignEditRequest& request);

// add, set and remove, below `campaign`.
void addCampaignEdits(CLI::App& campaign, std::function<int()>& action);

} // namespace espalier::cli
