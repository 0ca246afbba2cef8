// `espalier symbols` and `espalier paths`: by how many paths things are imported, and by which.
#include "app/cli/commands.h"
#include "app/cli/symbol_text.h"
#include "app/cli/text.h"
#include "graph/symbols/homonyms.h"
#include "graph/symbols/sameness.h"

#include <algorithm>
#include <cstdio>
#include <iterator>

namespace espalier::cli {
namespace {

std::string share(double part) {
    char out[16];
    std::snprintf(out, sizeof out, "%.1f %%", 100 * part);
    return out;
}

Json spreadJson(const graph::Symbols& symbols, const graph::Spread& spread) {
    Json json = originJson(symbols, spread.definition);
    json["canonical"] = {{"path", graph::text(symbols.snapshot(), spread.canonical.path)},
                         {"reason", spread.canonical.reason}};
    json["path_count"] = spread.paths;
    json["statements"] = spread.statements;
    json["compliant_files"] = spread.compliantFiles;
    json["violating_files"] = spread.violatingFiles;
    json["compliance"] = spread.compliance();
    return json;
}

void printSpread(const graph::Symbols& symbols, const graph::Spread& spread) {
    std::printf("%s\n  %s, %s; compliance %s: %s of %s\n  canonical: %s, %s\n",
                originText(symbols, spread.definition).c_str(), counted(spread.paths, "path").c_str(),
                counted(spread.statements, "statement").c_str(), share(spread.compliance()).c_str(),
                thousands(spread.compliantFiles).c_str(),
                counted(spread.compliantFiles + spread.violatingFiles, "file").c_str(),
                printable(graph::text(symbols.snapshot(), spread.canonical.path)).c_str(),
                printable(spread.canonical.reason).c_str());
}

Json pathJson(graph::Symbols& symbols, const graph::Ranks& ranks, const graph::Spread& spread,
              const graph::Fragmentation::Path& path) {
    const graph::Snapshot& snapshot = symbols.snapshot();
    Json json;
    json["path"] = graph::text(snapshot, path.path);
    json["canonical"] = path.canonical;
    json["counts"] = countsJson(path.counts);
    json["counts"]["by_rank"] = countRanks(ranks, path.statements).json();
    json["steps"] = stepsJson(snapshot, symbols.proof(path.path.module, path.path.name, spread.definition));
    json["statements"] = Json::array();
    for (const graph::StatementRef& ref : path.statements) {
        Json statement = rankedJson(snapshot, ranks, ref);
        if (graph::Fragmentation::violates(spread, path.path, ref))
            statement["required"] = graph::requiredForm(snapshot, ref, path.path, spread.canonical.path);
        json["statements"].push_back(std::move(statement));
    }
    return json;
}

void printPath(graph::Symbols& symbols, const graph::Ranks& ranks, const graph::Spread& spread,
               const graph::Fragmentation::Path& path) {
    const graph::Snapshot& snapshot = symbols.snapshot();
    std::printf("\n  %s%s: %s; %s\n", printable(graph::text(snapshot, path.path)).c_str(),
                path.canonical ? " (canonical)" : "", countsText(path.counts).c_str(),
                countRanks(ranks, path.statements).text().c_str());
    printSteps(snapshot, symbols.proof(path.path.module, path.path.name, spread.definition), "    by ");
    for (const graph::StatementRef& ref : path.statements) {
        printRanked(snapshot, ranks, ref, "    ");
        if (graph::Fragmentation::violates(spread, path.path, ref))
            std::printf(
                "        required: %s\n",
                printable(graph::requiredForm(snapshot, ref, path.path, spread.canonical.path)).c_str());
    }
}

Json standInJson(const graph::Symbols& symbols, const graph::StandIn& standIn) {
    Json json = originJson(symbols, standIn.definition);
    json["by"] = standIn.subclass ? "subclass" : "call";
    return json;
}

std::vector<graph::StandIn> standInsFor(const std::vector<graph::StandIn>& all, graph::OriginId definition) {
    std::vector<graph::StandIn> out;
    std::ranges::copy_if(all, std::back_inserter(out),
                         [&](const graph::StandIn& one) { return one.standsFor == definition; });
    return out;
}

Json homonymJson(const graph::Symbols& symbols, const graph::Homonym& homonym) {
    Json json{{"name", homonym.name},
              {"statements", homonym.statements},
              {"divided", homonym.divided()},
              {"members", homonym.members}};
    json["definitions"] = Json::array();
    for (const graph::Homonym::One& one : homonym.definitions) {
        json["definitions"].push_back(originJson(symbols, one.definition));
        json["definitions"].back()["statements"] = one.statements;
    }
    return json;
}

void printHomonym(const graph::Symbols& symbols, const graph::Homonym& homonym) {
    std::printf("\n%s: %s, %s\n", printable(homonym.name).c_str(),
                counted(homonym.definitions.size(), "definition").c_str(),
                counted(homonym.statements, "import statement").c_str());
    for (const graph::Homonym::One& one : homonym.definitions)
        std::printf("  %s: %s\n", originText(symbols, one.definition).c_str(),
                    counted(one.statements, "statement").c_str());
    std::string members;
    for (const std::string_view member : homonym.members)
        members += (members.empty() ? "" : ", ") + printable(member);
    if (!members.empty())
        std::printf("  all have %s\n", members.c_str());
}

int homonymsCommand(const SymbolsRequest& request, graph::Symbols& symbols,
                    const graph::Fragmentation& fragmentation) {
    const std::vector<graph::Homonym> found = graph::homonyms(symbols, fragmentation);
    const std::size_t shown = std::min(request.top, found.size());
    if (request.request.format == Format::Json) {
        JsonPrinter printer;
        printer.field("names", found.size());
        printer.beginList("homonyms");
        for (std::size_t i = 0; i < shown; ++i)
            printer.item(homonymJson(symbols, found[i]));
        printer.endList();
        return 0;
    }
    std::printf("Imported names that several production modules define: %s\n",
                thousands(found.size()).c_str());
    for (std::size_t i = 0; i < shown; ++i)
        printHomonym(symbols, found[i]);
    return 0;
}

} // namespace

int symbolsCommand(const SymbolsRequest& request) {
    const auto opened = indexAndOpen(request.request, true);
    if (!opened)
        return fail(opened.error());
    graph::Symbols symbols(*opened);
    const graph::Fragmentation fragmentation(symbols, request.request.filter);
    if (request.homonyms)
        return homonymsCommand(request, symbols, fragmentation);
    const auto ranked = fragmentation.ranked();
    const auto several = std::ranges::count_if(ranked, [](const graph::Spread& s) { return s.paths > 1; });
    std::size_t left = request.top;
    if (request.request.format == Format::Json) {
        JsonPrinter printer;
        printer.field("imported", ranked.size());
        printer.field("fragmented", several);
        printer.beginList("symbols");
        for (const graph::Spread& spread : ranked)
            if (spread.paths > 1 && left-- > 0)
                printer.item(spreadJson(symbols, spread));
            else if (left == 0)
                break;
        printer.endList();
        return 0;
    }
    std::printf("%s that are imported, %s of them by several paths\n", counted(ranked.size(), "name").c_str(),
                thousands(static_cast<std::size_t>(several)).c_str());
    for (std::size_t i = 0; i < ranked.size() && left > 0; ++i) {
        if (ranked[i].paths < 2)
            continue;
        std::printf("\n");
        printSpread(symbols, ranked[i]);
        --left;
    }
    return 0;
}

int pathsCommand(const Request& request, const std::string& target) {
    const auto opened = indexAndOpen(request, true);
    if (!opened)
        return fail(opened.error());
    const graph::Snapshot& snapshot = **opened;
    graph::Symbols symbols(*opened);
    const auto asked = askedFor(snapshot, target);
    const auto origins = originsOf(symbols, asked);
    const graph::Fragmentation fragmentation(symbols, request.filter);
    const std::vector<graph::StandIn> standIns = graph::standIns(symbols);
    const graph::Ranks ranks(snapshot);
    if (request.format == Format::Json) {
        JsonPrinter printer;
        printer.field("symbol", target);
        printer.beginList("definitions");
        for (const graph::OriginId origin : origins) {
            const graph::Spread* spread = fragmentation.find(origin);
            Json json = spread ? spreadJson(symbols, *spread) : originJson(symbols, origin);
            json["paths"] = Json::array();
            if (spread)
                for (const auto& path : fragmentation.paths(*spread))
                    json["paths"].push_back(pathJson(symbols, ranks, *spread, path));
            json["stand_ins"] = Json::array();
            for (const graph::StandIn& one : standInsFor(standIns, origin))
                json["stand_ins"].push_back(standInJson(symbols, one));
            printer.item(json);
        }
        printer.endList();
        return 0;
    }
    for (const graph::OriginId origin : origins) {
        if (const graph::Spread* spread = fragmentation.find(origin)) {
            printSpread(symbols, *spread);
            for (const auto& path : fragmentation.paths(*spread))
                printPath(symbols, ranks, *spread, path);
        } else {
            std::printf("%s: no statement imports it by name\n", originText(symbols, origin).c_str());
        }
        for (const graph::StandIn& one : standInsFor(standIns, origin))
            std::printf("\n  not the same object, but stands for it: %s, %s\n",
                        originText(symbols, one.definition).c_str(),
                        one.subclass ? "a subclass without methods" : "a function that only calls it");
        std::printf("\n");
    }
    return 0;
}

} // namespace espalier::cli
