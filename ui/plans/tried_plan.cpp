#include "ui/plans/tried_plan.h"

#include <algorithm>

namespace espalier::ui {

graph::Plan TriedPlan::ticked() const {
    graph::Plan out{name, {}};
    for (const Item& item : items)
        if (item.ticked)
            out.changes.push_back(item.change);
    return out;
}

void TriedPlan::add(const graph::Change& change) {
    const auto same = std::ranges::find(items, change, &Item::change);
    if (same == items.end())
        items.push_back({change, true});
    else
        same->ticked = true;
    tried = true;
}

} // namespace espalier::ui
