// The background indexer: `espalier index --progress json` as a child process. GUI thread only.
#pragma once

#include "app/project/open.h"

#include <QObject>
#include <QProcess>
#include <QTimer>

namespace espalier::gui {

class IndexProcess : public QObject {
    Q_OBJECT
public:
    explicit IndexProcess(QString program, QObject* parent = nullptr);
    ~IndexProcess() override; // ends the child; what it wrote is kept

    // Ends a run that is still going on.
    void start(const project::Location& location);
    // Asks the child to stop; kills it if it does not within two seconds.
    void cancel();
    [[nodiscard]] bool running() const { return process_.state() != QProcess::NotRunning; }

signals:
    void progress(const QString& phase, qint64 done, qint64 total); // files; total 0: not known yet
    void importsReady(); // the first stage is complete: the graph can be shown
    void finished();
    void cancelled();
    void failed(const espalier::facts::Error& error);

private:
    void readLines();
    void ended(int exitCode, QProcess::ExitStatus status);
    void stop();

    QString program_;
    QProcess process_;
    QTimer killTimer_;
    QByteArray pending_;
    QString folder_;
    bool cancelled_ = false, importsReady_ = false;
};

} // namespace espalier::gui
