// `espalier cycles` with all that it can be asked, run as a user runs it.
#include "app/cli/program.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace espalier;

namespace {
constexpr const char* kShop = "== shop/__init__.py\n"
                              "== shop/cart.py\nfrom shop.web import page\nregister('cart')\nitems = []\n"
                              "== shop/web.py\nfrom shop.cart import items\npage = 1\n"
                              "== shop/late.py\ndef f():\n    import shop.later\n"
                              "== shop/later.py\nimport shop.late\n"
                              "== tools/run.py\nimport shop.tool.x\n"
                              "== shop/tool/x.py\nimport tools.other\n"
                              "== tools/other.py\n";
}

class CyclesTest : public QObject, private test::Program {
    Q_OBJECT

public:
    CyclesTest()
        : Program(kShop) {}

private slots:
    void atMostLeavesLargerTanglesOut() {
        const test::Program project("== a.py\nimport b\n== b.py\nimport c\n== c.py\nimport a\n"
                                    "== d.py\nimport e\n== e.py\nimport d\n");
        const auto sizes = [&](const char* most) {
            QList<qsizetype> out;
            for (const QJsonValue& tangle : project.json({"cycles", "--at-most", most})["tangles"].toArray())
                out << tangle.toObject()["modules"].toArray().size();
            return out;
        };
        QCOMPARE(sizes("3"), (QList<qsizetype>{3, 2}));
        QCOMPARE(sizes("2"), QList<qsizetype>{2});
        QCOMPARE(sizes("1"), QList<qsizetype>());
    }
    void progressGoesToStderrAsLines() {
        const test::Answer answer = run({"cycles", "--explain", "--format", "json", "--progress", "json"});
        QVERIFY2(answer.err.endsWith("{\"phase\": \"verdicts\", \"done\": 1, \"total\": 2}\n"),
                 qPrintable(answer.err));
        QVERIFY(QJsonDocument::fromJson(answer.out.toUtf8()).isObject());
    }
    void explain() {
        const QJsonArray tangles = json({"cycles", "--explain"})["tangles"].toArray();
        QCOMPARE(tangles.size(), 1);
        const QJsonArray verdicts = tangles[0].toObject()["verdicts"].toArray();
        QCOMPARE(verdicts.size(), 2);
        const QJsonObject cart = verdicts[0].toObject();
        QCOMPARE(cart["entry"].toString(), "shop.cart");
        QCOMPARE(cart["outcome"].toString(), "fails");
        QCOMPARE(cart["error"].toString(), "ImportError");
        QCOMPARE(cart["path"].toString(), "shop/web.py");
        QCOMPARE(cart["line"].toInt(), 1);
        QCOMPARE(cart["name"].toString(), "items");
        QCOMPARE(cart["module"].toString(), "shop.cart");
        QCOMPARE(cart["stack"].toArray().size(), 2);
        QCOMPARE(cart["stack"].toArray()[0].toObject()["path"].toString(), "shop/cart.py");
        QCOMPARE(verdicts[1].toObject()["name"].toString(), "page");
        const QJsonArray calls = tangles[0].toObject()["import_calls"].toArray();
        QCOMPARE(calls[0].toObject()["calls"].toArray()[0].toObject()["call"].toString(), "register");

        const QString words = text({"cycles", "--explain"});
        QVERIFY2(words.contains("  fails when the first import is shop.cart, shop.web (2 of 2 modules)\n"
                                "  imported first, fails: shop.cart\n"
                                "    shop/web.py:1 ImportError: cannot import name 'items' from partially "
                                "initialized module 'shop.cart' (most likely due to a circular import)\n"
                                "      shop/cart.py:1, in shop.cart\n"
                                "      shop/web.py:1, in shop.web\n"),
                 qPrintable(words));
    }

    // What each module's first import comes to, against a real python3: a loads, b and the package's late do
    // not.
    void oneEntryFailsAndAnotherDoesNot() {
        const test::Program project("== pkg/__init__.py\n"
                                    "== pkg/a.py\nx = 1\nfrom pkg import late\nfrom pkg.b import y\n"
                                    "== pkg/b.py\nfrom pkg.a import x\ny = x + 1\n"
                                    "== pkg/late.py\nfrom pkg.a import y\n"
                                    "== pkg/far.py\nimport pkg.near\n"
                                    "== pkg/near.py\nimport pkg.far\n"
                                    "== free.py\nimport pkg.b\n");
        const QJsonArray tangles = project.json({"cycles", "--explain"})["tangles"].toArray();
        QCOMPARE(tangles.size(), 2);
        int fails = 0, loads = 0;
        for (const QJsonValue& tangle : tangles)
            for (const QJsonValue& value : tangle.toObject()["verdicts"].toArray()) {
                const QJsonObject verdict = value.toObject();
                QProcess python;
                python.setWorkingDirectory(project.folder());
                python.start("python3", {"-S", "-B", "-c", "import " + verdict["entry"].toString()});
                QVERIFY(python.waitForFinished());
                const QString said = QString::fromUtf8(python.readAllStandardError()).trimmed();
                QCOMPARE(verdict["outcome"].toString(), QString(python.exitCode() == 0 ? "ok" : "fails"));
                ++(python.exitCode() == 0 ? loads : fails);
                if (python.exitCode() == 0)
                    continue;
                const QString last = said.section('\n', -1), line = QString::number(verdict["line"].toInt());
                QVERIFY2(last.startsWith(verdict["error"].toString() + ": " + verdict["message"].toString()),
                         qPrintable(last + "\n" + verdict["message"].toString()));
                QVERIFY2(said.section("File ", -1).contains(verdict["path"].toString() + "\", line " + line),
                         qPrintable(said));
            }
        QVERIFY(fails >= 2 && loads >= 2);
        // Those that fail come first, though the other tangle is no smaller than half of it.
        QVERIFY(project.text({"cycles", "--explain"}).indexOf("fails when the first import is") <
                project.text({"cycles", "--explain"}).indexOf("never fails"));
    }

    void theWorstComesFirst() {
        const test::Program project("== a1.py\nimport a2\n== a2.py\nimport a1\n"
                                    "== b1.py\nimport b2\nimport b2\n== b2.py\nimport b1\n"
                                    "== c1.py\nimport c2\n== c2.py\nimport c3\n== c3.py\nimport c1\n"
                                    "== d1.py\nfrom d2 import x\n== d2.py\nfrom d1 import y\n");
        const auto order = [&](const QStringList& arguments) {
            QString out;
            for (const QJsonValue& tangle : project.json(arguments)["tangles"].toArray())
                out += tangle.toObject()["modules"].toArray()[0].toString() + ' ';
            return out;
        };
        QCOMPARE(order({"cycles"}), "c1 b1 a1 d1 ");
        QCOMPARE(order({"cycles", "--explain"}), "d1 c1 b1 a1 ");
    }

    void betweenTwo() {
        const QJsonObject yes = json({"cycles", "--between", "shop.cart", "shop.web"});
        QCOMPARE(yes["cycle"].toArray().size(), 2);
        QCOMPARE(yes["simple"].toBool(), true);
        QCOMPARE(
            yes["cycle"].toArray()[1].toObject()["statements"].toArray()[0].toObject()["path"].toString(),
            "shop/web.py");
        const QJsonObject no = json({"cycles", "--between", "shop.late", "shop.later"});
        QVERIFY(no["cycle"].isNull());
        QCOMPARE(no["searched"].toObject()["kinds"].toArray(), QJsonArray{"import"});
        QVERIFY(no["searched"].toObject()["edges"].toInt() > 3);
        QCOMPARE(
            json({"cycles", "--between", "shop.late", "shop.later", "--kinds", "import,deferred"})["cycle"]
                .toArray()
                .size(),
            2);
        QVERIFY(text({"cycles", "--between", "shop.late", "shop.later"})
                    .startsWith("No: shop.late and shop.later"));
    }

    void throughOne() {
        QCOMPARE(json({"cycles", "--through", "shop.web"})["tangles"].toArray().size(), 1);
        QCOMPARE(json({"cycles", "--through", "shop.late"})["tangles"].toArray().size(), 0);
    }

    void packages() {
        const QJsonArray tangles = json({"cycles", "--package-level"})["package_tangles"].toArray();
        QCOMPARE(tangles.size(), 1);
        QCOMPARE(tangles[0].toObject()["packages"].toArray(), (QJsonArray{"shop.tool", "tools"}));
        QVERIFY(text({"cycles", "--package-level"}).contains("shop/tool/x.py:1"));
    }

    void suggestions() {
        const auto plan = [this](const QStringList& more) {
            return json(QStringList{"cycles", "--suggest"} + more)["tangles"]
                .toArray()[0]
                .toObject()["plan"]
                .toObject();
        };
        const QJsonObject best = plan({});
        QCOMPARE(best["optimal"].toBool(), true);
        const QJsonArray cuts = best["cuts"].toArray();
        QCOMPARE(cuts.size(), 1);
        QCOMPARE(cuts[0].toObject()["statements"].toArray().size(), 1);
        QCOMPARE(cuts[0].toObject()["tangles_left"].toArray(), QJsonArray());
        QCOMPARE(best["weight"].toInt(), cuts[0].toObject()["weight"].toInt());
        for (const QString& cut : {QString("shop.cart"), QString("shop.web")}) {
            const QString other = cut == "shop.cart" ? "shop.web" : "shop.cart";
            const QJsonObject pinned = plan({"--keep", other, cut});
            QCOMPARE(pinned["cuts"].toArray()[0].toObject()["from"].toString(), cut);
            QCOMPARE(plan({"--cut", cut, other})["cuts"].toArray()[0].toObject()["from"].toString(), cut);
        }
        const QJsonObject none = plan({"--keep", "shop.cart", "shop.web", "--keep", "shop.web", "shop.cart"});
        QCOMPARE(none["cuts"].toArray().size(), 0);
        QCOMPARE(none["kept_cycle"].toArray().size(), 2);

        QVERIFY(text({"cycles", "--suggest"}).contains("  cut 1 edge of weight "));
        const QString tasks = text({"cycles", "--suggest", "--format", "markdown"});
        QVERIFY2(tasks.contains("\n- [ ] shop."), qPrintable(tasks));
    }

    // Where the quick look proves nothing, the solver is asked; where there is none, it is said.
    void withoutASolverCutsAreNotProven() {
        QString files;
        for (int i = 0; i < 12; ++i) { // a circulant, whose cycles overlap in many ways
            files += QString("== m%1.py\n").arg(i, 2, 10, QChar('0'));
            for (const int step : {1, 3, 4})
                files += QString("from m%1 import *\n").arg((i + step) % 12, 2, 10, QChar('0'));
        }
        const test::Program project(files.toUtf8().constData());
        const QStringList arguments{"cycles", "--suggest", "--format", "json"};
        const auto planOf = [](const test::Answer& answer) {
            return QJsonDocument::fromJson(answer.out.toUtf8())["tangles"]
                .toArray()[0]
                .toObject()["plan"]
                .toObject();
        };
        const test::Answer whole = project.run(arguments);
        QCOMPARE(whole.err, QString());
        QVERIFY(planOf(whole)["optimal"].toBool());
        QTemporaryDir alone;
        QVERIFY(QFile::copy(ESPALIER_BIN_DIR "/espalier", alone.filePath("espalier")));
        const test::Answer part = project.run(arguments, {}, alone.filePath("espalier"));
        QCOMPARE(part.code, 0);
        QVERIFY2(part.err.contains("/espalier-solve: No such file") && part.err.contains("not proven"),
                 qPrintable(part.err));
        QVERIFY(!planOf(part)["optimal"].toBool());
        QVERIFY(planOf(part)["weight"].toInt() >= planOf(whole)["weight"].toInt());
    }

    void whatCannotBeHadIsRefused() {
        QCOMPARE(run({"cycles", "--package-level", "--format", "dot"}).code, 2);
        QCOMPARE(run({"cycles", "--between", "shop.cart", "shop.web", "--format", "markdown"}).code, 2);
        QCOMPARE(run({"cycles", "--package-level", "--explain"}).code, 2);
        QCOMPARE(run({"cycles", "--keep", "shop.cart", "shop.web"}).code, 2);
    }

    void forAnIssue() {
        const QString markdown = text({"cycles", "--explain", "--format", "markdown"});
        QVERIFY2(markdown.contains(
                     "## 2 modules, 2 edges\n\nA shortest cycle:\n\n- `shop.cart` imports `shop.web`\n"
                     "  - `shop/cart.py:1` `from shop.web import page`\n"),
                 qPrintable(markdown));
        QVERIFY(
            markdown.contains("Imported first, `shop.cart` raises `ImportError: cannot import name 'items'"));
        const QString dot = text({"cycles", "--format", "dot"});
        QVERIFY2(dot.startsWith("digraph") && dot.contains("cart") && !dot.contains("later"),
                 qPrintable(dot));
    }
};

QTEST_GUILESS_MAIN(CyclesTest)
#include "cycles_test.moc"
