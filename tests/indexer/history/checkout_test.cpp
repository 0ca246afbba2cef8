// A commit's facts against those of a checkout of it.
#include "indexer/history/changing_repository.h"
#include "indexer/history/commit_facts.h"
#include "indexer/history/update.h"
#include "indexer/source/commit_tree.h"
#include "indexer/store/archive.h"
#include "indexer/store/reader.h"

using namespace espalier;
using tests::ProjectFolder;

namespace {

history::CommitOptions optionsFor(const ProjectFolder& folder, const QString& revision) {
    history::CommitOptions options;
    options.folder = folder.root();
    options.archivePath = folder.beside("store-history.sqlite");
    options.storePath = folder.beside("store.sqlite");
    options.revision = revision.toStdString();
    options.symbols = true;
    return options;
}

facts::ProjectFacts checkedOut(const ProjectFolder& folder, const QString& revision) {
    folder.git({"checkout", "-q", "--detach", revision});
    folder.git({"clean", "-qfdx"});
    pipeline::Options index;
    index.root = folder.root();
    index.storePath = folder.beside("checkout.sqlite");
    if (!pipeline::index(index, {}, false))
        qFatal("not indexed");
    auto project = store::readProject(index.storePath, {.symbols = true});
    if (!project)
        qFatal("not read");
    return std::move(*project);
}

void compare(const facts::ProjectFacts& commit, const facts::ProjectFacts& checkout) {
    const auto same = [](const auto& a, const auto& b) { return !a == !b && (!a || *a == *b); };
    QCOMPARE(commit.revision, checkout.revision);
    QVERIFY(!commit.workingTree && checkout.workingTree);
    QCOMPARE(commit.files.size(), checkout.files.size());
    for (std::size_t i = 0; i < commit.files.size(); ++i) {
        const facts::SourceFile &a = commit.files[i], &b = checkout.files[i];
        QCOMPARE(a.path, b.path);
        QVERIFY(a.kind == b.kind && a.blob == b.blob);
        QVERIFY2(same(a.facts, b.facts) && same(a.symbols, b.symbols), a.path.c_str());
    }
}

} // namespace

class CheckoutTest : public QObject {
    Q_OBJECT
private slots:
    void asCheckedOut() {
        QRandomGenerator random(11);
        const ProjectFolder folder;
        folder.git({"init", "-q", "-b", "main"});
        tests::commitChanges(folder, random, 8);
        for (const char* revision : {"main", "main~3", "main~7"}) {
            const auto commit = history::readCommit(optionsFor(folder, revision), {}, false);
            QVERIFY(commit);
            compare(*commit, checkedOut(folder, revision));
            const auto again = history::readCommit(optionsFor(folder, revision), {}, false);
            compare(*again, checkedOut(folder, revision));
        }
    }

    // What is in the archive is not read from the repository again, and another writer is no obstacle.
    void readsOnce() {
        const ProjectFolder folder;
        folder.git({"init", "-q", "-b", "main"});
        folder.write("a.py", "import a\n");
        folder.git({"add", "-A"});
        folder.git({"commit", "-q", "-m", "one"});
        const auto options = optionsFor(folder, "HEAD");
        std::size_t read = 0;
        const auto count = [&](const pipeline::Progress& progress) { read = std::max(read, progress.total); };
        {
            const auto writer = store::ArchiveWriter::open(options.archivePath);
            QVERIFY(history::readCommit(options, count, false)->files[0].symbols);
            QCOMPARE(read, 1U);
        }
        read = 0;
        QVERIFY(history::readCommit(options, count, false));
        QCOMPARE(read, 1U);
        read = 0;
        QVERIFY(history::readCommit(options, count, false)->files[0].symbols);
        QCOMPARE(read, 0U);
    }

    void missingContent() {
        const ProjectFolder folder;
        folder.git({"init", "-q", "-b", "main"});
        folder.write("a.py", "import a\n");
        folder.git({"add", "-A"});
        folder.git({"commit", "-q", "-m", "one"});
        const std::string id = folder.git({"rev-parse", "HEAD:a.py"}).toStdString();
        std::filesystem::remove(folder.path(".git/objects/" + id.substr(0, 2) + '/' + id.substr(2)));
        const auto commit = history::readCommit(optionsFor(folder, "HEAD"), {}, false);
        QVERIFY(commit);
        QVERIFY(!commit->files[0].facts);
        QCOMPARE(commit->files[0].problems[0].code, std::string("object-missing"));
    }

    void excludesAndErrors() {
        const ProjectFolder folder;
        folder.git({"init", "-q", "-b", "main"});
        folder.write("a.py");
        folder.write("gen/b.py");
        folder.git({"add", "-A"});
        folder.git({"commit", "-q", "-m", "one"});
        auto options = optionsFor(folder, "HEAD");
        options.exclude = {"gen/**"};
        QCOMPARE(history::readCommit(options, {}, false)->files.size(), 1U);
        QVERIFY(!history::readCommit(options, {}, true)); // cancelled
        QVERIFY(!history::readCommit(optionsFor(folder, "nothing"), {}, false));
        QVERIFY(!history::readCommit(optionsFor(ProjectFolder(), "HEAD"), {}, false));
        auto tree = source::CommitTree::open({folder.root(), "HEAD", {}});
        source::Entry entry;
        entry.path = "c.py";
        QVERIFY((*tree)->read(entry).state == source::Content::State::Vanished);
        QCOMPARE((*tree)->list(source::Scope({"gen"}), false)->entries.size(), 1U);
    }
};

QTEST_GUILESS_MAIN(CheckoutTest)
#include "checkout_test.moc"
