#include "ui/panels/module_facts.h"

#include "graph/model/former_modules.h"
#include "ui/models/badges.h"
#include "ui/panels/evidence_rows.h"
#include "ui/text.h"

#include <QCoreApplication>

namespace espalier::ui {

namespace {

struct ModuleFacts { // the context of these texts for translators
    Q_DECLARE_TR_FUNCTIONS(ModuleFacts)
};

QString deprecationWords(const graph::Snapshot& s, const graph::Deprecation& d) {
    const bool someCalls = !d.configured && d.source == facts::MarkSource::Condition;
    QString what = d.symbol.empty() ? ModuleFacts::tr("Deprecated")
                   : someCalls      ? ModuleFacts::tr("Some calls of %1 are deprecated").arg(toQt(d.symbol))
                                    : ModuleFacts::tr("%1 is deprecated").arg(toQt(d.symbol));
    what += QStringLiteral(" (") + (d.configured ? ModuleFacts::tr("configured") : evidenceWord(d.source));
    if (d.line > 0)
        what += QStringLiteral(", ") + place(s.pathOf(d.module), d.line);
    what += u')';
    if (!d.message.empty())
        what += QStringLiteral(": ") + toQt(d.message).simplified();
    if (!d.replacement.empty())
        what += QStringLiteral(" → ") + toQt(d.replacement);
    return what;
}

} // namespace

QStringList moduleFacts(const graph::Snapshot& s, const Findings* findings, graph::ModuleId id) {
    const graph::Module& m = s[id];
    QStringList kind{moduleKindWord(m.kind)};
    if (m.file.valid())
        kind << classWord(m.cls);
    kind << markWords(m.marks);
    QStringList lines{kind.join(QStringLiteral(", "))};
    if (const std::string& path = s.pathOf(id); !path.empty())
        lines << ModuleFacts::tr("%1, %2 lines").arg(toQt(path), number(m.lines));
    if (const graph::RemovedIn* removal = s.removalOf(id))
        lines << ModuleFacts::tr("Removed in %1, %2, by %3", "commit, date, author")
                     .arg(toQt(removal->commit).left(10), toQt(removal->date), toQt(removal->author));
    const bool package = !s.children(id).empty();
    const std::size_t imports = otherEnds(s, edgesOf(s, id, Direction::Imports, package), Direction::Imports);
    const std::size_t importers =
        otherEnds(s, edgesOf(s, id, Direction::Importers, package), Direction::Importers);
    lines << (package ? ModuleFacts::tr("%1, %2 (with all that is in it)") : ModuleFacts::tr("%1, %2"))
                 .arg(counted(imports, ModuleFacts::tr("imports 1 module"),
                              ModuleFacts::tr("imports %1 modules", nullptr, plural(imports))),
                      counted(importers, ModuleFacts::tr("imported by 1 module"),
                              ModuleFacts::tr("imported by %1 modules", nullptr, plural(importers))));
    if (findings) {
        if (const int tangle = findings->tangleOf[id.value]; tangle >= 0) {
            const std::size_t size = findings->tangles[static_cast<std::size_t>(tangle)].modules.size();
            lines << ModuleFacts::tr("In a tangle of %1 modules", nullptr, plural(size)).arg(number(size));
        }
        if (!s.children(id).empty())
            lines << badgeWords(findings->badges[id.value]);
    }
    for (const graph::Deprecation& d : s.deprecations)
        if (d.module == id)
            lines << deprecationWords(s, d);
    return lines;
}

} // namespace espalier::ui
