// What cannot be left to chance: code that cannot be told, and what is said of it.
#include "graph/execution/first_import.h"
#include "graph/execution/import_calls.h"
#include "graph/execution/outline_files.h"
#include "graph/model/project_text.h"

#include <QTest>

using namespace espalier;
using namespace espalier::test;

namespace {

// "outcome …" of importing `entry` first; of what cannot be told, the reason and what happens otherwise.
std::string verdict(std::string_view text, const char* entry) {
    const auto snapshot = graph::buildSnapshot(projectFromText(text), {});
    const auto files = filesFromText(text);
    graph::Symbols symbols(snapshot);
    graph::FirstImport firstImport(symbols, outlinesOf(*snapshot, {files.begin(), files.end()}));
    const graph::Verdict found = firstImport.of(*snapshot->find(entry));
    std::string out = verdictLine(*snapshot, found);
    std::replace(out.begin(), out.end(), '\t', ' ');
    if (found.outcome == graph::Outcome::Unknown)
        out += " " +
               (found.unknownAt.valid()
                    ? snapshot->pathOf(found.unknownAt) + ":" + std::to_string(found.unknownLine) + " "
                    : "") +
               found.unknown + "; else " + std::string(graph::name(found.otherwise));
    return out;
}

std::string calls(std::string_view text) {
    std::string out;
    for (const graph::ImportCall& call : graph::importCalls(symbols::outlineOf(text)))
        out += std::to_string(call.line) + " " + call.callee + "\n";
    return out;
}

} // namespace

class FirstImportTest : public QObject {
    Q_OBJECT
private slots:
    void verdicts_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected");
        const auto add = [](const char* name, const char* a, const char* b, const char* expected) {
            QTest::newRow(name) << QString("== a.py\n%1== b.py\n%2").arg(a, b) << QString(expected);
        };
        add("a name that comes too late", "from b import y\nx = 1\n", "from a import x\ny = 1\n",
            "fails ImportError a.py:1 b.py:1");
        add("a name that is there already", "x = 1\nfrom b import y\n", "from a import x\ny = 1\n", "ok");
        add("modules alone", "import b\nx = 1\n", "import a\ny = 1\n", "ok");
        add("an attribute of a half-run module", "import b\nclass A: pass\n",
            "import a\nclass B(a.A): pass\n", "fails AttributeError a.py:1 b.py:2");
        add("a condition that matters", "import os\nif os.environ.get('X'):\n    x = 1\nimport b\nx = 1\n",
            "import a\ny = a.x\n", "unknown b.py:2 'x' of a is bound under a condition; else ok");
        add("a condition that decides what is imported",
            "import os\nif os.environ.get('X'):\n    import b\nx = 1\n", "import a\ny = a.x\n",
            "unknown depends on conditions that cannot be told; else unknown");
        add("a condition that does not matter",
            "import os\nif os.environ.get('X'):\n    z = 1\nelse:\n    z = 2\nimport b\n", "import a\n",
            "ok");
        add("what is bound either way",
            "import os\nif os.environ.get('X'):\n    z = 1\nelse:\n    z = 2\nimport b\n",
            "from a import z\n", "ok");
        add("a handler that mends it", "try:\n    from b import y\nexcept ImportError:\n    y = 2\nx = 1\n",
            "from a import x\ny = 1\n", "ok");
        add("a library that may be missing",
            "try:\n    import somelib\nexcept ImportError:\n    from b import y\nx = 1\n",
            "from a import x\ny = 1\n", "unknown depends on conditions that cannot be told; else unknown");
        add("a computed import", "import importlib, b\nm = importlib.import_module(b.name)\nx = 1\n",
            "import a\nname = 'a'\n", "unknown a.py:2 imports a module whose name is computed; else ok");
        add("a call of something unknown", "import b\nfor f in b.all_of_them:\n    f()\n",
            "import a\nall_of_them = []\n", "unknown a.py:3 calls something that cannot be told; else ok");
        add("a method that nothing here has", "import b\nfor f in b.all_of_them:\n    f.strip()\n",
            "import a\nall_of_them = []\n", "ok");
        add("a raise behind a condition",
            "import os\nif not os.environ.get('X'):\n    raise SystemError('set X')\nimport b\n",
            "import a\n", "ok");
        add("a module __getattr__", "import b\ndef __getattr__(name):\n    return 1\n",
            "import a\n\nz = a.x\n", "fails AttributeError a.py:1 b.py:3");
        add("a module __getattr__ that is there", "def __getattr__(name):\n    return 1\nimport b\n",
            "import a\n\nz = a.x\n",
            "unknown b.py:3 'x' may be made by code of a that is not followed; else ok");
        add("an entry of sys.modules", "import sys\nsys.modules['b'] = object()\nfrom b import y\n",
            "from a import x\n", "ok");
        add("a function of a half-run module", "import b\nx = 1\ndef f(): return x\n",
            "import a\ndef g(): return a.f()\n", "ok");
        add("a call into a half-run module", "def f(): return x\nimport b\nx = 1\n", "import a\na.f()\n",
            "fails NameError a.py:2 b.py:2 a.py:1");
        add("a missing module", "import b.c\n", "import a\n", "fails ModuleNotFoundError a.py:1");
        add("endless recursion is not followed", "import b\ndef f(n): return f(n)\nf(1)\n", "import a\n",
            "ok");
        add("broken code", "import b\nx = = 1\n", "import a\n",
            "unknown a.py:1 parts of a cannot be read; else ok");
    }
    void verdicts() {
        QFETCH(QString, text);
        QFETCH(QString, expected);
        QCOMPARE(QString::fromStdString(verdict(text.toStdString(), "a")), expected);
    }

    void otherEntriesHaveOtherFates() {
        constexpr const char* kText = "== a.py\nx = 1\nfrom b import y\n== b.py\nfrom a import x\ny = 1\n";
        QCOMPARE(verdict(kText, "a"), std::string("ok"));
        QCOMPARE(verdict(kText, "b"), std::string("fails ImportError b.py:1 a.py:2"));
    }

    void callsWhileImported() {
        QCOMPARE(calls("import shop.registry as r\n"
                       "r.register(len(x))\n"
                       "@r.handler('a')\n"
                       "def f(x=make()):\n"
                       "    never()\n"
                       "class C(base()):\n"
                       "    y = here()\n"
                       "    def m(self): never()\n"
                       "if TYPE_CHECKING:\n"
                       "    never()\n"
                       "z = lambda: never()\n"
                       "a()[0].b()\n"),
                 std::string("2 r.register\n2 len\n3 r.handler\n4 make\n6 base\n7 here\n12 ….b\n12 a\n"));
    }
};

QTEST_GUILESS_MAIN(FirstImportTest)
#include "first_import_test.moc"
