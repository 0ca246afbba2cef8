#include "app/gui/index_process.h"

#include "ui/text.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

#include <utility>

namespace espalier::gui {
namespace {

using ui::toUtf8;

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
            emit failed({toUtf8(tr("the indexer could not be started: %1").arg(process_.errorString())),
                         toUtf8(program_), toUtf8(tr("install espalier and espalier-gui side by side"))});
    });
}

IndexProcess::~IndexProcess() {
    if (!running())
        return;
    const QSignalBlocker silent(process_);
    process_.terminate();
    if (!process_.waitForFinished(kGraceMs)) {
        process_.kill();
        process_.waitForFinished(kGraceMs);
    }
}

void IndexProcess::start(const project::Location& location) {
    if (!running())
        return launch(location);
    next_ = location;
    askToEnd();
}

void IndexProcess::launch(const project::Location& location) {
    pending_.clear();
    cancelled_ = importsReady_ = following_ = false;
    folder_ = QString::fromStdString(location.root);
    // Its standard input stays open: it ends when that does, be it because this program has died.
    process_.start(program_, {"index", "--watch", "--progress", "json", "--store",
                              QString::fromStdString(location.store), folder_});
}

void IndexProcess::cancel() {
    if (!running())
        return;
    next_.reset();
    cancelled_ = true;
    askToEnd();
}

void IndexProcess::askToEnd() {
    process_.terminate();
    if (!killTimer_.isActive())
        killTimer_.start();
}

void IndexProcess::readLines() {
    pending_ += process_.readAllStandardOutput();
    if (next_) // of a run that nobody waits for any more
        return pending_.clear();
    for (qsizetype end; (end = pending_.indexOf('\n')) >= 0;) {
        const QJsonObject line = QJsonDocument::fromJson(pending_.left(end)).object();
        pending_.remove(0, end + 1);
        readLine(line);
    }
}

void IndexProcess::readLine(const QJsonObject& line) {
    const QString phase = line.value("phase").toString();
    if (phase == u"changed") {
        std::vector<std::string> paths;
        for (const QJsonValue& path : line.value("paths").toArray())
            paths.push_back(path.toString().toStdString());
        for (const QJsonValue& path : line.value("paths_base64").toArray())
            paths.push_back(QByteArray::fromBase64(path.toString().toLatin1()).toStdString());
        if (following_)
            emit changed(paths, line.value("everything").toBool());
    } else if (phase == u"notice") {
        emit noticed(line.value("message").toString());
    } else if (!phase.isEmpty() && !following_) {
        if (!importsReady_ && phase == u"symbols") {
            importsReady_ = true;
            emit importsReady();
        }
        emit progress(phase, line.value("done").toInteger(), line.value("total").toInteger());
        if (phase == u"done") {
            following_ = true;
            emit finished();
        }
    }
}

void IndexProcess::ended(int exitCode, QProcess::ExitStatus status) {
    killTimer_.stop();
    if (next_)
        return launch(*std::exchange(next_, std::nullopt));
    if (cancelled_) {
        emit cancelled();
        return;
    }
    if (status == QProcess::NormalExit && exitCode == 0) { // by somebody else's signal
        emit failed({toUtf8(tr("the indexer was ended; changes are not followed any more")), toUtf8(folder_),
                     toUtf8(tr("index again (F5) to go on"))});
        return;
    }
    QString said = QString::fromUtf8(process_.readAllStandardError()).trimmed();
    said.remove(QRegularExpression("^espalier: "));
    const bool crashed = status == QProcess::CrashExit;
    emit failed({toUtf8(crashed ? tr("the indexer crashed") : said),
                 crashed ? toUtf8(folder_) : "", // its own words name the place
                 crashed ? toUtf8(tr("what it had read is kept; index again (F5) to go on")) : ""});
}

} // namespace espalier::gui
