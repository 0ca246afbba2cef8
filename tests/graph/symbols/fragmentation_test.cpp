// One definition, several import paths: who uses which, and which one is right.
#include "graph/model/project_text.h"
#include "graph/symbols/find_symbol.h"

#include <QTest>

using namespace espalier;
using namespace espalier::test;

namespace {
constexpr const char* kProject =
    "== shop/__init__.py\nfrom .orders import Order\n"
    "== shop/orders.py\nclass Order: pass\ndef make(): pass\nMOST = 3\n"
    "== shop/_impl.py\nclass Hidden: pass\nclass _Own: pass\n"
    "== shop/api.py\nfrom ._impl import Hidden, _Own\n"
    "== shop/web.py\nfrom shop.orders import Order\nfrom shop import Order as O, orders\n"
    "== shop/cart.py\nfrom shop import Order, Order as Again\n"
    "== tests/test_a.py\nfrom shop.orders import Order, make, MOST\ndef f():\n    from shop.api import "
    "Hidden\n"
    "== tests/test_b.py\nfrom shop._impl import Hidden as H\n"
    "== old.py\nfrom shop.orders import Order\nPurchase = Order\n"
    "== user.py\nfrom old import Purchase\n";
}

class FragmentationTest : public QObject {
    Q_OBJECT

    graph::SnapshotPtr snapshot_ = graph::buildSnapshot(projectFromText(kProject), {});

    static QString percent(double share) { return QString::number(100 * share, 'f', 1); }

private slots:
    void ranked() {
        graph::Symbols symbols(snapshot_);
        const graph::Fragmentation fragmentation(symbols, graph::EdgeFilter::everything());
        QString found;
        for (const graph::Spread& spread : fragmentation.ranked())
            found += QString("%1: %2 paths, %3 statements, %4 %; %5, %6\n")
                         .arg(QString::fromUtf8(symbols[spread.definition].name))
                         .arg(spread.paths)
                         .arg(spread.statements)
                         .arg(percent(spread.compliance()))
                         .arg(QString::fromStdString(text(*snapshot_, spread.canonical.path)),
                              QString::fromStdString(spread.canonical.reason));
        QCOMPARE(found.split('\n'),
                 QString("Order: 3 paths, 7 statements, 50.0 %; shop.orders:Order, it is defined there\n"
                         "Hidden: 2 paths, 3 statements, 66.7 %; shop.api:Hidden, its module shop._impl is "
                         "private; this is "
                         "the shortest public path\n"
                         "MOST: 1 paths, 1 statements, 100.0 %; shop.orders:MOST, it is defined there\n"
                         "_Own: 1 paths, 1 statements, 100.0 %; shop._impl:_Own, its module shop._impl is "
                         "private, and no "
                         "public module offers it\n"
                         "make: 1 paths, 1 statements, 100.0 %; shop.orders:make, it is defined there\n")
                     .split('\n'));
    }

    void paths() {
        graph::Symbols symbols(snapshot_);
        const graph::Fragmentation fragmentation(symbols, graph::EdgeFilter::everything());
        QString found;
        for (const char* name : {"Order", "Hidden"}) {
            const graph::ImportPath asked = graph::findSymbol(*snapshot_, name).front();
            const graph::Spread* spread =
                fragmentation.find(symbols.origins(asked.module, asked.name).front());
            QVERIFY(spread);
            for (const auto& path : fragmentation.paths(*spread)) {
                found += QString::fromStdString(text(*snapshot_, path.path)) + (path.canonical ? " *" : "") +
                         QString(" %1/%2").arg(path.counts.total.statements).arg(path.counts.total.files) +
                         '\n';
                for (const graph::StatementRef& ref : path.statements)
                    if (graph::Fragmentation::violates(*spread, path.path, ref))
                        found += QString::fromStdString(
                            "  " + snapshot_->pathOf(ref) + ": " +
                            requiredForm(*snapshot_, ref, path.path, spread->canonical.path) + '\n');
            }
        }
        QCOMPARE(found.split('\n'),
                 QString("shop.orders:Order * 4/4\nshop:Order 2/2\n  shop/cart.py: from shop.orders import "
                         "Order, Order as Again\n"
                         "  shop/web.py: from shop.orders import Order as O\nold:Purchase 1/1\n"
                         "  user.py: from shop.orders import Order as Purchase\n"
                         "shop._impl:Hidden 2/2\n  tests/test_b.py: from shop.api import Hidden as H\n"
                         "shop.api:Hidden * 1/1\n")
                     .split('\n'));
    }

    void aCampaignSaysWhatIsCanonical() {
        graph::Config config;
        config.campaigns.push_back({});
        config.campaigns[0].name = "one-order";
        config.campaigns[0].canonical = {"shop:Order", "gone:Order", "shop:gone"};
        config.campaigns[0].criticalPath = {"shop", "nowhere"};
        const graph::SnapshotPtr snapshot = graph::buildSnapshot(projectFromText(kProject), config);
        graph::Symbols symbols(snapshot);
        const graph::Fragmentation fragmentation(symbols, graph::EdgeFilter::everything());
        const graph::Spread& order = fragmentation.ranked().front();
        QCOMPARE(QString::fromUtf8(symbols[order.definition].name), "Order");
        QCOMPARE(text(*snapshot, order.canonical.path), std::string("shop:Order"));
        QCOMPARE(order.canonical.reason, std::string("campaign 'one-order' says so"));
        QCOMPARE(order.compliantFiles, 2U); // shop hands it on, shop.cart imports it from there
        QCOMPARE(order.violatingFiles, 4U);
        QCOMPARE(
            problemLines(*snapshot),
            std::string(
                ":0 unknown-in-campaign: campaign 'one-order': there is no module 'gone', which is named as "
                "canonical\n:0 unknown-in-campaign: campaign 'one-order': there is no module 'nowhere', "
                "which is named as part of its critical path\n"));
    }

    // A private name is for its module alone; whoever else needs the thing takes it by a public one, though
    // not from a test.
    void privateNames() {
        const auto snapshot = graph::buildSnapshot(
            projectFromText("== a.py\nclass _Impl: pass\nclass _Alone: pass\n"
                            "== shop/manager.py\nfrom a import _Impl\nManager = _Impl\n"
                            "== tests/t.py\nfrom a import _Impl\nM = _Impl\n"
                            "== tests/u.py\nfrom tests.t import M\n"
                            "== user.py\nfrom shop.manager import Manager\nfrom a import _Alone\n"),
            {});
        graph::Symbols symbols(snapshot);
        const graph::Fragmentation fragmentation(symbols, graph::EdgeFilter::everything());
        QString found;
        for (const graph::Spread& spread : fragmentation.ranked())
            found += QString::fromStdString(text(*snapshot, spread.canonical.path) + ": " +
                                            spread.canonical.reason + '\n');
        QCOMPARE(found,
                 QString("shop.manager:Manager: its name _Impl is private; this is the shortest public path\n"
                         "a:_Alone: its name _Alone is private, and no public module offers it\n"));
    }

    void onlyTheKindsThatCount() {
        graph::Symbols symbols(snapshot_);
        const graph::Fragmentation fragmentation(symbols, graph::EdgeFilter{});
        const graph::ImportPath hidden = graph::findSymbol(*snapshot_, "Hidden").front();
        const graph::Spread* spread = fragmentation.find(symbols.origins(hidden.module, hidden.name).front());
        QVERIFY(spread);
        QCOMPARE(spread->statements, 2U);
    }

    void whatAPersonMeans_data() {
        QTest::addColumn<QString>("asked");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char* asked, const char* expected) {
            QTest::newRow(asked) << asked << expected;
        };
        row("shop.orders:Order", "shop.orders:Order ");
        row("shop/orders.py:Order", "shop.orders:Order ");
        row("shop.Order", "shop:Order ");
        row("shop.orders.none", "shop.orders:none ");
        row("Order", "shop.orders:Order ");
        row("Purchase", "old:Purchase ");
        row("shop.orders", "shop:orders ");
        row("gone:Order", "");
        row("gone.x", "");
        row("nothing", "");
    }
    void whatAPersonMeans() {
        QFETCH(QString, asked);
        QFETCH(QString, expected);
        const std::string kept = asked.toStdString();
        QString found;
        for (const graph::ImportPath& path : graph::findSymbol(*snapshot_, kept))
            found += QString::fromStdString(text(*snapshot_, path)) + ' ';
        QCOMPARE(found, expected);
    }
};

QTEST_GUILESS_MAIN(FragmentationTest)
#include "fragmentation_test.moc"
