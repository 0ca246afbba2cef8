#include "ui/map/line_counts.h"
#include "ui/map/scene.h"
#include "ui/shop_project.h"

#include <QTest>

using namespace espalier;

class LineCountsTest : public QObject {
    Q_OBJECT
private slots:
    void numbersCoverNothing() {
        std::string many;
        for (int i = 0; i < 25; ++i)
            many += "== shop/m" + std::to_string(i) +
                    ".py\nimport shop.stock\nimport shop.stock\nfrom shop.m" +
                    std::to_string((i * 7 + 3) % 25) + " import a\nfrom shop.m" +
                    std::to_string((i * 7 + 3) % 25) + " import b\n";
        graph::ViewSpec view;
        view.open = {"shop"};
        const ui::ScenePtr scene = ui::buildScene(test::shop(many), view, nullptr, 1);
        QCOMPARE(scene->countPlaces.size(), scene->drawing.lines.size());
        int shown = 0;
        for (std::size_t i = 0; i < scene->countPlaces.size(); ++i) {
            const QRectF& place = scene->countPlaces[i];
            if (place.isEmpty())
                continue;
            ++shown;
            QVERIFY(scene->drawing.lines[i].statements > 1);
            for (std::size_t j = 0; j < i; ++j)
                QVERIFY(!place.intersects(scene->countPlaces[j]));
            for (const graph::Box& box : scene->drawing.boxes)
                QVERIFY(box.container ||
                        !place.intersects({box.rect.x, box.rect.y, box.rect.width, box.rect.height}));
        }
        QVERIFY(shown > 5);
    }
};

QTEST_APPLESS_MAIN(LineCountsTest)
#include "line_counts_test.moc"
