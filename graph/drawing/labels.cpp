#include "graph/drawing/labels.h"

#include "graph/drawing/metrics.h"
#include "graph/drawing/text_width.h"
#include "graph/drawing/words.h"
#include "graph/export/style.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <set>
#include <sstream>

namespace espalier::graph {
namespace {

constexpr double kWidestLabel = 240, kLeastWidth = 58;
constexpr double kMarkRoom = 18; // for each sign beside the label
constexpr double kBoldFactor = 1.1;
constexpr double kWidestNote = 200;
constexpr std::size_t kMostNoteLines = 4;

std::string tangleCount(std::size_t n) {
    return n == 1 ? Words::tr("1 tangle") : Words::tr("%1 tangles", nullptr, n);
}

struct Inside {
    std::size_t tests = 0, files = 0, problems = 0;
    std::vector<int> tangles;
};

// Everything below a box, gathered from the modules upward.
std::vector<Inside> gather(Drawing& drawing, const Frontier& f, const Snapshot& snapshot,
                           const Visibility& visible) {
    std::vector<Inside> inside(drawing.boxes.size());
    for (std::size_t m = 0; m < snapshot.modules.size(); ++m) {
        const Module& module = snapshot.modules[m];
        // An open package without a box of its own still counts.
        int b = visible.own[m] ? f.innermost[m] : -1;
        const bool file = module.kind == ModuleKind::Module || module.kind == ModuleKind::Package;
        for (; b >= 0; b = drawing.boxes[static_cast<std::size_t>(b)].parent) {
            Box& box = drawing.boxes[static_cast<std::size_t>(b)];
            Inside& in = inside[static_cast<std::size_t>(b)];
            box.modulesInside += file;
            in.files += file;
            in.tests += file && (module.cls == PathClass::Tests || module.marks.has(Mark::Test));
            in.problems += module.marks.has(Mark::Unparsable);
            box.deprecatedInside += module.marks.has(Mark::Deprecated);
            if (visible.tangleOf[m] >= 0) {
                ++box.inTangles;
                in.tangles.push_back(visible.tangleOf[m]);
            }
        }
    }
    return inside;
}

std::string packageDetail(const Box& box, std::size_t tangles) {
    std::string text = moduleCount(box.modulesInside);
    if (tangles > 0)
        text += " · " + (tangles == 1 ? Words::tr("in a tangle") : tangleCount(tangles));
    if (box.deprecatedInside > 0)
        text += " · " + filled(Words::tr("%1 deprecated"), {grouped(box.deprecatedInside)});
    if (box.added > 0)
        text += " · +" + grouped(box.added);
    if (box.removed > 0)
        text += (box.added > 0 ? " −" : " · −") + grouped(box.removed);
    return text;
}

std::string moduleDetail(const Box& box) {
    if (box.marks.ghost)
        return Words::tr("missing");
    std::string text = box.marks.deprecated ? Words::tr("deprecated") : "";
    if (box.marks.problem)
        text += (text.empty() ? "" : " · ") + Words::tr("does not parse");
    return text;
}

std::string projectName(const std::string& root) {
    std::string_view path = root;
    while (path.size() > 1 && path.ends_with('/'))
        path.remove_suffix(1);
    const std::string name(path.substr(path.rfind('/') + 1));
    return name.empty() ? Words::tr("Project") : name;
}

std::string kindsText(const EdgeFilter& filter) {
    struct Word {
        EdgeKind kind;
        std::string text;
    };
    const std::array<Word, 4> words{{{EdgeKind::Import, Words::tr("import time")},
                                     {EdgeKind::Deferred, Words::tr("deferred")},
                                     {EdgeKind::Typing, Words::tr("typing")},
                                     {EdgeKind::Script, Words::tr("script")}}};
    std::string text;
    for (const Word& w : words)
        if (filter.kinds.has(w.kind))
            text += (text.empty() ? "" : " + ") + w.text;
    if (text.empty())
        text = Words::tr("none");
    if (filter.implicitParents)
        text += " + " + Words::tr("implicit parents");
    if (filter.strings)
        text += " + " + Words::tr("strings");
    return filled(Words::tr("imports: %1"), {text});
}

// What a person has narrowed the view to.
std::string filterText(const ViewSpec& view) {
    std::string text;
    if (!view.only.empty())
        text += " · " + (view.only.size() == 1 ? Words::tr("1 chosen module")
                                               : Words::tr("%1 chosen modules", nullptr, view.only.size()));
    if (!view.below.empty())
        text += " · " + filled(Words::tr("in %1"), {view.below});
    if (!view.pattern.empty())
        text += " · " + filled(Words::tr("names with “%1”"), {view.pattern});
    if (view.deprecatedOnly)
        text += " · " + Words::tr("deprecated and their importers");
    if (view.tanglesOnly)
        text += " · " + Words::tr("tangles only");
    return text;
}

std::string togglesText(const ViewSpec& view) {
    std::string text;
    if (!view.tests)
        text += " · " + Words::tr("without tests");
    if (!view.ghosts)
        text += " · " + Words::tr("without missing modules");
    if (!view.hidden.empty())
        text += " · " + filled(Words::tr("%1 hidden"), {grouped(view.hidden.size())});
    if (view.bundled)
        text += " · " + Words::tr("lines bundled");
    return text;
}

// `phrase` with what a size or tint stands for as %1, and the range that is drawn as %2 and %3.
std::string scaleText(const std::string& phrase, const Drawing& drawing, Metric metric) {
    double least = INFINITY, most = 0;
    for (const Box& box : drawing.boxes) {
        if (box.container)
            continue;
        least = std::min(least, box.metrics.of(metric));
        most = std::max(most, box.metrics.of(metric));
    }
    const auto number = [&](double value) {
        return metric == Metric::Instability ? hundredths(value) : grouped(static_cast<std::size_t>(value));
    };
    return filled(phrase, {name(metric), number(least), number(most)});
}

// Words in lines of at most kWidestNote; what is beyond `most` lines is elided.
std::vector<std::string> wrapNote(const std::string& note, std::size_t most) {
    std::vector<std::string> lines;
    std::istringstream words(note);
    for (std::string word; words >> word;) {
        // The last line takes all that is left, however long the note is.
        const bool fits = lines.size() == most || (!lines.empty() && textWidth(lines.back() + " " + word,
                                                                               kDetailFontPx) <= kWidestNote);
        if (fits)
            lines.back() += " " + word;
        else
            lines.push_back(std::move(word));
    }
    for (std::string& line : lines)
        line = elideMiddle(line, kDetailFontPx, kWidestNote);
    return lines;
}

} // namespace

std::string detailOf(const Box& box, std::size_t tangles) {
    const bool several = box.container || box.expandable || !box.module.valid();
    return several && !box.marks.ghost ? packageDetail(box, tangles) : moduleDetail(box);
}

std::string removedText(bool line) {
    return line ? Words::tr("import that is gone") : Words::tr("gone");
}

std::string restLabel(std::size_t modules) {
    return filled(Words::tr("+%1 more"), {grouped(modules)});
}

double noteHeight(const Box& box) {
    return box.container || box.noteLines.empty()
               ? 0
               : kNoteLineHeight * static_cast<double>(box.noteLines.size()) + 2 * kNotePadding;
}

std::string fullName(const Box& box) {
    constexpr std::string_view kOwn = ".~own";
    if (!box.module.valid())
        return box.label;
    return box.key.ends_with(kOwn) ? box.key.substr(0, box.key.size() - kOwn.size()) : box.key;
}

Size textSize(const Box& box) {
    const double label = textWidth(box.label, kFontPx), detail = textWidth(box.detail, kDetailFontPx);
    const double marks =
        kMarkRoom * (box.marks.cycle + box.marks.problem + (box.marks.change != DiffMark::None));
    double note = 0;
    for (const std::string& line : box.noteLines)
        note = std::max(note, textWidth(line, kDetailFontPx) + 2 * kNotePadding);
    if (box.container) {
        const double width = 2 * kBoxPaddingX + label * kBoldFactor + (detail > 0 ? detail + 10 : 0) +
                             (note > 0 ? note + 10 : 0) + marks;
        return {std::ceil(width), kContainerTitleHeight};
    }
    const double width =
        std::max({label + marks, detail, note, kLeastWidth - 2 * kBoxPaddingX}) + 2 * kBoxPaddingX;
    const double height = box.detail.empty() ? kBoxHeight : kBoxHeightWithDetail;
    return {std::ceil(width * box.growth), std::ceil(height * box.growth + noteHeight(box))};
}

std::string shortLabel(const Snapshot& snapshot, ModuleId module) {
    const Module& m = snapshot[module];
    // A file or folder without an importable name is called by its path; a folder's ends in a slash.
    if (m.name.size() > 1 && m.name.find('/') != std::string::npos)
        return m.name.substr(m.name.rfind('/', m.name.size() - 2) + 1);
    if (!m.parent.valid())
        return m.name;
    const std::string& parent = snapshot[m.parent].name;
    if (m.name.size() > parent.size() + 1 && m.name.starts_with(parent))
        return m.name.substr(parent.size() + 1);
    return m.name;
}

std::string commonPackage(const Snapshot& snapshot, const std::vector<ModuleId>& modules) {
    if (modules.size() < 2)
        return "";
    std::string prefix = snapshot[modules.front()].name;
    prefix.resize(prefix.rfind('.') + 1);
    for (const ModuleId m : modules) {
        const std::string& name = snapshot[m].name;
        while (!prefix.empty() && !(name.starts_with(prefix) && name.size() > prefix.size())) {
            prefix.pop_back();
            prefix.resize(prefix.rfind('.') + 1);
        }
    }
    return prefix;
}

void describeBoxes(Drawing& drawing, const Frontier& f, const Snapshot& snapshot, const ViewSpec& view,
                   const Visibility& visible) {
    const std::vector<Inside> inside = gather(drawing, f, snapshot, visible);
    for (std::size_t i = 0; i < drawing.boxes.size(); ++i) {
        Box& box = drawing.boxes[i];
        const Inside& in = inside[i];
        box.marks.cycle = box.inTangles > 0;
        box.marks.test = in.files > 0 && in.tests == in.files;
        if (box.module.valid()) {
            const Module& m = snapshot[box.module];
            box.marks.deprecated = m.marks.has(Mark::Deprecated);
            box.marks.ghost = m.kind == ModuleKind::Ghost;
            box.marks.external = m.kind == ModuleKind::External;
            box.marks.problem = m.marks.has(Mark::Unparsable) || (box.expandable && in.problems > 0);
        }
        const std::size_t tangles = std::set<int>(in.tangles.begin(), in.tangles.end()).size();
        if (const auto note = view.notes.find(box.key); note != view.notes.end())
            box.note = note->second;
        if (const auto place = view.moved.find(box.key); place != view.moved.end())
            box.place = place->second;
        box.detail = detailOf(box, tangles);
        box.label = elideMiddle(box.label, kFontPx, kWidestLabel);
        box.noteLines = wrapNote(box.note, box.container ? 1 : kMostNoteLines);
        const Size size = textSize(box);
        box.rect = {0, 0, size.width, size.height};
    }
}

std::vector<LegendEntry> makeLegend(const Drawing& drawing, const Snapshot& snapshot, const ViewSpec& view) {
    std::vector<LegendEntry> legend;
    const auto any = [](const auto& list, auto test) { return std::any_of(list.begin(), list.end(), test); };
    const auto ofKind = [&](ModuleKind kind) {
        return any(drawing.boxes, [&](const Box& b) {
            return b.module.valid() && snapshot[b.module].kind == kind &&
                   (kind == ModuleKind::Module || !b.marks.ghost);
        });
    };
    const auto add = [&](bool visible, LegendSymbol symbol, const std::string& text) {
        if (visible)
            legend.push_back({symbol, text});
    };
    using enum LegendSymbol;
    add(ofKind(ModuleKind::Module), Module, Words::tr("module"));
    add(ofKind(ModuleKind::Package) || ofKind(ModuleKind::Namespace), Package, Words::tr("package"));
    add(ofKind(ModuleKind::External), External, Words::tr("not of this project"));
    add(any(drawing.boxes, [](const Box& b) { return b.marks.test; }), Test, Words::tr("tests"));
    add(any(drawing.boxes, [](const Box& b) { return b.marks.cycle; }), Cycle,
        Words::tr("in an import cycle"));
    add(any(drawing.boxes, [](const Box& b) { return b.marks.deprecated; }), Deprecated,
        Words::tr("deprecated"));
    add(any(drawing.boxes, [](const Box& b) { return b.marks.ghost; }), Ghost,
        Words::tr("imported, but missing"));
    add(any(drawing.boxes, [](const Box& b) { return b.marks.problem; }), Problem,
        Words::tr("does not parse"));
    if (view.size != Metric::None && !drawing.boxes.empty())
        legend.push_back({Size, scaleText(Words::tr("larger: more %1 (%2 to %3)"), drawing, view.size)});
    if (view.tint != Metric::None && !drawing.boxes.empty())
        legend.push_back(
            {Tint, scaleText(Words::tr("deeper colour: more %1 (%2 to %3)"), drawing, view.tint)});
    add(any(drawing.boxes, [](const Box& b) { return !b.noteLines.empty(); }), Note, Words::tr("note"));
    const auto changed = [&](DiffMark change) {
        return any(drawing.boxes, [change](const Box& b) { return b.marks.change == change; });
    };
    const auto changedLine = [&](DiffMark change) {
        return any(drawing.lines, [change](const Line& l) { return l.change == change; });
    };
    add(changed(DiffMark::Added), Added, Words::tr("new"));
    add(changed(DiffMark::Removed), Removed, removedText(false));
    add(changed(DiffMark::Mixed), Mixed, Words::tr("has new or lost modules"));
    add(any(drawing.lines,
            [](const Line& l) {
                return !l.cycle && !l.deprecated && !l.ghost && !l.deferredOnly && !l.fromTests;
            }),
        Edge,
        view.bundled ? Words::tr("imports (those that go the same way run together)")
                     : Words::tr("imports (thicker: more statements)"));
    add(any(drawing.lines, [](const Line& l) { return l.cycle; }), CycleEdge,
        Words::tr("import within a cycle"));
    add(any(drawing.lines, [](const Line& l) { return l.deprecated; }), DeprecatedEdge,
        Words::tr("imports something deprecated"));
    add(any(drawing.lines, [](const Line& l) { return l.deferredOnly; }), DeferredEdge,
        Words::tr("not at import time"));
    add(any(drawing.lines, [](const Line& l) { return l.ghost; }), GhostEdge,
        Words::tr("imports something missing"));
    add(any(drawing.lines, [](const Line& l) { return l.fromTests; }), TestEdge,
        Words::tr("imported by tests only"));
    add(changedLine(DiffMark::Added), AddedEdge, Words::tr("new import"));
    add(changedLine(DiffMark::Removed), RemovedEdge, removedText(true));
    return legend;
}

std::string lineText(const Drawing& drawing, const Line& line) {
    const std::string from = fullName(drawing.boxes[static_cast<std::size_t>(line.from)]);
    const std::string statements = statementCount(line.statements);
    if (line.from == line.to)
        return filled(Words::tr("%1 imports itself: %2"), {from, statements});
    const std::string to = fullName(drawing.boxes[static_cast<std::size_t>(line.to)]);
    return filled(Words::tr("%1 imports %2: %3"), {from, to, statements});
}

void makeTitle(Drawing& drawing, const Snapshot& snapshot, const ViewSpec& view, const Visibility& visible) {
    drawing.title = projectName(snapshot.project.root) + filterText(view);
    std::size_t modules = 0;
    for (std::size_t m = 0; m < snapshot.modules.size(); ++m) {
        const ModuleKind kind = snapshot.modules[m].kind;
        modules += visible.own[m] && (kind == ModuleKind::Module || kind == ModuleKind::Package);
    }
    std::vector<int> tangles;
    for (std::size_t m = 0; m < snapshot.modules.size(); ++m)
        if (visible.own[m] && visible.tangleOf[m] >= 0)
            tangles.push_back(visible.tangleOf[m]);
    std::sort(tangles.begin(), tangles.end());
    const auto count =
        static_cast<std::size_t>(std::unique(tangles.begin(), tangles.end()) - tangles.begin());
    drawing.subtitle = moduleCount(modules) + " · " +
                       (count == 0 ? Words::tr("no tangles") : tangleCount(count)) + " · " +
                       kindsText(view.filter) + togglesText(view);
    if (drawing.indirectLines > 0)
        drawing.subtitle += " · " + (drawing.indirectLines == 1 ? Words::tr("1 indirect line left out")
                                                                : Words::tr("%1 indirect lines left out",
                                                                            nullptr, drawing.indirectLines));
    if (!snapshot.project.revision.empty())
        drawing.subtitle += " · " + snapshot.project.revision.substr(0, 10);
}

} // namespace espalier::graph
