// Campaigns in the window: asked for when somebody looks, shown as a board and as a chart.
#include "ui/campaigns/campaign_board.h"
#include "ui/campaigns/campaign_dialog.h"
#include "ui/campaigns/campaign_text.h"
#include "ui/campaigns/trend_view.h"
#include "ui/history/history_desk.h"
#include "ui/history/history_panel.h"
#include "ui/history/line_text.h"
#include "ui/panels/lists_panel.h"
#include "ui/shop_window.h"
#include "ui/window/commands.h"

#include <QMessageBox>
#include <QPushButton>
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
    void withoutARepositoryThereIsNoPast() {
        look();
        QVERIFY(board().notice().isEmpty());
        QVERIFY(trend().notice().contains("no git repository"));
        window_->history().setRepository(true, false);
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
        ui::CommitStrip& strip = *window_->historyPanel().strip();
        QCOMPARE(strip.regressions().size(), std::size_t{1});
        QVERIFY(strip.card(3).contains("Away from p.old: 1 violation came back"));
        QVERIFY(!strip.card(2).contains("came back"));
        trend().measures()->setCurrentIndex(2);
        QCOMPARE(trend().chart()->data().points[2].all, 100.0);
        QSignalSpy wanted(&window_->history(), &ui::HistoryDesk::commitWanted);
        trend().chart()->setCursor(2);
        QTest::keyClick(trend().chart(), Qt::Key_Return);
        QCOMPARE(wanted.value(0).value(0).toString(), "2");
    }
    void aCampaignIsMadeOfWhatIsSelected() {
        QSignalSpy saved(window_.get(), &ui::MainWindow::campaignSaveRequested);
        window_->selection().setSelected({"shop.orders", {}, false});
        look();
        QTimer::singleShot(0, window_.get(), [] {
            auto* dialog = qobject_cast<ui::CampaignDialog*>(QApplication::activeModalWidget());
            QVERIFY(dialog);
            QCOMPARE(dialog->campaign().deprecated, std::vector<std::string>{"shop.orders"});
            QVERIFY(!dialog->trouble().isEmpty()); // it has no name yet
            QTest::keyClicks(dialog->focusWidget(), "no-orders");
            QCOMPARE(dialog->trouble(), "");
            dialog->accept();
        });
        board().create->trigger();
        QCOMPARE(saved.size(), 1);
        QCOMPARE(saved[0][0].value<graph::Campaign>().name, "no-orders");
        QVERIFY(!board().change->isEnabled() && !board().writeTracker->isEnabled());
    }
    void theFormGivesBackWhatItGot() {
        graph::Campaign campaign = test::smallCampaign()->entries[0].campaign;
        campaign.canonical = {"p.new:x", "p:y"};
        campaign.criticalPath = {"a"};
        campaign.target.compliance = 0.95;
        campaign.target.by = "2026-12-31";
        campaign.phases.push_back({"close", {graph::Phase::Condition::ModuleGone}, true});
        const ui::CampaignDialog dialog(campaign, {});
        QVERIFY(dialog.campaign() == campaign);
        QCOMPARE(dialog.trouble(), "");
    }
    void whatIsWrongInTheFormIsSaid_data() {
        QTest::addColumn<QString>("deprecated");
        QTest::addColumn<QString>("canonical");
        QTest::addColumn<QString>("by");
        QTest::addColumn<QString>("trouble");
        QTest::newRow("nothing") << ""
                                 << ""
                                 << ""
                                 << "imported no more";
        QTest::newRow("no module") << "a b"
                                   << ""
                                   << ""
                                   << "a b";
        QTest::newRow("module instead of a name") << "a.b"
                                                  << "a.c"
                                                  << ""
                                                  << "a.c";
        QTest::newRow("date") << "a.b"
                              << "a.c:d"
                              << "soon"
                              << "soon";
        QTest::newRow("right") << "a.b:c"
                               << "a.c:d"
                               << "2026-12-31"
                               << "";
    }
    void whatIsWrongInTheFormIsSaid() {
        QFETCH(QString, deprecated);
        QFETCH(QString, canonical);
        QFETCH(QString, by);
        QFETCH(QString, trouble);
        graph::Campaign campaign;
        campaign.name = "one";
        for (const QString& target : {deprecated})
            if (!target.isEmpty())
                campaign.deprecated.push_back(target.toStdString());
        if (!canonical.isEmpty())
            campaign.canonical.push_back(canonical.toStdString());
        campaign.target.by = by.toStdString();
        const QString said = ui::CampaignDialog(campaign, {}).trouble();
        QCOMPARE(said.isEmpty(), trouble.isEmpty());
        QVERIFY2(said.contains(trouble), qPrintable(said));
        QVERIFY(!ui::CampaignDialog(campaign, {"one"}).trouble().isEmpty());
    }
    void aCampaignIsChangedAndRemoved() {
        readPast();
        look();
        desk().set(test::smallCampaign());
        QVERIFY(board().change->isEnabled());
        QSignalSpy saved(window_.get(), &ui::MainWindow::campaignSaveRequested);
        QTimer::singleShot(0, window_.get(),
                           [] { qobject_cast<QDialog*>(QApplication::activeModalWidget())->accept(); });
        board().change->trigger();
        QCOMPARE(saved.value(0).value(1).value<std::string>(), "no-old");
        QSignalSpy removed(window_.get(), &ui::MainWindow::campaignRemoveRequested);
        QTimer::singleShot(0, window_.get(), [] {
            auto* box = qobject_cast<QMessageBox*>(QApplication::activeModalWidget());
            box->button(QMessageBox::Yes)->click();
        });
        board().remove->trigger();
        QCOMPARE(removed.size(), 1);
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
