// Questions of the window that the command line program answers, as children.
#include "app/gui/query_processes.h"
#include "indexer/source/project_folder.h"

#include <QJsonDocument>
#include <QSignalSpy>
#include <QTest>

using namespace espalier;
using tests::ProjectFolder;

class QueryProcessesTest : public QObject {
    Q_OBJECT
    static constexpr int kPatienceMs = 30'000;

    std::unique_ptr<ProjectFolder> folder_;
    project::Location location_;

private slots:
    void init() {
        folder_ = std::make_unique<ProjectFolder>();
        folder_->write("a.py", "import b  # b\n");
        folder_->write("b.py", "x = 1\n");
        location_ = *project::locate(folder_->root(), folder_->beside("s.sqlite"));
    }

    void answersCarryTheirNumber() {
        gui::QueryProcesses processes(ESPALIER_BIN_DIR "/espalier");
        QSignalSpy answered(&processes, &gui::QueryProcesses::answered);
        processes.start(7, {"occurrences", "b", "--format", "json"}, location_);
        QVERIFY(answered.wait(kPatienceMs));
        QCOMPARE(answered.first().first().toULongLong(), 7);
        const QJsonDocument json = QJsonDocument::fromJson(answered.first().last().toByteArray());
        QCOMPARE(json["occurrences"].toInt(), 2);
    }
    void theProgramsOwnWordsAreTheError() {
        gui::QueryProcesses processes(ESPALIER_BIN_DIR "/espalier");
        std::string said;
        connect(&processes, &gui::QueryProcesses::failed, this,
                [&](quint64 job, const facts::Error& error) { said = std::to_string(job) + error.text(); });
        processes.start(1, {"occurrences", "no identifier"}, location_);
        QTRY_COMPARE_WITH_TIMEOUT(
            QString::fromStdString(said),
            "1'no identifier' is no identifier (give one, or several with dots between)", kPatienceMs);
        gui::QueryProcesses missing("/nowhere/espalier");
        connect(&missing, &gui::QueryProcesses::failed, this,
                [&](quint64 job, const facts::Error& error) { said = std::to_string(job) + error.text(); });
        missing.start(2, {"occurrences", "b"}, location_);
        QTRY_VERIFY_WITH_TIMEOUT(said.find("the answer could not be worked out") != std::string::npos,
                                 kPatienceMs);
    }
    void progressIsTold() {
        folder_->write("b.py", "import a\n");
        gui::QueryProcesses processes(ESPALIER_BIN_DIR "/espalier");
        QSignalSpy told(&processes, &gui::QueryProcesses::progressed);
        QSignalSpy answered(&processes, &gui::QueryProcesses::answered);
        processes.start(4, {"cycles", "--explain", "--format", "json", "--progress", "json"}, location_);
        QVERIFY(answered.wait(kPatienceMs));
        QVERIFY(!told.isEmpty());
        QCOMPARE(told.last(), (QVariantList{quint64(4), qint64(1), qint64(2)}));

        gui::QueryProcesses shell("/bin/sh");
        QSignalSpy failed(&shell, &gui::QueryProcesses::failed);
        shell.start(
            5,
            {"-c",
             R"(echo '{"phase": "x", "done": 1, "total": 2}' >&2; printf 'no ' >&2; echo way >&2; exit 1)"},
            location_);
        QVERIFY(failed.wait(kPatienceMs));
        QCOMPARE(failed.first().last().value<facts::Error>().what, "no way");
    }
    void whatIsDroppedIsKilled() {
        gui::QueryProcesses shell("/bin/sh");
        QSignalSpy failed(&shell, &gui::QueryProcesses::failed);
        shell.start(3, {"-c", "sleep 30; exit 1"}, location_);
        auto* child = shell.findChild<QProcess*>();
        QVERIFY(child->waitForStarted(kPatienceMs));
        shell.drop(3);
        QCOMPARE(child->state(), QProcess::NotRunning);
        QCOMPARE(failed.count(), 0);
        shell.drop(3); // nothing happens
    }
};

QTEST_GUILESS_MAIN(QueryProcessesTest)
#include "query_processes_test.moc"
