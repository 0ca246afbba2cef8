// Writes exported pictures: text formats as they are, PNG and PDF through the child process
// `espalier-draw render`. A file is replaced only when the new content is complete. GUI thread only.
#pragma once

#include "indexer/facts/result.h"

#include <QObject>
#include <QThreadPool>

namespace espalier::gui {

class PictureWriter : public QObject {
    Q_OBJECT
public:
    explicit PictureWriter(QString program, QObject* parent = nullptr);

    // `format` is "png" or "pdf", for which `content` is SVG; any other is written as it is.
    void write(const QString& file, const QString& format, const QByteArray& content);

signals:
    void written(const QString& file);
    void failed(const espalier::facts::Error& error);

private:
    void save(const QString& file, const QByteArray& bytes);

    QString program_;
    QThreadPool disk_; // its end waits for what is being written
};

} // namespace espalier::gui
