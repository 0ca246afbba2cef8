// From a saved file to the next snapshot: the window's indexer child and the loader together.
#include "app/gui/index_process.h"
#include "app/project/loader.h"
#include "indexer/source/project_folder.h"

#include <QCoreApplication>
#include <QFile>
#include <QSignalSpy>

#include <csignal>
#include <set>

using namespace espalier;
using tests::ProjectFolder;

class FollowingTest : public QObject {
    Q_OBJECT
    static constexpr int kPatienceMs = 30'000;

    std::unique_ptr<ProjectFolder> folder_;
    std::unique_ptr<gui::IndexProcess> indexer_;
    project::Location location_;
    std::set<std::string> changed_;
    bool everything_ = false;
    int lines_ = 0;

    // What the modules import, by the loader and as a fresh start would have it.
    static QStringList edges(const facts::Result<graph::SnapshotPtr>& loaded) {
        QStringList out;
        if (!loaded)
            return {QString::fromStdString(loaded.error().text())};
        for (const graph::Edge& edge : (*loaded)->edges)
            out << QString::fromStdString((**loaded)[edge.from].name + " > " + (**loaded)[edge.to].name);
        return out;
    }

private slots:
    void init() {
        folder_ = std::make_unique<ProjectFolder>();
        folder_->write("a.py", "import b\n");
        folder_->write("b.py", "x = 1\n");
        location_ = *project::locate(folder_->root(), folder_->beside("s.sqlite"));
        changed_.clear();
        everything_ = false;
        lines_ = 0;
        indexer_ = std::make_unique<gui::IndexProcess>(ESPALIER_BIN_DIR "/espalier");
        connect(indexer_.get(), &gui::IndexProcess::changed, this,
                [this](const std::vector<std::string>& paths, bool everything) {
                    changed_.insert(paths.begin(), paths.end());
                    everything_ |= everything;
                    ++lines_;
                });
        QSignalSpy finished(indexer_.get(), &gui::IndexProcess::finished);
        indexer_->start(location_);
        QVERIFY(finished.wait(kPatienceMs));
    }
    void cleanup() { indexer_.reset(); }

    void savedFilesAreNamedAndLoaded() {
        project::Loader loader(location_);
        QCOMPARE(edges(loader.load()), QStringList{"a > b"});
        folder_->write("b.py", "import c\n");
        folder_->write("c.py", "");
        QTRY_VERIFY_WITH_TIMEOUT(changed_.contains("b.py") && changed_.contains("c.py"), kPatienceMs);
        QVERIFY(!everything_ && !changed_.contains("a.py"));
        // The symbols' line may still be on its way: what is loaded is right with any part of them.
        const std::vector<std::string> paths(changed_.begin(), changed_.end());
        QTRY_COMPARE_WITH_TIMEOUT(edges(loader.load(paths)), (QStringList{"a > b", "b > c"}), kPatienceMs);
        QCOMPARE(edges(loader.load(paths)), edges(project::openSnapshot(location_)));
    }

    void nothingNewIsTheVerySameSnapshot() {
        project::Loader loader(location_);
        const auto first = loader.load();
        QVERIFY(first.ok());
        QVERIFY(*loader.load() == *first);
        QVERIFY(*loader.load(std::vector<std::string>{"a.py", "gone.py"}) == *first);
    }

    // A batch that was never told of, and new settings: everything is loaded.
    void missedChangesAreNotLost() {
        project::Loader loader(location_);
        QVERIFY(loader.load().ok());
        folder_->write("a.py", "");
        QTRY_VERIFY_WITH_TIMEOUT(changed_.contains("a.py"), kPatienceMs);
        QCOMPARE(edges(loader.load(std::vector<std::string>{"b.py"})), QStringList());
        folder_->write("espalier.toml", "[[deprecated]]\nmodule = \"b\"\n");
        const auto configured = loader.load(std::vector<std::string>{});
        QVERIFY(configured.ok());
        QVERIFY((**configured)[*(*configured)->find("b")].marks.has(graph::Mark::Deprecated));
    }

    void aLoaderThatHasNothingYetLoadsEverything() {
        project::Loader loader(location_);
        QCOMPARE(edges(loader.load(std::vector<std::string>{"a.py"})), QStringList{"a > b"});
    }

    // A person may end it in a list of processes: nobody must believe that the map still follows.
    void anEndThatNobodyAskedForIsTold() {
        QFile children(QStringLiteral("/proc/self/task/%1/children").arg(QCoreApplication::applicationPid()));
        if (!children.open(QIODevice::ReadOnly))
            QSKIP("the system does not name a process's children");
        const QByteArrayList pids = children.readAll().simplified().split(' ');
        QCOMPARE(pids.size(), 1);
        QSignalSpy failed(indexer_.get(), &gui::IndexProcess::failed);
        QCOMPARE(kill(pids.front().toInt(), SIGTERM), 0);
        QVERIFY(failed.wait(kPatienceMs));
    }

    // F5 twice, or another project: the child that is there has to end first, and nobody waits for that.
    void aNewRunBeginsWhenTheOldOneHasEnded() {
        QSignalSpy finished(indexer_.get(), &gui::IndexProcess::finished);
        QSignalSpy failed(indexer_.get(), &gui::IndexProcess::failed);
        indexer_->start(location_);
        QVERIFY(indexer_->running());
        indexer_->start(location_);
        QVERIFY(finished.wait(kPatienceMs));
        QCOMPARE(finished.size(), 1);
        QVERIFY(failed.isEmpty());
        folder_->write("b.py", "import a\n");
        QTRY_VERIFY_WITH_TIMEOUT(changed_.contains("b.py"), kPatienceMs);
    }
    void aRunThatHasNotBegunCanBeCancelled() {
        QSignalSpy finished(indexer_.get(), &gui::IndexProcess::finished);
        QSignalSpy cancelled(indexer_.get(), &gui::IndexProcess::cancelled);
        indexer_->start(location_);
        indexer_->cancel();
        QVERIFY(cancelled.wait(kPatienceMs));
        QVERIFY(finished.isEmpty() && !indexer_->running());
    }

    void theEndOfTheChildIsTold() {
        QSignalSpy failed(indexer_.get(), &gui::IndexProcess::failed);
        QSignalSpy cancelled(indexer_.get(), &gui::IndexProcess::cancelled);
        indexer_->cancel();
        QVERIFY(cancelled.wait(kPatienceMs));
        QVERIFY(failed.isEmpty() && !indexer_->running());
    }
};

QTEST_GUILESS_MAIN(FollowingTest)
#include "following_test.moc"
