// `espalier tests-for`, `espalier untested` and `espalier can-delete`: what protects a module, and what needs
// it.
#include "app/cli/commands.h"
#include "app/cli/json.h"
#include "app/cli/text.h"
#include "graph/analysis/deletion.h"
#include "graph/analysis/protection.h"

#include <algorithm>
#include <cstdio>

namespace espalier::cli {
namespace {

void printStatements(const graph::Snapshot& snapshot, const char* what,
                     const std::vector<graph::StatementRef>& statements) {
    if (statements.empty())
        return;
    std::printf("%s: %s\n", what, countsText(graph::count(snapshot, statements)).c_str());
    for (const graph::StatementRef& ref : statements)
        printStatement(snapshot, ref, "  ");
}

void listStatements(JsonPrinter& printer, const graph::Snapshot& snapshot, const char* key,
                    const std::vector<graph::StatementRef>& statements) {
    printer.beginList(key);
    for (const graph::StatementRef& ref : statements) {
        Json json = statementJson(snapshot, ref);
        json["module"] = snapshot[ref.importer].name;
        printer.item(json);
    }
    printer.endList();
}

} // namespace

int testsForCommand(const Request& request, const std::string& target) {
    const auto opened = indexAndOpen(request, false);
    if (!opened)
        return fail(opened.error());
    const graph::Snapshot& snapshot = **opened;
    const auto module = snapshot.find(target);
    if (!module)
        suggest(snapshot, target);
    const auto tests =
        module ? graph::testsFor(snapshot, *module, request.filter) : std::vector<graph::Protection>();
    if (request.format == Format::Json) {
        JsonPrinter printer;
        printer.field("schema", kSchema);
        printer.field("module", module ? snapshot[*module].name : target);
        printer.beginList("tests");
        for (const graph::Protection& one : tests) {
            Json json{{"module", snapshot[one.test].name}};
            addPath(json, snapshot.pathOf(one.test));
            json["distance"] = one.distance;
            printer.item(json);
        }
        printer.endList();
        return 0;
    }
    if (!module)
        return 0;
    std::printf("%s: %s (kinds that count: %s)\n", printable(snapshot[*module].name).c_str(),
                tests.empty() ? "no test reaches it"
                              : (counted(tests.size(), "test module") +
                                 (tests.size() == 1 ? " reaches it" : " reach it"))
                                    .c_str(),
                kindsText(request.filter.kinds).c_str());
    for (const graph::Protection& one : tests)
        std::printf("  %u  %s\n", one.distance, printable(snapshot.pathOf(one.test)).c_str());
    return 0;
}

int untestedCommand(const Request& request) {
    const auto opened = indexAndOpen(request, false);
    if (!opened)
        return fail(opened.error());
    const graph::Snapshot& snapshot = **opened;
    const auto found = graph::untested(snapshot, request.filter);
    const auto production = std::ranges::count_if(snapshot.modules, [](const graph::Module& module) {
        return module.cls == graph::PathClass::Production && module.file.valid();
    });
    if (request.format == Format::Json) {
        JsonPrinter printer;
        printer.field("schema", kSchema);
        printer.field("production", production);
        printer.beginList("untested");
        for (const graph::ModuleId module : found)
            printer.item(moduleJson(snapshot, module));
        printer.endList();
        return 0;
    }
    std::printf("No test reaches %s of %s (kinds that count: %s)\n", thousands(found.size()).c_str(),
                counted(static_cast<std::size_t>(production), "production module").c_str(),
                kindsText(request.filter.kinds).c_str());
    for (const graph::ModuleId module : found)
        std::printf("  %s\n", printable(snapshot.pathOf(module)).c_str());
    return 0;
}

int canDeleteCommand(const Request& request, const std::string& target) {
    const auto opened = indexAndOpen(request, false);
    if (!opened)
        return fail(opened.error());
    const graph::Snapshot& snapshot = **opened;
    const auto module = snapshot.find(target);
    if (!module)
        suggest(snapshot, target);
    const graph::Deletion deletion = module ? graph::whatBreaksWithout(snapshot, *module) : graph::Deletion{};
    if (request.format == Format::Json) {
        JsonPrinter printer;
        printer.field("schema", kSchema);
        printer.field("module", module ? snapshot[*module].name : target);
        printer.field("safe", module ? Json(deletion.isSafe()) : Json());
        listStatements(printer, snapshot, "statements", deletion.statements);
        listStatements(printer, snapshot, "strings", deletion.strings);
        printer.beginList("computed");
        for (const graph::Problem& problem : deletion.computed)
            printer.item(problemJson(problem));
        printer.endList();
        return 0;
    }
    if (!module)
        return 0;
    const std::string name = printable(snapshot[*module].name);
    std::printf(deletion.isSafe() ? "yes: no statement and no string outside of %s needs it\n"
                                  : "no: this stands in the way of deleting %s\n",
                name.c_str());
    printStatements(snapshot, "imports", deletion.statements);
    printStatements(snapshot, "strings", deletion.strings);
    if (!deletion.computed.empty())
        std::printf("imports of computed names, which may mean it: %s in the project, the first at %s:%u\n",
                    thousands(deletion.computed.size()).c_str(),
                    printable(deletion.computed.front().path).c_str(), deletion.computed.front().line);
    return 0;
}

} // namespace espalier::cli
