#include "app/cli/cycle_formats.h"

#include "app/cli/text.h"
#include "graph/drawing/drawing.h"
#include "graph/export/picture.h"

#include <algorithm>
#include <limits>

namespace espalier::cli {
namespace {

// As code in Markdown; backquotes of the text end nothing.
std::string code(std::string_view text) {
    std::string out = printable(text);
    std::replace(out.begin(), out.end(), '`', '\'');
    return "`" + out + "`";
}

std::string place(const graph::Snapshot& snapshot, graph::ModuleId module, std::uint32_t line) {
    return code(snapshot.pathOf(module) + ":" + std::to_string(line));
}

std::string cycleText(const graph::Snapshot& snapshot, const graph::Tangle& tangle,
                      const graph::EdgeFilter& filter) {
    std::string out = "A shortest cycle:\n\n";
    for (const graph::EdgeId id : tangle.shortestCycle) {
        const graph::Edge& edge = snapshot[id];
        out += "- " + code(snapshot[edge.from].name) + " imports " + code(snapshot[edge.to].name) + "\n";
        for (const graph::StatementRef& ref : snapshot.statementsOf(edge))
            if (filter.admits(ref))
                out += "  - " +
                       code(snapshot.pathOf(ref) + ":" + std::to_string(snapshot.importOf(ref).span.line)) +
                       " " + code(snapshot.importOf(ref).text) + "\n";
    }
    return out;
}

std::string verdictText(const graph::Snapshot& snapshot, const Explanation& explanation) {
    std::string out = "\n" + summary(snapshot, explanation) + ".\n";
    const auto failing =
        std::find_if(explanation.verdicts.begin(), explanation.verdicts.end(),
                     [](const graph::Verdict& v) { return v.outcome == graph::Outcome::Fails; });
    if (failing == explanation.verdicts.end())
        return out;
    out += "\nImported first, " + code(snapshot[failing->entry].name) + " raises " +
           code(errorText(*failing)) + ":\n\n";
    for (const graph::Verdict::Frame& frame : failing->stack)
        out += "1. " + place(snapshot, frame.module, frame.line) + "\n";
    return out;
}

} // namespace

std::string markdown(const graph::Snapshot& snapshot, const std::vector<CycleAnswer>& answers,
                     const graph::EdgeFilter& filter, const std::vector<std::string>& notes) {
    const std::string& revision = snapshot.project.revision;
    const std::string at = revision.empty() ? "" : ", at commit " + code(revision);
    std::string out = "# Import cycles: " + counted(answers.size(), "tangle") +
                      "\n\nKinds that count: " + kindsText(filter.kinds) + at + ".\n";
    for (const std::string& note : notes)
        out += "\n" + note + "\n";
    for (const CycleAnswer& answer : answers) {
        const graph::Tangle& tangle = answer.tangle;
        out += "\n## " + counted(tangle.modules.size(), "module") + ", " +
               counted(tangle.edges.size(), "edge") + (answer.age.empty() ? "" : ", " + answer.age) + "\n\n" +
               cycleText(snapshot, tangle, filter);
        if (answer.explanation)
            out += verdictText(snapshot, *answer.explanation);
        if (answer.plan)
            out += planMarkdown(snapshot, *answer.plan);
        out += "\nModules:";
        for (const graph::ModuleId module : tangle.modules)
            out += " " + code(snapshot[module].name);
        out += "\n";
    }
    return out;
}

std::string dot(const graph::Snapshot& snapshot, const std::vector<CycleAnswer>& answers,
                const graph::EdgeFilter& filter) {
    graph::ViewSpec view;
    view.filter = filter;
    view.maxBoxes = view.maxTopBoxes = view.maxLines = std::numeric_limits<std::size_t>::max();
    view.only = {""}; // nothing, if there is no tangle
    for (const CycleAnswer& answer : answers)
        for (const graph::ModuleId module : answer.tangle.modules)
            view.only.insert(snapshot[module].name);
    return graph::toDot(graph::makeDrawing(snapshot, view));
}

} // namespace espalier::cli
