#include "app/cli/adjacency.h"
#include "app/cli/commands.h"
#include "app/cli/draw_process.h"
#include "app/cli/json.h"
#include "app/cli/text.h"
#include "graph/drawing/drawing.h"
#include "graph/export/picture.h"

#include <cstdio>
#include <limits>

namespace espalier::cli {
namespace {

void printJson(const graph::Snapshot& snapshot, const graph::EdgeFilter& filter) {
    JsonPrinter printer;
    printer.field("root", snapshot.project.root);
    printer.field("revision", snapshot.project.revision);
    printer.beginList("modules");
    for (std::size_t i = 0; i < snapshot.modules.size(); ++i)
        printer.item(moduleJson(snapshot, graph::ModuleId(i)));
    printer.endList();
    printer.beginList("edges");
    for (std::size_t i = 0; i < snapshot.edges.size(); ++i)
        if (filter.admits(snapshot.edges[i]))
            printer.item(edgeJson(snapshot, graph::EdgeId(i), filter));
    printer.endList();
    printer.beginList("problems");
    for (const graph::Problem& problem : snapshot.problems)
        printer.item(problemJson(problem));
    printer.endList();
}

// Everything opened, nothing left out.
graph::ViewSpec wholeView(const graph::Snapshot& snapshot) {
    graph::ViewSpec view;
    for (std::size_t i = 0; i < snapshot.modules.size(); ++i)
        if (!snapshot.children(graph::ModuleId(i)).empty())
            view.open.insert(snapshot.modules[i].name);
    view.maxBoxes = view.maxTopBoxes = view.maxLines = std::numeric_limits<std::size_t>::max();
    return view;
}

void openWithParents(const graph::Snapshot& snapshot, const std::string& name, graph::ViewSpec& view) {
    const auto module = snapshot.find(name);
    if (!module)
        return suggest(snapshot, name);
    for (graph::ModuleId m = *module; m.valid(); m = snapshot[m].parent)
        view.open.insert(snapshot[m].name);
}

} // namespace

int graphCommand(const GraphRequest& request) {
    const auto opened = indexAndOpen(request.request, false);
    if (!opened)
        return fail(opened.error());
    const graph::Snapshot& snapshot = **opened;
    if (request.format == "json") {
        printJson(snapshot, request.request.filter);
        return 0;
    }
    if (request.format == "adjacency") {
        printAdjacency(snapshot, request.request.filter, request.externals);
        return 0;
    }
    graph::ViewSpec view = request.format == "dot" ? wholeView(snapshot) : graph::landingView(snapshot);
    view.filter = request.request.filter;
    view.externals = request.externals;
    view.bundled = request.bundled;
    for (const std::string& name : request.open)
        openWithParents(snapshot, name, view);
    graph::Drawing drawing = graph::makeDrawing(snapshot, view);
    std::string text;
    if (request.format == "dot") {
        text = graph::toDot(drawing);
    } else if (request.format == "mermaid") {
        text = graph::toMermaid(drawing);
    } else {
        graph::applyLayout(drawing, graph::layoutNested(graph::layoutInput(drawing), graph::layeredLayout));
        text = graph::toSvg(drawing, request.dark ? graph::Theme::Dark : graph::Theme::Light);
        if (request.format != "svg")
            return printPicture(text, request.format, request.scale);
    }
    std::fwrite(text.data(), 1, text.size(), stdout);
    return 0;
}

} // namespace espalier::cli
