// Work off the GUI thread.
#pragma once

#include <QCoreApplication>
#include <QFutureWatcher>
#include <QObject>
#include <QThreadPool>
#include <QtConcurrent/QtConcurrentRun>

#include <atomic>
#include <functional>
#include <memory>
#include <optional>
#include <type_traits>
#include <utility>

namespace espalier::ui {

// Runs `work` in the thread pool and hands its value to `done` on the GUI thread, unless the owner is gone.
// `work` must own what it reads; `pool` outlives what was started.
template <class Work, class Done>
void startJob(QObject* owner, Work work, Done done, QThreadPool* pool = QThreadPool::globalInstance()) {
    using T = std::invoke_result_t<Work>;
    auto* watcher = new QFutureWatcher<T>(owner);
    QObject::connect(watcher, &QFutureWatcherBase::finished, owner,
                     [watcher, done = std::move(done)]() mutable {
                         watcher->deleteLater();
                         done(watcher->future().takeResult());
                     });
    watcher->setFuture(QtConcurrent::run(pool, std::move(work)));
}

// The same thing, but who drops it last need not wait until it is gone: the thread pool frees it. 25,000
// files take 50 ms.
template <class T>
[[nodiscard]] std::shared_ptr<T> freedElsewhere(std::shared_ptr<T> thing) {
    T* const bare = thing.get();
    return std::shared_ptr<T>(bare, [thing = std::move(thing)](T*) mutable {
        if (QCoreApplication::instance() && thing)
            QThreadPool::globalInstance()->start([last = std::move(thing)]() mutable { last.reset(); });
    });
}

// Of several jobs only the newest answer counts. start() runs `work` in the thread pool and hands its value
// to `done` on the GUI thread, unless start() or cancel() was called since, or the owner is gone: stale
// answers vanish, and stale work that has not begun is never done. `work` must own what it reads.
template <class T>
class LatestJob {
public:
    // `pool` outlives what was started.
    explicit LatestJob(QObject* owner, QThreadPool* pool = QThreadPool::globalInstance())
        : owner_(owner)
        , pool_(pool) {}

    void start(std::function<T()> work, std::function<void(T)> done) {
        const quint64 job = ++*newest_;
        running_ = true;
        startJob(
            owner_,
            [work = std::move(work), job, newest = newest_] {
                return *newest == job ? std::optional<T>(work()) : std::nullopt;
            },
            [this, job, done = std::move(done)](std::optional<T> answer) {
                if (job != *newest_)
                    return;
                running_ = false;
                done(std::move(*answer));
            },
            pool_);
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
