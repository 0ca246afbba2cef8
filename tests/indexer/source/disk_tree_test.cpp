#include "indexer/facts/result.h"
#include "indexer/source/blob_hash.h"
#include "indexer/source/disk_tree.h"
#include "indexer/source/file_kind.h"
#include "indexer/source/project_folder.h"

#include <QFile>

#include <fcntl.h>
#include <filesystem>
#include <sys/stat.h>
#include <unistd.h>

using namespace espalier;
using namespace espalier::source;
using espalier::tests::ProjectFolder;

namespace {

const std::atomic<bool> kGoOn = false;

Listing listingOf(DiskOptions options) {
    auto tree = DiskTree::open(std::move(options));
    auto listing = (*tree)->list(Scope::whole(), kGoOn);
    return *listing;
}

QString paths(const Listing& listing) {
    QStringList out;
    for (const Entry& entry : listing.entries)
        out << QString::fromStdString(entry.path);
    return out.join(' ');
}

QString problems(const Listing& listing) {
    QStringList out;
    for (const facts::ProjectProblem& p : listing.problems)
        out << QString::fromStdString(p.path + ": " + p.problem.code);
    for (const Entry& entry : listing.entries)
        for (const facts::FileProblem& p : entry.problems)
            out << QString::fromStdString(entry.path + ": " + p.code);
    return out.join("; ");
}

Content readOf(const ProjectFolder& folder, const std::string& path) {
    auto tree = DiskTree::open({folder.root(), {}, false, 100});
    Entry entry;
    entry.path = path;
    return (*tree)->read(entry);
}

} // namespace

class DiskTreeTest : public QObject {
    Q_OBJECT
private slots:
    void listsWhatMatters() {
        ProjectFolder folder;
        for (const char* name : {"b.py", "a/x.py", "a.py", "a/s.pyi", "n.ipynb", "e.cpython-311.so", "w.pyd",
                                 "c.pyx", "c.pxd", "pyproject.toml", "setup.cfg", "setup.py", "README.md",
                                 "old.py.bak", ".py", "__pycache__/a.cpython-311.py", "a/tox.toml"})
            folder.write(name);
        const Listing listing = listingOf({folder.root(), {}, false});
        QCOMPARE(paths(listing),
                 "a.py a/s.pyi a/x.py b.py c.pxd c.pyx e.cpython-311.so n.ipynb pyproject.toml "
                 "setup.cfg setup.py w.pyd");
        QCOMPARE(problems(listing), "");
        QVERIFY(listing.entries[0].kind == facts::FileKind::Python);
        QVERIFY(listing.entries[8].kind == facts::FileKind::Marker);
        QVERIFY(listing.entries[10].kind == facts::FileKind::Python); // what setup.py imports counts
        QCOMPARE(listing.entries[0].stat.sizeBytes, 6U);
    }

    void leavesOutWhatIsNoPartOfTheProject() {
        ProjectFolder folder;
        for (const char* name :
             {"a.py", "lib/site-packages/x.py", "lib/dist-packages/x.py", "env/pyvenv.cfg", "env/lib/y.py",
              "vendor/nested/.git/HEAD", "vendor/nested/z.py", "vendor/v.py"})
            folder.write(name);
        QCOMPARE(paths(listingOf({folder.root(), {}, false})), "a.py vendor/v.py");
        QCOMPARE(
            paths(listingOf({folder.root(), {}, true})),
            "a.py env/lib/y.py lib/dist-packages/x.py lib/site-packages/x.py vendor/nested/z.py vendor/v.py");
        QCOMPARE(paths(listingOf({folder.path("env"), {}, false})), "lib/y.py"); // asked for by name
    }

    // What is listed of a path is what a listing of everything holds there.
    void aScopeIsAPartOfTheWhole() {
        ProjectFolder folder;
        folder.git({"init", "-q"});
        for (const char* name : {"a.py",
                                 "a/x.py",
                                 "a/b/y.py",
                                 "a/b/c/z.py",
                                 "a-b/n.py",
                                 "gen/g.py",
                                 "gen/kept.py",
                                 "x/test_a.py",
                                 "env/pyvenv.cfg",
                                 "env/lib/y.py",
                                 "env/tracked.py",
                                 "n/.git/HEAD",
                                 "n/z.py",
                                 "n/deep/z.py",
                                 "lib/site-packages/p/x.py",
                                 "lib/site-packages/p/tracked.py",
                                 "__pycache__/x.py",
                                 "out/deep/o.py",
                                 "a/b/.hidden.py",
                                 ".git/hooks/h.py"})
            folder.write(name);
        folder.write(".gitignore", "gen/\n");
        folder.git({"add", "-f", "gen/kept.py", "env/tracked.py", "lib/site-packages/p/tracked.py", "a.py"});
        std::filesystem::create_directory_symlink("a", folder.path("link"));
        std::filesystem::create_symlink("a.py", folder.path("same.py"));
        auto tree = DiskTree::open({folder.root(), {"out/**", "**/test_*.py"}, false});
        const Listing whole = *(*tree)->list(Scope::whole(), kGoOn);
        QCOMPARE(paths(whole), "a-b/n.py a.py a/b/.hidden.py a/b/c/z.py a/b/y.py a/x.py env/tracked.py "
                               "gen/kept.py lib/site-packages/p/tracked.py");
        std::vector<std::vector<std::string>> scopes{
            {}, {"a", "a.py"}, {"a/b/y.py", "a-b", "nothing", "a/b"}};
        for (const char* path : {"a.py",
                                 "a",
                                 "a/b",
                                 "a/b/c/z.py",
                                 "gen",
                                 "gen/g.py",
                                 "gen/kept.py",
                                 "env",
                                 "env/lib",
                                 "env/lib/y.py",
                                 "env/tracked.py",
                                 "n",
                                 "n/z.py",
                                 "n/deep",
                                 "lib",
                                 "lib/site-packages/p",
                                 "lib/site-packages/p/x.py",
                                 "lib/site-packages/p/tracked.py",
                                 "__pycache__",
                                 "__pycache__/x.py",
                                 "out",
                                 "out/deep/o.py",
                                 "x/test_a.py",
                                 ".git",
                                 ".git/hooks",
                                 ".git/hooks/h.py",
                                 "link",
                                 "link/x.py",
                                 "same.py",
                                 "a.py/x.py",
                                 "gone.py",
                                 "a/gone/y.py"})
            scopes.push_back({path});
        for (const auto& chosen : scopes) {
            const Scope scope(chosen);
            QStringList expected;
            for (const Entry& entry : whole.entries)
                if (scope.covers(entry.path))
                    expected << QString::fromStdString(entry.path);
            const Listing part = *(*tree)->list(scope, kGoOn);
            QCOMPARE(paths(part), expected.join(' '));
            QCOMPARE(problems(part), "");
            for (const Entry& entry : part.entries)
                QVERIFY(entry.indexedBlob ==
                        std::find_if(whole.entries.begin(), whole.entries.end(), [&](const Entry& e) {
                            return e.path == entry.path;
                        })->indexedBlob);
        }
    }

    void foldersAreNamedBeforeTheyAreListed() {
        ProjectFolder folder;
        for (const char* name : {"a/b/x.py", "env/pyvenv.cfg", "env/lib/y.py", "c/z.txt", "gen/g.py"})
            folder.write(name);
        auto tree = DiskTree::open({folder.root(), {"gen/**"}, false});
        QStringList entered;
        (*tree)->onFolder([&](const std::string& path) {
            entered << QString::fromStdString(path);
            folder.write(path.empty() ? "late.py" : path + "/late.py");
        });
        const Listing listing = *(*tree)->list(Scope::whole(), kGoOn);
        entered.sort();
        QCOMPARE(entered.join(' '), " a a/b c env"); // env is looked into, and left again
        QCOMPARE(paths(listing), "a/b/late.py a/b/x.py a/late.py c/late.py late.py");
        entered.clear();
        (void)(*tree)->list(Scope({"a/b", "c/z.txt"}), kGoOn);
        QCOMPARE(entered.join(' '), "a/b");
    }

    void excludesByGlobs() {
        ProjectFolder folder;
        for (const char* name : {"a.py", "gen/a.py", "x/gen/deep/b.py", "x/test_a.py", "x/c.py"})
            folder.write(name);
        QCOMPARE(paths(listingOf({folder.root(), {"**/gen/**", "**/test_*.py"}, false})), "a.py x/c.py");
    }

    void followsNoLinks() {
        ProjectFolder folder;
        folder.write("a.py");
        folder.write("p/b.py");
        std::filesystem::create_directory(folder.beside("outside"));
        std::filesystem::create_directory_symlink(folder.beside("outside"), folder.path("out"));
        std::filesystem::create_directory_symlink("..", folder.path("p/loop"));
        std::filesystem::create_symlink("self.py", folder.path("self.py"));
        std::filesystem::create_symlink("a.py", folder.path("same.py"));
        std::filesystem::create_symlink("/etc/hostname", folder.path("host.py"));
        QFile(QString::fromStdString(folder.beside("outside/o.py"))).open(QIODevice::WriteOnly);
        QCOMPARE(paths(listingOf({folder.root(), {}, false})), "a.py p/b.py");
        // Not even a link that takes the place of a listed file or folder.
        QVERIFY(readOf(folder, "host.py").state == Content::State::Vanished);
        QVERIFY(readOf(folder, "out/o.py").state == Content::State::Vanished);
        QVERIFY(readOf(folder, "../outside/o.py").state == Content::State::Vanished);
        QVERIFY(readOf(folder, "a.py").state == Content::State::Read);
        // The project itself may be reached through one.
        std::filesystem::create_directory_symlink(folder.root(), folder.beside("link"));
        QCOMPARE(paths(listingOf({folder.beside("link"), {}, false})), "a.py p/b.py");
    }

    void reportsOddFiles() {
        ProjectFolder folder;
        folder.write("big.py", std::string(101, '#'));
        folder.write("fits.py", std::string(100, '#'));
        folder.write("caf\xe9.py");
        QCOMPARE(mkfifo(folder.path("pipe.py").c_str(), 0600), 0);
        const Listing listing = listingOf({folder.root(), {}, false, 100});
        QCOMPARE(listing.entries.size(), 4U);
        QCOMPARE(listing.entries[1].path, "caf\xe9.py");
        QVERIFY(listing.entries[1].readable);
        QVERIFY(!listing.entries[0].readable && !listing.entries[3].readable);
        QCOMPARE(listing.entries[0].problems.at(0).code, "too-large");
        QCOMPARE(listing.entries[1].problems.at(0).code, "not-utf8-path");
        QCOMPARE(listing.entries[3].problems.at(0).code, "unreadable");
        QVERIFY(listing.entries[2].problems.empty());
        QVERIFY(readOf(folder, "big.py").state == Content::State::TooLarge);
        QVERIFY(readOf(folder, "pipe.py").state ==
                Content::State::Unreadable); // and does not wait for a writer
        QVERIFY(readOf(folder, "none.py").state == Content::State::Vanished);
    }

    void bearsUnreadableFolders() {
        if (geteuid() == 0)
            QSKIP("root may read everything");
        ProjectFolder folder;
        folder.write("a.py");
        folder.write("closed/b.py");
        chmod(folder.path("closed").c_str(), 0);
        const Listing listing = listingOf({folder.root(), {}, false});
        chmod(folder.path("closed").c_str(), 0700);
        QCOMPARE(paths(listing), "a.py");
        QCOMPARE(problems(listing), "closed: unreadable");
    }

    void boundsDepth() {
        constexpr char kName[] = "twenty-letters-these";
        ProjectFolder folder;
        int at = open(folder.root().c_str(), O_RDONLY | O_DIRECTORY);
        for (int depth = 0; depth < 250; ++depth) { // far beyond PATH_MAX
            QCOMPARE(mkdirat(at, kName, 0700), 0);
            const int next = openat(at, kName, O_RDONLY | O_DIRECTORY);
            close(at);
            at = next;
        }
        close(at);
        folder.write("a.py");
        const Listing listing = listingOf({folder.root(), {}, false});
        QCOMPARE(paths(listing), "a.py");
        QVERIFY(problems(listing).endsWith("these: path-too-deep"));
        QCOMPARE(listing.problems.size(), 1U);
        QCOMPARE(QProcess::execute("rm", {"-rf", QString::fromStdString(folder.path(kName))}), 0);
    }

    void failsOnlyWithoutRoot() {
        ProjectFolder folder;
        QVERIFY(!DiskTree::open({folder.path("nothing"), {}, false}));
        folder.write("file");
        const auto onFile = DiskTree::open({folder.path("file"), {}, false});
        QVERIFY(!onFile);
        QVERIFY(onFile.error().text().find("file") != std::string::npos);
        auto tree = DiskTree::open({folder.root(), {}, false});
        QVERIFY((*tree)->rootPresent());
        std::filesystem::remove_all(folder.root());
        QVERIFY(!(*tree)->rootPresent());
        QVERIFY(!(*tree)->list(Scope::whole(), kGoOn));
    }

    void stopsWhenCancelled() {
        ProjectFolder folder;
        folder.write("a.py");
        const std::atomic<bool> cancelled = true;
        auto tree = DiskTree::open({folder.root(), {}, false});
        const auto listing = (*tree)->list(Scope::whole(), cancelled);
        QVERIFY(listing->cancelled);
    }

    void hashesAsGitDoes() {
        QCOMPARE(blobId("").hex(), "e69de29bb2d1d6434b8b29ae775ad8c2e48c5391");
        QCOMPARE(blobId("what is up, doc?").hex(),
                 "bd9dbf5aae1a3862dd1526723246b20206e5fc37"); // Pro Git, 10.2
    }

    void knowsUtf8() {
        QVERIFY(isValidUtf8("caf\xc3\xa9 \xf0\x9f\x90\x8d \xef\xbf\xbf"));
        for (const char* bad :
             {"\xe9", "\xc3", "\xc0\x80", "\xed\xa0\x80", "\xf4\x90\x80\x80", "\xe0\x80\x80", "\x80"})
            QVERIFY2(!isValidUtf8(bad), bad);
    }

    void settlesAfterTheStepsOfAnyClock() {
        const FileStat stat{1, 10'000'000'000, 9'000'000'000, 1};
        QVERIFY(!stat.settledAt(10'000'000'000));
        QVERIFY(!stat.settledAt(12'000'000'000));
        QVERIFY(stat.settledAt(12'000'000'001));
    }
};

QTEST_APPLESS_MAIN(DiskTreeTest)
#include "disk_tree_test.moc"
