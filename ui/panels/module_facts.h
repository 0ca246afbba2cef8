// What is known about a module, as lines of words.
#pragma once

#include "ui/findings.h"

#include <QStringList>

namespace espalier::ui {

// `findings` may be null: nothing is said about cycles then.
[[nodiscard]] QStringList moduleFacts(const graph::Snapshot& snapshot, const Findings* findings,
                                      graph::ModuleId module);

} // namespace espalier::ui
