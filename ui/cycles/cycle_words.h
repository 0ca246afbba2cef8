// Tangles, what happens when they are imported, and how to cut them, in words.
#pragma once

#include "graph/model/snapshot.h"
#include "ui/cycles/cycle_answers.h"

#include <QString>

#include <vector>

namespace espalier::ui {

// "multiprocessing: context, reduction": a few names, and what they share once.
[[nodiscard]] QString tangleName(const graph::Snapshot& snapshot,
                                 const std::vector<graph::ModuleId>& modules);
// "context, reduction": for where there is little room.
[[nodiscard]] QString shortTangleName(const graph::Snapshot& snapshot,
                                      const std::vector<graph::ModuleId>& modules);
// "shop.web → shop.cart → shop.web", for consecutive edges.
[[nodiscard]] QString chainWords(const graph::Snapshot& snapshot, const std::vector<graph::EdgeId>& cycle,
                                 bool shortNames = false);

// A verdict as a badge: an icon and a word. `rank`: by which lists sort, the worst first.
struct VerdictBadge {
    QString sign, word;
    bool alarming = false;
    int rank = 0;
};
enum class VerdictState { Untested, Testing, Failed, Told };
// `verdict` where it is told.
[[nodiscard]] VerdictBadge verdictBadge(VerdictState state, const TangleVerdict* verdict);
// "Fails if first imported through shop.web (1 of 4 modules)".
[[nodiscard]] QString verdictSentence(const TangleVerdict& verdict);

[[nodiscard]] QString cutWord(graph::CutKind how);
[[nodiscard]] QString shortCutWord(graph::CutKind how); // "defer"
// "Order of shop.orders, make": what the imports of a cut bring in.
[[nodiscard]] QString symbolWords(const CutAnswer::Cut& cut);
// Whether there is a cheaper set, or how much cheaper one could be.
[[nodiscard]] QString proofSentence(const CutAnswer& cuts);
[[nodiscard]] QString leftWords(const std::vector<std::size_t>& sizes); // "no tangle is left"

} // namespace espalier::ui
