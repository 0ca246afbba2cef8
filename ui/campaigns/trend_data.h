// Figures of a campaign, or of the module graph, over the commits of a line, as steps: a value holds until
// the next.
#pragma once

#include "ui/campaigns/campaign_past.h"
#include "ui/history/strip_geometry.h"

#include <QString>

#include <array>
#include <optional>
#include <vector>

namespace espalier::ui {

enum class TrendMeasure {
    Files, // of a campaign
    Statements,
    Compliance,
    Modules, // of the module graph: graph_trend.h
    Imports,
    Tangles,
    InTangles,
    AllTangles, // with deferred imports
    InAllTangles,
    Ghosts,
    GhostImports,
    Unparsable,
    Lines,
};
inline constexpr TrendMeasure kFirstOfGraph = TrendMeasure::Modules;
[[nodiscard]] constexpr bool isOfGraph(TrendMeasure measure) {
    return measure >= kFirstOfGraph;
}

struct TrendData {
    static constexpr std::size_t kParts = graph::kPathClassCount;
    struct Point {
        int place = 0;                      // on the line
        double all = 0;                     // files, statements, per cent, …
        std::array<double, kParts> parts{}; // of `all`, by class of path, or kind of import; none of most
        graph::Moves moved;                 // violations since the point before
    };
    struct Mark {
        enum class Kind { Baseline, Regression, Phase };
        Kind kind = Kind::Baseline;
        int place = 0;
        QString words;
    };
    CommitLinePtr line;
    TrendMeasure measure = TrendMeasure::Files;
    std::vector<Point> points;
    std::optional<double> target;
    std::vector<Mark> marks; // by place

    // The values that hold at a place; null before the first.
    [[nodiscard]] const Point* at(int place) const;
    // From a little before the first violation, or the baseline, to the newest commit.
    [[nodiscard]] TimeRange range() const;
    // The largest value, the target included.
    [[nodiscard]] double most() const;
};

[[nodiscard]] TrendData trendData(const CampaignPast& past, std::size_t entry, TrendMeasure measure);

} // namespace espalier::ui
