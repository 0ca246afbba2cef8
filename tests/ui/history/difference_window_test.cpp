// Two commits compared in the window: the list, the map, and the evidence of either side.
#include "ui/history/difference_panel.h"
#include "ui/history/history_panel.h"
#include "ui/history/line_text.h"
#include "ui/panels/evidence_panel.h"
#include "ui/panels/lists_panel.h"
#include "ui/shop_window.h"

#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QSignalSpy>

using namespace espalier;

class DifferenceWindowTest : public QObject, test::ShopWindow {
    Q_OBJECT

    graph::SnapshotPtr before_;

    static graph::SnapshotPtr older() {
        facts::ProjectFacts facts = test::projectFromText(
            std::string(test::kShopText) + "== shop/past.py\nimport shop.stock\nimport shop.prices\n");
        facts.workingTree = false;
        facts.revision = std::string(40, '1');
        facts.root = test::shop()->project.root;
        return graph::buildSnapshot(std::move(facts), {});
    }
    void compare() {
        window_->difference().setSides({before_, snapshot_, {}}, "old → new");
        QTRY_VERIFY(window_->difference().list());
        QTRY_VERIFY(!window_->map().busy());
    }
    QModelIndex row(const QString& text) {
        const auto* model = window_->differencePanel().model();
        const QModelIndexList found =
            model->match(model->index(0, 0), Qt::DisplayRole, text, 1, Qt::MatchExactly | Qt::MatchRecursive);
        return found.isEmpty() ? QModelIndex() : found.front();
    }

private slots:
    void initTestCase() { useOwnSettings(); }
    void init() {
        newWindow();
        openShop();
        before_ = older();
    }
    void cleanup() { window_.reset(); }

    void theListTellsWhatHasChanged() {
        ui::DifferencePanel& panel = window_->differencePanel();
        QAbstractItemModelTester tester(panel.model(),
                                        QAbstractItemModelTester::FailureReportingMode::QtTest);
        compare();
        QCOMPARE(panel.size(), 3U);
        QVERIFY(row("Modules that are gone (1)").isValid());
        QVERIFY(row("shop.past").isValid());
        QVERIFY(row("Imports that are gone (2)").isValid());
        QCOMPARE(panel.words(), "old → new\n+0 −1 modules · +0 −2 imports");
        QCOMPARE(window_->lists().tabs()->currentWidget(), &panel);
        window_->difference().copy->trigger();
        const QString copied = QGuiApplication::clipboard()->text();
        QVERIFY2(copied.startsWith("**old → new**\n") && copied.contains("- `shop.past → shop.stock`\n"),
                 qPrintable(copied));
        window_->difference().setSides({}, {});
        QCOMPARE(panel.size(), 0U);
        QVERIFY(!row("shop.past").isValid());
    }
    void theMapDrawsBothStates() {
        QVERIFY(!window_->map().draws("shop.past"));
        compare();
        QTRY_VERIFY(window_->map().draws("shop.past"));
        QVERIFY(window_->map().draws("shop.orders"));
        const ui::ScenePtr scene = window_->map().scene();
        const int box = scene->boxByKey("shop.past");
        QVERIFY(box >= 0 && scene->box(box).marks.change == graph::DiffMark::Removed);
        window_->difference().setSides({}, {});
        QTRY_VERIFY(!window_->map().draws("shop.past"));
    }
    void aChosenChangeShowsTheEvidenceOfItsSide() {
        compare();
        QTRY_VERIFY(window_->map().draws("shop.past"));
        QSignalSpy wanted(window_.get(), &ui::MainWindow::sourceRequested);
        ui::ListPanel* list = window_->differencePanel().list();
        emit list->chosen(row("shop.past → shop.stock"));
        QTRY_COMPARE(window_->evidence().title(), "shop.past imports shop.stock");
        QCOMPARE(window_->evidence().model()->rowCount(), 1);
        window_->evidence().list()->view()->setCurrentIndex(
            window_->evidence().list()->fromModel(window_->evidence().model()->index(0, 0)));
        QCOMPARE(wanted.last().first().toString(), QString(40, '1') + ":shop/past.py");
        emit list->chosen(row("shop.past"));
        QTRY_COMPARE(window_->evidence().title(), "shop.past");
    }
    void whatIsThereIsOfTheShownState() {
        compare();
        window_->selection().setSelected({"shop.orders", {}, false});
        QTRY_COMPARE(window_->evidence().title(), "shop.orders");
        window_->setSnapshot(test::shop("== aaa.py\n")); // until it is compared anew
        QTRY_VERIFY(!window_->map().busy() && window_->map().scene()->snapshot->find("aaa"));
        QVERIFY(!window_->map().draws("shop.past"));
    }
    void theDeskAsksForTheOtherSide() {
        ui::HistoryDesk& desk = window_->history();
        QSignalSpy wanted(&desk, &ui::HistoryDesk::comparisonWanted),
            ended(&desk, &ui::HistoryDesk::comparisonEnded);
        desk.setLine(test::commitLine("0 1 2"));
        desk.setOther(1);
        QCOMPARE(wanted.last(), (QVariantList{QString(40, '1'), true}));
        QCOMPARE(desk.comparisonWords(), "1111111111, 2025-01-02 → working tree");
        graph::Snapshot shown;
        shown.project.workingTree = false;
        shown.project.revision = std::string(40, '0');
        desk.setShown(shown);
        QCOMPARE(wanted.last(), (QVariantList{QString(40, '1'), false}));
        QCOMPARE(desk.comparisonWords(), "0000000000, 2025-01-01 → 1111111111, 2025-01-02");
        shown.project.revision = std::string(40, '1');
        desk.setShown(shown);
        QCOMPARE(ended.size(), 1);
        QVERIFY(desk.comparisonWords().isEmpty());
    }
};

QTEST_MAIN(DifferenceWindowTest)
#include "difference_window_test.moc"
