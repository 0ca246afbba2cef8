#include "ui/models/evidence_model.h"

#include "ui/models/roles.h"
#include "ui/text.h"

namespace espalier::ui {

namespace {

QString kindAndFlags(const graph::StatementRef& statement) {
    const QString flags = flagWords(statement.flags);
    return flags.isEmpty() ? kindWord(statement.kind)
                           : kindWord(statement.kind) + QStringLiteral(", ") + flags;
}

} // namespace

void EvidenceModel::set(graph::SnapshotPtr snapshot, std::vector<EvidenceRow> rows) {
    beginResetModel();
    snapshot_ = std::move(snapshot);
    rows_ = std::move(rows);
    endResetModel();
}

QString EvidenceModel::markdown() const {
    QString out;
    for (const EvidenceRow& row : rows_) {
        const facts::ImportStatement& import = snapshot_->importOf(row.statement);
        out += QStringLiteral("- %1 (%2): %3\n")
                   .arg(markdownCode(place(snapshot_->pathOf(row.statement), import.span.line)),
                        kindAndFlags(row.statement), markdownCode(toQt(import.text).simplified()));
    }
    return out;
}

int EvidenceModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(rows_.size());
}

int EvidenceModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : kColumns;
}

QVariant EvidenceModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid())
        return {};
    const EvidenceRow& row = rows_[static_cast<std::size_t>(index.row())];
    const facts::ImportStatement& import = snapshot_->importOf(row.statement);
    const std::string& path = snapshot_->pathOf(row.statement);
    switch (role) {
    case Qt::DisplayRole:
        if (index.column() == Place)
            return place(path, import.span.line);
        return index.column() == Kind ? kindAndFlags(row.statement) : toQt(import.text).simplified();
    case SortRole:
        return index.column() == Place ? QVariant(index.row()) : data(index, Qt::DisplayRole);
    case Qt::ToolTipRole:
        return tr("%1\n%2 imports %3, %4\n\n%5")
            .arg(place(path, import.span.line), toQt((*snapshot_)[row.from].name),
                 toQt((*snapshot_)[row.to].name), kindAndFlags(row.statement), toQt(import.text));
    case PathRole:
        return toQt(path);
    case LineRole:
        return import.span.line;
    case ColumnRole:
        return import.span.column;
    case ModuleRole:
        return QVariant::fromValue(row.from.value);
    case TargetRole:
        return QVariant::fromValue(row.to.value);
    default:
        return {};
    }
}

QVariant EvidenceModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    const QString names[] = {tr("Where"), tr("Runs"), tr("Statement")};
    return names[section];
}

} // namespace espalier::ui
