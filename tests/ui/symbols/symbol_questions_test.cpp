// What one may ask of a symbol: what its deletion breaks, where its name is written, whether it is something
// else.
#include "ui/models/rows.h"
#include "ui/panels/lists_panel.h"
#include "ui/queries.h"
#include "ui/shop_window.h"
#include "ui/symbols/symbol_desk.h"
#include "ui/symbols/symbol_panel.h"

#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QGuiApplication>
#include <QSignalSpy>

using namespace espalier;

namespace {

constexpr const char* kProject = "== shop/__init__.py\nfrom .orders import Order\n"
                                 "== shop/orders.py\n__all__ = ['Order', 'spare']\n"
                                 "class Order: pass\ndef make(): pass\ndef spare(): pass\ndef free(): pass\n"
                                 "Alias = Order\n"
                                 "== shop/web.py\nfrom shop import Order as O\n"
                                 "== shop/other.py\nclass Order: pass\n"
                                 "== tests/test_a.py\ndef f():\n    from shop.orders import make\n"
                                 "== loads.py\nimport importlib\nimportlib.import_module('shop.orders')\n";

constexpr const char* kOccurrences = R"({"schema": 1, "identifier": "Order", "occurrences": 4,
 "by_place": {"import": {"occurrences": 1, "files": 1}, "code": {"occurrences": 0, "files": 0},
   "string": {"occurrences": 1, "files": 1}, "comment": {"occurrences": 1, "files": 1},
   "other": {"occurrences": 1, "files": 1}},
 "by_class": {"production": {"occurrences": 3, "files": 1}, "tests": {"occurrences": 1, "files": 1}},
 "by_rank": {"P1": {"occurrences": 1, "files": 1}, "P4": {"occurrences": 3, "files": 2}},
 "files": [
  {"path": "shop/web.py", "module": "shop.web", "class": "production", "rank": "P1", "occurrences": [
   {"line": 1, "column": 18, "place": "import", "rank": "P1"},
   {"line": 3, "column": 5, "place": "string", "rank": "P4"},
   {"line": 2, "column": 9, "place": "comment", "rank": "P4"}]},
  {"path": "tests/notes.md", "module": null, "class": "tests", "rank": "P4", "occurrences": [
   {"line": 7, "column": 2, "place": "other", "rank": "P4"}]}]})";

constexpr const char* kOccurrenceRows = "shop/web.py:1 | import | P1 | production\n"
                                        "shop/web.py:3 | string | P4 | production\n"
                                        "shop/web.py:2 | comment | P4 | production\n"
                                        "tests/notes.md:7 | no Python | P4 | tests\n";

QString lines(const ui::Answer& answer) {
    QString out = answer.verdict + u'\n';
    for (const ui::TextRow& row : answer.rows)
        out += row.cells.join(QStringLiteral(" | ")) + u'\n';
    return out;
}

} // namespace

class SymbolQuestionsTest : public QObject, test::ShopWindow {
    Q_OBJECT

    void choose(const std::string& module, const std::string& symbol) {
        emit window_->lists().symbolChosen(module, symbol, {});
        QTRY_VERIFY(window_->symbols().view());
    }
    [[nodiscard]] ui::SymbolQuestions& questions() const { return *window_->symbols().questions(); }
    [[nodiscard]] QString answered() const { return test::rows(*questions().list()->view()->model()); }
    [[nodiscard]] QString removalOf(const char* name) {
        graph::Symbols symbols(snapshot_);
        return lines(ui::removalAnswer(symbols, {id("shop.orders"), name}));
    }

private slots:
    void initTestCase() { useOwnSettings(); }
    void init() {
        newWindow();
        graph::Config config;
        config.entryPoints.push_back({"setup.cfg", 5, "run", "shop", "Order"}); // by another path
        snapshot_ = graph::buildSnapshot(test::projectFromText(kProject), config);
        window_->setSnapshot(snapshot_);
        QTRY_VERIFY(window_->symbolDesk().spreads());
    }
    void cleanup() { window_.reset(); }

    void removal() {
        const QString dynamic = "loads.py:2 | imports its module by a call, and may take it | "
                                "importlib.import_module('shop.orders')\n";
        QCOMPARE(removalOf("free"), "Nothing outside of it imports, uses or names it. 1 import by a call "
                                    "may take it.\n" +
                                        dynamic);
        QCOMPARE(removalOf("spare"), "In the way: the __all__ of its own module. 1 import by a call may take "
                                     "it.\nshop/orders.py | names it in its __all__ | \n" +
                                         dynamic);
        QCOMPARE(removalOf("make"), "In the way: 1 statement that imports it. 1 import by a call may "
                                    "take it.\ntests/test_a.py:2 | imports it, deferred | from shop.orders "
                                    "import make\n" +
                                        dynamic);
        const QString order = removalOf("Order");
        QVERIFY(order.contains("shop/__init__.py:1 | hands it on to others | from .orders"));
        QVERIFY2(order.contains(", 1 entry point, ") &&
                     order.contains("\nsetup.cfg:5 | entry point | run = shop:Order\n"),
                 qPrintable(order));
        QCOMPARE(removalOf("nothing"), "It is nothing that this project defines.\n");
    }
    void sameness() {
        graph::Symbols symbols(snapshot_);
        const auto answer = [&](const char* other) {
            return lines(ui::samenessAnswer(symbols, {id("shop.orders"), "Order"}, other));
        };
        const QString own = "shop/orders.py:2 | shop.orders:Order | class or def Order\n";
        QCOMPARE(answer(" shop.web:O "),
                 "shop.web:O: the same object – both are class or def shop.orders:Order.\n" + own +
                     "shop/web.py:1 | shop.web:O | from shop import Order as O\n"
                     "shop/__init__.py:1 | shop.web:O | from .orders import Order\n"
                     "shop/orders.py:2 | shop.web:O | class or def Order\n");
        const QString all = answer("Order");
        QVERIFY2(all.startsWith("shop.orders:Order: the same object"), qPrintable(all));
        QVERIFY2(all.contains("\nshop.other:Order: another object – the first is "), qPrintable(all));
        QCOMPARE(answer("Nowhere"), "Nothing is called “Nowhere” here.\n");
        QVERIFY(answer("").startsWith("Give another name"));
    }
    void occurrences() {
        QCOMPARE(lines(ui::occurrencesAnswer(kOccurrences)),
                 QString("4 occurrences in 2 files\nimport 1, string 1, comment 1, no Python 1\n"
                         "production 3, tests 1\nP1 1, P4 3\n") +
                     kOccurrenceRows);
        QCOMPARE(lines(ui::occurrencesAnswer(R"({"occurrences": 0, "files": []})")),
                 "It is written nowhere.\n");
    }

    void askedByTheKeyboard() {
        choose("shop.orders", "make");
        QAbstractItemModelTester tester(questions().list()->view()->model(),
                                        QAbstractItemModelTester::FailureReportingMode::QtTest);
        window_->symbols().askDeletion->trigger();
        QTRY_VERIFY(questions().verdict().startsWith("In the way: 1 statement"));
        QVERIFY(answered().startsWith("tests/test_a.py:2 |"));
        QVERIFY(questions().list()->view()->hasFocus());
        questions().copy->trigger();
        QVERIFY(QGuiApplication::clipboard()->text().startsWith(
            "**shop.orders:make – What stands in the way of deleting it**\n\nIn the way"));
        // Another symbol: the same question.
        choose("shop.orders", "free");
        QTRY_VERIFY(questions().verdict().startsWith("Nothing outside of it"));
        window_->symbols().askSame->trigger();
        QVERIFY(questions().other()->hasFocus());
        QTest::keyClicks(questions().other(), "shop.orders:make");
        QTest::keyClick(questions().other(), Qt::Key_Return);
        QTRY_VERIFY(questions().verdict().startsWith("shop.orders:make: another object"));
        QSignalSpy opened(&window_->symbols(), &ui::SymbolPanel::placeActivated);
        QTest::keyClick(questions().list()->view(), Qt::Key_Down);
        QTest::keyClick(questions().list()->view(), Qt::Key_Return);
        QCOMPARE(opened.count(), 1);
        QCOMPARE(opened.first().first().toString(), "shop/orders.py");
    }
    void theProgramIsAskedForOccurrences() {
        QSignalSpy asked(&window_->queries(), &ui::Queries::requested);
        QSignalSpy dropped(&window_->queries(), &ui::Queries::dropped);
        choose("shop.orders", "Order");
        QCOMPARE(asked.count(), 0); // nobody looks at the answer
        window_->symbols().askEverywhere->trigger();
        QTRY_COMPARE(asked.count(), 1);
        QCOMPARE(asked.first().last().toStringList(),
                 (QStringList{"occurrences", "Order", "--format", "json"}));
        QVERIFY(questions().waiting());
        // Another symbol: the first answer is not waited for any more, and does not count if it comes.
        choose("shop.orders", "make");
        QTRY_COMPARE(asked.count(), 2);
        QCOMPARE(dropped.count(), 1);
        QCOMPARE(dropped.first().first(), asked.first().first());
        window_->queries().answer(asked.first().first().toULongLong(), "{}");
        QVERIFY(questions().waiting());
        window_->queries().answer(asked.last().first().toULongLong(), kOccurrences);
        QTRY_COMPARE(answered(), kOccurrenceRows);
        QVERIFY(!questions().waiting());
        // A new state of the project: asked again; an error is told.
        window_->setSnapshot(graph::buildSnapshot(test::projectFromText(kProject), graph::Config()));
        QTRY_COMPARE(asked.count(), 3);
        window_->queries().fail(asked.last().first().toULongLong(), {"no room", {}, {}});
        QTRY_VERIFY(!questions().waiting());
        QCOMPARE(questions().verdict(), "no room");
        QCOMPARE(answered(), "");
        // Gone from sight: nobody waits.
        questions().choose(ui::SymbolQuestion::Deletion);
        questions().choose(ui::SymbolQuestion::Everywhere);
        QCOMPARE(asked.count(), 4);
        window_->selection().setSelected({"shop.web", {}, false});
        QTRY_COMPARE(dropped.last().first(), asked.last().first());
    }
};

QTEST_MAIN(SymbolQuestionsTest)
#include "symbol_questions_test.moc"
