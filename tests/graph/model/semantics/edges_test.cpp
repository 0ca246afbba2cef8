// Which modules an import statement leads to, held against what python3 loads for it.
#include "graph/analysis/tangles.h"
#include "graph/model/semantics/real_import.h"
#include "graph/model/semantics/semantic_case.h"

#include <QTest>

using namespace espalier;
using namespace espalier::test;

namespace {
constexpr EdgeLines kWithParents{false, true};
constexpr EdgeLines kWithExternals{true};
} // namespace

class EdgesTest : public QObject {
    Q_OBJECT

    static QString edges(const std::string& project, const EdgeLines& options = {}) {
        return QString::fromStdString(
            edgeLines(*graph::buildSnapshot(projectFromText(project), {}), options));
    }
    static QString problems(const std::string& project) {
        return QString::fromStdString(problemLines(*graph::buildSnapshot(projectFromText(project), {})));
    }

private slots:
    void implicitParents_data() {
        caseColumns();
        constexpr const char* kPackages = "== a/__init__.py\n== a/b/__init__.py\n== a/b/c.py\n== a/b/d.py\n"
                                          "== n/m.py\n== n/p/__init__.py\n";
        static std::string texts[7];
        const auto add = [&](int number, const char* name, const char* statement, const char* expected) {
            texts[number] = std::string(kPackages) + "== main.py\n" + statement + "\n";
            addCase(
                {.name = name, .project = texts[number].c_str(), .edges = expected, .shown = kWithParents});
        };
        add(0, "importing a module runs the packages around it", "import a.b.c", R"(
main -> a import implicit-parent main.py:1 (a.b.c)
main -> a.b import implicit-parent main.py:1 (a.b.c)
main -> a.b.c import main.py:1 (a.b.c)
)");
        add(1, "so does naming it behind from", "from a.b import d", R"(
main -> a import implicit-parent main.py:1 (d)
main -> a.b import implicit-parent main.py:1 (d)
main -> a.b.d import main.py:1 (d)
)");
        add(2, "a package that the statement names itself is no implicit one", "import a.b.c, a.b", R"(
main -> a import implicit-parent main.py:1 (a.b.c, a.b)
main -> a.b import main.py:1 (a.b)
main -> a.b.c import main.py:1 (a.b.c)
)");
        add(3, "a namespace has nothing to run", "import n.m", "main -> n.m import main.py:1 (n.m)\n");
        add(4, "nor one around a package", "import n.p", "main -> n.p import main.py:1 (n.p)\n");
        add(5, "a dynamic import runs them, too", "import importlib\nimportlib.import_module('a.b.c')", R"(
main -> a import dynamic implicit-parent main.py:2
main -> a.b import dynamic implicit-parent main.py:2
main -> a.b.c import dynamic main.py:2
)");
        addCase({.name = "none to a package that contains the importer",
                 .project = "== a/__init__.py\n== a/b/__init__.py\n== a/b/c.py\nimport a.b.d, a.e.f\n"
                            "== a/b/d.py\n== a/e/__init__.py\n== a/e/f.py\n",
                 .edges = R"(
a.b.c -> a.b.d import a/b/c.py:1 (a.b.d)
a.b.c -> a.e import implicit-parent a/b/c.py:1 (a.e.f)
a.b.c -> a.e.f import a/b/c.py:1 (a.e.f)
)",
                 .entry = "a.b.c",
                 .shown = kWithParents});
    }
    void implicitParents() { checkCase(); }

    // `from p import x` where p.x is a module: what __init__ does before decides what the name is.
    void submoduleOrAttribute_data() {
        QTest::addColumn<QString>("init");
        QTest::addColumn<QString>("expected");
        QTest::addColumn<bool>("isSubmodule"); // what python3 gets
        const QString submodule = "p.x import\n", both = "p import\np.x import ambiguous\n";
        const auto row = [](const char* name, const char* init, const QString& expected, bool isSubmodule) {
            QTest::newRow(name) << init << expected << isSubmodule;
        };
        const auto leaves = [&](const char* name, const char* init) { row(name, init, submodule, true); };
        const auto hides = [&](const char* name, const char* init) { row(name, init, both, false); };
        leaves("not bound", "");
        hides("assigned", "x = 1");
        hides("function", "def x(): pass");
        hides("class", "class x: pass");
        leaves("imported as submodule", "from . import x");
        leaves("submodule after assignment", "x = 1\nfrom .x import y");
        hides("assignment after submodule", "from .x import y\nx = 1");
        hides("second import changes nothing", "from .x import y\nx = 1\nfrom .x import z");
        hides("function of the submodule", "from .x import x");
        leaves("absolute import of it", "x = 1\nimport p.x");
        leaves("alias of it", "import p.x\nx = p.x");
        hides("another module", "from . import y as x");
        hides("other module of the project", "import q as x");
        leaves("deleted", "x = 1\ndel x");
        leaves("bound and deleted under a condition", "if __name__:\n    x = 1\n    del x");
        hides("left by a condition", "x = 1\nif not x: del x");
        leaves("deleted in the else clause of a try",
               "try:\n    import sys as x\nexcept ImportError:\n    pass\nelse:\n    del x");
        hides("bound by the handler of such a try",
              "try:\n    import gone as x\nexcept ImportError:\n    x = 1\nelse:\n    del x");
        leaves("X = X", "from . import x\nx = x");
        leaves("annotation", "x: int");
        leaves("typing only", "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from q import x");
        hides("module __getattr__",
              "def __getattr__(name):\n    if name == '__path__': raise AttributeError\n    return 1");
        hides("module __getattr__ for this name",
              "def __getattr__(name):\n    if name == 'x': return 1\n    raise AttributeError(name)");
        leaves("module __getattr__ for another name",
               "def __getattr__(name):\n    if name == 'y': return 1\n    raise AttributeError(name)");
        leaves("__getattr__ behind a binding", "from . import x\ndef __getattr__(name): raise SystemError");
        row("fallback of a try", "try:\n    from . import x\nexcept ImportError:\n    x = None", both, true);
        row("under a condition", "if q_exists():\n    x = 1", both, false);
        leaves("star from elsewhere", "from os import *");
        leaves("bound by a function that nobody calls", "def f():\n    x = 1");
        hides("loop variable", "for x in range(2): pass");
        hides("target of with", "import io\nwith io.StringIO() as x: pass");
        hides("walrus", "if (x := 1): pass");
        leaves("variable of a comprehension", "y = [x for x in range(2)]");
        leaves("name of a handled exception, unbound behind the handler",
               "try:\n    1 / 0\nexcept ZeroDivisionError as x:\n    pass");
        hides("unpacked", "(a, *x), b = (1, 2, 3), 4");
        hides("matched", "match 1:\n    case x: pass");
    }
    void submoduleOrAttribute() {
        QFETCH(QString, init);
        QFETCH(QString, expected);
        QFETCH(bool, isSubmodule);
        const std::string project =
            "== p/__init__.py\n" + init.replace("q_exists()", "__name__ == 'p'").toStdString() +
            "\n== p/x.py\nx = y = z = 1\n== p/y.py\n== q.py\nx = 1\n== main.py\nfrom p import x\nimport sys\n"
            "assert x is sys.modules.get('p.x')\n";
        QString found;
        for (const QString& line : edges(project).split('\n'))
            if (line.startsWith("main -> "))
                found += line.mid(8).section(" main.py", 0, 0) + '\n';
        QCOMPARE(found, expected);
        const RealImport real = importForReal(project, "main");
        QCOMPARE(QString::fromStdString(real.outcome), isSubmodule ? "ok" : "AssertionError main.py:3");
        const auto snapshot = graph::buildSnapshot(projectFromText(project), {});
        QCOMPARE(disagreement(predictedImport(*snapshot, *snapshot->find("main")), real.loaded, false),
                 std::string());
    }

    // The same, where a star import of __init__ may bind the name.
    void starImportsInPackage_data() {
        QTest::addColumn<QString>("api");
        QTest::addColumn<bool>("hidden");
        QTest::newRow("a public name") << "x = 1\n" << true;
        QTest::newRow("another name") << "_x = 1\n" << false;
        QTest::newRow("__all__ leaves it out") << "__all__ = []\nx = 1\n" << false;
        QTest::newRow("__all__ names it") << "__all__ = ['x']\nx = 1\n" << true;
        QTest::newRow("the submodule itself") << "from . import x\n" << false;
        QTest::newRow("a star of a star") << "from ._more import *\n== p/_more.py\ndef x(): pass\n" << true;
        QTest::newRow("stars in a circle")
            << "from ._more import *\n== p/_more.py\nfrom ._api import *\nx = 2\n"
            << true;
    }
    void starImportsInPackage() {
        QFETCH(QString, api);
        QFETCH(bool, hidden);
        const std::string project =
            "== main.py\nfrom p import x\nimport sys\nassert x is sys.modules.get('p.x')\n"
            "== p/x.py\n== p/__init__.py\nfrom ._api import *\n== p/_api.py\n" +
            api.toStdString();
        QCOMPARE(edges(project).section("p -> p._api", 0, 0),
                 hidden ? "main -> p import main.py:1 (x)\nmain -> p.x import ambiguous main.py:1 (x)\n"
                        : "main -> p.x import main.py:1 (x)\n");
        QCOMPARE(QString::fromStdString(importForReal(project, "main").outcome),
                 hidden ? "AssertionError main.py:3" : "ok");
    }

    // A star without __all__ hands on the submodules that anybody has loaded before.
    void submodulesBehindAStar_data() {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("python");
        QTest::newRow("loaded before") << "import q.x\n"
                                       << "AssertionError main.py:4";
        QTest::newRow("not loaded before") << "import q\n"
                                           << "ok";
    }
    void submodulesBehindAStar() {
        QFETCH(QString, before);
        QFETCH(QString, python);
        const std::string project =
            "== main.py\n" + before.toStdString() +
            "from p import x\nimport sys\nassert x is sys.modules.get('p.x')\n== p/x.py\n== p/__init__.py\n"
            "from m import *\n== m.py\nfrom q import *\n== q/__init__.py\n== q/x.py\n";
        QVERIFY(edges(project).contains(
            "main -> p import main.py:2 (x)\nmain -> p.x import ambiguous main.py:2 (x)\n"));
        QCOMPARE(QString::fromStdString(importForReal(project, "main").outcome), python);
    }

    void namesThatAreNotThere_data() {
        QTest::addColumn<QString>("module");
        QTest::addColumn<bool>("known"); // the graph finds no fault with `from m import x`
        QTest::addColumn<QString>("python");
        const auto row = [](const char* module, bool known, const char* outcome) {
            QTest::newRow(QByteArray(module).replace('\n', "; ").constData()) << module << known << outcome;
        };
        const char* missing = "ImportError main.py:1";
        row("", false, missing);
        row("x = 1", true, "ok");
        row("import os as x", true, "ok");
        row("x = 1\ndel x", false, missing);
        row("if __name__:\n    x = 1\n    del x", false, missing);
        row("if __name__:\n    x = 1\n    del x\nx = 2", true, "ok");
        row("x: int", false, missing);
        row("def f():\n    x = 1", false, missing);
        row("def f():\n    global x\n    x = 1\nf()", true, "ok");
        row("from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from os import path as x", false,
            missing);
        row("from q import *\n== q.py\nx = 1", true, "ok");
        row("from q import *\n== q.py\n_x = 1", false, missing);
        row("from os import *", true, missing); // somebody else's names are not known
        row("def __getattr__(name): return name", true, "ok");
        row("def __getattr__(name):\n    if name == 'y': return 1\n    raise AttributeError(name)", false,
            missing);
        // Names that only running the module could tell.
        row("globals()['x'] = 1", true, "ok");
        row("y = globals().get('y')", false, missing);
        row("exec('x = 1')", true, "ok");
        row("from n import *\n== n.py\nexec('x = 1')", true, "ok");
        row("import sys, os\nsys.modules['m'] = type('T', (), {'x': 1})", true, "ok");
        row("import sys\nsys.modules['n'] = sys", false, missing);
        row("from enum import IntEnum, global_enum\n@global_enum\nclass E(IntEnum):\n    x = 1", true, "ok");
    }
    void namesThatAreNotThere() {
        QFETCH(QString, module);
        QFETCH(bool, known);
        QFETCH(QString, python);
        const std::string project = "== main.py\nfrom m import x\n== m.py\n" + module.toStdString() + '\n';
        QCOMPARE(problems(project).remove(QRegularExpression("[^\n]* opaque-import[^\n]*\n")),
                 known ? "" : "main.py:1 unresolved-name: 'm' has no name 'x' and no such module\n");
        QVERIFY(edges(project).contains("main -> m import main.py:1 (x)\n"));
        QCOMPARE(QString::fromStdString(importForReal(project, "main").outcome), python);
    }

    void names_data() {
        caseColumns();
        addCase({.name = "names that every module has",
                 .project =
                     "== m.py\n== main.py\nfrom m import __name__, __doc__, __file__, __dict__, __spec__\n",
                 .edges = "main -> m import main.py:1 (__name__, __doc__, __file__, __dict__, __spec__)\n"});
        addCase({.name = "one statement, several modules",
                 .project = "== p/__init__.py\na = c = 1\n== p/b.py\n== main.py\nfrom p import a, b, c\n",
                 .edges = "main -> p import main.py:1 (a, c)\nmain -> p.b import main.py:1 (b)\n"});
        addCase({.name = "a module imports itself",
                 .project = "== main.py\nimport main\n== p/__init__.py\n",
                 .edges = "main -> main import main.py:1 (main)\n"});
        addCase({.name = "modules put into sys.modules by a package on the way",
                 .project =
                     "== p/__init__.py\nimport sys, posixpath as made\nsys.modules['p.made'] = made\n"
                     "sys.modules['p.q.deep'] = made\n== p/q/__init__.py\n"
                     "== main.py\nimport p.made\nfrom p.made import join, sep\nfrom p.q.deep import *\n",
                 .edges = R"(
main -> p import main.py:1 (p.made)
main -> p import main.py:2 (join, sep)
main -> p import star main.py:3 (*)
)"});
        addCase({.name = "a module that is no package makes some under computed names",
                 .project = "== m.py\nimport sys, posixpath\nsys.modules[__name__ + '.' + 'io'] = posixpath\n"
                            "== main.py\nimport m.io\nfrom m.io import join\n",
                 .edges = "main -> m import main.py:1 (m.io)\nmain -> m import main.py:2 (join)\n",
                 .problems = "m.py:2 opaque-import: what this makes of later imports cannot be told: "
                             "sys.modules[__name__ + '.' + 'io']\n"});
        addCase({.name = "below a package of that kind modules may be missing all the same",
                 .project = "== p/__init__.py\nimport sys\nsys.modules[__name__ + '.' + 'io'] = sys\n"
                            "== main.py\nimport p.gone\n",
                 .edges = "main -> p.gone import main.py:1 (p.gone)\n",
                 .problems =
                     "main.py:1 unresolved-import: there is no module 'p.gone'\n"
                     "p/__init__.py:2 opaque-import: what this makes of later imports cannot be told: "
                     "sys.modules[__name__ + '.' + 'io']\n",
                 .python = "ModuleNotFoundError main.py:1"});
        addCase({.name = "not those that somebody else puts there",
                 .project = "== p/__init__.py\n== other.py\nimport sys\nsys.modules['p.made'] = sys\n"
                            "== main.py\nimport p.made\n",
                 .edges = "main -> p.made import main.py:1 (p.made)\n",
                 .problems = "main.py:1 unresolved-import: there is no module 'p.made'\n",
                 .python = "ModuleNotFoundError main.py:1"});
    }
    void names() { checkCase(); }

    void relativeImports_data() {
        caseColumns();
        addCase({.name = "one dot in a package is the package itself",
                 .project = "== p/__init__.py\nname = 1\nfrom . import a, name\n== p/a.py\n",
                 .edges = "p -> p import p/__init__.py:2 (name)\np -> p.a import p/__init__.py:2 (a)\n",
                 .entry = "p"});
        addCase(
            {.name = "one dot in a module is its package, two the one above",
             .project =
                 "== p/__init__.py\n== p/a.py\nimport p.q.b\n== p/q/__init__.py\nfrom .. import c\n"
                 "== p/q/b.py\nfrom . import d\nfrom .. import c\nfrom ..c import v\n== p/q/d.py\n== p/c.py\n"
                 "v = 1\n",
             .edges = R"(
p.a -> p.q.b import p/a.py:1 (p.q.b)
p.q -> p.c import p/q/__init__.py:1 (c)
p.q.b -> p.c import p/q/b.py:2 (c)
p.q.b -> p.c import p/q/b.py:3 (v)
p.q.b -> p.q.d import p/q/b.py:1 (d)
)",
             .entry = "p.a"});
        addCase({.name = "past the top-level package",
                 .project = "== p/__init__.py\n== p/a.py\nfrom .. import top\n== top.py\n",
                 .edges = "",
                 .problems =
                     "p/a.py:1 relative-beyond-top: a relative import that goes past the top-level package\n",
                 .python = "ImportError p/a.py:1",
                 .entry = "p.a"});
        addCase({.name = "in a top-level module",
                 .project = "== top.py\nfrom . import p\n== p/__init__.py\n",
                 .edges = "",
                 .problems =
                     "top.py:1 relative-beyond-top: a relative import in a module that lies in no package\n",
                 .python = "ImportError top.py:1",
                 .entry = "top"});
        addCase({.name = "in a top-level script",
                 .project = "== top.py\nfrom .p import x\n== p.py\nx = 1\n",
                 .edges = "",
                 .problems =
                     "top.py:1 relative-beyond-top: a relative import in a module that lies in no package\n",
                 .python = "ImportError top.py:1",
                 .entry = "top.py"});
        addCase({.name = "in a namespace package",
                 .project =
                     "== ns/m.py\nfrom . import k\nfrom .sub.l import v\nfrom .sub import l\n== ns/k.py\n"
                     "== ns/sub/l.py\nfrom .. import k\nv = 1\n",
                 .edges = R"(
ns.m -> ns.k import ns/m.py:1 (k)
ns.m -> ns.sub.l import ns/m.py:2 (v)
ns.m -> ns.sub.l import ns/m.py:3 (l)
ns.sub.l -> ns.k import ns/sub/l.py:1 (k)
)",
                 .entry = "ns.m"});
        addCase({.name = "of something that is not there",
                 .project = "== p/__init__.py\n== p/a.py\nfrom .gone import z\n",
                 .edges = "p.a -> p.gone import p/a.py:1 (z)\n",
                 .problems = "p/a.py:1 unresolved-import: there is no module 'p.gone'\n",
                 .python = "ModuleNotFoundError p/a.py:1",
                 .entry = "p.a"});
        // Such a folder has no name for Python; the files in it mean each other all the same.
        addCase({.name = "in a folder whose name is no identifier",
                 .project = "== my-dir/p/__init__.py\nfrom . import a\n== my-dir/p/a.py\nfrom .b import x\n"
                            "== my-dir/p/b.py\nx = 1\n== my-dir/c.py\nfrom .p.gone import z\n",
                 .edges = R"(
my-dir/c.py -> my-dir/p/gone import my-dir/c.py:1 (z)
my-dir/p/__init__.py -> my-dir/p/a.py import my-dir/p/__init__.py:1 (a)
my-dir/p/a.py -> my-dir/p/b.py import my-dir/p/a.py:1 (x)
)",
                 .problems = "my-dir/c.py:1 unresolved-import: there is no module 'my-dir/p/gone'\n",
                 .python = kNotRun});
    }
    void relativeImports() { checkCase(); }

    void stars_data() {
        caseColumns();
        addCase({.name = "the package, and the submodules that __all__ names",
                 .project = "== p/__init__.py\n__all__ = ['x', 'f']\nf = 1\n== p/x.py\n== p/y.py\n"
                            "== main.py\nfrom p import *\nx, f\n",
                 .edges = "main -> p import star main.py:1 (*)\nmain -> p.x import star main.py:1 (*)\n"});
        addCase(
            {.name = "a name of __all__ that is both",
             .project = "== p/__init__.py\n__all__ = ['y']\ny = 1\n== p/y.py\n== main.py\nfrom p import *\n",
             .edges =
                 "main -> p import star main.py:1 (*)\nmain -> p.y import star ambiguous main.py:1 (*)\n"});
        addCase({.name = "no __all__: no submodule is loaded",
                 .project = "== p/__init__.py\n== p/x.py\n== main.py\nfrom p import *\n",
                 .edges = "main -> p import star main.py:1 (*)\n"});
        addCase({.name = "a name of __all__ that is nothing",
                 .project = "== p/__init__.py\n__all__ = ['gone']\n== main.py\nfrom p import *\n",
                 .edges = "main -> p import star main.py:1 (*)\n",
                 .python = "AttributeError main.py:1"});
        addCase({.name = "__all__ that grows",
                 .project = "== p/__init__.py\n__all__ = ['x']\n__all__ += ['y']\n__all__.extend(('z',))\n"
                            "== p/x.py\n== p/y.py\n== p/z.py\n== main.py\nfrom p import *\n",
                 .edges = R"(
main -> p import star main.py:1 (*)
main -> p.x import star main.py:1 (*)
main -> p.y import star main.py:1 (*)
main -> p.z import star main.py:1 (*)
)"});
    }
    void stars() { checkCase(); }

    void standardNames_data() {
        caseColumns();
        addCase(
            {.name = "a module of a package hides none of Python's",
             .project = "== p/__init__.py\n== p/io.py\nimport io\nimport json\nio.StringIO\n== p/json.py\n",
             .edges = "p.io -> io import p/io.py:1 (io)\np.io -> json import p/io.py:2 (json)\n",
             .entry = "p.io",
             .shown = kWithExternals});
        addCase({.name = "a relative import means the package's own",
                 .project = "== p/__init__.py\n== p/a.py\nfrom . import io\n== p/io.py\n",
                 .edges = "p.a -> p.io import p/a.py:1 (io)\n",
                 .entry = "p.a"});
        addCase(
            {.name = "names of the interpreter always win",
             .project = "== sys.py\n== time.py\n== abc.py\n== os.py\n== main.py\nimport sys, time, abc, os\n",
             .edges = R"(
main -> abc import main.py:1 (abc)
main -> os import main.py:1 (os)
main -> sys import main.py:1 (sys)
main -> time import main.py:1 (time)
)",
             .problems = R"(
abc.py:0 shadowed-file: no import reaches this file: Python takes its own module 'abc'
os.py:0 shadowed-file: no import reaches this file: Python takes its own module 'os'
sys.py:0 shadowed-file: no import reaches this file: Python takes its own module 'sys'
time.py:0 shadowed-file: no import reaches this file: Python takes its own module 'time'
)",
             .shown = kWithExternals});
        addCase(
            {.name = "another top-level module hides Python's",
             .project = "== colorsys.py\n== main.py\nimport colorsys\n",
             .edges = "main -> colorsys import main.py:1 (colorsys)\n",
             .problems =
                 "colorsys.py:0 shadows-standard-library: imports of 'colorsys' find this file instead of "
                 "Python's own module\n"});
        addCase(
            {.name = "a bare folder does not",
             .project = "== colorsys/own.py\n== main.py\nimport colorsys\n",
             .edges = "main -> colorsys import main.py:1 (colorsys)\n",
             .problems =
                 "colorsys/own.py:0 shadowed-file: no import reaches this file: Python takes its own module "
                 "'colorsys'\n",
             .shown = kWithExternals});
    }
    void standardNames() { checkCase(); }

    void selfImportIsNoTangle() {
        const auto snapshot = graph::buildSnapshot(
            projectFromText("== a.py\nimport a\n== p/__init__.py\nx = 1\nfrom . import x\n"), {});
        QCOMPARE(QString::fromStdString(edgeLines(*snapshot)),
                 "a -> a import a.py:1 (a)\np -> p import p/__init__.py:2 (x)\n");
        QVERIFY(graph::tangles(*snapshot, graph::EdgeFilter::everything()).empty());
    }
};

QTEST_GUILESS_MAIN(EdgesTest)
#include "edges_test.moc"
