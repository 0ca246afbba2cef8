// The map under mouse and keyboard.
#include "ui/map/map_view.h"
#include "ui/map/minimap.h"
#include "ui/shop_project.h"

#include <QNativeGestureEvent>
#include <QPointingDevice>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace espalier;

class GesturesTest : public QObject {
    Q_OBJECT

    std::unique_ptr<ui::Selection> selection_;
    std::unique_ptr<ui::MapView> map_;

    // Of a project; waits until it is drawn.
    void show(graph::SnapshotPtr snapshot) {
        QSignalSpy shown(map_.get(), &ui::MapView::sceneShown);
        map_->setSnapshot(std::move(snapshot));
        QVERIFY(shown.wait());
    }
    QPoint inMinimap() const {
        return ui::Minimap::place(*map_->scene(), map_->camera(), map_->size()).center().toPoint();
    }
    QRectF place(const char* name) const {
        return map_->placeOfBox(map_->scene()->boxShowing(*map_->scene()->snapshot->find(name)));
    }
    // In steps, as a hand does.
    void drag(QPointF from, QPointF to, Qt::KeyboardModifiers keys = {},
              Qt::MouseButton button = Qt::LeftButton) {
        QTest::mousePress(map_.get(), button, keys, from.toPoint());
        for (int i = 1; i <= 4; ++i)
            QTest::mouseMove(map_.get(), (from + (to - from) * i / 4).toPoint());
        QTest::mouseRelease(map_.get(), button, keys, to.toPoint());
    }
    std::set<std::string> selectedModules() const {
        std::set<std::string> out = selection_->selected().others.set();
        out.insert(selection_->selected().module);
        return out;
    }

private slots:
    void init() {
        selection_ = std::make_unique<ui::Selection>();
        map_ = std::make_unique<ui::MapView>(selection_.get());
        map_->setAnimated(false);
        map_->setLegendShown(false);
        map_->resize(1000, 800);
        map_->show();
        QVERIFY(QTest::qWaitForWindowExposed(map_.get()));
        graph::ViewSpec view;
        view.open = {"shop"};
        selection_->setView(view);
        show(test::shop());
    }
    void aDragOfTheBackgroundPans() {
        const QPointF before = place("shop.web").center();
        drag({5, 5}, {65, 45});
        QCOMPARE(place("shop.web").center(), before + QPointF(60, 40));
        drag(place("shop.web").center(), place("shop.web").center() + QPointF(10, 10), {}, Qt::MiddleButton);
        QCOMPARE(place("shop.web").center(), before + QPointF(70, 50));
        QVERIFY(selection_->view().moved.empty());
    }
    void aDragOfABoxPutsItElsewhere() {
        const int box = map_->scene()->boxShowing(*map_->scene()->snapshot->find("shop.stock"));
        const QPointF before = ui::toQt(map_->scene()->box(box).rect.centre()),
                      container = ui::toQt(map_->scene()->box(map_->scene()->box(box).parent).rect).topLeft();
        const double zoom = map_->camera().zoom;
        drag(place("shop.stock").center(), place("shop.stock").center() + QPointF(40, 30));
        QCOMPARE(selection_->view().moved.size(), std::size_t{1});
        const graph::Point put = selection_->view().moved.at("shop.stock");
        const QPointF expected = before + QPointF(40, 30) / zoom - container;
        QVERIFY(std::abs(put.x - expected.x()) < 1 && std::abs(put.y - expected.y()) < 1);
    }
    void aBoxInHandStaysTheSameInANewScene() {
        const QPoint from = place("shop.stock").center().toPoint();
        QTest::mousePress(map_.get(), Qt::LeftButton, {}, from);
        QTest::mouseMove(map_.get(), from + QPoint(30, 20));
        show(test::shop("== aaa.py\n== bbb.py\n")); // boxes have other numbers now
        QTest::mouseMove(map_.get(), from + QPoint(40, 30));
        QTest::mouseRelease(map_.get(), Qt::LeftButton, {}, from + QPoint(40, 30));
        QCOMPARE(selection_->view().moved.size(), std::size_t{1});
        QVERIFY(selection_->view().moved.contains("shop.stock"));
    }
    void aBoxThatIsGoneFallsOutOfTheHand() {
        const QPoint from = place("shop.web").center().toPoint();
        QTest::mousePress(map_.get(), Qt::LeftButton, {}, from);
        QTest::mouseMove(map_.get(), from + QPoint(30, 20));
        show(graph::buildSnapshot(test::projectFromText("== a.py\n"), graph::Config()));
        QTest::mouseMove(map_.get(), from + QPoint(40, 30));
        map_->grab();
        QTest::mouseRelease(map_.get(), Qt::LeftButton, {}, from + QPoint(40, 30));
        QVERIFY(selection_->view().moved.empty());
    }
    void zoomingWhilePanningKeepsWhatIsInHand() {
        QTest::mousePress(map_.get(), Qt::MiddleButton, {}, {100, 100});
        QTest::mouseMove(map_.get(), {140, 100});
        map_->zoomBy(1.5);
        const QPointF before = map_->camera().toPicture(QPointF(140, 100));
        QTest::mouseMove(map_.get(), {170, 130});
        const QPointF off = map_->camera().toWidget(before) - QPointF(170, 130);
        QVERIFY(off.manhattanLength() < 0.01);
        QTest::mouseRelease(map_.get(), Qt::MiddleButton, {}, {170, 130});
    }
    void whatLiesBelowTheMinimapIsNotClicked() {
        map_->zoomBy(3); // the package `shop` is all that is seen
        QVERIFY(map_->rect().contains(inMinimap()));
        QTest::mouseMove(map_.get(), inMinimap());
        QCOMPARE(map_->emphasis().hoverBox, -1);
        QTest::mouseDClick(map_.get(), Qt::LeftButton, {}, inMinimap());
        QTRY_VERIFY(!selection_->pending());
        QVERIFY(selection_->view().open.contains("shop"));
        QVERIFY(selection_->selected().empty());
    }
    void aPlaceIsGoneToWhereNothingNewIsDrawn() {
        map_->zoomBy(2);
        const ui::MapPlace close = map_->lookedAt();
        map_->fit();
        selection_->set(selection_->state());
        map_->lookAt(close);
        QTRY_COMPARE(map_->camera().zoom, close.zoom);
    }
    void whatWasDoneInAPackageOfTheOverviewIsKept() {
        map_->setOverview(true);
        QTRY_VERIFY(map_->scene()->isOverview());
        selection_->setSelected({"shop", {}, false});
        QTRY_VERIFY(!selection_->pending() && !map_->busy());
        QTest::keyClick(map_.get(), Qt::Key_Return); // into it
        QTRY_VERIFY(!map_->scene()->isOverview());
        graph::ViewSpec view = selection_->view();
        view.notes["shop.web"] = "ask Ada";
        view.moved["shop.web"] = {300, 200};
        selection_->setView(view);
        QTRY_VERIFY(!selection_->pending());
        QTest::keyClick(map_.get(), Qt::Key_Up, Qt::AltModifier);
        QCOMPARE(selection_->view().arrangement, graph::Arrangement::Overview);
        QCOMPARE(selection_->view().notes, view.notes);
        QVERIFY(selection_->view().moved == view.moved);
    }
    void aBoxWithoutAModuleGetsNoRing() {
        graph::ViewSpec view = selection_->view();
        view.maxBoxes = 4;
        selection_->set({view, {"shop.web", {}, false, {""}}, {}}); // as a link may have it
        QTRY_VERIFY(!selection_->pending() && !map_->busy());
        const auto& boxes = map_->scene()->drawing.boxes;
        QVERIFY(std::ranges::any_of(boxes, [](const graph::Box& b) { return !b.module.valid(); }));
        QVERIFY(!map_->grab().isNull());
    }
    void aBoxStaysInItsPackage() {
        drag(place("shop.stock").center(), {-2000, -2000});
        const graph::Point put = selection_->view().moved.at("shop.stock");
        QVERIFY(put.x > 0 && put.y > 0);
    }
    void aRubberBandSelectsWhatLiesInIt() {
        drag(place("shop.stock").united(place("shop.prices")).topLeft() - QPointF(2, 2),
             place("shop.stock").united(place("shop.prices")).bottomRight() + QPointF(2, 2),
             Qt::ShiftModifier);
        const std::set<std::string> found = selectedModules();
        QVERIFY(found.contains("shop.stock") && found.contains("shop.prices") && !found.contains("shop"));
    }
    void ctrlClickAddsAndTakesAway() {
        const auto ctrlClick = [&](const char* name) {
            QTest::mouseClick(map_.get(), Qt::LeftButton, Qt::ControlModifier,
                              place(name).center().toPoint());
        };
        ctrlClick("shop.stock");
        ctrlClick("shop.prices");
        QCOMPARE(selectedModules(), (std::set<std::string>{"shop.stock", "shop.prices"}));
        ctrlClick("shop.stock");
        QCOMPARE(selectedModules(), (std::set<std::string>{"shop.prices"}));
    }
    void twoFingersZoomAtTheirMiddle() {
        const QPointF middle = place("shop.stock").center();
        const double before = map_->camera().zoom;
        QNativeGestureEvent pinch(Qt::ZoomNativeGesture, QPointingDevice::primaryPointingDevice(), 2, middle,
                                  middle, map_->mapToGlobal(middle), 0.5, {});
        QVERIFY(QCoreApplication::sendEvent(map_.get(), &pinch));
        QCOMPARE(map_->camera().zoom, 1.5 * before);
        QVERIFY((place("shop.stock").center() - middle).manhattanLength() < 1);
    }
    void arrowsFollowLines() {
        // orders > stock > prices > orders; down from stock there is prices, which it imports.
        selection_->setSelected({"shop.stock", {}, false});
        QTRY_VERIFY(map_->emphasis().box >= 0);
        const Qt::Key towards =
            place("shop.prices").center().y() > place("shop.stock").center().y() ? Qt::Key_Down : Qt::Key_Up;
        QTest::keyClick(map_.get(), towards);
        QTRY_VERIFY(selection_->selected().module == "shop.prices" ||
                    selection_->selected().module == "shop.orders");
    }
    void theKeyLStepsThroughLines() {
        selection_->setSelected({"shop.orders", {}, false});
        QTRY_VERIFY(map_->emphasis().box >= 0);
        std::set<std::pair<std::string, std::string>> seen;
        for (int i = 0; i < 8; ++i) {
            QTest::keyClick(map_.get(), Qt::Key_L);
            QTRY_VERIFY(!selection_->pending());
            QTRY_VERIFY(map_->emphasis().line >= 0);
            seen.insert({selection_->selected().module, selection_->selected().target});
        }
        for (const auto& [from, to] : seen)
            QVERIFY(from == "shop.orders" || to == "shop.orders");
        QVERIFY(seen.size() >= 4);
    }
};

QTEST_MAIN(GesturesTest)
#include "gestures_test.moc"
