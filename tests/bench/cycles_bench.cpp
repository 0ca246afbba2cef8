// How long questions about cycles take on a real project, `cycles_bench FOLDER STORE KINDS` with a store that
// is up to date; KINDS as "import,deferred,typing,implicit-parents". Milliseconds: the median of several
// runs, or of several edges.
#include "app/project/open.h"
#include "graph/analysis/tangles.h"
#include "graph/plans/plan_steps.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <functional>
#include <string>
#include <vector>

using namespace espalier;

namespace {

constexpr int kRuns = 9;

double elapsedMs(const std::function<void()>& work) {
    const auto begin = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin).count();
}

void print(const char* what, std::vector<double> times) {
    std::ranges::sort(times);
    std::printf("| %s | %.2f | %.2f |\n", what, times[times.size() / 2], times.back());
}

void measure(const char* what, const std::function<void()>& work) {
    std::vector<double> times;
    for (int run = 0; run < kRuns; ++run)
        times.push_back(elapsedMs(work));
    print(what, times);
}

// The largest module of a tangle, or of all, that has a file and nothing below it.
graph::ModuleId hub(const graph::Snapshot& s) {
    graph::ModuleId best(0);
    for (std::size_t i = 0; i < s.modules.size(); ++i)
        if (const graph::ModuleId id(i); s[id].kind == graph::ModuleKind::Module && s[id].file.valid() &&
                                         s.incoming(id).size() >= s.incoming(best).size())
            best = id;
    return best;
}

void measurePlans(const graph::SnapshotPtr& snapshot, const graph::EdgeFilter& filter) {
    const graph::Snapshot& s = *snapshot;
    const graph::ModuleId imported = hub(s);
    const std::string name = s[imported].name;
    const graph::Edge& edge = s[s.incoming(imported).front()];
    const graph::ModuleId other = edge.from;
    std::string symbol;
    for (const facts::Binding& binding : s.project.files[s[imported].file.value].facts->bindings)
        if (binding.kind == facts::BindingKind::Definition)
            symbol = binding.name;
    std::printf("plans about %s, which %zu modules import\n", name.c_str(), s.incoming(imported).size());
    const auto apply = [&](const char* what, const graph::Change& change) {
        measure(what, [&] { return (void)graph::applyPlan(snapshot, {"", {change}}); });
    };
    apply("plan: cut an edge",
          graph::CutEdge{s[other].name, name, graph::CutWay::Remove, graph::KindSet::all()});
    apply("plan: move a symbol to a new module", graph::MoveSymbol{name, symbol, "a_new_module"});
    apply("plan: merge a module", graph::MergeModules{name, s[other].name});
    measure("count of edges in tangles", [&] { (void)graph::countTangles(s, filter); });
}

} // namespace

int main(int argc, char** argv) {
    if (argc < 4) {
        std::fprintf(stderr, "usage: cycles_bench FOLDER STORE KINDS\n");
        return 2;
    }
    const auto location = project::locate(argv[1], argv[2]);
    const auto snapshot =
        location ? project::openSnapshot(*location) : facts::Result<graph::SnapshotPtr>(location.error());
    if (!snapshot) {
        std::fprintf(stderr, "cycles_bench: %s\n", snapshot.error().text().c_str());
        return 2;
    }
    graph::EdgeFilter filter;
    for (int k = 0; k < facts::kEdgeKindCount; ++k)
        if (const auto kind = static_cast<graph::EdgeKind>(k);
            std::string(argv[3]).find(facts::name(kind)) != std::string::npos)
            filter.kinds.add(kind);
    filter.implicitParents = std::string(argv[3]).find("implicit-parents") != std::string::npos;
    const graph::Snapshot& s = **snapshot;
    const auto admitted =
        std::ranges::count_if(s.edges, [&](const graph::Edge& e) { return filter.admits(e); });
    const std::vector<graph::Tangle> tangles = graph::tangles(s, filter);
    std::printf("%zu modules, %zu edges, %td of these kinds, %zu tangles, the largest of %zu modules\n",
                s.modules.size(), s.edges.size(), admitted, tangles.size(),
                tangles.empty() ? 0 : tangles[0].modules.size());
    std::printf("| ms | median | worst |\n| --- | ---: | ---: |\n");
    measure("tangles, each with a shortest cycle", [&] { (void)graph::tangles(s, filter); });
    measure("tangles, without", [&] { (void)graph::tangleNumbers(s, filter); });
    if (!tangles.empty()) {
        std::vector<double> times;
        for (std::size_t i = 0; i < tangles[0].edges.size(); i += 1 + tangles[0].edges.size() / 200)
            times.push_back(
                elapsedMs([&] { (void)graph::shortestCycleThrough(s, tangles[0].edges[i], filter); }));
        print("shortest cycle through an edge of the largest", times);
    }
    measurePlans(*snapshot, filter);
    return 0;
}
