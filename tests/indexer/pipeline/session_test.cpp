// Updates of a part of a tree: what they read, what they tell, and that the store is that of a fresh run.
#include "indexer/facts/result.h"
#include "indexer/pipeline/recording_tree.h"
#include "indexer/pipeline/same_project.h"
#include "indexer/pipeline/session.h"
#include "indexer/store/reader.h"

#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

using namespace espalier;
using namespace espalier::pipeline;
using espalier::source::Scope;
using espalier::tests::RecordingTree;
using espalier::tests::sameProject;

namespace {

const std::atomic<bool> kGoOn = false;

} // namespace

class SessionTest : public QObject {
    Q_OBJECT
    QTemporaryDir dir_;
    RecordingTree tree_;
    Options options_;
    std::optional<Session> session_;
    QStringList told_;
    int made_ = 0;

    std::string freshStore() { return dir_.filePath(QString("%1.sqlite").arg(++made_)).toStdString(); }

    // What was told, one word per announcement and path.
    QString update(const Scope& scope) {
        told_.clear();
        const auto outcome =
            session_->update(scope,
                             {{},
                              [&](const Changes& changes) {
                                  told_ << (changes.stage == Stage::Imports ? "imports:" : "symbols:");
                                  if (changes.everything)
                                      told_ << "everything";
                                  for (const std::string& path : changes.paths)
                                      told_ << QString::fromStdString(path);
                              }},
                             kGoOn);
        return outcome ? told_.join(' ') : QString::fromStdString(outcome.error().text());
    }
    facts::ProjectFacts project() { return *store::readProject(options_.storePath, {.symbols = true}); }
    facts::ProjectFacts fresh() {
        Options options = options_;
        options.storePath = freshStore();
        const auto outcome = Session(tree_, options).update(Scope::whole(), {}, kGoOn);
        return outcome ? *store::readProject(options.storePath, {.symbols = true}) : facts::ProjectFacts{};
    }

private slots:
    void init() {
        tree_.files = {{"a.py", {"import x\n"}}, {"p/b.py", {"import y\n"}}, {"p/c.py", {"import x\n"}}};
        tree_.revision = "0123";
        options_ = {};
        options_.root = "/project";
        options_.storePath = freshStore();
        session_.emplace(tree_, options_);
        QCOMPARE(update(Scope::whole()),
                 "imports: everything a.py p/b.py p/c.py symbols: everything a.py p/b.py p/c.py");
        tree_.takeReads();
    }

    void readsAndTellsWhatHasChanged() {
        tree_.files["p/b.py"] = {"import z\n", 2};
        tree_.files["a.py"] = {"import unseen\n", 2}; // not in the scope
        QCOMPARE(update(Scope({"p/b.py"})), "imports: p/b.py symbols: p/b.py");
        QCOMPARE(tree_.takeReads(), "p/b.py p/b.py"); // once for each stage
        QCOMPARE(project().files[0].facts->imports[0].names[0].name, "x");
        QCOMPARE(project().files[1].facts->imports[0].names[0].name, "z");
        QCOMPARE(update(Scope({"p/b.py", "p"})), "");
        QCOMPARE(tree_.takeReads(), "");
    }

    void knownContentsAreNotParsedAgain() {
        tree_.files["p/b.py"] = {"import x\n", 2};
        QCOMPARE(update(Scope({"p/b.py"})), "imports: p/b.py");
        QCOMPARE(tree_.takeReads(), "p/b.py");
        QVERIFY(sameProject(project(), fresh()));
    }

    void newFoldersAndGoneOnes() {
        tree_.files["q/d.py"] = {"import d\n"};
        tree_.files["q/r/e.py"] = {"import e\n"};
        QCOMPARE(update(Scope({"q"})), "imports: q/d.py q/r/e.py symbols: q/d.py q/r/e.py");
        tree_.files.erase("p/b.py");
        tree_.files.erase("p/c.py");
        tree_.files["p.py"] = {"import p\n"}; // beside the folder, not in it
        QCOMPARE(update(Scope({"p"})), "imports: p/b.py p/c.py");
        QCOMPARE(update(Scope({"p.py"})), "imports: p.py symbols: p.py");
        tree_.files.erase("q/r/e.py");
        tree_.files["q"] = {};
        tree_.files.erase("q/d.py");
        tree_.files["q"].kind = facts::FileKind::Extension; // a file in the folder's place
        QCOMPARE(update(Scope({"q"})), "imports: q q/d.py q/r/e.py");
        QVERIFY(sameProject(project(), fresh()));
    }

    void anotherRevisionIsToldWithoutPaths() {
        tree_.revision = "4567";
        QCOMPARE(update({}), "imports:");
        QCOMPARE(project().revision, "4567");
        QCOMPARE(update({}), "");
    }

    void problemsOutsideOfTheScopeAreKept() {
        tree_.files["a.py"] = {"", 2};
        tree_.files["a.py"].state = tree_.files["p/b.py"].state = source::Content::State::Vanished;
        tree_.files["p/b.py"].mtimeNs = 2;
        update(Scope({"a.py", "p/b.py"}));
        QCOMPARE(project().problems.size(), 2U);
        tree_.files.erase("a.py");
        update(Scope({"a.py"}));
        QCOMPARE(project().problems.size(), 1U);
        QCOMPARE(project().problems[0].path, "p/b.py");
    }

    void anotherWriterIsNoticed() {
        Session other(tree_, options_);
        tree_.files["a.py"] = {"import other\n", 2};
        QVERIFY(other.update(Scope::whole(), {}, kGoOn).ok());
        tree_.files["p/b.py"] = {"import z\n", 2};
        tree_.files["p/c.py"] = {"import z2\n", 2};
        QCOMPARE(update(Scope({"p/b.py"})),
                 "imports: everything p/b.py p/c.py symbols: everything p/b.py p/c.py");
        QVERIFY(sameProject(project(), fresh()));
        tree_.takeReads();
        tree_.files["p/b.py"] = {"import z4\n", 4};
        QCOMPARE(update(Scope({"p/b.py"})), "imports: p/b.py symbols: p/b.py");
        QCOMPARE(tree_.takeReads(), "p/b.py p/b.py");
    }

    void aDeletedStoreIsMadeAnew() {
        for (const char* suffix : {"", "-wal", "-shm"})
            QFile::remove(QString::fromStdString(options_.storePath + suffix));
        tree_.files["p/b.py"] = {"import z\n", 2};
        QVERIFY(update(Scope({"p/b.py"})).startsWith("imports: everything a.py p/b.py p/c.py"));
        QVERIFY(sameProject(project(), fresh()));
    }

    void theLockIsFreeBetweenUpdates() {
        QVERIFY(store::Writer::open(options_.storePath).ok());
        {
            const auto holder = store::Writer::open(options_.storePath);
            QVERIFY(update(Scope({"a.py"})).contains("already being indexed"));
        }
        tree_.files["a.py"] = {"import z\n", 2};
        QCOMPARE(update(Scope({"a.py"})), "imports: a.py symbols: a.py");
    }

    void filesOfTheSameTickAreReadAgain() {
        tree_.files["a.py"] = {"import q\n", 7};
        tree_.files["a.py"].settled = false;
        update(Scope({"a.py"}));
        tree_.files["a.py"].bytes = "import r\n"; // same size, same times
        QCOMPARE(update(Scope({"a.py"})), "imports: a.py symbols: a.py");
        QVERIFY(sameProject(project(), fresh()));
    }

    // Random edits, each update told of what was touched: the store is that of a fresh run, and the facts
    // read change by change are those of the store.
    void equalsAFreshRun() {
        QRandomGenerator random(3);
        facts::ProjectFacts followed = project();
        for (int round = 0; round < 40; ++round) {
            std::vector<std::string> touched;
            for (int edits = random.bounded(4); edits >= 0; --edits) {
                const std::string folder = "d" + std::to_string(random.bounded(3));
                const std::string path = folder + "/f" + std::to_string(random.bounded(4)) + ".py";
                if (random.bounded(8) == 0) {
                    std::erase_if(tree_.files,
                                  [&](const auto& f) { return f.first.starts_with(folder + "/"); });
                    touched.push_back(folder);
                    continue;
                }
                touched.push_back(path);
                if (random.bounded(4) == 0) {
                    tree_.files.erase(path);
                    continue;
                }
                RecordingTree::File& file = tree_.files[path];
                file.bytes = "import m" + std::to_string(random.bounded(9)) + "\n";
                file.mtimeNs = 10 + round;
                file.settled = random.bounded(3) > 0;
                file.state = random.bounded(10) == 0 ? source::Content::State::Unreadable
                                                     : source::Content::State::Read;
            }
            std::vector<Changes> announced;
            QVERIFY(
                session_
                    ->update(Scope(touched), {{}, [&](const Changes& c) { announced.push_back(c); }}, kGoOn)
                    .ok());
            QVERIFY(sameProject(project(), fresh()));
            std::vector<std::string> paths;
            for (const Changes& changes : announced)
                paths.insert(paths.end(), changes.paths.begin(), changes.paths.end());
            auto changed = store::readChanges(options_.storePath, followed, paths, {.symbols = true});
            QVERIFY(changed.ok() && changed->has_value());
            followed = std::move(**changed);
            QVERIFY(sameProject(followed, project()));
        }
    }
};

QTEST_APPLESS_MAIN(SessionTest)
#include "session_test.moc"
