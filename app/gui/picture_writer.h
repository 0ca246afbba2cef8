// Writes exported pictures: text formats as they are, PNG and PDF through the child process
// `espalier-draw render`. A file is replaced only when the new content is complete. GUI thread only, which
// does not wait for the content and the disk. The end of the writer does, except for PNG and PDF.
#pragma once

#include "indexer/facts/result.h"

#include <QObject>
#include <QThreadPool>

#include <functional>

namespace espalier::gui {

class PictureWriter : public QObject {
    Q_OBJECT
public:
    explicit PictureWriter(QString program, QObject* parent = nullptr);

    using Make = std::function<QByteArray()>;

    // `format` is "png" or "pdf", for which `make` returns SVG; any other is written as it is. `make` is
    // called once, on another thread.
    void write(const QString& file, const QString& format, const Make& make);

signals:
    void written(const QString& file);
    void failed(const espalier::facts::Error& error);

private:
    void render(const QString& file, const QString& format, const QByteArray& svg);
    void save(const QString& file, const Make& make);

    QString program_;
    QThreadPool worker_; // its end waits for what is being made and written
};

} // namespace espalier::gui
