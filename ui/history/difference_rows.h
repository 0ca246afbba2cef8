// What has changed between two states of a project, as the rows of a list and as Markdown. Any thread.
#pragma once

#include "graph/history/joined.h"
#include "ui/models/tree_table.h"

#include <QString>

#include <string>
#include <vector>

namespace espalier::ui {

// The older and the newer state.
struct Sides {
    graph::SnapshotPtr before, after;
    graph::Renames renames;
    [[nodiscard]] explicit operator bool() const { return before && after; }
};

// What a row is about, by names, because it may be of either state.
struct DifferenceItem {
    std::string module, target;           // a target: what the one imports of the other
    bool old = false;                     // to be found in the older state
    std::vector<std::string> others = {}; // of a tangle: its other modules
    std::string path = {};
    std::uint32_t line = 0;
};

struct DifferenceList {
    static constexpr std::size_t kMostRows = 1000; // of a sort; how many more there are is said

    graph::Difference difference;
    graph::JoinedPtr joined;
    std::vector<TreeRow> rows;         // a row for each sort of change, details are the changes
    std::vector<DifferenceItem> items; // IndexRole of the details
};
[[nodiscard]] DifferenceList listDifference(const Sides& sides, const graph::EdgeFilter& filter,
                                            const QString& comparison);
// "+12 −3 modules, +4 −1 imports, 1 tangle worse": in a few words.
[[nodiscard]] QString differenceWords(const graph::Difference& difference);
// For an issue. `heading`: what is compared.
[[nodiscard]] QString differenceMarkdown(const DifferenceList& list, const QString& heading);

} // namespace espalier::ui
