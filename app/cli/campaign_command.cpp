// `espalier campaign list` and `show`: what is configured, and what is left to do now.
#include "app/cli/asked_past.h"
#include "app/cli/past_json.h"
#include "app/cli/text.h"
#include "app/project/campaign_view.h"
#include "app/project/commit.h"
#include "indexer/source/repository.h"

#include <algorithm>
#include <cstdio>
#include <map>

namespace espalier::cli {
namespace {

Json configJson(const graph::Campaign& campaign) {
    Json target{{"violating_files", Json()}, {"compliance", Json()}, {"by", campaign.target.by}};
    if (campaign.target.violatingFiles)
        target["violating_files"] = *campaign.target.violatingFiles;
    if (campaign.target.compliance)
        target["compliance"] = *campaign.target.compliance;
    Json phases = Json::array(), rules = Json::array();
    for (const graph::Phase& phase : campaign.phases) {
        phases.push_back(phase.name);
        Json rule{{"name", phase.name}, {"done_when", Json::array()}, {"done", phase.done}};
        for (const graph::Phase::Condition condition : phase.when)
            rule["done_when"].push_back(graph::name(condition));
        rules.push_back(std::move(rule));
    }
    return {{"name", campaign.name},
            {"title", campaign.title},
            {"issue", campaign.issue},
            {"priority", campaign.priority},
            {"canonical", campaign.canonical},
            {"deprecated", campaign.deprecated},
            {"critical_path", campaign.criticalPath},
            {"baseline", campaign.baseline},
            {"target", target},
            {"phases", phases},
            {"phase_rules", rules}};
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
    row("target", tracker::targetText(campaign.target));
    for (const graph::Phase& phase : campaign.phases)
        row("phase", phase.name + (phase.done ? " (done)" : "") + ": " + tracker::ruleText(phase));
}

// Since when there are violations, where the repository can tell.
class Ages {
public:
    // Nothing for what is not followed.
    Ages(facts::Result<AskedPast> asked, std::string_view name)
        : asked_(std::move(asked)) {
        if (!asked_)
            return;
        if (!asked_->past.timeline.revisions.empty())
            owners = project::ownersAt(asked_->location, asked_->past.timeline.revisions.back().commit.id);
        for (const graph::WatchPast* past : asked_->watches)
            for (const graph::ViolationLife& life : past->lives)
                if (past->watch.name == name && life.open())
                    lives_.emplace(keyOf(life), &life);
    }

    // Each life once: equal violations of one file are asked for in their order. Null for what no commit has.
    const graph::ViolationLife* take(const graph::Violation::Key& key) {
        const auto found = lives_.find(key);
        return found == lives_.end() ? nullptr : lives_.extract(found).mapped();
    }
    [[nodiscard]] const facts::Commit& commit(std::uint32_t revision) const {
        return asked_->past.timeline.revisions[revision].commit;
    }

    graph::Owners owners;

private:
    static graph::Violation::Key keyOf(const graph::ViolationLife& life) {
        graph::Violation::Key key = life.key;
        key.path = life.path;
        return key;
    }

    facts::Result<AskedPast> asked_;
    std::multimap<graph::Violation::Key, const graph::ViolationLife*> lives_;
};

struct Left {
    graph::Violation violation;
    graph::Rank rank;
    const graph::ViolationLife* life = nullptr; // null: not known
};

// Those that matter most first, then by place.
std::vector<Left> leftOf(const graph::Snapshot& snapshot, const graph::Watch& watch, Ages& ages) {
    const graph::Ranks ranks(snapshot);
    std::vector<Left> out;
    for (graph::Violation& violation : graph::violations(snapshot, watch.targets)) {
        const graph::Rank rank = ranks.of(violation.statement.importer);
        const graph::ViolationLife* life = ages.take(violation.key);
        out.push_back({std::move(violation), rank, life});
    }
    std::ranges::stable_sort(out, {}, &Left::rank);
    return out;
}

Json leftJson(const graph::Snapshot& snapshot, const Left& one, const Ages& ages) {
    Json json = importerJson(snapshot, one.violation.statement);
    json["target"] = one.violation.key.target;
    json["name"] = one.violation.key.name;
    json["rank"] = graph::name(one.rank);
    json["first_seen"] = one.life ? commitJson(ages.commit(one.life->spans.front().first)) : Json();
    json["came_back"] = one.life && one.life->spans.size() > 1
                            ? commitJson(ages.commit(one.life->spans.back().first))
                            : Json();
    json["owners"] = ages.owners.of(one.violation.key.path);
    return json;
}

void printLeft(const graph::Snapshot& snapshot, const Left& one, const Ages& ages) {
    std::printf("  %s ", std::string(graph::name(one.rank)).c_str());
    printStatement(snapshot, one.violation.statement, "");
    const auto seen = [&](const char* what, std::uint32_t revision) {
        const facts::Commit& commit = ages.commit(revision);
        std::printf("     %s %s in %.10s by %s\n", what, dateText(commit.committed).c_str(),
                    commit.id.c_str(), printable(commit.author).c_str());
    };
    if (!one.life)
        return;
    seen("since", one.life->spans.front().first);
    if (one.life->spans.size() > 1)
        seen("back since", one.life->spans.back().first);
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

int campaignShowCommand(const Request& request, const std::string& name, bool withAges) {
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
    const bool repository = source::Repository::open(location->root).ok();
    Ages ages(withAges && repository ? openAskedPast(request, name)
                                     : facts::Result<AskedPast>(facts::Error{"not asked for", {}, {}}),
              name);
    const std::vector<Left> left = leftOf(snapshot, *watch, ages);
    if (request.format == Format::Json) {
        JsonPrinter printer;
        printer.field("campaign",
                      campaign == config.campaigns.end() ? Json{{"name", name}} : configJson(*campaign));
        printer.list("violations", left, [&](const Left& one) { return leftJson(snapshot, one, ages); });
        return 0;
    }
    if (campaign != config.campaigns.end())
        printConfig(*campaign);
    std::printf("%s left\n", counted(left.size(), "import").c_str());
    for (const Left& one : left)
        printLeft(snapshot, one, ages);
    return 0;
}

} // namespace espalier::cli
