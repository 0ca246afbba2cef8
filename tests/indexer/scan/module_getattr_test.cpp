#include "indexer/scan/table.h"

using namespace espalier::scan_test;

namespace {

// "any", or the names in brackets.
QByteArray served(const QByteArray& source) {
    const auto facts = scan(source);
    if (!facts.hasModuleGetattr)
        return "none";
    if (facts.getattrServesAny)
        return "any";
    QByteArray out;
    for (const std::string& name : facts.getattrNames)
        out += "[" + QByteArray::fromStdString(name) + "]";
    return out;
}

} // namespace

class ModuleGetattrTest : public QObject {
    Q_OBJECT
private slots:
    void bodies_data() {
        columns();
        row("one name", "if name == 'a':\n    return 1\nraise AttributeError(name)", "[a]");
        row("the other way round", "if 'a' == name: return 1\nraise AttributeError", "[a]");
        row("several",
            "if name in ('a', \"b\"):\n    return g[name]\nif name in {'c'}: return 1\nraise E(name)",
            "[a][b][c]");
        row("chain",
            "if name == 'a':\n    return 1\nelif name == 'b':\n    return 2\nelse:\n    raise E(name)",
            "[a][b]");
        row("else on one line", "if name == 'a': return 1\nelse: raise E", "[a]");
        row("guard", "if name not in ('a', 'b'):\n    raise E(name)\nx = f(name)\nreturn x", "[a][b]");
        row("guard on one line", "if name != 'a': raise E(name)\nreturn f(name)", "[a]");
        row("anything goes for a served name",
            "'doc'\nglobal A\nif name == 'a':\n    from .m import A\n    if A: name = f(name)\n    return "
            "name\nraise E",
            "[a]");
        row("formatted", "if name == 'a': return 1\nmsg = f'no {name!r} here'\nraise AttributeError(msg)",
            "[a]");
        row("warns first", "if name == 'a':\n    warn('x')\n    return 1\nraise E('%s' % name)", "[a]");
        row("compared for a warning", "if name == 'a':\n    warn('x')\nraise E", "[a]");
        row("nothing at all", "raise AttributeError(name)", "");

        row("falls off its end", "if name == 'a':\n    return 1", "any");
        row("returns anyway", "if name == 'a':\n    return 1\nreturn 2", "any");
        row("else falls off", "if name == 'a':\n    return 1\nelse:\n    pass", "any");
        row("raise in a branch", "if name == 'a':\n    raise E", "any");
        row("raise in an else of another", "for x in y: pass\nelse: raise E", "any");
        row("a chain with another condition", "if DEBUG:\n    pass\nelse:\n    raise E", "any");
        row("part of a condition", "if name == 'a' or DEBUG:\n    return 1\nraise E", "any");
        row("other tests", "if name.startswith('a'):\n    return 1\nraise E", "any");
        row("part of a text", "if name in ('ab'):\n    return 1\nraise E", "any");
        row("a table", "if name in TABLE:\n    return TABLE[name]\nraise E", "any");
        row("table among literals", "if name in ('a', B):\n    return 1\nraise E", "any");
        row("handed on", "f(name)\nif name == 'a':\n    return 1\nraise E", "any");
        row("changed", "name = name.lower()\nif name == 'a':\n    return 1\nraise E", "any");
        row("guard that does not end", "if name != 'a':\n    warn()\nreturn 1", "any");
        row("guard below a condition", "if x:\n    if name != 'a':\n        raise E\nreturn 1", "any");
        row("tried", "try:\n    return table[name]\nexcept KeyError:\n    raise E", "any");
        row("returned behind a semicolon", "if name == 'a': return 1\nx = 1; return x\nraise E", "any");
        row("raise behind a semicolon", "raise E; return name", "any");
    }
    void bodies() {
        QFETCH(QByteArray, source);
        QFETCH(QByteArray, expected);
        const QByteArray body = "\n    " + QByteArray(source).replace("\n", "\n    ") + "\n";
        QCOMPARE(served("def __getattr__(name):" + body + "x = 1\n"), expected);
        QCOMPARE(served("if x:\n  def __getattr__(name: str, /) -> object:" + body), expected);
    }

    void definitions_data() {
        columns();
        const char* const body = "    if n == 'a': return 1\n    raise E\n";
        const auto add = [&](const char* before, const char* after, const char* expected) {
            QTest::newRow(before) << QByteArray(before) + body + after << QByteArray(expected);
        };
        add("def __getattr__(n):\n", "", "[a]");
        add("def __getattr__(n):\n", "__getattr__ = f\n", "any");
        add("from m import __getattr__\ndef __getattr__(n):\n", "", "any");
        add("@once\ndef __getattr__(n):\n", "", "any");
        add("@once\ndef f(): pass\ndef __getattr__(n):\n", "", "[a]");
        add("def __getattr__(*n):\n", "", "any");
        add("def __getattr__():\n", "", "any");
        add("async def __getattr__(n):\n", "", "any");
        add("class C:\n  def __getattr__(n):\n", "", "none");
        QTest::newRow("two") << QByteArray("def __getattr__(n):\n") + body +
                                    "def __getattr__(n):\n    if n == 'b': return 1\n    raise E\n"
                             << QByteArray("[a][b]");
        row("lambda", "__getattr__ = lambda n: 1\n", "any");
        row("class", "class __getattr__: pass\n", "any");
        row("on one line", "def __getattr__(n): raise E\n", "any");
    }
    void definitions() {
        QFETCH(QByteArray, source);
        QFETCH(QByteArray, expected);
        QCOMPARE(served(source), expected);
    }
};

QTEST_APPLESS_MAIN(ModuleGetattrTest)
#include "module_getattr_test.moc"
