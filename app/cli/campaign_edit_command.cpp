// `espalier campaign add`, `set` and `remove`: campaigns written into the configuration.
#include "app/cli/campaign_edit_command.h"

#include "app/cli/request.h"
#include "app/project/campaign_edit.h"
#include "app/project/open.h"

#include <algorithm>
#include <charconv>
#include <cstdio>

namespace espalier::cli {
namespace {

// False if the text is no such number; an empty one takes the value away.
template <class Number>
bool readNumber(const std::optional<std::string>& text, std::optional<Number>& out) {
    if (!text)
        return true;
    out.reset();
    if (text->empty())
        return true;
    Number value{};
    const auto [end, error] = std::from_chars(text->data(), text->data() + text->size(), value);
    out = value;
    return error == std::errc() && end == text->data() + text->size();
}

facts::Status apply(const CampaignEditRequest& request, graph::Campaign& campaign) {
    const auto set = [](const auto& given, auto& out) {
        if (given)
            out = *given;
    };
    set(request.newName, campaign.name);
    set(request.title, campaign.title);
    set(request.issue, campaign.issue);
    set(request.priority, campaign.priority);
    set(request.baseline, campaign.baseline);
    set(request.by, campaign.target.by);
    set(request.canonical, campaign.canonical);
    set(request.deprecated, campaign.deprecated);
    set(request.criticalPath, campaign.criticalPath);
    for (auto* list : {&campaign.canonical, &campaign.deprecated, &campaign.criticalPath})
        std::erase(*list, "");
    if (!readNumber(request.targetFiles, campaign.target.violatingFiles))
        return facts::Error{"--target-files is no number", *request.targetFiles, {}};
    if (!readNumber(request.targetCompliance, campaign.target.compliance))
        return facts::Error{"--target-compliance is no number", *request.targetCompliance, {}};
    if (request.phases) {
        campaign.phases.clear();
        for (const std::string& phase : *request.phases)
            if (!phase.empty())
                campaign.phases.push_back({phase, graph::usualConditions(phase), false});
    }
    for (const bool done : {true, false})
        for (const std::string& name : done ? request.done : request.notDone) {
            const auto phase = std::ranges::find(campaign.phases, name, &graph::Phase::name);
            if (phase == campaign.phases.end())
                return facts::Error{"there is no phase '" + name + "'", {}, {}};
            phase->done = done;
        }
    return facts::Done{};
}

facts::Result<std::string> edited(const CampaignEditRequest& request, const project::CampaignFile& file) {
    const std::string text = file.text.value_or("");
    if (request.what == CampaignEditRequest::What::Remove)
        return project::withoutCampaign(text, file.topLevel, request.name);
    const bool isNew = request.what == CampaignEditRequest::What::Add;
    graph::Campaign campaign;
    campaign.name = request.name;
    if (!isNew) {
        const auto campaigns = project::parseConfig(text, file.path, file.topLevel).config.campaigns;
        const auto found = std::ranges::find(campaigns, request.name, &graph::Campaign::name);
        if (found != campaigns.end())
            campaign = *found; // else withCampaign() says what is wrong
    }
    if (const auto status = apply(request, campaign); !status)
        return status.error();
    return project::withCampaign(text, file.topLevel, campaign, isNew ? "" : request.name);
}

} // namespace

int campaignEditCommand(const CampaignEditRequest& request) {
    const auto location = project::locate(request.folder);
    if (!location)
        return fail(location.error());
    const auto file = project::campaignFile(location->root, request.config);
    if (!file)
        return fail(file.error());
    const auto text = edited(request, *file);
    if (!text)
        return fail({text.error().what, file->path, text.error().hint});
    if (file->text == *text) {
        std::printf("nothing to change in %s\n", file->path.c_str());
        return 0;
    }
    if (const auto status = project::saveCampaigns(*file, *text); !status)
        return fail(status.error());
    std::printf("%s\n", file->path.c_str());
    return 0;
}

} // namespace espalier::cli
