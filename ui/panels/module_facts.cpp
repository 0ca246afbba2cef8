#include "ui/panels/module_facts.h"

#include "ui/models/badges.h"
#include "ui/panels/evidence_rows.h"
#include "ui/text.h"

#include <QCoreApplication>

namespace espalier::ui {

namespace {

QString say(const char* text) {
    return QCoreApplication::translate("evidence", text);
}

QString deprecationWords(const graph::Snapshot& s, const graph::Deprecation& d) {
    QString what = d.symbol.empty() ? say("Deprecated") : say("%1 is deprecated").arg(toQt(d.symbol));
    what += QStringLiteral(" (") + (d.configured ? say("configured") : toQt(facts::name(d.source)));
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
    for (std::string_view mark : graph::names(m.marks))
        kind << toQt(mark);
    QStringList lines{kind.join(QStringLiteral(", "))};
    if (const std::string& path = s.pathOf(id); !path.empty())
        lines << say("%1, %2 lines").arg(toQt(path), number(m.lines));
    const bool package = !s.children(id).empty();
    const std::size_t imports = otherEnds(s, edgesOf(s, id, Direction::Imports, package), Direction::Imports);
    const std::size_t importers =
        otherEnds(s, edgesOf(s, id, Direction::Importers, package), Direction::Importers);
    lines << (package ? say("%1, %2 (with all that is in it)") : say("%1, %2"))
                 .arg(counted(imports, say("imports 1 module"), say("imports %1 modules")),
                      counted(importers, say("imported by 1 module"), say("imported by %1 modules")));
    if (findings) {
        if (const int tangle = findings->tangleOf[id.value]; tangle >= 0)
            lines << say("In a tangle of %1 modules")
                         .arg(number(findings->tangles[static_cast<std::size_t>(tangle)].modules.size()));
        if (!s.children(id).empty())
            lines << badgeWords(findings->badges[id.value]);
    }
    for (const graph::Deprecation& d : s.deprecations)
        if (d.module == id)
            lines << deprecationWords(s, d);
    return lines;
}

} // namespace espalier::ui
