#include "graph/cuts/cut_plan.h"

#include "graph/analysis/components.h"

#include <algorithm>
#include <functional>
#include <tuple>

namespace espalier::graph {
namespace {

// So many visits to arcs the choice of an order may take in all: tenths of a second.
constexpr std::size_t kMostVisits = 20'000'000;

// What is in tangles while arcs are taken away.
class Remainder {
public:
    explicit Remainder(const ArcProblem& problem)
        : problem_(problem)
        , cut_(problem.arcs.size(), 0) {}

    void cut(int arc) { cut_[static_cast<std::size_t>(arc)] = 1; }

    struct State {
        std::size_t edges = 0;
        std::vector<std::size_t> tangles;
    };
    // With this arc taken away as well; -1: none.
    [[nodiscard]] State without(int arc) const {
        std::vector<std::vector<int>> successors(static_cast<std::size_t>(problem_.nodes));
        for (std::size_t a = 0; a < problem_.arcs.size(); ++a)
            if (!cut_[a] && static_cast<int>(a) != arc)
                successors[static_cast<std::size_t>(problem_.arcs[a].from)].push_back(problem_.arcs[a].to);
        const std::vector<int> component = components(successors);
        State out;
        std::vector<std::size_t> sizes(successors.size(), 0);
        for (std::size_t v = 0; v < successors.size(); ++v) {
            ++sizes[static_cast<std::size_t>(component[v])];
            for (const int to : successors[v])
                out.edges += component[v] == component[static_cast<std::size_t>(to)] ? 1 : 0;
        }
        for (const std::size_t size : sizes)
            if (size > 1)
                out.tangles.push_back(size);
        std::ranges::sort(out.tangles, std::greater());
        return out;
    }

private:
    const ArcProblem& problem_;
    std::vector<char> cut_; // by arc
};

} // namespace

std::vector<EdgeCut> edgeCuts(EdgeCosts& costs, const Tangle& tangle) {
    std::vector<EdgeCut> out;
    for (const EdgeId edge : tangle.edges)
        out.push_back(costs.of(edge));
    return out;
}

ArcProblem arcProblem(const Snapshot& snapshot, const Tangle& tangle, const std::vector<EdgeCut>& cuts,
                      const PinnedEdges& pins) {
    const auto nodeOf = [&](ModuleId module) {
        return static_cast<int>(std::ranges::lower_bound(tangle.modules, module) - tangle.modules.begin());
    };
    ArcProblem problem;
    problem.nodes = static_cast<int>(tangle.modules.size());
    for (std::size_t e = 0; e < tangle.edges.size(); ++e) {
        const EdgeId id = tangle.edges[e];
        const bool keep = std::ranges::find(pins.keep, id) != pins.keep.end();
        const bool cut = std::ranges::find(pins.cut, id) != pins.cut.end();
        problem.arcs.push_back({nodeOf(snapshot[id].from), nodeOf(snapshot[id].to), cuts[e].weight,
                                keep  ? Pin::Keep
                                : cut ? Pin::Cut
                                      : Pin::None});
    }
    return problem;
}

bool withdrawImpossible(const EdgeCosts& costs, const Snapshot& snapshot, const ArcSet& set,
                        std::vector<EdgeCut>& cuts) {
    std::vector<EdgeId> gone;
    for (const int arc : set.arcs)
        gone.push_back(cuts[static_cast<std::size_t>(arc)].edge);
    bool any = false;
    for (const int arc : set.arcs) {
        EdgeCut& cut = cuts[static_cast<std::size_t>(arc)];
        const auto isGone = [&](const EdgeCut::Symbol& symbol) {
            const auto direct = snapshot.edge(snapshot[cut.edge].from, symbol.definedIn);
            return direct && std::ranges::binary_search(gone, *direct);
        };
        if (cut.kind != CutKind::FromDefinition || std::ranges::none_of(cut.symbols, isGone))
            continue;
        cut = costs.removal(cut.edge);
        any = true;
    }
    return any;
}

std::size_t CutPlan::easySteps() const {
    return static_cast<std::size_t>(
        std::ranges::count_if(steps, [](const Step& s) { return s.cut.isEasy(); }));
}

CutPlan cutPlan(const Snapshot& snapshot, const Tangle& tangle, const std::vector<EdgeCut>& cuts,
                const ArcSet& set) {
    CutPlan plan;
    plan.weight = set.weight;
    plan.lowerBound = set.lowerBound;
    plan.optimal = set.isOptimal();
    for (const int arc : set.keptCycle)
        plan.keptCycle.push_back(tangle.edges[static_cast<std::size_t>(arc)]);

    const ArcProblem problem = arcProblem(snapshot, tangle, cuts);
    Remainder remainder(problem);
    std::vector<int> left = set.arcs;
    std::ranges::stable_sort(left, {}, [&](int arc) { return cuts[static_cast<std::size_t>(arc)].weight; });
    const std::size_t perStep = left.size() * (problem.arcs.size() + tangle.modules.size());
    const std::size_t tries = perStep == 0 ? 1 : std::max<std::size_t>(1, kMostVisits / perStep);
    std::size_t before = tangle.edges.size();
    while (!left.empty()) {
        std::size_t best = 0, tried = 0;
        Remainder::State least;
        for (std::size_t i = 0; i < left.size() && (tried < tries || least.edges >= before); ++i, ++tried)
            if (auto state = remainder.without(left[i]); tried == 0 || state.edges < least.edges) {
                least = std::move(state);
                best = i;
            }
        remainder.cut(left[best]);
        before = least.edges;
        plan.steps.push_back(
            {cuts[static_cast<std::size_t>(left[best])], least.edges, std::move(least.tangles)});
        left.erase(left.begin() + static_cast<std::ptrdiff_t>(best));
    }
    return plan;
}

} // namespace espalier::graph
