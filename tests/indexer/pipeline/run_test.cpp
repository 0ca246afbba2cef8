#include "indexer/facts/result.h"
#include "indexer/pipeline/recording_tree.h"
#include "indexer/pipeline/session.h"
#include "indexer/store/reader.h"

#include <QTemporaryDir>
#include <QTest>

using namespace espalier;
using namespace espalier::pipeline;
using espalier::source::blobId;
using espalier::source::Content;
using espalier::tests::RecordingTree;

class RunTest : public QObject {
    Q_OBJECT
    QTemporaryDir dir_;
    std::unique_ptr<RecordingTree> tree_;
    Options options_;
    std::atomic<bool> cancel_ = false;
    int made_ = 0;

    facts::Result<Outcome> tryRun(const std::function<void(const Progress&)>& progress = {}) {
        return Session(*tree_, options_).update(source::Scope::whole(), {progress, {}}, cancel_);
    }
    Outcome run() {
        const auto outcome = tryRun();
        if (!outcome)
            qWarning() << outcome.error().text().c_str();
        return outcome ? *outcome : Outcome{};
    }
    facts::ProjectFacts project() { return *store::readProject(options_.storePath, {.symbols = true}); }
    QString modules() { // what each file imports
        QStringList out;
        for (const facts::SourceFile& file : project().files)
            out << QString::fromStdString(file.path + ":" +
                                          (file.facts && !file.facts->imports.empty()
                                               ? file.facts->imports[0].names.at(0).name
                                           : file.facts ? ""
                                                        : "-"));
        return out.join(' ');
    }

private slots:
    void init() {
        tree_ = std::make_unique<RecordingTree>();
        cancel_ = false;
        options_ = {};
        options_.root = "/project";
        options_.storePath = dir_.filePath(QString("%1.sqlite").arg(++made_)).toStdString();
        options_.stage = Stage::Imports;
        tree_->files = {{"a.py", {"import x\n"}}, {"b.py", {"import y\n"}}, {"c.py", {"import x\n"}}};
    }

    void readsAndScansOnce() {
        const Outcome outcome = run();
        QCOMPARE(outcome.files, 3U);
        QCOMPARE(outcome.scanned, 2U); // a and c are equal
        QCOMPARE(outcome.bytesRead, 27U);
        QCOMPARE(tree_->takeReads(), "a.py b.py c.py");
        QCOMPARE(modules(), "a.py:x b.py:y c.py:x");
        const facts::ProjectFacts facts = project();
        QVERIFY(facts.files[0].facts == facts.files[2].facts);
        QCOMPARE(facts.files[0].blob.hex(), blobId("import x\n").hex());
        QCOMPARE(facts.root, "/project");
        QCOMPARE(facts.revision, "0123");
        QVERIFY(facts.complete);
    }

    void unchangedFilesAreNotReadAgain() {
        run();
        tree_->takeReads();
        tree_->files["b.py"] = {"import zz\n", 2};
        const Outcome outcome = run();
        QCOMPARE(tree_->takeReads(), "b.py");
        QCOMPARE(outcome.scanned, 1U);
        QCOMPARE(modules(), "a.py:x b.py:zz c.py:x");
        run();
        QCOMPARE(tree_->takeReads(), "");
    }

    void touchedFilesAreReadButNotScanned() {
        run();
        tree_->takeReads();
        tree_->files["b.py"].mtimeNs = 2;
        QCOMPARE(run().scanned, 0U);
        QCOMPARE(tree_->takeReads(), "b.py");
        run();
        QCOMPARE(tree_->takeReads(), "");
    }

    void aFileChangedInTheTickOfItsReadingIsSeen() {
        tree_->files["b.py"].settled = false;
        run();
        tree_->takeReads();
        tree_->files["b.py"] = {"import z\n"}; // same size, same times
        run();
        QCOMPARE(tree_->takeReads(), "b.py");
        QCOMPARE(modules(), "a.py:x b.py:z c.py:x");
    }

    void gitsIndexSparesReading() {
        for (auto& [path, file] : tree_->files)
            file.indexedBlob = blobId(file.bytes);
        QCOMPARE(run().scanned, 2U);
        QCOMPARE(tree_->takeReads(), "a.py b.py"); // c equals a
        QCOMPARE(modules(), "a.py:x b.py:y c.py:x");
        tree_->files["d.py"] = {"import y\n", 5, facts::FileKind::Python, blobId("import y\n")};
        run();
        QCOMPARE(tree_->takeReads(), "");
        QCOMPARE(modules(), "a.py:x b.py:y c.py:x d.py:y");
    }

    void aWrongIndexIsNotBelieved() {
        tree_->files["a.py"].indexedBlob = blobId("other\n");
        tree_->files["b.py"].indexedBlob = blobId("other\n");
        tree_->files["c.py"].indexedBlob = blobId("import x\n");
        run();
        QCOMPARE(modules(), "a.py:x b.py:y c.py:x");
        QCOMPARE(project().files[1].blob.hex(), blobId("import y\n").hex());
    }

    void goneFilesAreRemoved() {
        run();
        tree_->files.erase("b.py");
        const Outcome outcome = run();
        QCOMPARE(outcome.removed, 1U);
        QCOMPARE(outcome.files, 2U);
        QCOMPARE(modules(), "a.py:x c.py:x");
        tree_->files["b.py"] = {"import y\n", 9}; // its facts were kept
        QCOMPARE(run().scanned, 0U);
        QCOMPARE(modules(), "a.py:x b.py:y c.py:x");
    }

    void equalBytesInOtherKindsOfFilesAreNotTheSame() {
        tree_->files = {{"e.ipynb", {"", 1, facts::FileKind::Notebook}},
                        {"e.py", {""}},
                        {"e.pyi", {"", 1, facts::FileKind::Stub}},
                        {"e.so", {"", 1, facts::FileKind::Extension}},
                        {"setup.cfg", {"", 1, facts::FileKind::Marker}}};
        options_.stage = Stage::Symbols;
        const Outcome outcome = run();
        QCOMPARE(outcome.files, 3U);
        QCOMPARE(outcome.scanned, 2U);
        QCOMPARE(outcome.parsed, 1U);
        QCOMPARE(tree_->takeReads(), "e.ipynb e.py e.py e.pyi"); // e.py once more for its symbols
        const facts::ProjectFacts facts = project();
        QVERIFY(facts.files[0].facts && facts.files[1].facts != facts.files[0].facts);
        QVERIFY(facts.files[1].facts == facts.files[2].facts);
        QVERIFY(!facts.files[3].facts && !facts.files[4].facts);
        QVERIFY(facts.files[1].symbols && facts.files[2].symbols && !facts.files[0].symbols);
    }

    void symbolsComeOnceAndLater() {
        run();
        QVERIFY(!project().files[0].symbols);
        options_.stage = Stage::Symbols;
        QCOMPARE(run().parsed, 2U);
        QVERIFY(project().files[2].symbols);
        tree_->takeReads();
        QCOMPARE(run().parsed, 0U);
        QCOMPARE(tree_->takeReads(), "");
    }

    void badFilesAreListedWithTheirProblem() {
        tree_->files["b.py"].state = Content::State::Unreadable;
        tree_->files["c.py"].state = Content::State::Vanished;
        run();
        facts::ProjectFacts facts = project();
        QCOMPARE(modules(), "a.py:x b.py:-");
        QCOMPARE(facts.files[1].problems.at(0).code, "unreadable");
        QCOMPARE(facts.problems.at(0).path, "c.py");
        QCOMPARE(facts.problems.at(0).problem.code, "vanished");
        tree_->files["b.py"].state = tree_->files["c.py"].state = Content::State::Read;
        run();
        QCOMPARE(modules(), "a.py:x b.py:y c.py:x");
        facts = project();
        QVERIFY(facts.problems.empty() && facts.files[1].problems.empty());
    }

    void theStoreKeepsWhatItHadWhenTheFolderGoes() {
        run();
        tree_->files["a.py"].mtimeNs = tree_->files["b.py"].mtimeNs = 2;
        tree_->files["b.py"].state = Content::State::Vanished;
        tree_->present = false;
        const auto outcome = tryRun();
        QVERIFY(!outcome);
        QVERIFY(QString::fromStdString(outcome.error().text()).contains("/project: the folder has gone"));
        QCOMPARE(modules(), "a.py:x b.py:y c.py:x");
    }

    void noFilesIsNoError() {
        tree_->files.clear();
        QCOMPARE(run().files, 0U);
        QVERIFY(project().files.empty() && project().complete);
    }

    void cancellingTheFirstRunKeepsWhatIsDone() {
        options_.threads = 1;
        tree_->onRead = [&] { cancel_ = true; };
        const Outcome outcome = run();
        QVERIFY(outcome.cancelled);
        QCOMPARE(tree_->takeReads(), "a.py");
        QVERIFY(!project().complete);
        QCOMPARE(modules(), "a.py:x");
        cancel_ = false;
        tree_->onRead = {};
        QCOMPARE(run().scanned, 1U);
        QCOMPARE(tree_->takeReads(), "b.py c.py");
        QVERIFY(project().complete);
    }

    void cancellingALaterRunKeepsTheOldTree() {
        run();
        options_.threads = 1;
        tree_->files = {{"a.py", {"import q\n", 2}}, {"b.py", {"import r\n", 2}}};
        tree_->onRead = [&] { cancel_ = true; };
        QVERIFY(run().cancelled);
        QCOMPARE(modules(), "a.py:x b.py:y c.py:x");
        QVERIFY(project().complete);
        cancel_ = false;
        tree_->onRead = {};
        QCOMPARE(run().scanned, 1U); // the other one's facts were kept
    }

    void progressIsOrderedAndRare() {
        options_.stage = Stage::Symbols;
        for (int i = 0; i < 2000; ++i)
            tree_->files["m" + std::to_string(i) + ".py"] = {"import a" + std::to_string(i)};
        std::vector<Progress> seen;
        const auto start = std::chrono::steady_clock::now();
        QVERIFY(tryRun([&](const Progress& p) { seen.push_back(p); }).ok());
        const auto ms =
            std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
        QVERIFY(static_cast<double>(seen.size()) <= ms / 33 + 4);
        QVERIFY(seen.front().phase == Progress::Phase::Listing);
        QVERIFY(seen.back().phase == Progress::Phase::Done);
        QCOMPARE(seen.back().done, 2003U);
        for (std::size_t i = 1; i < seen.size(); ++i)
            QVERIFY(seen[i - 1].phase < seen[i].phase ||
                    (seen[i - 1].phase == seen[i].phase && seen[i - 1].done <= seen[i].done));
    }
};

QTEST_APPLESS_MAIN(RunTest)
#include "run_test.moc"
