#include "graph/history/moment.h"

#include "graph/drawing/labels.h"
#include "graph/drawing/words.h"

namespace espalier::graph {
namespace {

Box boxAt(const Box& whole, const Replay& replay, std::size_t i, DiffMark change) {
    const auto count = [&](BoxCount what) { return static_cast<std::uint32_t>(replay.count(i, what)); };
    Box box = whole;
    box.marks.change = change;
    box.modulesInside = count(BoxCount::Modules);
    box.inTangles = count(BoxCount::InTangles);
    box.deprecatedInside = count(BoxCount::Deprecated);
    box.marks.cycle = box.inTangles > 0;
    if (change == DiffMark::Removed) {
        box.detail.clear();
        return box;
    }
    box.marks.test = box.modulesInside > 0 && count(BoxCount::Tests) == box.modulesInside;
    box.marks.ghost = count(BoxCount::Ghost) > 0;
    box.marks.external = count(BoxCount::External) > 0;
    box.marks.problem = count(BoxCount::OwnProblems) > 0 || (box.expandable && count(BoxCount::Problems) > 0);
    if (!box.module.valid())
        box.label = restLabel(count(BoxCount::Folded));
    box.detail = detailOf(box, count(BoxCount::Tangles));
    return box;
}

Line lineAt(const Line& whole, const Replay& replay, std::size_t i, DiffMark change) {
    const auto count = [&](LineCount what) { return static_cast<std::uint32_t>(replay.count(i, what)); };
    Line line;
    line.points = whole.points;
    line.change = change;
    line.statements = count(LineCount::Edges);
    line.cycle = count(LineCount::Cyclic) > 0;
    if (line.statements == 0)
        return line;
    line.deprecated = count(LineCount::ToDeprecated) > 0;
    line.ghost = count(LineCount::ToGhosts) == line.statements;
    line.deferredOnly = count(LineCount::AtImport) == 0;
    line.fromTests =
        !line.cycle && count(LineCount::Tests) > 0 && count(LineCount::TestsOrCopies) == line.statements;
    return line;
}

} // namespace

Moment momentOf(const Drawing& whole, const Replay& replay, const RecentChanges& recent) {
    Moment out;
    Drawing& drawing = out.drawing;
    drawing.title = whole.title;
    drawing.subtitle = whole.subtitle;
    drawing.legend = whole.legend;
    drawing.size = whole.size;
    drawing.bundled = whole.bundled;
    std::vector<int> place(whole.boxes.size(), -1);
    for (std::size_t i = 0; i < whole.boxes.size(); ++i) {
        if (!replay.hasBox(i) && recent.boxes[i] != DiffMark::Removed)
            continue;
        place[i] = static_cast<int>(drawing.boxes.size());
        Box box = boxAt(whole.boxes[i], replay, i, recent.boxes[i]);
        if (box.parent >= 0)
            box.parent = place[static_cast<std::size_t>(box.parent)];
        drawing.boxes.push_back(std::move(box));
        out.boxes.push_back(static_cast<int>(i));
    }
    for (std::size_t i = 0; i < whole.lines.size(); ++i) {
        const int from = place[static_cast<std::size_t>(whole.lines[i].from)],
                  to = place[static_cast<std::size_t>(whole.lines[i].to)];
        if (from < 0 || to < 0 || (!replay.hasLine(i) && recent.lines[i] != DiffMark::Removed))
            continue;
        Line line = lineAt(whole.lines[i], replay, i, recent.lines[i]);
        line.from = from;
        line.to = to;
        drawing.lines.push_back(std::move(line));
        out.lines.push_back(static_cast<int>(i));
    }
    return out;
}

std::vector<LegendEntry> legendOfMoments(const Drawing& whole) {
    using enum LegendSymbol;
    std::vector<LegendEntry> out = whole.legend;
    for (LegendEntry& entry : out) {
        if (entry.symbol == Edge)
            entry.text = Words::tr("imports (thicker: between more modules)");
        else if (entry.symbol == Deprecated)
            entry.text = Words::tr("deprecated at present");
        else if (entry.symbol == DeprecatedEdge)
            entry.text = Words::tr("imports something deprecated at present");
    }
    out.push_back({Removed, removedText(false)});
    out.push_back({RemovedEdge, removedText(true)});
    return out;
}

} // namespace espalier::graph
