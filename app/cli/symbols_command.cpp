// `espalier symbols` and `espalier paths`: by how many paths things are imported, and by which.
#include "app/cli/commands.h"
#include "app/cli/symbol_text.h"
#include "app/cli/text.h"

#include <algorithm>
#include <cstdio>

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

Json pathJson(graph::Symbols& symbols, const graph::Spread& spread, const graph::Fragmentation::Path& path) {
    const graph::Snapshot& snapshot = symbols.snapshot();
    Json json;
    json["path"] = graph::text(snapshot, path.path);
    json["canonical"] = path.canonical;
    json["counts"] = countsJson(path.counts);
    json["steps"] = stepsJson(snapshot, symbols.proof(path.path.module, path.path.name, spread.definition));
    json["statements"] = Json::array();
    for (const graph::StatementRef& ref : path.statements) {
        Json statement = statementJson(snapshot, ref);
        if (graph::Fragmentation::violates(spread, path.path, ref))
            statement["required"] = graph::requiredForm(snapshot, ref, path.path, spread.canonical.path);
        json["statements"].push_back(std::move(statement));
    }
    return json;
}

void printPath(graph::Symbols& symbols, const graph::Spread& spread, const graph::Fragmentation::Path& path) {
    const graph::Snapshot& snapshot = symbols.snapshot();
    std::printf("\n  %s%s: %s\n", printable(graph::text(snapshot, path.path)).c_str(),
                path.canonical ? " (canonical)" : "", countsText(path.counts).c_str());
    printSteps(snapshot, symbols.proof(path.path.module, path.path.name, spread.definition), "    by ");
    for (const graph::StatementRef& ref : path.statements) {
        printStatement(snapshot, ref, "    ");
        if (!path.canonical)
            std::printf(
                "        required: %s\n",
                printable(graph::requiredForm(snapshot, ref, path.path, spread.canonical.path)).c_str());
    }
}

} // namespace

int symbolsCommand(const SymbolsRequest& request) {
    const auto opened = indexAndOpen(request.request, true);
    if (!opened)
        return fail(opened.error());
    graph::Symbols symbols(*opened);
    const graph::Fragmentation fragmentation(symbols, request.request.filter);
    const auto ranked = fragmentation.ranked();
    const auto several = std::ranges::count_if(ranked, [](const graph::Spread& s) { return s.paths > 1; });
    std::size_t left = request.top;
    if (request.request.format == Format::Json) {
        JsonPrinter printer;
        printer.field("schema", kSchema);
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
    if (request.format == Format::Json) {
        JsonPrinter printer;
        printer.field("schema", kSchema);
        printer.field("symbol", target);
        printer.beginList("definitions");
        for (const graph::OriginId origin : origins) {
            const graph::Spread* spread = fragmentation.find(origin);
            Json json = spread ? spreadJson(symbols, *spread) : originJson(symbols, origin);
            json["paths"] = Json::array();
            if (spread)
                for (const auto& path : fragmentation.paths(*spread))
                    json["paths"].push_back(pathJson(symbols, *spread, path));
            printer.item(json);
        }
        printer.endList();
        return 0;
    }
    for (const graph::OriginId origin : origins) {
        if (const graph::Spread* spread = fragmentation.find(origin)) {
            printSpread(symbols, *spread);
            for (const auto& path : fragmentation.paths(*spread))
                printPath(symbols, *spread, path);
        } else {
            std::printf("%s: no statement imports it by name\n", originText(symbols, origin).c_str());
        }
        std::printf("\n");
    }
    return 0;
}

} // namespace espalier::cli
