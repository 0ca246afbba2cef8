#include "app/gui/query_processes.h"

#include "ui/text.h"

#include <QRegularExpression>

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
    running_.insert(job, child);
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
    if (QProcess* child = running_.take(job)) {
        const QSignalBlocker silent(child);
        child->kill();
        child->waitForFinished(1000); // killed and reaped in a few milliseconds
        child->deleteLater();
    }
}

void QueryProcesses::ended(quint64 job, int exitCode, QProcess::ExitStatus status) {
    QProcess* child = running_.take(job);
    child->deleteLater();
    if (status == QProcess::NormalExit && exitCode == 0)
        return emit answered(job, child->readAllStandardOutput());
    QString said = QString::fromUtf8(child->readAllStandardError()).trimmed();
    static const QRegularExpression prefix(QStringLiteral("^espalier: "),
                                           QRegularExpression::MultilineOption);
    said.remove(prefix);
    emit failed(
        job,
        {toUtf8(said.isEmpty() ? tr("the program that works out the answer ended early") : said), {}, {}});
}

} // namespace espalier::gui
