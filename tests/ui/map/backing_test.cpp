#include "ui/map/backing.h"
#include "ui/shop_project.h"

#include <QImage>
#include <QTest>

using namespace espalier;

class BackingTest : public QObject {
    Q_OBJECT

    ui::ScenePtr scene_;
    ui::Frame frame_;
    const QRectF widget_{0, 0, 300, 200};
    const ui::MapLook look_;

    QImage painted(const ui::Backing& backing, const ui::Camera& camera) const {
        QImage image(widget_.size().toSize(), QImage::Format_RGB32);
        image.fill(Qt::white);
        QPainter painter(&image);
        backing.draw(painter, camera);
        return image;
    }

private slots:
    void init() {
        graph::ViewSpec view;
        view.open = {"shop", "shop.web"};
        scene_ = ui::buildScene(test::shop(), view, nullptr, 1);
        frame_.show(scene_);
    }
    void aPannedPictureIsTheSameAsAPaintedOne() {
        const ui::Camera start{1, {-40, -30}}, panned{1, {-55, -10}};
        ui::Backing backing;
        backing.render(frame_, start, widget_, {}, look_, 1);
        QVERIFY(backing.covers(panned, widget_));
        ui::Backing fresh;
        fresh.render(frame_, panned, widget_, {}, look_, 1);
        QCOMPARE(painted(backing, panned), painted(fresh, panned));
    }
    void itReachesHalfAWidgetFurther() {
        const ui::Camera start{3, {-300, -200}};
        ui::Backing backing;
        backing.render(frame_, start, widget_, {}, look_, 1);
        QVERIFY(backing.covers({3, start.offset + QPointF(100, 0)}, widget_));
        QVERIFY(!backing.covers({3, start.offset + QPointF(200, 0)}, widget_));
        QVERIFY(!backing.covers({2.9, start.offset}, widget_));
        // Where nothing of the picture is seen, nothing is missing.
        QVERIFY(backing.covers({3, {-1e6, -1e6}}, widget_));
    }
    void itKnowsWhatItShows() {
        ui::Backing backing;
        QVERIFY(!backing.shows(scene_, {}, look_, 1));
        backing.render(frame_, {}, widget_, {}, look_, 1);
        ui::Emphasis hover, selected;
        hover.hoverBox = 1;
        selected.box = 1;
        QVERIFY(backing.shows(scene_, hover, look_, 1)); // painted above it
        QVERIFY(!backing.shows(scene_, selected, look_, 1));
        QVERIFY(!backing.shows(scene_, {}, look_, 2));
        QVERIFY(!backing.shows(scene_, {}, {graph::kDarkPalette, look_.font}, 1));
    }
};

QTEST_MAIN(BackingTest)
#include "backing_test.moc"
