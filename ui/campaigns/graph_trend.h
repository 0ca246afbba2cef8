// The numbers of the module graph over the commits of a line, for the trend chart: as `trend --measures`
// prints them. Any thread.
#pragma once

#include "graph/history/measures.h"
#include "ui/campaigns/trend_data.h"

namespace espalier::ui {

// In the order of the chooser.
[[nodiscard]] QStringList graphMeasureWords();
// "Modules"; of those that are about the graph.
[[nodiscard]] QString measureWord(TrendMeasure measure);
// A point for each commit that changed the number. `measured` has all commits of the line.
[[nodiscard]] TrendData graphTrend(CommitLinePtr line, const graph::MeasuredLine& measured,
                                   TrendMeasure measure);
// "12,345 modules, 40,000 imports of them, 2 tangles (25 modules), 30 missing modules": at the newest commit.
[[nodiscard]] QString graphWords(const graph::MeasuredLine& measured);

} // namespace espalier::ui
