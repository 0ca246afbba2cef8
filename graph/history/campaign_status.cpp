#include "graph/history/campaign_status.h"

#include "graph/history/phases.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <map>

namespace espalier::graph {
namespace {

constexpr std::int64_t kDay = 24 * 60 * 60;

std::optional<Heading> headingOf(const facts::Timeline& timeline, const WatchPast& past) {
    const std::int64_t end = timeline.revisions.back().commit.committed;
    std::map<std::int64_t, double> byDay;
    for (std::size_t i = 0; i < timeline.revisions.size(); ++i)
        if (const std::int64_t at = timeline.revisions[i].commit.committed; at > end - kHeadingDays * kDay)
            byDay[at / kDay] = countsAt(past, static_cast<std::uint32_t>(i)).files;
    const auto n = static_cast<double>(byDay.size());
    if (byDay.size() < 3)
        return std::nullopt;
    double meanX = 0, meanY = 0;
    for (const auto& [day, files] : byDay) {
        meanX += static_cast<double>(day) / n;
        meanY += files / n;
    }
    double xx = 0, xy = 0;
    for (const auto& [day, files] : byDay) {
        const double x = static_cast<double>(day) - meanX;
        xx += x * x;
        xy += x * (files - meanY);
    }
    Heading out;
    out.days = byDay.size();
    out.filesPerDay = xy / xx;
    double rest = 0;
    for (const auto& [day, files] : byDay) {
        const double off = files - meanY - out.filesPerDay * (static_cast<double>(day) - meanX);
        rest += off * off;
    }
    out.uncertainty = std::sqrt(rest / (n - 2) / xx);
    return out;
}

Deadline deadlineOf(const CampaignStatus& status, const Campaign::Target& target, std::int64_t now) {
    const auto by = endOfDay(target.by);
    if (!by)
        return Deadline::None;
    if (status.targetMet)
        return Deadline::Reached;
    if (now >= *by)
        return Deadline::Missed;
    if (!status.heading || status.now.files <= status.target)
        return Deadline::Unknown;
    if (!status.earliestEnd || *status.earliestEnd >= *by)
        return Deadline::Late;
    return *status.latestEnd < *by ? Deadline::OnTime : Deadline::Uncertain;
}

Moves movesAfter(const facts::Timeline& timeline, const WatchPast& past, std::int64_t seconds) {
    Moves out;
    const auto after = [&](std::uint32_t revision) {
        return timeline.revisions[revision].commit.committed > seconds;
    };
    for (const ViolationLife& life : past.lives)
        for (std::size_t i = 0; i < life.spans.size(); ++i) {
            if (after(life.spans[i].first))
                ++(i == 0 ? out.fresh : out.back);
            if (life.spans[i].gone && after(*life.spans[i].gone))
                ++out.fixed;
        }
    return out;
}

} // namespace

std::string_view name(Deadline deadline) {
    constexpr std::array<std::string_view, 7> kNames{"none", "reached", "on time", "uncertain",
                                                     "late", "missed",  "unknown"};
    return kNames[static_cast<std::size_t>(deadline)];
}

std::optional<std::int64_t> endOfDay(const std::string& date) {
    int year = 0, month = 0, day = 0, length = 0;
    if (date.size() != 10 || std::sscanf(date.c_str(), "%4d-%2d-%2d%n", &year, &month, &day, &length) != 3 ||
        length != 10)
        return std::nullopt;
    const std::chrono::year_month_day read{std::chrono::year(year),
                                           std::chrono::month(static_cast<unsigned>(month)),
                                           std::chrono::day(static_cast<unsigned>(day))};
    if (!read.ok())
        return std::nullopt;
    return std::chrono::sys_days(read).time_since_epoch().count() * kDay + kDay;
}

WatchCounts countsAt(const WatchPast& past, std::uint32_t revision) {
    const auto after = std::ranges::upper_bound(past.points, revision, {}, &WatchPoint::revision);
    return after == past.points.begin() ? WatchCounts{} : std::prev(after)->counts;
}

CampaignStatus campaignStatus(const facts::Timeline& timeline, const WatchPast& past,
                              std::optional<std::uint32_t> baseline, const Campaign::Target& target) {
    CampaignStatus out;
    if (timeline.revisions.empty())
        return out;
    out.now = countsAt(past, static_cast<std::uint32_t>(timeline.revisions.size() - 1));
    out.target = target.violatingFiles.value_or(0);
    out.complianceTarget = target.compliance;
    out.targetMet = meets(target, out.now);
    if (baseline)
        out.baseline = countsAt(past, *baseline);
    if (out.baseline && out.baseline->files > out.target) {
        const double way = out.baseline->files - static_cast<double>(out.target);
        out.done = std::clamp((out.baseline->files - static_cast<double>(out.now.files)) / way, 0.0, 1.0);
    } else if (out.baseline) {
        out.done = out.now.files <= out.target ? 1.0 : 0.0;
    }
    for (const ViolationLife& life : past.lives)
        for (std::size_t i = 0; i < life.spans.size(); ++i) {
            const ViolationLife::Span& span = life.spans[i];
            out.newSince += i == 0 && (!baseline || span.first > *baseline) ? 1 : 0;
            out.regressions += i > 0 && (!baseline || span.first > *baseline) ? 1 : 0;
            out.fixedSince += span.gone && (!baseline || *span.gone > *baseline) ? 1 : 0;
        }
    const std::int64_t end = timeline.revisions.back().commit.committed;
    out.lastWeek = movesAfter(timeline, past, end - 7 * kDay);
    out.heading = headingOf(timeline, past);
    if (out.heading && out.heading->falls() && out.now.files > out.target) {
        const double left = out.now.files - static_cast<double>(out.target);
        const auto when = [&](double perDay) {
            return end + static_cast<std::int64_t>(left / -perDay * static_cast<double>(kDay));
        };
        out.earliestEnd = when(out.heading->filesPerDay - 2 * out.heading->uncertainty);
        out.latestEnd = when(out.heading->filesPerDay + 2 * out.heading->uncertainty);
    }
    out.deadline = deadlineOf(out, target, end);
    return out;
}

std::vector<Moves> movesOf(const WatchPast& past, std::size_t revisions) {
    std::vector<Moves> out(revisions);
    for (const ViolationLife& life : past.lives)
        for (std::size_t i = 0; i < life.spans.size(); ++i) {
            ++(i == 0 ? out[life.spans[i].first].fresh : out[life.spans[i].first].back);
            if (life.spans[i].gone)
                ++out[*life.spans[i].gone].fixed;
        }
    return out;
}

} // namespace espalier::graph
