// A working tree as git sees it; the repositories are made by the real git.
#include "indexer/source/disk_tree.h"
#include "indexer/source/project_folder.h"

#include <QFile>

#include <fcntl.h>
#include <filesystem>
#include <sys/stat.h>

using namespace espalier;
using namespace espalier::source;
using espalier::tests::ProjectFolder;

namespace {

Listing listingOf(const std::string& root) {
    const std::atomic<bool> goOn = false;
    auto tree = DiskTree::open({root, {}, false});
    auto listing = (*tree)->list(Scope::whole(), goOn);
    return *listing;
}

QString paths(const Listing& listing) {
    QStringList out;
    for (const Entry& entry : listing.entries)
        out << QString::fromStdString(entry.path);
    return out.join(' ');
}

// Old enough for its times to be trusted.
void makeOld(const std::string& path, int secondsAgo = 100) {
    const std::int64_t now = wallClockNs() / 1'000'000'000;
    const timespec times[2] = {{now - secondsAgo, 5}, {now - secondsAgo, 5}};
    utimensat(AT_FDCWD, path.c_str(), times, 0);
}

std::string indexed(const Listing& listing, const std::string& path) {
    for (const Entry& entry : listing.entries)
        if (entry.path == path)
            return entry.indexedBlob ? entry.indexedBlob->hex() : "unknown";
    return "not listed";
}

} // namespace

class GitViewTest : public QObject {
    Q_OBJECT
private slots:
    void ignoresUntrackedOnly() {
        ProjectFolder folder;
        folder.git({"init", "-q"});
        folder.write(".gitignore", "build/\n*_gen.py\n/top.py\n!keep_gen.py\n");
        folder.write("p/.gitignore", "local.py\n");
        for (const char* name :
             {"a.py", "a_gen.py", "keep_gen.py", "top.py", "p/top.py", "p/local.py", "local.py", "build/x.py",
              "build/deep/y.py", "p/build/z.py", "t_gen.py", "build/deep/t.py"})
            folder.write(name);
        folder.git({"add", "-f", "t_gen.py", "build/deep/t.py"});
        QCOMPARE(paths(listingOf(folder.root())),
                 "a.py build/deep/t.py keep_gen.py local.py p/top.py t_gen.py");
        // The same of a folder within the repository.
        QCOMPARE(paths(listingOf(folder.path("p"))), "top.py");
        QCOMPARE(paths(listingOf(folder.path("build"))), "deep/t.py");
    }

    void noRepositoryIsNear() {
        ProjectFolder folder;
        folder.write(".gitignore", "b.py\n");
        folder.write("deep/er/a.py");
        folder.write("deep/er/b.py");
        const std::string inner = folder.path("deep/er");
        const Listing listing = listingOf(inner);
        QCOMPARE(paths(listing), "a.py b.py"); // git's rules hold in repositories only
        QVERIFY(listing.revision.empty() && listing.problems.empty());
    }

    void aRepositoryIsFoundFromFarBelow_data() {
        QTest::addColumn<QString>("form");
        for (const char* form : {"folder", "file", "link"})
            QTest::newRow(form) << form;
    }
    void aRepositoryIsFoundFromFarBelow() {
        QFETCH(QString, form);
        ProjectFolder folder;
        folder.write(".gitignore", "b.py\n");
        folder.write("deep/er/a.py");
        folder.write("deep/er/b.py");
        if (form == "file") // as in a further work tree or a submodule
            folder.git({"init", "-q", "--separate-git-dir", QString::fromStdString(folder.beside("kept"))});
        else
            folder.git({"init", "-q"});
        if (form == "link") {
            std::filesystem::rename(folder.path(".git"), folder.beside("kept"));
            std::filesystem::create_symlink(folder.beside("kept"), folder.path(".git"));
        }
        QCOMPARE(paths(listingOf(folder.path("deep/er"))), "a.py");
    }

    void showsAnIgnoredFolderThatIsAskedFor() {
        ProjectFolder folder;
        folder.git({"init", "-q"});
        folder.write(".gitignore", "*\n");
        folder.write("code/a.py");
        QCOMPARE(paths(listingOf(folder.root())), "");
        QCOMPARE(paths(listingOf(folder.path("code"))), "a.py");
    }

    void countsWhatIsTracked() {
        ProjectFolder folder;
        folder.git({"init", "-q"});
        for (const char* name :
             {"env/pyvenv.cfg", "env/t.py", "env/u.py", "lib/site-packages/t.py", "lib/site-packages/u.py"})
            folder.write(name);
        folder.git({"add", "-f", "env/t.py", "lib/site-packages/t.py"});
        QCOMPARE(paths(listingOf(folder.root())), "env/t.py lib/site-packages/t.py");
    }

    void leavesNestedRepositoriesOut() {
        ProjectFolder folder;
        folder.git({"init", "-q"});
        folder.write("a.py");
        folder.git({"init", "-q", "nested"});
        folder.write("nested/b.py");
        folder.git({"-C", "nested", "add", "b.py"});
        folder.git({"-C", "nested", "commit", "-qm", "b"});
        folder.git({"add", "."}); // a submodule's entry, with git's advice
        QCOMPARE(paths(listingOf(folder.root())), "a.py");
        QCOMPARE(paths(listingOf(folder.path("nested"))), "b.py");
    }

    void followsALinkThatGitHoldsForAFile() {
        ProjectFolder folder;
        folder.git({"init", "-q"});
        folder.write("a.py");
        folder.write("b.py");
        folder.write("c.py");
        folder.git({"add", "."});
        folder.remove("b.py");
        folder.remove("c.py");
        std::filesystem::create_symlink("a.py", folder.path("b.py"));
        std::filesystem::create_symlink("/etc/hostname", folder.path("c.py"));
        const Listing listing = listingOf(folder.root());
        QCOMPARE(paths(listing), "a.py b.py");
        auto tree = DiskTree::open({folder.root(), {}, false});
        QCOMPARE((*tree)->read(listing.entries[1]).bytes, "x = 1\n");
    }

    void takesIdsFromACleanIndex() {
        ProjectFolder folder;
        folder.git({"init", "-q"});
        folder.write("p/a.py", "a = 1\n");
        folder.write("b.py", "b = 1\n");
        folder.write("young.py", "y = 1\n");
        makeOld(folder.path("p/a.py"));
        makeOld(folder.path("b.py"));
        folder.git({"add", "."});
        const std::string id = folder.git({"hash-object", "p/a.py"}).toStdString();
        // The change times of all three are of this moment; only an index written later can be believed.
        QCOMPARE(indexed(listingOf(folder.root()), "p/a.py"), "unknown");
        makeOld(folder.path(".git/index"), -10);
        QCOMPARE(indexed(listingOf(folder.root()), "p/a.py"), id);
        QCOMPARE(indexed(listingOf(folder.path("p")), "a.py"), id);
        folder.write("b.py", "b = 2\n");
        makeOld(folder.path("b.py"));
        makeOld(folder.path(".git/index"), -10);
        QCOMPARE(indexed(listingOf(folder.root()), "b.py"), "unknown");
        QVERIFY(listingOf(folder.root()).revision.empty()); // no commit yet
        folder.git({"commit", "-qm", "one"});
        QCOMPARE(listingOf(folder.root()).revision, folder.git({"rev-parse", "HEAD"}).toStdString());
    }

    void distrustsIdsOfConvertedContents_data() {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("text");
        QTest::newRow("attributes") << ".gitattributes"
                                    << "*.py text eol=lf\n";
        QTest::newRow("attributes below") << "p/.gitattributes"
                                          << "* ident\n";
        QTest::newRow("setting") << ".git/config"
                                 << "[core]\nrepositoryformatversion = 0\nautocrlf = input\n";
    }
    void distrustsIdsOfConvertedContents() {
        QFETCH(QString, file);
        QFETCH(QString, text);
        ProjectFolder folder;
        folder.git({"init", "-q"});
        folder.write("p/a.py", "a = 1\n");
        folder.git({"add", "."});
        makeOld(folder.path(".git/index"), -10);
        QVERIFY(indexed(listingOf(folder.root()), "p/a.py") != "unknown");
        folder.write(file.toStdString(), text.toStdString());
        QCOMPARE(indexed(listingOf(folder.root()), "p/a.py"), "unknown");
    }

    void ignoresTheUsersSettings() {
        ProjectFolder folder;
        folder.git({"init", "-q"});
        folder.write("a.py");
        std::filesystem::create_directories(folder.beside("home/.config/git"));
        QFile ignore(QString::fromStdString(folder.beside("home/.config/git/ignore")));
        QVERIFY(ignore.open(QIODevice::WriteOnly));
        ignore.write("a.py\n");
        ignore.close();
        qputenv("HOME", folder.beside("home").c_str());
        QCOMPARE(paths(listingOf(folder.root())), "a.py");
    }

    void bearsADamagedRepository() {
        ProjectFolder folder;
        folder.git({"init", "-q"});
        folder.write("a.py");
        folder.git({"add", "."});
        folder.write(".git/index", "no index at all, of some length or other");
        const Listing listing = listingOf(folder.root());
        QCOMPARE(paths(listing), "a.py");
        QCOMPARE(listing.problems.size(), 1U);
        QCOMPARE(listing.problems[0].problem.code, "git-unreadable");
    }

    void doesNotWaitForAPipe() {
        ProjectFolder folder;
        folder.git({"init", "-q"});
        folder.write("a.py");
        QCOMPARE(mkfifo(folder.path(".gitignore").c_str(), 0600), 0);
        QCOMPARE(mkfifo(folder.path(".gitattributes").c_str(), 0600), 0);
        QCOMPARE(paths(listingOf(folder.root())), "a.py");
    }
};

QTEST_APPLESS_MAIN(GitViewTest)
#include "git_view_test.moc"
