#include "ui/map/frame.h"
#include "ui/map/words.h"
#include "ui/shop_project.h"

#include <QTest>

using namespace espalier;

class FrameTest : public QObject {
    Q_OBJECT

    static graph::ViewSpec opened(std::set<std::string> open) {
        graph::ViewSpec view;
        view.open = std::move(open);
        return view;
    }

private slots:
    void theInnermostBoxIsFound() {
        const auto snapshot = test::shop();
        const ui::ScenePtr scene = ui::buildScene(snapshot, opened({"shop"}), nullptr, 1);
        ui::Frame frame;
        frame.show(scene);
        const int inner = scene->boxShowing(*snapshot->find("shop.stock"));
        const int outer = scene->boxShowing(*snapshot->find("shop"));
        QVERIFY(inner >= 0 && outer >= 0 && inner != outer);
        QCOMPARE(frame.boxAt(frame.rect(inner).center()), inner);
        QCOMPARE(frame.boxAt(frame.rect(outer).topLeft() + QPointF(3, 3)), outer);
        QCOMPARE(frame.boxAt(QPointF(-50, -50)), -1);
        QVERIFY(scene->boxWithin(inner, outer));
        // What lies in a closed package is shown by the package.
        QCOMPARE(scene->nameOf(scene->boxShowing(*snapshot->find("shop.web.checkout"))),
                 std::string("shop.web"));
    }
    void linesAreFoundNearTheirCurve() {
        const auto snapshot = test::shop();
        const ui::ScenePtr scene = ui::buildScene(snapshot, opened({"shop"}), nullptr, 1);
        ui::Frame frame;
        frame.show(scene);
        const int line = scene->lineBetween(scene->boxShowing(*snapshot->find("shop.orders")),
                                            scene->boxShowing(*snapshot->find("shop.stock")));
        QVERIFY(line >= 0);
        QCOMPARE(frame.lineAt(frame.path(line).pointAtPercent(0.5), 2, 1), line);
        QCOMPARE(frame.lineAt(QPointF(-100, -100), 5, 1), -1);
        QVERIFY(ui::describeLine(*scene, line).contains("part of an import cycle"));
    }
    void theStretchInAPartIsAsTheWholeThere() {
        const auto snapshot = test::shop();
        const ui::ScenePtr scene = ui::buildScene(snapshot, opened({"shop", "shop.web"}), nullptr, 1);
        ui::Frame frame;
        frame.show(scene);
        int shorter = 0;
        for (int line = 0; line < frame.lineCount(); ++line) {
            const QPainterPath whole = frame.path(line);
            const QRectF part(whole.pointAtPercent(0.9) - QPointF(5, 5), QSizeF(10, 10));
            const QPainterPath stretch = frame.path(line, part);
            shorter += stretch.elementCount() < whole.elementCount();
            QPainterPath square;
            square.addRect(part);
            QPainterPathStroker pen;
            const QPainterPath difference =
                pen.createStroke(whole).subtracted(pen.createStroke(stretch)).intersected(square);
            QVERIFY(difference.boundingRect().width() < 0.5 || difference.boundingRect().height() < 0.5);
            QVERIFY(frame.path(line, part.translated(5000, 0)).isEmpty());
        }
        QVERIFY(shorter > 0);
    }
    void glidesFromOldToNew() {
        const auto snapshot = test::shop();
        const ui::ScenePtr before = ui::buildScene(snapshot, opened({}), nullptr, 1);
        const ui::ScenePtr after = ui::buildScene(snapshot, opened({"shop"}), before, 2);
        ui::Frame frame;
        frame.show(before);
        const QRectF start = frame.rect(before->boxShowing(*snapshot->find("shop")));
        frame.startGlide(after);
        const int box = after->boxShowing(*snapshot->find("shop")),
                  inner = after->boxShowing(*snapshot->find("shop.stock"));
        QCOMPARE(frame.rect(box), start);
        QVERIFY(frame.boxOpacity(inner) < 1 && frame.boxOpacity(box) == 1);
        frame.setProgress(1);
        QVERIFY(frame.rect(box).width() > start.width());
        QCOMPARE(frame.boxOpacity(inner), 1.0);
        QVERIFY(frame.rect(box).contains(frame.rect(inner)));
    }
    void whatAppearsInAnOpenPackageIsInItsPlaceThere() {
        const auto snapshot = test::shop();
        graph::ViewSpec fewer = opened({"shop"});
        fewer.hidden = {"shop.stock"};
        const ui::ScenePtr before = ui::buildScene(snapshot, fewer, nullptr, 1);
        const ui::ScenePtr after = ui::buildScene(snapshot, opened({"shop"}), before, 2);
        ui::Frame frame;
        frame.show(before);
        frame.startGlide(after);
        const int box = after->boxShowing(*snapshot->find("shop")),
                  inner = after->boxShowing(*snapshot->find("shop.stock"));
        QVERIFY(frame.boxOpacity(inner) < 1);
        frame.setProgress(0.5);
        QCOMPARE(frame.rect(inner).size(), ui::toQt(after->box(inner).rect).size());
        QCOMPARE(frame.rect(inner).topLeft() - frame.rect(box).topLeft(),
                 ui::toQt(after->box(inner).rect).topLeft() - ui::toQt(after->box(box).rect).topLeft());
    }
    void whatDidNotChangeDoesNotMove() {
        const ui::ScenePtr drawn = ui::buildScene(test::shop(), opened({"shop"}), nullptr, 1);
        graph::LayoutResult moved = graph::layoutNested(drawn->input, graph::layeredLayout);
        for (graph::Rect& box : moved.boxes)
            box.x += 300;
        const ui::ScenePtr better = ui::withLayout(drawn, moved);
        const ui::ScenePtr again = ui::buildScene(test::shop(), opened({"shop"}), better, 2);
        QCOMPARE(again->box(0).rect, better->box(0).rect);
        const ui::ScenePtr other = ui::buildScene(test::shop(), opened({}), better, 3);
        QVERIFY(other->box(0).rect != better->box(0).rect);
    }
    void bundlingMovesLinesAlone() {
        graph::ViewSpec view = opened({"shop"});
        const ui::ScenePtr drawn = ui::buildScene(test::shop(), view, nullptr, 1);
        graph::LayoutResult moved = graph::layoutNested(drawn->input, graph::layeredLayout);
        for (graph::Rect& box : moved.boxes)
            box.x += 300;
        const ui::ScenePtr better = ui::withLayout(drawn, moved);
        view.bundled = true;
        const ui::ScenePtr bundled = ui::buildScene(test::shop(), view, better, 2);
        QVERIFY(bundled->samePlaces);
        QCOMPARE(bundled->box(0).rect, better->box(0).rect);
        QVERIFY(bundled->drawing.lines[0].points != better->drawing.lines[0].points);
    }
    void anAnswerToAnotherQuestionIsRefused() {
        const ui::ScenePtr scene = ui::buildScene(test::shop(), opened({}), nullptr, 1);
        QVERIFY(!ui::withLayout(scene, graph::LayoutResult()));
        QVERIFY(ui::withLayout(scene, graph::layoutNested(scene->input, graph::layeredLayout)));
    }
};

QTEST_MAIN(FrameTest)
#include "frame_test.moc"
