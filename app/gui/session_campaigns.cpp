// The session: the past of campaigns.
#include "app/gui/campaign_reader.h"
#include "app/gui/session.h"
#include "ui/campaigns/campaign_desk.h"

#include <utility>

namespace espalier::gui {

void Session::connectCampaigns() {
    connect(&window_.campaigns(), &ui::CampaignDesk::pastWanted, this, &Session::readCampaigns);
    connect(&window_.campaigns(), &ui::CampaignDesk::stopWanted, this, [this] {
        if (stopCampaigns_)
            *stopCampaigns_ = true;
        campaigns_.cancel();
    });
}

void Session::readCampaigns() {
    if (!location_)
        return;
    stopCampaigns_ = std::make_shared<std::atomic<bool>>(false);
    // From the worker: told once for each per cent.
    const auto told = [desk = &window_.campaigns(), stop = stopCampaigns_,
                       last = std::make_shared<qint64>(-1)](qint64 done, qint64 total) {
        const qint64 percent = total > 0 ? 100 * done / total : 0;
        if (!*stop && std::exchange(*last, percent) != percent)
            QMetaObject::invokeMethod(
                desk, [=] { desk->progress(percent, 100); }, Qt::QueuedConnection);
    };
    campaigns_.start([location = *location_, stop = stopCampaigns_,
                      told] { return readCampaignPast(location, told, *stop); },
                     [this](const facts::Result<ui::CampaignPastPtr>& past) {
                         past ? window_.campaigns().set(*past) : window_.campaigns().fail(past.error());
                     });
}

} // namespace espalier::gui
