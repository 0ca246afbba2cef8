// `espalier cycles`: the tangles of modules or packages, what happens when they are imported, and whether two
// modules import each other.
#include "app/cli/commands.h"
#include "app/cli/cycle_formats.h"
#include "app/cli/cycle_plan.h"
#include "app/cli/json.h"
#include "app/cli/text.h"
#include "app/project/plan_file.h"
#include "graph/analysis/cycles.h"
#include "graph/plans/suggested.h"

#include <algorithm>
#include <cstdio>
#include <functional>
#include <optional>
#include <tuple>

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

// Those of the project, and what the command line says instead.
graph::CutWeights weightsOf(const graph::Snapshot& snapshot, const CyclesRequest& cycles) {
    graph::CutWeights weights = snapshot.cutWeights;
    for (const auto& [word, value] : cycles.weights)
        (word == "production" ? weights.production
         : word == "other"    ? weights.other
                              : weights.easyDivisor) = value;
    return weights;
}

void printModules(const graph::Snapshot& snapshot, const char* what,
                  const std::vector<graph::ModuleId>& modules) {
    std::printf("  %s:", what);
    for (const graph::ModuleId module : modules)
        std::printf(" %s", printable(snapshot[module].name).c_str());
    std::printf("\n\n");
}

void printJson(const graph::Snapshot& snapshot, const std::vector<CycleAnswer>& answers,
               const CyclesRequest& cycles, const std::optional<WhatIf>& whatIf) {
    const graph::EdgeFilter& filter = cycles.request.filter;
    JsonPrinter printer;
    if (whatIf)
        printer.field("what_if", whatIfJson(*whatIf));
    if (cycles.suggest)
        printer.field("weights", weightsJson(weightsOf(snapshot, cycles)));
    printer.beginList("tangles");
    for (const CycleAnswer& answer : answers) {
        const graph::Tangle& tangle = answer.tangle;
        Json json{{"modules", modulesJson(snapshot, tangle.modules)},
                  {"edges", tangle.edges.size()},
                  {"statements", answer.statements},
                  {"since_baseline", answer.sinceBaseline == graph::TangleAge::New     ? Json("new")
                                     : answer.sinceBaseline == graph::TangleAge::Grown ? Json("grown")
                                                                                       : Json(nullptr)},
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
        std::printf("Tangle of %s, %s, %s%s%s; a shortest cycle: %s\n",
                    counted(tangle.modules.size(), "module").c_str(),
                    counted(tangle.edges.size(), "edge").c_str(),
                    counted(answer.statements, "statement").c_str(), answer.age.empty() ? "" : ", ",
                    answer.age.c_str(), chainText(snapshot, tangle.shortestCycle).c_str());
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
    std::erase_if(tangles,
                  [&](const graph::Tangle& tangle) { return tangle.modules.size() > cycles.atMost; });
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

std::size_t statementCount(const graph::Snapshot& snapshot, const graph::Tangle& tangle,
                           const graph::EdgeFilter& filter) {
    std::size_t count = 0;
    for (const graph::EdgeId edge : tangle.edges)
        for (const graph::StatementRef& ref : snapshot.statementsOf(snapshot[edge]))
            count += filter.admits(ref) ? 1 : 0;
    return count;
}

// What is new since the baseline comes first, then those that fail, then the largest, then those that trap
// most statements.
void rank(std::vector<CycleAnswer>& answers) {
    const auto key = [](const CycleAnswer& answer) {
        const bool fails = answer.explanation && answer.explanation->count(graph::Outcome::Fails) > 0;
        return std::tuple(answer.sinceBaseline, fails, answer.tangle.modules.size(), answer.statements);
    };
    std::ranges::stable_sort(answers, std::greater(), key);
}

facts::Result<std::vector<CycleAnswer>> answersFor(const graph::SnapshotPtr& snapshot,
                                                   const CyclesRequest& cycles) {
    const graph::EdgeFilter& filter = cycles.request.filter;
    std::vector<CycleAnswer> out;
    std::size_t modules = 0, done = 0;
    std::vector<graph::Tangle> tangles = askedTangles(*snapshot, cycles);
    const auto ages = agesSinceBaseline(cycles, *snapshot, tangles);
    if (!ages)
        return ages.error();
    for (std::size_t i = 0; i < tangles.size(); ++i) {
        modules += tangles[i].modules.size();
        const std::size_t statements = statementCount(*snapshot, tangles[i], filter);
        out.push_back({std::move(tangles[i]),
                       statements,
                       ageText(ages->tangles[i], ages->since),
                       ages->tangles[i],
                       {},
                       {}});
    }
    if (cycles.explain || cycles.suggest) {
        const graph::PinnedEdges pins{edgesOf(*snapshot, cycles.keep), edgesOf(*snapshot, cycles.cut)};
        const graph::CutWeights weights = weightsOf(*snapshot, cycles);
        graph::Symbols symbols(snapshot);
        Explainer explainer(symbols);
        ProgressPrinter progress(cycles.progress);
        const auto next = [&] {
            progress.show("verdicts", done++, modules, "modules");
            return !interrupted();
        };
        for (std::size_t i = 0; i < out.size() && !interrupted(); ++i) {
            if (cycles.explain)
                out[i].explanation = explainer.explain(out[i].tangle, next);
            if (!cycles.suggest)
                continue;
            progress.show("tangles", i, out.size(), "tangles");
            out[i].plan = suggestCuts(symbols, out[i].tangle, filter, pins, weights);
        }
    }
    rank(out);
    return out;
}

// The suggestions as one plan.
facts::Status save(const graph::Snapshot& snapshot, const std::vector<CycleAnswer>& answers,
                   const CyclesRequest& cycles) {
    graph::Plan plan{cycles.save, {}};
    for (const CycleAnswer& answer : answers)
        graph::addChanges(snapshot, *answer.plan, cycles.request.filter, plan.changes);
    const facts::Status saved = project::savePlan(snapshot.project.root, plan);
    if (saved)
        std::fprintf(stderr, "espalier: %s saved as plan %s in %s\n",
                     counted(plan.changes.size(), "change").c_str(), plan.name.c_str(),
                     std::string(project::kPlanFile).c_str());
    return saved;
}

} // namespace

int cyclesCommand(const CyclesRequest& cycles) {
    const Request& request = cycles.request;
    const bool ofTangles = cycles.between.empty() && !cycles.packageLevel;
    if (!ofTangles && cycles.format != "text" && cycles.format != "json")
        return fail(
            {"--between and --package-level are told as text or json only", "--format " + cycles.format, {}});
    // What is easy to cut is told by the uses, and so is what a symbol that moves takes along.
    const auto opened = indexAndOpen(request, cycles.suggest || !cycles.plan.empty());
    if (!opened)
        return fail(opened.error());
    graph::SnapshotPtr shown = *opened;
    std::optional<WhatIf> planned;
    std::vector<std::string> notes; // for all tangles
    if (!cycles.plan.empty()) {
        auto plan = findPlan(shown->project.root, cycles.plan);
        if (!plan)
            return fail(plan.error());
        planned = whatIf(shown, std::move(plan).value(), request.filter);
        shown = planned->planned.snapshot;
        notes = whatIfLines(*planned);
    }
    const graph::Snapshot& snapshot = *shown;
    if (cycles.suggest)
        notes.push_back("Weights: " + weightsText(weightsOf(snapshot, cycles)));
    const bool isToldLater = ofTangles && (cycles.format == "json" || cycles.format == "markdown");
    for (const std::string& note : notes)
        if (!isToldLater)
            std::fprintf(cycles.format == "text" ? stdout : stderr, "%s\n", note.c_str());
    if (!cycles.between.empty())
        return answerBetween(snapshot, cycles);
    if (cycles.packageLevel)
        return printPackages(snapshot, cycles);
    const auto found = answersFor(shown, cycles);
    if (!found || interrupted())
        return fail(found ? facts::Error{"interrupted", {}, {}} : found.error());
    const std::vector<CycleAnswer>& answers = *found;
    if (!cycles.save.empty())
        if (const facts::Status saved = save(snapshot, answers, cycles); !saved)
            return fail(saved.error());
    if (cycles.format == "json")
        printJson(snapshot, answers, cycles, planned);
    else if (cycles.format == "markdown")
        std::fputs(markdown(snapshot, answers, request.filter, notes).c_str(), stdout);
    else if (cycles.format == "dot")
        std::fputs(dot(snapshot, answers, request.filter).c_str(), stdout);
    else
        printText(snapshot, answers, request.filter);
    return 0;
}

} // namespace espalier::cli
