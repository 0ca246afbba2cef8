#include "app/cli/commands.h"
#include "app/cli/json.h"
#include "app/cli/text.h"
#include "graph/analysis/paths.h"

#include <cstdio>

namespace espalier::cli {
namespace {

void printJson(const graph::Snapshot& snapshot, const WhyRequest& why,
               const std::optional<graph::ModuleId>& from, const std::optional<graph::ModuleId>& to,
               const graph::ShortestPaths& all, const std::vector<graph::EdgeId>& path) {
    const auto end = [&](const std::optional<graph::ModuleId>& found, const std::string& asked) {
        return Json{{"module", found ? snapshot[*found].name : asked}, {"exists", found.has_value()}};
    };
    JsonPrinter printer;
    printer.field("from", end(from, why.from));
    printer.field("to", end(to, why.to));
    if (why.all) {
        printer.field("steps", all.length());
        printer.field("chains", all.chains);
    }
    printer.beginList(why.all ? "edges" : "path");
    for (const graph::EdgeId edge : path)
        printer.item(edgeJson(snapshot, edge, why.request.filter));
    printer.endList();
}

// "at least" where counting came to its end.
std::string chainsText(const graph::ShortestPaths& all) {
    const std::string most = all.chains == graph::ShortestPaths::kMostChains ? "at least " : "";
    return most + counted(all.chains, "shortest chain") + " of " + counted(all.length(), "import");
}

} // namespace

int whyCommand(const WhyRequest& why) {
    const Request& request = why.request;
    const auto opened = indexAndOpen(request, false);
    if (!opened)
        return fail(opened.error());
    const graph::Snapshot& snapshot = **opened;
    const auto source = snapshot.find(why.from);
    const auto target = snapshot.find(why.to);
    if (!source)
        suggest(snapshot, why.from);
    if (!target)
        suggest(snapshot, why.to);
    graph::ShortestPaths all;
    std::vector<graph::EdgeId> path;
    if (source && target && why.all)
        all = graph::shortestPaths(snapshot, *source, *target, request.filter, true);
    else if (source && target)
        path = graph::shortestPath(snapshot, *source, *target, request.filter);
    if (why.all)
        path = all.edges;

    if (request.format == Format::Json) {
        printJson(snapshot, why, source, target, all, path);
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
    std::printf("%s\n", (why.all ? chainsText(all) : chainText(snapshot, path)).c_str());
    for (const graph::EdgeId edge : path)
        printEdge(snapshot, edge, request.filter, "  ");
    return 0;
}

} // namespace espalier::cli
