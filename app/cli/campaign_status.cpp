// `espalier campaign status`: where migrations stand, and where they are heading.
#include "app/cli/asked_past.h"
#include "app/cli/past_json.h"
#include "app/cli/text.h"
#include "app/project/campaign_view.h"

#include <cstdio>

namespace espalier::cli {
namespace {

using graph::Split;
using project::CampaignView;

void printPhases(const project::Past& past, const CampaignView& view) {
    for (const graph::PhaseState& state : view.report.phases) {
        std::printf("  [%c] %s: %s", state.done ? 'x' : ' ', printable(state.phase.name).c_str(),
                    tracker::ruleText(state.phase).c_str());
        if (state.since) {
            const facts::Commit& commit = past.timeline.revisions[*state.since].commit;
            std::printf(", since %s (%.10s)", dateText(commit.committed).c_str(), commit.id.c_str());
        }
        std::printf("\n");
    }
}

void printSplit(const char* what, const Split& split, bool baseline) {
    if (split.shares.empty())
        return;
    std::printf("  %s:\n", what);
    const auto row = [&](const std::string& name, const graph::Share& share) {
        std::printf("    %5u files %6u statements", share.files, share.statements);
        if (baseline)
            std::printf("   (baseline %5u)", share.baselineFiles);
        std::printf("   %s\n", printable(name).c_str());
    };
    for (const graph::Share& share : split.shares)
        row(share.name, share);
    if (split.others > 0)
        row("+" + thousands(split.others) + " more", split.rest);
}

void printStatus(const project::Past& past, const CampaignView& view) {
    const graph::CampaignStatus& status = view.report.status;
    const graph::Campaign& campaign = view.campaign;
    std::printf("%s%s%s\n", campaign.name.c_str(), campaign.title.empty() ? "" : ": ",
                printable(campaign.title).c_str());
    std::printf("  now: %s in %s (production %u, tests %u, tools %u, copies %u); compliance %s\n",
                counted(status.now.statements, "statement").c_str(),
                counted(status.now.files, "file").c_str(), status.now.filesByClass[0],
                status.now.filesByClass[1], status.now.filesByClass[2], status.now.filesByClass[3],
                tracker::percent(status.now.compliance()).c_str());
    if (status.baseline)
        std::printf("  baseline %s: %s; target: %u; done: %.0f %%\n", printable(view.baseline).c_str(),
                    counted(status.baseline->files, "file").c_str(), status.target,
                    100 * status.done.value_or(0));
    else if (!view.baseline.empty())
        std::printf("  baseline %s lies before the line begins\n", printable(view.baseline).c_str());
    std::printf("  target: %s: %s\n", tracker::targetText(campaign.target).c_str(),
                status.targetMet ? "met" : "not met");
    std::printf("  since %s: %u new, %u fixed, %u came back\n", status.baseline ? "then" : "the beginning",
                status.newSince, status.fixedSince, status.regressions);
    std::printf("  last seven days: %u new, %u fixed, %u came back\n", status.lastWeek.fresh,
                status.lastWeek.fixed, status.lastWeek.back);
    std::printf("  trend: %s\n", tracker::headingText(status).c_str());
    if (const std::string text = tracker::deadlineText(status, campaign.target.by); !text.empty())
        std::printf("  %s\n", text.c_str());
    const auto& ranks = view.report.filesByRank;
    std::printf("  files by rank: P1 %u, P2 %u, P3 %u, P4 %u\n", ranks[0], ranks[1], ranks[2], ranks[3]);
    printPhases(past, view);
    printSplit("by package", view.report.byPackage, status.baseline.has_value());
    printSplit("by owner", view.report.byOwner, status.baseline.has_value());
}

Json shareJson(const graph::Share& share, bool baseline) {
    return {{"name", share.name},
            {"files", share.files},
            {"statements", share.statements},
            {"baseline_files", baseline ? Json(share.baselineFiles) : Json()}};
}

Json splitJson(const Split& split, bool baseline) {
    Json json{{"parts", Json::array()}, {"others", split.others}, {"rest", Json()}};
    for (const graph::Share& share : split.shares)
        json["parts"].push_back(shareJson(share, baseline));
    if (split.others > 0) {
        json["rest"] = shareJson(split.rest, baseline);
        json["rest"].erase("name");
    }
    return json;
}

Json phasesJson(const project::Past& past, const CampaignView& view) {
    Json out = Json::array();
    for (const graph::PhaseState& state : view.report.phases)
        out.push_back(
            {{"name", state.phase.name},
             {"done", state.done},
             {"by_hand", state.byHand},
             {"rule", tracker::ruleText(state.phase)},
             {"since", state.since ? commitJson(past.timeline.revisions[*state.since].commit) : Json()}});
    return out;
}

Json openJson(const project::Past& past, const graph::OpenViolation& one) {
    const auto& revisions = past.timeline.revisions;
    Json json;
    addPath(json, one.life->path);
    json["line"] = one.life->line;
    json["text"] = one.life->text;
    json["target"] = one.life->key.target;
    json["name"] = one.life->key.name;
    json["class"] = graph::name(one.life->cls);
    json["rank"] = graph::name(one.rank);
    json["owners"] = one.owners;
    json["first_seen"] = commitJson(revisions[one.firstSeen()].commit);
    json["came_back"] = one.cameBack() ? commitJson(revisions[one.since()].commit) : Json();
    json["age_days"] =
        (revisions.back().commit.committed - revisions[one.firstSeen()].commit.committed) / (24 * 60 * 60);
    return json;
}

Json statusJson(const project::Past& past, const CampaignView& view) {
    const graph::CampaignStatus& status = view.report.status;
    Json json{{"name", view.campaign.name}, {"now", countsJson(status.now)}, {"baseline", Json()}};
    if (status.baseline)
        json["baseline"] = {{"revision", view.baseline}, {"counts", countsJson(*status.baseline)}};
    json["target_files"] = status.target;
    json["target_compliance"] = status.complianceTarget ? Json(*status.complianceTarget) : Json();
    json["target_met"] = status.targetMet;
    json["by"] = view.campaign.target.by.empty() ? Json() : Json(view.campaign.target.by);
    json["deadline"] = graph::name(status.deadline);
    json["done"] = status.done ? Json(*status.done) : Json();
    json["new"] = status.newSince;
    json["fixed"] = status.fixedSince;
    json["regressions"] = status.regressions;
    json["last_week"] = movesJson(status.lastWeek);
    json["trend"] = Json();
    if (status.heading)
        json["trend"] = {{"files_per_day", status.heading->filesPerDay},
                         {"standard_error", status.heading->uncertainty},
                         {"days", status.heading->days}};
    json["end"] = Json();
    if (status.earliestEnd)
        json["end"] = {{"earliest", dateText(*status.earliestEnd)}, {"latest", dateText(*status.latestEnd)}};
    for (int i = 0; i < graph::kRankCount; ++i)
        json["files_by_rank"][std::string(graph::name(static_cast<graph::Rank>(i)))] =
            view.report.filesByRank[static_cast<std::size_t>(i)];
    json["phases"] = phasesJson(past, view);
    json["by_package"] = splitJson(view.report.byPackage, status.baseline.has_value());
    json["by_owner"] = splitJson(view.report.byOwner, status.baseline.has_value());
    json["violations"] = Json::array();
    for (const graph::OpenViolation& one : view.report.open)
        json["violations"].push_back(openJson(past, one));
    return json;
}

} // namespace

int campaignStatusCommand(const TrendRequest& request) {
    const auto asked = openAskedPast(request.request, request.campaign);
    if (!asked)
        return fail(asked.error());
    const auto snapshot = snapshotForRanks(*asked);
    if (!snapshot)
        return fail(snapshot.error());
    const auto& revisions = asked->past.timeline.revisions;
    const graph::Owners owners =
        revisions.empty() ? graph::Owners() : project::ownersAt(asked->location, revisions.back().commit.id);
    std::vector<Json> list;
    for (const graph::WatchPast* watch : asked->watches) {
        const auto view =
            project::campaignView(asked->location, asked->past, *watch, owners, snapshot->get());
        if (!view)
            return fail(view.error());
        if (request.format == "json")
            list.push_back(statusJson(asked->past, *view));
        else
            printStatus(asked->past, *view);
    }
    if (request.format == "json") {
        JsonPrinter printer;
        printer.list("campaigns", list, [](const Json& json) { return json; });
    }
    return 0;
}

} // namespace espalier::cli
