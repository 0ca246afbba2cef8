#include "ui/models/migration_model.h"

#include "ui/models/roles.h"
#include "ui/text.h"

namespace espalier::ui {

namespace {

std::uint32_t leftIn(const DeprecatedThing& thing, int column) {
    if (column == MigrationModel::Left)
        return thing.left.total.statements;
    return thing.left.byClass[static_cast<std::size_t>(column - MigrationModel::Production)].statements;
}

} // namespace

void MigrationModel::setFindings(FindingsPtr findings) {
    beginResetModel();
    findings_ = std::move(findings);
    statements_.clear();
    endResetModel();
}

int MigrationModel::columnCount(const QModelIndex&) const {
    return kColumns;
}
int MigrationModel::tops() const {
    return findings_ ? static_cast<int>(findings_->deprecated.size()) : 0;
}

int MigrationModel::details(int top) const {
    return static_cast<int>(findings_->deprecated[static_cast<std::size_t>(top)].left.total.statements);
}

const std::vector<graph::StatementRef>& MigrationModel::statements(int top) const {
    const auto [at, isNew] = statements_.try_emplace(top);
    if (isNew) {
        const DeprecatedThing& thing = findings_->deprecated[static_cast<std::size_t>(top)];
        at->second = graph::importers(*findings_->snapshot, thing.module, graph::EdgeFilter::everything(),
                                      thing.symbol);
    }
    return at->second;
}

QString MigrationModel::words(const DeprecatedThing& thing) const {
    const graph::Snapshot& s = *findings_->snapshot;
    QStringList lines;
    for (std::size_t i : thing.evidence) {
        const graph::Deprecation& d = s.deprecations[i];
        const QString source = d.configured ? tr("configured") : evidenceWord(d.source);
        const QString where = d.line > 0 ? place(s.pathOf(d.module), d.line) : QString();
        lines << QStringList{source, where, toQt(d.message)}.join(u' ').simplified();
    }
    for (std::size_t kind = 0; kind < thing.left.byKind.size(); ++kind)
        if (const std::uint32_t n = thing.left.byKind[kind].statements)
            lines << tr("%1 left %2").arg(number(n), kindWord(static_cast<graph::EdgeKind>(kind)));
    if (thing.shim)
        lines << tr("a shim: it only re-exports and warns");
    if (!thing.removal.empty())
        lines << tr("to be removed in %1").arg(toQt(thing.removal));
    return lines.join(u'\n');
}

// What holds of a thing for which there is weak evidence only; "%1" stands for its name.
QString MigrationModel::weakWords(const DeprecatedThing& thing) const {
    const bool calls = std::ranges::any_of(thing.evidence, [&](std::size_t i) {
        return findings_->snapshot->deprecations[i].source == facts::MarkSource::Condition;
    });
    return calls ? tr("%1 (some calls only)") : tr("%1 (only its text says so)");
}

QVariant MigrationModel::topData(int top, int column, int role) const {
    const DeprecatedThing& thing = findings_->deprecated[static_cast<std::size_t>(top)];
    QString name = toQt((*findings_->snapshot)[thing.module].name);
    if (!thing.symbol.empty())
        name += u':' + toQt(thing.symbol);
    switch (role) {
    case Qt::DisplayRole:
        if (column == Name)
            return thing.weak ? weakWords(thing).arg(name) : name;
        return column == Use ? toQt(thing.replacement) : number(leftIn(thing, column));
    case SortRole:
        if (column == Name)
            return name;
        return column == Use ? QVariant(toQt(thing.replacement)) : QVariant(leftIn(thing, column));
    case Qt::TextAlignmentRole:
        return column == Name || column == Use ? QVariant() : QVariant(Qt::AlignRight | Qt::AlignVCenter);
    case Qt::ToolTipRole:
        return words(thing);
    case ModuleRole:
        return QVariant::fromValue(thing.module.value);
    case IndexRole:
        return top;
    default:
        return {};
    }
}

QVariant MigrationModel::detailData(int top, int detail, int column, int role) const {
    const auto& rows = statements(top);
    if (detail >= static_cast<int>(rows.size()))
        return {};
    const graph::Snapshot& s = *findings_->snapshot;
    const graph::StatementRef& ref = rows[static_cast<std::size_t>(detail)];
    const facts::ImportStatement& import = s.importOf(ref);
    const QString where = place(s.pathOf(ref), import.span.line);
    switch (role) {
    case Qt::DisplayRole:
        return column == Name ? QVariant(where) : column == Use ? QVariant(kindWord(ref.kind)) : QVariant();
    case SortRole:
        return detail;
    case Qt::ToolTipRole:
        return QString(where + u'\n' + toQt(import.text));
    case ModuleRole:
        return QVariant::fromValue(ref.importer.value);
    case TargetRole:
        return QVariant::fromValue(findings_->deprecated[static_cast<std::size_t>(top)].module.value);
    case PathRole:
        return toQt(s.pathOf(ref));
    case LineRole:
        return import.span.line;
    case ColumnRole:
        return import.span.column;
    default:
        return {};
    }
}

QVariant MigrationModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal)
        return {};
    const QString names[] = {tr("Deprecated"), tr("Left"),   tr("Prod"),       tr("Tests"),
                             tr("Tools"),      tr("Copies"), tr("Use instead")};
    const QString hints[] = {tr("Deprecated module, or module:symbol"),
                             tr("Statements that still import it, of every kind"),
                             tr("Statements in production code"),
                             tr("Statements in tests"),
                             tr("Statements in tools"),
                             tr("Statements in copies"),
                             tr("The replacement that the configuration or the warning names")};
    if (role == Qt::DisplayRole)
        return names[section];
    return role == Qt::ToolTipRole ? QVariant(hints[section]) : QVariant();
}

} // namespace espalier::ui
