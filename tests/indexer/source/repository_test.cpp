// A repository as libgit2 shows it against what git itself says.
#include "indexer/history/changing_repository.h"
#include "indexer/source/repository.h"

#include <algorithm>

using namespace espalier;
using source::Repository;
using tests::ProjectFolder;

namespace {

// "path blob", one a line, of the files that matter.
QStringList listed(const std::vector<facts::TreeFile>& files) {
    QStringList out;
    for (const facts::TreeFile& file : files)
        out << QString::fromLatin1(file.path.c_str()) + ' ' + QString::fromStdString(file.blob.hex());
    return out;
}

std::unique_ptr<Repository> open(const std::string& folder) {
    auto repository = Repository::open(folder);
    if (!repository)
        qFatal("%s", repository.error().text().c_str());
    return std::move(*repository);
}

void apply(std::vector<facts::TreeFile>& files, const facts::Revision& revision) {
    if (revision.whole)
        files.clear();
    const auto differs = [&](const facts::TreeFile& file) {
        return std::ranges::find(revision.present, file.path, &facts::TreeFile::path) !=
                   revision.present.end() ||
               std::ranges::find(revision.gone, file.path) != revision.gone.end();
    };
    std::erase_if(files, differs);
    files.insert(files.end(), revision.present.begin(), revision.present.end());
    std::ranges::sort(files);
}

} // namespace

class RepositoryTest : public QObject {
    Q_OBJECT
private slots:
    void randomHistories() {
        for (quint32 seed = 1; seed <= 4; ++seed) {
            QRandomGenerator random(seed);
            const ProjectFolder folder;
            folder.git({"init", "-q", "-b", "main"});
            tests::commitChanges(folder, random, 12);
            const auto repository = open(folder.root());
            const auto line = repository->firstParentLine(*repository->resolve("HEAD"),
                                                          [](const facts::Commit&) { return false; });
            QCOMPARE(line->commits.size(), 12U);
            std::vector<facts::TreeFile> files;
            for (std::size_t i = 12; i-- > 0;) {
                const std::string& id = line->commits[i];
                const auto revision = repository->revision(id, i < 11 ? line->commits[i + 1] : "");
                QVERIFY(revision);
                QCOMPARE(revision->whole, i == 11);
                apply(files, *revision);
                QCOMPARE(listed(files), tests::lsTree(folder, QString::fromStdString(id)));
                QCOMPARE(listed(repository->revision(id)->present), listed(files));
            }
        }
    }

    void linksSubmodulesAndOddNames() {
        const ProjectFolder folder;
        folder.git({"init", "-q", "-b", "main"});
        folder.write("a.py");
        QVERIFY(QFile::link("a.py", QString::fromStdString(folder.path("link.py"))));
        folder.write("caf\xe9.py"); // Latin-1
        folder.write("n\nl.py");
        folder.write("sub.py/x.txt");
        folder.git({"init", "-q", "mod.py"});
        folder.git({"-C", "mod.py", "commit", "-q", "--allow-empty", "-m", "m"});
        folder.git({"-c", "advice.addEmbeddedRepo=false", "add", "-A"});
        folder.git({"commit", "-q", "-m", "one"});
        const auto revision = open(folder.root())->revision(*open(folder.root())->resolve("main"));
        QStringList paths;
        for (const facts::TreeFile& file : revision->present)
            paths << QString::fromLatin1(file.path.c_str());
        QCOMPARE(paths, QStringList({"a.py", QString::fromLatin1("caf\xe9.py"), "n\nl.py"}));
        const auto all = open(folder.root())->revision(revision->commit.id, {}, Repository::Files::All);
        QCOMPARE(all->present.size(), 4U);
        QCOMPARE(all->present[3].path, std::string("sub.py/x.txt"));
        QVERIFY(all->present[3].kind == facts::FileKind::Other);
    }

    void commits() {
        const ProjectFolder folder;
        folder.git({"init", "-q", "-b", "main"});
        folder.git({"-c", "user.name=J\xc3\xb6rg", "commit", "-q", "--allow-empty", "--date",
                    "2025-01-02T03:04:05+0200", "-m", "  Subject line\n\nBody"});
        folder.git({"-c", "i18n.commitEncoding=ISO-8859-1", "commit", "-q", "--allow-empty", "-m", "x"});
        folder.git({"tag", "-a", "v1", "-m", "one", "HEAD~1"});
        folder.git({"tag", "light"});
        const auto repository = open(folder.root());
        const auto first = repository->commit(*repository->resolve("v1"));
        QVERIFY(first);
        QCOMPARE(first->author, std::string("J\xc3\xb6rg"));
        QCOMPARE(first->email, std::string("t@example.org"));
        QCOMPARE(first->subject, std::string("Subject line"));
        QCOMPARE(first->authored, 1735779845);
        QCOMPARE(first->parents.size(), 0U);
        QCOMPARE(QString::fromStdString(first->id), folder.git({"rev-parse", "v1^{commit}"}));
        for (const char* unknown :
             {"nothing", "--all", "", "HEAD:a.py", "0123456789012345678901234567890123456789"})
            QVERIFY2(!repository->resolve(unknown), unknown);
        QVERIFY(!repository->commit("0123456789012345678901234567890123456789"));
        QVERIFY(!repository->commit("no id"));
        std::vector<std::string> tags;
        for (const auto& tag : repository->tags())
            tags.push_back(tag.name);
        QCOMPARE(tags.back(), std::string("v1"));
    }

    void dates() {
        const ProjectFolder folder;
        folder.git({"init", "-q", "-b", "main"});
        QStringList ids;
        for (const char* date : {"2025-01-01T12:00:00Z", "2025-01-02T23:59:59Z", "2025-01-03T00:00:00Z"}) {
            qputenv("GIT_COMMITTER_DATE", date);
            folder.git({"commit", "-q", "--allow-empty", "-m", date});
            ids << folder.git({"rev-parse", "HEAD"});
        }
        qunsetenv("GIT_COMMITTER_DATE");
        const auto repository = open(folder.root());
        const auto at = [&](const char* date) {
            const auto found = repository->resolve(date);
            return found ? ids.indexOf(QString::fromStdString(*found)) : -1;
        };
        QCOMPARE(at("2024-12-31"), -1);
        QCOMPARE(at("2025-01-01"), 0);
        QCOMPARE(at("2025-01-02"), 1);
        QCOMPARE(at("2025-01-03"), 2);
        QCOMPARE(at("2031-05-05"), 2);
        QVERIFY(!source::endOfDay("2025-13-01"));
        QVERIFY(!source::endOfDay("2025-1-1"));
        QVERIFY(!source::endOfDay("v2025-01-1"));
    }

    // A folder within the work tree, a bare clone, a shallow one.
    void places() {
        const ProjectFolder folder;
        QVERIFY(!Repository::open("/"));
        folder.git({"init", "-q", "-b", "main"});
        folder.write("lib/pk/a.py");
        folder.write("b.py");
        folder.git({"add", "-A"});
        folder.git({"commit", "-q", "-m", "one"});
        folder.git({"rm", "-q", "-r", "lib"});
        folder.git({"commit", "-q", "-m", "two"});
        folder.git({"revert", "--no-edit", "HEAD"});
        const auto below = open(folder.path("lib"));
        const auto line =
            below->firstParentLine(*below->resolve("HEAD"), [](const facts::Commit&) { return false; });
        QCOMPARE(listed(below->revision(line->commits[2])->present).size(), 1);
        QCOMPARE(below->revision(line->commits[2])->present[0].path, std::string("pk/a.py"));
        QCOMPARE(below->revision(line->commits[1], line->commits[2])->gone,
                 std::vector<std::string>{"pk/a.py"});
        QCOMPARE(below->revision(line->commits[0], line->commits[1])->present.size(), 1U);
        QVERIFY(below->blobAt(line->commits[0], "pk/a.py"));

        const std::string bare = folder.beside("bare.git"), shallow = folder.beside("shallow");
        folder.git({"clone", "-q", "--bare", ".", QString::fromStdString(bare)});
        QVERIFY(open(bare)->isBare());
        folder.git({"-C", QString::fromStdString(bare), "config", "--unset", "core.bare"});
        QVERIFY(open(bare)->isBare());
        QVERIFY(!open(folder.root())->isBare());
        QCOMPARE(open(folder.path(".git"))->revision(line->commits[0])->present.size(), 2U);
        QCOMPARE(open(bare)->revision(line->commits[0])->present.size(), 2U);
        folder.git({"clone", "-q", "--depth", "2", "file://" + QString::fromStdString(folder.root()),
                    QString::fromStdString(shallow)});
        const auto cut =
            open(shallow)->firstParentLine(line->commits[0], [](const facts::Commit&) { return false; });
        QVERIFY(cut->cut);
        QCOMPARE(cut->commits.size(), 2U);
    }

    void missingObjects() {
        const ProjectFolder folder;
        folder.git({"init", "-q", "-b", "main"});
        folder.write("lost/a.py", "1");
        folder.write("b.py", "2");
        folder.git({"add", "-A"});
        folder.git({"commit", "-q", "-m", "one"});
        folder.write("c.py", "3");
        folder.git({"add", "-A"});
        folder.git({"commit", "-q", "-m", "two"});
        const auto lose = [&](const QString& object) {
            const QString id = folder.git({"rev-parse", object});
            const std::string path =
                ".git/objects/" + id.left(2).toStdString() + '/' + id.mid(2).toStdString();
            std::filesystem::permissions(folder.path(path), std::filesystem::perms::owner_all);
            folder.remove(path);
        };
        lose("HEAD:b.py");
        const auto repository = open(folder.root());
        const std::string head = *repository->resolve("HEAD"), first = *repository->resolve("HEAD~1");
        const auto revision = repository->revision(head, first);
        QVERIFY(!revision->whole);
        const auto content = repository->read(*repository->blobAt(head, "b.py"), 1000);
        QVERIFY(content.state == source::Content::State::Unreadable);
        QCOMPARE(content.problem.code, std::string("object-missing"));
        QCOMPARE(repository->read(*repository->blobAt(head, "c.py"), 1000).bytes, std::string("3"));
        QVERIFY(repository->read(*repository->blobAt(head, "c.py"), 0).state ==
                source::Content::State::TooLarge);
        lose("HEAD:lost");
        const auto whole = open(folder.root())->revision(head);
        QVERIFY(whole->whole);
        QCOMPARE(whole->present.size(), 2U);
        QCOMPARE(whole->problems.size(), 1U);
        QCOMPARE(whole->problems[0].path, std::string("lost/"));
        QCOMPARE(whole->problems[0].problem.code, std::string("object-missing"));
        lose("HEAD~1");
        QVERIFY(open(folder.root())->firstParentLine(head, [](const facts::Commit&) { return false; })->cut);
    }
};

QTEST_GUILESS_MAIN(RepositoryTest)
#include "repository_test.moc"
