// `espalier trend --measures`: the size of the module graph, and its tangles, commit by commit.
#include "app/cli/commands.h"
#include "app/cli/past_json.h"
#include "app/cli/progress.h"
#include "app/cli/text.h"
#include "app/project/commit.h"
#include "app/project/past.h"
#include "graph/history/measures.h"

#include <algorithm>
#include <cstdio>
#include <numeric>

namespace espalier::cli {
namespace {

using graph::Measures;
using graph::ModuleKind;

constexpr std::int64_t kDay = 24 * 60 * 60, kYear = 365 * kDay;
constexpr std::size_t kMostTangleMoves = 10; // the newest; JSON has all

struct Measured {
    facts::Timeline timeline;
    graph::EdgeTimeline edges;
    graph::MeasuredLine line;
};

facts::Result<Measured> open(const TrendRequest& request) {
    const auto location = project::locate(request.request.folder, request.request.store);
    if (!location)
        return location.error();
    watchInterrupts();
    ProgressPrinter printer(defaultProgressStyle());
    const auto show = [&](const pipeline::Progress& progress) { printer.show(progress); };
    auto line =
        project::Line::open(*location, request.request.at.empty() ? "HEAD" : request.request.at,
                            project::configOf(*location, request.request.config), show, interrupted());
    if (!line)
        return line.error();
    const auto looked = [&](std::size_t done, std::size_t total) {
        show({pipeline::Progress::Phase::Listing, done, total});
    };
    auto edges = line->edges(looked, interrupted());
    if (!edges)
        return edges.error();
    auto measured = graph::measure(*edges, interrupted());
    if (!measured)
        return facts::Error{"interrupted", {}, "what was read is kept; the next run goes on from here"};
    return Measured{std::move(line->timeline), std::move(*edges), std::move(*measured)};
}

// Modules and packages: what has a file.
std::uint32_t filesOf(const Measures& m) {
    return m.modules[static_cast<std::size_t>(ModuleKind::Module)] +
           m.modules[static_cast<std::size_t>(ModuleKind::Package)];
}

std::uint32_t ghostsOf(const Measures& m) {
    return m.modules[static_cast<std::size_t>(ModuleKind::Ghost)];
}

Json tanglesJson(const graph::TangleCounts& counts) {
    return {{"tangles", counts.tangles}, {"modules", counts.modules}, {"largest", counts.largest}};
}

Json measuresJson(const facts::Commit& commit, const Measures& m) {
    Json json = commitJson(commit);
    for (int i = 0; i < graph::kModuleKindCount; ++i)
        json["modules"][std::string(graph::name(static_cast<ModuleKind>(i)))] =
            m.modules[static_cast<std::size_t>(i)];
    for (int i = 0; i < facts::kEdgeKindCount; ++i)
        json["edges"][std::string(facts::name(static_cast<facts::EdgeKind>(i)))] =
            m.edges[static_cast<std::size_t>(i)];
    json["at_import"] = tanglesJson(m.atImport);
    json["with_deferred"] = tanglesJson(m.withDeferred);
    json["statements"] = m.files.statements;
    json["ghost_statements"] = m.files.ghostStatements;
    json["unparsable"] = m.files.unparsable;
    json["lines"] = m.files.lines;
    return json;
}

Json moveJson(const Measured& measured, const graph::TangleMove& move) {
    Json json = commitJson(measured.timeline.revisions[move.revision].commit);
    json["came"] = move.came;
    json["before"] = move.before;
    json["after"] = move.after;
    json["closing"] = Json::array();
    for (const std::uint32_t edge : move.closing)
        json["closing"].push_back({{"from", measured.edges.modules[measured.edges.edges[edge].from].name},
                                   {"to", measured.edges.modules[measured.edges.edges[edge].to].name}});
    return json;
}

void printJson(const Measured& measured) {
    const auto& revisions = measured.timeline.revisions;
    JsonPrinter printer;
    printer.field("commits", revisions.size());
    printer.beginList("measures");
    for (std::size_t i = 0; i < revisions.size(); ++i)
        printer.item(measuresJson(revisions[i].commit, measured.line.measures[i]));
    printer.endList();
    printer.list("tangle_moves", measured.line.tangleMoves,
                 [&](const graph::TangleMove& move) { return moveJson(measured, move); });
}

void printCsv(const Measured& measured) {
    std::printf(
        "date,commit,modules,ghosts,externals,import_edges,deferred_edges,typing_edges,script_edges,"
        "tangles,modules_in_tangles,largest_tangle,tangles_with_deferred,modules_in_tangles_with_deferred,"
        "largest_tangle_with_deferred,statements,ghost_statements,unparsable,lines\n");
    for (std::size_t i = 0; i < measured.line.measures.size(); ++i) {
        const Measures& m = measured.line.measures[i];
        const facts::Commit& commit = measured.timeline.revisions[i].commit;
        std::printf("%s,%s,%u,%u,%u,%u,%u,%u,%u,%u,%u,%u,%u,%u,%u,%u,%u,%u,%llu\n",
                    dateText(commit.committed).c_str(), commit.id.c_str(), filesOf(m), ghostsOf(m),
                    m.modules[static_cast<std::size_t>(ModuleKind::External)], m.edges[0], m.edges[1],
                    m.edges[2], m.edges[3], m.atImport.tangles, m.atImport.modules, m.atImport.largest,
                    m.withDeferred.tangles, m.withDeferred.modules, m.withDeferred.largest,
                    m.files.statements, m.files.ghostStatements, m.files.unparsable,
                    static_cast<unsigned long long>(m.files.lines));
    }
}

// The last commit of each week, of each month where the line is longer than a year, and the newest.
std::vector<std::size_t> shown(const facts::Timeline& timeline, bool everyCommit) {
    const auto& revisions = timeline.revisions;
    std::vector<std::size_t> out(everyCommit ? revisions.size() : 0);
    std::iota(out.begin(), out.end(), std::size_t{0});
    if (everyCommit || revisions.empty())
        return out;
    const bool byMonth = revisions.back().commit.committed - revisions.front().commit.committed > kYear;
    const auto period = [&](std::size_t i) {
        const std::int64_t seconds = revisions[i].commit.committed;
        return byMonth ? dateText(seconds).substr(0, 7)
                       : std::to_string((seconds / kDay + 3) / 7); // from Monday on
    };
    for (std::size_t i = 0; i < revisions.size(); ++i)
        if (i + 1 == revisions.size() || period(i) != period(i + 1))
            out.push_back(i);
    return out;
}

void printText(const Measured& measured, bool everyCommit) {
    std::printf("%-10s  %-10s %8s %7s %8s %9s %7s %13s %15s %8s %10s %10s\n", "date", "commit", "modules",
                "ghosts", "imports", "deferred", "typing", "in tangles", "with deferred", "dangling",
                "unparsable", "lines");
    for (const std::size_t i : shown(measured.timeline, everyCommit)) {
        const Measures& m = measured.line.measures[i];
        const facts::Commit& commit = measured.timeline.revisions[i].commit;
        const auto tangled = [](const graph::TangleCounts& counts) {
            return std::to_string(counts.modules) + " in " + std::to_string(counts.tangles);
        };
        std::printf("%-10s  %.10s %8u %7u %8u %9u %7u %13s %15s %8u %10u %10llu\n",
                    dateText(commit.committed).c_str(), commit.id.c_str(), filesOf(m), ghostsOf(m),
                    m.edges[0], m.edges[1], m.edges[2], tangled(m.atImport).c_str(),
                    tangled(m.withDeferred).c_str(), m.files.ghostStatements, m.files.unparsable,
                    static_cast<unsigned long long>(m.files.lines));
    }
    const auto& moves = measured.line.tangleMoves;
    if (moves.empty())
        return;
    const std::size_t first = moves.size() - std::min(moves.size(), kMostTangleMoves);
    std::printf("\n%s put modules into import-time tangles%s\n", counted(moves.size(), "commit").c_str(),
                first > 0 ? "; the newest:" : ":");
    for (std::size_t i = first; i < moves.size(); ++i) {
        const facts::Commit& commit = measured.timeline.revisions[moves[i].revision].commit;
        std::printf("  %.10s %s  %u > %u modules  %s\n", commit.id.c_str(),
                    dateText(commit.committed).c_str(), moves[i].before, moves[i].after,
                    printable(commit.subject).c_str());
        for (const std::uint32_t edge : moves[i].closing)
            std::printf("    %s > %s\n",
                        printable(measured.edges.modules[measured.edges.edges[edge].from].name).c_str(),
                        printable(measured.edges.modules[measured.edges.edges[edge].to].name).c_str());
    }
}

} // namespace

int measuresCommand(const TrendRequest& request) {
    if (request.format == "svg")
        return fail({"a picture shows one campaign", {}, "configure one, and choose it by --campaign"});
    const auto measured = open(request);
    if (!measured)
        return fail(measured.error());
    if (request.format == "json")
        printJson(*measured);
    else if (request.format == "csv")
        printCsv(*measured);
    else
        printText(*measured, request.everyCommit);
    return 0;
}

} // namespace espalier::cli
