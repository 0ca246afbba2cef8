// Campaigns in the window: asked for when somebody looks, shown as a board and as a chart.
#include "ui/campaigns/campaign_board.h"
#include "ui/campaigns/campaign_text.h"
#include "ui/campaigns/trend_view.h"
#include "ui/history/history_desk.h"
#include "ui/history/line_text.h"
#include "ui/panels/lists_panel.h"
#include "ui/shop_window.h"
#include "ui/window/commands.h"

#include <QSignalSpy>
#include <QTabWidget>

using namespace espalier;

class CampaignWindowTest : public QObject, test::ShopWindow {
    Q_OBJECT

    [[nodiscard]] ui::CampaignDesk& desk() const { return window_->campaigns(); }
    [[nodiscard]] ui::CampaignBoard& board() const { return *window_->lists().campaigns(); }
    [[nodiscard]] ui::TrendView& trend() const { return window_->trend(); }
    void readPast() {
        window_->history().setRepository(true, false);
        window_->history().setLine(test::smallCampaign()->line);
    }
    void look() { window_->goToList(window_->lists().migration()); }

private slots:
    void initTestCase() { useOwnSettings(); }
    void init() {
        newWindow();
        openShop();
    }
    void cleanup() { window_.reset(); }

    void nothingIsAskedBeforeSomebodyLooks() {
        QSignalSpy wanted(&desk(), &ui::CampaignDesk::pastWanted);
        readPast();
        QCOMPARE(desk().state(), ui::CampaignDesk::State::Stale);
        QVERIFY(wanted.isEmpty());
        look();
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(desk().state(), ui::CampaignDesk::State::Working);
        desk().progress(1, 4);
        QVERIFY(board().notice().contains("25 %"));
        desk().set(test::smallCampaign());
        QVERIFY(board().notice().isEmpty());
        QCOMPARE(board().model()->rowCount(), 1);
        QCOMPARE(wanted.size(), 1);
    }
    void aNewLineIsAskedForAgain() {
        readPast();
        look();
        desk().set(test::smallCampaign());
        QSignalSpy wanted(&desk(), &ui::CampaignDesk::pastWanted);
        window_->history().moveCursor(0); // no new line
        QVERIFY(wanted.isEmpty());
        readPast();
        QCOMPARE(wanted.size(), 1);
        QVERIFY(desk().past()); // what was known stays until the answer
        desk().fail({"no", {}, {}});
        QVERIFY(board().notice().contains("no"));
    }
    void withoutARepositoryThereIsNoBoard() {
        look();
        QVERIFY(!board().isVisible());
        QVERIFY(trend().notice().contains("no git repository"));
        window_->history().setRepository(true, false);
        QVERIFY(board().isVisible());
        QVERIFY(board().notice().contains("not been read"));
    }
    void theChartFollowsTheBoard() {
        readPast();
        look();
        desk().set(test::smallCampaign());
        emit board().list()->activated(board().model()->index(0, 0));
        QVERIFY(trend().isVisible());
        QCOMPARE(trend().chart()->data().points.size(), std::size_t{4});
        QVERIFY(trend().words().startsWith("Away from p.old: 1 file left"));
        trend().measures()->setCurrentIndex(2);
        QCOMPARE(trend().chart()->data().points[2].all, 100.0);
        QSignalSpy wanted(&window_->history(), &ui::HistoryDesk::commitWanted);
        trend().chart()->setCursor(2);
        QTest::keyClick(trend().chart(), Qt::Key_Return);
        QCOMPARE(wanted.value(0).value(0).toString(), "2");
    }
    void anotherProjectKnowsNothing() {
        readPast();
        look();
        QSignalSpy stopped(&desk(), &ui::CampaignDesk::stopWanted);
        window_->openingFolder("/elsewhere");
        QCOMPARE(stopped.size(), 1);
        desk().set(test::smallCampaign()); // too late
        QVERIFY(!desk().past());
    }
};

QTEST_MAIN(CampaignWindowTest)
#include "campaign_window_test.moc"
