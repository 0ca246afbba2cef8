#include "app/cli/cycle_plan.h"

#include "app/cli/text.h"
#include "app/project/small_file.h"

#include <algorithm>
#include <cstdio>
#include <utility>

namespace espalier::cli {
namespace {

void tell(const project::LoadedPlans& loaded) {
    for (const facts::ProjectProblem& problem : loaded.problems)
        std::fprintf(stderr, "espalier: %s:%u: %s\n", printable(problem.path).c_str(), problem.problem.line,
                     printable(problem.problem.message).c_str());
}

facts::Result<graph::Plan> planOfFile(const std::string& path) {
    const auto text = project::readSmallFile(path);
    if (!text)
        return text.error();
    const project::LoadedPlans loaded = project::parsePlans(*text, path);
    tell(loaded);
    if (loaded.plans.empty())
        return facts::Error{"no plan in this file", path, {}};
    graph::Plan all;
    for (const graph::Plan& plan : loaded.plans) {
        all.name += (all.name.empty() ? "" : ", ") + plan.name;
        all.changes.insert(all.changes.end(), plan.changes.begin(), plan.changes.end());
    }
    return all;
}

std::size_t made(const graph::Planned& planned) {
    return static_cast<std::size_t>(std::ranges::count_if(planned.outcomes, &graph::ChangeOutcome::made));
}

} // namespace

project::LoadedPlans savedPlans(const std::string& root) {
    project::LoadedPlans loaded = project::readPlans(root);
    tell(loaded);
    return loaded;
}

facts::Result<graph::Plan> findPlan(const std::string& root, const std::string& nameOrPath) {
    if (nameOrPath.ends_with(".toml"))
        return planOfFile(nameOrPath);
    project::LoadedPlans loaded = savedPlans(root);
    for (graph::Plan& plan : loaded.plans)
        if (plan.name == nameOrPath)
            return std::move(plan);
    std::string names;
    for (const graph::Plan& plan : loaded.plans)
        names += (names.empty() ? "" : ", ") + plan.name;
    return facts::Error{"there is no such plan in " + std::string(project::kPlanFile), nameOrPath,
                        names.empty() ? "it has none" : "it has " + names};
}

std::vector<std::string> remarks(const graph::Change& change, const graph::ChangeOutcome& outcome) {
    std::vector<std::string> out;
    for (const graph::ChangeOutcome::Remark& remark : outcome.remarks)
        out.push_back(words(change) + (graph::isRefusal(remark.remark) ? ": left out, " : ": ") +
                      words(remark));
    return out;
}

Json changeJson(const graph::Change& change, const graph::ChangeOutcome& outcome) {
    Json said = Json::array();
    for (const graph::ChangeOutcome::Remark& remark : outcome.remarks)
        said.push_back(words(remark));
    return {{"change", words(change)}, {"made", outcome.made}, {"remarks", std::move(said)}};
}

WhatIf whatIf(const graph::SnapshotPtr& snapshot, graph::Plan plan, const graph::EdgeFilter& filter) {
    WhatIf out;
    out.planned = graph::applyPlan(snapshot, plan);
    out.plan = std::move(plan);
    out.before = graph::countTangles(*snapshot, filter);
    out.after = graph::countTangles(*out.planned.snapshot, filter);
    return out;
}

std::string countText(const graph::TangleCount& count) {
    std::string out = counted(count.edges, "edge") + " in ";
    constexpr std::size_t kMost = 8;
    if (count.tangles.empty())
        return out + "tangles";
    out += counted(count.tangles.size(), "tangle") + " of ";
    for (std::size_t i = 0; i < std::min(count.tangles.size(), kMost); ++i)
        out += (i > 0 ? ", " : "") + thousands(count.tangles[i]);
    return out + (count.tangles.size() > kMost ? ", …" : "") + " modules";
}

Json countJson(const graph::TangleCount& count) {
    return {{"edges", count.edges}, {"tangles", count.tangles}};
}

std::vector<std::string> whatIfLines(const WhatIf& whatIf) {
    std::vector<std::string> out{"With plan " + printable(whatIf.plan.name) + " (" +
                                 thousands(made(whatIf.planned)) + " of " +
                                 counted(whatIf.plan.changes.size(), "change") +
                                 " made): " + countText(whatIf.after) + "; now " + countText(whatIf.before)};
    for (std::size_t i = 0; i < whatIf.plan.changes.size(); ++i)
        for (const std::string& remark : remarks(whatIf.plan.changes[i], whatIf.planned.outcomes[i]))
            out.push_back(printable(remark));
    return out;
}

Json whatIfJson(const WhatIf& whatIf) {
    Json changes = Json::array();
    for (std::size_t i = 0; i < whatIf.plan.changes.size(); ++i)
        changes.push_back(changeJson(whatIf.plan.changes[i], whatIf.planned.outcomes[i]));
    return {{"name", whatIf.plan.name},
            {"before", countJson(whatIf.before)},
            {"after", countJson(whatIf.after)},
            {"changes", std::move(changes)}};
}

} // namespace espalier::cli
