// What to cut in the tangles of a real project, `cuts_bench FOLDER STORE KINDS SECONDS [DIR]` with a store
// that is up to date; KINDS as "import,deferred,typing,implicit-parents". For each tangle of ten or more
// modules: the weight of the set by Eades, Lin and Smyth alone, of the quick set, and of the proven one with
// its bound. Prints rows of a table in Markdown; DIR gets each tangle as a file for cuts_igraph.py.
#include "app/project/open.h"
#include "graph/cuts/cut_plan.h"
#include "graph/cuts/order_search.h"
#include "graph/cuts_exact/minimum_arc_set.h"

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <functional>
#include <string>

using namespace espalier;

namespace {

constexpr std::size_t kLeastModules = 10;

double elapsedMs(const std::function<void()>& work) {
    const auto begin = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin).count();
}

std::int64_t plainWeight(const graph::ArcProblem& problem) {
    std::vector<double> weights;
    for (const graph::Arc& arc : problem.arcs)
        weights.push_back(static_cast<double>(arc.weight));
    const auto order = graph::eadesLinSmyth({problem.nodes, problem.arcs, {}}, weights);
    std::vector<int> place(order.size());
    for (std::size_t i = 0; i < order.size(); ++i)
        place[static_cast<std::size_t>(order[i])] = static_cast<int>(i);
    std::int64_t weight = 0;
    for (const graph::Arc& arc : problem.arcs)
        weight += place[static_cast<std::size_t>(arc.from)] > place[static_cast<std::size_t>(arc.to)]
                      ? arc.weight
                      : 0;
    return weight;
}

void write(const graph::ArcProblem& problem, const std::string& path) {
    std::ofstream out(path);
    for (const graph::Arc& arc : problem.arcs)
        out << arc.from << ' ' << arc.to << ' ' << arc.weight << '\n';
}

void measure(graph::Symbols& symbols, const graph::EdgeFilter& filter, double seconds,
             const std::string& folder) {
    const graph::Snapshot& snapshot = symbols.snapshot();
    int number = 0;
    for (const graph::Tangle& tangle : graph::tangles(snapshot, filter)) {
        if (tangle.modules.size() < kLeastModules)
            continue;
        std::vector<graph::EdgeCut> cuts;
        const double costsMs = elapsedMs([&] {
            graph::EdgeCosts costs(symbols, filter, tangle);
            cuts = graph::edgeCuts(costs, tangle);
        });
        const graph::ArcProblem problem = graph::arcProblem(snapshot, tangle, cuts);
        graph::ArcSet good, best;
        graph::CutPlan plan;
        const double goodMs = elapsedMs([&] { good = graph::goodArcSet(problem); });
        const double bestMs = elapsedMs(
            [&] { best = graph::minimumArcSet(problem, {.timeMs = static_cast<int>(seconds * 1000)}); });
        const double planMs = elapsedMs([&] { plan = graph::cutPlan(snapshot, tangle, cuts, best); });
        std::printf("| %zu / %zu | %lld | %lld | %.0f | %lld | %lld | %.0f | %zu, %zu easy | %.0f | %.0f |\n",
                    tangle.modules.size(), tangle.edges.size(), static_cast<long long>(plainWeight(problem)),
                    static_cast<long long>(good.weight), goodMs, static_cast<long long>(best.weight),
                    static_cast<long long>(best.lowerBound), bestMs, best.arcs.size(), plan.easySteps(),
                    costsMs, planMs);
        std::fflush(stdout);
        if (!folder.empty())
            write(problem, folder + "/" + std::to_string(number++) + ".txt");
    }
}

} // namespace

int main(int argc, char** argv) {
    if (argc < 5) {
        std::fprintf(stderr, "usage: cuts_bench FOLDER STORE KINDS SECONDS [DIR]\n");
        return 2;
    }
    const auto location = project::locate(argv[1], argv[2]);
    const auto snapshot =
        location ? project::openSnapshot(*location) : facts::Result<graph::SnapshotPtr>(location.error());
    if (!snapshot) {
        std::fprintf(stderr, "cuts_bench: %s\n", snapshot.error().text().c_str());
        return 2;
    }
    graph::EdgeFilter filter;
    for (int k = 0; k < facts::kEdgeKindCount; ++k)
        if (const auto kind = static_cast<graph::EdgeKind>(k);
            std::string(argv[3]).find(facts::name(kind)) != std::string::npos)
            filter.kinds.add(kind);
    filter.implicitParents = std::string(argv[3]).find("implicit-parents") != std::string::npos;
    std::printf("| modules / edges | Eades, Lin, Smyth | quick | ms | proven | bound | ms | edges | costs ms "
                "| steps ms "
                "|\n| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |\n");
    graph::Symbols symbols(*snapshot);
    measure(symbols, filter, std::atof(argv[4]), argc > 5 ? argv[5] : "");
    return 0;
}
