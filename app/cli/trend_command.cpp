// `espalier trend` and `espalier campaign`: what became of a migration, commit by commit.
#include "app/cli/commands.h"
#include "app/cli/json.h"
#include "app/cli/past_json.h"
#include "app/cli/progress.h"
#include "app/cli/text.h"
#include "app/project/commit.h"
#include "app/project/past.h"
#include "graph/history/campaign_status.h"

#include <algorithm>
#include <array>
#include <cstdio>

namespace espalier::cli {
namespace {

using graph::WatchCounts;
using graph::WatchPast;

constexpr std::array<std::string_view, 4> kClasses{"production", "tests", "tools", "copies"};

facts::Result<project::Past> openPast(const TrendRequest& request, const project::Location& location) {
    watchInterrupts();
    ProgressPrinter printer(defaultProgressStyle());
    project::LoadedConfig config = project::configOf(location, request.request.config);
    if (graph::watches(config.config).empty())
        return facts::Error{"no campaign and nothing deprecated is configured", location.root,
                            "name it in [[tool.espalier.campaign]] or [[tool.espalier.deprecated]]"};
    return project::openPast(
        location, request.request.at.empty() ? "HEAD" : request.request.at, std::move(config),
        [&](const pipeline::Progress& progress) { printer.show(progress); }, interrupted());
}

// Those that are asked for; all for an empty name.
facts::Result<std::vector<const WatchPast*>> chosen(const project::Past& past, const std::string& name) {
    std::vector<const WatchPast*> out;
    std::string known;
    for (const WatchPast& watch : past.watches) {
        known += (known.empty() ? "" : ", ") + watch.watch.name;
        if (name.empty() || watch.watch.name == name)
            out.push_back(&watch);
    }
    if (out.empty())
        return facts::Error{"there is no campaign '" + name + "'", {}, "there are: " + known};
    return out;
}

struct Asked {
    project::Location location;
    project::Past past;
    std::vector<const WatchPast*> watches; // of `past`, which may be moved, but not copied
};
facts::Result<Asked> open(const TrendRequest& request) {
    auto location = project::locate(request.request.folder, request.request.store);
    if (!location)
        return location.error();
    auto past = openPast(request, *location);
    if (!past)
        return past.error();
    auto watches = chosen(*past, request.campaign);
    if (!watches)
        return watches.error();
    return Asked{std::move(*location), std::move(*past), std::move(*watches)};
}

// How many violations a revision brought for the first time, took away, and brought back.
struct Moves {
    std::uint32_t fresh = 0, fixed = 0, back = 0;
};
std::vector<Moves> movesOf(const WatchPast& past, std::size_t revisions) {
    std::vector<Moves> out(revisions);
    for (const graph::ViolationLife& life : past.lives)
        for (std::size_t i = 0; i < life.spans.size(); ++i) {
            ++(i == 0 ? out[life.spans[i].first].fresh : out[life.spans[i].first].back);
            if (life.spans[i].gone)
                ++out[*life.spans[i].gone].fixed;
        }
    return out;
}

Json countsJson(const WatchCounts& counts) {
    Json json{{"statements", counts.statements}, {"files", counts.files}};
    for (std::size_t i = 0; i < kClasses.size(); ++i)
        json["by_class"][std::string(kClasses[i])] = {{"statements", counts.statementsByClass[i]},
                                                      {"files", counts.filesByClass[i]}};
    json["compliant_files"] = counts.compliantFiles;
    json["compliance"] = counts.compliance();
    return json;
}

Json watchJson(const project::Past& past, const WatchPast& watch) {
    Json json{{"name", watch.watch.name}, {"targets", Json::array()}, {"points", Json::array()}};
    for (const graph::DeprecatedTarget& target : watch.watch.targets)
        json["targets"].push_back(target.text());
    const std::vector<Moves> moves = movesOf(watch, past.timeline.revisions.size());
    for (const graph::WatchPoint& point : watch.points) {
        Json item = commitJson(past.timeline.revisions[point.revision].commit);
        item.update(countsJson(point.counts));
        const Moves& moved = moves[point.revision];
        item["new"] = moved.fresh;
        item["fixed"] = moved.fixed;
        item["back"] = moved.back;
        json["points"].push_back(std::move(item));
    }
    json["violations"] = Json::array();
    for (const graph::ViolationLife& life : watch.lives)
        json["violations"].push_back(lifeJson(past.timeline, life));
    return json;
}

// A row for the last commit of each day on which something has changed, or for each such commit.
void printTable(const project::Past& past, const WatchPast& watch, bool everyCommit, bool csv) {
    const auto& revisions = past.timeline.revisions;
    const std::vector<Moves> moves = movesOf(watch, revisions.size());
    if (csv)
        std::printf(
            "campaign,date,commit,statements,files,production,tests,tools,copies,compliance,new,fixed,"
            "back\n");
    else
        std::printf("%-10s  %-10s %10s %6s %11s %6s %6s %7s %11s %5s %6s %5s\n", "date", "commit",
                    "statements", "files", "production", "tests", "tools", "copies", "compliance", "new",
                    "fixed", "back");
    Moves moved;
    for (std::size_t i = 0; i < watch.points.size(); ++i) {
        const graph::WatchPoint& point = watch.points[i];
        const std::uint32_t begin = i == 0 ? 0 : watch.points[i - 1].revision + 1;
        for (std::uint32_t r = begin; r <= point.revision; ++r) {
            moved.fresh += moves[r].fresh;
            moved.fixed += moves[r].fixed;
            moved.back += moves[r].back;
        }
        const facts::Commit& commit = revisions[point.revision].commit;
        const std::string date = dateText(commit.committed);
        const bool last = i + 1 == watch.points.size() ||
                          dateText(revisions[watch.points[i + 1].revision].commit.committed) != date;
        if (!everyCommit && !last)
            continue;
        const WatchCounts& c = point.counts;
        if (csv)
            std::printf("%s,%s,%s,%u,%u,%u,%u,%u,%u,%.4f,%u,%u,%u\n", watch.watch.name.c_str(), date.c_str(),
                        commit.id.c_str(), c.statements, c.files, c.filesByClass[0], c.filesByClass[1],
                        c.filesByClass[2], c.filesByClass[3], c.compliance(), moved.fresh, moved.fixed,
                        moved.back);
        else
            std::printf("%-10s  %.10s %10u %6u %11u %6u %6u %7u %9.1f %% %5u %6u %5u\n", date.c_str(),
                        commit.id.c_str(), c.statements, c.files, c.filesByClass[0], c.filesByClass[1],
                        c.filesByClass[2], c.filesByClass[3], 100 * c.compliance(), moved.fresh, moved.fixed,
                        moved.back);
        moved = {};
    }
}

const graph::Campaign* campaignOf(const project::Past& past, const std::string& name) {
    const auto found = std::ranges::find(past.config.campaigns, name, &graph::Campaign::name);
    return found == past.config.campaigns.end() ? nullptr : &*found;
}

std::string headingText(const graph::CampaignStatus& status) {
    if (!status.heading)
        return "too few days to tell a trend";
    std::array<char, 200> text{};
    const graph::Heading& heading = *status.heading;
    std::snprintf(text.data(), text.size(), "%+.2f files a day (± %.2f, from %zu days): %s",
                  heading.filesPerDay, 2 * heading.uncertainty, heading.days,
                  heading.falls()   ? "falls"
                  : heading.rises() ? "rises, and has no end"
                                    : "neither falls nor rises for sure");
    std::string out = text.data();
    if (status.earliestEnd)
        out += "; the target is reached between " + dateText(*status.earliestEnd) + " and " +
               dateText(*status.latestEnd);
    return out;
}

void printStatus(const project::Past& past, const WatchPast& watch, const graph::CampaignStatus& status,
                 const std::string& baseline) {
    const graph::Campaign* campaign = campaignOf(past, watch.watch.name);
    std::printf("%s%s%s\n", watch.watch.name.c_str(), campaign && !campaign->title.empty() ? ": " : "",
                campaign ? printable(campaign->title).c_str() : "");
    std::printf("  now: %s in %s (production %u, tests %u, tools %u, copies %u); compliance %.1f %%\n",
                counted(status.now.statements, "statement").c_str(),
                counted(status.now.files, "file").c_str(), status.now.filesByClass[0],
                status.now.filesByClass[1], status.now.filesByClass[2], status.now.filesByClass[3],
                100 * status.now.compliance());
    if (status.baseline)
        std::printf("  baseline %s: %s; target: %u; done: %.0f %%\n", printable(baseline).c_str(),
                    counted(status.baseline->files, "file").c_str(), status.target,
                    100 * status.done.value_or(0));
    else if (!baseline.empty())
        std::printf("  baseline %s lies before the line begins\n", printable(baseline).c_str());
    std::printf("  since %s: %u new, %u fixed, %u came back\n", status.baseline ? "then" : "the beginning",
                status.newSince, status.fixedSince, status.regressions);
    std::printf("  trend: %s\n", headingText(status).c_str());
}

Json statusJson(const WatchPast& watch, const graph::CampaignStatus& status, const std::string& baseline) {
    Json json{{"name", watch.watch.name}, {"now", countsJson(status.now)}, {"baseline", Json()}};
    if (status.baseline)
        json["baseline"] = {{"revision", baseline}, {"counts", countsJson(*status.baseline)}};
    json["target_files"] = status.target;
    json["done"] = status.done ? Json(*status.done) : Json();
    json["new"] = status.newSince;
    json["fixed"] = status.fixedSince;
    json["regressions"] = status.regressions;
    json["trend"] = Json();
    if (status.heading)
        json["trend"] = {{"files_per_day", status.heading->filesPerDay},
                         {"standard_error", status.heading->uncertainty},
                         {"days", status.heading->days}};
    json["end"] = Json();
    if (status.earliestEnd)
        json["end"] = {{"earliest", dateText(*status.earliestEnd)}, {"latest", dateText(*status.latestEnd)}};
    return json;
}

} // namespace

int trendCommand(const TrendRequest& request) {
    const auto asked = open(request);
    if (!asked)
        return fail(asked.error());
    const project::Past* past = &asked->past;
    const auto* watches = &asked->watches;
    if (request.format == "json") {
        JsonPrinter printer;
        printer.field("commits", past->timeline.revisions.size());
        printer.list("campaigns", *watches, [&](const WatchPast* watch) { return watchJson(*past, *watch); });
        return 0;
    }
    for (const WatchPast* watch : *watches) {
        if (request.format == "text")
            std::printf("%s%s\n", watch == watches->front() ? "" : "\n", watch->watch.name.c_str());
        printTable(*past, *watch, request.everyCommit, request.format == "csv");
    }
    return 0;
}

int campaignStatusCommand(const TrendRequest& request) {
    const auto asked = open(request);
    if (!asked)
        return fail(asked.error());
    const project::Past* past = &asked->past;
    const auto* watches = &asked->watches;
    std::vector<Json> list;
    for (const WatchPast* watch : *watches) {
        const graph::Campaign* campaign = campaignOf(*past, watch->watch.name);
        const std::string baseline =
            campaign && !campaign->baseline.empty() ? campaign->baseline : past->config.baseline;
        std::optional<std::uint32_t> position;
        if (!baseline.empty()) {
            const auto found = project::positionOf(asked->location, past->timeline, baseline);
            if (!found)
                return fail(found.error());
            position = *found;
        }
        const auto status = graph::campaignStatus(past->timeline, *watch, position,
                                                  campaign ? campaign->target : graph::Campaign::Target{});
        if (request.format == "json")
            list.push_back(statusJson(*watch, status, baseline));
        else
            printStatus(*past, *watch, status, baseline);
    }
    if (request.format == "json") {
        JsonPrinter printer;
        printer.list("campaigns", list, [](const Json& json) { return json; });
    }
    return 0;
}

} // namespace espalier::cli
