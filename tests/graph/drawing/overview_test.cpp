#include "graph/drawing/overview.h"
#include "graph/export/picture.h"
#include "graph/layout_text.h"
#include "graph/snapshot_text.h"

#include <QTest>

#include <random>

using namespace espalier::graph;

namespace {

const Box& boxOf(const Drawing& drawing, const std::string& key) {
    const auto found = std::ranges::find(drawing.boxes, key, &Box::key);
    if (found == drawing.boxes.end())
        qFatal("no box %s", key.c_str());
    return *found;
}

// Four levels of packages with modules of chance sizes and imports between them.
std::shared_ptr<Snapshot> randomProject(unsigned seed, int modules, int edges) {
    std::mt19937 random(seed);
    std::vector<std::string> names;
    for (int i = 0; i < modules; ++i) {
        std::string name = "p" + std::to_string(random() % 4);
        for (unsigned depth = random() % 3; depth > 0; --depth)
            name += ".q" + std::to_string(random() % 3);
        names.push_back(name + ".m" + std::to_string(i));
    }
    std::string text;
    for (const std::string& name : names)
        text += name + "\n";
    for (int i = 0; i < edges; ++i)
        text += names[random() % names.size()] + " > " + names[random() % names.size()] + "\n";
    auto snapshot = snapshotOf(text);
    for (Module& m : snapshot->modules)
        m.lines = static_cast<std::uint32_t>(10 + random() % 2000);
    return snapshot;
}

Drawing overviewOf(const Snapshot& snapshot) {
    ViewSpec view;
    view.arrangement = Arrangement::Overview;
    return makeDrawing(snapshot, view);
}

bool contains(const Rect& outer, const Rect& inner) {
    constexpr double kSlack = 1e-6;
    return inner.x >= outer.x - kSlack && inner.y >= outer.y - kSlack &&
           inner.right() <= outer.right() + kSlack && inner.bottom() <= outer.bottom() + kSlack;
}

// The outermost box around a module that is too small at this zoom to be looked into, by its own definition.
int representative(const Drawing& drawing, int box, double zoom) {
    std::vector<int> chain;
    for (int b = box; b >= 0; b = drawing.boxes[static_cast<std::size_t>(b)].parent)
        chain.push_back(b);
    for (auto b = chain.rbegin(); b != chain.rend(); ++b) {
        const Box& candidate = drawing.boxes[static_cast<std::size_t>(*b)];
        if (!candidate.container || std::sqrt(candidate.rect.width * candidate.rect.height) * zoom < kLookedIntoPx)
            return *b;
    }
    return box;
}

double apart(const Drawing& drawing, int a, int b) {
    const Point p = drawing.boxes[static_cast<std::size_t>(a)].rect.centre(),
                q = drawing.boxes[static_cast<std::size_t>(b)].rect.centre();
    return std::hypot(p.x - q.x, p.y - q.y);
}

} // namespace

class OverviewTest : public QObject {
    Q_OBJECT
private slots:
    void everyModuleHasItsPlace() {
        const auto snapshot = randomProject(3, 200, 300);
        const Drawing drawing = overviewOf(*snapshot);
        std::set<ModuleId> shown;
        for (std::size_t i = 0; i < drawing.boxes.size(); ++i) {
            const Box& box = drawing.boxes[i];
            shown.insert(box.module);
            QVERIFY(box.rect.width > 0 && box.rect.height > 0);
            if (box.parent >= 0)
                QVERIFY(contains(drawing.boxes[static_cast<std::size_t>(box.parent)].rect, box.rect));
            for (std::size_t j = 0; j < i; ++j)
                if (drawing.boxes[j].parent == box.parent)
                    QVERIFY(!overlap(drawing.boxes[j].rect, box.rect));
        }
        QCOMPARE(shown.size(), snapshot->modules.size());
    }
    void areaFollowsLines() {
        auto snapshot = snapshotOf("a, b, c");
        snapshot->modules[0].lines = 4000;
        snapshot->modules[1].lines = 1000;
        snapshot->modules[2].lines = 0; // small, but there
        const Drawing drawing = overviewOf(*snapshot);
        const auto area = [&](const char* key) {
            const Rect& r = boxOf(drawing, key).rect;
            return r.width * r.height;
        };
        QVERIFY(std::abs(area("a") / area("b") - 4) < 0.2);
        QVERIFY(area("c") > 0 && area("c") < area("b"));
    }
    void smallChangesMoveLittle() {
        const auto before = randomProject(5, 120, 0);
        auto after = std::make_shared<Snapshot>(*before);
        after->modules[40].lines += 3;
        const Drawing a = overviewOf(*before), b = overviewOf(*after);
        for (std::size_t i = 0; i < a.boxes.size(); ++i) {
            QVERIFY(std::abs(a.boxes[i].rect.x - b.boxes[i].rect.x) < 0.02 * a.size.width);
            QVERIFY(std::abs(a.boxes[i].rect.y - b.boxes[i].rect.y) < 0.02 * a.size.height);
        }
    }
    // At every zoom an import is a part of exactly the flow between the boxes that stand for its ends.
    void flowsHoldEveryImportOnceAtEachZoom() {
        const auto snapshot = randomProject(11, 60, 18);
        const Drawing drawing = overviewOf(*snapshot);
        std::map<std::uint32_t, int> boxOfModule;
        for (std::size_t i = 0; i < drawing.boxes.size(); ++i)
            if (!drawing.boxes[i].container)
                boxOfModule[drawing.boxes[i].module.value] = static_cast<int>(i);
        for (const double zoom : {0.2, 0.7, 1.0, 1.4, 2.0, 3.0, 5.0, 9.0}) {
            std::map<EdgeId, std::vector<std::pair<int, int>>> drawn;
            for (const Line& line : drawing.lines)
                if (line.drawnAt(zoom))
                    for (const EdgeId e : line.edges)
                        drawn[e].emplace_back(line.from, line.to);
            for (std::size_t e = 0; e < snapshot->edges.size(); ++e) {
                const Edge& edge = snapshot->edges[e];
                const int from = representative(drawing, boxOfModule[edge.from.value], zoom);
                const int to = representative(drawing, boxOfModule[edge.to.value], zoom);
                std::vector<std::pair<int, int>> expected;
                if (from != to && apart(drawing, from, to) * zoom < kLongestFlowPx)
                    expected.emplace_back(from, to);
                QCOMPARE(drawn[EdgeId(e)], expected);
            }
        }
    }
    void fromAfarOnlyTheHeaviest() {
        const auto snapshot = randomProject(2, 900, 6000);
        const Drawing drawing = overviewOf(*snapshot);
        const auto count = [&](double zoom) {
            return std::ranges::count_if(drawing.lines, [&](const Line& l) { return l.drawnAt(zoom); });
        };
        QVERIFY(count(drawing.farZoom) > 20);
        QVERIFY(count(drawing.farZoom) <= static_cast<long>(kMostFromAfar));
        QVERIFY(count(4 * drawing.farZoom) > count(drawing.farZoom));
        // Every import from module to module is there, drawn or not.
        std::size_t imports = 0;
        for (const Line& line : drawing.lines)
            if (!drawing.boxes[static_cast<std::size_t>(line.from)].container &&
                !drawing.boxes[static_cast<std::size_t>(line.to)].container)
                imports += line.edges.size();
        const auto selfImports =
            std::ranges::count_if(snapshot->edges, [](const Edge& e) { return e.from == e.to; });
        QCOMPARE(imports + static_cast<std::size_t>(selfImports), snapshot->edges.size());
    }
    void flowsLeadFromCentreToCentre() {
        const Drawing drawing = overviewOf(*randomProject(4, 80, 100));
        QVERIFY(!drawing.lines.empty());
        for (const Line& line : drawing.lines) {
            QCOMPARE(line.points.size() % 3, std::size_t{1});
            QCOMPARE(line.points.front(), drawing.boxes[static_cast<std::size_t>(line.from)].rect.centre());
            QCOMPARE(line.points.back(), drawing.boxes[static_cast<std::size_t>(line.to)].rect.centre());
        }
    }
    void packagesSayWhatIsInThem() {
        const Drawing drawing = overviewOf(*snapshotOf(
            "p.a > p.old, p.b ~> p.old, p.a > p.b, p.b > p.a, p.old [deprecated], p.t [test], q.x > p.a"));
        const Box& p = boxOf(drawing, "p");
        QVERIFY(p.container);
        QCOMPARE(p.detail, std::string("5 modules · 2 in tangles · 40 % use deprecated")); // p itself, too
        QVERIFY(boxOf(drawing, "p.a").marks.cycle && boxOf(drawing, "p.old").marks.deprecated);
        QVERIFY(boxOf(drawing, "p.t").marks.test);
        QVERIFY(std::ranges::any_of(
            drawing.legend, [](const LegendEntry& e) { return e.symbol == LegendSymbol::DeprecatedShare; }));
        const auto back = std::ranges::find_if(drawing.lines, [&](const Line& l) {
            return fullName(drawing.boxes[static_cast<std::size_t>(l.from)]) == "p.b" &&
                   fullName(drawing.boxes[static_cast<std::size_t>(l.to)]) == "p.a";
        });
        QVERIFY(back != drawing.lines.end() && back->cycle);
    }
    void itIsWrittenAsSvg() {
        const std::string svg = toSvg(overviewOf(*snapshotOf("p.a > q.old, p.b > p.a, q.old [deprecated]")));
        QVERIFY(svg.find("% use deprecated") != std::string::npos);
        QVERIFY(svg.find("<title>p imports q: 1 statement") != std::string::npos ||
                svg.find("<title>p.a imports q.old: 1 statement") != std::string::npos);
    }
    void nothingToShow() {
        const Drawing drawing = overviewOf(*snapshotOf(""));
        QVERIFY(drawing.boxes.empty() && drawing.lines.empty());
    }
};

QTEST_APPLESS_MAIN(OverviewTest)
#include "overview_test.moc"
