// The background indexer: `espalier index --watch --progress json` as a child process, which goes on telling
// what changes in the folder once it is through. GUI thread only.
#pragma once

#include "app/project/open.h"

#include <QObject>
#include <QProcess>
#include <QTimer>

#include <optional>
#include <string>
#include <vector>

class QJsonObject;

namespace espalier::gui {

class IndexProcess : public QObject {
    Q_OBJECT
public:
    explicit IndexProcess(QString program, QObject* parent = nullptr);
    ~IndexProcess() override; // ends the child and waits for that; what it wrote is kept

    // Returns at once. A run that is still going on is ended without a word, and this one begins when it has
    // ended, so that two never write to the same store.
    void start(const project::Location& location);
    // Asks the child to stop what it is doing; kills it if it does not within two seconds. Nothing is
    // followed any more until the next start().
    void cancel();
    [[nodiscard]] bool running() const { return process_.state() != QProcess::NotRunning; }

signals:
    void progress(const QString& phase, qint64 done, qint64 total); // files; total 0: not known yet
    void importsReady(); // the first stage is complete: the graph can be shown
    void finished();     // all is indexed; from here on changes are followed
    // The store has other facts of these files (paths relative to the folder, as on disk) than before; or,
    // with `everything`, of any.
    void changed(const std::vector<std::string>& paths, bool everything);
    void noticed(const QString& message); // something that a person should know
    void cancelled();
    void failed(const espalier::facts::Error& error);

private:
    void readLines();
    void readLine(const QJsonObject& line);
    void ended(int exitCode, QProcess::ExitStatus status);
    void launch(const project::Location& location);
    void askToEnd();

    QString program_;
    QProcess process_;
    QTimer killTimer_;
    QByteArray pending_;
    QString folder_;
    std::optional<project::Location> next_; // to be started once the child that is there has ended
    bool cancelled_ = false, importsReady_ = false, following_ = false;
};

} // namespace espalier::gui
