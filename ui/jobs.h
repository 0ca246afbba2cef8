// Work off the GUI thread, of which only the newest answer counts.
#pragma once

#include <QFutureWatcher>
#include <QObject>
#include <QThreadPool>
#include <QtConcurrent/QtConcurrentRun>

#include <atomic>
#include <functional>
#include <memory>
#include <optional>
#include <utility>

namespace espalier::ui {

// start() runs `work` in the thread pool and hands its value to `done` on the GUI thread, unless start() or
// cancel() was called since, or the owner is gone: stale answers vanish, and stale work that has not begun is
// never done. `work` must own what it reads.
template <class T>
class LatestJob {
public:
    // `pool` outlives what was started.
    explicit LatestJob(QObject* owner, QThreadPool* pool = QThreadPool::globalInstance())
        : owner_(owner)
        , pool_(pool) {}

    void start(std::function<T()> work, std::function<void(T)> done) {
        const quint64 job = ++*newest_;
        auto* watcher = new QFutureWatcher<std::optional<T>>(owner_);
        QObject::connect(watcher, &QFutureWatcherBase::finished, owner_,
                         [this, watcher, job, done = std::move(done)] {
                             watcher->deleteLater();
                             if (job != *newest_)
                                 return;
                             running_ = false;
                             done(*watcher->future().takeResult());
                         });
        running_ = true;
        watcher->setFuture(QtConcurrent::run(pool_, [work = std::move(work), job, newest = newest_] {
            return *newest == job ? std::optional<T>(work()) : std::nullopt;
        }));
    }
    void cancel() {
        ++*newest_;
        running_ = false;
    }
    [[nodiscard]] bool running() const { return running_; }

private:
    QObject* owner_; // lives at least as long as this, which is its member
    QThreadPool* pool_;
    std::shared_ptr<std::atomic<quint64>> newest_ = std::make_shared<std::atomic<quint64>>(0);
    bool running_ = false;
};

} // namespace espalier::ui
