#include "app/gui/picture_writer.h"

#include "ui/jobs.h"
#include "ui/text.h"

#include <QProcess>
#include <QSaveFile>
#include <QTimer>

namespace espalier::gui {
namespace {

using ui::toUtf8;

constexpr int kRenderTimeoutMs = 60'000;

} // namespace

PictureWriter::PictureWriter(QString program, QObject* parent)
    : QObject(parent)
    , program_(std::move(program)) {
    worker_.setMaxThreadCount(1); // what is written to one file twice is written in that order
}

void PictureWriter::write(const QString& file, const QString& format, const Make& make) {
    if (format != "png" && format != "pdf")
        return save(file, make);
    const auto render = [=, this](const QByteArray& svg) { this->render(file, format, svg); };
    ui::startJob(this, make, render, &worker_);
}

void PictureWriter::render(const QString& file, const QString& format, const QByteArray& svg) {
    auto* renderer = new QProcess(this);
    connect(renderer, &QProcess::errorOccurred, this, [=, this](QProcess::ProcessError error) {
        if (error != QProcess::FailedToStart)
            return;
        emit failed({toUtf8(tr("the picture could not be made: %1").arg(renderer->errorString())),
                     toUtf8(file), toUtf8(tr("install espalier-draw and espalier-gui side by side"))});
        renderer->deleteLater();
    });
    connect(renderer, &QProcess::finished, this, [=, this](int exitCode, QProcess::ExitStatus status) {
        renderer->deleteLater();
        if (status == QProcess::NormalExit && exitCode == 0)
            return save(file, [picture = renderer->readAllStandardOutput()] { return picture; });
        const QString said = QString::fromUtf8(renderer->readAllStandardError()).trimmed();
        emit failed({toUtf8(said.isEmpty() ? tr("the picture could not be made: the renderer ended early")
                                           : tr("the picture could not be made: %1").arg(said)),
                     toUtf8(file), toUtf8(tr("SVG needs no renderer; or show less and try again"))});
    });
    QTimer::singleShot(kRenderTimeoutMs, renderer, &QProcess::kill);
    renderer->start(program_, {"render", "--format", format, "--scale", "2"});
    renderer->write(svg);
    renderer->closeWriteChannel();
}

void PictureWriter::save(const QString& file, const Make& make) {
    const auto save = [file, make] { // empty: done
        const QByteArray bytes = make();
        QSaveFile out(file);
        const bool saved = out.open(QIODevice::WriteOnly) && out.write(bytes) == bytes.size() && out.commit();
        return saved ? QString() : out.errorString();
    };
    const auto tell = [this, file](const QString& error) {
        if (error.isEmpty())
            emit written(file);
        else
            emit failed({toUtf8(tr("the file could not be saved: %1").arg(error)), toUtf8(file),
                         toUtf8(tr("choose another folder, or make room"))});
    };
    ui::startJob(this, save, tell, &worker_);
}

} // namespace espalier::gui
