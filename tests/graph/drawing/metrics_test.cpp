#include "graph/drawing/drawing.h"
#include "graph/drawing/labels.h"
#include "graph/snapshot_text.h"

#include <QTest>

using namespace espalier::graph;

namespace {

const char* const kShop = "web.views > shop.orders, web.forms > shop.orders, web.forms > shop.db,"
                          "shop.orders > shop.db, shop.db > log, test_shop > shop.orders, test_shop [test],"
                          "web.views ~> log";

// "lines in out instability" of a box, and how it is drawn.
struct Row {
    QString text;
    double growth = 0, tint = 0;
};
std::map<std::string, Row> rows(ViewSpec view, std::map<std::string, std::uint32_t> lines = {}) {
    if (view.size == Metric::None)
        view.size = Metric::Instability;
    auto snapshot = snapshotOf(kShop);
    for (Module& m : snapshot->modules)
        m.lines = lines[m.name];
    std::map<std::string, Row> out;
    for (const Box& b : makeDrawing(*snapshot, view).boxes)
        out[b.key] = {QString("%1 %2 %3 %4")
                          .arg(b.metrics.lines)
                          .arg(b.metrics.fanIn)
                          .arg(b.metrics.fanOut)
                          .arg(b.metrics.instability, 0, 'f', 2),
                      b.growth, b.tint};
    return out;
}

QStringList legend(const Drawing& d) {
    QStringList out;
    for (const LegendEntry& e : d.legend)
        out += QString::fromStdString(e.text);
    return out;
}

} // namespace

class MetricsTest : public QObject {
    Q_OBJECT
private slots:
    void modulesOutsideCount() {
        ViewSpec view;
        view.open = {"shop"};
        const auto boxes = rows(view, {{"shop", 5}, {"shop.orders", 100}, {"shop.db", 20}, {"web.views", 7}});
        QCOMPARE(boxes.at("shop.orders").text, "100 3 1 0.25");
        QCOMPARE(boxes.at("shop.db").text, "20 2 1 0.33");
        QCOMPARE(boxes.at("shop").text, "125 3 1 0.25"); // open: both of its modules, each importer once
        QCOMPARE(boxes.at("web").text, "7 0 2 1.00");
        QCOMPARE(boxes.at("log").text, "0 1 0 0.00");
    }
    void closedAndOpenPackagesHaveTheSameNumbers() {
        ViewSpec open;
        open.open = {"shop", "web"};
        for (const auto& [key, row] : rows({}))
            QCOMPARE(row.text, rows(open).at(key).text);
    }
    void togglesDecideWhatCounts() {
        ViewSpec view;
        view.open = {"shop"};
        view.tests = false;
        QCOMPARE(rows(view).at("shop.orders").text, "0 2 1 0.33");
        view.filter = EdgeFilter::everything();
        QCOMPARE(rows(view).at("log").text, "0 2 0 0.00");
        // What is merely not drawn counts.
        view.only = {"shop.orders"};
        QCOMPARE(rows(view).at("shop.orders").text, "0 2 1 0.33");
    }
    void areaFollowsTheMetric() {
        ViewSpec view;
        view.size = Metric::Lines;
        view.tint = Metric::FanIn;
        view.open = {"shop"};
        const auto boxes = rows(view, {{"shop.orders", 400}, {"shop.db", 100}, {"web.views", 4}});
        QCOMPARE(boxes.at("shop.orders").growth, 2.2);
        QCOMPARE(boxes.at("shop.db").growth, 1.6);
        QCOMPARE(boxes.at("log").growth, 1.0);
        QCOMPARE(boxes.at("shop").growth, 1.0); // a container is as large as what it holds
        QCOMPARE(boxes.at("shop.orders").tint, 1.0);
        QCOMPARE(boxes.at("shop.db").tint, 2 / 3.0);
        QCOMPARE(boxes.at("web").tint, 0.0);
    }
    void sizesAreAskedOfTheLayout() {
        auto snapshot = snapshotOf("a > b");
        snapshot->modules[0].lines = 100;
        ViewSpec view;
        const Drawing plain = makeDrawing(*snapshot, view);
        view.size = Metric::Lines;
        const Drawing sized = makeDrawing(*snapshot, view);
        QCOMPARE(sized.boxes[0].rect.width, std::ceil(plain.boxes[0].rect.width * 2.2));
        QCOMPARE(sized.boxes[1].rect, plain.boxes[1].rect);
        QCOMPARE(layoutInput(sized).boxes[0].size.height, std::ceil(plain.boxes[0].rect.height * 2.2));
    }
    void legendHasTheNumbers() {
        auto snapshot = snapshotOf("a > b, a > c, b > c");
        snapshot->modules[0].lines = 4310;
        snapshot->modules[1].lines = 12;
        snapshot->modules[2].lines = 99;
        ViewSpec view;
        QVERIFY(!legend(makeDrawing(*snapshot, view)).join(",").contains("more lines"));
        view.size = Metric::Lines;
        view.tint = Metric::Instability;
        const QStringList words = legend(makeDrawing(*snapshot, view));
        QVERIFY2(words.contains("larger: more lines of code (12 to 4,310)"), qPrintable(words.join("\n")));
        QVERIFY2(words.contains("deeper colour: more instability (0.00 to 1.00)"),
                 qPrintable(words.join("\n")));
    }

    void notesMakeRoom() {
        const auto snapshot = snapshotOf("a > b, p.x");
        ViewSpec view;
        view.open = {"p"};
        const Drawing plain = makeDrawing(*snapshot, view);
        view.notes = {{"a", "moves to shop.orders\nin March"}, {"p", "frozen"}, {"gone", "nobody"}};
        view.moved = {{"b", {300, 200}}};
        const Drawing d = makeDrawing(*snapshot, view);
        QCOMPARE(d.boxes[0].note, std::string("moves to shop.orders\nin March"));
        QCOMPARE(d.boxes[0].noteLines, std::vector<std::string>{"moves to shop.orders in March"});
        QVERIFY(d.boxes[0].rect.height > plain.boxes[0].rect.height + 13);
        QCOMPARE(d.boxes[1].rect, plain.boxes[1].rect);
        QVERIFY(d.boxes[2].rect.width > plain.boxes[2].rect.width + 30); // in the title of the open package
        QCOMPARE(d.boxes[2].rect.height, plain.boxes[2].rect.height);
        QCOMPARE(QString(legend(d).join(",")).count("note"), 1);
        QCOMPARE(legend(plain).count("note"), 0);
        QVERIFY(d.boxes[1].place == std::optional(Point{300, 200}));
        QVERIFY(!d.boxes[0].place);
    }
    void longNotesAreWrappedAndElided() {
        std::string text;
        for (int i = 0; i < 200; ++i)
            text += "word" + std::to_string(i) + " ";
        ViewSpec view;
        view.notes = {{"a", text}, {"b", std::string(500, 'x')}};
        const Drawing d = makeDrawing(*snapshotOf("a > b"), view);
        QCOMPARE(d.boxes[0].noteLines.size(), std::size_t(4));
        QCOMPARE(d.boxes[0].noteLines[0], std::string("word0 word1 word2 word3 word4"));
        QVERIFY(d.boxes[0].noteLines[3].ends_with("word199"));
        QCOMPARE(d.boxes[1].noteLines.size(), std::size_t(1));
        for (const Box& box : d.boxes)
            QVERIFY(box.rect.width < 250);
    }
};

QTEST_APPLESS_MAIN(MetricsTest)
#include "metrics_test.moc"
