// What the kernel tells of real files, in the ways in which editors and people change them.
#include "indexer/facts/result.h"
#include "indexer/source/project_folder.h"
#include "indexer/watch/inotify_watcher.h"

#include <filesystem>
#include <sys/resource.h>

using namespace espalier;
using namespace espalier::watch;
using espalier::tests::ProjectFolder;
namespace fs = std::filesystem;

class InotifyTest : public QObject {
    Q_OBJECT
    std::unique_ptr<ProjectFolder> folder_;
    std::unique_ptr<InotifyWatcher> watcher_;

    // All that is noticed until nothing more comes for a while.
    QString noticed() {
        Noticed noticed;
        while (watcher_->wait(noticed, std::chrono::milliseconds(250)) == Woken::Changed) {
        }
        std::sort(noticed.paths.begin(), noticed.paths.end());
        noticed.paths.erase(std::unique(noticed.paths.begin(), noticed.paths.end()), noticed.paths.end());
        QStringList out;
        for (const std::string& path : noticed.paths)
            out << QString::fromStdString(path);
        if (noticed.everything)
            out << "everything";
        return out.join(' ');
    }

private slots:
    void init() {
        folder_ = std::make_unique<ProjectFolder>();
        folder_->write("a.py");
        folder_->write("p/b.py");
        watcher_ = std::make_unique<InotifyWatcher>(WatcherOptions{folder_->root(), {}});
        for (const char* path : {"", "p"})
            watcher_->watchFolder(path);
    }

    void savesInPlace() {
        folder_->write("a.py", "y = 2\n");
        folder_->write("p/b.py", "y = 2\n");
        QCOMPARE(noticed(), "a.py p/b.py");
        QCOMPARE(noticed(), "");
    }
    void savesByRename() {
        folder_->write("a.py.tmp", "y = 2\n");
        fs::rename(folder_->path("a.py.tmp"), folder_->path("a.py"));
        QCOMPARE(noticed(), "a.py");
    }
    void savesWithBackup() {
        fs::rename(folder_->path("a.py"), folder_->path("a.py~"));
        Noticed early;
        QVERIFY(watcher_->wait(early, std::chrono::milliseconds(30)) != Woken::Ended);
        folder_->write("a.py", "y = 2\n");
        QCOMPARE(noticed(), "a.py");
    }
    void filesComeAndGo() {
        folder_->write("p/new.py");
        folder_->remove("a.py");
        fs::rename(folder_->path("p/b.py"), folder_->path("c.py"));
        QCOMPARE(noticed(), "a.py c.py p/b.py p/new.py");
        fs::create_symlink("c.py", folder_->path("link.py"));
        fs::create_hard_link(folder_->path("c.py"), folder_->path("hard.py"));
        QCOMPARE(noticed(), "hard.py link.py");
        fs::permissions(folder_->path("c.py"), fs::perms::none);
        QCOMPARE(noticed(), "c.py");
    }
    void otherFilesDoNotMatter() {
        folder_->write("notes.txt");
        folder_->write("p/x.pyc");
        folder_->write("p/b.py.swp");
        QCOMPARE(noticed(), "");
    }
    void foldersComeAndGo() {
        folder_->write("q/r/d.py");
        QCOMPARE(noticed(), "q");
        watcher_->watchFolder("q");
        watcher_->watchFolder("q/r");
        folder_->write("q/r/e.py");
        QCOMPARE(noticed(), "q/r/e.py");
        fs::rename(folder_->path("q"), folder_->path("s"));
        QCOMPARE(noticed(), "q s");
        folder_->write("s/r/e.py",
                       "y = 3\n"); // not told under the old name, nor under the new one before a listing
        QCOMPARE(noticed(), "");
        watcher_->watchFolder("s");
        watcher_->watchFolder("s/r");
        folder_->write("s/r/e.py", "y = 4\n");
        QCOMPARE(noticed(), "s/r/e.py");
        fs::remove_all(folder_->path("s"));
        QCOMPARE(noticed(), "s s/r s/r/d.py s/r/e.py");
    }
    void rulesConcernMoreThanTheirFile() {
        folder_->write("p/.gitignore", "*\n");
        QCOMPARE(noticed(), "everything");
        folder_->write("p/pyvenv.cfg", "");
        QCOMPARE(noticed(), "p");
    }
    void gitIsNoticed() {
        folder_->git({"init", "-q", "-b", "main"});
        QCOMPARE(noticed(), "everything"); // .git itself
        std::vector<facts::ProjectProblem> problems;
        const auto git = source::GitView::open(folder_->root(), problems);
        watcher_->watchGit(git->files());
        folder_->git({"add", "a.py"});
        QCOMPARE(noticed(), "everything");
        Noticed head;
        folder_->git({"symbolic-ref", "HEAD", "refs/heads/other"});
        QVERIFY(watcher_->wait(head, std::chrono::milliseconds(250)) == Woken::Changed);
        QVERIFY(!head.everything && head.paths.empty());
    }
    void theRootsEndIsNoticed() {
        fs::rename(folder_->root(), folder_->beside("moved"));
        QCOMPARE(noticed(), "everything");
        fs::rename(folder_->beside("moved"), folder_->root());
    }
    void anEndEndsTheWaiting() {
        int ends[2];
        QCOMPARE(pipe(ends), 0);
        InotifyWatcher watcher({folder_->root(), {ends[0]}});
        Noticed noticed;
        QCOMPARE(write(ends[1], "text", 4), 4); // is thrown away
        QVERIFY(watcher.wait(noticed, std::chrono::milliseconds(20)) == Woken::TimedOut);
        close(ends[1]);
        QVERIFY(watcher.wait(noticed, std::nullopt) == Woken::Ended);
        close(ends[0]);
    }
    void aWatcherWithoutEventsSaysWhy() {
        rlimit before{};
        getrlimit(RLIMIT_NOFILE, &before);
        const rlimit none{0, before.rlim_max}; // no further descriptor
        setrlimit(RLIMIT_NOFILE, &none);
        InotifyWatcher watcher({folder_->root(), {}});
        setrlimit(RLIMIT_NOFILE, &before);
        QVERIFY(watcher.failure());
        QVERIFY(watcher.failure()->text().find("max_user_instances") != std::string::npos);
        watcher.watchFolder("p"); // is of no use, and does no harm
        QVERIFY(!watcher_->failure());
    }
    void aFloodIsEverything() {
        for (int i = 0; i < 3'000; ++i)
            folder_->write("p/f" + std::to_string(i) + ".py", "");
        QVERIFY(noticed().endsWith("everything"));
    }
};

QTEST_APPLESS_MAIN(InotifyTest)
#include "inotify_test.moc"
