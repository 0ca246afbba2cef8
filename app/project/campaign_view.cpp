#include "app/project/campaign_view.h"

#include "app/project/small_file.h"
#include "app/project/source_files.h"
#include "indexer/source/commit_tree.h"

#include <algorithm>
#include <filesystem>
#include <optional>
#include <utility>

namespace espalier::project {
namespace {

// The top of the work tree that a folder lies in, and the folder's path below it: "" or "a/b/".
std::pair<std::string, std::string> topOf(const std::string& folder) {
    std::error_code ignored;
    const std::filesystem::path whole(folder);
    for (std::filesystem::path top = whole; top.has_relative_path(); top = top.parent_path())
        if (std::filesystem::exists(top / ".git", ignored))
            return {top.string(), top == whole ? "" : whole.lexically_relative(top).string() + '/'};
    return {folder, ""};
}

} // namespace

graph::Owners ownersAt(const Location& location, const std::string& commit) {
    const auto [top, folder] = topOf(location.root);
    const auto tree = source::CommitTree::open({top, commit, {}, kMaxSmallBytes});
    if (!tree)
        return {};
    for (const char* place : {".github/CODEOWNERS", "CODEOWNERS", "docs/CODEOWNERS"})
        if (const auto text = readSmall(**tree, place))
            return graph::Owners(*text, folder);
    return {};
}

facts::Result<CampaignView> campaignView(const Location& location, const Past& past,
                                         const graph::WatchPast& watch, const graph::Owners& owners,
                                         const graph::Snapshot* snapshot) {
    CampaignView out;
    const auto& campaigns = past.config.campaigns;
    if (const auto found = std::ranges::find(campaigns, watch.watch.name, &graph::Campaign::name);
        found != campaigns.end())
        out.campaign = *found;
    else
        out.campaign.name = watch.watch.name;
    out.baseline = out.campaign.baseline.empty() ? past.config.baseline : out.campaign.baseline;
    if (!out.baseline.empty()) {
        const auto position = positionOf(location, past.timeline, out.baseline);
        if (!position)
            return position.error();
        out.baselineRevision = *position;
    }
    std::optional<graph::Ranks> ranks;
    if (snapshot)
        ranks.emplace(*snapshot);
    const auto rank = [&](const graph::ViolationLife& life) {
        const auto module = ranks ? snapshot->find(life.path) : std::nullopt;
        return module ? ranks->of(*module) : graph::rankOf(life.cls);
    };
    out.report = graph::campaignReport(
        {past.timeline, watch, out.campaign, out.baselineRevision, past.config.sourceRoots, owners, rank});
    return out;
}

} // namespace espalier::project
