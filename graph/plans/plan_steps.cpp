#include "graph/plans/plan_steps.h"

#include "graph/analysis/tangles.h"

#include <algorithm>
#include <functional>
#include <numeric>
#include <optional>
#include <utility>

namespace espalier::graph {
namespace {

constexpr std::size_t kTriesPerChange = 4;

class Steps {
public:
    Steps(const SnapshotPtr& snapshot, const Plan& plan, const EdgeFilter& filter)
        : snapshot_(snapshot)
        , plan_(plan)
        , filter_(filter)
        , left_(plan.changes.size()) {
        std::iota(left_.begin(), left_.end(), std::size_t(0));
        tries_ = kTriesPerChange * left_.size();
        out_.before = countTangles(*snapshot, filter);
    }

    PlanSteps run() {
        while (!left_.empty())
            if (auto step = next()) {
                done_.changes.push_back(plan_.changes[step->change]);
                std::erase(left_, step->change);
                out_.steps.push_back(std::move(*step));
            } else {
                for (const std::size_t change : left_)
                    out_.refused.push_back(tried(change));
                left_.clear();
            }
        return std::move(out_);
    }

private:
    [[nodiscard]] const TangleCount& now() const {
        return out_.steps.empty() ? out_.before : out_.steps.back().left;
    }

    [[nodiscard]] PlanSteps::Step tried(std::size_t change) const {
        Plan plan = done_;
        plan.changes.push_back(plan_.changes[change]);
        Planned planned = applyPlan(snapshot_, plan);
        PlanSteps::Step step{change, std::move(planned.outcomes.back()), now()};
        if (step.outcome.made)
            step.left = countTangles(*planned.snapshot, filter_);
        return step;
    }

    // None: nothing that is left can be made.
    std::optional<PlanSteps::Step> next() {
        std::optional<PlanSteps::Step> best;
        for (const std::size_t change : left_) {
            if (best && tries_ == 0)
                break;
            tries_ -= tries_ > 0 ? 1 : 0;
            PlanSteps::Step step = tried(change);
            if (!step.outcome.made)
                continue;
            if (step.left.edges < now().edges)
                return step;
            if (!best || step.left.edges < best->left.edges)
                best = std::move(step);
        }
        return best;
    }

    const SnapshotPtr& snapshot_;
    const Plan& plan_;
    const EdgeFilter filter_;
    std::vector<std::size_t> left_;
    std::size_t tries_ = 0;
    Plan done_;
    PlanSteps out_;
};

} // namespace

TangleCount countTangles(const Snapshot& snapshot, const EdgeFilter& filter) {
    const std::vector<int> number = tangleNumbers(snapshot, filter);
    TangleCount out;
    for (const Edge& edge : snapshot.edges) {
        const int from = number[edge.from.value];
        out.edges +=
            from >= 0 && from == number[edge.to.value] && edge.from != edge.to && filter.admits(edge);
    }
    const int tangles = number.empty() ? 0 : *std::ranges::max_element(number) + 1;
    out.tangles.assign(static_cast<std::size_t>(tangles), 0);
    for (const int one : number)
        if (one >= 0)
            ++out.tangles[static_cast<std::size_t>(one)];
    std::ranges::sort(out.tangles, std::greater());
    return out;
}

PlanSteps planSteps(const SnapshotPtr& snapshot, const Plan& plan, const EdgeFilter& filter) {
    return Steps(snapshot, plan, filter).run();
}

} // namespace espalier::graph
