#include "indexer/facts/result.h"
#include "indexer/store/reader.h"
#include "indexer/store/record.h"
#include "indexer/store/schema.h"
#include "indexer/store/writer.h"

#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <filesystem>
#include <fstream>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace espalier;
using namespace espalier::store;

namespace {

ContentKey keyOf(std::uint8_t n, Dialect dialect = Dialect::Python) {
    ContentKey key;
    key.blob.bytes.fill(n);
    key.dialect = dialect;
    return key;
}

facts::SourceFacts factsOf(std::uint32_t lines) {
    facts::SourceFacts facts;
    facts.lines = lines;
    return facts;
}

QString text(const facts::Error& error) {
    return QString::fromStdString(error.text());
}

// Two paths of one content and a third without any.
void fill(const std::string& path) {
    auto writer = Writer::open(path);
    QVERIFY2(writer.ok(), writer ? "" : writer.error().text().c_str());
    QVERIFY(writer->load().ok());
    QVERIFY(writer->begin().ok());
    const auto id = writer->addContent(keyOf(7), encode(factsOf(42)));
    facts::SymbolFacts symbols;
    symbols.uses.push_back({facts::Use::Role::Call, 1, 1, "f"});
    QVERIFY(writer->addSymbols(keyOf(7), *id, encode(symbols)).ok());
    QVERIFY(writer->putFile("b.py", {facts::FileKind::Python, *id, 9, FileStamp{1, 2, 3}, {}}, nullptr).ok());
    QVERIFY(
        writer->putFile("a.py", {facts::FileKind::Python, *id, 9, {}, {{"odd", 0, 0, "m"}}}, nullptr).ok());
    QVERIFY(writer->putFile("c.so", {facts::FileKind::Extension, {}, 5, {}, {}}, nullptr).ok());
    State state;
    state.root = "/project";
    state.revision = "abc";
    state.treeComplete = true;
    state.problems = {{"closed", {"unreadable", 0, 0, "no"}}};
    writer->setState(state);
    QVERIFY(writer->commit().ok());
}

void execute(const std::string& path, const char* sql) {
    auto connection = Connection::open(path, Connection::Mode::Write);
    QVERIFY(connection->execute(sql));
}

} // namespace

class StoreTest : public QObject {
    Q_OBJECT
    QTemporaryDir dir_;
    int made_ = 0;
    std::string freshPath() { return dir_.filePath(QString("s%1/x?%20#.sqlite").arg(++made_)).toStdString(); }

private slots:
    void readsWhatWasWritten() {
        const std::string path = freshPath();
        fill(path);
        const auto project = readProject(path, {.symbols = true});
        QVERIFY2(project.ok(), project ? "" : project.error().text().c_str());
        QCOMPARE(project->root, "/project");
        QCOMPARE(project->revision, "abc");
        QVERIFY(project->complete);
        QCOMPARE(project->problems.size(), 1U);
        QCOMPARE(project->files.size(), 3U);
        QCOMPARE(project->files[0].path, "a.py");
        QCOMPARE(project->files[0].problems.at(0).code, "odd");
        QCOMPARE(project->files[1].facts->lines, 42U);
        QVERIFY(project->files[0].facts == project->files[1].facts); // one record, shared
        QVERIFY(project->files[1].blob == keyOf(7).blob);
        QCOMPARE(project->files[1].symbols->uses.size(), 1U);
        QVERIFY(!project->files[2].facts);
        QVERIFY(!readProject(path)->files[1].symbols);
    }

    void knowsWhatItHolds() {
        const std::string path = freshPath();
        fill(path);
        auto writer = Writer::open(path);
        const auto known = writer->load();
        QCOMPARE(known->files.size(), 3U);
        QVERIFY(known->files.at("b.py").stamp == (FileStamp{1, 2, 3}));
        QVERIFY(known->contents.at(known->ids.at(keyOf(7))).hasSymbols);
        QVERIFY(!known->ids.contains(keyOf(7, Dialect::Notebook)));
        QVERIFY(writer->begin().ok());
        QVERIFY(writer->removeFile("b.py", known->files.at("b.py")).ok());
        FileRow changed = known->files.at("a.py");
        changed.sizeBytes = 10;
        QVERIFY(writer->putFile("a.py", changed, &known->files.at("a.py")).ok());
        QVERIFY(writer->commit().ok());
        QCOMPARE(readProject(path)->files.size(), 2U);
    }

    void anUnfinishedTransactionLeavesNothing() {
        const std::string path = freshPath();
        fill(path);
        {
            auto writer = Writer::open(path);
            const auto known = writer->load();
            QVERIFY(writer->begin().ok());
            QVERIFY(writer->removeFile("b.py", known->files.at("b.py")).ok());
        }
        QCOMPARE(readProject(path)->files.size(), 3U);
    }

    void saysThatThereIsNone() {
        const auto none = readProject(dir_.filePath("none.sqlite").toStdString());
        QVERIFY(!none);
        QVERIFY(text(none.error()).contains("none.sqlite: there is no store"));
    }

    void anOlderVersionIsRebuilt() {
        const std::string path = freshPath();
        fill(path);
        execute(path, "PRAGMA user_version = 0");
        const auto read = readProject(path);
        QVERIFY(!read);
        QVERIFY(text(read.error()).contains("format 0"));
        QVERIFY(text(read.error()).contains("index again"));
        auto writer = Writer::open(path);
        QVERIFY(writer->load()->files.empty());
    }

    void aNewerVersionIsLeftAlone() {
        const std::string path = freshPath();
        fill(path);
        execute(path, "PRAGMA user_version = 999");
        for (const facts::Error& error : {readProject(path).error(), Writer::open(path).error()}) {
            QVERIFY(text(error).contains("format 999"));
            QVERIFY(text(error).contains("this program's is " + QString::number(kSchemaVersion)));
            QVERIFY(text(error).contains("newer version"));
        }
        execute(path, QString("PRAGMA user_version = %1").arg(kSchemaVersion).toUtf8().constData());
        QCOMPARE(readProject(path)->files.size(), 3U);
    }

    void foreignFilesAreLeftAlone() {
        const std::string note = dir_.filePath("note.txt").toStdString();
        std::ofstream(note) << std::string(500, 'n');
        const std::string other = dir_.filePath("other.sqlite").toStdString();
        execute(other, "CREATE TABLE precious(x); INSERT INTO precious VALUES(1)");
        for (const std::string& path : {note, other}) {
            const auto size = std::filesystem::file_size(path);
            for (int i = 0; i < 2; ++i) {
                const auto writer = Writer::open(path);
                QVERIFY(!writer);
                QVERIFY(text(writer.error()).contains("not a store of Espalier"));
            }
            QVERIFY(!readProject(path));
            QCOMPARE(std::filesystem::file_size(path), size);
        }
    }

    // Opening a pipe would wait for ever, and a device must not be taken for a damaged store and deleted.
    void nothingButRegularFiles() {
        const QTemporaryDir folder;
        const std::string pipe = folder.filePath("pipe").toStdString();
        QCOMPARE(mkfifo(pipe.c_str(), 0600), 0);
        for (const std::string& path : {pipe, folder.path().toStdString()}) {
            const auto writer = Writer::open(path);
            QVERIFY(!writer);
            QVERIFY(text(writer.error()).contains("not a store of Espalier"));
            QVERIFY(!readProject(path));
            QVERIFY(std::filesystem::exists(path));
            QVERIFY(!std::filesystem::exists(path + ".lock"));
        }
    }

    void aSecondWriterIsToldWhoHoldsTheLock() {
        const std::string path = freshPath();
        fill(path);
        QVERIFY(!lockHolder(path));
        {
            auto first = Writer::open(path);
            const auto second = Writer::open(path);
            QVERIFY(!second);
            QVERIFY(text(second.error())
                        .contains("already being indexed by process " + QString::number(getpid())));
            QCOMPARE(lockHolder(path)->pid, getpid());
            QVERIFY(!lockHolder(path)->host.empty());
            QCOMPARE(lockHolder(path)->since.size(), 19U);
            QCOMPARE(readProject(path)->files.size(), 3U); // readers don't care
        }
        QVERIFY(!lockHolder(path));
        QVERIFY(Writer::open(path).ok());
    }

    void aKilledWriterLeavesNoLock() {
        const std::string path = freshPath();
        fill(path);
        int ready[2];
        QCOMPARE(pipe(ready), 0);
        const pid_t child = fork();
        if (child == 0) {
            auto writer = Writer::open(path);
            (void)!write(ready[1], writer ? "y" : "n", 1);
            for (;;)
                pause();
        }
        char answer = 0;
        QCOMPARE(read(ready[0], &answer, 1), 1);
        const auto holder = lockHolder(path);
        kill(child, SIGKILL);
        waitpid(child, nullptr, 0);
        QCOMPARE(answer, 'y');
        QVERIFY(holder);
        QCOMPARE(holder->pid, child);
        QVERIFY(!lockHolder(path));
        QVERIFY(Writer::open(path).ok());
    }

    void aFullDiskIsAnErrorAndLosesNothing() {
        const std::string path = freshPath();
        fill(path);
        {
            auto writer = Writer::open(path, {.maxPages = 20});
            QVERIFY(writer->load().ok());
            QVERIFY(writer->begin().ok());
            const std::string large(100'000, 'x');
            facts::Status status = facts::Done{};
            for (std::uint8_t n = 100; n < 110 && status; ++n)
                if (const auto id = writer->addContent(keyOf(n), large); !id)
                    status = id.error();
            QVERIFY(!status);
            QVERIFY(text(status.error()).contains("the disk is full"));
            QVERIFY(text(status.error()).contains(QString::fromStdString(path)));
        }
        QCOMPARE(readProject(path)->files.size(), 3U);
    }

    void aReadOnlyFolderCanBeRead() {
        if (geteuid() == 0)
            QSKIP("nothing is read-only for root");
        const std::string path = freshPath();
        fill(path);
        const std::string folder = std::filesystem::path(path).parent_path();
        QCOMPARE(chmod(folder.c_str(), 0500), 0);
        const auto project = readProject(path);
        const auto fresh = Writer::open(folder + "/other.sqlite");
        chmod(folder.c_str(), 0700);
        QVERIFY2(project.ok(), project ? "" : project.error().text().c_str());
        QVERIFY(!fresh);
        QVERIFY(text(fresh.error()).contains("--store"));
    }

    void defaultPathFollowsTheFolder() {
        qputenv("XDG_CACHE_HOME", "/cache");
        const std::string path = defaultStorePath("/work place/My Project/");
        QVERIFY(path.starts_with("/cache/espalier/My_Project-"));
        QVERIFY(path.ends_with(".sqlite"));
        QCOMPARE(path, defaultStorePath("/work place/./My Project"));
        QVERIFY(path != defaultStorePath("/elsewhere/My Project"));
        qputenv("XDG_CACHE_HOME", "relative");
        qputenv("HOME", "/projects/u");
        QVERIFY(defaultStorePath("/p").starts_with("/projects/u/.cache/espalier/p-"));
    }
};

QTEST_APPLESS_MAIN(StoreTest)
#include "store_test.moc"
