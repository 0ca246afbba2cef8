#include "ui/queries.h"

#include <utility>

namespace espalier::ui {

namespace {

QString keyOf(const QString& command, const QString& topic) {
    return command + u' ' + topic;
}

} // namespace

void Queries::ask(const QStringList& arguments, Done done, const QString& topic, Progress progress) {
    drop(arguments.first(), topic);
    const quint64 job = ++newest_;
    waiting_.insert(keyOf(arguments.first(), topic), {job, std::move(done), std::move(progress)});
    emit requested(job, arguments);
}

void Queries::drop(const QString& command, const QString& topic) {
    if (const auto found = waiting_.constFind(keyOf(command, topic)); found != waiting_.cend()) {
        const quint64 job = found->job;
        waiting_.erase(found);
        emit dropped(job);
    }
}

void Queries::answer(quint64 job, const QByteArray& output) {
    finish(job, output);
}

void Queries::fail(quint64 job, const facts::Error& error) {
    finish(job, error);
}

void Queries::showProgress(quint64 job, qint64 done, qint64 total) {
    for (const Waiting& waiting : std::as_const(waiting_))
        if (waiting.job == job && waiting.progress)
            return waiting.progress(done, total);
}

void Queries::finish(quint64 job, const facts::Result<QByteArray>& output) {
    for (auto it = waiting_.begin(); it != waiting_.end(); ++it)
        if (it->job == job) {
            const Done done = std::move(it->done);
            waiting_.erase(it);
            return done(output);
        }
}

} // namespace espalier::ui
