#include "app/gui/index_process.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

namespace espalier::gui {
namespace {

constexpr int kGraceMs = 2000;

} // namespace

IndexProcess::IndexProcess(QString program, QObject* parent)
    : QObject(parent)
    , program_(std::move(program)) {
    killTimer_.setSingleShot(true);
    killTimer_.setInterval(kGraceMs);
    connect(&killTimer_, &QTimer::timeout, &process_, &QProcess::kill);
    connect(&process_, &QProcess::readyReadStandardOutput, this, &IndexProcess::readLines);
    connect(&process_, &QProcess::finished, this, &IndexProcess::ended);
    connect(&process_, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            emit failed({"the indexer could not be started: " + process_.errorString().toStdString(),
                         program_.toStdString(), "install espalier and espalier-gui side by side"});
    });
}

IndexProcess::~IndexProcess() {
    stop();
}

void IndexProcess::start(const project::Location& location) {
    stop();
    pending_.clear();
    cancelled_ = importsReady_ = false;
    folder_ = QString::fromStdString(location.root);
    process_.start(program_, {"index", "--progress", "json", "--store",
                              QString::fromStdString(location.store), folder_});
    process_.closeWriteChannel();
}

void IndexProcess::cancel() {
    if (!running())
        return;
    cancelled_ = true;
    process_.terminate();
    killTimer_.start();
}

void IndexProcess::stop() {
    if (!running())
        return;
    const QSignalBlocker silent(process_);
    process_.terminate();
    if (!process_.waitForFinished(kGraceMs)) {
        process_.kill();
        process_.waitForFinished(kGraceMs);
    }
    killTimer_.stop();
}

void IndexProcess::readLines() {
    pending_ += process_.readAllStandardOutput();
    for (qsizetype end; (end = pending_.indexOf('\n')) >= 0; pending_.remove(0, end + 1)) {
        const QJsonObject line = QJsonDocument::fromJson(pending_.left(end)).object();
        const QString phase = line.value("phase").toString();
        if (phase.isEmpty())
            continue;
        if (!importsReady_ && phase == "symbols") {
            importsReady_ = true;
            emit importsReady();
        }
        emit progress(phase, line.value("done").toInteger(), line.value("total").toInteger());
    }
}

void IndexProcess::ended(int exitCode, QProcess::ExitStatus status) {
    killTimer_.stop();
    if (cancelled_) {
        emit cancelled();
        return;
    }
    if (status == QProcess::NormalExit && exitCode == 0) {
        emit finished();
        return;
    }
    QString said = QString::fromUtf8(process_.readAllStandardError()).trimmed();
    said.remove(QRegularExpression("^espalier: "));
    const bool crashed = status == QProcess::CrashExit;
    emit failed({crashed ? "the indexer crashed" : said.toStdString(),
                 crashed ? folder_.toStdString() : "", // its own words name the place
                 crashed ? "what it had read is kept; index again to go on" : ""});
}

} // namespace espalier::gui
