// The commands on symbols, run as a user runs them.
#include "app/cli/program.h"

#include <QJsonArray>
#include <QTest>

using namespace espalier;

namespace {
constexpr const char* kShop =
    "== shop/__init__.py\nfrom .orders import Order\n"
    "== shop/orders.py\nclass Order:\n    def total(self):\n        return 1\n"
    "def make():\n    return Order()\n"
    "== shop/web.py\nfrom shop import Order as O\nimport shop.orders as orders\n"
    "class Better(O): pass\n"
    "def make():\n    return 2\n"
    "def f(Order):\n    return Order()\n"
    "def g():\n    from shop.orders import make\n    return make(), orders.Order.total\n"
    "== tests/test_web.py\nfrom unittest import mock\nfrom shop.orders import Order\n"
    "mock.patch('shop.web.O.total')\n"
    "x = Order\n";
}

class SymbolsTest : public QObject, private test::Program {
    Q_OBJECT

public:
    SymbolsTest()
        : Program(kShop) {}

private slots:
    void symbols() {
        QCOMPARE(text({"symbols"}), QString("2 names that are imported, 1 of them by several paths\n\n"
                                            "class shop.orders:Order (shop/orders.py:1)\n"
                                            "  2 paths, 3 statements; compliance 66.7 %: 2 of 3 files\n"
                                            "  canonical: shop.orders:Order, it is defined there\n"));
        const QJsonObject answer = json({"symbols", "--top", "5"});
        QCOMPARE(answer["imported"].toInt(), 2);
        const QJsonObject order = answer["symbols"].toArray()[0].toObject();
        QCOMPARE(order["kind"].toString(), "class");
        QCOMPARE(order["path"].toString(), "shop/orders.py");
        QCOMPARE(order["canonical"].toObject()["path"].toString(), "shop.orders:Order");
        QCOMPARE(order["violating_files"].toInt(), 1);
        QCOMPARE(json({"symbols", "--top", "0"})["symbols"].toArray().size(), 0);
    }

    void homonyms() {
        QCOMPARE(text({"symbols", "--homonyms"}),
                 QString("Imported names that several production modules define: 1\n\nmake: 2 definitions, 1 "
                         "import statement\n"
                         "  def shop.orders:make (shop/orders.py:4): 1 statement\n  def shop.web:make "
                         "(shop/web.py:4): 0 statements\n"));
        QCOMPARE(json({"symbols", "--homonyms"})["homonyms"]
                     .toArray()[0]
                     .toObject()["definitions"]
                     .toArray()
                     .size(),
                 2);
    }

    void paths() {
        const QString said = text({"paths", "Order"});
        QVERIFY2(said.contains("  shop:Order: 1 statement in 1 file (production); P2 1\n"
                               "    by shop/__init__.py:1  from .orders import Order\n"
                               "    by shop/orders.py:1  class Order\n"
                               "    P2  shop/web.py:1  [import]  from shop import Order as O\n"
                               "        required: from shop.orders import Order as O\n"),
                 qPrintable(said));
        const QJsonArray paths =
            json({"paths", "shop:Order"})["definitions"].toArray()[0].toObject()["paths"].toArray();
        QCOMPARE(paths.size(), 2);
        const QJsonObject other = paths[1].toObject();
        QCOMPARE(other["path"].toString(), "shop:Order");
        QCOMPARE(other["canonical"].toBool(), false);
        QCOMPARE(other["steps"].toArray().size(), 2);
        QCOMPARE(other["statements"].toArray()[0].toObject()["required"].toString(),
                 "from shop.orders import Order as O");
        QVERIFY(said.contains("not the same object, but stands for it: class shop.web:Better "
                              "(shop/web.py:3), a subclass without methods"));
        const QJsonObject definition = json({"paths", "Order"})["definitions"].toArray()[0].toObject();
        QCOMPARE(definition["stand_ins"].toArray()[0].toObject()["name"].toString(), "Better");
        QVERIFY(text({"paths", "shop:gone"})
                    .startsWith("there is no 'gone' in shop: no statement imports it by name"));
        QCOMPARE(text({"paths", "nobody"}), QString());
    }

    void uses() {
        QCOMPARE(
            text({"uses", "shop.orders:Order"}),
            QString("class shop.orders:Order (shop/orders.py:1)\n5 uses (read 2, call 1, base 1, patched 1); "
                    "P2 3, P3 2\n"
                    "  P2  shop/orders.py:5  [call]  Order\n  P2  shop/web.py:3  [base]  O\n"
                    "  P2  shop/web.py:10  [read]  orders.Order.total\n"
                    "  P3  tests/test_web.py:3  [patched]  shop.web.O.total\n"
                    "  P3  tests/test_web.py:4  [read]  Order\n"));
        const QJsonArray found = json({"uses", "shop.orders:make"})["uses"].toArray();
        QCOMPARE(found.size(), 1);
        QCOMPARE(found[0].toObject()["line"].toInt(), 10);
        QCOMPARE(found[0].toObject()["kind"].toString(), "call");
        QCOMPARE(found[0].toObject()["class"].toString(), "production");
    }

    void occurrences() {
        write("notes/make.md", "`make` makes.\n");
        write("espalier.toml", "[[campaign]]\nname = 'c'\ncanonical = ['shop.orders:Order']\n"
                               "critical_path = ['shop.orders']\n");
        QCOMPARE(text({"occurrences", "make", "--lines"}),
                 QString("make: 5 occurrences in 3 files, of 6 files with 0 MB that were read\n"
                         "  by place: import 1 in 1 file; code 3 in 2 files; other 1 in 1 file\n"
                         "  by class: production 5 in 3 files\n"
                         "  by rank: P1 1 in 1 file; P2 3 in 1 file; P4 1 in 1 file\n\n"
                         "  P1  shop/orders.py  [production]  code 1\n      shop/orders.py:4:5  code\n"
                         "  P2  shop/web.py  [production]  import 1, code 2\n      shop/web.py:4:5  code\n"
                         "      shop/web.py:9:29  import\n      shop/web.py:10:12  code\n"
                         "  P4  notes/make.md  [production]  other 1\n      notes/make.md:1:2  other\n"));
        const QJsonObject answer = json({"occurrences", "total"});
        QCOMPARE(answer["occurrences"].toInt(), 3);
        QCOMPARE(answer["by_place"].toObject()["string"].toObject()["files"].toInt(), 1);
        const QJsonObject last = answer["files"].toArray()[2].toObject();
        QCOMPARE(last["path"].toString(), "tests/test_web.py"); // the string names a module: no mere text
        QCOMPARE(last["rank"].toString(), "P3");
        QVERIFY(text({"occurrences", "not one"}).startsWith("failed: espalier: 'not one' is no identifier"));
        remove("espalier.toml");
        remove("notes/make.md");
    }

    void protection() {
        QCOMPARE(text({"tests-for", "shop.orders"}),
                 QString("shop.orders: 1 test module reaches it (kinds that count: import, deferred)\n"
                         "  1  tests/test_web.py\n"));
        QCOMPARE(json({"tests-for", "shop.orders"})["tests"].toArray()[0].toObject()["distance"].toInt(), 1);
        QCOMPARE(text({"untested"}),
                 QString("No test reaches 2 of 3 production modules (kinds that count: import, deferred)\n"
                         "  shop/__init__.py\n  shop/web.py\n"));
        QCOMPARE(json({"untested"})["untested"].toArray().size(), 2);
    }

    void canDelete() {
        QCOMPARE(text({"can-delete", "shop.web"}),
                 QString("no: this stands in the way of deleting shop.web\n"
                         "strings: 1 statement in 1 file (tests); import 1; P3 1\n"
                         "  P3  tests/test_web.py:3  [import, string]  'shop.web.O.total'\n"));
        const QJsonObject test = json({"can-delete", "tests.test_web"});
        QCOMPARE(test["safe"], QJsonValue(true));
        const QJsonArray statements = json({"can-delete", "shop.orders"})["statements"].toArray();
        QCOMPARE(statements.size(), 4);
        QCOMPARE(statements[0].toObject()["rank"].toString(), "P2");
        write("pyproject.toml", "[project.scripts]\nmaker = 'tests.test_web:x'\n");
        write("tool/__main__.py", "import os\n");
        QCOMPARE(text({"can-delete", "tests.test_web"}),
                 QString("no: this stands in the way of deleting tests.test_web\n"
                         "entry point: maker = tests.test_web:x (pyproject.toml:2)\n"));
        QCOMPARE(json({"can-delete", "tool"})["entry_points"].toArray()[0].toObject()["name"].toString(),
                 "python -m tool");
    }

    void canDeleteASymbol() {
        write("pyproject.toml", "[project.scripts]\nmaker = 'shop.web:make'\n");
        QCOMPARE(text({"can-delete", "shop.web:make"}),
                 QString("def shop.web:make (shop/web.py:4)\nno: this stands in the way of deleting it\n"
                         "entry point: maker = shop.web:make (pyproject.toml:2)\n"));
        const QString order = text({"can-delete", "shop.orders:Order"});
        QVERIFY2(order.startsWith(
                     "class shop.orders:Order (shop/orders.py:1)\nno: this stands in the way of deleting it\n"
                     "re-exports: 1 statement in 1 file (production); import 1; P2 1\n"),
                 qPrintable(order));
        QVERIFY2(order.contains("uses: 5 uses (read 2, call 1, base 1, patched 1); P2 3, P3 2\n"),
                 qPrintable(order));
        const QJsonObject g = json({"can-delete", "shop.web:g"});
        QCOMPARE(g["safe"], QJsonValue(true));
        QCOMPARE(g["definitions"].toArray()[0].toObject()["name"].toString(), "g");
        QCOMPARE(json({"can-delete", "shop.web:gone"})["safe"], QJsonValue(QJsonValue::Null));
        const QJsonArray importers = json({"can-delete", "shop:Order"})["importers"].toArray();
        QCOMPARE(importers.size(), 3);
        QCOMPARE(importers[0].toObject()["hands_on"].toBool(), true);
        QCOMPARE(importers[1].toObject()["hands_on"].toBool(), false);
    }

    void same() {
        QCOMPARE(
            text({"same", "shop.web:O", "shop.orders:Order"}),
            QString("yes: both are class shop.orders:Order\n\n  shop.web:O\n    shop/web.py:1  from shop "
                    "import Order as O\n"
                    "    shop/__init__.py:1  from .orders import Order\n    shop/orders.py:1  class Order\n\n"
                    "  shop.orders:Order\n    shop/orders.py:1  class Order\n"));
        QCOMPARE(json({"same", "Better", "Order"})["same"], QJsonValue(false));
        QCOMPARE(json({"same", "shop:gone", "Order"})["same"], QJsonValue(QJsonValue::Null));
        QCOMPARE(json({"same", "shop:Order", "Order"})["sides"]
                     .toArray()[0]
                     .toObject()["chains"]
                     .toArray()[0]
                     .toArray()
                     .size(),
                 2);
    }
};

QTEST_GUILESS_MAIN(SymbolsTest)
#include "symbols_test.moc"
