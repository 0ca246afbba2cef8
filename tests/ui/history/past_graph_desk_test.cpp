// When the graph of all commits is asked for, and when it is forgotten.
#include "ui/history/history_desk.h"
#include "ui/history/line_text.h"
#include "ui/history/past_graph_desk.h"
#include "ui/queries.h"

#include <QSignalSpy>
#include <QTest>

using namespace espalier;
using ui::PastGraphDesk;
using State = PastGraphDesk::State;

class PastGraphDeskTest : public QObject {
    Q_OBJECT

    ui::Queries queries_;
    std::unique_ptr<ui::HistoryDesk> history_;
    std::unique_ptr<PastGraphDesk> desk_;
    std::unique_ptr<QSignalSpy> asked_, stopped_;

    void answer() { desk_->set(std::make_shared<graph::EdgeTimeline>()); }

private slots:
    void init() {
        history_ = std::make_unique<ui::HistoryDesk>(&queries_, nullptr);
        desk_ = std::make_unique<PastGraphDesk>(history_.get());
        asked_ = std::make_unique<QSignalSpy>(desk_.get(), &PastGraphDesk::wanted);
        stopped_ = std::make_unique<QSignalSpy>(desk_.get(), &PastGraphDesk::stopWanted);
        history_->setRepository(true, false);
    }
    void cleanup() { desk_.reset(); }

    void whoNeedsItAsksOnce() {
        desk_->want();
        QCOMPARE(desk_->state(), State::NoLine);
        history_->setLine(test::commitLine("0 1 2"));
        QCOMPARE(desk_->state(), State::Unread);
        QCOMPARE(asked_->size(), 0);
        desk_->want();
        desk_->want();
        QCOMPARE(asked_->size(), 1);
        QCOMPARE(desk_->state(), State::Working);
        QSignalSpy progressed(desk_.get(), &PastGraphDesk::progressed);
        desk_->progress(10, 1000);
        desk_->progress(11, 1000);
        QCOMPARE(progressed.size(), 1);
        answer();
        QCOMPARE(desk_->state(), State::Known);
        QCOMPARE(desk_->line(), history_->line());
        desk_->want();
        QCOMPARE(asked_->size(), 1);
        desk_->clear();
        QVERIFY(!desk_->graph());
    }
    void anotherLineIsReadAnew() {
        history_->setLine(test::commitLine("0 1 2"));
        desk_->want();
        history_->setLine(test::commitLine("0 1 2 3"));
        QCOMPARE(stopped_->size(), 1);
        answer(); // of the line before, too late
        QVERIFY(!desk_->graph());
        QCOMPARE(desk_->state(), State::Unread);
        desk_->want();
        answer();
        history_->moveCursor(1); // the same line
        QVERIFY(desk_->graph());
    }
    void otherSourceRootsMakeAnotherGraph() {
        history_->setLine(test::commitLine("0 1 2"));
        graph::Snapshot snapshot;
        snapshot.roots = {{".", {}, {}}};
        desk_->setSnapshot(snapshot);
        desk_->want();
        answer();
        desk_->setSnapshot(snapshot);
        QVERIFY(desk_->graph());
        snapshot.roots.push_back({"src", {}, {}});
        snapshot.project.workingTree = false; // a commit's are not asked
        desk_->setSnapshot(snapshot);
        QVERIFY(desk_->graph());
        snapshot.project.workingTree = true;
        desk_->setSnapshot(snapshot);
        QCOMPARE(desk_->state(), State::Unread);
    }
    void whatAPersonStopsOnlyAPersonStartsAgain() {
        history_->setLine(test::commitLine("0 1 2"));
        desk_->want();
        desk_->stop();
        QCOMPARE(desk_->state(), State::Stopped);
        QCOMPARE(stopped_->size(), 1);
        answer();
        QVERIFY(!desk_->graph());
        desk_->want();
        QCOMPARE(asked_->size(), 1);
        desk_->tryAgain();
        QCOMPARE(asked_->size(), 2);
        desk_->fail({"no archive", {}, {}});
        QCOMPARE(desk_->state(), State::Failed);
        QVERIFY(desk_->trouble().contains("no archive"));
        desk_->tryAgain();
        QCOMPARE(asked_->size(), 3);
        QVERIFY(desk_->trouble().isEmpty());
    }
};

QTEST_MAIN(PastGraphDeskTest)
#include "past_graph_desk_test.moc"
