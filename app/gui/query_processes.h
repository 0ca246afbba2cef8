// Runs the command line program for what the window asks of it (ui/queries.h): a child process for each
// question, which is killed when nobody waits for its answer any more. GUI thread only.
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
    void answered(quint64 job, const QByteArray& output);
    void failed(quint64 job, const espalier::facts::Error& error);

private:
    void ended(quint64 job, int exitCode, QProcess::ExitStatus status);

    QString program_;
    QHash<quint64, QProcess*> running_;
};

} // namespace espalier::gui
