#include "ui/map/words.h"

#include "ui/text.h"

#include <QCoreApplication>

namespace espalier::ui {

namespace {

QString say(const char* text) {
    return QCoreApplication::translate("map", text);
}

QString nameOrLabel(const Scene& scene, int box) {
    const std::string name = scene.nameOf(box);
    return toQt(name.empty() ? std::string_view(scene.box(box).label) : std::string_view(name));
}

} // namespace

QString describeBox(const Scene& scene, int i) {
    const graph::Box& box = scene.box(i);
    if (!box.module.valid())
        return say("%1\nToo many to draw. Hide or close something, or search for a name.")
            .arg(toQt(box.label));
    const graph::Module& module = (*scene.snapshot)[box.module];
    QStringList lines{toQt(module.name)};
    QStringList kind{moduleKindWord(module.kind)};
    for (std::string_view mark : graph::names(module.marks))
        kind << toQt(mark);
    lines << kind.join(QStringLiteral(", "));
    if (const std::string& path = scene.snapshot->pathOf(box.module); !path.empty())
        lines << (module.lines > 0 ? say("%1, %2 lines").arg(toQt(path), number(module.lines)) : toQt(path));
    if (box.modulesInside > 0)
        lines << counted(box.modulesInside, say("1 module inside"), say("%1 modules inside"));
    if (box.inTangles > 0)
        lines << counted(box.inTangles, say("1 module in import cycles"), say("%1 modules in import cycles"));
    else if (box.marks.cycle)
        lines << say("part of an import cycle");
    if (box.deprecatedInside > 0)
        lines << counted(box.deprecatedInside, say("1 deprecated module"), say("%1 deprecated modules"));
    if (scene.canFold(i))
        lines << (box.container ? say("Double-click to close") : say("Double-click to open"));
    return lines.join(u'\n');
}

QString describeLine(const Scene& scene, int i) {
    const graph::Line& line = scene.drawing.lines[static_cast<std::size_t>(i)];
    QStringList lines{say("%1 imports %2").arg(nameOrLabel(scene, line.from), nameOrLabel(scene, line.to))};
    lines << counted(line.statements, say("1 statement"), say("%1 statements"));
    if (line.cycle)
        lines << say("part of an import cycle");
    if (line.deprecated)
        lines << say("leads to something deprecated");
    if (line.ghost)
        lines << say("leads to a module that does not exist");
    if (line.fromTests)
        lines << say("imported by tests only");
    if (line.deferredOnly)
        lines << say("nothing of it runs at import time");
    lines << say("Double-click for the statements");
    return lines.join(u'\n');
}

} // namespace espalier::ui
