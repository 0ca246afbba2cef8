#include "graph/model/reference_projects.h"

#include <QProcess>
#include <QTest>

namespace espalier::test {
namespace {

// What a command prints. `exitCode` -1: it cannot be run.
QString output(const QString& program, const QStringList& arguments, int& exitCode) {
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.start(program, arguments);
    const bool ended = process.waitForFinished(300000) && process.exitStatus() == QProcess::NormalExit;
    exitCode = ended ? process.exitCode() : -1;
    return QString::fromUtf8(process.readAllStandardOutput());
}

} // namespace

QString standardLibrary() {
    int exitCode = 0;
    return output("python3", {"-c", "import sysconfig; print(sysconfig.get_path('stdlib'))"}, exitCode)
        .trimmed();
}

void addReferenceProjects(int inLibrary, int inOthers) {
    QTest::addColumn<QString>("folder");
    QTest::addColumn<int>("atLeast");
    QTest::newRow("standard library") << standardLibrary() << inLibrary;
    int exitCode = 0;
    const QString projects =
        output("bash", {ESPALIER_SOURCE_DIR "/packaging/corpora.sh", "--offline"}, exitCode);
    for (const QString& folder : projects.split('\n', Qt::SkipEmptyParts))
        QTest::newRow(qPrintable(folder.section('/', -1))) << folder << inOthers;
    if (exitCode != 0)
        QTest::newRow("missing projects") << QString() << 0;
}

ReferenceLines referenceLines(const QString& script, const QStringList& arguments) {
    int exitCode = 0;
    const QString said =
        output("python3", QStringList{"-B", ESPALIER_SOURCE_DIR "/tests/" + script} + arguments, exitCode);
    return {exitCode == 0, said.split('\n', Qt::SkipEmptyParts)};
}

} // namespace espalier::test
