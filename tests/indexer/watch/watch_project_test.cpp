// Watching a project with a watcher that a test plays: what is told, when, and what is watched.
#include "indexer/facts/result.h"
#include "indexer/pipeline/same_project.h"
#include "indexer/source/project_folder.h"
#include "indexer/store/reader.h"
#include "indexer/store/writer.h"
#include "indexer/watch/watch_project.h"

#include <deque>

using namespace espalier;
using namespace espalier::watch;
using espalier::tests::ProjectFolder;
using espalier::tests::sameProject;
using std::chrono::milliseconds;

namespace {

// Each wait() runs the next step of a script, which says what is noticed; then the end comes.
struct Script {
    std::deque<std::function<void(Noticed&)>> steps;
    std::optional<facts::Error> failure;
    QStringList folders;
    std::vector<std::optional<milliseconds>> waits;
};

class ScriptedWatcher final : public Watcher {
public:
    explicit ScriptedWatcher(Script& script)
        : script_(script) {}
    void watchFolder(const std::string& folder) override {
        script_.folders << QString::fromStdString("/" + folder);
    }
    void watchGit(const source::GitFiles&) override {}
    Woken wait(Noticed& noticed, std::optional<Milliseconds> atMost) override {
        script_.waits.push_back(atMost);
        if (script_.steps.empty())
            return Woken::Ended;
        script_.steps.front()(noticed);
        script_.steps.pop_front();
        return Woken::Changed;
    }
    std::optional<facts::Error> failure() const override { return script_.failure; }

private:
    Script& script_;
};

} // namespace

class WatchProjectTest : public QObject {
    Q_OBJECT
    std::unique_ptr<ProjectFolder> folder_;
    Script script_;
    WatchOptions options_;
    std::vector<std::string> exclude_;
    std::atomic<bool> cancel_ = false;
    QStringList told_;

    QString watched() {
        told_.clear();
        WatchObserver observer;
        observer.progress = [](const pipeline::Progress&) {};
        observer.upToDate = [&](const pipeline::Outcome& outcome) {
            told_ << QString("files=%1").arg(outcome.files);
        };
        observer.changed = [&](const pipeline::Changes& changes, milliseconds) {
            told_ << (changes.stage == pipeline::Stage::Imports ? "imports:" : "symbols:");
            if (changes.everything)
                told_ << "everything";
            else
                for (const std::string& path : changes.paths)
                    told_ << QString::fromStdString(path);
        };
        observer.notice = [&](const facts::Error& notice) {
            told_ << "notice:" + QString::fromStdString(notice.what);
        };
        const auto status = watchProject(options_, observer, cancel_, [&](const WatcherOptions&) {
            return std::make_unique<ScriptedWatcher>(script_);
        });
        if (!status)
            told_ << "error:" + QString::fromStdString(status.error().what);
        return told_.join(' ');
    }
    bool storeIsFresh() {
        pipeline::Options options = options_.index;
        options.storePath = folder_->beside("fresh.sqlite");
        options.exclude = exclude_;
        return pipeline::index(options, {}, cancel_).ok() &&
               sameProject(*store::readProject(options_.index.storePath, {.symbols = true}),
                           *store::readProject(options.storePath, {.symbols = true}));
    }

private slots:
    void init() {
        folder_ = std::make_unique<ProjectFolder>();
        folder_->write("a.py", "import b\n");
        folder_->write("p/b.py", "import c\n");
        script_ = {};
        exclude_.clear();
        options_ = {};
        options_.index.root = folder_->root();
        options_.index.storePath = folder_->beside("s.sqlite");
        options_.readExclude = [this] { return exclude_; };
    }

    void tellsChanges() {
        script_.steps = {[&](Noticed& noticed) {
                             folder_->write("a.py", "import b, c\n");
                             noticed.paths = {"a.py"};
                         },
                         [&](Noticed& noticed) {
                             folder_->write("q/r/n.py", "import n\n");
                             folder_->remove("p/b.py");
                             noticed.paths = {"q", "p/b.py"};
                         },
                         [](Noticed& noticed) { noticed.everything = true; }};
        QCOMPARE(watched(), "files=2 imports: a.py symbols: a.py imports: p/b.py q/r/n.py symbols: q/r/n.py");
        script_.folders.sort();
        QCOMPARE(script_.folders.join(' '), "/ / /p /p /q /q /q/r /q/r"); // all twice, by the last step
        QVERIFY(storeIsFresh());
    }

    void newPatternsAreApplied() {
        script_.steps = {[&](Noticed& noticed) {
            exclude_ = {"p/**"};
            noticed.paths = noticed.configuration = {"espalier.toml"};
        }};
        QCOMPARE(watched(), "files=2 imports: espalier.toml imports: everything");
        QVERIFY(storeIsFresh());
        script_.steps = {[](Noticed& noticed) { noticed.configuration = {"pyproject.toml"}; }};
        QCOMPARE(watched(), "files=1 imports: pyproject.toml");
    }

    void aLockedStoreIsTriedAgain() {
        std::optional<facts::Result<store::Writer>> other;
        script_.steps = {[&](Noticed& noticed) {
                             folder_->write("a.py", "import later\n");
                             noticed.paths = {"a.py"};
                             other.emplace(store::Writer::open(options_.index.storePath));
                         },
                         [](Noticed&) {}, [&](Noticed&) { other.reset(); }};
        QCOMPARE(watched(), "files=2 imports: a.py symbols: a.py");
        const std::vector<std::optional<milliseconds>> expected{{}, milliseconds(20), milliseconds(40), {}};
        QVERIFY(script_.waits == expected);
        QVERIFY(storeIsFresh());
    }

    void aStoreThatStaysLockedIsToldOnce() {
        std::optional<facts::Result<store::Writer>> other;
        script_.steps = {[&](Noticed& noticed) {
            noticed.paths = {"a.py"};
            other.emplace(store::Writer::open(options_.index.storePath));
        }};
        for (int i = 0; i < 12; ++i)
            script_.steps.push_back([](Noticed&) {});
        const QString told = watched();
        QCOMPARE(told.count("notice:already being indexed"), 1);
        QVERIFY(script_.waits.back() == milliseconds(2'000));
    }

    void aLostFolderIsAnError() {
        script_.steps = {[&](Noticed& noticed) {
            std::filesystem::remove_all(folder_->root());
            noticed.everything = true;
        }};
        QCOMPARE(watched(), "files=2 error:the folder has gone");
        QCOMPARE(store::readProject(options_.index.storePath)->files.size(), 2U);
    }

    void withoutEventsItLooksEveryFewSeconds() {
        int ends[2];
        QCOMPARE(pipe(ends), 0);
        script_.failure = facts::Error{"too many folders", {}, "h"};
        close(ends[1]); // so that polling ends at once
        options_.ends = {ends[0]};
        QCOMPARE(watched(), "files=2 notice:too many folders");
        QVERIFY(script_.waits.empty());
        close(ends[0]);
    }
};

QTEST_APPLESS_MAIN(WatchProjectTest)
#include "watch_project_test.moc"
