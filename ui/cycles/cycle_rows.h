// The lists of the Cycles panel, as rows. Any thread.
#pragma once

#include "graph/history/difference.h"
#include "ui/cycles/cycle_words.h"
#include "ui/findings.h"
#include "ui/models/tree_table.h"

#include <QStringList>

#include <functional>
#include <map>
#include <vector>

namespace espalier::ui {

// What one knows of a tangle at the time.
using BadgeOf = std::function<VerdictBadge(std::size_t tangle)>;

// Whether a baseline lacks it, and how that is said: "new since v1.4".
struct SinceThen {
    graph::TangleAge age = graph::TangleAge::Known;
    QString words = {}; // empty: it was there
};
using AgeOf = std::function<SinceThen(std::size_t tangle)>;

// Of modules: name, verdict, modules, statements; what is new comes first, then those that can fail, then the
// largest, then those with the most statements. TreeRow::index is the tangle's in Findings.
inline constexpr int kVerdictColumn = 1;
[[nodiscard]] QStringList tangleHeaders();
[[nodiscard]] std::vector<TreeRow> tangleRows(const Findings& findings, const BadgeOf& badge,
                                              const AgeOf& age = {});

// "4 modules import each other: 7 imports, 12 statements".
[[nodiscard]] QString sizeWords(const Findings& findings, std::size_t tangle);

// Of packages, by size and statements; below each what one package imports from another.
[[nodiscard]] QStringList packageHeaders();
[[nodiscard]] std::vector<TreeRow> packageRows(const Findings& findings);
// The edges between the packages of one of these, and below each those of their modules.
[[nodiscard]] std::vector<TreeRow> packageEdgeRows(const Findings& findings, std::size_t tangle);

// Entries that end alike as one row, the chain of half-run modules below; then what is called meanwhile.
[[nodiscard]] std::vector<TreeRow> verdictRows(const TangleVerdict& verdict);

// Each cycle, and below it its edges with a statement each.
[[nodiscard]] std::vector<TreeRow> cycleRows(const Findings& findings,
                                             const std::vector<std::vector<graph::EdgeId>>& cycles);

enum class CutPin { Keep, Cut };
using CutPins = std::map<NamedEdge, CutPin>;
// The steps, the statements below; then what is to be kept.
[[nodiscard]] QStringList cutHeaders();
[[nodiscard]] std::vector<TreeRow> cutRows(const graph::Snapshot& snapshot, const CutAnswer* cuts,
                                           const CutPins& pins);

} // namespace espalier::ui
