// The session: the past of campaigns.
#include "app/gui/campaign_reader.h"
#include "app/gui/desk_progress.h"
#include "app/gui/session.h"
#include "ui/campaigns/campaign_desk.h"
#include "ui/text.h"

#include <utility>

namespace espalier::gui {

void Session::connectCampaigns() {
    connect(&window_.campaigns(), &ui::CampaignDesk::pastWanted, this, &Session::readCampaigns);
    connect(&window_.campaigns(), &ui::CampaignDesk::stopWanted, this, [this] {
        if (stopCampaigns_)
            *stopCampaigns_ = true;
        campaigns_.cancel();
    });
    connect(&window_, &ui::MainWindow::campaignSaveRequested, this,
            [this](const graph::Campaign& campaign, const std::string& old) {
                editCampaigns([campaign, old](const project::CampaignFile& file) {
                    return project::withCampaign(file.text.value_or(""), file.topLevel, campaign, old);
                });
            });
    connect(&window_, &ui::MainWindow::campaignRemoveRequested, this, [this](const std::string& name) {
        editCampaigns([name](const project::CampaignFile& file) {
            return project::withoutCampaign(file.text.value_or(""), file.topLevel, name);
        });
    });
}

// `edit` makes the new text of the configuration from what it says now.
void Session::editCampaigns(
    const std::function<facts::Result<std::string>(const project::CampaignFile& file)>& edit) {
    if (!location_)
        return;
    if (bare_)
        return window_.showError({ui::toUtf8(tr("a bare repository has no working tree to write to")),
                                  location_->root, ui::toUtf8(tr("open a clone that has one"))});
    const auto work = [root = location_->root, edit]() -> facts::Result<std::string> {
        const auto file = project::campaignFile(root);
        if (!file)
            return file.error();
        const auto text = edit(*file);
        if (!text)
            return text.error();
        if (const facts::Status saved = project::saveCampaigns(*file, *text); !saved)
            return saved.error();
        return file->path;
    };
    configuring_.start(work, [this](const facts::Result<std::string>& saved) {
        if (!saved)
            return window_.showError(saved.error());
        window_.showMessage(tr("Saved %1").arg(ui::toQt(*saved)));
        reindex();
    });
}

void Session::readCampaigns() {
    if (!location_)
        return;
    stopCampaigns_ = std::make_shared<std::atomic<bool>>(false);
    campaigns_.start([location = *location_, stop = stopCampaigns_,
                      told = progressOf(&window_.campaigns(),
                                        stopCampaigns_)] { return readCampaignPast(location, told, *stop); },
                     [this](const facts::Result<ui::CampaignPastPtr>& past) {
                         past ? window_.campaigns().set(*past) : window_.campaigns().fail(past.error());
                     });
}

} // namespace espalier::gui
