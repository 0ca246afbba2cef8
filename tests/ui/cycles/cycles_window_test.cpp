// The Cycles panel in the window: what it asks, what it shows, and what map, matrix and evidence do with it.
#include "ui/cycles/cycle_answers_text.h"
#include "ui/matrix/matrix_view.h"
#include "ui/models/rows.h"
#include "ui/panels/evidence_panel.h"
#include "ui/panels/lists_panel.h"
#include "ui/queries.h"
#include "ui/shop_window.h"
#include "ui/window/filter_actions.h"
#include "ui/window/views.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QSignalSpy>

using namespace espalier;

class CyclesWindowTest : public QObject, test::ShopWindow {
    Q_OBJECT

    std::unique_ptr<QSignalSpy> asked_;

    [[nodiscard]] ui::CyclesPanel& panel() const { return *window_->lists().cycles(); }
    [[nodiscard]] ui::TanglePage& page() const { return panel().page(); }
    [[nodiscard]] QString list() const { return test::rows(*panel().tangles()->view()->model()); }
    void showPanel() { window_->lists().tabs()->setCurrentWidget(&panel()); }
    void openTangle() {
        window_->showTangle(0);
        QTRY_VERIFY(!page().cycle().empty());
        QTRY_VERIFY(window_->map().scene() && !window_->map().busy());
    }
    // The arguments of the newest question, once there are so many; `answer` is what it gets.
    QStringList answerWith(int questions, const char* answer) {
        if (!QTest::qWaitFor([&] { return asked_->size() >= questions; }))
            return {};
        const auto question = asked_->last();
        window_->queries().answer(question[0].toULongLong(), answer);
        return question[1].toStringList();
    }

private slots:
    void initTestCase() { useOwnSettings(); }
    void init() {
        newWindow();
        asked_ = std::make_unique<QSignalSpy>(&window_->queries(), &ui::Queries::requested);
        openShop();
    }
    void cleanup() {
        asked_.reset();
        window_.reset();
    }

    void verdictsAreAskedForWhenThePanelIsSeen() {
        QCOMPARE(list(), "orders, prices, stock | not tested | 3 | 3\n");
        QVERIFY(asked_->isEmpty());
        showPanel();
        QCOMPARE(list(), "orders, prices, stock | testing … | 3 | 3\n");
        const QStringList question = answerWith(1, test::kVerdicts);
        QCOMPARE(question.join(u' '),
                 "cycles --explain --format json --kinds import --no-baseline --at-most 60 --progress json");
        QCOMPARE(list(), "orders, prices, stock | can fail | 3 | 3\n");
        window_->lists().tabs()->setCurrentIndex(0);
        showPanel();
        QCOMPARE(asked_->size(), 1);
    }
    void theProgressIsShown() {
        showPanel();
        openTangle();
        QCOMPARE(asked_->size(), 1);
        window_->queries().showProgress(asked_->last()[0].toULongLong(), 2, 3);
        QVERIFY(page().verdict().endsWith("Working out what happens when each is imported … 2 of 3 modules"));
        window_->queries().showProgress(99, 3, 3); // nobody asked
        QVERIFY(page().verdict().endsWith("2 of 3 modules"));
    }
    void aLineOfTheMapShowsItsCycle() {
        window_->filters().kind(graph::EdgeKind::Deferred)->trigger();
        QTRY_COMPARE(window_->findings()->tangles[0].modules.size(), std::size_t{4});
        openTangle();
        const auto edge = [this](const char* from, const char* to) {
            return *snapshot_->edge(id(from), id(to));
        };
        const graph::EdgeId there = edge("shop.orders", "shop.web.checkout"),
                            ring = edge("shop.stock", "shop.prices");
        const auto isShown = [this](graph::EdgeId e) { return std::ranges::count(page().cycle(), e) > 0; };
        const ui::ScenePtr scene = window_->map().scene();
        const auto pointAt = [&](graph::EdgeId e) {
            for (int line = 0; line < static_cast<int>(scene->drawing.lines.size()); ++line)
                if (std::ranges::count(scene->drawing.lines[static_cast<std::size_t>(line)].edges, e) > 0)
                    emit window_->map().linePointedAt(line);
        };
        pointAt(ring);
        QVERIFY(isShown(ring) && !isShown(there));
        pointAt(there);
        QVERIFY(isShown(there));
    }
    void whatIsNotOnTheCycleIsDimmed() {
        window_->filters().kind(graph::EdgeKind::Deferred)->trigger();
        QTRY_COMPARE(window_->findings()->tangles[0].modules.size(), std::size_t{4});
        openTangle();
        QTRY_VERIFY(drawn("shop.web.checkout") && window_->map().markedLines().cycle.size() > 1);
        const auto fill = [this](const char* name) { // beside the name in the middle
            const ui::ScenePtr scene = window_->map().scene();
            const QRectF box = window_->map().placeOfBox(scene->boxShowing(id(name)));
            return window_->map().grab().toImage().pixel(
                (box.topLeft() + QPointF(8, box.height() / 2)).toPoint());
        };
        while (page().cycle().size() != 2) // orders and checkout
            page().next->trigger();
        QTRY_VERIFY(window_->selection().selected().empty() && window_->map().sharp());
        const QRgb seen = fill("shop.web.checkout"), dimmed = fill("shop.stock");
        QVERIFY(seen != dimmed);
        page().next->trigger();
        QTRY_VERIFY(fill("shop.web.checkout") == dimmed && fill("shop.stock") == seen);
    }
    void packagesMarkTheImportsOfTheirModules() {
        window_->filters().kind(graph::EdgeKind::Deferred)->trigger();
        QTRY_COMPARE(window_->findings()->packageTangles.size(), std::size_t{1});
        showPanel();
        panel().packageLevel->trigger();
        QTreeView* view = panel().packages()->view();
        QTRY_VERIFY(view->model()->rowCount() == 1);
        emit panel().packages()->chosen(panel().packages()->toModel(view->model()->index(0, 0)));
        QTRY_VERIFY(!window_->map().markedLines().edges.empty());
        QCOMPARE(panel().marks().edges.size(), std::size_t{4}); // there by one, back by three
        window_->setSnapshot(test::shop("== shop/more.py\n"));
        QTRY_VERIFY(window_->map().markedLines().edges.empty());
    }
    void answersOfAnotherStateAreNone() {
        showPanel();
        answerWith(1, R"({"tangles": [{"modules": ["shop.orders", "shop.stock"], "verdicts": []}]})");
        QCOMPARE(list(), "orders, prices, stock | no answer | 3 | 3\n");
        openTangle();
        window_->queries().fail(0, {"nobody asked", {}, {}});
        QVERIFY(page().verdict().contains("No answer"));
    }
    void aNewSnapshotDropsTheQuestion() {
        showPanel();
        QCOMPARE(asked_->size(), 1);
        const QSignalSpy dropped(&window_->queries(), &ui::Queries::dropped);
        window_->setSnapshot(test::shop("== shop/more.py\n"));
        QTRY_COMPARE(asked_->size(), 2); // with the new one
        QCOMPARE(dropped.size(), 1);
        QCOMPARE(dropped[0][0], asked_->first()[0]);
    }
    void theKindsThatCountAreTheQuestions() {
        window_->filters().kind(graph::EdgeKind::Deferred)->trigger();
        QTRY_VERIFY(list().startsWith("orders, prices, stock, checkout | not tested | 4 | "));
        showPanel();
        QVERIFY(answerWith(1, "{}").join(u' ').contains("--kinds import,deferred"));
    }
    void anAcyclicProjectSaysSo() {
        window_->filters().kind(graph::EdgeKind::Import)->trigger();
        QTRY_VERIFY(list().isEmpty());
        showPanel();
        const auto texts = panel().tangles()->findChildren<QLabel*>();
        QVERIFY(std::ranges::any_of(texts, [](const QLabel* label) {
            return label->text().contains("No import cycles") && label->text().contains("no kind counts") &&
                   label->text().contains("0 imports");
        }));
        QVERIFY(asked_->isEmpty());
    }
    void returnOpensATangleAndEscapeLeavesIt() {
        showPanel();
        QTreeView* view = panel().tangles()->view();
        view->setCurrentIndex(view->model()->index(0, 0));
        view->setFocus();
        QTest::keyClick(view, Qt::Key_Return);
        QVERIFY(panel().showsTangle());
        QTRY_VERIFY(!drawn("shop.old_orders") && drawn("shop.prices"));
        QVERIFY(page().isAncestorOf(QApplication::focusWidget()));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        QVERIFY(!panel().showsTangle());
        QVERIFY(panel().tangles()->view()->hasFocus());
        QTRY_VERIFY(drawn("shop.old_orders"));
        QVERIFY(window_->map().markedLines().cycle.empty());
    }
    void itsCycleIsTheEvidenceAndMarked() {
        openTangle();
        QTRY_COMPARE(window_->evidence().title(), "Cycle of 3 modules");
        QVERIFY(window_->evidence().facts().contains("shop.orders → shop.stock → shop.prices → shop.orders"));
        QTRY_COMPARE(window_->map().markedLines().cycle.size(), std::size_t{3});
        click("shop.prices");
        QTRY_COMPARE(window_->evidence().title(), "shop.prices");
        page().next->trigger();
        QTRY_COMPARE(window_->evidence().title(), "Cycle of 3 modules");
    }
    void keysStepThroughTheCycles() {
        window_->filters().kind(graph::EdgeKind::Deferred)->trigger();
        QTRY_COMPARE(window_->findings()->tangles[0].modules.size(), std::size_t{4});
        openTangle();
        const auto words = [this] { return ui::chainWords(*snapshot_, page().cycle()); };
        const QString first = words();
        window_->map().setFocus();
        QTest::keyClick(&window_->map(), Qt::Key_C);
        const QString second = words();
        QVERIFY(second != first);
        QCOMPARE(page().list(), page().cycles());
        QTest::keyClick(&window_->map(), Qt::Key_C, Qt::ShiftModifier);
        QCOMPARE(words(), first);
        QTest::keyClick(&window_->map(), Qt::Key_C, Qt::ShiftModifier); // round at the ends
        QCOMPARE(words(), second);
    }
    void theVerdictIsExplained() {
        showPanel();
        openTangle();
        answerWith(1, test::kVerdicts);
        QVERIFY(page().verdict().contains("Fails if first imported through shop.prices (1 of 3 modules)"));
        QVERIFY(test::rows(*page().verdicts()->view()->model()).contains("  shop/stock.py:1, in load\n"));
        const QSignalSpy source(window_.get(), &ui::MainWindow::sourceRequested);
        QTreeView* view = page().verdicts()->view();
        emit page().verdicts()->activated(
            page().verdicts()->toModel(view->model()->index(1, 0, view->model()->index(0, 0))));
        QTRY_COMPARE(source.size(), 1);
        QCOMPARE(source[0][0].toString(), "shop/stock.py");
    }
    void cutsAreSuggestedAndPinned() {
        showPanel(); // which asks for verdicts
        openTangle();
        page().suggest->trigger();
        QVERIFY(page().list() == page().cuts());
        QCOMPARE(answerWith(2, test::kCuts).join(u' '),
                 "cycles --suggest --format json --kinds import --no-baseline --through shop.orders");
        QVERIFY(test::rows(*page().cuts()->view()->model()).startsWith("1. defer: stock → prices | 2\n"));
        QVERIFY(page().proof().contains("proven"));
        QTRY_COMPARE(window_->map().markedLines().cuts.size(), std::size_t{1});

        QVERIFY(!page().keepEdge->isEnabled());
        window_->selection().setSelected({"shop.stock", "shop.prices", false});
        QTRY_VERIFY(page().keepEdge->isEnabled());
        page().keepEdge->trigger();
        QVERIFY(answerWith(3, test::kCuts).join(u' ').endsWith("--keep shop.stock shop.prices"));
        QVERIFY(!page().keepEdge->isEnabled() && page().freeEdge->isEnabled());
        page().cutEdge->trigger();
        QVERIFY(answerWith(4, test::kCuts).join(u' ').endsWith("--cut shop.stock shop.prices"));
        page().freeEdge->trigger();
        QVERIFY(answerWith(5, test::kCuts).join(u' ').endsWith("--through shop.orders"));
        window_->selection().setSelected({"shop.web.checkout", "shop.orders", false});
        QTRY_VERIFY(!page().keepEdge->isEnabled()); // no import of the tangle
    }
    void mapAndMatrixSideBySide() {
        openTangle();
        page().isolate->trigger();
        const ui::MatrixView& matrix = window_->views().besideMap();
        QTRY_VERIFY(matrix.isVisible() && matrix.grid().scene());
        QCOMPARE(matrix.grid().scene()->rowCount(), 3);
        QTRY_COMPARE(matrix.grid().emphasis().cycle.size(), std::size_t{3});
        QTRY_VERIFY(window_->map().width() > 200);
        // What is selected in one is selected in the other.
        click("shop.prices");
        QTRY_COMPARE(matrix.grid().currentRow(), matrix.grid().scene()->rowShowing("shop.prices"));
        QTest::keyClick(&matrix.grid(), Qt::Key_Escape);
        QTRY_VERIFY(window_->selection().selected().empty() && !window_->selection().pending());
        QVERIFY(matrix.isVisible());
        QTest::keyClick(&matrix.grid(), Qt::Key_Escape);
        QTRY_VERIFY(!matrix.isVisible());
        QTRY_VERIFY(drawn("shop.old_orders"));
        window_->selection().back();
        QTRY_VERIFY(matrix.isVisible());
    }
    void animationCanBeSwitchedOff() {
        openTangle();
        QTRY_VERIFY(!window_->map().markedLines().cycle.empty());
        QVERIFY(!window_->map().marksRun()); // as the tests have it
        window_->map().setAnimated(true);
        QVERIFY(window_->map().marksRun());
        page().leave->trigger();
        QTRY_VERIFY(window_->map().markedLines().cycle.empty());
        QVERIFY(!window_->map().marksRun());
    }
    void packagesAreASwitch() {
        showPanel();
        panel().packageLevel->trigger();
        QVERIFY(panel().packages()->isVisible());
        QVERIFY(panel().list() == panel().packages());
    }
    void isCopied() {
        openTangle();
        page().copyMarkdown->trigger();
        QVERIFY(QGuiApplication::clipboard()->text().startsWith("### shop: orders, prices, stock\n"));
    }
};

QTEST_MAIN(CyclesWindowTest)
#include "cycles_window_test.moc"
