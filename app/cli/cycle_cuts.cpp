#include "app/cli/cycle_cuts.h"

#include "app/cli/own_program.h"
#include "app/cli/text.h"
#include "app/project/cut_protocol.h"

#include <algorithm>
#include <cstdio>
#include <utility>

namespace espalier::cli {
namespace {

facts::Result<graph::ArcSet> minimumArcSet(const graph::ArcProblem& problem) {
    const auto answer = runOwnProgram("espalier-solve", {}, project::writeCutJob({problem}), true);
    if (!answer)
        return answer.error();
    if (answer->code != 0)
        return facts::Error{"it ended with code " + std::to_string(answer->code), "espalier-solve", {}};
    return project::readArcSet(answer->out, problem);
}

// The child process is only asked for what a quick look cannot prove to be the least.
graph::ArcSet bestArcSet(const graph::ArcProblem& problem) {
    graph::ArcSet good = graph::goodArcSet(problem);
    if (good.isOptimal() || !good.keptCycle.empty())
        return good;
    auto best = minimumArcSet(problem);
    if (best)
        return std::move(best).value();
    static bool isTold = false;
    if (!std::exchange(isTold, true))
        std::fprintf(stderr, "espalier: %s; what is suggested is good, but not proven to be the least\n",
                     best.error().text().c_str());
    return good;
}

// "optimal", or how far from it the weight may be.
std::string proofText(const graph::CutPlan& plan) {
    if (plan.optimal)
        return "no cheaper set breaks all cycles";
    char gap[32];
    std::snprintf(gap, sizeof gap, "%.1f",
                  100.0 * static_cast<double>(plan.weight - plan.lowerBound) /
                      static_cast<double>(plan.weight));
    return "none can weigh less than " + thousands(static_cast<std::size_t>(plan.lowerBound)) + ", " + gap +
           " % below";
}

std::string leftText(const std::vector<std::size_t>& sizes) {
    if (sizes.empty())
        return "no tangle is left";
    std::string out = "tangles left: ";
    constexpr std::size_t kMost = 8;
    for (std::size_t i = 0; i < std::min(sizes.size(), kMost); ++i)
        out += (i > 0 ? ", " : "") + thousands(sizes[i]);
    return sizes.size() > kMost ? out + ", …" : out + (sizes.size() == 1 ? " modules" : " modules each");
}

std::string symbolsText(const graph::Snapshot& snapshot, const graph::EdgeCut& cut) {
    std::string out;
    for (const graph::EdgeCut::Symbol& symbol : cut.symbols) {
        out += (out.empty() ? "" : ", ") + printable(symbol.name);
        if (symbol.definedIn.valid())
            out += " of " + printable(snapshot[symbol.definedIn].name);
    }
    return out;
}

std::string headline(const graph::Snapshot& snapshot, const graph::EdgeCut& cut) {
    const graph::Edge& edge = snapshot[cut.edge];
    return printable(snapshot[edge.from].name) + " > " + printable(snapshot[edge.to].name) + ": " +
           std::string(graph::name(cut.kind)) + " (weight " +
           thousands(static_cast<std::size_t>(cut.weight)) + ")";
}

} // namespace

graph::CutPlan suggestCuts(graph::Symbols& symbols, const graph::Tangle& tangle,
                           const graph::EdgeFilter& filter, const graph::PinnedEdges& pins,
                           const graph::CutWeights& weights) {
    const graph::Snapshot& snapshot = symbols.snapshot();
    graph::EdgeCosts costs(symbols, filter, tangle, weights);
    std::vector<graph::EdgeCut> cuts = graph::edgeCuts(costs, tangle);
    graph::ArcSet set;
    do
        set = bestArcSet(graph::arcProblem(snapshot, tangle, cuts, pins));
    while (graph::withdrawImpossible(costs, snapshot, set, cuts));
    return graph::cutPlan(snapshot, tangle, cuts, set);
}

std::string weightsText(const graph::CutWeights& weights) {
    return std::to_string(weights.production) + " a statement in production, " +
           std::to_string(weights.other) + " elsewhere, divided by " + std::to_string(weights.easyDivisor) +
           " where it is easy";
}

Json weightsJson(const graph::CutWeights& weights) {
    return {{"production", weights.production}, {"other", weights.other}, {"easy", weights.easyDivisor}};
}

Json planJson(const graph::Snapshot& snapshot, const graph::CutPlan& plan) {
    Json cuts = Json::array();
    for (const graph::CutPlan::Step& step : plan.steps) {
        const graph::Edge& edge = snapshot[step.cut.edge];
        Json symbols = Json::array(), statements = Json::array();
        for (const graph::EdgeCut::Symbol& symbol : step.cut.symbols)
            symbols.push_back({{"name", symbol.name},
                               {"defined_in", symbol.definedIn.valid() ? Json(snapshot[symbol.definedIn].name)
                                                                       : Json(nullptr)}});
        for (const std::uint32_t statement : step.cut.statements)
            statements.push_back(statementJson(snapshot, snapshot.statements[statement]));
        cuts.push_back({{"from", snapshot[edge.from].name},
                        {"to", snapshot[edge.to].name},
                        {"how", graph::name(step.cut.kind)},
                        {"easy", step.cut.isEasy()},
                        {"weight", step.cut.weight},
                        {"symbols", std::move(symbols)},
                        {"statements", std::move(statements)},
                        {"edges_left", step.edgesLeft},
                        {"tangles_left", step.tangles}});
    }
    Json kept = Json::array();
    for (const graph::EdgeId edge : plan.keptCycle)
        kept.push_back(
            {{"from", snapshot[snapshot[edge].from].name}, {"to", snapshot[snapshot[edge].to].name}});
    return {{"weight", plan.weight},
            {"lower_bound", plan.lowerBound},
            {"optimal", plan.optimal},
            {"cuts", std::move(cuts)},
            {"kept_cycle", std::move(kept)}};
}

void printPlan(const graph::Snapshot& snapshot, const graph::CutPlan& plan) {
    if (!plan.keptCycle.empty()) {
        std::printf("  no way: all of %s are to be kept\n", chainText(snapshot, plan.keptCycle).c_str());
        return;
    }
    std::printf("  cut %s of weight %s (%s):\n", counted(plan.steps.size(), "edge").c_str(),
                thousands(static_cast<std::size_t>(plan.weight)).c_str(), proofText(plan).c_str());
    for (std::size_t i = 0; i < plan.steps.size(); ++i) {
        const graph::CutPlan::Step& step = plan.steps[i];
        const std::string symbols = symbolsText(snapshot, step.cut);
        std::printf("  %zu. %s; %s\n", i + 1, headline(snapshot, step.cut).c_str(),
                    leftText(step.tangles).c_str());
        if (!symbols.empty())
            std::printf("      %s\n", symbols.c_str());
        for (const std::uint32_t statement : step.cut.statements)
            printStatement(snapshot, snapshot.statements[statement], "      ");
    }
}

std::string planMarkdown(const graph::Snapshot& snapshot, const graph::CutPlan& plan) {
    if (!plan.keptCycle.empty())
        return "\nNo way to break its cycles: all of " + chainText(snapshot, plan.keptCycle) +
               " are to be kept.\n";
    std::string out = "\nTo break all of its cycles, cut " + counted(plan.steps.size(), "edge") + " (" +
                      proofText(plan) + "):\n\n";
    const auto code = [](std::string text) {
        std::replace(text.begin(), text.end(), '`', '\'');
        return "`" + text + "`";
    };
    for (const graph::CutPlan::Step& step : plan.steps) {
        const std::string symbols = symbolsText(snapshot, step.cut);
        out += "- [ ] " + headline(snapshot, step.cut) + (symbols.empty() ? "" : ", " + symbols) + "; " +
               leftText(step.tangles) + "\n";
        for (const std::uint32_t id : step.cut.statements) {
            const graph::StatementRef& ref = snapshot.statements[id];
            const facts::ImportStatement& statement = snapshot.importOf(ref);
            out += "  - " +
                   code(printable(snapshot.pathOf(ref)) + ":" + std::to_string(statement.span.line)) + " " +
                   code(printable(statement.text)) + "\n";
        }
    }
    return out;
}

} // namespace espalier::cli
