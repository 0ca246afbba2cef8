// `espalier index --watch` as a child process: its lines, and how it ends.
#include "indexer/facts/result.h"
#include "indexer/source/project_folder.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <csignal>

using espalier::tests::ProjectFolder;

class WatchTest : public QObject {
    Q_OBJECT
    std::unique_ptr<ProjectFolder> folder_;
    QProcess process_;

    void start(const QStringList& more) {
        process_.start(
            ESPALIER_BIN_DIR "/espalier",
            QStringList{"index", "--watch", "--store", QString::fromStdString(folder_->beside("s.sqlite"))} +
                more + QStringList{QString::fromStdString(folder_->root())});
        QVERIFY(process_.waitForStarted());
    }
    QByteArray line() {
        while (!process_.canReadLine())
            if (!process_.waitForReadyRead(10'000))
                return "no line";
        return process_.readLine().trimmed();
    }
    QJsonObject object() { return QJsonDocument::fromJson(line()).object(); }
    void skipToDone() {
        QString phase;
        while ((phase = object()["phase"].toString()) != "done")
            QVERIFY(!phase.isEmpty());
    }
    static QStringList paths(const QJsonObject& changed, const char* list) {
        QStringList out;
        for (const QJsonValue& path : changed[list].toArray())
            out << path.toString();
        return out;
    }

private slots:
    void init() {
        folder_ = std::make_unique<ProjectFolder>();
        folder_->write("a.py", "import b\n");
    }
    void cleanup() {
        process_.kill();
        process_.waitForFinished();
    }

    void printsAJsonLineForEachStage() {
        start({"--progress", "json"});
        skipToDone();
        folder_->write("a.py", "import c\n");
        for (const char* stage : {"imports", "symbols"}) {
            const QJsonObject changed = object();
            QCOMPARE(changed["phase"].toString(), QString("changed"));
            QCOMPARE(changed["stage"].toString(), QString(stage));
            QCOMPARE(changed["everything"], QJsonValue(false));
            QCOMPARE(paths(changed, "paths"), QStringList{"a.py"});
            QVERIFY(!changed.contains("paths_base64"));
        }
        process_.closeWriteChannel();
        QVERIFY(process_.waitForFinished());
        QCOMPARE(process_.exitCode(), 0);
        QCOMPARE(process_.readAllStandardError(), QByteArray());
    }

    void oddPathsComeBack() {
        start({"--progress", "json", "--stage", "imports"});
        skipToDone();
        folder_->write("q\"\\\n.py", "import c\n");
        QCOMPARE(paths(object(), "paths"), QStringList{"q\"\\\n.py"});
        folder_->write("bad\xff.py", "import c\n");
        const QJsonObject changed = object();
        QCOMPARE(paths(changed, "paths"), QStringList());
        QCOMPARE(QByteArray::fromBase64(paths(changed, "paths_base64").join("").toLatin1()),
                 QByteArray("bad\xff.py"));
    }

    void printsForAPersonUntilInterrupted() {
        start({"--progress", "none"});
        process_.closeWriteChannel(); // does not end it
        const QString folder = QString::fromStdString(folder_->root());
        for (int i = 0; i < 100 && !QFile::exists(folder + "/../s.sqlite"); ++i)
            QTest::qWait(20);
        QByteArray told;
        for (int i = 0; i < 100 && told.isEmpty(); ++i) { // until the first run is over
            folder_->write("a.py", "import c" + std::to_string(i) + "\n");
            if (process_.waitForReadyRead(100))
                told = line();
        }
        QVERIFY2(told.startsWith("1 file changed: a.py; "), told.constData());
        QVERIFY(told.endsWith(" ms"));
        process_.terminate();
        QVERIFY(process_.waitForFinished());
        QCOMPARE(process_.exitStatus(), QProcess::NormalExit);
        QCOMPARE(process_.exitCode(), 0);
    }
};

QTEST_GUILESS_MAIN(WatchTest)
#include "watch_test.moc"
