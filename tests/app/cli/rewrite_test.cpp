// `espalier rewrite`: its differences are applied by `patch`, and python3 says whether everything stays the
// same.
#include "app/cli/program.h"

#include <QDir>
#include <QJsonArray>
#include <QTest>

using namespace espalier;
using test::Program;

namespace {

constexpr const char* kScript = ESPALIER_SOURCE_DIR "/tests/app/cli/rewritten.py";
const QByteArray kOrders =
    "class Order:\n    def total(self): return 1\ndef make(): return 2\nLIMIT = 3\n"
    "def other(): return 4\n_state = None\ndef set_state():\n    global _state\n    _state = 1\n";
const QByteArray kOld =
    "from shop.orders import Order, make, LIMIT, _state\nfrom shop.orders import other as "
    "another\nclass Own: pass\n";

// The project's shop.old is a shim of shop.orders; what `espalier rewrite` makes of this file beside them.
struct Outcome {
    QString text, left; // the reasons, a line each
};

} // namespace

class RewriteTest : public QObject {
    Q_OBJECT

    static QString python(const Program& program, const QStringList& arguments) {
        const test::Answer answer =
            program.run(QStringList{"-W", "ignore", kScript} + arguments, {}, "python3");
        return answer.code == 0 ? answer.out : "failed: " + answer.err;
    }

    static QString patched(const Program& program, const QString& difference) {
        const test::Answer answer = program.run({"-p1", "-s"}, {}, "patch", difference.toUtf8());
        return answer.code == 0 ? QString() : answer.out + answer.err;
    }

    static Outcome rewritten(const QByteArray& file) {
        const Program program;
        program.write("shop/__init__.py", "");
        program.write("shop/orders.py", kOrders);
        program.write("shop/old.py", kOld);
        program.write("shop/user.py", file);
        const test::Answer answer = program.run({"rewrite", "shop.old", "shop.orders", "--diff"});
        Outcome out;
        for (const QString& line : answer.out.split('\n'))
            if (line.startsWith("# left: shop/user.py:"))
                out.left += line.section("  ", 1, 1) + '\n';
        const test::Answer patch = program.run({"-p1", "-s"}, {}, "patch", answer.out.toUtf8());
        if (answer.out.contains("\n+++ ") && patch.code != 0)
            return {"patch: " + patch.out + patch.err, answer.out};
        out.text = QString::fromLatin1(program.read("shop/user.py"));
        return out;
    }

private slots:
    void forms_data() {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("after");
        QTest::addColumn<QString>("left");
        const auto row = [](const char* name, const char* before, const char* after, const char* left = "") {
            QTest::newRow(name) << QByteArray(before) << QByteArray(after) << QString(left);
        };
        const auto stays = [&](const char* name, const char* text, const char* left) {
            row(name, text, text, left);
        };
        row("whole", "from shop.old import make, Order as O\n", "from shop.orders import make, Order as O\n");
        row("relative", "from .old import make\n", "from .orders import make\n");
        row("tight", "from.old import make\n", "from .orders import make\n");
        row("called otherwise", "from shop.old import another\n",
            "from shop.orders import other as another\n");
        row("called otherwise, with an alias", "from shop.old import another as a\n",
            "from shop.orders import other as a\n");
        row("split", "from shop.old import make, Own  # both\n",
            "from shop.orders import make\nfrom shop.old import Own  # both\n",
            "Own: shop.orders has no 'Own'\n");
        row("split with a word for tools", "from shop.old import make, Own  # noqa: F401\n",
            "from shop.orders import make  # noqa: F401\nfrom shop.old import Own  # noqa: F401\n",
            "Own: shop.orders has no 'Own'\n");
        row("split by lines",
            "if 1:\n    from shop.old import (\n        make,  # one\n        # two\n        Own,\n        "
            "LIMIT as L  # three\n    )\n",
            "if 1:\n    from shop.orders import (\n        make,  # one\n        LIMIT as L,  # three\n    "
            ")\n    from "
            "shop.old import (\n        # two\n        Own,\n    )\n",
            "Own: shop.orders has no 'Own'\n");
        row("split in a line of several", "import os; from shop.old import make, Own; x = 1\n",
            "import os; from shop.orders import make; from shop.old import Own; x = 1\n",
            "Own: shop.orders has no 'Own'\n");
        row("split behind a colon", "if 1: from shop.old import Own as o, make\n",
            "if 1: from shop.orders import make; from shop.old import Own as o\n",
            "Own: shop.orders has no 'Own'\n");
        row("split with continued lines", "from shop.old import make, \\\n    Own\n",
            "from shop.orders import make\nfrom shop.old import Own\n", "Own: shop.orders has no 'Own'\n");
        stays("split that would lose a comment", "from shop.old import (make, Own,  # both\n    LIMIT)\n",
              "LIMIT: its names share lines with comments: it cannot be cut in two\n"
              "make: its names share lines with comments: it cannot be cut in two\nOwn: shop.orders has no "
              "'Own'\n");
        row("windows, no final line end", "x = 1\r\nfrom shop.old import make, Own\r\ny = 2",
            "x = 1\r\nfrom shop.orders import make\r\nfrom shop.old import Own\r\ny = 2",
            "Own: shop.orders has no 'Own'\n");
        row("windows, on the last line", "from shop.old import make, Own",
            "from shop.orders import make\nfrom shop.old import Own", "Own: shop.orders has no 'Own'\n");
        row("byte order mark",
            "\xef\xbb\xbf"
            "from shop.old import make\n",
            "\xef\xbb\xbf"
            "from shop.orders import make\n");
        row("latin-1 elsewhere", "# coding: latin-1\nx = '\xe4'\nfrom shop.old import make\n",
            "# coding: latin-1\nx = '\xe4'\nfrom shop.orders import make\n");
        stays("latin-1 on the line", "# coding: latin-1\nx = '\xe4'; from shop.old import make\n",
              "make: a line that changes has letters in an encoding other than UTF-8\n");
        stays("syntax error", "from shop.old import make\nx = (\n", "make: the file has syntax errors\n");
        row("in a try", "try:\n    from shop.old import make\nexcept ImportError:\n    make = None\n",
            "try:\n    from shop.orders import make\nexcept ImportError:\n    make = None\n");
        stays("the other branch",
              "try:\n    from shop.orders import make\nexcept ImportError:\n    from shop.old import make\n",
              "make: another branch of the try imports it from shop.orders: this one can be taken away by "
              "hand\n");
        stays("star", "from shop.old import *\n",
              "a star import: which of its names are used is not known\n");
        stays("set by a function", "from shop.old import _state\n",
              "_state: value shop.orders:_state is set again by a function: when it is asked for decides\n");

        row("module", "import shop.old\nx = shop.old.make(), shop.old.another, f'{shop.old.LIMIT}'\n",
            "import shop.orders\nx = shop.orders.make(), shop.orders.other, f'{shop.orders.LIMIT}'\n");
        row("alias", "import os, shop.old as old\nx = old.make()\ndef f(old): return old.more\n",
            "import os, shop.orders as old\nx = old.make()\ndef f(old): return old.more\n");
        row("submodule", "from . import old\nx = old.another\n",
            "from . import orders as old\nx = old.other\n");
        row("one of several submodules", "from shop import old, orders as o\nx = old.make\n",
            "from shop import orders as old, orders as o\nx = old.make\n");
        row("in functions", "def f():\n    import shop.old\n    return shop.old.make\n",
            "def f():\n    import shop.orders\n    return shop.orders.make\n");
        stays("one name is missing", "import shop.old as old\nx = old.make\ny = old.Own\n",
              "old: shop.orders has no 'Own' (line 3)\n");
        stays("the object", "from shop import old\nx = old.make, vars(old)\n",
              "old: the module object itself is used (line 2)\n");
        stays("set", "from shop import old\nx = old.make\nold.LIMIT = 4\n",
              "old: it sets 'LIMIT' in the module (line 3)\n");
        stays("set among others", "from shop import old\nx, old.LIMIT = 4, 5\n",
              "old: it sets 'LIMIT' in the module (line 2)\n");
        stays("set in one line", "from shop import old\nif 1: old.LIMIT = 4\n",
              "old: it sets 'LIMIT' in the module (line 2)\n");
        row("read in an annotation", "from shop import old\nx: old.Order = None\n",
            "from shop import orders as old\nx: old.Order = None\n");
        stays("another meaning",
              "from shop import old\nx = old.make\ndef f():\n    from os import path as old\n",
              "old: 'old' has another meaning, too (line 4)\n");
        stays("unused", "import shop.old\n",
              "shop.old: none of its names is used here: it may be imported for its effect\n");
        stays("something else through it", "import shop.old\nx = shop.old.make, shop.more.x\n",
              "shop.old: shop.more.x is reached by the same import (line 2)\n");
        row("something else by an import of its own",
            "import shop.old, shop.user\nx = shop.old.make\ndef f(): return shop.user.x\n",
            "import shop.orders, shop.user\nx = shop.orders.make\ndef f(): return shop.user.x\n");
        row("patched member", "from unittest import mock\nmock.patch('shop.old.Order.total')\n",
            "from unittest import mock\nmock.patch('shop.orders.Order.total')\n");
        stays("patched name", "from unittest import mock\nmock.patch('shop.old.make')\n",
              "make: it replaces the name in shop.old, and who looks there sees it\n");
        stays("any string", "x = 'shop.old.Order.total'\n", "Order: a string: who reads it is not known\n");
        stays("computed", "import importlib\nx = importlib.import_module('shop.old').make\n",
              "a computed import: what is done with the module is not known\n");
    }
    void forms() {
        QFETCH(QByteArray, before);
        QFETCH(QByteArray, after);
        QFETCH(QString, left);
        const Outcome found = rewritten(before);
        QCOMPARE(found.text, QString::fromLatin1(after));
        QStringList reasons = found.left.split('\n'), expected = left.split('\n');
        reasons.sort();
        expected.sort();
        QCOMPARE(reasons, expected);
    }

    void generated_data() {
        QTest::addColumn<int>("seed");
        for (int seed = 1; seed <= 12; ++seed)
            QTest::addRow("%d", seed) << seed;
    }
    void generated() {
        QFETCH(int, seed);
        const Program program;
        QCOMPARE(python(program, {"generate", QString::number(seed), program.folder()}), QString());
        const QString before = python(program, {"values", program.folder()});
        QVERIFY2(before.contains("pkg.c1 ["), qPrintable(before));
        const QString out = program.text({"rewrite", "pkg.old", "pkg.new", "--diff"});
        QCOMPARE(patched(program, out), QString());
        QCOMPARE(python(program, {"values", program.folder()}), before);
        int said = 0; // pkg.new may have to stay as it is; it is not counted by the script
        for (const QString& line : out.split('\n'))
            said += line.startsWith("# left: ") && !line.contains("pkg/new.py:") ? 1 : 0;
        QCOMPARE(python(program, {"left", program.folder()}).toInt(), said);
    }

    // Each batch alone parses and lowers the count; the numbers go on from one to the next.
    void batches() {
        const Program program;
        program.write("shop/__init__.py", "");
        program.write("shop/orders.py", kOrders);
        program.write("shop/old.py", kOld);
        program.write("shop/web/a.py", "from shop.old import make\n");
        program.write("shop/web/b.py", "from ..old import Order, Own\n");
        program.write("tests/test_a.py", "from shop.old import make\nfrom shop.old import LIMIT\n");
        const QString all = program.text({"rewrite", "shop.old", "shop.orders"});
        QCOMPARE(all, QString("# batch 1 of 2: shop.web (production), 2 names in 2 statements, 5 -> 3 left\n"
                              "#   shop/web/a.py: 1 name\n#   shop/web/b.py: 1 name\n"
                              "# batch 2 of 2: tests (tests), 2 names in 2 statements, 3 -> 1 left\n"
                              "#   tests/test_a.py: 2 names\n# 1 of 5 names left as they are\n"
                              "# left: shop/web/b.py:1  Own: shop.orders has no 'Own'  [from ..old import "
                              "Order, Own]\n"));
        const QJsonObject json = program.json({"rewrite", "shop.old", "shop.orders"});
        QCOMPARE(json["names"].toInt(), 5);
        QCOMPARE(json["batches"].toArray()[1].toObject()["before"].toInt(), 3);
        QCOMPARE(json["left"].toArray()[0].toObject()["reason"].toString(), "shop.orders has no 'Own'");
        QVERIFY(json["batches"]
                    .toArray()[0]
                    .toObject()["files"]
                    .toArray()[1]
                    .toObject()["diff"]
                    .toString()
                    .contains("+from ..orders import Order\n+from ..old import Own\n"));
        QCOMPARE(program.read("shop/web/a.py"), QByteArray("from shop.old import make\n"));
        for (const int left : {3, 1}) {
            const QString one =
                program.text({"rewrite", "shop.old", "shop.orders", "--diff", "--batch", "1"});
            QVERIFY2(one.contains(QString("-> %1 left\n").arg(left)), qPrintable(one));
            QCOMPARE(patched(program, one), QString());
            QCOMPARE(python(program, {"parse", program.folder()}), QString());
        }
    }

    // A difference shows lines around in the bytes of their file; JSON has those in base64.
    void jsonKeepsTheBytes() {
        const Program program;
        program.write("orders.py", "def make(): pass\n");
        program.write("old.py", "from orders import make\n");
        program.write("latin.py", "# coding: latin-1\nx = '\xe4'\nfrom old import make\n");
        program.write("plain.py", "x = '\xc3\xa4'\nfrom old import make\n");
        const QJsonArray files =
            program.json({"rewrite", "old", "orders"})["batches"].toArray()[0].toObject()["files"].toArray();
        QCOMPARE(files.size(), 2);
        const QByteArray bytes =
            QByteArray::fromBase64(files[0].toObject()["diff_base64"].toString().toLatin1());
        QVERIFY2(bytes.contains("\n x = '\xe4'\n-from old import make\n+from orders import make\n"),
                 bytes.constData());
        QVERIFY(files[1].toObject()["diff"].toString().contains(QString::fromUtf8("\n x = 'ä'\n-from")));
        QVERIFY(!files[1].toObject().contains("diff_base64"));
    }
    void oneName() {
        const Program program("== shop/__init__.py\nfrom .orders import Order, make\n"
                              "== shop/orders.py\nclass Order: pass\ndef make(): pass\n"
                              "== shop/a b.py\nfrom shop import Order, make\n"
                              "== shop/c.py\nimport shop\nx = shop.Order\nfrom shop import make\n");
        const QString out = program.text({"rewrite", "shop:Order", "shop.orders:Order", "--diff"});
        QCOMPARE(patched(program, out), QString());
        QCOMPARE(program.read("shop/a b.py"),
                 QByteArray("from shop.orders import Order\nfrom shop import make\n"));
        QCOMPARE(program.read("shop/c.py"),
                 QByteArray("import shop.orders\nx = shop.orders.Order\nfrom shop import make\n"));
    }

    void applies() {
        const Program program(
            "== shop/__init__.py\nfrom .orders import make\n== shop/orders.py\ndef make(): pass\n"
            "== shop/\u00e4 \"b.py\nfrom shop import make\n== z.py\nfrom shop import make");
        const QString out = program.text({"rewrite", "shop", "shop.orders", "--diff"});
        const test::Answer applied = program.run({"apply", "-"}, {}, "git", out.toUtf8());
        QCOMPARE(applied.err, QString());
        QCOMPARE(program.read("z.py"), QByteArray("from shop.orders import make"));
        QCOMPARE(program.read("shop/\u00e4 \"b.py"), QByteArray("from shop.orders import make\n"));
    }

    void mistakes_data() {
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        QTest::newRow("unknown") << "shop.gone"
                                 << "shop.orders";
        QTest::newRow("a module by a name") << "shop"
                                            << "shop.orders:make";
        QTest::newRow("itself") << "shop"
                                << "shop";
    }
    void mistakes() {
        QFETCH(QString, from);
        QFETCH(QString, to);
        const Program program("== shop/__init__.py\n== shop/orders.py\ndef make(): pass\n");
        QCOMPARE(program.run({"rewrite", from, to}).code, 2);
    }
};

QTEST_GUILESS_MAIN(RewriteTest)
#include "rewrite_test.moc"
