// Finding symbols by parts of their names, held against looking at each of them.
#include "graph/model/project_text.h"
#include "graph/symbols/fuzzy_score.h"
#include "graph/symbols/symbol_search.h"

#include <QTest>

#include <algorithm>
#include <cctype>
#include <random>
#include <set>

using namespace espalier;
using namespace espalier::test;

class SymbolSearchTest : public QObject {
    Q_OBJECT

    static graph::SnapshotPtr snapshot(const std::string& text) {
        return graph::buildSnapshot(projectFromText(text), {});
    }
    static QStringList find(const graph::SymbolSearch& search, const char* query, std::size_t most = 20) {
        QStringList out;
        for (const graph::SymbolHit& hit : search.find(query, most))
            out << QString::fromStdString((*search.snapshot())[hit.symbol.module].name + ':' +
                                          hit.symbol.name);
        return out;
    }

private slots:
    void bestFirst() {
        const graph::SymbolSearch search(snapshot(
            "== shop/orders.py\nclass Order: pass\nclass OrderLine: pass\ndef reorder(): pass\nORDERS = 3\n"
            "def later():\n    hidden_order = 1\n"
            "== shop/web.py\nfrom shop.orders import Order\nold_order = Order\n"));
        QCOMPARE(find(search, "order"),
                 (QStringList{"shop.orders:Order", "shop.web:old_order", "shop.orders:OrderLine",
                              "shop.orders:ORDERS", "shop.orders:reorder"}));
        QCOMPARE(find(search, "OrLi"), QStringList{"shop.orders:OrderLine"});
        QCOMPARE(find(search, "order", 2).size(), 2);
        QCOMPARE(find(search, "nothing like it"), QStringList());
        QCOMPARE(find(search, " "), QStringList());
        QCOMPARE(search.symbolCount(), 6U); // with later(), without what it binds
    }
    void withAModule() {
        const graph::SymbolSearch search(snapshot("== a/orders.py\ndef make(): pass\n== b/stock.py\n"
                                                  "def make(): pass\ndef mark(): pass\n"));
        QCOMPARE(find(search, "stock:ma"), (QStringList{"b.stock:make", "b.stock:mark"}));
        QCOMPARE(find(search, "ordrs.make"), QStringList{"a.orders:make"});
        QCOMPARE(find(search, "make:"), QStringList());
    }
    void productionComesFirstAndANameDoesNotFillTheList() {
        std::string text = "== tests/test_a.py\nclass Thing: pass\n== zz.py\nclass Thing: pass\n"
                           "== things.py\nclass Things: pass\n";
        for (int i = 0; i < 9; ++i)
            text += "== tests/test_b" + std::to_string(i) + ".py\nclass Thing: pass\n";
        const graph::SymbolSearch search(snapshot(text));
        const QStringList found = find(search, "thing");
        QCOMPARE(found.value(0), "zz:Thing");
        QCOMPARE(found.size(), 5);
        QCOMPARE(found.last(), "things:Things");
        QCOMPARE(find(search, "test:thing").size(), 10); // here one has said where
    }
    void aModuleHasANameOnce() {
        const graph::SymbolSearch search(
            snapshot("== a.py\nx = 1\ntry:\n    x = 2\nexcept E:\n    def x(): pass\nx = 3\n"));
        const auto hits = search.find("x", 5);
        QCOMPARE(hits.size(), 1U);
        QVERIFY(hits[0].symbol.kind == graph::SymbolKind::Definition);
        QCOMPARE(hits[0].symbol.line, 5U);
    }
    void definitionsBeforeValues() {
        const graph::SymbolSearch search(
            snapshot("== a.py\nThing = 1\n== b.py\nclass Thing: pass\n== c.py\nThingy = 2\n"
                     "== d.py\nclass Thingies: pass\n"));
        QCOMPARE(find(search, "thin"), (QStringList{"b:Thing", "a:Thing", "d:Thingies", "c:Thingy"}));
    }
    void itCanBeStopped() {
        const graph::SymbolSearch search(snapshot("== a.py\nx = 1\n"));
        QCOMPARE(search.find("x", 5, [] { return true; }).size(), 0U);
        QCOMPARE(search.find("x", 5, [] { return false; }).size(), 1U);
    }
    void asIfEachNameWereLookedAt() {
        std::mt19937 random(6);
        const std::string letters = "abcABC_01é";
        std::string text;
        std::vector<std::string> names;
        for (int file = 0; file < 20; ++file) {
            text += "== m" + std::to_string(file) + ".py\n";
            for (int i = 0; i < 20; ++i) {
                std::string name = "n";
                for (std::size_t k = random() % 7; k-- > 0;)
                    name += letters.substr(random() % 9, 1);
                text += name + " = 1\n";
                names.push_back(name);
            }
        }
        std::ranges::sort(names);
        names.erase(std::ranges::unique(names).begin(), names.end());
        const graph::SymbolSearch search(snapshot(text));
        for (int round = 0; round < 200; ++round) {
            std::string query;
            for (std::size_t k = 1 + random() % 4; k-- > 0;)
                query += letters.substr(random() % 9, 1);
            const auto lower = [](std::string s) {
                std::ranges::transform(s, s.begin(), [](unsigned char c) { return std::tolower(c); });
                return s;
            };
            std::set<std::string> wanted, found;
            for (const std::string& name : names)
                if (graph::fuzzyScore(lower(query), lower(name)) > 0)
                    wanted.insert(name);
            int last = 1'000'000;
            for (const graph::SymbolHit& hit : search.find(query, 100'000)) {
                QVERIFY(hit.score <= last);
                last = hit.score;
                found.insert(hit.symbol.name);
            }
            QCOMPARE(found, wanted);
        }
    }
};

QTEST_GUILESS_MAIN(SymbolSearchTest)
#include "symbol_search_test.moc"
