// The snapshot's look-ups, and that equal facts give equal snapshots.
#include "graph/model/project_text.h"

#include <QTest>

#include <algorithm>

using namespace espalier;
using namespace espalier::test;

namespace {
constexpr const char* kProject =
    "== shop/__init__.py\nfrom . import orders\n== shop/orders.py\nimport shop.stock, json\n"
    "== shop/stock.py\nfrom shop.orders import make\n== main.py\nimport shop.orders\n";
}

class SnapshotTest : public QObject {
    Q_OBJECT

    static QString joined(const std::vector<std::string>& names) {
        QString out;
        for (const std::string& name : names)
            out += QString::fromStdString(name) + ' ';
        return out.trimmed();
    }

private slots:
    void finds() {
        const auto s = graph::buildSnapshot(projectFromText(kProject), {});
        QVERIFY(s->find("shop.orders"));
        QCOMPARE(s->find("shop/orders.py"), s->find("shop.orders"));
        QCOMPARE(s->find("./shop/__init__.py"), s->find("shop"));
        QVERIFY(!s->find("shop.order"));
        QVERIFY(!s->find(""));
    }
    void suggests() {
        const auto s = graph::buildSnapshot(projectFromText(kProject), {});
        QCOMPARE(joined(s->similarNames("shop.order", 1)), "shop.orders");
        QCOMPARE(joined(s->similarNames("orders")), "shop.orders");
        QCOMPARE(joined(s->similarNames("mian")), "");
        QCOMPARE(joined(s->similarNames("maim")), "main");
        QCOMPARE(joined(s->similarNames(std::string(100000, 'x'))), "");
    }
    void treeAndEdges() {
        const auto s = graph::buildSnapshot(projectFromText(kProject), {});
        const auto shop = *s->find("shop"), orders = *s->find("shop.orders"), stock = *s->find("shop.stock");
        QCOMPARE(s->children(shop).size(), std::size_t(2));
        QCOMPARE(s->children(shop)[0], orders);
        QCOMPARE(s->tops().size(), std::size_t(3)); // json, main, shop
        QVERIFY(s->within(orders, shop) && s->within(shop, shop) && !s->within(shop, orders));
        QVERIFY(s->edge(orders, stock) && s->edge(stock, orders) && !s->edge(stock, shop));
        QCOMPARE(s->incoming(orders).size(), std::size_t(3));
        QCOMPARE(s->outgoing(orders).size(), std::size_t(2));
        const auto& edge = (*s)[*s->edge(stock, orders)];
        QCOMPARE(s->statementsOf(edge).size(), std::size_t(1));
        QCOMPARE(s->importOf(s->statementsOf(edge)[0]).text, std::string("from shop.orders import make"));
    }
    void invariants() {
        const auto s = graph::buildSnapshot(projectFromText(kProject), {});
        QVERIFY(std::is_sorted(s->modules.begin(), s->modules.end(),
                               [](const auto& a, const auto& b) { return a.name < b.name; }));
        QVERIFY(std::is_sorted(s->edges.begin(), s->edges.end(), [](const auto& a, const auto& b) {
            return std::tie(a.from, a.to) < std::tie(b.from, b.to);
        }));
        std::uint32_t statements = 0;
        for (const auto& edge : s->edges) {
            QCOMPARE(edge.firstStatement, statements);
            statements += edge.statementCount;
            for (const auto& ref : s->statementsOf(edge))
                QCOMPARE(ref.importer, edge.from);
        }
        QCOMPARE(std::size_t(statements), s->statements.size());
    }
    void equalFactsGiveEqualSnapshots() {
        const auto a = graph::buildSnapshot(projectFromText(kProject), {});
        const auto b = graph::buildSnapshot(projectFromText(kProject), {});
        QCOMPARE(moduleLines(*a, true), moduleLines(*b, true));
        QCOMPARE(edgeLines(*a, {true, true, true}), edgeLines(*b, {true, true, true}));
    }
    // A line that the scanner has told of is not told twice.
    void syntaxErrorsOfStageTwo() {
        facts::ProjectFacts project = projectFromText("== a.py\nx = = 1\n== b.py\nx = (\n");
        auto symbols = std::make_shared<facts::SymbolFacts>();
        symbols->problems = {
            {"syntax-error", 1, 9, "one"}, {"syntax-error", 7, 1, "two"}, {"parse-timeout", 0, 0, "slow"}};
        for (facts::SourceFile& file : project.files)
            file.symbols = symbols;
        const auto snapshot = graph::buildSnapshot(std::move(project), {});
        QCOMPARE(
            problemLines(*snapshot),
            std::string("a.py:0 parse-timeout: slow\na.py:1 syntax-error: one\na.py:7 syntax-error: two\n"
                        "b.py:0 parse-timeout: slow\nb.py:1 syntax-error: '(' was never closed\n"
                        "b.py:7 syntax-error: two\n"));
    }
    void hostilePaths() {
        facts::ProjectFacts project = projectFromText("== a.py\nimport b\n");
        for (const char* path :
             {".py", "__init__.py", "x/.py", "x/..py", "\xff.py", "\xff/y.py", "a b/c d.py", "x.py/z.py"}) {
            facts::SourceFile file = project.files[0];
            file.path = path;
            project.files.push_back(file);
        }
        std::sort(project.files.begin(), project.files.end(),
                  [](const auto& a, const auto& b) { return a.path < b.path; });
        const auto s = graph::buildSnapshot(std::move(project), {});
        QCOMPARE(
            std::count_if(s->modules.begin(), s->modules.end(), [](const auto& m) { return m.file.valid(); }),
            9);
    }
    void manyNamesInOneStatement() {
        std::string names;
        for (int i = 0; i < 70000; ++i)
            names += (i ? ", n" : "n") + std::to_string(i);
        const auto s = graph::buildSnapshot(
            projectFromText("== a.py\nfrom b import " + names + "\n== b.py\nfrom os import *\n"), {});
        QCOMPARE(s->namesOf(s->statements.front()).size(), std::size_t(65536));
    }
};

QTEST_APPLESS_MAIN(SnapshotTest)
#include "snapshot_test.moc"
