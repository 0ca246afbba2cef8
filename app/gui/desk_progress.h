// How far a worker is, told to who asked for the work.
#pragma once

#include <QMetaObject>

#include <atomic>
#include <memory>
#include <utility>

namespace espalier::gui {

// For a worker's thread: desk->progress(percent, 100) on the desk's own, once for each per cent, until `stop`
// is set. The desk outlives the work.
template <class Desk>
auto progressOf(Desk* desk, std::shared_ptr<std::atomic<bool>> stop) {
    return [desk, stop = std::move(stop), last = std::make_shared<qint64>(-1)](auto done, auto total) {
        const qint64 percent = total > 0 ? static_cast<qint64>(100 * done / total) : 0;
        if (!*stop && std::exchange(*last, percent) != percent)
            QMetaObject::invokeMethod(
                desk, [=] { desk->progress(percent, 100); }, Qt::QueuedConnection);
    };
}

} // namespace espalier::gui
