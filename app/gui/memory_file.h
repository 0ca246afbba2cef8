// The file in which the window keeps what a person decided in a project: one per root folder, below the
// application's data folder. Its form is told in ui/project_memory.h.
#pragma once

#include "ui/project_memory.h"

#include <QString>

namespace espalier::gui {

// The same for the same root; folders of one name differ.
[[nodiscard]] QString memoryPath(const QString& root);

// Nothing kept yet is an empty memory. A file that can't be understood is moved aside, never lost: the error
// says where to. After an error of any other sort nothing must be written to `path`.
struct MemoryRead {
    ui::ProjectMemory memory;
    std::optional<facts::Error> problem;
    bool mayWrite = true;
};
[[nodiscard]] MemoryRead readMemory(const QString& path);
// Makes the changes from `before` to `now` to what is in the file, which another window may have written; a
// file that is gone or can't be understood by now is written from `now`. Replaced only when all of the new
// one is written. Waits kLockMs at most for another window.
[[nodiscard]] facts::Status writeMemory(const QString& path, const ui::ProjectMemory& before,
                                        const ui::ProjectMemory& now, const QString& root);
inline constexpr int kLockMs = 2000;

// A view from a file or a link.
[[nodiscard]] facts::Result<ui::SavedView> readView(const QString& fileOrLink);

} // namespace espalier::gui
