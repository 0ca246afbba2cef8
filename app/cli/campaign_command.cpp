// `espalier campaign list` and `show`: what is configured, and what is left to do now.
#include "app/cli/commands.h"
#include "app/cli/json.h"
#include "app/cli/text.h"
#include "app/project/commit.h"
#include "graph/analysis/ranks.h"
#include "graph/history/campaign_past.h"

#include <algorithm>
#include <cstdio>

namespace espalier::cli {
namespace {

Json configJson(const graph::Campaign& campaign) {
    Json target{{"violating_files", Json()}, {"compliance", Json()}, {"by", campaign.target.by}};
    if (campaign.target.violatingFiles)
        target["violating_files"] = *campaign.target.violatingFiles;
    if (campaign.target.compliance)
        target["compliance"] = *campaign.target.compliance;
    return {{"name", campaign.name},
            {"title", campaign.title},
            {"issue", campaign.issue},
            {"priority", campaign.priority},
            {"canonical", campaign.canonical},
            {"deprecated", campaign.deprecated},
            {"critical_path", campaign.criticalPath},
            {"baseline", campaign.baseline},
            {"target", target},
            {"phases", campaign.phases}};
}

void printConfig(const graph::Campaign& campaign) {
    std::printf("%s%s%s\n", campaign.name.c_str(), campaign.title.empty() ? "" : ": ",
                printable(campaign.title).c_str());
    const auto row = [](const char* what, const std::string& text) {
        if (!text.empty())
            std::printf("  %s: %s\n", what, printable(text).c_str());
    };
    const auto list = [&](const char* what, const std::vector<std::string>& items) {
        std::string text;
        for (const std::string& item : items)
            text += (text.empty() ? "" : ", ") + item;
        row(what, text);
    };
    row("priority", campaign.priority);
    row("issue", campaign.issue);
    list("nobody should import", campaign.deprecated);
    list("instead of", campaign.canonical);
    list("critical path", campaign.criticalPath);
    row("baseline", campaign.baseline);
    row("until", campaign.target.by);
}

struct Left {
    graph::Violation violation;
    graph::Rank rank;
};

// Those that matter most first, then by place.
std::vector<Left> leftOf(const graph::Snapshot& snapshot, const graph::Watch& watch) {
    const graph::Ranks ranks(snapshot);
    std::vector<Left> out;
    for (graph::Violation& violation : graph::violations(snapshot, watch.targets)) {
        const graph::Rank rank = ranks.of(violation.statement.importer);
        out.push_back({std::move(violation), rank});
    }
    std::ranges::stable_sort(out, {}, &Left::rank);
    return out;
}

} // namespace

int campaignListCommand(const Request& request) {
    const auto location = project::locate(request.folder, request.store);
    if (!location)
        return fail(location.error());
    const graph::Config config = project::configOf(*location, request.config).config;
    if (request.format == Format::Json) {
        JsonPrinter printer;
        printer.list("campaigns", config.campaigns, configJson);
        return 0;
    }
    if (config.campaigns.empty())
        std::printf("No campaign is configured: see [[tool.espalier.campaign]] in the README.\n");
    for (const graph::Campaign& campaign : config.campaigns)
        printConfig(campaign);
    return 0;
}

int campaignShowCommand(const Request& request, const std::string& name) {
    const auto location = project::locate(request.folder, request.store);
    if (!location)
        return fail(location.error());
    const graph::Config config = configOf(request, *location).config;
    const std::vector<graph::Watch> watches = graph::watches(config);
    const auto watch = std::ranges::find(watches, name, &graph::Watch::name);
    if (watch == watches.end())
        return fail({"there is no campaign '" + name + "'", {}, "espalier campaign list shows them"});
    const auto opened = indexAndOpen(request, true);
    if (!opened)
        return fail(opened.error());
    const graph::Snapshot& snapshot = **opened;
    const auto campaign = std::ranges::find(config.campaigns, name, &graph::Campaign::name);
    const std::vector<Left> left = leftOf(snapshot, *watch);
    if (request.format == Format::Json) {
        JsonPrinter printer;
        printer.field("campaign",
                      campaign == config.campaigns.end() ? Json{{"name", name}} : configJson(*campaign));
        printer.list("violations", left, [&](const Left& one) {
            Json json = importerJson(snapshot, one.violation.statement);
            json["target"] = one.violation.key.target;
            json["name"] = one.violation.key.name;
            json["rank"] = graph::name(one.rank);
            return json;
        });
        return 0;
    }
    if (campaign != config.campaigns.end())
        printConfig(*campaign);
    std::printf("%s left\n", counted(left.size(), "import").c_str());
    for (const Left& one : left) {
        std::printf("  %s ", std::string(graph::name(one.rank)).c_str());
        printStatement(snapshot, one.violation.statement, "");
    }
    return 0;
}

} // namespace espalier::cli
