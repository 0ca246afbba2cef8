#include "app/cli/campaign_edit_command.h"
#include "app/cli/query_words.h"

#include <memory>

namespace espalier::cli {
namespace {

void addValues(CLI::App& command, CampaignEditRequest& request) {
    command.add_option("--title", request.title, "What it is about");
    command.add_option("--issue", request.issue, "Where it is discussed");
    command.add_option("--priority", request.priority, "P0, …");
    command.add_option("--deprecated", request.deprecated,
                       "Modules, and symbols as a.b:name, that nobody should import any more");
    command.add_option("--canonical", request.canonical, "Symbols to import instead");
    command.add_option("--critical-path", request.criticalPath, "Modules: what they reach comes first");
    command.add_option("--baseline", request.baseline, "A commit, tag or date");
    command.add_option("--target-files", request.targetFiles, "So many files may be left");
    command.add_option("--target-compliance", request.targetCompliance, "A share, from 0 to 1");
    command.add_option("--by", request.by, "When that is to be reached: 2026-12-31");
    command.add_option("--phase", request.phases, "Its phases, in order");
}

} // namespace

void addCampaignEdits(CLI::App& campaign, std::function<int()>& action) {
    const auto add = [&](const char* name, const char* what, CampaignEditRequest::What kind,
                         const char* footer) {
        auto request = std::make_shared<CampaignEditRequest>();
        request->what = kind;
        CLI::App* command = campaign.add_subcommand(name, what);
        command->add_option("NAME", request->name, "Lower-case letters, digits and dashes")->required();
        addFolder(*command, request->folder);
        command->add_option("--config", request->config,
                            "Change this file, like espalier.toml, instead of the project's configuration");
        command->footer(footer);
        command->callback([=, &action] { action = [request] { return campaignEditCommand(*request); }; });
        return std::pair(command, request);
    };
    const auto [create, fresh] =
        add("add", "Write a new campaign into the configuration", CampaignEditRequest::What::Add,
            "Example:\n  espalier campaign add orders-ssot --deprecated shop.old_orders --canonical "
            "shop.orders:Order --target-files 0 --by 2026-12-31");
    addValues(*create, *fresh);
    const auto [set, changed] = add(
        "set", "Change a campaign in the configuration; comments and all else stay",
        CampaignEditRequest::What::Set,
        "What is not given stays; \"\" takes a value away.\n\nExamples:\n  espalier campaign set orders-ssot "
        "--target-files 20 --by \"\"\n  espalier campaign set orders-ssot --done audit");
    addValues(*set, *changed);
    set->add_option("--name", changed->newName, "A new name");
    set->add_option("--done", changed->done, "Phases that are done");
    set->add_option("--not-done", changed->notDone, "Phases that are not");
    add("remove", "Take a campaign out of the configuration", CampaignEditRequest::What::Remove,
        "Example:\n  espalier campaign remove orders-ssot");
}

} // namespace espalier::cli
