#include "app/gui/query_processes.h"

#include "ui/text.h"

#include <QJsonDocument>
#include <QRegularExpression>

#include <optional>
#include <utility>

namespace espalier::gui {

using ui::toUtf8;

QueryProcesses::QueryProcesses(QString program, QObject* parent)
    : QObject(parent)
    , program_(std::move(program)) {}

QueryProcesses::~QueryProcesses() {
    const QList<quint64> jobs = running_.keys();
    for (const quint64 job : jobs)
        drop(job);
}

void QueryProcesses::start(quint64 job, const QStringList& arguments, const project::Location& location) {
    auto* child = new QProcess(this);
    running_.insert(job, {child, {}, {}});
    connect(child, &QProcess::readyReadStandardError, this, [this, job] { readErrors(job); });
    connect(child, &QProcess::errorOccurred, this, [this, job, child](QProcess::ProcessError error) {
        if (error != QProcess::FailedToStart)
            return;
        running_.remove(job);
        child->deleteLater();
        emit failed(job, {toUtf8(tr("the answer could not be worked out: %1").arg(child->errorString())),
                          toUtf8(program_), toUtf8(tr("install espalier and espalier-gui side by side"))});
    });
    connect(child, &QProcess::finished, this,
            [this, job](int exitCode, QProcess::ExitStatus status) { ended(job, exitCode, status); });
    child->setStandardInputFile(QProcess::nullDevice());
    child->start(program_, arguments + QStringList{"--store", QString::fromStdString(location.store),
                                                   QString::fromStdString(location.root)});
}

void QueryProcesses::drop(quint64 job) {
    if (QProcess* child = running_.take(job).child) {
        const QSignalBlocker silent(child);
        child->kill();
        child->waitForFinished(1000); // killed and reaped in a few milliseconds
        child->deleteLater();
    }
}

void QueryProcesses::readErrors(quint64 job) {
    Running& running = running_[job];
    running.line += running.child->readAllStandardError();
    std::optional<std::pair<qint64, qint64>> newest; // of what has come together
    for (qsizetype end = running.line.indexOf('\n'); end >= 0; end = running.line.indexOf('\n')) {
        const QByteArray line = running.line.left(end + 1);
        running.line.remove(0, end + 1);
        const QJsonDocument json =
            line.startsWith("{\"phase\"") ? QJsonDocument::fromJson(line) : QJsonDocument();
        if (json.isObject())
            newest = {json[QLatin1String("done")].toInteger(), json[QLatin1String("total")].toInteger()};
        else
            running.said += line;
    }
    if (newest)
        emit progressed(job, newest->first, newest->second);
}

void QueryProcesses::ended(quint64 job, int exitCode, QProcess::ExitStatus status) {
    readErrors(job);
    const Running ran = running_.take(job);
    QProcess* child = ran.child;
    child->deleteLater();
    if (status == QProcess::NormalExit && exitCode == 0)
        return emit answered(job, child->readAllStandardOutput());
    QString said = QString::fromUtf8(ran.said + ran.line).trimmed();
    static const QRegularExpression prefix(QStringLiteral("^espalier: "),
                                           QRegularExpression::MultilineOption);
    said.remove(prefix);
    emit failed(
        job,
        {toUtf8(said.isEmpty() ? tr("the program that works out the answer ended early") : said), {}, {}});
}

} // namespace espalier::gui
