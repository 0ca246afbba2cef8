#include "app/cli/past_options.h"

#include "app/cli/campaign_edit_command.h"
#include "app/cli/commands.h"
#include "app/cli/query_words.h"

#include <memory>
#include <set>
#include <sstream>

namespace espalier::cli {
namespace {

void addHistory(CLI::App& app, std::function<int()>& action) {
    auto request = std::make_shared<HistoryRequest>();
    request->progress = defaultProgressStyle();
    CLI::App* command = app.add_subcommand(
        "history",
        "Read the past of a repository: the first-parent line of a revision, and what its files import");
    addFolder(*command, request->folder);
    command->add_option("--repo", request->folder, "The same as PATH; may be a bare repository");
    command->add_option("--store", request->store,
                        "The store's file; the archive of the past lies beside it. Default: below your cache "
                        "directory");
    command->add_option("--rev", request->revision, "The newest commit of the line: a commit, branch or tag")
        ->default_str("HEAD");
    command->add_option("--since", request->since,
                        "Leave out what is older than this date (2025-12-31) or revision");
    command->add_flag("--all", request->all,
                      "Read the files of all commits that it reaches, so that any of them opens at once");
    command->add_option("--threads", request->threads, "Worker threads; 0: all cores")->default_str("0");
    auto format = std::make_shared<std::string>("text");
    command->add_option("--format", *format, "text or json")
        ->check(CLI::IsMember({"text", "json"}))
        ->default_str("text");
    addProgress(*command, request->progress);
    command->footer(
        "Examples:\n  espalier history ~/src/shop\n  espalier history --rev develop --since 2025-01-01\n"
        "  espalier history --repo shop.git --all");
    command->callback([=, &action] {
        action = [=] {
            request->format = *format == "json" ? Format::Json : Format::Text;
            return historyCommand(*request);
        };
    });
}

void addDifferences(CLI::App& app, std::function<int()>& action) {
    struct State {
        QueryWords diffWords, checkWords;
        DiffRequest diff;
        CheckRequest check;
    };
    auto state = std::make_shared<State>();
    CLI::App* diff = app.add_subcommand(
        "diff",
        "What has changed between two commits: modules, edges, tangles, imports of what is deprecated");
    diff->add_option("BEFORE", state->diff.before, "A commit, branch, tag, or date")->required();
    addFolder(*diff, state->diffWords.request.folder);
    addQueryOptions(*diff, state->diffWords, "import");
    diff->footer("The newer side is the working tree, or what --at says.\n\nExamples:\n  espalier diff v1.4 "
                 "~/src/shop\n"
                 "  espalier diff v1.4 --at v1.5 --repo shop.git --format json");
    diff->callback([=, &action] {
        action = [=] {
            state->diff.request = finish(state->diffWords);
            return diffCommand(state->diff);
        };
    });
    CLI::App* check = app.add_subcommand(
        "check",
        "Fails (exit code 1) if something new imports what is deprecated, or a tangle is new or has grown");
    addFolder(*check, state->checkWords.request.folder);
    addQueryOptions(*check, state->checkWords, "import");
    check->add_option("--since", state->check.since,
                      "The commit, branch, tag or date to compare with; default: the configured baseline");
    check->footer(
        "Examples:\n  espalier check --since origin/main\n  espalier check --since v1.4 --format json");
    check->callback([=, &action] {
        action = [=] {
            state->check.request = finish(state->checkWords);
            return checkCommand(state->check);
        };
    });
}

void addTracker(CLI::App& app, std::function<int()>& action) {
    struct State {
        QueryWords words;
        TrackerRequest tracker;
    };
    auto state = std::make_shared<State>();
    CLI::App* command =
        app.add_subcommand("tracker", "Write a campaign as a tracker in Markdown, or bring one up to date");
    command->add_option("CAMPAIGN", state->tracker.campaign, "A campaign's name")->required();
    addFolder(*command, state->words.request.folder);
    addQueryOptions(*command, state->words, "all", false);
    command->add_option("--output", state->tracker.output,
                        "The file; of one that exists, only what stands between its marks is written anew. "
                        "Default: standard output");
    command->footer("Examples:\n  espalier tracker orders-ssot --output docs/orders-migration.md\n"
                    "  espalier tracker orders-ssot --repo shop.git --at develop > tracker.md");
    command->callback([=, &action] {
        action = [=] {
            state->tracker.request = finish(state->words);
            return trackerCommand(state->tracker);
        };
    });
}

void addCampaigns(CLI::App& app, std::function<int()>& action) {
    struct State {
        QueryWords words;
        TrendRequest request;
    };
    const auto add = [&](CLI::App& parent, const char* name, const char* what, const char* footer,
                         const char* formats, int (*run)(const TrendRequest&)) {
        auto state = std::make_shared<State>();
        state->request.format = "text";
        CLI::App* command = parent.add_subcommand(name, what);
        command->add_option("--campaign", state->request.campaign, "Only this one");
        addFolder(*command, state->words.request.folder);
        addQueryOptions(*command, state->words, "all", false);
        std::set<std::string> known;
        std::istringstream words(formats);
        for (std::string word; words >> word;)
            known.insert(word);
        command->add_option("--format", state->request.format, formats)
            ->check(CLI::IsMember(known))
            ->default_str("text");
        command->footer(footer);
        command->callback([=, &action] {
            action = [=] {
                state->request.request = finish(state->words);
                return run(state->request);
            };
        });
        return std::pair(command, state);
    };
    const auto [trend, state] =
        add(app, "trend",
            "Imports of what is deprecated, at every commit: how many, new, fixed, come back; or the module "
            "graph",
            "Examples:\n  espalier trend ~/src/shop\n  espalier trend --campaign orders-ssot --format csv > "
            "trend.csv\n"
            "  espalier trend --campaign orders-ssot --format svg > trend.svg\n"
            "  espalier trend --repo shop.git --at develop --config shop.toml\n"
            "  espalier trend --measures",
            "text csv json svg", trendCommand);
    trend->add_flag("--every-commit", state->request.everyCommit,
                    "A row for each commit that changed something");
    trend->add_flag(
        "--measures", state->request.measures,
        "Modules, edges, tangles, imports of missing modules, unparsable files; also where nothing "
        "deprecated is configured. A week a row, in CSV and JSON a commit");
    struct Blame {
        QueryWords words;
        BlameRequest request;
    };
    auto blame = std::make_shared<Blame>();
    addQuery(app, "blame-import", "Which commit made one module depend on another, and who took that away",
             "  espalier blame-import shop.web shop.old_orders\n"
             "  espalier blame-import shop shop.orders:make_order --repo shop.git --at develop",
             blame->words, "all", {{"FROM", &blame->request.from}, {"TO", &blame->request.to}},
             "A module or package; FROM may be the path of a file, TO one name: shop.orders:make_order")
        ->callback([=, &action] {
            action = [=] {
                blame->request.request = finish(blame->words);
                return blameImportCommand(blame->request);
            };
        });
    CLI::App* campaign = app.add_subcommand("campaign", "Where a migration stands");
    campaign->require_subcommand(1);
    struct Show {
        QueryWords listWords, words;
        std::string name;
        bool noAges = false;
    };
    auto show = std::make_shared<Show>();
    addQuery(*campaign, "list", "The campaigns that are configured", "  espalier campaign list ~/src/shop",
             show->listWords, "all")
        ->callback([=, &action] { action = [=] { return campaignListCommand(finish(show->listWords)); }; });
    CLI::App* one = addQuery(
        *campaign, "show",
        "A campaign, and every import that is left, the most important first, with the commit that brought "
        "it",
        "  espalier campaign show orders-ssot\n  espalier campaign show orders-ssot --at v1.4 --format json",
        show->words, "all", {{"NAME", &show->name}},
        "A campaign's name; 'deprecated': the [[deprecated]] entries");
    one->add_flag("--no-ages", show->noAges, "Do not look for the commits: quicker");
    one->callback([=, &action] {
        action = [=] { return campaignShowCommand(finish(show->words), show->name, !show->noAges); };
    });
    add(*campaign, "status", "Violations now, at the baseline, target, what came back, and the trend",
        "Examples:\n  espalier campaign status ~/src/shop\n  espalier campaign status --format json",
        "text json", campaignStatusCommand);
    addCampaignEdits(*campaign, action);
}

} // namespace

void addPastCommands(CLI::App& app, std::function<int()>& action) {
    addHistory(app, action);
    addDifferences(app, action);
    addCampaigns(app, action);
    addTracker(app, action);
}

} // namespace espalier::cli
