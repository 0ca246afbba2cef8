// `espalier trend`: what became of a migration, commit by commit.
#include "app/cli/asked_past.h"
#include "app/cli/past_json.h"
#include "app/cli/text.h"
#include "app/project/campaign_view.h"
#include "app/project/commit.h"
#include "app/project/past_line.h"
#include "app/tracker/campaign_words.h"
#include "graph/export/svg_trend.h"
#include "graph/history/campaign_status.h"

#include <cstdio>

namespace espalier::cli {
namespace {

using graph::Moves;
using graph::WatchCounts;
using graph::WatchPast;

Json watchJson(const project::Past& past, const WatchPast& watch) {
    Json json{{"name", watch.watch.name}, {"targets", Json::array()}, {"points", Json::array()}};
    for (const graph::DeprecatedTarget& target : watch.watch.targets)
        json["targets"].push_back(target.text());
    const std::vector<Moves> moves = movesOf(watch, past.timeline.revisions.size());
    for (const graph::WatchPoint& point : watch.points) {
        Json item = commitJson(past.timeline.revisions[point.revision].commit);
        item.update(countsJson(point.counts));
        item.update(movesJson(moves[point.revision]));
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

bool followsSomething(const TrendRequest& request) {
    const auto location = project::locate(request.request.folder, request.request.store);
    return !location || !graph::watches(project::configOf(*location, request.request.config).config).empty();
}

facts::Result<std::string> pictureOf(const AskedPast& asked) {
    if (asked.watches.size() != 1)
        return facts::Error{"a picture shows one campaign", {}, "choose one by --campaign"};
    const WatchPast& watch = *asked.watches.front();
    const auto& revisions = asked.past.timeline.revisions;
    if (revisions.empty())
        return facts::Error{"there are no commits to show", asked.location.root, {}};
    const auto view = project::campaignView(asked.location, asked.past, watch, {}, nullptr);
    if (!view)
        return view.error();
    const graph::CampaignStatus& status = view->report.status;
    graph::TrendPicture picture;
    picture.title = view->campaign.title.empty() ? watch.watch.name : view->campaign.title;
    picture.subtitle = counted(status.now.files, "violating file") + " at " +
                       revisions.back().commit.id.substr(0, 10) + ", " +
                       dateText(revisions.back().commit.committed) + ". " + tracker::headingText(status);
    std::int64_t time = 0; // clocks of committers differ
    std::vector<std::int64_t> times;
    for (const facts::Revision& revision : revisions)
        times.push_back(time = std::max(time, revision.commit.committed));
    for (const graph::WatchPoint& point : watch.points)
        picture.steps.push_back({times[point.revision], point.counts.filesByClass});
    picture.end = time;
    if (!asked.past.config.campaigns.empty() && view->campaign.name == watch.watch.name)
        picture.target = status.target;
    if (view->baselineRevision)
        picture.baseline = {times[*view->baselineRevision], view->baseline};
    if (const auto line = project::readPastLine(asked.location))
        for (std::size_t i = 0; i < revisions.size(); ++i)
            for (const auto& [name, commit] : line->tags)
                if (commit == revisions[i].commit.id)
                    picture.tags.push_back({times[i], name});
    const std::vector<Moves> moves = movesOf(watch, revisions.size());
    for (std::size_t i = 0; i < moves.size(); ++i)
        if (moves[i].back > 0)
            picture.comebacks.push_back(times[i]);
    return graph::trendSvg(picture);
}

} // namespace

int trendCommand(const TrendRequest& request) {
    if (request.measures || (request.campaign.empty() && !followsSomething(request)))
        return measuresCommand(request);
    const auto asked = openAskedPast(request.request, request.campaign);
    if (!asked)
        return fail(asked.error());
    const project::Past* past = &asked->past;
    const auto* watches = &asked->watches;
    if (request.format == "svg") {
        const auto picture = pictureOf(*asked);
        if (!picture)
            return fail(picture.error());
        std::fputs(picture->c_str(), stdout);
        return 0;
    }
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

} // namespace espalier::cli
