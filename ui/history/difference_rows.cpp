#include "ui/history/difference_rows.h"

#include "ui/text.h"

#include <QCoreApplication>

namespace espalier::ui {

namespace {

struct DifferenceText { // the context of these texts for translators
    Q_DECLARE_TR_FUNCTIONS(DifferenceText)
};

class Lister {
public:
    Lister(const Sides& sides, DifferenceList& out)
        : before_(*sides.before)
        , after_(*sides.after)
        , difference_(out.difference)
        , out_(out) {}

    void list() {
        const auto moduleOf = [](const graph::Snapshot& s, bool old) {
            return [&s, old](graph::ModuleId id) {
                return std::pair(toQt(s[id].name), DifferenceItem{s[id].name, {}, old});
            };
        };
        const auto edgeOf = [](const graph::Snapshot& s, bool old) {
            return [&s, old](graph::EdgeId id) {
                const std::string &from = s[s[id].from].name, &to = s[s[id].to].name;
                return std::pair(arrow(from, to), DifferenceItem{from, to, old});
            };
        };
        const auto renamed = [&](const auto& pair) {
            const std::string& now = after_[pair.second].name;
            return std::pair(arrow(before_[pair.first].name, now), DifferenceItem{now, {}});
        };
        group(DifferenceText::tr("New modules"), difference_.addedModules, moduleOf(after_, false));
        group(DifferenceText::tr("Modules that are gone"), difference_.removedModules,
              moduleOf(before_, true));
        group(DifferenceText::tr("Renamed modules"), difference_.renamedModules, renamed);
        group(DifferenceText::tr("New or grown tangles"), difference_.worseTangles,
              [&](const auto& change) { return tangle(after_, change, false); });
        group(DifferenceText::tr("Tangles that are gone or smaller"), difference_.betterTangles,
              [&](const auto& change) { return tangle(before_, change, true); });
        group(DifferenceText::tr("New imports of what is deprecated"), difference_.newViolations,
              [&](const graph::Violation& v) { return violation(after_, v, false); });
        group(DifferenceText::tr("Fixed imports of what is deprecated"), difference_.fixedViolations,
              [&](const graph::Violation& v) { return violation(before_, v, true); });
        group(DifferenceText::tr("New imports"), difference_.addedEdges, edgeOf(after_, false));
        group(DifferenceText::tr("Imports that are gone"), difference_.removedEdges, edgeOf(before_, true));
    }

private:
    static QString arrow(const std::string& from, const std::string& to) {
        return QStringLiteral("%1 → %2").arg(toQt(from), toQt(to));
    }

    template <class List, class Describe>
    void group(const QString& title, const List& list, Describe describe) {
        if (list.empty())
            return;
        TreeRow row;
        row.cells = {QStringLiteral("%1 (%2)").arg(title, number(list.size()))};
        row.order = {static_cast<int>(out_.rows.size())};
        for (const auto& thing : list) {
            if (row.details.size() == DifferenceList::kMostRows)
                break;
            auto [text, item] = describe(thing);
            TreeRow detail;
            detail.cells = {text};
            detail.toolTip = text;
            detail.path = toQt(item.path);
            detail.line = item.line;
            detail.index = static_cast<int>(out_.items.size());
            out_.items.push_back(std::move(item));
            row.details.push_back(std::move(detail));
        }
        if (list.size() > row.details.size()) {
            TreeRow more;
            more.cells = {DifferenceText::tr("… and %1 more").arg(number(list.size() - row.details.size()))};
            row.details.push_back(std::move(more));
        }
        out_.rows.push_back(std::move(row));
    }

    static std::pair<QString, DifferenceItem>
    tangle(const graph::Snapshot& s, const graph::Difference::TangleChange& change, bool old) {
        const auto& modules = change.tangle.modules;
        DifferenceItem item{s[modules.front()].name, {}, old};
        for (const graph::ModuleId id : modules)
            if (id != modules.front())
                item.others.push_back(s[id].name);
        const QString size =
            DifferenceText::tr("%1 modules", nullptr, plural(modules.size())).arg(number(modules.size()));
        const QString first = toQt(item.module);
        if (!change.grown)
            return {QStringLiteral("%1: %2").arg(size, first), std::move(item)};
        const QString by = number(change.joined.size());
        return {(old ? DifferenceText::tr("%1, left by %2: %3") : DifferenceText::tr("%1, joined by %2: %3"))
                    .arg(size, by, first),
                std::move(item)};
    }

    static std::pair<QString, DifferenceItem> violation(const graph::Snapshot& s, const graph::Violation& v,
                                                        bool old) {
        DifferenceItem item{s[v.statement.importer].name, {}, old};
        item.path = s.pathOf(v.statement);
        item.line = s.importOf(v.statement).span.line;
        return {QStringLiteral("%1  %2").arg(place(item.path, item.line),
                                             toQt(s.importOf(v.statement).text).simplified()),
                std::move(item)};
    }

    const graph::Snapshot &before_, &after_;
    const graph::Difference& difference_;
    DifferenceList& out_;
};

QString plusMinus(std::size_t added, std::size_t removed) {
    return QStringLiteral("+%1 −%2").arg(number(added), number(removed));
}

} // namespace

DifferenceList listDifference(const Sides& sides, const graph::EdgeFilter& filter,
                              const QString& comparison) {
    DifferenceList out;
    out.difference = graph::difference(*sides.before, *sides.after, sides.renames, filter);
    graph::Joined joined = graph::joined(*sides.before, *sides.after, out.difference, filter);
    joined.changes.words = toUtf8(comparison);
    out.joined = std::make_shared<const graph::Joined>(std::move(joined));
    Lister(sides, out).list();
    return out;
}

QString differenceWords(const graph::Difference& d) {
    QStringList parts{
        DifferenceText::tr("%1 modules", "“+3 −2”")
            .arg(plusMinus(d.addedModules.size(), d.removedModules.size())),
        DifferenceText::tr("%1 imports").arg(plusMinus(d.addedEdges.size(), d.removedEdges.size()))};
    if (!d.worseTangles.empty() || !d.betterTangles.empty())
        parts
            << DifferenceText::tr("%1 tangles").arg(plusMinus(d.worseTangles.size(), d.betterTangles.size()));
    if (!d.newViolations.empty() || !d.fixedViolations.empty())
        parts << DifferenceText::tr("%1 imports of what is deprecated")
                     .arg(plusMinus(d.newViolations.size(), d.fixedViolations.size()));
    return parts.join(QStringLiteral(" · "));
}

QString differenceMarkdown(const DifferenceList& list, const QString& heading) {
    QString out = QStringLiteral("**%1**\n\n%2\n").arg(heading, differenceWords(list.difference));
    for (const TreeRow& row : list.rows) {
        out += QStringLiteral("\n%1\n\n").arg(row.cells.front());
        for (const TreeRow& detail : row.details)
            out += QStringLiteral("- %1\n").arg(detail.index < 0 ? detail.cells.front()
                                                                 : markdownCode(detail.cells.front()));
    }
    return out;
}

} // namespace espalier::ui
