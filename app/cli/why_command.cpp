#include "app/cli/commands.h"
#include "app/cli/json.h"
#include "app/cli/text.h"
#include "graph/analysis/paths.h"

#include <cstdio>

namespace espalier::cli {

int whyCommand(const Request& request, const std::string& from, const std::string& to) {
    const auto opened = indexAndOpen(request, false);
    if (!opened)
        return fail(opened.error());
    const graph::Snapshot& snapshot = **opened;
    const auto source = snapshot.find(from);
    const auto target = snapshot.find(to);
    if (!source)
        suggest(snapshot, from);
    if (!target)
        suggest(snapshot, to);
    std::vector<graph::EdgeId> path;
    if (source && target)
        path = graph::shortestPath(snapshot, *source, *target, request.filter);

    if (request.format == Format::Json) {
        JsonPrinter printer;
        printer.field("schema", kSchema);
        printer.field("from",
                      {{"module", source ? snapshot[*source].name : from}, {"exists", source.has_value()}});
        printer.field("to",
                      {{"module", target ? snapshot[*target].name : to}, {"exists", target.has_value()}});
        printer.beginList("path");
        for (graph::EdgeId edge : path)
            printer.item(edgeJson(snapshot, edge, request.filter));
        printer.endList();
        return 0;
    }
    if (!source || !target)
        return 0;
    if (path.empty()) {
        std::printf("%s does not reach %s (kinds that count: %s).\n",
                    printable(snapshot[*source].name).c_str(), printable(snapshot[*target].name).c_str(),
                    kindsText(request.filter.kinds).c_str());
        return 0;
    }
    std::printf("%s\n", chainText(snapshot, path).c_str());
    for (graph::EdgeId edge : path)
        printEdge(snapshot, edge, request.filter, "  ");
    return 0;
}

} // namespace espalier::cli
