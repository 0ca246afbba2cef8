// Plans in words.
#pragma once

#include "graph/plans/plan_steps.h"
#include "ui/plans/tried_plan.h"

#include <QString>

namespace espalier::ui {

// "Cut shop.web → shop.cart", "Move Cart of shop.cart to shop.model", …
[[nodiscard]] QString changeWords(const graph::Change& change);
// "Remove web → cart (in shop)": for where there is little room.
[[nodiscard]] QString shortChangeWords(const graph::Change& change);
// Why a change is left out, or what is not known of it.
[[nodiscard]] QString remarkWords(const graph::ChangeOutcome::Remark& remark);
// For a menu behind "Undo", as changeInWords() of views has it; empty if nothing differs.
[[nodiscard]] QString changeInWords(const TriedPlan& before, const TriedPlan& after);

// What is in tangles: "12 imports in 2 tangles of 7, 2 modules".
[[nodiscard]] QString countWords(const graph::TangleCount& count);
// "2 tangles fewer".
[[nodiscard]] QString differenceWords(const graph::TangleCount& before, const graph::TangleCount& after);
// "3 changes", "2 of 3 changes".
[[nodiscard]] QString madeWords(std::size_t made, std::size_t all);

} // namespace espalier::ui
