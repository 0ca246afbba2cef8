#include "ui/models/problem_model.h"

#include "ui/foreign_words.h"
#include "ui/models/roles.h"
#include "ui/text.h"

namespace espalier::ui {

void ProblemModel::setSnapshot(graph::SnapshotPtr snapshot) {
    beginResetModel();
    snapshot_ = std::move(snapshot);
    endResetModel();
}

int ProblemModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() || !snapshot_ ? 0 : static_cast<int>(snapshot_->problems.size());
}

int ProblemModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : kColumns;
}

QVariant ProblemModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid())
        return {};
    const graph::Problem& problem = snapshot_->problems[static_cast<std::size_t>(index.row())];
    const QString where = problem.path.empty() ? tr("project") : place(problem.path, problem.line);
    switch (role) {
    case Qt::DisplayRole:
        return index.column() == Place
                   ? where
                   : (index.column() == Message ? foreignWords(problem.message) : toQt(problem.code));
    case SortRole:
        // Places in the snapshot's order: by path, then by line as a number.
        return index.column() == Place ? QVariant(index.row()) : data(index, Qt::DisplayRole);
    case Qt::ToolTipRole:
        return QString(where + u'\n' + foreignWords(problem.message));
    case FilterRole:
        return QString(where + u' ' + toQt(problem.code) + u' ' + foreignWords(problem.message));
    case PathRole:
        return toQt(problem.path);
    case LineRole:
        return problem.line;
    case ColumnRole:
        return problem.column;
    case ModuleRole:
        return QVariant::fromValue(snapshot_->find(problem.path).value_or(graph::ModuleId()).value);
    default:
        return {};
    }
}

QVariant ProblemModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    const QString names[] = {tr("Where"), tr("What"), tr("Code")};
    return names[section];
}

} // namespace espalier::ui
