// Runs the command line program for what the window asks of it (ui/queries.h): a child process for each
// question, which is killed when nobody waits for its answer any more. Lines of stderr like
// {"phase": "…", "done": 3, "total": 37} are its progress; the others are the error if it fails. GUI thread
// only.
#pragma once

#include "app/project/open.h"

#include <QHash>
#include <QObject>
#include <QProcess>
#include <QStringList>

namespace espalier::gui {

class QueryProcesses : public QObject {
    Q_OBJECT
public:
    explicit QueryProcesses(QString program, QObject* parent = nullptr);
    ~QueryProcesses() override; // kills what is running

    void start(quint64 job, const QStringList& arguments, const project::Location& location);
    void drop(quint64 job);

signals:
    void progressed(quint64 job, qint64 done, qint64 total);
    void answered(quint64 job, const QByteArray& output);
    void failed(quint64 job, const espalier::facts::Error& error);

private:
    void readErrors(quint64 job);
    void ended(quint64 job, int exitCode, QProcess::ExitStatus status);

    QString program_;
    struct Running {
        QProcess* child = nullptr;
        QByteArray said; // on stderr, but progress
        QByteArray line; // that is not complete
    };
    QHash<quint64, Running> running_;
};

} // namespace espalier::gui
