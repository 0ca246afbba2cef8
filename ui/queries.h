// Questions that only the command line program can answer, because it reads files: asked by a signal,
// answered whenever that is through. GUI thread only.
#pragma once

#include "indexer/facts/result.h"

#include <QByteArray>
#include <QHash>
#include <QObject>
#include <QStringList>

#include <functional>

namespace espalier::ui {

class Queries : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;
    // Of how much is through.
    using Progress = std::function<void(qint64 done, qint64 total)>;
    using Done = std::function<void(const facts::Result<QByteArray>& output)>;

    // `arguments` begin with a command; folder and store are added by whoever runs it. Of each command the
    // newest question counts, of those about different topics of each: the one before is dropped.
    void ask(const QStringList& arguments, Done done, const QString& topic = {}, Progress progress = {});
    // `done` will not be called.
    void drop(const QString& command, const QString& topic = {});

public slots:
    void answer(quint64 job, const QByteArray& output);
    void showProgress(quint64 job, qint64 done, qint64 total);
    void fail(quint64 job, const espalier::facts::Error& error);

signals:
    void requested(quint64 job, const QStringList& arguments);
    void dropped(quint64 job);

private:
    struct Waiting {
        quint64 job = 0;
        Done done;
        Progress progress; // may be empty
    };
    void finish(quint64 job, const facts::Result<QByteArray>& output);

    QHash<QString, Waiting> waiting_; // by command and topic
    quint64 newest_ = 0;
};

} // namespace espalier::ui
