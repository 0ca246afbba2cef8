#include "ui/cycles/cycle_rows.h"

#include "ui/text.h"

#include <QCoreApplication>

#include <algorithm>
#include <numeric>
#include <tuple>

namespace espalier::ui {

namespace {

struct CycleRows { // the context of these texts for translators
    Q_DECLARE_TR_FUNCTIONS(CycleRows)
};

QString nameList(const graph::Snapshot& s, const std::vector<graph::ModuleId>& modules) {
    constexpr std::size_t kMost = 25;
    QStringList names;
    for (std::size_t i = 0; i < std::min(modules.size(), kMost); ++i)
        names << toQt(s[modules[i]].name);
    if (modules.size() > kMost)
        names << CycleRows::tr("… and %1 more").arg(number(modules.size() - kMost));
    return names.join(u'\n');
}

// "a imports b", with the first statement that counts.
TreeRow edgeRow(const graph::Snapshot& s, graph::EdgeId id, const graph::EdgeFilter& filter) {
    const graph::Edge& edge = s[id];
    TreeRow row;
    row.cells = {CycleRows::tr("%1 imports %2").arg(toQt(s[edge.from].name), toQt(s[edge.to].name))};
    row.from = edge.from;
    row.to = edge.to;
    const auto all = s.statementsOf(edge);
    const auto found =
        std::ranges::find_if(all, [&](const graph::StatementRef& ref) { return filter.admits(ref); });
    if (found != all.end()) {
        row.path = toQt(s.pathOf(*found));
        row.line = s.importOf(*found).span.line;
        row.toolTip = place(s.pathOf(*found), row.line) + u'\n' + toQt(s.importOf(*found).text);
    }
    return row;
}

void setNamed(TreeRow& row, const graph::Snapshot& s, const NamedEdge& edge) {
    row.from = s.find(edge.first).value_or(graph::ModuleId());
    row.to = s.find(edge.second).value_or(graph::ModuleId());
}

QString placeWords(const CyclePlace& at) {
    return at.path + u':' + QString::number(at.line);
}

TreeRow placeRow(const QString& text, const CyclePlace& at) {
    TreeRow row;
    row.cells = {text};
    row.toolTip = text;
    row.path = at.path;
    row.line = at.line;
    return row;
}

bool endAlike(const EntryVerdict& a, const EntryVerdict& b) {
    const auto end = [](const EntryVerdict& v) {
        return std::tuple(v.outcome, v.error, v.at.path, v.at.line, v.unknown, v.unknownAt.path,
                          v.unknownAt.line);
    };
    return end(a) == end(b);
}

QString entryNames(const std::vector<const EntryVerdict*>& alike) {
    constexpr std::size_t kMost = 4;
    QStringList names;
    for (std::size_t i = 0; i < std::min(kMost, alike.size()); ++i)
        names << alike[i]->entry;
    const QString list = names.join(QStringLiteral(", "));
    return alike.size() > kMost ? CycleRows::tr("%1 and %2 more").arg(list, number(alike.size() - kMost))
                                : list;
}

void addTraceback(TreeRow& row, const EntryVerdict& verdict) {
    for (const EntryVerdict::Frame& frame : verdict.stack)
        row.details.push_back(placeRow(
            CycleRows::tr("%1, in %2", "file:line, in a module or function")
                .arg(placeWords(frame.place), frame.function.isEmpty() ? frame.module : frame.function),
            frame.place));
    if (!verdict.error.isEmpty())
        row.details.push_back(placeRow(verdict.error, verdict.at));
}

TreeRow verdictRow(const std::vector<const EntryVerdict*>& alike) {
    const EntryVerdict& first = *alike.front();
    TreeRow row;
    const QString names = entryNames(alike);
    QStringList all;
    for (const EntryVerdict* verdict : alike)
        all << verdict->entry;
    row.toolTip = all.join(u'\n');
    if (first.outcome == ImportOutcome::Ok) {
        row.cells = {CycleRows::tr("Loads if first: %1").arg(names)};
        row.sign = QStringLiteral("verdict-ok");
        return row;
    }
    if (first.outcome == ImportOutcome::Unknown) {
        row.cells = {(first.otherwise == ImportOutcome::Ok ? CycleRows::tr("No failure found if first: %1")
                      : first.otherwise == ImportOutcome::Fails
                          ? CycleRows::tr("May fail if first: %1")
                          : CycleRows::tr("Cannot be told if first: %1"))
                         .arg(names)};
        row.sign = QStringLiteral("verdict-unknown");
        row.alarming = first.fails();
        const QString then = first.otherwise == ImportOutcome::Ok
                                 ? CycleRows::tr("if that imports nothing here, it loads")
                             : first.otherwise == ImportOutcome::Fails
                                 ? CycleRows::tr("if that imports nothing here, it fails:")
                                 : CycleRows::tr("it may load, and it may fail");
        const QString at = first.unknownAt.path.isEmpty() ? QString() : placeWords(first.unknownAt) + u' ';
        row.details.push_back(placeRow(at + first.unknown + QStringLiteral("; ") + then, first.unknownAt));
    } else {
        row.cells = {CycleRows::tr("Fails if first: %1").arg(names)};
        row.sign = QStringLiteral("verdict-fails");
        row.alarming = true;
    }
    if (first.fails())
        addTraceback(row, first);
    return row;
}

TreeRow callsRow(const ImportCalls& calls) {
    TreeRow row;
    row.cells = {
        CycleRows::tr("%1 calls while it is imported: %2").arg(calls.module, number(calls.calls.size()))};
    for (const auto& [line, call] : calls.calls)
        row.details.push_back(
            placeRow(CycleRows::tr("line %1: %2()").arg(number(line), call), {calls.path, line}));
    return row;
}

} // namespace

QStringList tangleHeaders() {
    return {CycleRows::tr("Tangle"),
            CycleRows::tr("At import\nWhether it fails when one of it is imported first"),
            CycleRows::tr("Size\nModules"), CycleRows::tr("Stmts\nStatements that hold it together")};
}

std::vector<TreeRow> tangleRows(const Findings& f, const BadgeOf& badge, const AgeOf& age) {
    std::vector<TreeRow> out;
    std::vector<graph::TangleAge> ages(f.tangles.size(), graph::TangleAge::Known);
    for (std::size_t i = 0; i < f.tangles.size(); ++i) {
        const graph::Tangle& tangle = f.tangles[i];
        const VerdictBadge verdict = badge(i);
        TreeRow row;
        row.cells = {shortTangleName(*f.snapshot, tangle.modules), verdict.word,
                     number(tangle.modules.size()), number(f.trapped[i])};
        row.order = {{},
                     verdict.rank,
                     static_cast<qulonglong>(tangle.modules.size()),
                     static_cast<qulonglong>(f.trapped[i])};
        row.toolTip = nameList(*f.snapshot, tangle.modules);
        if (const SinceThen since = age ? age(i) : SinceThen(); !since.words.isEmpty()) {
            ages[i] = since.age;
            row.cells.front() =
                (since.age == graph::TangleAge::New ? CycleRows::tr("new: %1") : CycleRows::tr("grown: %1"))
                    .arg(row.cells.front());
            row.toolTip = since.words + u'\n' + row.toolTip;
        }
        row.sign = verdict.sign;
        row.alarming = verdict.alarming;
        row.index = static_cast<int>(i);
        row.from = tangle.modules.front();
        out.push_back(std::move(row));
    }
    std::ranges::stable_sort(out, [&](const TreeRow& a, const TreeRow& b) {
        const auto rank = [&](const TreeRow& row) {
            return std::pair(-static_cast<int>(ages[static_cast<std::size_t>(row.index)]),
                             row.alarming ? 0 : 1);
        };
        return std::tuple(rank(a), b.order[2].toULongLong(), b.order[3].toULongLong()) <
               std::tuple(rank(b), a.order[2].toULongLong(), a.order[3].toULongLong());
    });
    return out;
}

QString sizeWords(const Findings& f, std::size_t tangle) {
    const std::size_t modules = f.tangles[tangle].modules.size(), imports = f.tangles[tangle].edges.size();
    return CycleRows::tr("%1 modules import each other: %2, %3", nullptr, plural(modules))
        .arg(number(modules),
             counted(imports, CycleRows::tr("1 import"),
                     CycleRows::tr("%1 imports", nullptr, plural(imports))),
             counted(f.trapped[tangle], CycleRows::tr("1 statement"),
                     CycleRows::tr("%1 statements", nullptr, plural(f.trapped[tangle]))));
}

QStringList packageHeaders() {
    return {CycleRows::tr("Packages"), CycleRows::tr("Packages", "a number of them"),
            CycleRows::tr("Imports", "edges between modules")};
}

std::vector<TreeRow> packageRows(const Findings& f) {
    std::vector<TreeRow> out;
    for (std::size_t i = 0; i < f.packageTangles.size(); ++i) {
        const graph::PackageTangle& tangle = f.packageTangles[i];
        std::size_t edges = 0;
        for (const graph::PackageTangle::PackageEdge& edge : tangle.edges)
            edges += edge.edges.size();
        TreeRow row;
        row.cells = {tangleName(*f.snapshot, tangle.packages), number(tangle.packages.size()), number(edges)};
        row.order = {{}, static_cast<qulonglong>(tangle.packages.size()), static_cast<qulonglong>(edges)};
        row.toolTip = nameList(*f.snapshot, tangle.packages);
        row.index = static_cast<int>(i);
        row.from = tangle.packages.front();
        out.push_back(std::move(row));
    }
    return out;
}

std::vector<TreeRow> packageEdgeRows(const Findings& f, std::size_t index) {
    const graph::Snapshot& s = *f.snapshot;
    std::vector<TreeRow> out;
    for (const graph::PackageTangle::PackageEdge& edge : f.packageTangles[index].edges) {
        TreeRow row;
        row.cells = {CycleRows::tr("%1 imports %2: %3", "packages, by so many imports of their modules")
                         .arg(toQt(s[edge.from].name), toQt(s[edge.to].name), number(edge.edges.size()))};
        row.from = edge.from;
        row.to = edge.to;
        for (const graph::EdgeId id : edge.edges)
            row.details.push_back(edgeRow(s, id, f.filter));
        out.push_back(std::move(row));
    }
    return out;
}

std::vector<TreeRow> verdictRows(const TangleVerdict& verdict) {
    std::vector<std::vector<const EntryVerdict*>> groups;
    for (const EntryVerdict& entry : verdict.entries) {
        const auto group =
            std::ranges::find_if(groups, [&](const auto& each) { return endAlike(*each.front(), entry); });
        if (group == groups.end())
            groups.push_back({&entry});
        else
            group->push_back(&entry);
    }
    std::ranges::stable_sort(groups, {}, [](const auto& group) {
        const ImportOutcome outcome = group.front()->outcome;
        return outcome == ImportOutcome::Fails ? 0 : outcome == ImportOutcome::Unknown ? 1 : 2;
    });
    std::vector<TreeRow> out;
    for (const auto& group : groups)
        out.push_back(verdictRow(group));
    for (const ImportCalls& calls : verdict.calls)
        if (!calls.calls.empty())
            out.push_back(callsRow(calls));
    return out;
}

std::vector<TreeRow> cycleRows(const Findings& f, const std::vector<std::vector<graph::EdgeId>>& cycles) {
    std::vector<TreeRow> out;
    for (std::size_t i = 0; i < cycles.size(); ++i) {
        TreeRow row;
        const auto words = [&](bool shortNames) {
            return CycleRows::tr("%1: %2", "so many imports: a -> b -> a")
                .arg(number(cycles[i].size()), chainWords(*f.snapshot, cycles[i], shortNames));
        };
        row.cells = {words(true)};
        row.toolTip = words(false);
        row.index = static_cast<int>(i);
        for (const graph::EdgeId edge : cycles[i])
            row.details.push_back(edgeRow(*f.snapshot, edge, f.filter));
        out.push_back(std::move(row));
    }
    return out;
}

QStringList cutHeaders() {
    return {CycleRows::tr("Cut"), CycleRows::tr("Weight")};
}

std::vector<TreeRow> cutRows(const graph::Snapshot& s, const CutAnswer* cuts, const CutPins& pins) {
    std::vector<TreeRow> out;
    const auto add = [&](const NamedEdge& edge, const QString& sign) -> TreeRow& {
        TreeRow row;
        setNamed(row, s, edge);
        row.sign = sign;
        row.cells = {CycleRows::tr("%1 imports %2").arg(toQt(edge.first), toQt(edge.second))};
        out.push_back(std::move(row));
        return out.back();
    };
    for (std::size_t i = 0; cuts && i < cuts->cuts.size(); ++i) {
        const CutAnswer::Cut& cut = cuts->cuts[i];
        const bool pinned = pins.contains(cut.edge);
        TreeRow& row = add(cut.edge, pinned ? QStringLiteral("pin") : QStringLiteral("scissors"));
        const QString symbols = symbolWords(cut), left = leftWords(cut.tanglesLeft);
        const QString whole = row.cells.front() + QStringLiteral(": ") + cutWord(cut.how);
        row.cells = {
            CycleRows::tr("%1. %2: %3 → %4", "step, how to cut, the importing and the imported module")
                .arg(number(i + 1), shortCutWord(cut.how), toQt(shortName(cut.edge.first)),
                     toQt(shortName(cut.edge.second))),
            number(static_cast<std::size_t>(cut.weight))};
        row.order = {static_cast<qulonglong>(i), cut.weight};
        row.toolTip = whole + u'\n' + (symbols.isEmpty() ? QString() : symbols + u'\n') + left;
        row.details.push_back(placeRow(whole, {}));
        row.details.push_back(placeRow(CycleRows::tr("then %1").arg(left), {}));
        if (!symbols.isEmpty())
            row.details.push_back(placeRow(CycleRows::tr("it brings in %1").arg(symbols), {}));
        for (const CutAnswer::Cut::Statement& statement : cut.statements)
            row.details.push_back(
                placeRow(placeWords(statement.place) + u' ' + statement.text, statement.place));
    }
    for (const auto& [edge, pin] : pins)
        if (pin == CutPin::Keep) {
            TreeRow& row = add(edge, QStringLiteral("pin"));
            row.cells.front() = CycleRows::tr("to be kept: %1").arg(row.cells.front());
            row.order = {static_cast<qulonglong>(cuts ? cuts->cuts.size() : 0), 0};
        }
    return out;
}

} // namespace espalier::ui
