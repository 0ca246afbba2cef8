// The whole program from outside: a small project on disk, the real executable, its words compared.
#include "app/cli/program.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace espalier;
using test::Answer;

namespace {

const char* const kShop = R"(== shop/__init__.py
== shop/orders.py
class Order:
    pass
def make_order():
    return Order()
== shop/old_orders.py
import warnings
from shop.orders import make_order
warnings.warn('shop.old_orders is deprecated. Use shop.orders instead.', DeprecationWarning)
== shop/web.py
from shop.old_orders import make_order
import shop.cart
def late():
    import shop.gone
== shop/cart.py
from shop import web
== tests/test_web.py
from shop.old_orders import make_order as made
)";

} // namespace

class CommandsTest : public QObject, private test::Program {
    Q_OBJECT

public:
    CommandsTest()
        : Program(kShop) {}

private:
    // "path:line kind class text" of each statement.
    static QStringList lines(const QJsonArray& statements) {
        QStringList out;
        for (const QJsonValue& value : statements) {
            const QJsonObject s = value.toObject();
            out << QString("%1:%2:%3 %4 %5 %6")
                       .arg(s["path"].toString())
                       .arg(s["line"].toInt())
                       .arg(s["column"].toInt())
                       .arg(s["kind"].toString(), s["class"].toString(), s["text"].toString());
        }
        return out;
    }

private slots:
    void cycles() {
        const Answer text = run({"cycles"});
        QCOMPARE(text.code, 0);
        QCOMPARE(text.out, QString("Tangle of 2 modules, 2 edges, 2 statements; a shortest cycle: shop.cart "
                                   "> shop.web > shop.cart\n"
                                   "  shop.cart > shop.web\n"
                                   "      shop/cart.py:1  [import]  from shop import web\n"
                                   "  shop.web > shop.cart\n"
                                   "      shop/web.py:2  [import]  import shop.cart\n"
                                   "  modules: shop.cart shop.web\n\n"));
        QCOMPARE(text.err, QString());
        const QJsonArray tangles = json({"cycles"})["tangles"].toArray();
        QCOMPARE(tangles.size(), 1);
        QCOMPARE(tangles[0].toObject()["modules"].toArray(), (QJsonArray{"shop.cart", "shop.web"}));
        QCOMPARE(tangles[0].toObject()["edges"].toInt(), 2);
        QCOMPARE(lines(tangles[0].toObject()["shortest"].toArray()[0].toObject()["statements"].toArray()),
                 QStringList{"shop/cart.py:1:1 import production from shop import web"});
    }

    void noCyclesIsSaidInWords() {
        const Answer answer = run({"cycles", "--kinds", "deferred"});
        QCOMPARE(answer.out, QString("No import cycles (kinds that count: deferred).\n"));
        QCOMPARE(answer.code, 0);
    }

    void importers() {
        const QJsonObject answer = json({"importers", "shop.old_orders"});
        QCOMPARE(answer["schema"].toInt(), 1);
        QVERIFY(answer["exists"].toBool());
        QCOMPARE(lines(answer["statements"].toArray()),
                 (QStringList{
                     "shop/web.py:1:1 import production from shop.old_orders import make_order",
                     "tests/test_web.py:1:1 import tests from shop.old_orders import make_order as made"}));
        const QJsonObject name =
            answer["statements"].toArray()[1].toObject()["names"].toArray()[0].toObject();
        QCOMPARE(name, (QJsonObject{{"name", "make_order"}, {"as", "made"}}));
        QCOMPARE(
            run({"importers", "shop/old_orders.py"}).out,
            QString("shop.old_orders: 2 statements in 2 files (production 1, tests 1)\n"
                    "  shop/web.py:1  [import]  from shop.old_orders import make_order\n"
                    "  tests/test_web.py:1  [import]  from shop.old_orders import make_order as made\n"));
    }

    void importersOfAGhostAndOfNothing() {
        const QJsonObject ghost = json({"importers", "shop.gone"});
        QVERIFY(!ghost["exists"].toBool());
        QCOMPARE(lines(ghost["statements"].toArray()),
                 QStringList{"shop/web.py:4:5 deferred production import shop.gone"});
        const Answer unknown = run({"importers", "shop.order", "--format", "json"});
        QCOMPARE(unknown.code, 0);
        QVERIFY2(unknown.err.contains("did you mean") && unknown.err.contains("shop.orders"),
                 qPrintable(unknown.err));
        const QJsonObject none = QJsonDocument::fromJson(unknown.out.toUtf8()).object();
        QVERIFY(!none["exists"].toBool(true));
        QVERIFY(none["statements"].isArray() && none["statements"].toArray().isEmpty());
    }

    void why() {
        QCOMPARE(run({"why", "shop.cart", "shop.orders"}).out,
                 QString("shop.cart > shop.web > shop.old_orders > shop.orders\n"
                         "  shop.cart > shop.web\n"
                         "      shop/cart.py:1  [import]  from shop import web\n"
                         "  shop.web > shop.old_orders\n"
                         "      shop/web.py:1  [import]  from shop.old_orders import make_order\n"
                         "  shop.old_orders > shop.orders\n"
                         "      shop/old_orders.py:2  [import]  from shop.orders import make_order\n"));
        QCOMPARE(run({"why", "shop.orders", "shop.cart"}).out,
                 QString("shop.orders does not reach shop.cart (kinds that count: import).\n"));
        QCOMPARE(json({"why", "shop.web", "shop.gone", "--kinds", "all"})["path"].toArray().size(), 1);
    }

    void whyAll() {
        QCOMPARE(
            run({"why", "tests", "shop", "--all"}).out,
            QString("1 shortest chain of 1 import\n"
                    "  tests.test_web > shop.old_orders\n"
                    "      tests/test_web.py:1  [import]  from shop.old_orders import make_order as made\n"));
        const QJsonObject all = json({"why", "shop.cart", "shop.orders", "--all"});
        QCOMPARE(all["chains"].toInt(), 1);
        QCOMPARE(all["steps"].toInt(), 3);
        QCOMPARE(all["edges"].toArray().size(), 3);
    }

    void matrix() {
        QCOMPARE(run({"matrix", "--open", "shop", "--sort", "name"}).out.section('\n', 1),
                 QString("                     1  2  3  4  5  6  7\n"
                         "shop              1  \\  .  .  .  .  .  .\n"
                         "  shop.cart       2  .  \\  .  .  . 1!  .\n"
                         "  shop.gone       3  .  .  \\  .  .  .  .\n"
                         "  shop.old_orders 4  .  .  .  \\  .  1  1\n"
                         "  shop.orders     5  .  .  .  1  \\  .  .\n"
                         "  shop.web        6  .  1  .  .  .  \\  .\n"
                         "tests             7  .  .  .  .  .  .  \\\n"));
        const QJsonObject all = json({"matrix", "--open", "shop"});
        QStringList rows;
        for (const QJsonValue& row : all["rows"].toArray())
            rows << row.toObject()["module"].toString();
        QCOMPARE(rows, (QStringList{"tests", "shop", "shop.cart", "shop.web", "shop.old_orders", "shop.gone",
                                    "shop.orders"}));
        QCOMPARE(all["blocks"].toArray(), (QJsonArray{QJsonObject{{"first", 2}, {"last", 3}}}));
        const Answer csv = run({"matrix", "--format", "csv", "--open", "shop"});
        QVERIFY2(csv.out.startsWith("module,tests,shop,shop.cart,"), qPrintable(csv.out));
        QCOMPARE(csv.out.count("\r\n"), 8);
    }

    void deprecated() {
        const QJsonArray list = json({"deprecated"})["deprecated"].toArray();
        QCOMPARE(list.size(), 1);
        const QJsonObject entry = list[0].toObject();
        QCOMPARE(entry["module"].toString(), QString("shop.old_orders"));
        QVERIFY(entry["shim"].toBool());
        QCOMPARE(entry["importers"].toObject()["statements"].toInt(), 2);
        QCOMPARE(entry["evidence"].toArray()[0].toObject()["replacement"].toString(), QString("shop.orders"));
        QCOMPARE(entry["evidence"].toArray()[0].toObject()["line"].toInt(), 3);
    }

    void graphKeepsTheContract() {
        const QJsonObject graph = json({"graph", "--kinds", "all"});
        QCOMPARE(graph["schema"].toInt(), 1);
        QStringList modules;
        for (const QJsonValue& value : graph["modules"].toArray()) {
            const QJsonObject m = value.toObject();
            QStringList marks;
            for (const QJsonValue& mark : m["marks"].toArray())
                marks << mark.toString();
            modules << QString("%1 %2 %3 %4 [%5]")
                           .arg(m["name"].toString(), m["path"].toString("-"), m["kind"].toString(),
                                m["class"].toString(), marks.join(' '));
        }
        QCOMPARE(modules.filter("external").size(), 1); // warnings
        QVERIFY(modules.contains("shop shop/__init__.py package production []"));
        QVERIFY(modules.contains("shop.gone - ghost production []"));
        QVERIFY(modules.contains("shop.old_orders shop/old_orders.py module production [deprecated shim]"));
        QVERIFY(modules.contains("tests.test_web tests/test_web.py module tests [test]"));
        QStringList edges;
        for (const QJsonValue& edge : graph["edges"].toArray())
            edges << edge["from"].toString() + " > " + edge["to"].toString();
        QCOMPARE(edges,
                 (QStringList{"shop.cart > shop.web", "shop.old_orders > shop.orders",
                              "shop.old_orders > warnings", "shop.web > shop.cart", "shop.web > shop.gone",
                              "shop.web > shop.old_orders", "tests.test_web > shop.old_orders"}));
        QCOMPARE(run({"graph", "--kinds", "all"}).out, run({"graph", "--kinds", "all"}).out);
    }

    void adjacencyListsWhoImportsWhom() {
        const QJsonObject all =
            QJsonDocument::fromJson(run({"graph", "--format", "adjacency", "--kinds", "all"}).out.toUtf8())
                .object();
        QStringList edges;
        for (auto it = all.begin(); it != all.end(); ++it)
            for (const QJsonValue& to : it.value().toArray())
                edges << it.key() + " > " + to.toString();
        QCOMPARE(edges, (QStringList{"shop.cart > shop.web", "shop.old_orders > shop.orders",
                                     "shop.web > shop.cart", "shop.web > shop.gone",
                                     "shop.web > shop.old_orders", "tests.test_web > shop.old_orders"}));
        QVERIFY(all.contains("shop.orders") && !all.contains("shop.gone"));
        QVERIFY(run({"graph", "--format", "adjacency", "--externals"}).out.contains("\"warnings\""));
    }

    void picturesInEveryFormat() {
        QVERIFY(run({"graph", "--format", "dot"}).out.startsWith("digraph"));
        QVERIFY(run({"graph", "--format", "svg"}).out.contains("old_orders"));
        QVERIFY(run({"graph", "--format", "mermaid"}).out.contains("flowchart"));
        QVERIFY(run({"graph", "--format", "png", "--scale", "0.5"}).out.contains("PNG"));
        QVERIFY(run({"graph", "--format", "pdf"}).out.startsWith("%PDF"));
    }

    // A copy of espalier, with a script for espalier-draw beside it, or none.
    Answer runBeside(const char* script, const QStringList& arguments) {
        QTemporaryDir bin;
        QFile::copy(ESPALIER_BIN_DIR "/espalier", bin.filePath("espalier"));
        if (script != nullptr) {
            QFile draw(bin.filePath("espalier-draw"));
            if (!draw.open(QIODevice::WriteOnly))
                return {};
            draw.write(QByteArray("#!/bin/sh\n") + script);
            draw.close();
            draw.setPermissions(QFile::ReadOwner | QFile::ExeOwner);
        }
        return run(arguments, {}, bin.filePath("espalier"));
    }

    void picturesComeFromTheProgramBeside() {
        const QStringList svg{"graph", "--format", "svg"}, png{"graph", "--format", "png", "--scale", "2"};
        QCOMPARE(runBeside("cat", png).out, run(svg).out);
        QCOMPARE(runBeside("echo \"$@\"", png).out, QString("render --format png --scale 2.000000\n"));
        QTemporaryDir elsewhere;
        QVERIFY(QFile::link(ESPALIER_BIN_DIR "/espalier", elsewhere.filePath("linked")));
        QVERIFY(run(png, {}, elsewhere.filePath("linked")).out.contains("PNG"));
    }

    void picturesLargerThanAPipe() {
        QTemporaryDir large;
        QByteArray imports;
        for (int i = 0; i < 400; ++i) {
            const QByteArray name = "module_" + QByteArray::number(i);
            QFile file(large.filePath(name + ".py"));
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(imports);
            imports += "import " + name + "\n";
        }
        const auto graph = [&](const char* format) {
            return QStringList{"graph", "--format", format, large.path()};
        };
        const QString svg = run(graph("svg")).out;
        QVERIFY2(svg.size() > 70'000, qPrintable(QString::number(svg.size())));
        QCOMPARE(runBeside("cat", graph("png")).out, svg);
        const Answer unread = runBeside("exec <&-; echo no >&2; exit 3", graph("png"));
        QCOMPARE(unread.err, QString("no\n"));
        QCOMPARE(unread.code, 2);
    }

    // Nothing may depend on addresses, on what lies in fresh memory, or on the order in which files were
    // made.
    void samePictureInEveryProcess() {
        const auto picture = [&](bool backwards, const char* memory, const QStringList& options) {
            QTemporaryDir parent;
            const QDir shop(parent.filePath("shop"));
            if (!QDir().mkpath(shop.path()))
                return QString();
            for (int k = 0; k < 90; ++k) {
                const int i = backwards ? 89 - k : k;
                const QString package = shop.filePath("package" + QString::number(i % 7));
                QFile file(package + "/module" + QString::number(i) + ".py");
                if (!QDir().mkpath(package) || !file.open(QIODevice::WriteOnly))
                    return QString();
                for (const int step : {1, 7, 16, 40})
                    file.write(QStringLiteral("import package%1.module%2\n")
                                   .arg((i * step + 3) % 90 % 7)
                                   .arg((i * step + 3) % 90)
                                   .toUtf8());
            }
            return run(QStringList{memory, ESPALIER_BIN_DIR "/espalier", "graph", "--format", "svg",
                                   "--store", parent.filePath("store.db"), shop.path()} +
                           options,
                       {}, "env")
                .out;
        };
        for (const QStringList& options : {QStringList(), QStringList("--bundled")}) {
            const QString one = picture(false, "MALLOC_PERTURB_=0", options);
            QVERIFY(one.count("<path") > 100);
            QCOMPARE(picture(true, "MALLOC_PERTURB_=165", options), one);
        }
    }

    void missingPicturesAreExplained() {
        const Answer missing = runBeside(nullptr, {"graph", "--format", "pdf"});
        QCOMPARE(missing.code, 2);
        QVERIFY2(missing.err.contains("/espalier-draw: the picture could not be made: No such file") &&
                     missing.err.contains("side by side"),
                 qPrintable(missing.err));
        const Answer crashed = runBeside("kill -SEGV $$", {"graph", "--format", "pdf"});
        QCOMPARE(crashed.code, 2);
        QVERIFY2(crashed.err.contains("ended by a signal: Segmentation fault"), qPrintable(crashed.err));
    }

    void report() {
        const Answer answer = run({"report"});
        QCOMPARE(answer.code, 0);
        for (const char* words :
             {"6 files", "2 modules, 2 edges; a shortest cycle: shop.cart > shop.web > shop.cart",
              "shop.old_orders (shim): 2 statements in 2 files (production 1, tests 1)",
              "shop.gone: 1 statement in 1 file"})
            QVERIFY2(answer.out.contains(words), words);
        QCOMPARE(json({"report"})["sizes"].toObject()["files"].toInt(), 6);
    }

    void mistakesAreExplained() {
        const Answer folder = run({"report", "/no/such/folder"});
        QCOMPARE(folder.code, 2);
        QCOMPARE(folder.out, QString());
        QCOMPARE(
            folder.err,
            QString(
                "espalier: /no/such/folder: no such folder (check the path, and that you may read it)\n"));
        QCOMPARE(run({"cycles", "--kinds", "imports"}).code, 2);
        QCOMPARE(run({}).code, 2);
        QCOMPARE(run({"nonsense"}).code, 2);
        QTemporaryDir empty;
        const Answer none = run({"cycles"}, empty.path());
        QCOMPARE(none.code, 0);
        QVERIFY2(none.err.startsWith("espalier: no Python files in"), qPrintable(none.err));
    }

    void helpShowsExamples() {
        for (const char* command :
             {"index", "report", "cycles", "deprecated", "importers", "why", "graph", "matrix"}) {
            const Answer answer = run({command, "--help"});
            QCOMPARE(answer.code, 0);
            QVERIFY2(answer.out.contains("Examples:\n  espalier " + QString(command)),
                     qPrintable(answer.out));
        }
    }

    void nothingOfTheCodeReachesTheTerminalUnescaped() {
        write("evil.py", "import \x1b[31mred\nfrom evil import (a, # \x1b]0;title\x07\n b)\n");
        const Answer answer = run({"importers", "evil"});
        remove("evil.py");
        QVERIFY(!answer.out.contains('\x1b') && !answer.out.contains('\x07'));
    }
};

QTEST_GUILESS_MAIN(CommandsTest)
#include "commands_test.moc"
