#include "app/gui/campaign_reader.h"

#include "app/project/campaign_view.h"
#include "app/project/commit.h"
#include "app/project/past_line.h"
#include "ui/text.h"

#include <QCoreApplication>

#include <algorithm>
#include <utility>

namespace espalier::gui {

namespace {

struct CampaignReader { // the context of these texts for translators
    Q_DECLARE_TR_FUNCTIONS(CampaignReader)
};

} // namespace

facts::Result<ui::CampaignPastPtr>
readCampaignPast(const project::Location& location,
                 const std::function<void(qint64 done, qint64 total)>& progress,
                 const std::atomic<bool>& cancel) {
    auto line = project::readPastLine(location);
    if (!line || line->timeline.revisions.empty())
        return facts::Error{ui::toUtf8(CampaignReader::tr("the past of this project has not been read")),
                            location.root, ui::toUtf8(CampaignReader::tr("read it first"))};
    const auto told = [&](std::size_t done, std::size_t total) {
        progress(static_cast<qint64>(done), static_cast<qint64>(total));
    };
    auto known =
        project::Line::known(location, std::move(line->timeline), project::configOf(location), cancel);
    if (!known)
        return known.error();
    auto watches = known->watches(told, cancel, 1);
    if (!watches)
        return watches.error();
    project::Past past{std::move(known->timeline), std::move(*watches), std::move(known->config)};
    const graph::Owners owners = project::ownersAt(location, past.timeline.revisions.back().commit.id);
    auto out = std::make_shared<ui::CampaignPast>();
    out->entries.resize(past.watches.size()); // reports point into them
    for (std::size_t i = 0; i < out->entries.size(); ++i) {
        ui::CampaignPast::Entry& entry = out->entries[i];
        entry.past = std::move(past.watches[i]);
        auto view = project::campaignView(location, past, entry.past, owners, nullptr);
        if (!view)
            return view.error();
        entry.campaign = std::move(view->campaign);
        entry.configured = std::ranges::any_of(
            past.config.campaigns, [&](const graph::Campaign& c) { return c.name == entry.past.watch.name; });
        entry.baseline = std::move(view->baseline);
        if (view->baselineRevision)
            entry.baselinePlace = static_cast<int>(*view->baselineRevision);
        entry.report = std::move(view->report);
    }
    out->line = ui::makeCommitLine(std::move(past.timeline), line->tags);
    return ui::CampaignPastPtr(std::move(out));
}

} // namespace espalier::gui
