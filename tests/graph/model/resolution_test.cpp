// What import statements lead to, case by case.
#include "graph/model/project_text.h"

#include <QTest>

using namespace espalier;
using namespace espalier::test;

class ResolutionTest : public QObject {
    Q_OBJECT

    static QString edges(const char* project, const EdgeLines& options = {},
                         const graph::Config& config = {}) {
        return QString::fromStdString(
            edgeLines(*graph::buildSnapshot(projectFromText(project), config), options));
    }
    static QString problems(const char* project, const graph::Config& config = {}) {
        return QString::fromStdString(problemLines(*graph::buildSnapshot(projectFromText(project), config)));
    }
    // Edges of main.py, which imports from the package p whose __init__.py is given; p.x is a module.
    static QString fromPackage(const char* init, const char* statement = "from p import x") {
        const std::string project = std::string("== p/__init__.py\n") + init +
                                    "\n== p/x.py\n== p/y.py\n== q.py\n" + "== main.py\n" + statement + "\n";
        QString out;
        for (const QString& line : edges(project.c_str()).split('\n'))
            if (line.startsWith("main -> "))
                out += line.mid(8).section(" main.py", 0, 0) + '\n';
        return out;
    }

private slots:
    // Case 9.
    void implicitParents() {
        const char* project = "== a/__init__.py\n== a/b/__init__.py\n== a/b/c.py\nimport a.b.d\n== a/b/d.py\n"
                              "== n/m.py\n== main.py\nimport a.b.c\nfrom a.b import d\nimport n.m\n";
        QCOMPARE(edges(project, {false, true}), "a.b.c -> a.b.d import a/b/c.py:1 (a.b.d)\n"
                                                "main -> a import implicit-parent main.py:1 (a.b.c)\n"
                                                "main -> a import implicit-parent main.py:2 (d)\n"
                                                "main -> a.b import implicit-parent main.py:1 (a.b.c)\n"
                                                "main -> a.b import implicit-parent main.py:2 (d)\n"
                                                "main -> a.b.c import main.py:1 (a.b.c)\n"
                                                "main -> a.b.d import main.py:2 (d)\n"
                                                "main -> n.m import main.py:3 (n.m)\n");
    }
    // Case 10 and 24.
    void ghosts() {
        const char* project =
            "== a/__init__.py\n== a/b.py\ndef func(): pass\n== a/ns/m.py\n"
            "== main.py\nimport a.b.func\nfrom a.gone import x, y\nfrom a.ns.gone import z\n"
            "try:\n    import a.maybe\nexcept ImportError:\n    pass\n";
        QCOMPARE(edges(project), "main -> a.b.func import main.py:1 (a.b.func)\n"
                                 "main -> a.gone import main.py:2 (x, y)\n"
                                 "main -> a.maybe import optional main.py:5 (a.maybe)\n"
                                 "main -> a.ns.gone import main.py:3 (z)\n");
        QCOMPARE(
            problems(project),
            "main.py:1 unresolved-import: there is no module 'a.b.func'\n"
            "main.py:2 unresolved-import: there is no module 'a.gone'\n"
            "main.py:3 unresolved-import: there is no module 'a.ns.gone'\n"
            "main.py:5 unresolved-import: there is no module 'a.maybe' (optional: the failure is caught)\n");
        const auto snapshot = graph::buildSnapshot(projectFromText(project), {});
        QCOMPARE((*snapshot)[*snapshot->find("a.gone")].kind, graph::ModuleKind::Ghost);
        QCOMPARE((*snapshot)[(*snapshot)[*snapshot->find("a.ns.gone")].parent].name, std::string("a.ns"));
        QCOMPARE((*snapshot)[(*snapshot)[*snapshot->find("a.b.func")].parent].name, std::string("a"));
    }
    void bareFoldersAndLibraries() {
        const char* project =
            "== alembic/env.py\n== alembic/sub/m.py\n"
            "== main.py\nfrom alembic import context\nfrom alembic import env\nimport alembic\n"
            "import alembic.config\nfrom alembic.sub import m\nimport alembic.sub\nimport numpy.linalg\n";
        QCOMPARE(edges(project, {true}), "main -> alembic (external) import main.py:1 (context)\n"
                                         "main -> alembic (external) import main.py:3 (alembic)\n"
                                         "main -> alembic (external) import main.py:4 (alembic.config)\n"
                                         "main -> alembic.env import main.py:2 (env)\n"
                                         "main -> alembic.sub import main.py:6 (alembic.sub)\n"
                                         "main -> alembic.sub.m import main.py:5 (m)\n"
                                         "main -> numpy import main.py:7 (numpy.linalg)\n");
        QCOMPARE(problems(project), "main.py:1 ambiguous-external: 'alembic' is a folder without "
                                    "__init__.py, and nothing in it answers "
                                    "to 3 imports, which are taken for a library's (this is the first)\n");
    }
    // Case 11.
    void submoduleOrAttribute_data() {
        QTest::addColumn<QString>("init");
        QTest::addColumn<QString>("expected");
        const QString submodule = "p.x import\n", both = "p import\np.x import ambiguous\n";
        QTest::newRow("not bound") << "" << submodule;
        QTest::newRow("assigned") << "x = 1" << both;
        QTest::newRow("function") << "def x(): pass" << both;
        QTest::newRow("imported as submodule") << "from . import x" << submodule;
        QTest::newRow("submodule after assignment") << "x = 1\nfrom .x import y" << submodule;
        QTest::newRow("assignment after submodule") << "from .x import y\nx = 1" << both;
        QTest::newRow("second import changes nothing") << "from .x import y\nx = 1\nfrom .x import z" << both;
        QTest::newRow("function of the submodule") << "from .x import x" << both;
        QTest::newRow("absolute import of it") << "x = 1\nimport p.x" << submodule;
        QTest::newRow("alias of it") << "import p.x\nx = p.x" << submodule;
        QTest::newRow("another module") << "from . import y as x" << both;
        QTest::newRow("other module of the project") << "import q as x" << both;
        QTest::newRow("deleted") << "x = 1\ndel x" << submodule;
        QTest::newRow("X = X") << "from . import x\nx = x" << submodule;
        QTest::newRow("annotation") << "x: int" << submodule;
        QTest::newRow("typing only")
            << "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from q import x" << submodule;
        QTest::newRow("module __getattr__") << "def __getattr__(name): ..." << both;
        QTest::newRow("module __getattr__ for this name")
            << "def __getattr__(name):\n    if name == 'x': return 1\n    raise AttributeError(name)" << both;
        QTest::newRow("module __getattr__ for another name")
            << "def __getattr__(name):\n    if name == 'y': return 1\n    raise AttributeError(name)"
            << submodule;
        QTest::newRow("__getattr__ behind a binding")
            << "from . import x\ndef __getattr__(name): ..." << submodule;
        QTest::newRow("fallback of a try")
            << "try:\n    from . import x\nexcept ImportError:\n    x = None" << both;
        QTest::newRow("star from elsewhere") << "from os import *" << submodule;
    }
    void submoduleOrAttribute() {
        QFETCH(QString, init);
        QFETCH(QString, expected);
        QCOMPARE(fromPackage(init.toUtf8().constData()), expected);
    }
    void starImportsInPackage() {
        const char* head = "== main.py\nfrom p import x\n== p/x.py\n== p/__init__.py\nfrom ._api import *\n";
        const auto withApi = [&](const std::string& api) {
            return edges((head + std::string("== p/_api.py\n") + api).c_str()).section("p -> p._api", 0, 0);
        };
        const QString submodule = "main -> p.x import main.py:1 (x)\n";
        const QString both = "main -> p import main.py:1 (x)\nmain -> p.x import ambiguous main.py:1 (x)\n";
        QCOMPARE(withApi("x = 1\n"), both);
        QCOMPARE(withApi("_x = 1\n"), submodule);
        QCOMPARE(withApi("__all__ = []\nx = 1\n"), submodule);
        QCOMPARE(withApi("__all__ = ['x']\nx = 1\n"), both);
        QCOMPARE(withApi("from . import x\n"), submodule);
        QCOMPARE(withApi("from ._more import *\n== p/_more.py\ndef x(): pass\n"), both);
        QCOMPARE(withApi("from ._more import *\n== p/_more.py\nfrom ._api import *\nx = 2\n"), both);
    }
    void namesThatAreNotThere() {
        const char* project =
            "== p/__init__.py\nfrom typing import TYPE_CHECKING\nimport os\nhere = 1\ngone = 1\n"
            "del gone\nif TYPE_CHECKING:\n    from q import T\ndef set():\n    global later\n"
            "    later = 1\n== q.py\nT = 1\n== open.py\nfrom os import *\n"
            "== dyn.py\ndef __getattr__(n): ...\n"
            "== main.py\nfrom p import here, os, later, __name__\nfrom p import gone\nfrom p import T\n"
            "from open import a\nfrom dyn import b\nfrom q import missing, T\n";
        QCOMPARE(problems(project),
                 "main.py:2 unresolved-name: 'p' has no name 'gone' and no such module\n"
                 "main.py:3 unresolved-name: 'p' has no name 'T' and no such module\n"
                 "main.py:6 unresolved-name: 'q' has no name 'missing' and no such module\n");
    }
    // Names that only running the module could tell.
    void namesThatCannotBeRead() {
        const auto problemsOf = [&](const char* module) {
            return problems((std::string("== main.py\nfrom m import x\n== m.py\n") + module).c_str());
        };
        const QString unresolved = "main.py:1 unresolved-name: 'm' has no name 'x' and no such module\n";
        QCOMPARE(problemsOf("y = globals()['y']\n"), unresolved);
        QCOMPARE(problemsOf("x = x\n"), QString()); // of a builtin
        QCOMPARE(problemsOf("globals()['y'] = 1\n"), QString());
        QCOMPARE(problemsOf("import sys\nsys.modules['m'] = object()\n"), QString());
        QCOMPARE(problemsOf("import sys\nsys.modules['n'] = object()\n"), unresolved);
        QCOMPARE(problemsOf("from n import *\n== n.py\nexec('x = 1')\n"), QString());
    }
    // sys.modules["p.made"] = …, said by a package on the way to the name.
    void registeredModules() {
        const char* project =
            "== p/__init__.py\nimport sys, posixpath as made\nsys.modules['p.made'] = made\n"
            "sys.modules['p.q.deep'] = made\n== p/q/__init__.py\n"
            "== other.py\nimport sys\nsys.modules['p.q.stub'] = None\n"
            "== main.py\nimport p.made\nfrom p.made import join, sep\nfrom p.q.deep import *\n"
            "from p.q import deep\nimport p.q.stub\nimport p.made.more\n";
        QCOMPARE(edges(project), "main -> p import main.py:1 (p.made)\n"
                                 "main -> p import main.py:2 (join, sep)\n"
                                 "main -> p import star main.py:3 (*)\n"
                                 "main -> p.made.more import main.py:6 (p.made.more)\n"
                                 "main -> p.q import main.py:4 (deep)\n"
                                 "main -> p.q.stub import main.py:5 (p.q.stub)\n");
        QCOMPARE(problems(project), "main.py:4 unresolved-name: 'p.q' has no name 'deep' and no such module\n"
                                    "main.py:5 unresolved-import: there is no module 'p.q.stub'\n"
                                    "main.py:6 unresolved-import: there is no module 'p.made.more'\n");
    }
    void ghostNames() {
        const char* project = "== p/__init__.py\n== a.py\nfrom p import gone\n== b.py\nimport p.gone.deep\n"
                              "== c.py\nfrom p import never\n== d.py\nfrom p import listed\n"
                              "== e.py\nfrom lost import thing\nimport lost.thing\n";
        graph::Config config;
        config.deprecated = {{"p.listed", "", "", ""}, {"lost.thing", "", "", ""}, {"nowhere", "", "", ""}};
        QCOMPARE(edges(project, {}, config), "a -> p.gone import a.py:1 (gone)\n"
                                             "b -> p.gone.deep import b.py:1 (p.gone.deep)\n"
                                             "c -> p import c.py:1 (never)\n"
                                             "d -> p.listed import d.py:1 (listed)\n"
                                             "e -> lost.thing import e.py:1 (thing)\n"
                                             "e -> lost.thing import e.py:2 (lost.thing)\n");
        QVERIFY(
            problems(project, config)
                .contains("unknown-deprecated: 'nowhere' is configured as deprecated, but does not exist and "
                          "nothing imports it\n"));
    }
    // Case 12, 13, 23.
    void relativeImports() {
        const char* project =
            "== p/__init__.py\nfrom . import a, name\nname = 1\n== p/a.py\nfrom . import b\nfrom .b import "
            "y\n"
            "from .. import top\nfrom . import gone\n== p/b.py\nimport p.b\ny = 1\n== p/q/__init__.py\n"
            "from .. import a\nfrom ..gone import z\n== ns/m.py\nfrom . import k\nfrom .sub.l import v\n"
            "== ns/k.py\n== ns/sub/l.py\nv = 1\n== top.py\nfrom . import p\n";
        QCOMPARE(edges(project), "ns.m -> ns.k import ns/m.py:1 (k)\n"
                                 "ns.m -> ns.sub.l import ns/m.py:2 (v)\n"
                                 "p -> p import p/__init__.py:1 (name)\n"
                                 "p -> p.a import p/__init__.py:1 (a)\n"
                                 "p.a -> p.b import p/a.py:1 (b)\n"
                                 "p.a -> p.b import p/a.py:2 (y)\n"
                                 "p.a -> p.gone import p/a.py:4 (gone)\n"
                                 "p.b -> p.b import p/b.py:1 (p.b)\n"
                                 "p.q -> p.a import p/q/__init__.py:1 (a)\n"
                                 "p.q -> p.gone import p/q/__init__.py:2 (z)\n");
        QCOMPARE(problems(project),
                 "p/a.py:3 relative-beyond-top: a relative import that goes past the top-level package\n"
                 "p/a.py:4 unresolved-import: there is no module 'p.gone'\n"
                 "p/q/__init__.py:2 unresolved-import: there is no module 'p.gone'\n"
                 "top.py:1 relative-beyond-top: a relative import in a module that lies in no package\n");
    }
    void relativeInFoldersWithoutName() {
        QCOMPARE(edges("== my-dir/p/__init__.py\nfrom . import a\n== my-dir/p/a.py\nfrom .b import x\n"
                       "== my-dir/p/b.py\nx = 1\n== my-dir/c.py\nfrom .p.gone import z\n"),
                 "my-dir/c.py -> my-dir/p/gone import my-dir/c.py:1 (z)\n"
                 "my-dir/p/__init__.py -> my-dir/p/a.py import my-dir/p/__init__.py:1 (a)\n"
                 "my-dir/p/a.py -> my-dir/p/b.py import my-dir/p/a.py:1 (x)\n");
    }
    // Case 14.
    void starNamesSubmodules() {
        QCOMPARE(
            edges("== p/__init__.py\n__all__ = ['x', 'f', 'y']\ny = 1\n== p/x.py\n== p/y.py\n== main.py\n"
                  "from p import *\n"),
            "main -> p import star main.py:1 (*)\n"
            "main -> p.x import star main.py:1 (*)\n"
            "main -> p.y import star ambiguous main.py:1 (*)\n");
    }
    // Case 18.
    void dynamicImports() {
        QCOMPARE(edges("== p/__init__.py\n== p/a.py\nimport importlib\nimportlib.import_module('p.b')\n"
                       "def f():\n    return importlib.import_module('.b', "
                       "__package__)\n__import__('p.b')\n== p/b.py\n"
                       "== t.py\nimport pytest\npytest.importorskip('p.gone')\n"),
                 "p.a -> p.b import dynamic p/a.py:2\n"
                 "p.a -> p.b deferred dynamic p/a.py:4\n"
                 "p.a -> p.b import dynamic p/a.py:5\n"
                 "t -> p.gone import dynamic t.py:2\n");
    }
    // Case 19.
    void importsInGetattr() {
        QCOMPARE(
            edges("== p/__init__.py\ndef __getattr__(name):\n    from . import x\n    return x\n== p/x.py\n"),
            "p -> p.x deferred p/__init__.py:2 (x)\n");
    }
    // Case 20.
    void strings() {
        QCOMPARE(
            edges("== p/__init__.py\n== p/m.py\n== t.py\nfrom unittest import mock\nmock.patch('p.m.C.f')\n"
                  "mock.patch('p.gone.C')\nA = ['p.m.thing', 'x.y.z', 'os.path.join']\n",
                  {false, false, true}),
            "t -> p import string t.py:3\n"
            "t -> p.m import string t.py:2\n"
            "t -> p.m import string t.py:4\n");
    }
    void oneStatementToSeveralModules() {
        QCOMPARE(edges("== p/__init__.py\na = c = 1\n== p/b.py\n== main.py\nfrom p import a, b, c\n"),
                 "main -> p import main.py:1 (a, c)\n"
                 "main -> p.b import main.py:1 (b)\n");
    }
    void extensionModulesExist() {
        const char* project =
            "== p/__init__.py\n== p/fast.pyx\n== p/a.py\nfrom .fast import f\nfrom . import fast\n";
        QCOMPARE(edges(project), "p.a -> p.fast import p/a.py:1 (f)\np.a -> p.fast import p/a.py:2 (fast)\n");
        QCOMPARE(problems(project), "");
    }
    void notebooksImport() {
        QCOMPARE(
            edges("== p/__init__.py\n== n-1.ipynb\n{\"nbformat\": 4, \"cells\": [{\"cell_type\": \"code\", "
                  "\"source\": [\"import p\\n\"]}]}\n"),
            "n-1.ipynb -> p import n-1.ipynb:1 (p)\n");
    }
};

QTEST_APPLESS_MAIN(ResolutionTest)
#include "resolution_test.moc"
