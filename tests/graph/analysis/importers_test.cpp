// Who imports a module, or a symbol of it.
#include "graph/analysis/importers.h"
#include "graph/model/project_text.h"

#include <QTest>

#include <map>

using namespace espalier;
using namespace espalier::test;

namespace {
constexpr const char* kProject =
    "== shop/__init__.py\n== shop/orders.py\nimport shop.orders\nclass Order: pass\ndef make(): pass\n"
    "== shop/a.py\nfrom .orders import Order\nfrom .orders import make\n"
    "== shop/b.py\nfrom . import orders\nimport shop.orders as o\n"
    "== shop/c.py\nfrom shop.orders import *\n"
    "== tests/test_d.py\ndef f():\n    from shop.orders import make, Order\n"
    "== tests/test_e.py\nfrom unittest.mock import patch\npatch('shop.orders.make.x')\n";
}

class ImportersTest : public QObject {
    Q_OBJECT

    static QString lines(const char* module,
                         const graph::EdgeFilter& filter = graph::EdgeFilter::everything(),
                         const char* symbol = "") {
        const auto s = graph::buildSnapshot(projectFromText(kProject), {});
        QString out;
        for (const auto& ref : importers(*s, *s->find(module), filter, symbol))
            out += QString::fromStdString(s->pathOf(ref) + ':' + std::to_string(s->importOf(ref).span.line) +
                                          '\n');
        return out;
    }

private slots:
    void ofAModule() {
        QCOMPARE(lines("shop.orders"),
                 "shop/a.py:1\nshop/a.py:2\nshop/b.py:1\nshop/b.py:2\nshop/c.py:1\ntests/test_d.py:2\n");
        QCOMPARE(lines("shop.orders", {}),
                 "shop/a.py:1\nshop/a.py:2\nshop/b.py:1\nshop/b.py:2\nshop/c.py:1\n");
        QCOMPARE(lines("shop"), "");
    }
    void withMore() {
        graph::EdgeFilter filter = graph::EdgeFilter::everything();
        filter.strings = true;
        QVERIFY(lines("shop.orders", filter).endsWith("tests/test_e.py:2\n"));
        filter.implicitParents = true;
        QCOMPARE(lines("shop", filter), "tests/test_d.py:2\n");
    }
    void ofASymbol() {
        graph::EdgeFilter filter = graph::EdgeFilter::everything();
        QCOMPARE(lines("shop.orders", filter, "Order"),
                 "shop/a.py:1\nshop/b.py:1\nshop/b.py:2\nshop/c.py:1\ntests/test_d.py:2\n");
        filter.strings = true;
        QCOMPARE(
            lines("shop.orders", filter, "make"),
            "shop/a.py:2\nshop/b.py:1\nshop/b.py:2\nshop/c.py:1\ntests/test_d.py:2\ntests/test_e.py:2\n");
        QCOMPARE(lines("shop.orders", filter, "Order.total"), lines("shop.orders", filter, "Order"));
    }
    // With stage two, a statement that only binds the module counts where the file uses the name.
    void ofAUsedSymbol() {
        const char* text = "== shop/__init__.py\n== shop/orders.py\nclass Order: pass\ndef make(): pass\n"
                           "== a.py\nimport shop.orders\nimport shop.orders as o\n"
                           "== b.py\nfrom shop import orders\nfrom shop import orders as k\n"
                           "== c.py\nfrom shop.orders import *\n"
                           "== d.py\nfrom shop.orders import make as m, Order\n"
                           "== e.py\nimport importlib\nimportlib.import_module('shop.orders')\n"
                           "== f.py\nimport shop.orders\n"
                           "== g.py\nimport shop.orders\n";
        const auto with = [&](const char* symbol,
                              const std::map<std::string, std::vector<std::string>>& uses) {
            facts::ProjectFacts project = projectFromText(text);
            for (facts::SourceFile& file : project.files) {
                auto symbols = std::make_shared<facts::SymbolFacts>();
                if (const auto it = uses.find(file.path); it != uses.end())
                    for (const std::string& name : it->second)
                        symbols->uses.push_back({facts::Use::Role::Read, 1, 1, name});
                if (file.path == "g.py") // cut off: what is missing may be a use
                    symbols->problems.push_back({"parse-timeout", 0, 0, ""});
                if (file.path != "f.py") // not read yet
                    file.symbols = symbols;
            }
            const auto s = graph::buildSnapshot(std::move(project), {});
            QString out;
            for (const auto& ref :
                 importers(*s, *s->find("shop.orders"), graph::EdgeFilter::everything(), symbol))
                out += QString::fromStdString(s->pathOf(ref) + ':' +
                                              std::to_string(s->importOf(ref).span.line) + ' ');
            return out;
        };
        QCOMPARE(with("make", {}), "d.py:1 e.py:2 f.py:1 g.py:1 ");
        QCOMPARE(with("gone", {}), "e.py:2 f.py:1 g.py:1 ");
        QCOMPARE(with("gone", {{"a.py", {"shop.orders.gone.x"}}}), "a.py:1 e.py:2 f.py:1 g.py:1 ");
        QCOMPARE(with("gone", {{"a.py", {"o.gone", "shop.orders.gone2", "shop.orders"}}}),
                 "a.py:2 e.py:2 f.py:1 g.py:1 ");
        QCOMPARE(with("gone", {{"b.py", {"orders.gone"}}}), "b.py:1 e.py:2 f.py:1 g.py:1 ");
        QCOMPARE(with("gone", {{"b.py", {"k.gone"}}}), "b.py:2 e.py:2 f.py:1 g.py:1 ");
        QCOMPARE(with("gone", {{"c.py", {"gone", "x"}}}), "c.py:1 e.py:2 f.py:1 g.py:1 ");
        QCOMPARE(with("gone.method", {{"c.py", {"gone.other"}}}), "c.py:1 e.py:2 f.py:1 g.py:1 ");
        QCOMPARE(with("Order.total", {{"d.py", {"Order.total"}}}), "d.py:1 e.py:2 f.py:1 g.py:1 ");
        QCOMPARE(with("", {}), "a.py:1 a.py:2 b.py:1 b.py:2 c.py:1 d.py:1 e.py:2 f.py:1 g.py:1 ");
    }
    void counts() {
        const auto s = graph::buildSnapshot(projectFromText(kProject), {});
        const auto c = count(*s, importers(*s, *s->find("shop.orders"), graph::EdgeFilter::everything()));
        QCOMPARE(c.total.statements, 6U);
        QCOMPARE(c.total.files, 4U);
        QCOMPARE(c.byClass[static_cast<std::size_t>(graph::PathClass::Tests)].files, 1U);
        QCOMPARE(c.byClass[static_cast<std::size_t>(graph::PathClass::Production)].statements, 5U);
        QCOMPARE(c.byKind[static_cast<std::size_t>(facts::EdgeKind::Deferred)].statements, 1U);
        QCOMPARE(c.byKind[static_cast<std::size_t>(facts::EdgeKind::Import)].files, 3U);
    }
};

QTEST_APPLESS_MAIN(ImportersTest)
#include "importers_test.moc"
