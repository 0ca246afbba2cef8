#include "ui/map/words.h"

#include "ui/text.h"

#include <QCoreApplication>

#include <algorithm>
#include <functional>

namespace espalier::ui {

namespace {

struct Card { // the context of these texts for translators
    Q_DECLARE_TR_FUNCTIONS(Card)
};

QString nameOrLabel(const Scene& scene, int box) {
    const std::string name = scene.nameOf(box);
    return toQt(name.empty() ? std::string_view(scene.box(box).label) : std::string_view(name));
}

// "shop.orders, shop.stock and 3 more", those with the most statements first.
QString largest(const Scene& scene, std::vector<std::pair<std::uint32_t, int>> ends) {
    constexpr std::size_t kNamed = 2;
    std::ranges::stable_sort(ends, std::greater(), &std::pair<std::uint32_t, int>::first);
    QStringList names;
    for (std::size_t i = 0; i < std::min(kNamed, ends.size()); ++i)
        names << nameOrLabel(scene, ends[i].second);
    const QString named = names.join(QStringLiteral(", "));
    return ends.size() <= kNamed ? named
                                 : Card::tr("%1 and %2 more").arg(named, number(ends.size() - kNamed));
}

// What the lines from and to a box say, in words.
QStringList directions(const Scene& scene, int box) {
    std::uint32_t out = 0, in = 0;
    std::vector<std::pair<std::uint32_t, int>> used, users;
    for (const graph::Line& line : scene.drawing.lines) {
        if (!scene.isFinest(line))
            continue;
        const bool from = scene.boxWithin(line.from, box), to = scene.boxWithin(line.to, box);
        if (from && !to) {
            out += line.statements;
            used.emplace_back(line.statements, line.to);
        } else if (to && !from) {
            in += line.statements;
            users.emplace_back(line.statements, line.from);
        }
    }
    QStringList lines;
    if (scene.ofPast) {
        if (!used.empty())
            lines << Card::tr("imports %1").arg(largest(scene, std::move(used)));
        if (!users.empty())
            lines << Card::tr("imported by %1").arg(largest(scene, std::move(users)));
        return lines;
    }
    if (!used.empty())
        lines << counted(out, Card::tr("imports 1 statement from %2"),
                         Card::tr("imports %1 statements from %2", nullptr, plural(out)))
                     .arg(largest(scene, std::move(used)));
    if (!users.empty())
        lines << counted(in, Card::tr("imported by 1 statement of %2"),
                         Card::tr("imported by %1 statements of %2", nullptr, plural(in)))
                     .arg(largest(scene, std::move(users)));
    return lines;
}

// The first statements behind a line, as the source has them.
QStringList firstStatements(const Scene& scene, const graph::Line& line) {
    constexpr int kShown = 3, kMostLetters = 90;
    QStringList out;
    for (const graph::EdgeId e : line.edges)
        for (const graph::StatementRef& ref : scene.snapshot->statementsOf((*scene.snapshot)[e])) {
            if (!scene.view.filter.admits(ref))
                continue;
            const facts::ImportStatement& import = scene.snapshot->importOf(ref);
            QString text = toQt(import.text).simplified();
            if (text.size() > kMostLetters)
                text = text.left(kMostLetters) + QStringLiteral(" …");
            out << place(scene.snapshot->pathOf(ref), import.span.line) + QStringLiteral("  ") + text;
            if (out.size() == kShown)
                return out;
        }
    return out;
}

} // namespace

QString describeBox(const Scene& scene, int i) {
    const graph::Box& box = scene.box(i);
    if (box.container && !box.module.valid())
        return toQt(box.label);
    if (!box.module.valid())
        return Card::tr("%1\nToo many to draw. Hide or close something, or search for a name.")
            .arg(toQt(box.label));
    const graph::Module& module = (*scene.snapshot)[box.module];
    QStringList lines{toQt(module.name)};
    QStringList kind{moduleKindWord(box.marks.ghost ? graph::ModuleKind::Ghost : module.kind)};
    kind << markWords(module.marks);
    lines << kind.join(QStringLiteral(", "));
    if (scene.ofPast && box.marks.change == graph::DiffMark::Added)
        lines << Card::tr("has just come");
    else if (scene.ofPast && box.marks.change == graph::DiffMark::Removed)
        lines << Card::tr("has just gone");
    if (const std::string& path = scene.snapshot->pathOf(box.module); !path.empty())
        lines << (module.lines > 0 ? Card::tr("%1, %2 lines").arg(toQt(path), number(module.lines))
                                   : toQt(path));
    if (box.modulesInside > 0)
        lines << counted(box.modulesInside, Card::tr("1 module inside"),
                         Card::tr("%1 modules inside", nullptr, plural(box.modulesInside)));
    if (box.inTangles > 0)
        lines << counted(box.inTangles, Card::tr("1 module in import cycles"),
                         Card::tr("%1 modules in import cycles", nullptr, plural(box.inTangles)));
    else if (box.marks.cycle)
        lines << Card::tr("part of an import cycle");
    if (box.deprecatedInside > 0)
        lines << counted(box.deprecatedInside, Card::tr("1 deprecated module"),
                         Card::tr("%1 deprecated modules", nullptr, plural(box.deprecatedInside)));
    if (box.container && box.usersOfDeprecated > 0)
        lines << counted(
            box.usersOfDeprecated, Card::tr("1 module uses something deprecated"),
            Card::tr("%1 modules use something deprecated", nullptr, plural(box.usersOfDeprecated)));
    lines << directions(scene, i);
    if (scene.isOverview() && box.container)
        lines << Card::tr("Double-click for its map");
    else if (scene.canFold(i))
        lines << (box.container ? Card::tr("Double-click to close") : Card::tr("Double-click to open"));
    return lines.join(u'\n');
}

QString describeLine(const Scene& scene, int i) {
    const graph::Line& line = scene.drawing.lines[static_cast<std::size_t>(i)];
    QStringList lines{
        Card::tr("%1 imports %2").arg(nameOrLabel(scene, line.from), nameOrLabel(scene, line.to))};
    lines << (scene.ofPast ? counted(line.statements, Card::tr("1 import between two modules"),
                                     Card::tr("%1 imports between modules", nullptr, plural(line.statements)))
                           : counted(line.statements, Card::tr("1 statement"),
                                     Card::tr("%1 statements", nullptr, plural(line.statements))))
          << firstStatements(scene, line);
    if (line.cycle)
        lines << Card::tr("part of an import cycle");
    if (line.deprecated)
        lines << Card::tr("leads to something deprecated");
    if (line.ghost)
        lines << Card::tr("leads to a module that does not exist");
    if (line.fromTests)
        lines << Card::tr("imported by tests only");
    if (line.deferredOnly)
        lines << Card::tr("nothing of it runs at import time");
    if (!scene.ofPast)
        lines << Card::tr("Double-click for the statements");
    return lines.join(u'\n');
}

QString asCard(const QString& words) {
    constexpr int kMostLetters = 110;
    QStringList lines;
    for (QString line : words.split(u'\n')) {
        if (line.size() > kMostLetters)
            line = line.left(kMostLetters / 2) + u'…' + line.right(kMostLetters / 2);
        lines << (lines.isEmpty() ? QStringLiteral("<b>%1</b>").arg(line.toHtmlEscaped())
                                  : line.toHtmlEscaped());
    }
    return QStringLiteral("<p style='white-space: pre'>%1</p>").arg(lines.join(QStringLiteral("<br>")));
}

} // namespace espalier::ui
