#include "ui/campaigns/trend_data.h"

#include "ui/text.h"

#include <QCoreApplication>

#include <algorithm>

namespace espalier::ui {

namespace {

struct Trend { // the context of these texts for translators
    Q_DECLARE_TR_FUNCTIONS(Trend)
};

TrendData::Point pointOf(const graph::WatchPoint& at, TrendMeasure measure) {
    TrendData::Point point;
    point.place = static_cast<int>(at.revision);
    if (measure == TrendMeasure::Compliance) {
        point.all = 100 * at.counts.compliance();
        return point;
    }
    const bool files = measure == TrendMeasure::Files;
    point.all = files ? at.counts.files : at.counts.statements;
    for (std::size_t i = 0; i < TrendData::kParts; ++i)
        point.parts[i] = files ? at.counts.filesByClass[i] : at.counts.statementsByClass[i];
    return point;
}

std::vector<TrendData::Mark> marksOf(const CampaignPast::Entry& entry,
                                     const std::vector<graph::Moves>& moves) {
    using Kind = TrendData::Mark::Kind;
    std::vector<TrendData::Mark> out;
    if (entry.baselinePlace)
        out.push_back(
            {Kind::Baseline, *entry.baselinePlace, Trend::tr("baseline %1").arg(toQt(entry.baseline))});
    for (std::size_t place = 0; place < moves.size(); ++place)
        if (moves[place].back > 0)
            out.push_back(
                {Kind::Regression, static_cast<int>(place),
                 counted(moves[place].back, Trend::tr("1 violation came back"),
                         Trend::tr("%1 violations came back", nullptr, plural(moves[place].back)))});
    for (const graph::PhaseState& state : entry.report.phases)
        if (state.since)
            out.push_back({Kind::Phase, static_cast<int>(*state.since), toQt(state.phase.name)});
    std::ranges::stable_sort(out, {}, &TrendData::Mark::place);
    return out;
}

std::optional<double> targetOf(const CampaignPast::Entry& entry, TrendMeasure measure) {
    const graph::CampaignStatus& status = entry.report.status;
    if (measure == TrendMeasure::Compliance && status.complianceTarget)
        return 100 * *status.complianceTarget;
    if (measure == TrendMeasure::Files && entry.configured)
        return status.target;
    return std::nullopt;
}

} // namespace

const TrendData::Point* TrendData::at(int place) const {
    const auto next = std::ranges::upper_bound(points, place, {}, &Point::place);
    return next == points.begin() ? nullptr : &*(next - 1);
}

TimeRange TrendData::range() const {
    constexpr double kBefore = 0.05, kLeast = 24 * 60 * 60; // a share of the whole; seconds
    const auto first = std::ranges::find_if(points, [](const Point& p) { return p.moved.fresh > 0; });
    int from = first == points.end() ? 0 : first->place;
    for (const Mark& mark : marks)
        from = std::min(from, mark.place);
    const TimeRange whole = wholeRange(*line);
    const double begin = static_cast<double>(line->times[static_cast<std::size_t>(from)]);
    return {std::max(whole.from, std::min(begin - kBefore * (whole.to - begin), whole.to - kLeast)),
            whole.to};
}

double TrendData::most() const {
    double most = target.value_or(0);
    for (const Point& point : points)
        most = std::max(most, point.all);
    return most;
}

TrendData trendData(const CampaignPast& past, std::size_t index, TrendMeasure measure) {
    const CampaignPast::Entry& entry = past.entries[index];
    const std::vector<graph::Moves> moves =
        graph::movesOf(entry.past, static_cast<std::size_t>(past.line->size()));
    TrendData data;
    data.line = past.line;
    data.measure = measure;
    std::size_t next = 0; // place whose moves are not told yet
    for (const graph::WatchPoint& at : entry.past.points) {
        TrendData::Point point = pointOf(at, measure);
        for (; next <= at.revision; ++next) {
            point.moved.fresh += moves[next].fresh;
            point.moved.fixed += moves[next].fixed;
            point.moved.back += moves[next].back;
        }
        data.points.push_back(point);
    }
    data.target = targetOf(entry, measure);
    data.marks = marksOf(entry, moves);
    return data;
}

} // namespace espalier::ui
