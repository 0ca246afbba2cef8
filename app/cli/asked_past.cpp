#include "app/cli/asked_past.h"

#include "app/cli/progress.h"
#include "app/project/commit.h"

#include <algorithm>

namespace espalier::cli {
namespace {

facts::Result<project::Past> openPast(const Request& request, const project::Location& location) {
    watchInterrupts();
    ProgressPrinter printer(defaultProgressStyle());
    project::LoadedConfig config = project::configOf(location, request.config);
    if (graph::watches(config.config).empty())
        return facts::Error{"no campaign and nothing deprecated is configured", location.root,
                            "name it in [[tool.espalier.campaign]] or [[tool.espalier.deprecated]]"};
    return project::openPast(
        location, request.at.empty() ? "HEAD" : request.at, std::move(config),
        [&](const pipeline::Progress& progress) { printer.show(progress); }, interrupted());
}

// Those that are asked for; all for an empty name.
facts::Result<std::vector<const graph::WatchPast*>> chosen(const project::Past& past,
                                                           const std::string& name) {
    std::vector<const graph::WatchPast*> out;
    std::string known;
    for (const graph::WatchPast& watch : past.watches) {
        known += (known.empty() ? "" : ", ") + watch.watch.name;
        if (name.empty() || watch.watch.name == name)
            out.push_back(&watch);
    }
    if (out.empty())
        return facts::Error{"there is no campaign '" + name + "'", {}, "there are: " + known};
    return out;
}

} // namespace

facts::Result<AskedPast> openAskedPast(const Request& request, const std::string& campaign) {
    auto location = project::locate(request.folder, request.store);
    if (!location)
        return location.error();
    auto past = openPast(request, *location);
    if (!past)
        return past.error();
    auto watches = chosen(*past, campaign);
    if (!watches)
        return watches.error();
    return AskedPast{std::move(*location), std::move(*past), std::move(*watches)};
}

facts::Result<graph::SnapshotPtr> openLast(const AskedPast& asked) {
    ProgressPrinter printer(defaultProgressStyle());
    return project::openCommit(
        asked.location, {asked.past.timeline.revisions.back().commit.id, false, {asked.past.config, {}}},
        [&](const pipeline::Progress& progress) { printer.show(progress); }, interrupted());
}

facts::Result<graph::SnapshotPtr> snapshotForRanks(const AskedPast& asked) {
    const bool ranked = std::ranges::any_of(asked.past.config.campaigns, [](const graph::Campaign& campaign) {
        return !campaign.criticalPath.empty();
    });
    return ranked && !asked.past.timeline.revisions.empty() ? openLast(asked) : graph::SnapshotPtr();
}

} // namespace espalier::cli
