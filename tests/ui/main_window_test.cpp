#include "ui/models/roles.h"
#include "ui/models/rows.h"
#include "ui/panels/evidence_panel.h"
#include "ui/panels/lists_panel.h"
#include "ui/shop_window.h"
#include "ui/source/source_panel.h"
#include "ui/window/banner.h"
#include "ui/window/breadcrumb.h"
#include "ui/window/filter_actions.h"
#include "ui/window/search_box.h"

#include <QDropEvent>
#include <QMimeData>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace espalier;

class MainWindowTest : public QObject, test::ShopWindow {
    Q_OBJECT

    QStringList places() const {
        QStringList out;
        const ui::EvidenceModel& model = *window_->evidence().model();
        for (int row = 0; row < model.rowCount(); ++row)
            out << model.index(row, 0).data().toString();
        return out;
    }

private slots:
    void initTestCase() { useOwnSettings(); }
    void init() { newWindow(); }
    void cleanup() { window_.reset(); }

    void showsTheProject() {
        openShop();
        const QString tree = test::rows(*window_->lists().packages()->view()->model());
        QVERIFY2(tree.startsWith("shop\n  gone\n  old_orders\n  orders\n"), qPrintable(tree));
        QCOMPARE(window_->lists().cycles()->tangles()->view()->model()->rowCount(), 1);
        QVERIFY(window_->breadcrumb().text().contains("project-1"));
    }
    void aDroppedFolderIsOpened() {
        const QSignalSpy opened(window_.get(), &ui::MainWindow::openFolderRequested);
        const auto drop = [&](const QString& path) {
            QMimeData data;
            data.setUrls({QUrl::fromLocalFile(path)});
            QDragEnterEvent enter({10, 10}, Qt::CopyAction, &data, Qt::LeftButton, {});
            QCoreApplication::sendEvent(window_.get(), &enter);
            QDropEvent event({10, 10}, Qt::CopyAction, &data, Qt::LeftButton, {});
            QCoreApplication::sendEvent(window_.get(), &event);
            return enter.isAccepted();
        };
        const QTemporaryDir folder;
        QVERIFY(drop(folder.path()));
        QCOMPARE(opened.size(), 1);
        QCOMPARE(opened.front().front().toString(), folder.path());
        QVERIFY(!drop(folder.filePath("gone")));
        QCOMPARE(opened.size(), 1);
    }
    void aClickSelectsAndFillsTheEvidence() {
        openShop();
        click("shop.old_orders");
        QTRY_COMPARE(window_->evidence().title(), "shop.old_orders");
        QCOMPARE(places(),
                 QStringList({"shop/orders.py:3", "shop/web/checkout.py:1", "tests/test_orders.py:2"}));
        QVERIFY2(window_->evidence().facts().contains("use shop.orders instead"),
                 qPrintable(window_->evidence().facts()));
        QCOMPARE(window_->lists().packages()->view()->currentIndex().data().toString(), "old_orders");
        QVERIFY(window_->breadcrumb().text().endsWith("shop › old_orders"));
        QTest::keyClick(&window_->map(), Qt::Key_Escape);
        QTRY_COMPARE(window_->evidence().title(), "Nothing selected");
    }
    void aDoubleClickOpensAPackageInPlace() {
        openShop();
        const QPoint before = *window_->map().placeOf(id("shop.web"));
        QTest::mouseDClick(&window_->map(), Qt::LeftButton, {}, before);
        QTRY_VERIFY(drawn("shop.web.checkout"));
        const auto& scene = *window_->map().scene();
        const QRectF box =
            window_->map().camera().toWidget(ui::toQt(scene.box(scene.boxShowing(id("shop.web"))).rect));
        QVERIFY2(box.contains(before), "the package stays under the mouse");
        QTest::keyClick(&window_->map(), Qt::Key_Minus);
        QTRY_VERIFY(!drawn("shop.web.checkout"));
    }
    void linesCanBeSelected() {
        openShop();
        window_->selection().setSelected({"shop.web", "shop.orders", false});
        QTRY_COMPARE(window_->evidence().title(), "shop.web imports shop.orders");
        QCOMPARE(places(), QStringList({"shop/web/broken.py:1", "shop/web/checkout.py:2"}));
        QVERIFY(window_->evidence().markdown().contains(
            "- `shop/web/checkout.py:2` (at import time): `import shop.orders`"));
    }
    void theEvidenceOfAPackageTellsOfEverythingInIt() {
        openShop();
        window_->selection().setSelected({"shop.web", {}, false});
        QTRY_COMPARE(window_->evidence().title(), "shop.web");
        QCOMPARE(places(), QStringList({"shop/orders.py:5"}));
        QVERIFY(window_->evidence().facts().contains(
            "imports 2 modules, imported by 1 module (with all that is in it)"));
        auto* direction = window_->evidence().findChild<QComboBox*>();
        QCOMPARE(direction->count(), 8);
        QTest::keyClick(direction, Qt::Key_Down);
        QCOMPARE(direction->currentText(), "What anything in it imports");
        QCOMPARE(places(),
                 QStringList({"shop/web/broken.py:1", "shop/web/checkout.py:1", "shop/web/checkout.py:2"}));
        QTest::keyClick(direction, Qt::Key_Down);
        QTest::keyClick(direction, Qt::Key_Down);
        QCOMPARE(direction->currentText(), "What the package itself imports");
        QVERIFY(places().isEmpty());
        window_->selection().setSelected({"shop.stock", {}, false});
        QTRY_COMPARE(window_->evidence().title(), "shop.stock");
        QCOMPARE(direction->currentText(), "What it imports");
        QCOMPARE(places(), QStringList({"shop/stock.py:1"}));
    }
    void everyListIsReachedByItsKey() {
        openShop();
        const ui::ListsPanel& lists = window_->lists();
        const QList<ui::ListPanel*> panels{lists.packages(),  lists.concerns(), lists.cycles()->list(),
                                           lists.migration(), lists.problems(), window_->evidence().list()};
        window_->selection().setSelected({"shop.orders", {}, false});
        QTRY_COMPARE(window_->evidence().title(), "shop.orders");
        for (int i = 0; i < panels.size(); ++i) {
            QTest::keyClick(window_.get(), static_cast<Qt::Key>(Qt::Key_1 + i),
                            Qt::AltModifier | Qt::ShiftModifier);
            QVERIFY2(panels[i]->view()->hasFocus(), qPrintable(QString::number(i + 1)));
            QVERIFY(panels[i]->view()->currentIndex().isValid());
        }
    }
    void kindsThatCountChangeTheCycles() {
        openShop();
        QCOMPARE(window_->findings()->tangles[0].modules.size(), std::size_t{3});
        window_->filters().kind(graph::EdgeKind::Deferred)->trigger();
        QTRY_COMPARE(window_->findings()->tangles[0].modules.size(), std::size_t{4});
        window_->filters().kind(graph::EdgeKind::Deferred)->trigger();
        window_->filters().kind(graph::EdgeKind::Import)->trigger();
        QTRY_VERIFY(window_->findings()->tangles.empty());
        QVERIFY(window_->lists().cycles()->tangles()->view()->isHidden()); // its words are shown instead
    }
    void backAndForward() {
        openShop();
        click("shop.orders");
        QTRY_COMPARE(window_->evidence().title(), "shop.orders");
        click("shop.stock");
        QTRY_COMPARE(window_->evidence().title(), "shop.stock");
        QTest::keyClick(window_.get(), Qt::Key_Left, Qt::AltModifier);
        QTRY_COMPARE(window_->evidence().title(), "shop.orders");
        QTest::keyClick(window_.get(), Qt::Key_Right, Qt::AltModifier);
        QTRY_COMPARE(window_->evidence().title(), "shop.stock");
    }
    void searchOpensWhatItFinds() {
        openShop();
        QTest::keyClicks(&window_->search(), "chkout");
        QCOMPARE(window_->search().offered(), QStringList({"shop.web.checkout"}));
        QTest::keyClick(&window_->search(), Qt::Key_Return);
        QTRY_VERIFY(drawn("shop.web.checkout"));
        QCOMPARE(window_->evidence().title(), "shop.web.checkout");
        QTRY_VERIFY(window_->map().rect().contains(*window_->map().placeOf(id("shop.web.checkout"))));
    }
    void aTangleIsShownAloneAndLeftAgain() {
        openShop();
        window_->showTangle(0);
        QTRY_VERIFY(!drawn("shop.old_orders") && drawn("shop.prices"));
        QVERIFY(window_->breadcrumb().text().contains("tangle of 3 modules"));
        window_->goTo(id("shop.old_orders"));
        QTRY_VERIFY(drawn("shop.old_orders"));
    }
    void escapeLeavesATangle() {
        openShop();
        window_->showTangle(0);
        QTRY_VERIFY(!drawn("shop.old_orders"));
        click("shop.prices");
        QTRY_COMPARE(window_->evidence().title(), "shop.prices");
        QTest::keyClick(&window_->map(), Qt::Key_Escape);
        QTRY_COMPARE(window_->evidence().title(), "Cycle of 3 modules");
        QVERIFY(!drawn("shop.old_orders"));
        QTest::keyClick(&window_->map(), Qt::Key_Escape);
        QTRY_VERIFY(drawn("shop.old_orders"));
    }
    void lateAndForeignLayoutsAreIgnored() {
        QSignalSpy asked(window_.get(), &ui::MainWindow::layoutRequested);
        openShop();
        QTRY_VERIFY(!asked.isEmpty());
        const quint64 job = asked.last()[0].toULongLong();
        const auto input = asked.last()[1].value<graph::LayoutInput>();
        auto moved = graph::layoutNested(input, graph::layeredLayout);
        for (graph::Rect& box : moved.boxes)
            box.x += 500;
        const auto before = window_->map().scene();
        window_->applyLayout(job - 1, moved);
        QCOMPARE(window_->map().scene(), before);
        window_->applyLayout(job, graph::LayoutResult());
        QCOMPARE(window_->map().scene(), before);
        window_->applyLayout(job, moved);
        QVERIFY(window_->map().scene() != before);
        QCOMPARE(window_->map().scene()->box(0).rect.x, before->box(0).rect.x + 500);
    }
    // The better layout comes while the map still glides to what was searched for.
    void whatOneGoesToIsInSightAfterABetterLayout() {
        QSignalSpy asked(window_.get(), &ui::MainWindow::layoutRequested);
        openShop();
        ui::MapView& map = window_->map();
        map.setAnimated(true);
        map.zoomBy(8);
        QTRY_VERIFY(map.sharp());
        asked.clear();
        window_->goTo(id("shop.web.checkout"));
        QTRY_VERIFY(!asked.isEmpty());
        auto moved = graph::layoutNested(asked.last()[1].value<graph::LayoutInput>(), graph::layeredLayout);
        for (graph::Rect& box : moved.boxes)
            box.x += 5000;
        window_->applyLayout(asked.last()[0].toULongLong(), moved);
        QTRY_VERIFY(map.sharp());
        const int box = map.scene()->boxShowing(id("shop.web.checkout"));
        const QRectF place = map.camera().toWidget(ui::toQt(map.scene()->box(box).rect));
        QVERIFY(QRectF(map.rect()).intersects(place));
    }
    void picturesAreExported_data() {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QByteArray>("start");
        QTest::newRow("svg") << "/x/a.svg" << QByteArray("<");
        QTest::newRow("png") << "/x/a.PNG" << QByteArray("<");
        QTest::newRow("dot") << "/x/a.dot" << QByteArray("digraph");
        QTest::newRow("mermaid") << "/x/a.mmd" << QByteArray();
        QTest::newRow("unknown") << "/x/a.gif" << QByteArray();
    }
    void picturesAreExported() {
        QFETCH(QString, file);
        QFETCH(QByteArray, start);
        openShop();
        QSignalSpy exported(window_.get(), &ui::MainWindow::exportRequested);
        window_->exportPicture(file);
        if (file.endsWith(".gif")) {
            QVERIFY(exported.isEmpty());
            QVERIFY(window_->banner().text().contains("/x/a.gif"));
            return;
        }
        QCOMPARE(exported.size(), 1); // at once: the window may be closed now
        QCOMPARE(exported[0][0].toString(), file);
        const QByteArray content = exported[0][2].value<std::function<QByteArray()>>()();
        QVERIFY(content.startsWith(start));
        QVERIFY(content.contains("orders"));
    }
    void sourceIsAskedForOnceAndMarked() {
        openShop();
        QSignalSpy asked(window_.get(), &ui::MainWindow::sourceRequested);
        window_->openSource("shop/orders.py", 3);
        window_->openSource("shop/orders.py", 2);
        QCOMPARE(asked.size(), 1);
        window_->showSource("shop/orders.py",
                            "import shop.stock\nimport shop.gone\nfrom shop.old_orders import make\n", {});
        QCOMPARE(window_->source().view()->currentLine(), 2U);
        const auto marks = ui::importMarks(*snapshot_, window_->findings().get(), "shop/orders.py");
        QCOMPARE(marks.size(), std::size_t{4});
        QVERIFY(marks.find(1)->second.cycle && !marks.find(1)->second.ghost);
        QVERIFY(marks.find(2)->second.ghost);
        QVERIFY(marks.find(3)->second.deprecated);
        QVERIFY(marks.find(5)->second.kind == graph::EdgeKind::Deferred);
        emit window_->source().view()->importClicked(id("shop.stock"));
        QTRY_COMPARE(window_->evidence().title(), "shop.stock");
    }
    void aNewSnapshotKeepsWhatIsShown() {
        openShop();
        click("shop.stock");
        QTRY_COMPARE(window_->evidence().title(), "shop.stock");
        snapshot_ = test::shop("\n== shop/added.py\nimport shop.stock\n");
        window_->setSnapshot(snapshot_);
        QTRY_VERIFY(drawn("shop.added"));
        QCOMPARE(window_->evidence().title(), "shop.stock");
        QVERIFY(places().contains("shop/added.py:1"));
    }
    void errorsSayWhatAndWhere() {
        window_->openingFolder("/no/such");
        window_->showError({"There is no such folder", "/no/such", "Choose another one"});
        QVERIFY(window_->banner().isVisible());
        QCOMPARE(window_->banner().text(), "/no/such: There is no such folder\nChoose another one");
    }
    void anEmptyProjectIsNoAccident() {
        window_->setSnapshot(graph::buildSnapshot(test::projectFromText(""), graph::Config()));
        QTRY_VERIFY(window_->map().scene());
        QVERIFY(window_->map().scene()->drawing.boxes.empty());
        window_->map().repaint();
        QTest::keyClick(&window_->map(), Qt::Key_Right);
        QTest::mouseClick(&window_->map(), Qt::LeftButton);
    }
    void themesChangeTheMap() {
        openShop();
        QPalette dark;
        dark.setColor(QPalette::Base, Qt::black);
        window_->map().setPalette(dark);
        const QColor corner = window_->map().grab().toImage().pixelColor(2, 2);
        QCOMPARE(corner, QColor(0x1b, 0x20, 0x27));
    }
};

QTEST_MAIN(MainWindowTest)
#include "main_window_test.moc"
