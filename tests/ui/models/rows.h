// An item model as text: one line a row, columns parted by " | ", details indented.
#pragma once

#include <QAbstractItemModel>

namespace espalier::test {

inline QString rows(const QAbstractItemModel& model, const QModelIndex& parent = {}, int depth = 0) {
    QString out;
    for (int row = 0; row < model.rowCount(parent); ++row) {
        QStringList cells;
        for (int column = 0; column < model.columnCount(parent); ++column)
            cells << model.index(row, column, parent).data().toString();
        while (!cells.isEmpty() && cells.last().isEmpty())
            cells.removeLast();
        out += QString(depth * 2, u' ') + cells.join(QStringLiteral(" | ")) + u'\n';
        out += rows(model, model.index(row, 0, parent), depth + 1);
    }
    return out;
}

} // namespace espalier::test
