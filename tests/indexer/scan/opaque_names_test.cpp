#include "indexer/scan/table.h"

using namespace espalier::scan_test;

class OpaqueNamesTest : public QObject {
    Q_OBJECT
private slots:
    void names_data() {
        QTest::addColumn<QByteArray>("source");
        QTest::addColumn<bool>("expected");
        const auto add = [](const char* source, bool expected) {
            QTest::newRow(source) << QByteArray(source) << expected;
        };
        add("globals()['x'] = 1", true);
        add("for n in names:\n    globals()[n] += f(n)", true);
        add("globals().update(x)", true);
        add("vars().setdefault('x', 1)", true);
        add("locals()['x'] = 1", true);
        add("g = globals()", true);
        add("export(globals())", true);
        add("export(__name__, globals(), x)", true);
        add("fill(namespace=globals())", true);
        add("def f():\n    globals()['x'] = 1", true);
        add("exec('x = 1')", true);
        add("exec(code, globals())", true);
        add("def f():\n    exec(code, globals())", true);
        add("IntEnum._convert_('E', __name__, f)", true);
        add("@enum.global_enum\nclass E(Enum): pass", true);
        add("E = global_enum(E)", true);
        add("setattr(sys.modules[__name__], n, v)", true);
        add("m = sys.modules[__name__]", true);
        add("sys.modules[__name__].__class__ = M", true);
        add("sys.modules[__name__].__dict__.update(x)", true);

        add("x = globals()['y']", false);
        add("x = globals().get('y')", false);
        add("x = {n: v for n, v in globals().items()}", false);
        add("__all__ = [n for n in globals() if n]", false);
        add("x = 'y' in globals()", false);
        add("x = dict(globals())", false);
        add("x = sorted(globals())", false);
        add("x = '%(y)s' % globals()", false);
        add("x = eval('y', globals())", false);
        add("x = f(**globals())", false);
        add("x = vars(y)", false);
        add("vars(y)['x'] = 1", false);
        add("y.globals()['x'] = 1", false);
        add("def f():\n    locals()['x'] = 1", false);
        add("def f():\n    g(globals())", false);
        add("class C:\n    locals()['x'] = 1", false);
        add("if __name__ == '__main__':\n    run(globals())", false);
        add("exec(code, {})", false);
        add("y.exec('x')", false);
        add("def f():\n    exec('x = 1')", false);
        add("def f():\n    exec(code, locals())", false);
        add("def exec(x): pass", false);
        add("def global_enum(cls): pass", false);
        add("x = getattr(sys.modules[__name__], 'y')", false);
        add("x = inspect.getmembers(sys.modules[__name__])", false);
        add("x = sys.modules[y]", false);
        add("x = 1", false);
    }
    void names() {
        QFETCH(QByteArray, source);
        QFETCH(bool, expected);
        QCOMPARE(scan(source + "\n").opaqueNames, expected);
    }

    void registeredModules_data() {
        columns();
        row("literal", "sys.modules['a.b'] = c\nsys.modules['d'] = e", "[a.b][d]");
        row("of an item", "sys.modules['a.b'].c = d\nsys.modules['e'].f[g] = h", "");
        row("two targets", "x = sys.modules['a.b'] = c", "[a.b]");
        row("under a condition", "if x:\n    sys.modules['a.b'] = c", "[a.b]");
        row("in a function", "def f():\n    sys.modules['a.b'] = c", "");
        row("of a script", "if __name__ == '__main__':\n    sys.modules['a.b'] = c", "");
        row("read", "x = sys.modules['a.b']", "");
        row("deleted", "del sys.modules['a.b']", "");
        row("computed", "sys.modules[__name__ + '.b'] = c",
            "1:1 opaque-import: what this makes of later imports cannot be told: sys.modules[__name__ + "
            "'.b']\n");
        row("of another object", "x.modules['a'] = c", "");
    }
    void registeredModules() {
        QFETCH(QByteArray, source);
        QFETCH(QByteArray, expected);
        const auto facts = scan(source + "\n");
        QByteArray out;
        for (const std::string& name : facts.registeredModules)
            out += "[" + QByteArray::fromStdString(name) + "]";
        QCOMPARE(out + lines(facts.problems), expected);
    }
};

QTEST_APPLESS_MAIN(OpaqueNamesTest)
#include "opaque_names_test.moc"
