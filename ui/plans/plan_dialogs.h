// What a change of a plan needs to be asked for.
#pragma once

#include "graph/model/snapshot.h"

#include <QString>
#include <QStringList>

#include <optional>

class QWidget;

namespace espalier::ui {

// Names that are bound by the module's own code at module level: classes, functions and values.
[[nodiscard]] QStringList ownNames(const graph::Snapshot& snapshot, graph::ModuleId module);

// A name, of `names` where there are several, and the module to take it: one that is there, or a new one.
struct MoveAnswer {
    QString symbol, into;
};
[[nodiscard]] std::optional<MoveAnswer> askMove(QWidget* window, const graph::Snapshot& snapshot,
                                                const QString& module, const QStringList& names);
// Another module that is there; empty: none.
[[nodiscard]] QString askMerge(QWidget* window, const graph::Snapshot& snapshot, const QString& module);

// Lower-case letters, digits, dashes, underscores and dots, as plan files want it; empty: none.
[[nodiscard]] QString asPlanName(const QString& text);

} // namespace espalier::ui
