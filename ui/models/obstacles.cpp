#include "ui/models/obstacles.h"

#include "ui/text.h"

#include <QCoreApplication>

namespace espalier::ui {

namespace {

struct ObstacleWords { // the context of these texts for translators
    Q_DECLARE_TR_FUNCTIONS(ObstacleWords)
};

} // namespace

QString obstacleWords(const Obstacles& o) {
    QStringList parts;
    if (o.statements > 0)
        parts << counted(o.statements, ObstacleWords::tr("1 statement that imports it"),
                         ObstacleWords::tr("%1 statements that import it", nullptr, plural(o.statements)));
    if (o.strings > 0)
        parts << counted(o.strings, ObstacleWords::tr("1 string that names it"),
                         ObstacleWords::tr("%1 strings that name it", nullptr, plural(o.strings)));
    if (o.uses > 0)
        parts << counted(o.uses, ObstacleWords::tr("1 use"),
                         ObstacleWords::tr("%1 uses", nullptr, plural(o.uses)));
    if (o.entryPoints > 0)
        parts << counted(o.entryPoints, ObstacleWords::tr("1 entry point"),
                         ObstacleWords::tr("%1 entry points", nullptr, plural(o.entryPoints)));
    if (o.inAll)
        parts << ObstacleWords::tr("the __all__ of its own module");
    return ObstacleWords::tr("In the way: %1.", "12 statements that import it, 1 entry point")
        .arg(parts.join(QStringLiteral(", ")));
}

void addStatement(Answer& answer, const graph::Snapshot& s, const graph::StatementRef& ref,
                  const QString& what) {
    const facts::ImportStatement& import = s.importOf(ref);
    answer.addPlace(s.pathOf(ref), import.span.line, import.span.column,
                    {what, toQt(import.text).simplified()});
}

void addEntryPoints(Answer& answer, const std::vector<graph::EntryPoint>& entries) {
    for (const graph::EntryPoint& entry : entries) {
        const std::string object = entry.object.empty() ? std::string() : ':' + entry.object;
        answer.addPlace(entry.path, entry.line, 1,
                        {ObstacleWords::tr("entry point"), toQt(entry.name + " = " + entry.module + object)});
    }
}

} // namespace espalier::ui
