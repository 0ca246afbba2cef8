#include "indexer/facts/result.h"
#include "indexer/pipeline/same_project.h"
#include "indexer/store/reader.h"
#include "indexer/store/record.h"
#include "indexer/store/sql.h"
#include "indexer/store/writer.h"

#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

#include <map>

using namespace espalier;
using namespace espalier::store;
using espalier::tests::sameProject;

namespace {

// A store under random changes: few paths and contents, so that they come again.
class RandomStore {
public:
    RandomStore(std::string path, unsigned seed)
        : path_(std::move(path))
        , random_(seed) {}

    // Changes some paths in one commit, and gives them.
    std::vector<std::string> change(int changes, bool symbols) {
        auto writer = Writer::open(path_);
        Known known = *writer->load();
        if (!(writer->begin().ok()))
            return {};
        std::vector<std::string> paths;
        for (int i = 0; i < changes; ++i) {
            const std::string path = "d" + std::to_string(pick(3)) + "/f" + std::to_string(pick(12)) + ".py";
            paths.push_back(path);
            const auto before = known.files.find(path);
            const FileRow* old = before == known.files.end() ? nullptr : &before->second;
            if (pick(4) == 0) {
                if (old) {
                    if (!(writer->removeFile(path, *old).ok()))
                        return {};
                    known.files.erase(before);
                }
                continue;
            }
            const FileRow row = randomRow(*writer, known, symbols);
            if (!(writer->putFile(path, row, old).ok()))
                return {};
            known.files[path] = row;
        }
        State state = writer->state();
        state.root = "/project";
        state.revision = std::to_string(pick(1000));
        state.treeComplete = true;
        state.symbolsComplete = symbols;
        if (pick(3) == 0)
            state.problems = {{"x", {"unreadable", 0, 0, std::to_string(pick(9))}}};
        writer->setState(state);
        if (!(writer->commit().ok()))
            return {};
        return paths;
    }

private:
    unsigned pick(unsigned below) { return random_.bounded(below); }

    FileRow randomRow(Writer& writer, Known& known, bool symbols) {
        FileRow row;
        const unsigned kind = pick(8);
        row.kind = kind == 0   ? facts::FileKind::Extension
                   : kind == 1 ? facts::FileKind::Notebook
                               : facts::FileKind::Python;
        row.sizeBytes = pick(100);
        if (pick(3))
            row.stamp = FileStamp{static_cast<std::int64_t>(pick(1000)), 2, 3};
        if (pick(6) == 0)
            row.problems = {{"odd", 0, 0, "m"}};
        if (kind == 0)
            return row;
        ContentKey key;
        key.blob.bytes.fill(static_cast<std::uint8_t>(pick(20)));
        key.dialect = dialectOf(row.kind);
        if (!known.ids.contains(key)) {
            facts::SourceFacts facts;
            facts.lines = pick(1'000'000);
            known.ids[key] = *writer.addContent(key, encode(facts));
            known.contents[known.ids[key]] = {key, false};
        }
        row.content = known.ids.at(key);
        KnownContent& content = known.contents.at(*row.content);
        if (symbols && !content.hasSymbols && kind != 1) {
            facts::SymbolFacts found;
            found.uses.push_back({facts::Use::Role::Call, pick(99), 1, "f"});
            content.hasSymbols = writer.addSymbols(key, *row.content, encode(found)).ok();
        }
        return row;
    }

    std::string path_;
    QRandomGenerator random_;
};

void execute(const std::string& path, const char* sql) {
    auto connection = Connection::open(path, Connection::Mode::Write);
    QVERIFY(connection->execute(sql));
}

} // namespace

class ChangesTest : public QObject {
    Q_OBJECT
    QTemporaryDir dir_;
    int made_ = 0;
    std::string freshPath() { return dir_.filePath(QString("%1.sqlite").arg(++made_)).toStdString(); }

private slots:
    void equalsAFullReading_data() {
        QTest::addColumn<bool>("symbols");
        QTest::newRow("imports") << false;
        QTest::newRow("symbols") << true;
    }
    void equalsAFullReading() {
        QFETCH(const bool, symbols);
        for (unsigned seed = 0; seed < 6; ++seed) {
            const std::string path = freshPath();
            RandomStore store(path, seed);
            store.change(30, symbols);
            facts::ProjectFacts project = *readProject(path, {symbols});
            for (int round = 0; round < 8; ++round) {
                auto paths = store.change(round % 4, symbols);
                paths.push_back("not/there.py");
                const auto changed = readChanges(path, project, paths, {symbols});
                QVERIFY2(changed.ok(), changed ? "" : changed.error().text().c_str());
                QVERIFY(changed->has_value());
                const facts::ProjectFacts whole = *readProject(path, {symbols});
                QVERIFY(sameProject(**changed, whole));
                QCOMPARE((*changed)->storeSum, whole.storeSum);
                project = **changed;
            }
        }
    }

    void sharesWhatIsThere() {
        const std::string path = freshPath();
        RandomStore store(path, 1);
        store.change(60, true);
        const facts::ProjectFacts base = *readProject(path, {.symbols = true});
        std::map<facts::BlobId, const void*> known;
        for (const facts::SourceFile& file : base.files)
            if (file.kind == facts::FileKind::Python)
                known[file.blob] = file.facts.get();
        const auto paths = store.change(40, true);
        const auto changed = readChanges(path, base, paths, {.symbols = true});
        int shared = 0;
        for (const facts::SourceFile& file : (*changed)->files)
            if (file.kind == facts::FileKind::Python && known.contains(file.blob)) {
                QCOMPARE(static_cast<const void*>(file.facts.get()), known.at(file.blob));
                ++shared;
            }
        QVERIFY(shared > 5);
    }

    void aMissedBatchIsNoticed() {
        const std::string path = freshPath();
        RandomStore store(path, 2);
        store.change(30, false);
        const facts::ProjectFacts base = *readProject(path);
        std::vector<std::string> missed = store.change(3, false);
        const std::vector<std::string> last = store.change(1, false);
        QVERIFY(!readChanges(path, base, last)->has_value());
        missed.insert(missed.end(), last.begin(), last.end());
        QVERIFY(readChanges(path, base, missed)->has_value());
    }

    void anotherEditionIsNoticed() {
        const std::string path = freshPath();
        RandomStore(path, 3).change(30, false);
        const facts::ProjectFacts base = *readProject(path);
        QVERIFY(readChanges(path, base, {})->has_value());
        execute(path, "PRAGMA user_version = 0"); // made anew by the next writer, with the same rows
        RandomStore(path, 3).change(30, false);
        QVERIFY(!readChanges(path, base, {})->has_value());
    }

    void symbolsOfOtherFilesAreMissed() {
        const std::string path = freshPath();
        RandomStore store(path, 4);
        store.change(30, true);
        const facts::ProjectFacts base = *readProject(path); // without symbols
        QVERIFY(readChanges(path, base, {})->has_value());
        QVERIFY(!readChanges(path, base, {}, {.symbols = true})->has_value());
    }

    void damageIsSeen() {
        for (const std::string sql : {"UPDATE file SET size = size + 1", "UPDATE content SET imports = x'00'",
                                      "UPDATE content SET key = zeroblob(21)", "DELETE FROM content",
                                      "UPDATE symbols SET sum = sum + 1", "UPDATE state SET sum = sum + 1"}) {
            const bool symbols = sql.find("symbols") != std::string::npos;
            const std::string path = freshPath();
            RandomStore store(path, 5);
            store.change(30, true);
            facts::ProjectFacts base = *readProject(path, {.symbols = true});
            std::vector<std::string> paths;
            for (facts::SourceFile& file : base.files) {
                paths.push_back(file.path);
                file.blob = {}; // nothing to share
            }
            QVERIFY(readChanges(path, base, paths, {symbols})->has_value());
            execute(path, sql.c_str());
            const auto changed = readChanges(path, base, paths, {symbols});
            QVERIFY2(!changed.ok(), sql.c_str());
            QVERIFY(changed.error().text().find("damaged") != std::string::npos);
        }
    }
};

QTEST_APPLESS_MAIN(ChangesTest)
#include "changes_test.moc"
