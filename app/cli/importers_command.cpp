#include "app/cli/commands.h"
#include "app/cli/json.h"
#include "app/cli/text.h"
#include "graph/analysis/importers.h"
#include "graph/model/former_modules.h"

#include <cstdio>

namespace espalier::cli {

int importersCommand(const Request& request, const std::string& target) {
    const std::size_t colon = target.find(':');
    const auto opened = indexAndOpen(request, colon != std::string::npos); // a symbol is known by its uses
    if (!opened)
        return fail(opened.error());
    const graph::Snapshot& snapshot = **opened;
    const std::string name = target.substr(0, colon);
    const std::string symbol = colon == std::string::npos ? "" : target.substr(colon + 1);

    const auto module = snapshot.find(name);
    std::vector<graph::StatementRef> statements;
    if (module)
        statements = graph::importers(snapshot, *module, request.filter, symbol);
    else
        suggest(snapshot, name);
    const bool exists = module && snapshot[*module].kind != graph::ModuleKind::Ghost;
    const graph::RemovedIn* removal = module ? snapshot.removalOf(*module) : nullptr;
    const std::string gone = removal ? " (removed in " + removal->commit.substr(0, 10) + ", " +
                                           removal->date + ", by " + printable(removal->author) + ")"
                                     : " (does not exist)";
    const std::string canonical = module ? snapshot[*module].name : name;
    if (request.format == Format::Json) {
        JsonPrinter printer;
        printer.field("module", canonical);
        if (!symbol.empty())
            printer.field("symbol", symbol);
        printer.field("exists", exists);
        if (!exists)
            printer.field("removed", removal ? Json{{"commit", removal->commit},
                                                    {"date", removal->date},
                                                    {"author", removal->author}}
                                             : Json(nullptr));
        printer.list("statements", statements,
                     [&](const graph::StatementRef& ref) { return importerJson(snapshot, ref); });
        return 0;
    }
    if (!module)
        return 0;
    std::printf("%s%s%s%s: %s\n", printable(canonical).c_str(), symbol.empty() ? "" : ":",
                printable(symbol).c_str(), exists ? "" : gone.c_str(),
                countsText(graph::count(snapshot, statements)).c_str());
    for (const graph::StatementRef& statement : statements)
        printStatement(snapshot, statement, "  ");
    return 0;
}

} // namespace espalier::cli
