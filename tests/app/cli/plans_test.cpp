// What-if plans from the command line: suggested, saved, looked at, and what they make of the tangles.
#include "app/cli/program.h"

#include <QJsonArray>
#include <QTest>

using namespace espalier;

namespace {
// The ring cart > web > cart, of which the way back is only used in a function, and a pair.
constexpr const char* kShop = "== shop/__init__.py\n"
                              "== shop/cart.py\nfrom shop.web import page\npage()\ndef total(): pass\n"
                              "== shop/web.py\nfrom shop.cart import total\ndef page(): total()\n"
                              "== shop/a.py\nfrom shop import b\nb.run()\n"
                              "== shop/b.py\nimport shop.a\nshop.a.run()\n";
} // namespace

class PlansTest : public QObject, private test::Program {
    Q_OBJECT

public:
    PlansTest()
        : Program(kShop) {}

private slots:
    void init() { remove("espalier-plans.toml"); }

    void aSuggestionIsSavedAndTried() {
        const test::Answer saved = run({"cycles", "--suggest", "--save", "untangle"});
        QCOMPARE(saved.code, 0);
        QCOMPARE(saved.err, "espalier: 2 changes saved as plan untangle in espalier-plans.toml\n");
        const QString file = read("espalier-plans.toml");
        QVERIFY2(file.contains("cut = [\"shop.web\", \"shop.cart\"]\nhow = \"defer\"\n"), qPrintable(file));

        const QJsonObject tried = json({"cycles", "--plan", "untangle"});
        QCOMPARE(tried["tangles"].toArray().size(), 0);
        const QJsonObject whatIf = tried["what_if"].toObject();
        QCOMPARE(whatIf["before"].toObject()["edges"].toInt(), 4);
        QCOMPARE(whatIf["after"].toObject()["edges"].toInt(), 0);
        // The edge is still there when the program runs.
        QCOMPARE(
            json({"cycles", "--plan", "untangle", "--kinds", "import,deferred"})["tangles"].toArray().size(),
            1);
        QVERIFY(
            text({"cycles", "--plan", "untangle"})
                .startsWith("With plan untangle (2 of 2 changes made): 0 edges in tangles; now 4 edges in 2 "
                            "tangles of 2, 2 modules\nNo import cycles"));
        QVERIFY(text({"cycles", "--plan", "untangle", "--between", "shop.cart", "shop.web"})
                    .contains("No: shop.cart"));
        QVERIFY(text({"cycles", "--plan", "untangle", "--format", "markdown"})
                    .contains("\n\nWith plan untangle (2 of 2"));
        QVERIFY(text({"cycles", "--suggest", "--format", "markdown"}).contains("\n\nWeights: 4 a statement"));
        QVERIFY(run({"cycles", "--plan", "untangle", "--package-level", "--format", "json"})
                    .err.startsWith("With plan untangle"));
        QCOMPARE(run({"cycles", "--plan", "untangle", "--suggest"}).code, 2);
        QCOMPARE(run({"cycles", "--save", "untangle"}).code, 2);
        QCOMPARE(run({"cycles", "--suggest", "--save", "Not a name"}).code, 2);
    }

    void aPlanIsShownAsTasks() {
        write("espalier-plans.toml",
              "[[plan]]\nname = 'mine'\n[[plan.change]]\nmove = 'shop.cart:total'\n"
              "into = 'shop.sums'\n[[plan.change]]\nmerge = 'shop.a'\ninto = 'shop.b'\n"
              "[[plan.change]]\nmerge = 'shop.gone'\ninto = 'shop.b'\n");
        QCOMPARE(text({"plan", "list"}),
                 "With plan mine (2 of 3 changes made): 0 edges in tangles; now 4 "
                 "edges in 2 tangles of 2, 2 modules\n"
                 "  merge shop.gone into shop.b: left out, there is no module shop.gone\n");
        const QString tasks = text({"plan", "show", "mine", "--format", "markdown"});
        QVERIFY2(
            tasks.contains("- [ ] move shop.cart:total to shop.sums; left: 2 edges in 1 tangle of 2 modules\n"
                           "  - `shop/web.py:1` `from shop.cart import total`\n"
                           "- [ ] merge shop.a into shop.b; nothing is left in tangles\n"
                           "  - `shop/a.py:1` `from shop import b`\n"
                           "  - `shop/b.py:1` `import shop.a`\n\nLeft out:\n\n"
                           "- merge shop.gone into shop.b: left out, there is no module shop.gone\n"),
            qPrintable(tasks));
        const QJsonObject shown = json({"plan", "show", "mine"});
        const QJsonArray steps = shown["steps"].toArray();
        QCOMPARE(steps.size(), 2);
        QCOMPARE(steps[0].toObject()["statements"].toArray()[0].toObject()["path"].toString(), "shop/web.py");
        QCOMPARE(steps[0].toObject()["left"].toObject()["edges"].toInt(), 2);
        QCOMPARE(shown["left_out"].toArray().size(), 1);
        QVERIFY(
            text({"plan", "show", "mine"}).contains("1. move shop.cart:total to shop.sums; left: 2 edges"));
        QCOMPARE(text({"plan", "show", folder() + "/espalier-plans.toml"}), text({"plan", "show", "mine"}));
        const test::Answer none = run({"plan", "show", "other"});
        QCOMPARE(none.code, 2);
        QCOMPARE(none.err, "espalier: other: there is no such plan in espalier-plans.toml (it has mine)\n");
        write("espalier-plans.toml", "[[plan\n");
        QVERIFY(run({"plan", "list"}).err.startsWith("espalier: espalier-plans.toml:1: no valid TOML"));
    }

    void weightsAreThePersons() {
        const auto weight = [this](const QStringList& more) {
            const QJsonObject all = json(QStringList{"cycles", "--suggest", "--through", "shop.a"} + more);
            return all["tangles"].toArray()[0].toObject()["plan"].toObject()["weight"].toInt();
        };
        QCOMPARE(weight({}), 4);
        QCOMPARE(weight({"--weight", "production=7"}), 7);
        write("espalier.toml", "[cuts]\nproduction = 10\neasy = 5\n");
        QCOMPARE(weight({}), 10);
        QCOMPARE(weight({"--weight", "production=7", "--weight", "other=1"}), 7);
        QVERIFY(
            text({"cycles", "--suggest"})
                .startsWith(
                    "Weights: 10 a statement in production, 2 elsewhere, divided by 5 where it is easy\n"));
        write("espalier.toml", "[cuts]\nproduction = 0\n");
        QCOMPARE(weight({}), 4);
        remove("espalier.toml");
        for (const char* wrong : {"production", "production=0", "production=x", "tests=3", "easy=1001"})
            QCOMPARE(run({"cycles", "--suggest", "--weight", wrong}).code, 2);
    }
};

QTEST_GUILESS_MAIN(PlansTest)
#include "plans_test.moc"
