#include "app/cli/program.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QProcess>
#include <QtDebug>

namespace espalier::test {

Program::Program(const char* files) {
    for (const QString& file : QString::fromUtf8(files).split("== ", Qt::SkipEmptyParts))
        write(file.section('\n', 0, 0), file.section('\n', 1).toUtf8());
}

void Program::write(const QString& path, const QByteArray& content) const {
    QFile file(project_.filePath(path));
    if (!QDir().mkpath(QFileInfo(file).path()) || !file.open(QIODevice::WriteOnly) ||
        file.write(content) != content.size())
        qFatal("cannot write %s", qPrintable(path));
}

void Program::remove(const QString& path) const {
    QFile::remove(project_.filePath(path));
}

QByteArray Program::read(const QString& path) const {
    QFile file(project_.filePath(path));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

Answer Program::run(const QStringList& arguments, const QString& folder, const QString& program,
                    const QByteArray& input) const {
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert("XDG_CACHE_HOME", home_.path());
    environment.insert("PYTHONDONTWRITEBYTECODE", "1");
    process.setProcessEnvironment(environment);
    process.setWorkingDirectory(folder.isEmpty() ? project_.path() : folder);
    process.start(program, arguments);
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished(60000))
        return {};
    return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1,
            QString::fromUtf8(process.readAllStandardOutput()),
            QString::fromUtf8(process.readAllStandardError())};
}

QString Program::text(const QStringList& arguments) const {
    const Answer answer = run(arguments);
    return answer.code == 0 ? answer.out : "failed: " + answer.err;
}

QJsonObject Program::json(const QStringList& arguments) const {
    const Answer answer = run(arguments + QStringList{"--format", "json"});
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(answer.out.toUtf8(), &error);
    if (answer.code != 0 || error.error != QJsonParseError::NoError)
        qWarning() << answer.err << error.errorString() << answer.out;
    return document.object();
}

} // namespace espalier::test
