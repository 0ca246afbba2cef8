#include "ui/campaigns/campaign_model.h"

#include "ui/models/roles.h"

#include <algorithm>

namespace espalier::ui {

namespace {

constexpr double kDay = 24 * 60 * 60;

QPolygonF sparkOf(const CampaignPast& past, const CampaignPast::Entry& entry) {
    const std::vector<graph::WatchPoint>& points = entry.past.points;
    const auto end = static_cast<double>(past.line->times.back());
    const double length = CampaignModel::kSparkDays * kDay;
    double most = 1;
    QPolygonF out;
    for (const graph::WatchPoint& point : points) {
        const double time = static_cast<double>(past.line->times[point.revision]);
        const double x = std::max(0.0, 1 - (end - time) / length);
        const double value = point.counts.files;
        if (!out.isEmpty() && out.last().x() == 0 && x == 0)
            out.clear(); // before what is shown
        if (!out.isEmpty())
            out << QPointF(x, out.last().y());
        out << QPointF(x, value);
    }
    if (!out.isEmpty())
        out << QPointF(1, out.last().y());
    for (const QPointF& point : out)
        most = std::max(most, point.y());
    for (QPointF& point : out)
        point.ry() /= most;
    return out;
}

QString allWords(const CampaignPast::Entry& entry) {
    QStringList words{titleOf(entry), leftWords(entry), sinceWords(entry),
                      weekWords(entry.report.status.lastWeek), headingWords(entry.report.status)};
    if (const QString deadline = deadlineWords(entry); !deadline.isEmpty())
        words << deadline;
    return words.join(u'\n');
}

} // namespace

void CampaignModel::set(CampaignPastPtr past) {
    beginResetModel();
    past_ = std::move(past);
    sparks_.clear();
    if (past_)
        for (const CampaignPast::Entry& entry : past_->entries)
            sparks_.push_back(sparkOf(*past_, entry));
    endResetModel();
}

int CampaignModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() || !past_ ? 0 : static_cast<int>(past_->entries.size());
}

QVariant CampaignModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return titleOf(entry(index.row()));
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole:
        return allWords(entry(index.row()));
    case SortRole:
    case IndexRole:
        return index.row();
    default:
        return {};
    }
}

} // namespace espalier::ui
