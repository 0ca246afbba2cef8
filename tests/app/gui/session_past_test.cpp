// A window on a repository: its past is read, a commit opened, and left again. By the real programs.
#include "app/gui/session.h"
#include "indexer/source/project_folder.h"
#include "ui/history/difference_desk.h"
#include "ui/history/history_desk.h"
#include "ui/history/past_player.h"
#include "ui/map/map_view.h"
#include "ui/queries.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSettings>
#include <QSignalSpy>
#include <QStandardPaths>

using namespace espalier;
using tests::ProjectFolder;

class SessionPastTest : public QObject {
    Q_OBJECT
    static constexpr int kPatienceMs = 30'000;

    std::unique_ptr<ProjectFolder> folder_;
    std::unique_ptr<ui::MainWindow> window_;
    std::unique_ptr<gui::Session> session_;
    QStringList commits_; // oldest first

    ui::HistoryDesk& past() { return window_->history(); }
    void commit(const char* message) {
        folder_->git({"add", "-A"});
        folder_->git({"commit", "-q", "-m", message});
        commits_ << folder_->git({"rev-parse", "HEAD"});
    }
    void open(const std::string& folder) {
        session_ = std::make_unique<gui::Session>(*window_, QDir(ESPALIER_BIN_DIR),
                                                  QString::fromStdString(folder_->beside("s.sqlite")));
        session_->open(QString::fromStdString(folder));
    }
    bool drawn(const char* name) {
        const ui::ScenePtr& scene = window_->map().scene();
        const auto module = scene ? scene->snapshot->find(name) : std::nullopt;
        return module && !window_->map().busy() && scene->boxOfModule.contains(module->value);
    }

private slots:
    void initTestCase() {
        QStandardPaths::setTestModeEnabled(true);
        QSettings::setDefaultFormat(QSettings::IniFormat);
        QCoreApplication::setOrganizationName("espalier-test");
        QCoreApplication::setApplicationName("session-past");
    }
    void init() {
        commits_.clear();
        folder_ = std::make_unique<ProjectFolder>();
        folder_->git({"init", "-q", "-b", "main"});
        folder_->write("shop/__init__.py", "");
        folder_->write("shop/web.py", "import shop.old\n");
        folder_->write("shop/old.py", "x = 1\n");
        commit("one");
        folder_->git({"tag", "v1"});
        folder_->remove("shop/old.py");
        folder_->write("shop/new.py", "x = 2\n");
        folder_->write("shop/web.py", "\nimport shop.new\n");
        commit("two");
        window_ = std::make_unique<ui::MainWindow>();
        window_->map().setAnimated(false);
        window_->resize(1200, 800);
        window_->show();
        QVERIFY(QTest::qWaitForWindowExposed(window_.get()));
    }
    void cleanup() {
        session_.reset();
        window_.reset();
    }

    void aCommitIsShownInsteadOfTheWorkingTree() {
        open(folder_->root());
        QTRY_VERIFY_WITH_TIMEOUT(drawn("shop.new") && !drawn("shop.old"), kPatienceMs);
        QTRY_VERIFY_WITH_TIMEOUT(past().read->isEnabled(), kPatienceMs);
        QVERIFY(!past().line());
        past().read->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(past().line(), kPatienceMs);
        QCOMPARE(past().line()->size(), 2);
        QCOMPARE(past().line()->tagsAt(0), QStringList{"v1"});

        window_->selection().setSelected({"shop.web", {}, false});
        past().open(commits_[0].toStdString());
        QTRY_VERIFY_WITH_TIMEOUT(drawn("shop.old") && !drawn("shop.new"), kPatienceMs);
        QCOMPARE(past().shownPlace(), 0);
        QVERIFY2(window_->windowTitle().contains(" at " + commits_[0].left(10) + ", "),
                 qPrintable(window_->windowTitle()));
        QCOMPARE(window_->selection().selected().module, "shop.web");

        // Meanwhile the working tree goes on.
        folder_->write("shop/newest.py", "import shop.new\n");
        QTest::qWait(1000);
        QVERIFY(drawn("shop.old"));
        past().toPresent->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(drawn("shop.newest") && !drawn("shop.old"), kPatienceMs);
        QVERIFY(!window_->windowTitle().contains(" at "));
    }
    void sourcesAreThoseOfTheCommit() {
        const project::Location location = *project::locate(folder_->root(), folder_->beside("s.sqlite"));
        facts::ProjectFacts project;
        project.root = location.root;
        project.revision = commits_[0].toStdString();
        project.workingTree = false;
        const auto text = gui::readCommitted(project, nullptr, "shop/web.py");
        QVERIFY(text);
        QCOMPARE(text->text, "import shop.old\n");
        QVERIFY(!gui::readCommitted(project, nullptr, "shop/new.py"));
    }
    void whatCannotBeOpenedLeavesWhatIsShown() {
        open(folder_->root());
        QTRY_VERIFY_WITH_TIMEOUT(drawn("shop.new"), kPatienceMs);
        past().open("0123456789012345678901234567890123456789");
        QTRY_VERIFY_WITH_TIMEOUT(!past().isOpening(), kPatienceMs);
        QVERIFY(drawn("shop.new"));
        folder_->write("shop/later.py", "import shop.new\n"); // and it is still followed
        QTRY_VERIFY_WITH_TIMEOUT(drawn("shop.later"), kPatienceMs);
    }
    void whatIsNotKnownIsReadByAChild() {
        open(folder_->root());
        QTRY_VERIFY_WITH_TIMEOUT(drawn("shop.new"), kPatienceMs);
        QStringList asked;
        connect(&window_->queries(), &ui::Queries::requested, this,
                [&](quint64, const QStringList& arguments) { asked << arguments.join(' '); });
        past().open(commits_[0].toStdString());
        QTRY_VERIFY_WITH_TIMEOUT(drawn("shop.old"), kPatienceMs);
        QCOMPARE(asked, QStringList{"report --at " + commits_[0] + " --format json"});
        asked.clear();
        past().open({});
        QTRY_VERIFY_WITH_TIMEOUT(drawn("shop.new"), kPatienceMs);
        past().open(commits_[0].toStdString());
        QTRY_VERIFY_WITH_TIMEOUT(drawn("shop.old"), kPatienceMs);
        QVERIFY2(asked.isEmpty(), qPrintable(asked.join('\n')));
    }
    void aBareRepositoryShowsItsNewestCommit() {
        folder_->git({"clone", "-q", "--bare", ".", QString::fromStdString(folder_->beside("bare.git"))});
        open(folder_->beside("bare.git"));
        QTRY_VERIFY_WITH_TIMEOUT(drawn("shop.new"), kPatienceMs);
        QVERIFY(past().isBare());
        past().read->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(past().line(), kPatienceMs);
        QCOMPARE(past().cursor(), 1);
        past().older->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(drawn("shop.old"), kPatienceMs);
        past().toPresent->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(drawn("shop.new"), kPatienceMs);
    }
    void aCommitIsComparedWithWhatIsShown() {
        open(folder_->root());
        QTRY_VERIFY_WITH_TIMEOUT(drawn("shop.new") && past().read->isEnabled(), kPatienceMs);
        past().read->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(past().line(), kPatienceMs);
        past().setOther(0);
        QTRY_VERIFY_WITH_TIMEOUT(window_->difference().list(), kPatienceMs);
        const graph::Difference& found = window_->difference().list()->difference;
        QCOMPARE(found.addedModules.size(), 1U);
        QCOMPARE(found.removedModules.size(), 1U);
        QCOMPARE(found.addedEdges.size(), 1U);
        QTRY_VERIFY_WITH_TIMEOUT(drawn("shop.old") && drawn("shop.new"), kPatienceMs);
        past().open(commits_[0].toStdString()); // the very same: there is nothing to compare any more
        QTRY_VERIFY_WITH_TIMEOUT(!window_->difference().list() && drawn("shop.old") && !drawn("shop.new"),
                                 kPatienceMs);
        past().open({});
        QTRY_VERIFY_WITH_TIMEOUT(window_->difference().list() && drawn("shop.old") && drawn("shop.new"),
                                 kPatienceMs);
        past().endComparison->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(!drawn("shop.old"), kPatienceMs);
    }
    void theGraphOfAllCommitsIsReadWhenSomebodyAsks() {
        open(folder_->root());
        QTRY_VERIFY_WITH_TIMEOUT(drawn("shop.new") && past().read->isEnabled(), kPatienceMs);
        past().read->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(past().line(), kPatienceMs);
        ui::PastGraphDesk& desk = window_->pastGraph();
        QCOMPARE(desk.state(), ui::PastGraphDesk::State::Unread);
        desk.want();
        QTRY_COMPARE_WITH_TIMEOUT(desk.state(), ui::PastGraphDesk::State::Known, kPatienceMs);
        QCOMPARE(desk.line(), past().line());
        const graph::EdgeTimeline& graph = *desk.graph();
        QCOMPARE(graph.revisions, 2U);
        const auto old = graph.find("shop.old");
        QVERIFY(old && graph.at(graph.modules[*old], 0) && !graph.at(graph.modules[*old], 1));

        past().open(commits_[0].toStdString()); // which changes nothing of it
        QTRY_VERIFY_WITH_TIMEOUT(drawn("shop.old") && !drawn("shop.new"), kPatienceMs);
        QCOMPARE(desk.graph().get(), &graph);

        past().open({});
        folder_->write("shop/third.py", "import shop.new\n");
        commit("three");
        QTRY_COMPARE_WITH_TIMEOUT(past().line()->size(), 3, kPatienceMs);
        QCOMPARE(desk.state(), ui::PastGraphDesk::State::Unread);
        desk.want();
        QTRY_VERIFY_WITH_TIMEOUT(desk.graph() && desk.graph()->revisions == 3, kPatienceMs);
    }
    // Chip and command tell the same, of the working tree and of a commit, and nothing is scanned in here.
    void whatIsNewSinceTheBaseline() {
        folder_->write("espalier.toml", "baseline = 'v1'\n[[deprecated]]\nsymbol = 'shop.old:x'\n");
        folder_->write("shop/a.py", "import shop.b\nfrom shop.old import x\n");
        folder_->write("shop/b.py", "import shop.a\n");
        commit("three");
        folder_->write("shop/c.py", "import shop.d\nfrom shop.old import x\n");
        folder_->write("shop/d.py", "import shop.c\n");
        const auto check = [&](const QStringList& further) {
            QProcess process;
            process.start(QDir(ESPALIER_BIN_DIR).filePath("espalier"),
                          QStringList{"check", "--format", "json", "--store",
                                      QString::fromStdString(folder_->beside("other.sqlite")),
                                      QString::fromStdString(folder_->root())} +
                              further);
            process.waitForFinished();
            const QJsonDocument json = QJsonDocument::fromJson(process.readAllStandardOutput());
            return QString("vs v1: +%1 tangles, +%2 violations")
                .arg(json["worse_tangles"].toArray().size())
                .arg(json["new_violations"].toArray().size())
                .replace("+1 tangles", "+1 tangle")
                .replace("+1 violations", "+1 violation");
        };
        open(folder_->root());
        QStringList asked;
        connect(&window_->queries(), &ui::Queries::requested, this,
                [&](quint64, const QStringList& arguments) { asked << arguments.join(' '); });
        const QAction* chip = window_->baseline().compare;
        QTRY_COMPARE_WITH_TIMEOUT(chip->text(), "vs v1: +2 tangles, +2 violations", kPatienceMs);
        QCOMPARE(check({}), chip->text());
        QCOMPARE(asked.filter("--at v1").size(), 1);
        folder_->remove("shop/d.py");
        QTRY_COMPARE_WITH_TIMEOUT(chip->text(), "vs v1: +1 tangle, +2 violations", kPatienceMs);
        past().open(commits_[2].toStdString());
        QTRY_COMPARE_WITH_TIMEOUT(chip->text(), "vs v1: +1 tangle, +1 violation", kPatienceMs);
        QCOMPARE(check({"--at", commits_[2]}), chip->text());
        QCOMPARE(asked.filter("--at v1").size(), 1);
    }
    void thePastPlaysOnTheMapAndAPauseOpensTheCommit() {
        open(folder_->root());
        QTRY_VERIFY_WITH_TIMEOUT(drawn("shop.new") && past().read->isEnabled(), kPatienceMs);
        past().read->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(past().line(), kPatienceMs);
        ui::PastPlayer& player = window_->player();
        player.setDragging(true);
        past().moveCursor(0);
        QTRY_VERIFY_WITH_TIMEOUT(player.isShowing() && drawn("shop.old") && !drawn("shop.new"), kPatienceMs);
        QVERIFY(window_->map().scene()->ofPast && past().shownPlace() == past().lastPlace());
        past().moveCursor(1);
        QVERIFY(drawn("shop.old") && drawn("shop.new")); // the one is going, the other has come
        past().moveCursor(0);
        past().openCursor();
        player.setDragging(false);
        QTRY_VERIFY_WITH_TIMEOUT(past().shownPlace() == 0 && !window_->map().scene()->ofPast &&
                                     drawn("shop.old") && !drawn("shop.new"),
                                 kPatienceMs);
        player.play->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(!player.isPlaying(), kPatienceMs); // the end is reached
        QTRY_VERIFY_WITH_TIMEOUT(past().shownPlace() == past().lastPlace() &&
                                     !window_->map().scene()->ofPast && drawn("shop.new") &&
                                     !drawn("shop.old"),
                                 kPatienceMs);
    }
    void newCommitsAreReadOnceOneHasAsked() {
        open(folder_->root());
        QTRY_VERIFY_WITH_TIMEOUT(drawn("shop.new") && past().read->isEnabled(), kPatienceMs);
        past().read->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(past().line(), kPatienceMs);
        folder_->write("shop/third.py", "import shop.new\n");
        commit("three");
        QTRY_VERIFY_WITH_TIMEOUT(past().line()->size() == 3, kPatienceMs);
    }
};

QTEST_MAIN(SessionPastTest)
#include "session_past_test.moc"
