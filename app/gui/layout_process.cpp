#include "app/gui/layout_process.h"

#include "app/project/layout_protocol.h"

namespace espalier::gui {

LayoutProcess::LayoutProcess(QString program, int timeoutMs, QObject* parent)
    : QObject(parent)
    , program_(std::move(program)) {
    timeout_.setSingleShot(true);
    timeout_.setInterval(timeoutMs);
    connect(&timeout_, &QTimer::timeout, this, [this] {
        killChild();
        give(tr("Graphviz took too long"));
    });
    connect(&process_, &QProcess::readyReadStandardOutput, this, &LayoutProcess::readAnswers);
    connect(&process_, &QProcess::finished, this, [this] { give(tr("the layout process ended")); });
    connect(&process_, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            give(tr("the layout process could not be started: %1").arg(process_.errorString()));
    });
    process_.setStandardErrorFile(QProcess::nullDevice()); // Graphviz warns of labels and sizes
}

LayoutProcess::~LayoutProcess() {
    killChild();
}

void LayoutProcess::request(quint64 job, const graph::LayoutInput& input) {
    cancel();
    if (process_.state() == QProcess::NotRunning) {
        pending_.clear();
        process_.start(program_, {"layout"});
    }
    job_ = job;
    boxes_ = input.boxes.size();
    lines_ = input.lines.size();
    busy_ = true;
    timeout_.start();
    process_.write(QByteArray::fromStdString(project::writeJob({job, input}) + "\n"));
}

void LayoutProcess::cancel() {
    if (busy_)
        killChild();
}

void LayoutProcess::readAnswers() {
    pending_ += process_.readAllStandardOutput();
    for (qsizetype end; (end = pending_.indexOf('\n')) >= 0; pending_.remove(0, end + 1)) {
        const auto answer = project::readAnswer({pending_.constData(), static_cast<std::size_t>(end)});
        const bool ours = busy_ && answer && answer->number == job_;
        if (answer && !ours)
            continue;
        const bool fits = answer && answer->error.empty() && answer->result.boxes.size() == boxes_ &&
                          answer->result.lines.size() == lines_;
        if (!fits) {
            give(QString::fromStdString(answer ? answer->error : answer.error().what));
            continue;
        }
        busy_ = false;
        timeout_.stop();
        emit answered(job_, answer->result);
    }
}

void LayoutProcess::give(const QString& reason) {
    timeout_.stop();
    if (std::exchange(busy_, false))
        emit gaveUp(job_, reason);
}

void LayoutProcess::killChild() {
    const QSignalBlocker silent(process_);
    busy_ = false;
    timeout_.stop();
    pending_.clear();
    process_.kill();
    process_.waitForFinished(1000); // killed and reaped in about 2 ms
}

} // namespace espalier::gui
