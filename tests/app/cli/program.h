// The whole program from outside: the real executable, run in a project of its own, with a store of its own.
#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>

namespace espalier::test {

struct Answer {
    int code = -1; // -1: it did not come to its end
    QString out, err;
};

class Program {
public:
    // `files`: each behind a line "== path".
    explicit Program(const char* files = "");

    [[nodiscard]] QString folder() const { return project_.path(); }
    void write(const QString& path, const QByteArray& content) const;
    void remove(const QString& path) const;
    [[nodiscard]] QByteArray read(const QString& path) const;

    // In the project's folder unless another is given.
    [[nodiscard]] Answer run(const QStringList& arguments, const QString& folder = {},
                             const QString& program = ESPALIER_BIN_DIR "/espalier",
                             const QByteArray& input = {}) const;
    // What it says, or "failed: " and the error.
    [[nodiscard]] QString text(const QStringList& arguments) const;
    [[nodiscard]] QJsonObject json(const QStringList& arguments) const;

private:
    QTemporaryDir home_, project_;
};

} // namespace espalier::test
