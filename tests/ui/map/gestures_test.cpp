// The map under mouse and keyboard.
#include "ui/map/map_view.h"
#include "ui/shop_project.h"

#include <QNativeGestureEvent>
#include <QPointingDevice>
#include <QSignalSpy>
#include <QTest>

using namespace espalier;

class GesturesTest : public QObject {
    Q_OBJECT

    std::unique_ptr<ui::Selection> selection_;
    std::unique_ptr<ui::MapView> map_;

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
        std::set<std::string> out = selection_->selected().others;
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
        QSignalSpy shown(map_.get(), &ui::MapView::sceneShown);
        map_->setSnapshot(test::shop());
        QVERIFY(shown.wait());
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
