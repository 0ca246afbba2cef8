#include "ui/campaigns/campaign_past.h"

#include "ui/text.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

#include <algorithm>
#include <cmath>

namespace espalier::ui {

namespace {

struct Campaigns { // the context of these texts for translators
    Q_DECLARE_TR_FUNCTIONS(Campaigns)
};

QString dayOf(std::int64_t seconds) {
    return QDateTime::fromSecsSinceEpoch(seconds, Qt::UTC).date().toString(Qt::ISODate);
}

QString perDay(double files) {
    return QLocale().toString(std::abs(files), 'f', 2);
}

QString deadlineWord(graph::Deadline deadline) {
    switch (deadline) {
    case graph::Deadline::Reached:
        return Campaigns::tr("reached");
    case graph::Deadline::OnTime:
        return Campaigns::tr("in time, if it goes on like this");
    case graph::Deadline::Uncertain:
        return Campaigns::tr("perhaps, if it goes on like this");
    case graph::Deadline::Late:
        return Campaigns::tr("not at this pace");
    case graph::Deadline::Missed:
        return Campaigns::tr("missed");
    case graph::Deadline::Unknown:
        return Campaigns::tr("cannot be told yet");
    case graph::Deadline::None:
        break;
    }
    return {};
}

} // namespace

int CampaignPast::find(const std::string& name) const {
    const auto found =
        std::ranges::find_if(entries, [&](const Entry& e) { return e.past.watch.name == name; });
    return found == entries.end() ? -1 : static_cast<int>(found - entries.begin());
}

QString titleOf(const CampaignPast::Entry& entry) {
    if (!entry.configured)
        return Campaigns::tr("Everything configured as deprecated");
    return toQt(entry.campaign.title.empty() ? entry.campaign.name : entry.campaign.title);
}

QString leftWords(const CampaignPast::Entry& entry) {
    const graph::CampaignStatus& status = entry.report.status;
    const QString left = status.now.files == 0
                             ? Campaigns::tr("nothing left")
                             : counted(status.now.files, Campaigns::tr("1 file left"),
                                       Campaigns::tr("%1 files left", nullptr, plural(status.now.files)));
    return status.target == 0 || !entry.configured
               ? left
               : Campaigns::tr("%1, target %2").arg(left, number(status.target));
}

QString sinceWords(const CampaignPast::Entry& entry) {
    const graph::CampaignStatus& status = entry.report.status;
    const QString moved =
        Campaigns::tr("%1 new, %2 fixed, %3 came back")
            .arg(number(status.newSince), number(status.fixedSince), number(status.regressions));
    return status.baseline ? Campaigns::tr("Since %1: %2").arg(toQt(entry.baseline), moved)
                           : Campaigns::tr("Since the beginning: %1").arg(moved);
}

QString weekWords(const graph::Moves& moves) {
    return Campaigns::tr("This week: %1 new, %2 fixed, %3 came back")
        .arg(number(moves.fresh), number(moves.fixed), number(moves.back));
}

int headingSign(const graph::CampaignStatus& status) {
    return !status.heading ? 0 : status.heading->falls() ? -1 : status.heading->rises() ? 1 : 0;
}

QString headingWords(const graph::CampaignStatus& status) {
    if (!status.heading)
        return Campaigns::tr("Too few days to tell a trend");
    const graph::Heading& heading = *status.heading;
    const QString pace = perDay(heading.filesPerDay), within = perDay(2 * heading.uncertainty);
    switch (headingSign(status)) {
    case -1:
        return status.earliestEnd
                   ? Campaigns::tr("Falls by %1 files a day (± %2): the target is reached between %3 and %4")
                         .arg(pace, within, dayOf(*status.earliestEnd), dayOf(*status.latestEnd))
                   : Campaigns::tr("Falls by %1 files a day (± %2)").arg(pace, within);
    case 1:
        return Campaigns::tr("Rises by %1 files a day (± %2): no end in sight").arg(pace, within);
    default:
        return Campaigns::tr("Neither falls nor rises for sure (%1 files a day, ± %2)")
            .arg(QLocale().toString(heading.filesPerDay, 'f', 2), within);
    }
}

QString deadlineWords(const CampaignPast::Entry& entry) {
    const QString word = deadlineWord(entry.report.status.deadline);
    return word.isEmpty() ? QString() : Campaigns::tr("By %1: %2").arg(toQt(entry.campaign.target.by), word);
}

} // namespace espalier::ui
