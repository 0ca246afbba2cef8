#include "ui/cycles/cycle_markdown.h"

#include "ui/text.h"

#include <QCoreApplication>

#include <algorithm>

namespace espalier::ui {

namespace {

struct CycleMarkdown { // the context of these texts for translators
    Q_DECLARE_TR_FUNCTIONS(CycleMarkdown)
};

QString indented(const QString& text, int depth) {
    return QString(depth * 2, u' ') + QStringLiteral("- ") + text + u'\n';
}

QString verdictMarkdown(const TangleVerdict& verdict) {
    QString out = u'\n' + verdictSentence(verdict) + QStringLiteral(".\n\n");
    for (const TreeRow& row : verdictRows(verdict)) {
        if (row.sign.isEmpty() || row.sign == u"verdict-ok") // what loads needs no explanation
            continue;
        out += indented(row.cells.front(), 0);
        for (const TreeRow& detail : row.details)
            out += indented(markdownCode(detail.cells.front()), 1);
    }
    return out;
}

QString cyclesMarkdown(const Findings& f, const std::vector<std::vector<graph::EdgeId>>& cycles) {
    const std::size_t shown = std::min(kMostCycles, cycles.size());
    QString out =
        u'\n' +
        (shown < cycles.size()
             ? CycleMarkdown::tr("The %1 shortest of %2 cycles:").arg(number(shown), number(cycles.size()))
             : CycleMarkdown::tr("Shortest cycles:")) +
        QStringLiteral("\n\n");
    for (const TreeRow& row :
         cycleRows(f, {cycles.begin(), cycles.begin() + static_cast<std::ptrdiff_t>(shown)})) {
        out += indented(row.toolTip, 0);
        for (const TreeRow& edge : row.details) // place and statement
            out += indented(markdownCode(edge.toolTip.section(u'\n', 0, 0)) + u' ' +
                                markdownCode(edge.toolTip.section(u'\n', 1).simplified()),
                            1);
    }
    return out;
}

QString cutsMarkdown(const CutAnswer& cuts) {
    if (!cuts.keptCycle.empty())
        return {};
    QString out = u'\n' + proofSentence(cuts) + QStringLiteral(":\n\n");
    for (const CutAnswer::Cut& cut : cuts.cuts) {
        const QString symbols = symbolWords(cut);
        out += QStringLiteral("- [ ] %1 → %2: %3%4; %5\n")
                   .arg(toQt(cut.edge.first), toQt(cut.edge.second), cutWord(cut.how),
                        symbols.isEmpty() ? QString() : QStringLiteral(" (%1)").arg(symbols),
                        leftWords(cut.tanglesLeft));
        for (const CutAnswer::Cut::Statement& statement : cut.statements)
            out += indented(markdownCode(place(toUtf8(statement.place.path), statement.place.line)) + u' ' +
                                markdownCode(statement.text.simplified()),
                            1);
    }
    return out;
}

} // namespace

QString tangleMarkdown(const Findings& f, std::size_t tangle,
                       const std::vector<std::vector<graph::EdgeId>>& cycles, const TangleVerdict* verdict,
                       const CutAnswer* cuts) {
    const graph::Tangle& t = f.tangles[tangle];
    QString out = QStringLiteral("### ") + tangleName(*f.snapshot, t.modules) + QStringLiteral("\n\n") +
                  sizeWords(f, tangle) + QStringLiteral(".\n");
    if (verdict)
        out += verdictMarkdown(*verdict);
    if (!cycles.empty())
        out += cyclesMarkdown(f, cycles);
    if (cuts)
        out += cutsMarkdown(*cuts);
    return out;
}

} // namespace espalier::ui
