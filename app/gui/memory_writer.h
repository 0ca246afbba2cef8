// Keeps what a person decided in the open project, off the window's thread: another window may hold the
// file's lock, and disks are slow.
#pragma once

#include "app/gui/memory_file.h"

#include <QObject>
#include <QThreadPool>

#include <memory>
#include <optional>

namespace espalier::gui {

// GUI thread; the files are written by a thread of its own, in the order of the calls.
class MemoryWriter : public QObject {
    Q_OBJECT
public:
    explicit MemoryWriter(QObject* parent = nullptr);
    ~MemoryWriter() override; // waits for what is being written

    // What is kept for the project in `root`, for which write() writes from now on, if it may. Waits only for
    // what this window itself still writes there.
    [[nodiscard]] MemoryRead open(const QString& root);
    // Returns at once. Before the first open(), and for what is kept already, it does nothing.
    void write(const ui::ProjectMemory& memory);

signals:
    void failed(const espalier::facts::Error& error); // of a write; the next one tries again

private:
    struct Kept {
        QString path, root;
        ui::ProjectMemory written; // as this window has last read or written it; the worker's
    };

    std::shared_ptr<Kept> kept_;              // null: nothing may be written
    std::optional<ui::ProjectMemory> newest_; // none: the last write failed
    QThreadPool worker_;
};

} // namespace espalier::gui
