// The commit strip: where things are on it, its keys and mouse, and what the desk asks for.
#include "ui/history/commit_strip.h"
#include "ui/history/history_panel.h"
#include "ui/history/line_text.h"
#include "ui/history/past_graph_desk.h"
#include "ui/queries.h"

#include <QAccessible>
#include <QSignalSpy>
#include <QTest>

using namespace espalier;
using ui::CommitLine;
using ui::StripGeometry;

class CommitStripTest : public QObject {
    Q_OBJECT

    std::unique_ptr<ui::Queries> queries_;
    std::unique_ptr<ui::HistoryDesk> desk_;
    std::unique_ptr<ui::PastGraphDesk> graph_;
    std::unique_ptr<ui::PastPlayer> player_;
    std::unique_ptr<ui::HistoryPanel> panel_;
    std::unique_ptr<QAction> close_;
    QStringList opened_;

    ui::CommitStrip& strip() { return *panel_->strip(); }
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) { QTest::keyClick(&strip(), key, modifiers); }
    [[nodiscard]] QPoint pointOf(int place) {
        return {static_cast<int>(std::lround(strip().geometryNow().xOf(place))), strip().height() / 2};
    }
    void show(bool workingTree, const std::string& revision) {
        graph::Snapshot snapshot;
        snapshot.project.workingTree = workingTree;
        snapshot.project.revision = revision;
        desk_->setShown(snapshot);
    }

private slots:
    void init() {
        opened_.clear();
        queries_ = std::make_unique<ui::Queries>();
        desk_ = std::make_unique<ui::HistoryDesk>(queries_.get(), nullptr);
        graph_ = std::make_unique<ui::PastGraphDesk>(desk_.get());
        player_ = std::make_unique<ui::PastPlayer>(desk_.get(), graph_.get(), nullptr);
        close_ = std::make_unique<QAction>();
        panel_ = std::make_unique<ui::HistoryPanel>(desk_.get(), player_.get(), close_.get());
        connect(desk_.get(), &ui::HistoryDesk::commitWanted, this,
                [this](const QString& commit) { opened_ << commit.left(2); });
        desk_->setRepository(true, false);
        show(true, "9");
        panel_->resize(800, 120);
        panel_->show();
        QVERIFY(QTest::qWaitForWindowExposed(panel_.get()));
    }
    void cleanup() {
        panel_.reset();
        player_.reset();
        graph_.reset();
        desk_.reset();
    }

    void commitsLieAlongTime() {
        const auto line = test::commitLine("0 1 10");
        const StripGeometry g(line, ui::wholeRange(*line), QRectF(0, 0, 100, 10), 120, true);
        QCOMPARE(g.xOf(0), 0.0);
        QCOMPARE(g.xOf(1), 10.0);
        QCOMPARE(g.xOf(2), 100.0);
        QCOMPARE(g.xOf(3), 120.0);
        QCOMPARE(g.placeAt(-50), 0);
        QCOMPARE(g.placeAt(4), 0);
        QCOMPARE(g.placeAt(6), 1);
        QCOMPARE(g.placeAt(54), 1);
        QCOMPARE(g.placeAt(56), 2);
        QCOMPARE(g.placeAt(109), 2);
        QCOMPARE(g.placeAt(111), 3);
        const StripGeometry bare(line, ui::wholeRange(*line), QRectF(0, 0, 100, 10), 120, false);
        QCOMPARE(bare.placeAt(500), 2);
    }
    void ofCommitsOnOnePixelTheNewestIsMeant() {
        const auto line = test::commitLine("0 5 5 5 100");
        const StripGeometry g(line, ui::wholeRange(*line), QRectF(0, 0, 100, 10), 120, true);
        QCOMPARE(g.placeAt(5), 3);
    }
    void timesNeverFall() {
        const auto line = test::commitLine("5 3 9");
        QCOMPARE(line->times[1], line->times[0]);
        QVERIFY(line->times[2] > line->times[1]);
    }
    void barsGrowWithTheFilesChanged() {
        const auto line = test::commitLine("0 10 20 20 50"); // 0, 1, 2 + 3, 4 files
        const StripGeometry g(line, ui::wholeRange(*line), QRectF(0, 0, 50, 10), 70, true);
        const std::vector<double> bars = g.bars();
        QCOMPARE(bars.size(), 51U);
        QVERIFY(bars[0] > 0 && bars[0] < bars[10]);
        QCOMPARE(bars[20], 1.0);
        QVERIFY(bars[50] > bars[10] && bars[50] < 1);
        QCOMPARE(bars[11], 0.0);
    }
    void flagsDoNotOverlapAndTheNewestCounts() {
        const auto line = test::commitLine("0:a 10:b 11:c 50 99:d 100:e");
        const StripGeometry g(line, ui::wholeRange(*line), QRectF(0, 0, 100, 10), 120, true);
        const auto flags = g.flags([](const QString&) { return 12.0; }, QRectF(0, 0, 100, 10));
        QStringList named;
        QRectF before;
        for (const StripGeometry::Flag& flag : flags) {
            QVERIFY(flag.text.isEmpty() || !flag.text.intersects(before));
            if (flag.text.isEmpty())
                continue;
            QVERIFY(flag.text.left() >= 0 && flag.text.right() <= 100);
            before = flag.text;
            named << line->tags[static_cast<std::size_t>(flag.tag)].name;
        }
        QCOMPARE(flags.size(), 5U); // a pole each
        QCOMPARE(named.join(' '), "c e");
    }
    void datesHaveRoom_data() {
        QTest::addColumn<QString>("line");
        QTest::addColumn<int>("least");
        QTest::newRow("days") << "0 1 2 3 4" << 3;
        QTest::newRow("months") << "0 200" << 3;
        QTest::newRow("years") << "0 8000" << 3;
        QTest::newRow("one") << "7" << 0;
    }
    void datesHaveRoom() {
        QFETCH(const QString, line);
        QFETCH(const int, least);
        const auto commits = test::commitLine(line);
        const StripGeometry g(commits, ui::wholeRange(*commits), QRectF(0, 0, 600, 10), 620, true);
        const auto ticks = g.ticks(80);
        QVERIFY2(static_cast<int>(ticks.size()) >= least, qPrintable(QString::number(ticks.size())));
        for (std::size_t i = 0; i < ticks.size(); ++i) {
            QVERIFY(ticks[i].x >= 0 && ticks[i].x <= 600 && !ticks[i].text.isEmpty());
            QVERIFY(i == 0 || ticks[i].x - ticks[i - 1].x >= 70); // months are not of one length
        }
    }

    void keysMoveTheCursorAndEnterOpens() {
        desk_->setLine(test::commitLine("0 1:v1 2 3:v2 4"));
        QCOMPARE(desk_->cursor(), 5); // the working tree
        key(Qt::Key_Left);
        QCOMPARE(desk_->cursor(), 4);
        key(Qt::Key_Left, Qt::ControlModifier);
        QCOMPARE(desk_->cursor(), 3);
        key(Qt::Key_Left, Qt::ControlModifier);
        QCOMPARE(desk_->cursor(), 1);
        key(Qt::Key_Left, Qt::ControlModifier);
        QCOMPARE(desk_->cursor(), 0);
        key(Qt::Key_Left);
        QCOMPARE(desk_->cursor(), 0);
        key(Qt::Key_Right, Qt::ControlModifier);
        QCOMPARE(desk_->cursor(), 1);
        key(Qt::Key_End);
        QCOMPARE(desk_->cursor(), 5);
        key(Qt::Key_Right);
        QCOMPARE(desk_->cursor(), 5);
        key(Qt::Key_Home);
        QCOMPARE(desk_->cursor(), 0);
        QVERIFY(opened_.isEmpty());
        key(Qt::Key_Return);
        QTRY_COMPARE(opened_, QStringList{"00"});
        QVERIFY(desk_->isOpening());
        show(false, std::string(40, '0'));
        QVERIFY(!desk_->isOpening());
        QCOMPARE(desk_->shownPlace(), 0);
        QCOMPARE(desk_->shownWords(), "at 0000000000, 2025-01-01");
        key(Qt::Key_Right);
        key(Qt::Key_Escape);
        QCOMPARE(desk_->cursor(), 0);
        key(Qt::Key_End);
        key(Qt::Key_Return);
        QTRY_COMPARE(opened_, (QStringList{"00", ""}));
    }
    void oneOpensTheLastOfManyCommits() {
        desk_->setLine(test::commitLine("0 1 2 3"));
        for (int i = 0; i < 3; ++i)
            desk_->older->trigger();
        QCOMPARE(desk_->cursor(), 1);
        QTRY_COMPARE(opened_, QStringList{"11"});
        QTest::qWait(2 * ui::HistoryDesk::kOpenPauseMs);
        QCOMPARE(opened_, QStringList{"11"});
    }
    void mouseScrubsAndReleaseOpens() {
        desk_->setLine(test::commitLine("0 10 20 30"));
        QSignalSpy moved(desk_.get(), &ui::HistoryDesk::cursorMoved);
        QTest::mousePress(&strip(), Qt::LeftButton, {}, pointOf(3));
        QCOMPARE(desk_->cursor(), 3);
        QVERIFY(strip().scrubbing());
        QTest::mouseMove(&strip(), pointOf(2));
        QTRY_COMPARE(desk_->cursor(), 2);
        QTest::mouseMove(&strip(), pointOf(1));
        QTRY_COMPARE(desk_->cursor(), 1);
        QVERIFY(opened_.isEmpty());
        QTest::mouseRelease(&strip(), Qt::LeftButton, {}, pointOf(1));
        QVERIFY(!strip().scrubbing());
        QTRY_COMPARE(opened_, QStringList{"11"});
        QCOMPARE(moved.size(), 3);
    }
    void shiftChoosesTheOtherSide() {
        desk_->setLine(test::commitLine("0 10 20 30"));
        QTest::mouseClick(&strip(), Qt::LeftButton, Qt::ShiftModifier, pointOf(1));
        QCOMPARE(desk_->other(), std::optional(1));
        QCOMPARE(desk_->cursor(), 4);
        QVERIFY(desk_->endComparison->isEnabled());
        key(Qt::Key_Escape);
        QVERIFY(!desk_->other());
        QVERIFY(opened_.isEmpty());
    }
    void theWheelZoomsAtThePointer() {
        desk_->setLine(test::commitLine("0 10 20 30"));
        const ui::TimeRange whole = strip().range();
        const double x = strip().geometryNow().xOf(1), time = strip().geometryNow().timeAt(x);
        QWheelEvent event({x, 20}, strip().mapToGlobal(QPointF(x, 20)), {}, {0, 240}, {}, {},
                          Qt::NoScrollPhase, false);
        QApplication::sendEvent(&strip(), &event);
        QVERIFY(strip().range().length() < whole.length() * 0.8);
        QVERIFY(std::abs(strip().geometryNow().timeAt(x) - time) < 60);
        key(Qt::Key_Home); // the cursor stays in sight
        QCOMPARE(strip().range().from, whole.from);
        strip().setRange({whole.from - 1e9, whole.to + 1e9});
        QCOMPARE(strip().range(), whole);
    }
    void aLineThatGrowsKeepsTheCommitThatOneLooksAt() {
        desk_->setLine(test::commitLine("0 10"));
        desk_->moveCursor(1);
        desk_->setLine(test::commitLine("0 10 20"));
        QCOMPARE(desk_->cursor(), 1);
        desk_->setLine(nullptr);
        QCOMPARE(desk_->cursor(), -1);
        QVERIFY(!desk_->older->isEnabled());
    }
    void aBareRepositoryEndsWithItsNewestCommit() {
        desk_->setRepository(true, true);
        desk_->setLine(test::commitLine("0 10"));
        QCOMPARE(desk_->lastPlace(), 1);
        desk_->moveCursor(0);
        desk_->openCursor();
        QTRY_COMPARE(opened_, QStringList{"00"});
        show(false, std::string(40, '0'));
        QCOMPARE(desk_->toPresent->text(), "Back to the newest commit");
        desk_->toPresent->trigger();
        QCOMPARE(opened_, (QStringList{"00", ""}));
    }

    void screenReadersFindASlider() {
        desk_->setLine(test::commitLine("0 10:v1"));
        desk_->moveCursor(1);
        QAccessibleInterface* found = QAccessible::queryAccessibleInterface(&strip());
        QVERIFY(found && found->valueInterface());
        QCOMPARE(found->role(), QAccessible::Slider);
        QCOMPARE(found->valueInterface()->currentValue().toInt(), 1);
        QCOMPARE(found->valueInterface()->maximumValue().toInt(), 2);
        QVERIFY(found->text(QAccessible::Value).startsWith("1111111111  ·  v1  ·  2025-01-11"));
        found->valueInterface()->setCurrentValue(0);
        QCOMPARE(desk_->cursor(), 0);
    }
    void textsOfCommitsAreEscaped() {
        const auto line = test::commitLine("0 10");
        QVERIFY(ui::cardOf(*line, 1).contains("Ann &lt;A&gt;"));
        QVERIFY(ui::cardOf(*line, 1).contains("1 file changed"));
        QCOMPARE(panel_->words().left(11), "Nothing is ");
    }

    void thePastIsReadWhenAskedAndFollowedThen() {
        QStringList asked;
        quint64 job = 0;
        connect(queries_.get(), &ui::Queries::requested, this,
                [&](quint64 number, const QStringList& arguments) {
                    job = number;
                    asked << arguments.join(' ');
                });
        QSignalSpy wanted(desk_.get(), &ui::HistoryDesk::lineWanted),
            progress(desk_.get(), &ui::HistoryDesk::readingProgressed);
        desk_->bringUpToDate("abc"); // nobody has asked for it yet
        QVERIFY(asked.isEmpty());
        desk_->read->trigger();
        QCOMPARE(asked, QStringList{"history --format json --progress json"});
        QVERIFY(desk_->follows() && desk_->isReading() && !desk_->read->isEnabled());
        queries_->showProgress(job, 3, 7);
        QCOMPARE(progress.last(), (QVariantList{qint64(3), qint64(7)}));
        QStringList told;
        connect(desk_.get(), &ui::HistoryDesk::told, this, [&](const QString& text) { told << text; });
        queries_->answer(job, R"({"unreadable": [{}, {}]})");
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(told, QStringList{"2 files of the past could not be read; the rest is there."});
        desk_->setLine(test::commitLine("0 1"));
        desk_->bringUpToDate(std::string(40, '1')); // it is
        QCOMPARE(asked.size(), 1);
        desk_->bringUpToDate(std::string(40, '2'));
        QCOMPARE(asked.size(), 2);
        desk_->cancelReading();
        QVERIFY(!desk_->isReading());
        desk_->bringUpToDate(std::string(40, '2')); // not again and again
        QCOMPARE(asked.size(), 2);
        desk_->stopFollowing->trigger();
        desk_->bringUpToDate(std::string(40, '3'));
        QCOMPARE(asked.size(), 2);
    }
};

QTEST_MAIN(CommitStripTest)
#include "commit_strip_test.moc"
