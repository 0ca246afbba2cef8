// The archive of a history against git's own listing of each commit.

#include "indexer/history/changing_repository.h"
#include "indexer/history/update.h"
#include "indexer/pipeline/plan.h"
#include "indexer/store/archive.h"

#include <algorithm>
#include <map>

using namespace espalier;
using tests::ProjectFolder;

namespace {

history::UpdateOptions optionsFor(const ProjectFolder& folder) {
    history::UpdateOptions options;
    options.folder = folder.root();
    options.archivePath = folder.beside("store-history.sqlite");
    return options;
}

history::UpdateOutcome update(const history::UpdateOptions& options) {
    auto outcome = history::updateHistory(options, {}, false);
    if (!outcome)
        qFatal("%s", outcome.error().text().c_str());
    return std::move(*outcome);
}

facts::Timeline lineOf(const history::UpdateOptions& options) {
    auto reader = store::ArchiveReader::open(options.archivePath);
    auto line = reader ? reader->line(options.revision) : reader.error();
    if (!line || !*line)
        qFatal("no line");
    return std::move(**line);
}

// Every commit has the files that git lists, and every content has facts. `commits`: oldest first.
void compare(const ProjectFolder& folder, const history::UpdateOptions& options, const QStringList& commits) {
    const facts::Timeline timeline = lineOf(options);
    auto reader = store::ArchiveReader::open(options.archivePath);
    QCOMPARE(timeline.revisions.size(), static_cast<std::size_t>(commits.size()));
    std::map<std::string, facts::TreeFile> files;
    for (qsizetype i = 0; i < commits.size(); ++i) {
        const facts::Revision& revision = timeline.revisions[static_cast<std::size_t>(i)];
        QCOMPARE(QString::fromStdString(revision.commit.id), commits[i]);
        if (revision.whole)
            files.clear();
        for (const std::string& gone : revision.gone)
            QVERIFY(files.erase(gone) == 1);
        for (const facts::TreeFile& file : revision.present)
            files[file.path] = file;
        QStringList listed;
        std::vector<store::ContentKey> keys;
        for (const auto& [path, file] : files) {
            listed << QString::fromStdString(path + ' ' + file.blob.hex());
            keys.push_back(pipeline::contentKey(file.blob, file.kind));
        }
        listed.sort();
        QCOMPARE(listed, tests::lsTree(folder, commits[i]));
        const auto facts = reader->facts(keys, false);
        QVERIFY(facts && std::ranges::all_of(*facts, [](const auto& one) { return one.imports != nullptr; }));
    }
}

QStringList firstParents(const ProjectFolder& folder, const QString& revision) {
    return folder.git({"rev-list", "--first-parent", "--reverse", revision}).split('\n');
}

} // namespace

class LineTest : public QObject {
    Q_OBJECT
private slots:
    void everyCommit() {
        for (quint32 seed = 1; seed <= 3; ++seed) {
            QRandomGenerator random(seed);
            const ProjectFolder folder;
            folder.git({"init", "-q", "-b", "main"});
            const history::UpdateOptions options = optionsFor(folder);
            for (int round = 0; round < 3; ++round) {
                tests::commitChanges(folder, random, 5);
                const auto outcome = update(options);
                QCOMPARE(outcome.newCommits, 5U);
                compare(folder, options, firstParents(folder, "HEAD"));
            }
            const auto again = update(options);
            QCOMPARE(again.newCommits, 0U);
            QCOMPARE(again.scanned, 0U);
        }
    }

    // Each content is read once, whatever file, commit or line has it.
    void readsOnce() {
        const ProjectFolder folder;
        folder.git({"init", "-q", "-b", "main"});
        folder.write("a.py", "import x\n");
        folder.git({"add", "-A"});
        folder.git({"commit", "-q", "-m", "one"});
        history::UpdateOptions options = optionsFor(folder);
        QCOMPARE(update(options).scanned, 1U);
        folder.git({"mv", "a.py", "b.py"});
        folder.write("c.py", "import x\n");
        folder.write("d.py", "import y\n");
        folder.git({"add", "-A"});
        folder.git({"commit", "-q", "-m", "two"});
        QCOMPARE(update(options).scanned, 1U);
        options.revision = "main";
        QCOMPARE(update(options).scanned, 0U);
        compare(folder, options, firstParents(folder, "main"));
    }

    // The line is that of first parents; the contents of all commits come on request.
    void mergesAndAll() {
        const ProjectFolder folder;
        folder.git({"init", "-q", "-b", "main"});
        folder.write("a.py", "1\n");
        folder.git({"add", "-A"});
        folder.git({"commit", "-q", "-m", "one"});
        folder.git({"checkout", "-q", "-b", "side"});
        folder.write("b.py", "2\n");
        folder.git({"add", "-A"});
        folder.git({"commit", "-q", "-m", "two"});
        folder.write("b.py", "3\n");
        folder.git({"commit", "-q", "-a", "-m", "three"});
        folder.git({"checkout", "-q", "main"});
        folder.git({"merge", "-q", "--no-ff", "--no-edit", "side"});
        history::UpdateOptions options = optionsFor(folder);
        QCOMPARE(update(options).contents, 2U);
        compare(folder, options, firstParents(folder, "HEAD"));
        options.everyCommit = true;
        const auto all = update(options);
        QCOMPARE(all.contents, 3U);
        QCOMPARE(all.scanned, 1U);
        QCOMPARE(all.commits, 2U);
    }

    void rewrittenHistory() {
        QRandomGenerator random(7);
        const ProjectFolder folder;
        folder.git({"init", "-q", "-b", "main"});
        tests::commitChanges(folder, random, 6);
        const history::UpdateOptions options = optionsFor(folder);
        update(options);
        folder.git({"reset", "-q", "--hard", "HEAD~3"});
        tests::commitChanges(folder, random, 2);
        QCOMPARE(update(options).newCommits, 2U);
        compare(folder, options, firstParents(folder, "HEAD"));
        folder.git({"reset", "-q", "--hard", "HEAD~2"});
        QCOMPARE(update(options).newCommits, 0U);
        compare(folder, options, firstParents(folder, "HEAD"));
    }

    void since() {
        const ProjectFolder folder;
        folder.git({"init", "-q", "-b", "main"});
        for (const char* date : {"2025-01-01T12:00:00Z", "2025-01-02T12:00:00Z", "2025-01-03T12:00:00Z"}) {
            qputenv("GIT_COMMITTER_DATE", date);
            folder.write(std::string(date, 10) + ".py");
            folder.git({"add", "-A"});
            folder.git({"commit", "-q", "-m", date});
        }
        qunsetenv("GIT_COMMITTER_DATE");
        history::UpdateOptions options = optionsFor(folder);
        options.since = *history::beginOf(folder.root(), "2025-01-02");
        QCOMPARE(*history::beginOf(folder.root(), "HEAD~1"), *options.since + 12 * 3600);
        QVERIFY(!history::beginOf(folder.root(), "nothing"));
        const auto part = update(options);
        QCOMPARE(part.commits, 2U);
        QVERIFY(part.cut);
        compare(folder, options, firstParents(folder, "HEAD").mid(1));
        options.since.reset();
        const auto whole = update(options);
        QCOMPARE(whole.commits, 3U);
        QVERIFY(!whole.cut);
        compare(folder, options, firstParents(folder, "HEAD"));
    }

    // Objects that a partial clone lacks are named, the rest is there; once they have come, they are read.
    void missingObjects() {
        const ProjectFolder folder;
        folder.git({"init", "-q", "-b", "main"});
        folder.write("a.py", "import a\n");
        folder.write("b.py", "import b\n");
        folder.git({"add", "-A"});
        folder.git({"commit", "-q", "-m", "one"});
        const std::string id = folder.git({"rev-parse", "HEAD:b.py"}).toStdString();
        const std::string object = folder.path(".git/objects/" + id.substr(0, 2) + '/' + id.substr(2));
        std::filesystem::rename(object, folder.beside("object"));
        const history::UpdateOptions options = optionsFor(folder);
        const auto outcome = update(options);
        QCOMPARE(outcome.scanned, 1U);
        QCOMPARE(outcome.losses.size(), 1U);
        QCOMPARE(outcome.losses[0].path, std::string("b.py"));
        QCOMPARE(outcome.losses[0].problem.code, std::string("object-missing"));
        QCOMPARE(QString::fromStdString(outcome.losses[0].commit), folder.git({"rev-parse", "HEAD"}));
        std::filesystem::rename(folder.beside("object"), object);
        QCOMPARE(update(options).scanned, 1U);
        compare(folder, options, firstParents(folder, "HEAD"));
    }

    void hugeContents() {
        const ProjectFolder folder;
        folder.git({"init", "-q", "-b", "main"});
        folder.write("a.py", "import a\n");
        folder.write("b.py", std::string(5000, '\n'));
        folder.git({"add", "-A"});
        folder.git({"commit", "-q", "-m", "one"});
        history::UpdateOptions options = optionsFor(folder);
        options.maxFileBytes = 1000;
        const auto outcome = update(options);
        QCOMPARE(outcome.losses.size(), 1U);
        QCOMPARE(outcome.losses[0].problem.code, std::string("too-large"));
    }

    void takesOverFromTheStore() {
        const ProjectFolder folder;
        folder.git({"init", "-q", "-b", "main"});
        folder.write("a.py", "import a\n");
        folder.write("b.py", "import b\n");
        folder.git({"add", "-A"});
        folder.git({"commit", "-q", "-m", "one"});
        pipeline::Options index;
        index.root = folder.root();
        index.storePath = folder.beside("store.sqlite");
        QVERIFY(pipeline::index(index, {}, false));
        folder.write("b.py", "import c\n");
        folder.git({"commit", "-q", "-a", "-m", "two"});
        history::UpdateOptions options = optionsFor(folder);
        options.storePath = index.storePath;
        const auto outcome = update(options);
        QCOMPARE(outcome.takenOver, 2U);
        QCOMPARE(outcome.scanned, 1U);
        compare(folder, options, firstParents(folder, "HEAD"));
    }

    // Cancelled at any moment: what was read is kept, and the next update completes it.
    void interrupted() {
        QRandomGenerator random(3);
        const ProjectFolder folder;
        folder.git({"init", "-q", "-b", "main"});
        tests::commitChanges(folder, random, 8);
        const history::UpdateOptions options = optionsFor(folder);
        for (int calls = 0; calls < 4; ++calls) {
            std::atomic<bool> cancel = calls == 0;
            int left = calls;
            const auto outcome = history::updateHistory(
                options, [&](const pipeline::Progress&) { cancel = --left <= 0; }, cancel);
            QVERIFY(outcome);
        }
        QCOMPARE(update(options).commits, 8U);
        compare(folder, options, firstParents(folder, "HEAD"));
    }

    void errors() {
        const ProjectFolder folder;
        history::UpdateOptions options = optionsFor(folder);
        QVERIFY(!history::updateHistory(options, {}, false)); // no repository
        folder.git({"init", "-q", "-b", "main"});
        QVERIFY(!history::updateHistory(options, {}, false)); // no commit
        folder.git({"commit", "-q", "--allow-empty", "-m", "empty"});
        QCOMPARE(update(options).commits, 1U);
        const auto writer = store::ArchiveWriter::open(options.archivePath);
        const auto locked = history::updateHistory(options, {}, false);
        QVERIFY(!locked && locked.error().what.find("process") != std::string::npos);
    }
};

QTEST_GUILESS_MAIN(LineTest)
#include "line_test.moc"
