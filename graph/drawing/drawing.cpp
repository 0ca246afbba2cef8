#include "graph/drawing/drawing.h"

#include "graph/drawing/labels.h"
#include "graph/drawing/mark_changes.h"
#include "graph/drawing/metrics.h"
#include "graph/drawing/overview.h"
#include "graph/drawing/visible.h"
#include "graph/layout/reduction.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace espalier::graph {
namespace {

struct EdgeFacts {
    bool cycle, deprecated, ghost;
};

bool isTest(const Module& module) {
    return module.cls == PathClass::Tests || module.marks.has(Mark::Test);
}

// Lines that tests alone draw say little about the architecture, and are many.
bool fromTests(const Snapshot& snapshot, const Line& line) {
    const auto importer = [&](EdgeId e) -> const Module& { return snapshot[snapshot[e].from]; };
    return !line.cycle &&
           std::any_of(line.edges.begin(), line.edges.end(), [&](EdgeId e) { return isTest(importer(e)); }) &&
           std::all_of(line.edges.begin(), line.edges.end(),
                       [&](EdgeId e) { return isTest(importer(e)) || importer(e).cls == PathClass::Copies; });
}
EdgeFacts factsOf(const Snapshot& snapshot, const Visibility& visible, const Edge& e) {
    const int tangle = visible.tangleOf[e.from.value];
    return {tangle >= 0 && tangle == visible.tangleOf[e.to.value] && e.from != e.to,
            snapshot[e.to].marks.has(Mark::Deprecated), snapshot[e.to].kind == ModuleKind::Ghost};
}

// What leads from or to "+N more" would say little and hide much.
void dropLinesOfRests(Drawing& drawing) {
    const auto isRest = [&](int box) { return !drawing.boxes[static_cast<std::size_t>(box)].module.valid(); };
    drawing.omittedLines =
        std::erase_if(drawing.lines, [&](const Line& l) { return isRest(l.from) || isRest(l.to); });
}

// Boxes, not modules, are what a way leads through: lines run between closed boxes only, so that a line to a
// box in an open package is never taken for one to a neighbour of it.
void keepDirectLines(Drawing& drawing) {
    std::vector<Adjacency::Pair> pairs;
    pairs.reserve(drawing.lines.size());
    for (const Line& l : drawing.lines)
        pairs.push_back({l.from, l.to});
    const std::vector<char> direct = directPairs(drawing.boxes.size(), pairs);
    std::size_t i = 0;
    drawing.indirectLines = std::erase_if(drawing.lines, [&](const Line&) { return !direct[i++]; });
}

Folding foldingOf(const Snapshot& snapshot, const FoldedNames& names) {
    Folding out;
    for (const std::string& name : names.modules)
        if (const auto module = snapshot.find(name))
            out.folded.insert(*module);
    for (const std::string& name : names.packages)
        if (const auto module = snapshot.find(name))
            out.closed.insert(*module);
    return out;
}
std::set<std::string> namesOf(const Snapshot& snapshot, const std::set<ModuleId>& modules) {
    std::set<std::string> out;
    for (const ModuleId module : modules)
        out.insert(snapshot[module].name);
    return out;
}

bool isWhole(DiffMark change) {
    return change == DiffMark::Added || change == DiffMark::Removed;
}

// Over the budget the thinnest go, those of tests first. What is new or gone, is in a cycle or leads to
// something deprecated stays longest.
void keepImportantLines(Drawing& drawing, std::size_t most) {
    if (drawing.lines.size() <= most)
        return;
    const auto before = [](const Line& a, const Line& b) {
        return std::tuple(isWhole(a.change), a.cycle, a.deprecated, !a.fromTests, a.statements) >
               std::tuple(isWhole(b.change), b.cycle, b.deprecated, !b.fromTests, b.statements);
    };
    std::stable_sort(drawing.lines.begin(), drawing.lines.end(), before);
    drawing.omittedLines += drawing.lines.size() - most;
    drawing.lines.resize(most);
    std::sort(drawing.lines.begin(), drawing.lines.end(),
              [](const Line& a, const Line& b) { return std::tie(a.from, a.to) < std::tie(b.from, b.to); });
}

} // namespace

std::vector<Line> joinEdges(const Snapshot& snapshot, const ViewSpec& view, const Visibility& visible,
                            const Frontier& f, const std::function<bool(EdgeId)>& counts) {
    std::map<std::pair<int, int>, Line> lines;
    for (std::size_t i = 0; i < snapshot.edges.size(); ++i) {
        const Edge& e = snapshot.edges[i];
        const int from = f.boxOf[e.from.value], to = f.boxOf[e.to.value];
        // Within one box only a module's import of itself is drawn, as a loop.
        if (from < 0 || to < 0 || (from == to && e.from != e.to) || !view.filter.admits(e) ||
            (counts && !counts(EdgeId(i))))
            continue;
        if (from == to && f.boxes[static_cast<std::size_t>(from)].expandable)
            continue;
        const std::uint32_t statements = admittedStatements(snapshot, e, view.filter);
        if (statements == 0)
            continue;
        const auto [entry, fresh] = lines.try_emplace({from, to});
        Line& line = entry->second;
        const EdgeFacts facts = factsOf(snapshot, visible, e);
        if (fresh) {
            line.from = from;
            line.to = to;
            line.ghost = line.deferredOnly = true;
        }
        line.statements += statements;
        line.cycle = line.cycle || facts.cycle;
        line.deprecated = line.deprecated || facts.deprecated;
        line.ghost = line.ghost && facts.ghost;
        EdgeFilter atImport = view.filter;
        atImport.kinds =
            KindSet{static_cast<std::uint8_t>(view.filter.kinds.bits & KindSet::of(EdgeKind::Import).bits)};
        line.deferredOnly = line.deferredOnly && !atImport.admits(e);
        line.edges.push_back(EdgeId(i));
    }
    std::vector<Line> out;
    out.reserve(lines.size());
    for (auto& [ends, line] : lines) {
        line.fromTests = fromTests(snapshot, line);
        out.push_back(std::move(line));
    }
    return out;
}

Drawing makeDrawing(const Snapshot& snapshot, const ViewSpec& view, const DiffMarks* changes,
                    const FoldedNames* folded) {
    return view.arrangement == Arrangement::Overview ? makeOverview(snapshot, view)
                                                     : drawView(snapshot, view, changes, folded).drawing;
}

DrawnView drawView(const Snapshot& snapshot, const ViewSpec& view, const DiffMarks* changes,
                   const FoldedNames* folded) {
    DrawnView out;
    const Visibility& visible = out.visible =
        visibility(snapshot, view, changes ? &changes->tangleOf : nullptr);
    const Folding folding = folded ? foldingOf(snapshot, *folded) : fitBudget(snapshot, view, visible);
    out.folded = {namesOf(snapshot, folding.folded), namesOf(snapshot, folding.closed)};
    const Frontier& f = out.frontier = frontier(snapshot, view, visible, folding);
    Drawing& drawing = out.drawing;
    drawing.boxes = f.boxes;
    drawing.omittedBoxes = f.folded;
    drawing.bundled = view.bundled;
    drawing.lines = joinEdges(snapshot, view, visible, f);
    dropLinesOfRests(drawing);
    if (view.directOnly)
        keepDirectLines(drawing);
    if (changes)
        markLines(drawing, *changes);
    keepImportantLines(drawing, view.maxLines);
    if (changes)
        markChanges(drawing, snapshot, *changes);
    measureBoxes(drawing, f, snapshot, view);
    describeBoxes(drawing, f, snapshot, view, visible);
    drawing.legend = makeLegend(drawing, snapshot, view);
    makeTitle(drawing, snapshot, view, visible);
    if (changes && !changes->words.empty())
        drawing.subtitle += " · " + changes->words;
    return out;
}

} // namespace espalier::graph
