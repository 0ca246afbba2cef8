// When the imports of a module run: the kinds and flags of their edges, held against what python3 loads.
#include "graph/model/semantics/semantic_case.h"

#include <QTest>

#include <memory>
#include <vector>

using namespace espalier;
using namespace espalier::test;

class KindsTest : public QObject {
    Q_OBJECT

    // A case of main.py beside a.py, b.py, … i.py and a package p with a module p.m.
    static void add(const char* name, const std::string& main, const char* edges, const char* python = "ok",
                    const char* problems = "", const char* entry = "main") {
        static std::vector<std::unique_ptr<std::string>> texts; // for as long as the table is used
        std::string text = "== main.py\n" + main + "== p/__init__.py\n== p/m.py\n";
        for (char module = 'a'; module <= 'i'; ++module)
            text += std::string("== ") + module + ".py\nname = 1\n";
        texts.push_back(std::make_unique<std::string>(std::move(text)));
        addCase({.name = name,
                 .project = texts.back()->c_str(),
                 .edges = edges,
                 .problems = problems,
                 .python = python,
                 .entry = entry});
    }

private slots:
    void whatRunsAtImport_data() {
        caseColumns();
        add("module level, class bodies, default arguments and decorators", R"(
import a
class C:
    import b
    class D:
        from c import name
def f(x=__import__('d')): pass
@(lambda f, m=__import__('e'): f)
def g(): pass
@getattr(__import__('f'), 'name', None) and print
class E: pass
)",
            R"(
main -> a import main.py:2 (a)
main -> b import main.py:4 (b)
main -> c import main.py:6 (name)
main -> d import dynamic main.py:7
main -> e import dynamic main.py:8
main -> f import dynamic main.py:10
)",
            "ok");
        add("bodies of functions, methods and lambdas", R"(
def f():
    import a
    class C:
        import b
class D:
    def g(self):
        import c
    async def h(self):
        import d
    i = lambda: __import__('e')
def j():
    def k():
        import f
)",
            R"(
main -> a deferred main.py:3 (a)
main -> b deferred main.py:5 (b)
main -> c deferred main.py:8 (c)
main -> d deferred main.py:10 (d)
main -> e deferred dynamic main.py:11
main -> f deferred main.py:14 (f)
)");
        add("for type checkers, by all its names", R"(
import typing
import typing as t
from typing import TYPE_CHECKING
from typing import TYPE_CHECKING as TC
if TYPE_CHECKING:
    import a
    if typing.TYPE_CHECKING:
        import b
else:
    import c
if t.TYPE_CHECKING: import d
if TC: import e
if not TYPE_CHECKING:
    import f
else:
    import g
if not typing:
    pass
elif TYPE_CHECKING:
    import h
)",
            R"(
main -> a typing main.py:7 (a)
main -> b typing main.py:9 (b)
main -> c import main.py:11 (c)
main -> d typing main.py:12 (d)
main -> e typing main.py:13 (e)
main -> f import main.py:15 (f)
main -> g typing main.py:17 (g)
main -> h typing conditional main.py:21 (h)
)");
        add("never", "if 0:\n    import a\nif False: import b\nelse: import c\n",
            "main -> c import main.py:4 (c)\n");
        constexpr const char* kScript = R"(
import a
if __name__ == '__main__':
    import b
else:
    import c
def f():
    if __name__ == '__main__': import d
)";
        constexpr const char* kScriptEdges = R"(
main -> a import main.py:2 (a)
main -> b script main.py:4 (b)
main -> c import main.py:6 (c)
main -> d script main.py:8 (d)
)";
        add("only as a script: when imported", kScript, kScriptEdges);
    }
    void whatRunsAtImport() { checkCase(); }

    void scripts_data() {
        caseColumns();
        add("only as a script: when run", R"(
import a
if __name__ == '__main__':
    import b
    def f():
        import c
    f()
if '__main__' == __name__: import d
)",
            R"(
main -> a import main.py:2 (a)
main -> b script main.py:4 (b)
main -> c script main.py:6 (c)
main -> d script main.py:8 (d)
)",
            "ok", "", "main.py");
    }
    void scripts() { checkCase(); }

    void whatMayFail_data() {
        caseColumns();
        const char* problem =
            "main.py:2 unresolved-import: there is no module 'p.gone' (optional: the failure is "
            "caught)\n";
        for (const char* handler : {"except ImportError:", "except ModuleNotFoundError:", "except Exception:",
                                    "except BaseException:", "except (KeyError, ImportError):", "except:",
                                    "except ImportError as error:"})
            add(handler,
                std::string("try:\n    import p.gone\n") + handler +
                    "\n    import a\nfinally:\n    import b\n",
                R"(
main -> a import optional main.py:4 (a)
main -> b import main.py:6 (b)
main -> p.gone import optional main.py:2 (p.gone)
)",
                "ok", problem);
        add("a handler of something else",
            "try:\n    import a\nexcept KeyError:\n    import b\nfinally:\n    import c\n",
            R"(
main -> a import main.py:2 (a)
main -> b import conditional main.py:4 (b)
main -> c import main.py:6 (c)
)");
        add("else and finally run for sure",
            "try:\n    import a\nexcept ImportError:\n    import b\nelse:\n    import c\n"
            "finally:\n    import d\n",
            R"(
main -> a import optional main.py:2 (a)
main -> b import optional main.py:4 (b)
main -> c import main.py:6 (c)
main -> d import main.py:8 (d)
)");
        add("suppressed",
            "from contextlib import suppress\nwith suppress(ImportError):\n    import p.gone\nimport a\n",
            "main -> a import main.py:4 (a)\nmain -> p.gone import optional main.py:3 (p.gone)\n", "ok",
            "main.py:3 unresolved-import: there is no module 'p.gone' (optional: the failure is caught)\n");
        add("suppressed by its module's name, within a list",
            "import contextlib\nwith contextlib.suppress(KeyError, ModuleNotFoundError):\n    import "
            "p.gone\n",
            "main -> p.gone import optional main.py:3 (p.gone)\n", "ok",
            "main.py:3 unresolved-import: there is no module 'p.gone' (optional: the failure is caught)\n");
        add("under a condition", R"(
import sys
if sys.version_info >= (3,):
    import a
else:
    import b
if sys.platform == 'nowhere': import c
elif sys.argv: import d
else: import e
for x in (): import f
while False or not sys: import g
with open(__file__): import h
)",
            R"(
main -> a import conditional main.py:4 (a)
main -> b import conditional main.py:6 (b)
main -> c import conditional main.py:7 (c)
main -> d import conditional main.py:8 (d)
main -> e import conditional main.py:9 (e)
main -> f import conditional main.py:10 (f)
main -> g import conditional main.py:11 (g)
main -> h import main.py:12 (h)
)");
    }
    void whatMayFail() { checkCase(); }

    void dynamicImports_data() {
        caseColumns();
        add("import_module, by all its names", R"(
import importlib
import importlib as il
from importlib import import_module
from importlib import import_module as load
importlib.import_module('a')
il.import_module(name='b')
import_module('c')
x = [load('d')]
)",
            R"(
main -> a import dynamic main.py:6
main -> b import dynamic main.py:7
main -> c import dynamic main.py:8
main -> d import dynamic main.py:9
)");
        add("__import__ of several parts, and what it is asked for",
            "__import__('p.m')\n__import__('p', fromlist=['m'])\n__import__('a', globals(), locals(), [], "
            "0)\n",
            R"(
main -> a import dynamic main.py:3
main -> p.m import dynamic main.py:1
main -> p.m import dynamic main.py:2 (m)
)");
        add("computed names", "import importlib\nimportlib.import_module('a' + '')\n", "", kNotRun,
            "main.py:2 dynamic-import: the module name is computed: importlib.import_module('a' + '')\n");
        addCase({.name = "relative names",
                 .project = "== p/__init__.py\n== p/a.py\nfrom importlib import import_module\n"
                            "import_module('.b', __package__)\nimport_module('.c', package='p')\n"
                            "import_module('..q', 'p.s')\n__import__('d', globals(), None, ['x'], 1)\n"
                            "== p/b.py\n== p/c.py\n== p/d.py\n== p/q.py\n== p/s/__init__.py\n",
                 .edges = R"(
p.a -> p.b import dynamic p/a.py:2
p.a -> p.c import dynamic p/a.py:3
p.a -> p.d import dynamic p/a.py:5 (x)
p.a -> p.q import dynamic p/a.py:4
)",
                 .entry = "p.a"});
        addCase({.name = "relative to __name__, in a package and in a module",
                 .project = "== p/__init__.py\nfrom importlib import import_module\n"
                            "import_module('.b', __name__)\n== p/a.py\nfrom importlib import import_module\n"
                            "import_module('..c', __name__)\nimport_module('.', __name__)\n"
                            "== p/b.py\n== p/c.py\n",
                 .edges = R"(
p -> p.b import dynamic p/__init__.py:2
p.a -> p.a import dynamic p/a.py:3
p.a -> p.c import dynamic p/a.py:2
)",
                 .entry = "p.a"});
        addCase({.name = "below a module that is no package",
                 .project = "== p/__init__.py\n== p/a.py\nfrom importlib import import_module\n"
                            "import_module('.b', __name__)\n== p/b.py\n",
                 .edges = "p.a -> p.a.b import dynamic p/a.py:2\n",
                 .problems = "p/a.py:2 unresolved-import: there is no module 'p.a.b'\n",
                 .python = "ModuleNotFoundError p/a.py:2",
                 .entry = "p.a"});
        addCase({.name = "more dots than __name__ has parts",
                 .project = "== p/__init__.py\n== p/a.py\nfrom importlib import import_module\n"
                            "import_module('...b', __name__)\n",
                 .edges = "",
                 .problems = "p/a.py:2 relative-beyond-top: a relative import that goes past the top-level "
                             "package\n",
                 .python = "ImportError",
                 .entry = "p.a"});
        // pytest need not be there.
        addCase(
            {.name = "importorskip",
             .project = "== p/__init__.py\n== p/m.py\n== t.py\nimport pytest\npytest.importorskip('p.m')\n"
                        "pytest.importorskip('p.gone')\n",
             .edges = "t -> p.gone import optional dynamic t.py:3\n"
                      "t -> p.m import optional dynamic t.py:2\n",
             .problems = "t.py:3 unresolved-import: there is no module 'p.gone' (optional: the failure is "
                         "caught)\n",
             .python = kNotRun});
    }
    void dynamicImports() { checkCase(); }

    void laterImports_data() {
        caseColumns();
        addCase(
            {.name = "a module's __getattr__ imports when it is asked",
             .project =
                 "== p/__init__.py\ndef __getattr__(name):\n    from . import x\n    return x\n== p/x.py\n",
             .edges = "p -> p.x deferred p/__init__.py:2 (x)\n",
             .entry = "p"});
        // From here on Python 3.15.
        add("lazy imports",
            "lazy import a\nlazy from b import name\nif name:\n    lazy import c\nwith x:\n    lazy import "
            "d\n",
            R"(
main -> a deferred lazy main.py:1 (a)
main -> b import lazy main.py:2 (name)
main -> c deferred conditional lazy main.py:4 (c)
main -> d deferred lazy main.py:6 (d)
)",
            kNotRun);
        add("lazy, but used while the module runs",
            "lazy import a\nlazy import b\na.name\ndef f(): return b\n",
            "main -> a import lazy main.py:1 (a)\nmain -> b deferred lazy main.py:2 (b)\n", kNotRun);
        add("__lazy_modules__", "__lazy_modules__ = ['a', 'p.m']\nimport a, b\nfrom p.m import x\n", R"(
main -> a deferred lazy main.py:2 (a)
main -> b import main.py:2 (b)
main -> p.m deferred lazy main.py:3 (x)
)",
            kNotRun, "main.py:3 unresolved-name: 'p.m' has no name 'x' and no such module\n");
    }
    void laterImports() { checkCase(); }

    // References in strings load nothing by themselves.
    void strings_data() {
        caseColumns();
        const auto string = [](const char* name, const char* project, const char* edges,
                               const char* python = kNotRun) {
            addCase({.name = name,
                     .project = project,
                     .edges = edges,
                     .python = python,
                     .entry = "t",
                     .shown = {false, false, true}});
        };
        string("targets of patch: the longest part that is a module",
               "== p/__init__.py\n== p/m.py\n== t.py\nfrom unittest import mock\nmock.patch('p.m.C.f')\n"
               "mock.patch('p.gone.C')\n@mock.patch.object('p.m.D', 'x')\ndef f(): pass\n",
               "t -> p import string t.py:3\nt -> p.m import string t.py:2\nt -> p.m import string t.py:4\n");
        string(
            "settings",
            "== p/__init__.py\n== p/m.py\n== t.py\nAPPS = ['p.m', 'p.m.Config', 'x.y.z', 'os.path.join']\n",
            "t -> p.m import string t.py:1\n", "ok");
        string("entry points",
               "== p/__init__.py\n== p/m.py\n== t.py\nx = ['p.m:main', 'p.gone:main', 'p.gone.more:main', "
               "'p:x']\n"
               "x = ['run = p.m:main', 'my-run=p.m:C.run [extra, more]']\n"
               "x = ['see p.m:main', 'p.m: main', 'p.m:80', 'http://p.m/x', {'p.m:'}]\n",
               "t -> p import string t.py:1\nt -> p.m import string t.py:1\nt -> p.m import string t.py:2\n"
               "t -> p.m import string t.py:2\n",
               "ok");
        string("too short to be meant", "== p/__init__.py\n== t.py\nx = ['p', 'p.gone']\n", "", "ok");
    }
    void strings() { checkCase(); }

    void layoutOfStatements_data() {
        caseColumns();
        add("several on a line, continued, in one-line blocks", R"(
import a; import b
import c, \
    d
from e import (  # why
    name,
)
if 1 < 2: import f; import g
@property
def h(): pass
match 1:
    case 1: import i
)",
            R"(
main -> a import main.py:2 (a)
main -> b import main.py:2 (b)
main -> c import main.py:3 (c)
main -> d import main.py:3 (d)
main -> e import main.py:5 (name)
main -> f import conditional main.py:8 (f)
main -> g import conditional main.py:8 (g)
main -> i import conditional main.py:12 (i)
)");
        add("not imports", R"(
'''
>>> import a
import b
'''
# import c
x = 'import d'; y = 'a' \
'import e'
important = 1
)",
            "");
        // Python 3.12
        add("f-strings within f-strings, with the same quotes", "x = f'{f'{1}'} import a'\nimport b\n",
            "main -> b import main.py:2 (b)\n", kNotRun);
    }
    void layoutOfStatements() { checkCase(); }

    // Said, but not guessed at.
    void opaqueImports_data() {
        caseColumns();
        add("sys.modules", "import sys\nsys.modules['x' + 'y'] = sys\n", "", "ok",
            "main.py:2 opaque-import: what this makes of later imports cannot be told: sys.modules['x' + "
            "'y']\n");
        add("hooks", "import sys\nsys.meta_path.insert(0, sys.meta_path[0])\n", "", "ok",
            "main.py:2 opaque-import: an import hook: what it makes of imports cannot be told\n");
        addCase({.name = "a package's own search path",
                 .project = "== p/__init__.py\nfrom pkgutil import extend_path\n"
                            "__path__ = extend_path(__path__, __name__)\n== main.py\nimport p\n",
                 .edges = "main -> p import main.py:1 (p)\n",
                 .problems = "p/__init__.py:2 opaque-import: what this makes of later imports cannot be "
                             "told: __path__\np/__init__.py:2 opaque-import: the package's __path__ is "
                             "extended by extend_path()\n"});
    }
    void opaqueImports() { checkCase(); }
};

QTEST_GUILESS_MAIN(KindsTest)
#include "kinds_test.moc"
