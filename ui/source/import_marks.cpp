#include "ui/source/import_marks.h"

#include "ui/text.h"

#include <QCoreApplication>

#include <algorithm>

namespace espalier::ui {

namespace {

struct ImportMarks { // the context of these texts for translators
    Q_DECLARE_TR_FUNCTIONS(ImportMarks)
};

QString wordsOf(const graph::Snapshot& s, const ImportMark& mark) {
    QStringList lines;
    for (graph::ModuleId target : mark.targets)
        lines << toQt(s[target].name);
    if (lines.isEmpty())
        lines << ImportMarks::tr("leads to no module of the project");
    lines << kindWord(mark.kind);
    if (mark.cycle)
        lines << ImportMarks::tr("part of an import cycle");
    if (mark.deprecated)
        lines << ImportMarks::tr("deprecated");
    if (mark.ghost)
        lines << ImportMarks::tr("there is no such module");
    if (!mark.targets.empty())
        lines << ImportMarks::tr("Ctrl+click, or a click on its mark, selects the module");
    return lines.join(u'\n');
}

void addTarget(ImportMark& mark, const graph::Snapshot& s, const Findings* f, const graph::Edge& edge) {
    if (std::ranges::find(mark.targets, edge.to) != mark.targets.end())
        return;
    mark.targets.push_back(edge.to);
    mark.deprecated = mark.deprecated || s[edge.to].marks.has(graph::Mark::Deprecated);
    mark.ghost = mark.ghost || s[edge.to].kind == graph::ModuleKind::Ghost;
    const int tangle = f ? f->tangleOf[edge.from.value] : -1;
    mark.cycle = mark.cycle || (tangle >= 0 && edge.from != edge.to && f->tangleOf[edge.to.value] == tangle &&
                                f->filter.kinds.has(mark.kind));
}

} // namespace

std::multimap<std::uint32_t, ImportMark> importMarks(const graph::Snapshot& s, const Findings* f,
                                                     const std::string& path) {
    std::multimap<std::uint32_t, ImportMark> out;
    const auto module = s.find(path);
    if (!module || !s[*module].file.valid())
        return out;
    const facts::SourceFile& file = s.project.files[s[*module].file.value];
    if (!file.facts)
        return out;
    std::map<std::uint32_t, ImportMark> byImport;
    for (std::uint32_t i = 0; i < file.facts->imports.size(); ++i) {
        byImport[i].span = file.facts->imports[i].span;
        byImport[i].kind = file.facts->imports[i].kind;
    }
    for (graph::EdgeId e : s.outgoing(*module))
        for (const graph::StatementRef& ref : s.statementsOf(s[e]))
            if (!ref.flags.has(graph::Flag::ImplicitParent))
                addTarget(byImport[ref.import], s, f, s[e]);
    for (auto& [index, mark] : byImport) {
        mark.words = wordsOf(s, mark);
        out.emplace(mark.span.line, std::move(mark));
    }
    return out;
}

} // namespace espalier::ui
