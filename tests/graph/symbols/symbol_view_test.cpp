// What is told of one symbol, as a whole and as a picture.
#include "graph/model/project_text.h"
#include "graph/symbols/symbol_view.h"
#include "indexer/symbols/extractor.h"

#include <QTest>

using namespace espalier;
using namespace espalier::test;

namespace {
constexpr const char* kProject =
    "== shop/__init__.py\nfrom .api import Order\n"
    "== shop/api.py\nfrom shop.orders import Order, make\n"
    "== shop/orders.py\nclass Order: pass\ndef make(): return Order()\nMOST = 3\n"
    "== shop/web.py\nfrom shop import Order as O\nfrom shop.orders import make\nO()\n"
    "== shop/cart.py\nfrom shop.api import Order, Order as Again\nclass Cart(Order): pass\n"
    "== tests/test_a.py\nfrom shop.orders import Order, make\n"
    "def f():\n    from shop import Order\n"
    "== tests/test_b.py\nfrom shop import Order\n"
    "== other.py\nclass Order: pass\n";
}

class SymbolViewTest : public QObject {
    Q_OBJECT

    static graph::SnapshotPtr snapshot(const char* text) {
        facts::ProjectFacts project = projectFromText(text);
        for (const auto& [path, content] : filesFromText(text))
            for (facts::SourceFile& file : project.files)
                if (file.path == path)
                    file.symbols = std::make_shared<facts::SymbolFacts>(symbols::extractSymbols(content));
        return graph::buildSnapshot(std::move(project), {});
    }
    static graph::SymbolViewPtr viewOf(const char* text, const char* module, const char* name) {
        const graph::SnapshotPtr s = snapshot(text);
        graph::Symbols symbols(s);
        const graph::Fragmentation fragmentation(symbols, graph::EdgeFilter::everything());
        return graph::symbolView(s, symbols, fragmentation, graph::standIns(symbols), *s->find(module), name);
    }
    // "from -> to statements", amber ones with a "!".
    static QStringList lines(const graph::Drawing& drawing) {
        QStringList out;
        for (const graph::Line& line : drawing.lines) {
            const auto key = [&](int box) {
                return QString::fromStdString(drawing.boxes[static_cast<std::size_t>(box)].key);
            };
            out << QString("%1 -> %2 %3%4")
                       .arg(key(line.from), key(line.to))
                       .arg(line.statements)
                       .arg(line.deprecated ? "!" : "");
        }
        out.sort();
        return out;
    }

private slots:
    void rowsAreWhatIsNotImportedInOneWay() {
        const graph::SnapshotPtr s = snapshot(kProject);
        graph::Symbols symbols(s);
        const graph::Fragmentation fragmentation(symbols, graph::EdgeFilter::everything());
        QStringList found;
        for (const graph::SpreadRow& row : graph::spreadRows(symbols, fragmentation)) {
            QStringList ways;
            for (const graph::SpreadRow::Way& way : row.ways)
                ways << QString("%1%2=%3")
                            .arg(QString::fromStdString(way.path), way.canonical ? "*" : "")
                            .arg(way.counts.total.statements);
            found << QString("%1 kind %2 line %3: %4 of %5 files: %6")
                         .arg(QString::fromStdString(row.symbol.name))
                         .arg(static_cast<int>(row.symbol.kind))
                         .arg(row.symbol.line)
                         .arg(row.compliantFiles)
                         .arg(row.compliantFiles + row.violatingFiles)
                         .arg(ways.join(' '));
        }
        // make is imported from where it is defined only.
        QCOMPARE(found, QStringList{"Order kind 0 line 1: 1 of 6 files: shop:Order=3 shop.api:Order=2 "
                                    "shop.orders:Order*=2"});
    }
    void statementsWithWhatTheyShouldSay() {
        const auto view = viewOf(kProject, "shop", "Order"); // by any of its paths
        QCOMPARE(view->words, "class shop.orders:Order");
        QStringList found;
        for (const auto& statement : view->statements)
            found << QString("%1:%2 %3 %4")
                         .arg(QString::fromStdString(view->snapshot->pathOf(statement.ref)))
                         .arg(view->snapshot->importOf(statement.ref).span.line)
                         .arg(statement.violates ? "->" : "ok")
                         .arg(QString::fromStdString(statement.required));
        QCOMPARE(found, (QStringList{
                            "shop/__init__.py:1 -> from shop.orders import Order",
                            "shop/api.py:1 ok from shop.orders import Order",
                            "shop/cart.py:1 -> from shop.orders import Order, Order as Again",
                            "shop/web.py:1 -> from shop.orders import Order as O",
                            "tests/test_a.py:1 ok from shop.orders import Order",
                            "tests/test_a.py:3 -> from shop.orders import Order",
                            "tests/test_b.py:1 -> from shop.orders import Order",
                        }));
    }
    void thePictureLeadsFromUsersToTheDefinition() {
        const auto view = viewOf(kProject, "shop.orders", "Order");
        const graph::Drawing& drawing = view->picture;
        QCOMPARE(lines(drawing), (QStringList{
                                     "shop -> shop.api 1!",
                                     "shop.api -> shop.orders 1",
                                     "users 0 -> shop 1!",
                                     "users 0 -> shop.api 1!",
                                     "users 1 -> shop 2!",
                                     "users 1 -> shop.orders 1",
                                 }));
        std::map<std::string, const graph::Box*> box;
        for (const graph::Box& b : drawing.boxes)
            box[b.key] = &b;
        QCOMPARE(box["users 1"]->detail, "2 files");
        QCOMPARE(box["shop.orders"]->label, "Order");
        QVERIFY(box["shop.orders"]->detail.starts_with("✓"));
        // Columns: users, then by the way that is still to go.
        QVERIFY(box["users 0"]->rect.right() < box["shop"]->rect.x);
        QVERIFY(box["shop"]->rect.right() < box["shop.api"]->rect.x);
        QVERIFY(box["shop.api"]->rect.right() < box["shop.orders"]->rect.x);
        for (const graph::Box& a : drawing.boxes) {
            QVERIFY(a.rect.x >= 0 && a.rect.y >= 0 && a.rect.right() <= drawing.size.width &&
                    a.rect.bottom() <= drawing.size.height);
            for (const graph::Box& b : drawing.boxes)
                QVERIFY(&a == &b || a.rect.right() < b.rect.x || b.rect.right() < a.rect.x ||
                        a.rect.bottom() < b.rect.y || b.rect.bottom() < a.rect.y);
        }
        // Every statement is a part of the line that it counts for.
        std::vector<std::uint32_t> counted(drawing.lines.size(), 0);
        for (const auto& statement : view->statements)
            ++counted[static_cast<std::size_t>(statement.line)];
        for (std::size_t i = 0; i < counted.size(); ++i)
            QCOMPARE(counted[i], drawing.lines[i].statements);
    }
    void manyPathsShareABox() {
        std::string text = "== a.py\nclass X: pass\n";
        for (int i = 0; i < 30; ++i)
            text += "== p" + std::to_string(i) + ".py\nfrom a import X\n== u" + std::to_string(i) +
                    ".py\nfrom p" + std::to_string(i) + " import X\n";
        const auto view = viewOf(text.c_str(), "a", "X");
        QCOMPARE(view->spread.ways.size(), 31U);
        QCOMPARE(view->picture.boxes.size(), 14U); // twelve modules, the rest, and their users
        QCOMPARE(view->picture.omittedBoxes, 19U);
        for (const auto& statement : view->statements)
            QVERIFY(statement.line >= 0);
    }
    void usesAndNamesakes() {
        const auto view = viewOf(kProject, "shop.orders", "Order");
        QStringList uses;
        for (const auto& use : view->uses)
            uses << QString("%1:%2 %3")
                        .arg(QString::fromStdString((*view->snapshot)[use.module].name))
                        .arg(use.line)
                        .arg(QString::fromUtf8(graph::name(use.kind)));
        QCOMPARE(uses, (QStringList{"shop.cart:2 base", "shop.orders:2 call", "shop.web:3 call"}));
        QCOMPARE(view->namesakes.size(), 1U);
        QCOMPARE((*view->snapshot)[view->namesakes[0].symbol.module].name, "other");
        QCOMPARE(view->standIns.size(), 1U);
        QCOMPARE(view->standIns[0].name, "Cart");
    }
    void whatNobodyImportsAndWhatIsNotThere() {
        const auto most = viewOf(kProject, "shop.orders", "MOST");
        QVERIFY(most->symbol.kind == graph::SymbolKind::Value);
        QVERIFY(most->spread.ways.empty() && most->statements.empty());
        QCOMPARE(most->picture.boxes.size(), 1U);
        const auto none = viewOf(kProject, "shop.orders", "Nobody");
        QVERIFY(none->symbol.kind == graph::SymbolKind::Other);
        QCOMPARE(none->words, "there is no 'Nobody' in shop.orders");
    }
};

QTEST_GUILESS_MAIN(SymbolViewTest)
#include "symbol_view_test.moc"
