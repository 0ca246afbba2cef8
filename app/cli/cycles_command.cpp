// `espalier cycles`: the tangles of modules or packages, what happens when they are imported, and whether two
// modules import each other.
#include "app/cli/commands.h"
#include "app/cli/cycle_formats.h"
#include "app/cli/cycle_verdicts.h"
#include "app/cli/json.h"
#include "app/cli/text.h"
#include "graph/analysis/cycles.h"

#include <algorithm>
#include <cstdio>
#include <numeric>

namespace espalier::cli {
namespace {

Json modulesJson(const graph::Snapshot& snapshot, const std::vector<graph::ModuleId>& modules) {
    Json out = Json::array();
    for (const graph::ModuleId module : modules)
        out.push_back(snapshot[module].name);
    return out;
}

Json edgesJson(const graph::Snapshot& snapshot, const std::vector<graph::EdgeId>& edges,
               const graph::EdgeFilter& filter) {
    Json out = Json::array();
    for (const graph::EdgeId edge : edges)
        out.push_back(edgeJson(snapshot, edge, filter));
    return out;
}

void printModules(const graph::Snapshot& snapshot, const char* what,
                  const std::vector<graph::ModuleId>& modules) {
    std::printf("  %s:", what);
    for (const graph::ModuleId module : modules)
        std::printf(" %s", printable(snapshot[module].name).c_str());
    std::printf("\n\n");
}

void printJson(const graph::Snapshot& snapshot, const std::vector<graph::Tangle>& tangles,
               const std::vector<Explanation>& explanations, const graph::EdgeFilter& filter) {
    JsonPrinter printer;
    printer.beginList("tangles");
    for (std::size_t i = 0; i < tangles.size(); ++i) {
        const graph::Tangle& tangle = tangles[i];
        Json json{{"modules", modulesJson(snapshot, tangle.modules)},
                  {"edges", tangle.edges.size()},
                  {"shortest", edgesJson(snapshot, tangle.shortestCycle, filter)}};
        if (!explanations.empty()) {
            json["verdicts"] = Json::array();
            for (const graph::Verdict& verdict : explanations[i].verdicts)
                json["verdicts"].push_back(verdictJson(snapshot, verdict));
            json["import_calls"] = callsJson(snapshot, tangle, explanations[i]);
        }
        printer.item(json);
    }
    printer.endList();
}

void printText(const graph::Snapshot& snapshot, const std::vector<graph::Tangle>& tangles,
               const std::vector<Explanation>& explanations, const graph::EdgeFilter& filter) {
    if (tangles.empty())
        std::printf("No import cycles (kinds that count: %s).\n", kindsText(filter.kinds).c_str());
    for (std::size_t i = 0; i < tangles.size(); ++i) {
        const graph::Tangle& tangle = tangles[i];
        std::printf(
            "Tangle of %s, %s; a shortest cycle: %s\n", counted(tangle.modules.size(), "module").c_str(),
            counted(tangle.edges.size(), "edge").c_str(), chainText(snapshot, tangle.shortestCycle).c_str());
        for (const graph::EdgeId edge : tangle.shortestCycle)
            printEdge(snapshot, edge, filter, "  ");
        if (!explanations.empty()) {
            std::printf("  %s\n", summary(snapshot, explanations[i]).c_str());
            printExplanation(snapshot, tangle, explanations[i]);
        }
        printModules(snapshot, "modules", tangle.modules);
    }
}

int printPackages(const graph::Snapshot& snapshot, const CyclesRequest& cycles) {
    const graph::EdgeFilter& filter = cycles.request.filter;
    const std::vector<graph::PackageTangle> tangles = graph::packageTangles(snapshot, filter);
    if (cycles.format == "json") {
        JsonPrinter printer;
        printer.beginList("package_tangles");
        for (const graph::PackageTangle& tangle : tangles) {
            Json edges = Json::array();
            for (const graph::PackageTangle::PackageEdge& edge : tangle.edges)
                edges.push_back({{"from", snapshot[edge.from].name},
                                 {"to", snapshot[edge.to].name},
                                 {"edges", edgesJson(snapshot, edge.edges, filter)}});
            printer.item({{"packages", modulesJson(snapshot, tangle.packages)}, {"edges", std::move(edges)}});
        }
        printer.endList();
        return 0;
    }
    if (tangles.empty())
        std::printf("No packages import each other (kinds that count: %s).\n",
                    kindsText(filter.kinds).c_str());
    for (const graph::PackageTangle& tangle : tangles) {
        std::printf("Tangle of %s, %s\n", counted(tangle.packages.size(), "package").c_str(),
                    counted(tangle.edges.size(), "edge").c_str());
        for (const graph::PackageTangle::PackageEdge& edge : tangle.edges) {
            std::printf("  %s > %s: %s between their modules\n", printable(snapshot[edge.from].name).c_str(),
                        printable(snapshot[edge.to].name).c_str(),
                        counted(edge.edges.size(), "edge").c_str());
            for (const graph::EdgeId id : edge.edges)
                printEdge(snapshot, id, filter, "    ");
        }
        printModules(snapshot, "packages", tangle.packages);
    }
    return 0;
}

int answerBetween(const graph::Snapshot& snapshot, const CyclesRequest& cycles) {
    const graph::EdgeFilter& filter = cycles.request.filter;
    const std::string &nameA = cycles.between[0], &nameB = cycles.between[1];
    const auto a = snapshot.find(nameA), b = snapshot.find(nameB);
    if (!a)
        suggest(snapshot, nameA);
    if (!b)
        suggest(snapshot, nameB);
    const auto cycle = a && b ? graph::cycleBetween(snapshot, *a, *b, filter) : std::nullopt;
    const auto admitted = [&](const graph::Edge& edge) { return filter.admits(edge); };
    const auto edges = std::count_if(snapshot.edges.begin(), snapshot.edges.end(), admitted);
    if (cycles.format == "json") {
        Json kinds = Json::array();
        for (int i = 0; i < facts::kEdgeKindCount; ++i)
            if (filter.kinds.has(static_cast<facts::EdgeKind>(i)))
                kinds.push_back(facts::name(static_cast<facts::EdgeKind>(i)));
        print({{"schema", kSchema},
               {"cycle", cycle ? edgesJson(snapshot, cycle->edges, filter) : Json(nullptr)},
               {"simple", !cycle || cycle->simple},
               {"searched", {{"kinds", kinds}, {"modules", snapshot.modules.size()}, {"edges", edges}}}});
        return 0;
    }
    if (!a || !b)
        return 0;
    if (!cycle) {
        std::printf(
            "No: %s and %s are in no import cycle together (%s of kinds %s between %s were searched).\n",
            printable(snapshot[*a].name).c_str(), printable(snapshot[*b].name).c_str(),
            counted(static_cast<std::size_t>(edges), "edge").c_str(), kindsText(filter.kinds).c_str(),
            counted(snapshot.modules.size(), "module").c_str());
        return 0;
    }
    std::printf("Yes: %s%s\n", chainText(snapshot, cycle->edges).c_str(),
                cycle->simple ? "" : " (the way there and the way back share modules)");
    for (const graph::EdgeId edge : cycle->edges)
        printEdge(snapshot, edge, filter, "  ");
    return 0;
}

// Those that fail first, else as they were.
void worstFirst(std::vector<graph::Tangle>& tangles, std::vector<Explanation>& explanations) {
    std::vector<std::size_t> order(explanations.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return explanations[a].count(graph::Outcome::Fails) > 0 &&
               explanations[b].count(graph::Outcome::Fails) == 0;
    });
    std::vector<graph::Tangle> sortedTangles;
    std::vector<Explanation> sorted;
    for (const std::size_t i : order) {
        sortedTangles.push_back(std::move(tangles[i]));
        sorted.push_back(std::move(explanations[i]));
    }
    tangles = std::move(sortedTangles);
    explanations = std::move(sorted);
}

} // namespace

int cyclesCommand(const CyclesRequest& cycles) {
    const Request& request = cycles.request;
    const auto opened = indexAndOpen(request, false);
    if (!opened)
        return fail(opened.error());
    const graph::Snapshot& snapshot = **opened;
    if (!cycles.between.empty())
        return answerBetween(snapshot, cycles);
    if (cycles.packageLevel)
        return printPackages(snapshot, cycles);
    std::vector<graph::Tangle> tangles = graph::tangles(snapshot, request.filter);
    if (!cycles.through.empty()) {
        const auto through = snapshot.find(cycles.through);
        if (!through)
            suggest(snapshot, cycles.through);
        std::erase_if(tangles, [&](const graph::Tangle& tangle) {
            return !through || !std::binary_search(tangle.modules.begin(), tangle.modules.end(), *through);
        });
    }
    std::vector<Explanation> explanations;
    if (cycles.explain) {
        ProgressPrinter progress(defaultProgressStyle());
        explanations = explain(*opened, tangles, interrupted(), [&](std::size_t done, std::size_t total) {
            progress.show("verdicts", done, total, "modules");
        });
        if (interrupted())
            return fail({"interrupted", {}, {}});
        worstFirst(tangles, explanations);
    }
    if (cycles.format == "json")
        printJson(snapshot, tangles, explanations, request.filter);
    else if (cycles.format == "markdown")
        std::fputs(markdown(snapshot, tangles, explanations, request.filter).c_str(), stdout);
    else if (cycles.format == "dot")
        std::fputs(dot(snapshot, tangles, request.filter).c_str(), stdout);
    else
        printText(snapshot, tangles, explanations, request.filter);
    return 0;
}

} // namespace espalier::cli
