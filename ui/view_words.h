// A view in words: what a change of it did, and what its filters say.
#pragma once

#include "ui/selection.h"

#include <QString>

#include <functional>
#include <vector>

namespace espalier::ui {

// For a menu behind "Undo": "hide shop.web". Names the most telling of several differences; empty if there is
// none.
[[nodiscard]] QString changeInWords(const graph::ViewSpec& before, const graph::ViewSpec& after);

// Something that differs from a view without filters, and how to get rid of it.
struct FilterChip {
    QString text;
    std::function<void(ViewState&)> remove;
};
[[nodiscard]] std::vector<FilterChip> filterChips(const ViewState& state);

[[nodiscard]] QString metricWord(graph::Metric metric); // "lines of code", …

} // namespace espalier::ui
