// What-if plans that a person has saved, in a file of their own in the project's folder:
//
//     [[plan]]
//     name = "orders"
//
//     [[plan.change]]
//     cut = ["shop.web", "shop.orders"]   # from, to
//     how = "defer"                       # "remove" (the default), "defer" or "type-checking"
//     kinds = ["import"]                  # of statements; this is the default
//
//     [[plan.change]]
//     redirect = ["shop.web", "shop"]     # what shop.web imports from shop …
//     names = ["Order"]
//     into = "shop.orders"                # … it imports from here instead
//
//     [[plan.change]]
//     move = "shop.orders:Order"
//     into = "shop.model"
//
//     [[plan.change]]
//     merge = "shop.old_orders"
//     into = "shop.orders"
#pragma once

#include "graph/plans/plan.h"
#include "indexer/facts/project_facts.h"
#include "indexer/facts/result.h"

#include <string>
#include <string_view>
#include <vector>

namespace espalier::project {

inline constexpr std::string_view kPlanFile = "espalier-plans.toml";
inline constexpr std::size_t kMostChanges = 1000; // of one plan

struct LoadedPlans {
    std::vector<graph::Plan> plans; // in the order of the file, each name once
    // What could not be read, with line and column. A change that is not as it should be is left out of its
    // plan.
    std::vector<facts::ProjectProblem> problems;
};

[[nodiscard]] LoadedPlans parsePlans(std::string_view toml, const std::string& fileName);
// Of kPlanFile in the folder; nothing where there is none.
[[nodiscard]] LoadedPlans readPlans(const std::string& root);

// Lower-case letters, digits, dashes, underscores and dots.
[[nodiscard]] bool isPlanName(std::string_view name);
// Puts the plan into the file's text, in the place of one of the same name, else at the end. Everything
// else, comments of other plans included, stays as it is. Errors: the text is no TOML, the name is no plan's
// name, a module's name is no valid UTF-8.
[[nodiscard]] facts::Result<std::string> withPlan(const std::string& toml, const graph::Plan& plan);
// Writes kPlanFile in the folder, whole or not at all. Errors: as above, and what the file system says.
[[nodiscard]] facts::Status savePlan(const std::string& root, const graph::Plan& plan);

} // namespace espalier::project
