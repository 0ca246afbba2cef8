// A what-if plan as one works on it in the window.
#pragma once

#include "graph/plans/plan.h"

#include <QString>

#include <string>
#include <vector>

namespace espalier::ui {

struct TriedPlan {
    struct Item {
        graph::Change change;
        bool ticked = true; // else it is kept, but not made
        friend bool operator==(const Item&, const Item&) = default;
    };
    std::string name = {}; // under which it was saved or opened; empty: none yet
    std::vector<Item> items = {};
    bool tried = true; // the views show what the ticked changes make of the graph, rather than what is

    friend bool operator==(const TriedPlan&, const TriedPlan&) = default;
    [[nodiscard]] graph::Plan ticked() const;
    // What the views show; without changes: what is.
    [[nodiscard]] graph::Plan shown() const { return tried ? ticked() : graph::Plan{}; }
    // Ticked and tried. One that is there already is not added again, but ticked.
    void add(const graph::Change& change);
};

} // namespace espalier::ui
