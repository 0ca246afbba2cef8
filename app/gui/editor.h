// Opening a file at a line in the user's editor.
#pragma once

#include "indexer/facts/result.h"

#include <QString>
#include <QStringList>

namespace espalier::gui {

// A command with the place-holders %f, %l and %c, split as a shell would but run without one.
[[nodiscard]] QStringList editorCommand(const QString& pattern, const QString& file, int line, int column);
// The first editor found on this machine, as such a pattern.
[[nodiscard]] QString defaultEditorPattern();
// Starts it detached.
[[nodiscard]] facts::Status openInEditor(const QString& pattern, const QString& file, int line, int column);

} // namespace espalier::gui
