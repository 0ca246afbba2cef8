#include "app/gui/picture_writer.h"

#include <QProcess>
#include <QSaveFile>
#include <QTimer>

namespace espalier::gui {
namespace {

constexpr int kRenderTimeoutMs = 60'000;

} // namespace

PictureWriter::PictureWriter(QString program, QObject* parent)
    : QObject(parent)
    , program_(std::move(program)) {}

void PictureWriter::write(const QString& file, const QString& format, const QByteArray& content) {
    if (format != "png" && format != "pdf")
        return save(file, content);
    auto* renderer = new QProcess(this);
    connect(renderer, &QProcess::errorOccurred, this, [=, this](QProcess::ProcessError error) {
        if (error != QProcess::FailedToStart)
            return;
        emit failed({"the picture could not be made: " + renderer->errorString().toStdString(),
                     file.toStdString(), "install espalier-draw and espalier-gui side by side"});
        renderer->deleteLater();
    });
    connect(renderer, &QProcess::finished, this, [=, this](int exitCode, QProcess::ExitStatus status) {
        renderer->deleteLater();
        if (status == QProcess::NormalExit && exitCode == 0)
            return save(file, renderer->readAllStandardOutput());
        const QByteArray said = renderer->readAllStandardError().trimmed();
        emit failed({"the picture could not be made: " +
                         (said.isEmpty() ? "the renderer ended early" : said.toStdString()),
                     file.toStdString(), "SVG needs no renderer; or show less and try again"});
    });
    QTimer::singleShot(kRenderTimeoutMs, renderer, &QProcess::kill);
    renderer->start(program_, {"render", "--format", format, "--scale", "2"});
    renderer->write(content);
    renderer->closeWriteChannel();
}

void PictureWriter::save(const QString& file, const QByteArray& bytes) {
    QSaveFile out(file);
    if (!out.open(QIODevice::WriteOnly) || out.write(bytes) != bytes.size() || !out.commit()) {
        emit failed({"the picture could not be saved: " + out.errorString().toStdString(), file.toStdString(),
                     "choose another folder, or make room"});
        return;
    }
    emit written(file);
}

} // namespace espalier::gui
