#include "ui/map/tile_canvas.h"
#include "ui/shop_project.h"
#include "ui/theme.h"

#include <QImage>
#include <QSignalSpy>
#include <QTest>

using namespace espalier;

class TileCanvasTest : public QObject {
    Q_OBJECT

    ui::ScenePtr scene_;
    std::shared_ptr<ui::Frame> frame_;
    const QRectF widget_{0, 0, 700, 600};
    const QColor background_ = ui::colour(graph::kLightPalette.background);

    ui::TileContentPtr content(double ratio = 1, const ui::Emphasis& emphasis = {},
                               const ui::MapLook& look = {}) const {
        return std::make_shared<ui::TileContent>(frame_, emphasis, look, ratio);
    }
    QImage blank(double ratio, const QColor& below = Qt::magenta) const {
        QImage image((widget_.size() * ratio).toSize(), QImage::Format_RGB32);
        image.setDevicePixelRatio(ratio);
        image.fill(below); // nothing of it is to be seen in the end
        return image;
    }
    QImage drawn(const ui::TileCanvas& canvas, const ui::Camera& camera, double ratio,
                 const QColor& below = Qt::magenta) const {
        QImage image = blank(ratio, below);
        QPainter painter(&image);
        canvas.draw(painter, camera, widget_, background_);
        return image;
    }
    QImage painted(const ui::Camera& camera, const ui::TileContentPtr& content) const {
        return painted(*frame_, camera, *content, Qt::magenta);
    }
    QImage painted(const ui::Frame& frame, const ui::Camera& camera, const ui::TileContent& content,
                   const QColor& below) const {
        QImage image = blank(content.pixelRatio, below);
        QPainter painter(&image);
        ui::paintMap(painter, frame, camera, camera.zoom, widget_, content.emphasis, content.look);
        return image;
    }
    static void makeSharp(ui::TileCanvas& canvas) { QTRY_VERIFY(canvas.sharp()); }
    // The share of pixels that clearly differ. Where tiles begin on half a pixel, single letters may be set a
    // pixel aside.
    static double different(const QImage& a, const QImage& b) {
        constexpr int kClearly = 24;
        int count = 0;
        for (int y = 0; y < a.height(); ++y)
            for (int x = 0; x < a.width(); ++x) {
                const QRgb p = a.pixel(x, y), q = b.pixel(x, y);
                count += std::max({std::abs(qRed(p) - qRed(q)), std::abs(qGreen(p) - qGreen(q)),
                                   std::abs(qBlue(p) - qBlue(q))}) > kClearly;
            }
        return static_cast<double>(count) / (a.width() * a.height());
    }
    static constexpr double kFew = 0.003;

private slots:
    void init() {
        graph::ViewSpec view;
        view.open = {"shop", "shop.web"};
        scene_ = ui::buildScene(test::shop(), view, nullptr, 1);
        frame_ = std::make_shared<ui::Frame>();
        frame_->show(scene_);
    }
    void tilesShowWhatIsPainted_data() {
        QTest::addColumn<double>("ratio");
        QTest::newRow("1") << 1.0;
        QTest::newRow("1.5") << 1.5;
        QTest::newRow("3") << 3.0;
    }
    void tilesShowWhatIsPainted() {
        QFETCH(double, ratio);
        ui::TileCanvas canvas;
        canvas.setContent(content(ratio), false);
        for (const ui::Camera& camera : {ui::Camera{2, {-40, -30}}, ui::Camera{2, {-302, 22}}}) {
            canvas.look(camera, camera.zoom, widget_.size(), false);
            makeSharp(canvas);
            QVERIFY(different(drawn(canvas, camera, ratio), painted(camera, content(ratio))) < kFew);
        }
    }
    // Each pixel is filled, though little is filled twice.
    void nothingBelowShows_data() { tilesShowWhatIsPainted_data(); }
    void nothingBelowShows() {
        QFETCH(double, ratio);
        ui::TileCanvas canvas;
        canvas.setContent(content(ratio), false);
        ui::Frame gliding;
        gliding.show(ui::buildScene(test::shop(), {}, nullptr, 1));
        gliding.startGlide(scene_);
        gliding.setProgress(0.4);
        for (const double zoom : {0.31, 1.0, 1.25, 2.4}) {
            for (const bool zooming : {true, false}) {
                const ui::Camera camera{zoom, {-40, 30}};
                canvas.look(camera, zoom, widget_.size(), zooming);
                QCOMPARE(drawn(canvas, camera, ratio, Qt::magenta), drawn(canvas, camera, ratio, Qt::green));
                if (!zooming)
                    makeSharp(canvas);
                QCOMPARE(drawn(canvas, camera, ratio, Qt::magenta), drawn(canvas, camera, ratio, Qt::green));
                for (const ui::Frame* frame : std::initializer_list<const ui::Frame*>{frame_.get(), &gliding})
                    QCOMPARE(painted(*frame, camera, *content(ratio), Qt::magenta),
                             painted(*frame, camera, *content(ratio), Qt::green));
            }
        }
    }
    void whileTheZoomChangesOtherTilesServe() {
        ui::TileCanvas canvas;
        canvas.setContent(content(), false);
        const ui::Camera near{1, {10, 10}}, nearer{1.3, {10, 10}};
        canvas.look(near, 1, widget_.size(), false);
        makeSharp(canvas);
        canvas.look(nearer, 1.3, widget_.size(), true);
        QVERIFY(!canvas.sharp());
        QVERIFY(canvas.covered());
        QVERIFY(different(drawn(canvas, nearer, 1), blank(1, background_)) >
                10 * kFew); // something is there at once
        canvas.look(nearer, 1.3, widget_.size(), false);
        makeSharp(canvas);
        QVERIFY(different(drawn(canvas, nearer, 1), painted(nearer, content())) < kFew);
    }
    void whatIsOutOfDateGoes() {
        ui::TileCanvas canvas;
        ui::Emphasis selected;
        selected.box = 1;
        selected.related = ui::relatedTo(*scene_, 1, -1);
        const ui::Camera camera{1, {10, 10}};
        canvas.setContent(content(), false);
        canvas.look(camera, 1, widget_.size(), false);
        makeSharp(canvas);
        const QImage before = drawn(canvas, camera, 1);
        canvas.setContent(content(1, selected), true);
        canvas.look(camera, 1, widget_.size(), false);
        QVERIFY(!canvas.sharp());
        QCOMPARE(drawn(canvas, camera, 1), before); // until the new ones come
        makeSharp(canvas);
        QVERIFY(different(drawn(canvas, camera, 1), painted(camera, content(1, selected))) < kFew);
        canvas.setContent(content(), false);
        QCOMPARE(canvas.bytes(), std::size_t{0});
    }
    // An order that is being painted when the content changes must not come back as new.
    void aLateAnswerIsDropped() {
        ui::TileCanvas canvas;
        const ui::Camera camera{1, {10, 10}};
        canvas.setContent(content(), false);
        canvas.look(camera, 1, widget_.size(), false);
        QSignalSpy changed(&canvas, &ui::TileCanvas::tilesChanged);
        canvas.setContent(content(1, {}, {graph::kDarkPalette, {}}), false);
        QTest::qWait(300);
        QCOMPARE(changed.count(), 0);
        QCOMPARE(canvas.bytes(), std::size_t{0});
    }
    void memoryStaysWithinItsBudget() {
        ui::TileCanvas canvas;
        canvas.setContent(content(), false);
        for (int step = 0; step < 12; ++step) {
            const ui::Camera camera{4.9 - 0.1 * step, {-500.0 - 60 * step, -400}};
            canvas.look(camera, camera.zoom, {1500, 900}, false);
            makeSharp(canvas);
            QVERIFY(canvas.bytes() > 0);
            QVERIFY(canvas.bytes() <= ui::TileCanvas::kBudgetBytes);
        }
    }
    void whereNothingIsSeenNothingIsMissing() {
        ui::TileCanvas canvas;
        canvas.setContent(content(), false);
        canvas.look({1, {-1e6, -1e6}}, 1, widget_.size(), false);
        QVERIFY(canvas.sharp());
    }
};

QTEST_MAIN(TileCanvasTest)
#include "tile_canvas_test.moc"
