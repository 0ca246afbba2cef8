// What stands in the way of deleting a class, a function or a value.
#include "graph/model/project_text.h"
#include "graph/symbols/removal.h"
#include "indexer/symbols/extractor.h"

#include <QTest>

using namespace espalier;
using namespace espalier::test;

namespace {
constexpr const char* kProject =
    "== shop/__init__.py\nfrom .orders import Order\n"
    "== shop/orders.py\n__all__ = ['listed']\nclass Order:\n    def again(self):\n        return Order()\n"
    "def make():\n    return Order()\ndef free():\n    return free()\ndef alone():\n    return alone()\ndef "
    "listed(): pass\nLIMIT = 3\n"
    "== shop/web.py\nfrom shop import Order as O\nimport shop.orders\nx = shop.orders.LIMIT\n"
    "== tests/test_a.py\nfrom unittest import mock\nimport importlib\n"
    "mock.patch('shop.orders.make')\nimportlib.import_module('shop.orders')\nimportlib.import_module(x)\n";
}

class RemovalTest : public QObject {
    Q_OBJECT

    static QString answer(const char* name) {
        facts::ProjectFacts project = projectFromText(kProject);
        const auto files = filesFromText(kProject);
        for (facts::SourceFile& file : project.files)
            for (const auto& [path, text] : files)
                if (path == file.path)
                    file.symbols = std::make_shared<facts::SymbolFacts>(symbols::extractSymbols(text));
        graph::Config config;
        config.entryPoints = {{"setup.cfg", 3, "again", "shop", "Order.again"},
                              {"setup.cfg", 4, "a", "shop.orders", ""},
                              {"setup.cfg", 5, "run", "shop.orders", "free"}};
        const auto snapshot = graph::buildSnapshot(std::move(project), config);
        graph::Symbols symbols(snapshot);
        const auto origins = symbols.origins(*snapshot->find("shop.orders"), name);
        const graph::Removal removal = graph::whatBreaksWithout(symbols, origins);
        QString out = removal.isSafe() ? "safe; " : "";
        const auto at = [&](const graph::StatementRef& ref) {
            return QString("%1:%2 ")
                .arg(QString::fromStdString(snapshot->pathOf(ref)))
                .arg(snapshot->importOf(ref).span.line);
        };
        for (const auto& one : removal.importers)
            out += (one.handsOn ? "handed on " : "imported ") + at(one.statement);
        for (const graph::SymbolUse& use : removal.uses)
            out +=
                QString("%1 %2:%3 ")
                    .arg(graph::name(use.kind).data(), QString::fromStdString(snapshot->pathOf(use.module)))
                    .arg(use.line);
        for (const graph::ModuleId module : removal.listed)
            out += "listed " + QString::fromStdString((*snapshot)[module].name) + ' ';
        for (const graph::EntryPoint& entry : removal.entries)
            out += QString("entry %1 ").arg(entry.name.c_str());
        for (const graph::StatementRef& ref : removal.dynamic)
            out += "dynamic " + at(ref);
        return out + QString::number(removal.computed.size());
    }

private slots:
    void symbols_data() {
        QTest::addColumn<QString>("expected");
        QTest::newRow("Order") << "handed on shop/__init__.py:1 imported shop/web.py:1 call shop/orders.py:6 "
                                  "entry again dynamic tests/test_a.py:4 1";
        QTest::newRow("make") << "patched tests/test_a.py:3 dynamic tests/test_a.py:4 1";
        QTest::newRow("LIMIT") << "read shop/web.py:3 dynamic tests/test_a.py:4 1";
        QTest::newRow("listed") << "listed shop.orders dynamic tests/test_a.py:4 1";
        QTest::newRow("free") << "entry run dynamic tests/test_a.py:4 1"; // it uses itself only
        QTest::newRow("alone") << "safe; dynamic tests/test_a.py:4 1";
    }
    void symbols() {
        QFETCH(QString, expected);
        QCOMPARE(answer(QTest::currentDataTag()), expected);
    }
};

QTEST_GUILESS_MAIN(RemovalTest)
#include "removal_test.moc"
