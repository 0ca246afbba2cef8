// `espalier cycles`: the tangles of modules or packages, what happens when they are imported, and whether two
// modules import each other.
#include "app/cli/commands.h"
#include "app/cli/cycle_formats.h"
#include "app/cli/json.h"
#include "app/cli/text.h"
#include "graph/analysis/cycles.h"

#include <algorithm>
#include <cstdio>

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

void printJson(const graph::Snapshot& snapshot, const std::vector<CycleAnswer>& answers,
               const graph::EdgeFilter& filter) {
    JsonPrinter printer;
    printer.beginList("tangles");
    for (const CycleAnswer& answer : answers) {
        const graph::Tangle& tangle = answer.tangle;
        Json json{{"modules", modulesJson(snapshot, tangle.modules)},
                  {"edges", tangle.edges.size()},
                  {"shortest", edgesJson(snapshot, tangle.shortestCycle, filter)}};
        if (answer.explanation) {
            json["verdicts"] = Json::array();
            for (const graph::Verdict& verdict : answer.explanation->verdicts)
                json["verdicts"].push_back(verdictJson(snapshot, verdict));
            json["import_calls"] = callsJson(snapshot, tangle, *answer.explanation);
        }
        if (answer.plan)
            json["plan"] = planJson(snapshot, *answer.plan);
        printer.item(json);
    }
    printer.endList();
}

void printText(const graph::Snapshot& snapshot, const std::vector<CycleAnswer>& answers,
               const graph::EdgeFilter& filter) {
    if (answers.empty())
        std::printf("No import cycles (kinds that count: %s).\n", kindsText(filter.kinds).c_str());
    for (const CycleAnswer& answer : answers) {
        const graph::Tangle& tangle = answer.tangle;
        std::printf(
            "Tangle of %s, %s; a shortest cycle: %s\n", counted(tangle.modules.size(), "module").c_str(),
            counted(tangle.edges.size(), "edge").c_str(), chainText(snapshot, tangle.shortestCycle).c_str());
        for (const graph::EdgeId edge : tangle.shortestCycle)
            printEdge(snapshot, edge, filter, "  ");
        if (answer.explanation) {
            std::printf("  %s\n", summary(snapshot, *answer.explanation).c_str());
            printExplanation(snapshot, tangle, *answer.explanation);
        }
        if (answer.plan)
            printPlan(snapshot, *answer.plan);
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

std::vector<graph::Tangle> askedTangles(const graph::Snapshot& snapshot, const CyclesRequest& cycles) {
    std::vector<graph::Tangle> tangles = graph::tangles(snapshot, cycles.request.filter);
    if (cycles.through.empty())
        return tangles;
    const auto through = snapshot.find(cycles.through);
    if (!through)
        suggest(snapshot, cycles.through);
    std::erase_if(tangles, [&](const graph::Tangle& tangle) {
        return !through || !std::binary_search(tangle.modules.begin(), tangle.modules.end(), *through);
    });
    return tangles;
}

// Says on stderr which of the pairs are no edges.
std::vector<graph::EdgeId> edgesOf(const graph::Snapshot& snapshot,
                                   const std::vector<std::pair<std::string, std::string>>& pairs) {
    std::vector<graph::EdgeId> out;
    for (const auto& [from, to] : pairs) {
        const auto a = snapshot.find(from), b = snapshot.find(to);
        const auto edge = a && b ? snapshot.edge(*a, *b) : std::nullopt;
        if (edge)
            out.push_back(*edge);
        else
            std::fprintf(stderr, "espalier: %s does not import %s\n", printable(from).c_str(),
                         printable(to).c_str());
    }
    return out;
}

// Those that fail come first, else they are as they were.
std::vector<CycleAnswer> answersFor(const graph::SnapshotPtr& snapshot, const CyclesRequest& cycles) {
    std::vector<CycleAnswer> out;
    std::size_t modules = 0, done = 0;
    for (graph::Tangle& tangle : askedTangles(*snapshot, cycles)) {
        modules += tangle.modules.size();
        out.push_back({std::move(tangle), {}, {}});
    }
    if (!cycles.explain && !cycles.suggest)
        return out;
    const graph::PinnedEdges pins{edgesOf(*snapshot, cycles.keep), edgesOf(*snapshot, cycles.cut)};
    graph::Symbols symbols(snapshot);
    Explainer explainer(symbols);
    ProgressPrinter progress(defaultProgressStyle());
    const auto next = [&] {
        progress.show("verdicts", done++, modules, "modules");
        return !interrupted();
    };
    for (std::size_t i = 0; i < out.size() && !interrupted(); ++i) {
        if (cycles.explain)
            out[i].explanation = explainer.explain(out[i].tangle, next);
        progress.show("tangles", i, out.size(), "tangles");
        if (cycles.suggest)
            out[i].plan = suggestCuts(symbols, out[i].tangle, cycles.request.filter, pins);
    }
    std::stable_partition(out.begin(), out.end(), [](const CycleAnswer& answer) {
        return answer.explanation && answer.explanation->count(graph::Outcome::Fails) > 0;
    });
    return out;
}

} // namespace

int cyclesCommand(const CyclesRequest& cycles) {
    const Request& request = cycles.request;
    const bool ofTangles = cycles.between.empty() && !cycles.packageLevel;
    if (!ofTangles && cycles.format != "text" && cycles.format != "json")
        return fail(
            {"--between and --package-level are told as text or json only", "--format " + cycles.format, {}});
    const auto opened = indexAndOpen(request, cycles.suggest); // what is easy to cut is told by the uses
    if (!opened)
        return fail(opened.error());
    const graph::Snapshot& snapshot = **opened;
    if (!cycles.between.empty())
        return answerBetween(snapshot, cycles);
    if (cycles.packageLevel)
        return printPackages(snapshot, cycles);
    const std::vector<CycleAnswer> answers = answersFor(*opened, cycles);
    if (interrupted())
        return fail({"interrupted", {}, {}});
    if (cycles.format == "json")
        printJson(snapshot, answers, request.filter);
    else if (cycles.format == "markdown")
        std::fputs(markdown(snapshot, answers, request.filter).c_str(), stdout);
    else if (cycles.format == "dot")
        std::fputs(dot(snapshot, answers, request.filter).c_str(), stdout);
    else
        printText(snapshot, answers, request.filter);
    return 0;
}

} // namespace espalier::cli
