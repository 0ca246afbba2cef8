#include "ui/queries.h"

#include <utility>

namespace espalier::ui {

void Queries::ask(const QStringList& arguments, Done done) {
    drop(arguments.first());
    const quint64 job = ++newest_;
    waiting_.insert(arguments.first(), {job, std::move(done)});
    emit requested(job, arguments);
}

void Queries::drop(const QString& command) {
    if (const auto found = waiting_.constFind(command); found != waiting_.cend()) {
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

void Queries::finish(quint64 job, const facts::Result<QByteArray>& output) {
    for (auto it = waiting_.begin(); it != waiting_.end(); ++it)
        if (it->job == job) {
            const Done done = std::move(it->done);
            waiting_.erase(it);
            return done(output);
        }
}

} // namespace espalier::ui
