#include "graph/cuts/arc_set.h"

#include "graph/cuts/order_search.h"

#include <algorithm>

namespace espalier::graph {
namespace {

// A cycle of the arcs that `counts` says; depth first.
template <class Counts>
std::vector<int> cycleOf(const ArcProblem& problem, const Counts& counts) {
    const auto nodes = static_cast<std::size_t>(problem.nodes);
    std::vector<std::vector<int>> out(nodes);
    for (std::size_t a = 0; a < problem.arcs.size(); ++a)
        if (counts(a))
            out[static_cast<std::size_t>(problem.arcs[a].from)].push_back(static_cast<int>(a));
    enum State : char { New, Open, Done };
    std::vector<char> state(nodes, New);
    std::vector<std::size_t> next(nodes, 0);
    for (std::size_t root = 0; root < nodes; ++root) {
        if (state[root] != New)
            continue;
        std::vector<int> path; // arcs from root
        state[root] = Open;
        for (std::size_t v = root;;) {
            if (next[v] == out[v].size()) {
                state[v] = Done;
                if (v == root)
                    break;
                v = static_cast<std::size_t>(problem.arcs[static_cast<std::size_t>(path.back())].from);
                path.pop_back();
                continue;
            }
            const int arc = out[v][next[v]++];
            const auto to = static_cast<std::size_t>(problem.arcs[static_cast<std::size_t>(arc)].to);
            if (state[to] == Done)
                continue;
            path.push_back(arc);
            if (state[to] == Open) {
                const auto begin = std::ranges::find_if(path, [&](int a) {
                    return problem.arcs[static_cast<std::size_t>(a)].from == static_cast<int>(to);
                });
                return {begin, path.end()};
            }
            state[to] = Open;
            v = to;
        }
    }
    return {};
}

} // namespace

std::vector<int> keptCycle(const ArcProblem& problem) {
    return cycleOf(problem, [&](std::size_t a) { return problem.arcs[a].pin == Pin::Keep; });
}

bool breaksAllCycles(const ArcProblem& problem, const std::vector<int>& arcs) {
    std::vector<char> cut(problem.arcs.size(), 0);
    for (const int arc : arcs)
        cut[static_cast<std::size_t>(arc)] = 1;
    return cycleOf(problem, [&](std::size_t a) { return !cut[a]; }).empty();
}

ArcSet goodArcSet(const ArcProblem& problem, int effort) {
    ArcSet out;
    out.keptCycle = keptCycle(problem);
    if (!out.keptCycle.empty())
        return out;
    const Kernel kernel = reduced(problem);
    out.arcs = kernel.forced;
    for (const int arc : kernel.forced)
        out.lowerBound += problem.arcs[static_cast<std::size_t>(arc)].weight;
    for (const Piece& piece : kernel.pieces) {
        OrderSearch search(piece);
        search.improve(effort * searchRounds(piece), [] { return false; });
        addOriginals(piece, search.arcs(), out.arcs);
    }
    finish(problem, out);
    return out;
}

} // namespace espalier::graph
