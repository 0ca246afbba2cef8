// `espalier can-delete`: what needs a module, a package, or one of a module's names.
#include "app/cli/commands.h"
#include "app/cli/ranked.h"
#include "app/cli/symbol_text.h"
#include "app/cli/text.h"
#include "graph/analysis/deletion.h"
#include "graph/symbols/removal.h"

#include <cstdio>
#include <optional>

namespace espalier::cli {
namespace {

using graph::EntryPoint;
using Statements = std::vector<graph::StatementRef>;

std::string kindCountsText(const graph::ImporterCounts& counts) {
    std::string out;
    for (int i = 0; i < facts::kEdgeKindCount; ++i)
        if (const auto& count = counts.byKind[static_cast<std::size_t>(i)]; count.statements > 0)
            out += (out.empty() ? "" : ", ") + std::string(facts::name(static_cast<facts::EdgeKind>(i))) +
                   ' ' + thousands(count.statements);
    return out;
}

void printStatements(const graph::Snapshot& snapshot, const graph::Ranks& ranks, const char* what,
                     const Statements& statements) {
    if (statements.empty())
        return;
    const graph::ImporterCounts counts = graph::count(snapshot, statements);
    std::printf("%s: %s; %s; %s\n", what, countsText(counts).c_str(), kindCountsText(counts).c_str(),
                countRanks(ranks, statements).text().c_str());
    for (const graph::StatementRef& ref : statements)
        printRanked(snapshot, ranks, ref, "  ");
}

void listStatements(JsonPrinter& printer, const graph::Snapshot& snapshot, const graph::Ranks& ranks,
                    const char* key, const Statements& statements) {
    printer.list(key, statements,
                 [&](const graph::StatementRef& ref) { return rankedJson(snapshot, ranks, ref); });
}

Json entryPointJson(const EntryPoint& entry) {
    Json json;
    addPath(json, entry.path);
    json["line"] = entry.line;
    json["name"] = entry.name;
    json["object"] = entry.object.empty() ? entry.module : entry.module + ':' + entry.object;
    return json;
}

void printEntryPoints(const std::vector<EntryPoint>& entries) {
    for (const EntryPoint& entry : entries)
        std::printf("entry point: %s = %s%s%s (%s:%u)\n", printable(entry.name).c_str(),
                    printable(entry.module).c_str(), entry.object.empty() ? "" : ":",
                    printable(entry.object).c_str(), printable(entry.path).c_str(), entry.line);
}

void printComputed(const std::vector<graph::Problem>& computed) {
    if (!computed.empty())
        std::printf("imports of computed names, which may mean it: %s in the project, the first at %s:%u\n",
                    thousands(computed.size()).c_str(), printable(computed.front().path).c_str(),
                    computed.front().line);
}

int deleteModule(const Request& request, const graph::Snapshot& snapshot, const std::string& target) {
    const auto module = snapshot.find(target);
    if (!module)
        suggest(snapshot, target);
    const graph::Ranks ranks(snapshot);
    const graph::Deletion deletion = module ? graph::whatBreaksWithout(snapshot, *module) : graph::Deletion{};
    if (request.format == Format::Json) {
        JsonPrinter printer;
        printer.field("module", module ? snapshot[*module].name : target);
        printer.field("safe", module ? Json(deletion.isSafe()) : Json());
        printer.field("by_rank", countRanks(ranks, deletion.statements).json());
        listStatements(printer, snapshot, ranks, "statements", deletion.statements);
        listStatements(printer, snapshot, ranks, "strings", deletion.strings);
        printer.list("entry_points", deletion.entries, entryPointJson);
        printer.list("computed", deletion.computed, problemJson);
        return 0;
    }
    if (!module)
        return 0;
    const std::string name = printable(snapshot[*module].name);
    std::printf(deletion.isSafe() ? "yes: no statement, no string and no entry point outside of %s needs it\n"
                                  : "no: this stands in the way of deleting %s\n",
                name.c_str());
    printStatements(snapshot, ranks, "imports", deletion.statements);
    printStatements(snapshot, ranks, "strings", deletion.strings);
    printEntryPoints(deletion.entries);
    printComputed(deletion.computed);
    return 0;
}

Json removalImporterJson(const graph::Snapshot& snapshot, const graph::Ranks& ranks,
                         const graph::Removal::Importer& importer) {
    Json json = rankedJson(snapshot, ranks, importer.statement);
    json["hands_on"] = importer.handsOn;
    return json;
}

void printRemoval(const graph::Snapshot& snapshot, const graph::Ranks& ranks, const graph::Removal& removal) {
    Statements handing, others;
    for (const graph::Removal::Importer& one : removal.importers)
        (one.handsOn ? handing : others).push_back(one.statement);
    printStatements(snapshot, ranks, "re-exports", handing);
    printStatements(snapshot, ranks, "imports", others);
    for (const graph::ModuleId module : removal.listed)
        std::printf("named by __all__ of %s\n", printable(snapshot.pathOf(module)).c_str());
    RankCounts counts;
    for (const graph::SymbolUse& use : removal.uses)
        counts.add(ranks.of(use.module));
    if (!removal.uses.empty())
        std::printf("uses: %s; %s\n", usesText(removal.uses).c_str(), counts.text().c_str());
    for (const graph::SymbolUse& use : removal.uses)
        printUse(snapshot, ranks, use);
    printStatements(snapshot, ranks, "imports of its module by a call, which may take it", removal.dynamic);
}

int deleteSymbol(const Request& request, const graph::SnapshotPtr& opened, const std::string& target) {
    const graph::Snapshot& snapshot = *opened;
    graph::Symbols symbols(opened);
    const auto asked = askedFor(snapshot, target);
    if (asked.size() > 1)
        return fail(
            {"'" + target + "' is the name of several things",
             {},
             "say which: " + graph::text(snapshot, asked[0]) + ", " + graph::text(snapshot, asked[1])});
    std::vector<graph::OriginId> definitions = originsOf(symbols, asked);
    std::erase_if(definitions, [&](graph::OriginId id) { return !graph::bindingOf(snapshot, symbols[id]); });
    if (!asked.empty() && definitions.empty())
        std::fprintf(stderr, "espalier: %s is nothing that this project defines\n",
                     printable(target).c_str());
    const bool known = !definitions.empty();
    const graph::Ranks ranks(snapshot);
    const graph::Removal removal = known ? graph::whatBreaksWithout(symbols, definitions) : graph::Removal{};
    if (request.format == Format::Json) {
        JsonPrinter printer;
        printer.field("symbol", target);
        printer.field("safe", known ? Json(removal.isSafe()) : Json());
        printer.list("definitions", definitions, [&](graph::OriginId id) { return originJson(symbols, id); });
        printer.list("importers", removal.importers, [&](const graph::Removal::Importer& one) {
            return removalImporterJson(snapshot, ranks, one);
        });
        printer.list("uses", removal.uses,
                     [&](const graph::SymbolUse& use) { return useJson(snapshot, ranks, use); });
        printer.list("listed", removal.listed, [&](graph::ModuleId id) { return moduleJson(snapshot, id); });
        listStatements(printer, snapshot, ranks, "dynamic", removal.dynamic);
        printer.list("entry_points", removal.entries, entryPointJson);
        printer.list("computed", removal.computed, problemJson);
        return 0;
    }
    if (!known)
        return 0;
    for (const graph::OriginId id : definitions)
        std::printf("%s\n", originText(symbols, id).c_str());
    std::printf(removal.isSafe() ? "yes: nothing outside of it imports, uses or names it\n"
                                 : "no: this stands in the way of deleting it\n");
    printRemoval(snapshot, ranks, removal);
    printEntryPoints(removal.entries);
    printComputed(removal.computed);
    return 0;
}

} // namespace

int canDeleteCommand(const Request& request, const std::string& target) {
    const bool named = target.find(':') != std::string::npos;
    auto opened = indexAndOpen(request, named);
    if (!opened)
        return fail(opened.error());
    if (named)
        return deleteSymbol(request, *opened, target);
    return deleteModule(request, **opened, target);
}

} // namespace espalier::cli
