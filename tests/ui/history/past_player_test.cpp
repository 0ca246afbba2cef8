// Playing and dragging through a line of commits: where the cursor goes, what is shown and what is opened.
#include "ui/history/history_desk.h"
#include "ui/history/line_text.h"
#include "ui/history/past_graph_desk.h"
#include "ui/history/past_player.h"
#include "ui/queries.h"

#include <QSignalSpy>
#include <QTest>

using namespace espalier;
using ui::PastPlayer;

class PastPlayerTest : public QObject {
    Q_OBJECT

    ui::Queries queries_;
    std::unique_ptr<ui::HistoryDesk> desk_;
    std::unique_ptr<ui::PastGraphDesk> graph_;
    std::unique_ptr<PastPlayer> player_;
    QStringList told_; // what the player wants, in order

    void known() { graph_->set(std::make_shared<graph::EdgeTimeline>()); }
    void choose(const char* speed) {
        for (QAction* action : player_->speeds->actions())
            if (action->text() == speed)
                return action->trigger();
        QFAIL(speed);
    }
    QStringList told() { return std::exchange(told_, {}); }
    void shown(const std::string& revision) {
        graph::Snapshot snapshot;
        snapshot.project.workingTree = revision.empty();
        snapshot.project.revision = revision;
        desk_->setShown(snapshot);
    }

private slots:
    void init() {
        desk_ = std::make_unique<ui::HistoryDesk>(&queries_, nullptr);
        graph_ = std::make_unique<ui::PastGraphDesk>(desk_.get());
        player_ = std::make_unique<PastPlayer>(desk_.get(), graph_.get(), nullptr);
        connect(player_.get(), &PastPlayer::showWanted, this, [this] { told_ << "show"; });
        connect(player_.get(), &PastPlayer::revisionMoved, this,
                [this](std::uint32_t revision) { told_ << QString::number(revision); });
        connect(player_.get(), &PastPlayer::endWanted, this,
                [this](bool back) { told_ << (back ? "back" : "end"); });
        connect(desk_.get(), &ui::HistoryDesk::commitWanted, this,
                [this](const QString& commit) { told_ << "open " + commit.left(1); });
        desk_->setRepository(true, false);
        shown({});
        desk_->setLine(test::commitLine("0 1 2 3 10 11 20"));
        told_.clear();
    }
    void cleanup() {
        player_.reset();
        graph_.reset();
        desk_.reset();
    }

    void whatLeavesThePictureAsItIsIsPassedOver() {
        choose("5 commits a second");
        player_->play->setChecked(true);
        QCOMPARE(desk_->cursor(), 0); // it was at the end
        player_->step(1000);          // nothing is known yet
        QCOMPARE(desk_->cursor(), 0);
        known();
        QCOMPARE(told(), QStringList{"show"});
        player_->setShown({0, 2, 5});
        QCOMPARE(told(), QStringList{"0"});
        player_->step(100);
        QVERIFY(told().isEmpty());
        player_->step(100);
        QCOMPARE(told(), QStringList{"2"});
        player_->step(200);
        QCOMPARE(told(), QStringList{"5"});
        player_->step(200); // nothing changes any more: the working tree
        QVERIFY(!player_->isPlaying());
        QCOMPARE(desk_->cursor(), desk_->lastPlace());
        QTRY_COMPARE(told_, (QStringList{"6", "back"}));
        told_.clear();
    }
    void oneCanPlayByTime() {
        desk_->moveCursor(1);
        choose("1 day a second");
        player_->play->setChecked(true);
        known();
        player_->setShown({});
        player_->step(500);
        QCOMPARE(desk_->cursor(), 1);
        player_->step(600);
        QCOMPARE(desk_->cursor(), 2);
        choose("1 week a second");
        player_->step(1000);
        QCOMPARE(desk_->cursor(), 3);
        player_->step(200);
        QCOMPARE(desk_->cursor(), 4);
    }
    void aPauseOpensTheCommitAndWhatWasShownStaysUntilThen() {
        desk_->moveCursor(2);
        player_->play->setChecked(true);
        known();
        player_->setShown({3, 4});
        player_->step(40);
        told_.clear();
        player_->play->setChecked(false);
        QTRY_COMPARE(told_, QStringList{"open 3"});
        told_.clear();
        QVERIFY(player_->isShowing());
        shown(std::string(40, '3'));
        QCOMPARE(told(), QStringList{"end"});
        QCOMPARE(desk_->cursor(), 3);
        player_->play->setChecked(true); // from here on, and all is known
        QCOMPARE(told(), QStringList{"show"});
    }
    void aSnapshotThatComesMeanwhileDoesNotTakeTheCursorAway() {
        desk_->moveCursor(2);
        player_->play->setChecked(true);
        known();
        player_->setShown({3, 4});
        shown({}); // files have changed
        QCOMPARE(desk_->cursor(), 2);
        QVERIFY(player_->isPlaying() && player_->isShowing());
        player_->abandon();
        QVERIFY(!player_->isPlaying());
        QCOMPARE(desk_->cursor(), desk_->lastPlace());
        QVERIFY(told().contains("back"));
    }
    void draggingShowsAtOnceWhatIsKnown() {
        player_->setDragging(true);
        desk_->moveCursor(3);
        QVERIFY2(player_->words().contains("until then"), qPrintable(player_->words()));
        known();
        player_->setShown({});
        desk_->moveCursor(4);
        QCOMPARE(told(), (QStringList{"show", "3", "4"}));
        desk_->openCursor();
        player_->setDragging(false);
        QTRY_COMPARE(told_, QStringList{"open 4"});
        told_.clear();
        shown(std::string(40, '4'));
        QCOMPARE(told(), QStringList{"end"});
        desk_->moveCursor(2); // not by hand
        QVERIFY(told().isEmpty());
    }
    void keysLookAtCommits() {
        desk_->moveCursor(3);
        player_->look();
        known();
        player_->setShown({});
        desk_->moveCursor(2);
        QCOMPARE(told(), (QStringList{"show", "3", "2"}));
        player_->abandon();
        QCOMPARE(desk_->cursor(), desk_->lastPlace());
        QVERIFY(told().contains("back"));
    }
    void whatCannotBeShownIsNotPlayed() {
        player_->setPossible(false);
        QVERIFY(!player_->play->isEnabled());
        player_->setDragging(true);
        QCOMPARE(graph_->state(), ui::PastGraphDesk::State::Unread);
        player_->setDragging(false);
        QVERIFY(told().isEmpty());
        player_->setPossible(true);
        QVERIFY(player_->play->isEnabled());
    }
    void stoppedReadingEndsPlaying() {
        player_->play->setChecked(true);
        graph_->stop();
        QVERIFY(!player_->isPlaying());
    }
};

QTEST_MAIN(PastPlayerTest)
#include "past_player_test.moc"
