// What counts as deprecated, and what the messages say.
#include "graph/model/deprecation_message.h"
#include "graph/model/project_text.h"
#include "graph/model/semantics/real_import.h"
#include "indexer/symbols/extractor.h"

#include <QTest>

using namespace espalier;
using namespace espalier::test;

class DeprecationTest : public QObject {
    Q_OBJECT

    static QString lines(const graph::Snapshot& snapshot) {
        QString out;
        for (const graph::Deprecation& d : snapshot.deprecations) {
            std::string line = snapshot[d.module].name + (d.symbol.empty() ? "" : ":" + d.symbol);
            line += d.configured ? " configured"
                                 : ' ' + std::string(name(d.source)) + ':' + std::to_string(d.line);
            line += d.weak() ? " weak" : "";
            line += d.shim ? " shim" : "";
            line += " use=" + d.replacement + " removal=" + d.removal;
            out += QString::fromStdString(line + '\n');
        }
        return out;
    }

    // Modules and symbols that the code itself calls deprecated, both stages of the indexer run.
    static QString deprecated(const std::string& text) {
        facts::ProjectFacts project = projectFromText(text);
        for (const auto& [path, content] : filesFromText(text))
            for (facts::SourceFile& file : project.files)
                if (file.path == path)
                    file.symbols = std::make_shared<facts::SymbolFacts>(symbols::extractSymbols(content));
        const auto snapshot = graph::buildSnapshot(std::move(project), {});
        QStringList found;
        for (const graph::Deprecation& d : snapshot->deprecations)
            found << QString::fromStdString((*snapshot)[d.module].name +
                                            (d.symbol.empty() ? "" : ":" + d.symbol) +
                                            (d.weak() ? " weak" : ""));
        return found.join(", ");
    }

private slots:
    // What is found to be deprecated is what python3 warns about when it is imported, or used by main.py.
    void pythonWarnsAlike_data() {
        QTest::addColumn<QString>("module");
        QTest::addColumn<QString>("use");
        QTest::addColumn<QString>("expected"); // found in the text of m.py
        QTest::addColumn<QString>("warnings"); // of python3
        const auto row = [](const char* name, const char* module, const char* use, const char* expected,
                            const char* warnings) {
            QTest::newRow(name) << module << use << expected << warnings;
        };
        const char* warned = "DeprecationWarning: old";
        row("module", "import warnings\nwarnings.warn('old', DeprecationWarning)", "", "m", warned);
        row("pending", "import warnings\nwarnings.warn('old', PendingDeprecationWarning, 2)", "", "m",
            "PendingDeprecationWarning: old");
        row("future", "import warnings\nwarnings.warn('old', category=FutureWarning)", "", "m",
            "FutureWarning: old");
        row("keywords", "import warnings\nwarnings.warn(category=DeprecationWarning, message='old')", "", "m",
            warned);
        row("imported warn", "from warnings import warn\nwarn('old', DeprecationWarning)", "", "m", warned);
        row("warn under another name", "from warnings import warn as w\nw('old', DeprecationWarning)", "",
            "m", warned);
        row("warnings under another name", "import warnings as w\nw.warn('old', DeprecationWarning)", "", "m",
            warned);
        row("an instance", "import warnings\nwarnings.warn(DeprecationWarning('old'))", "", "m", warned);
        row("another category", "import warnings\nwarnings.warn('old', UserWarning)", "", "",
            "UserWarning: old");
        row("no category", "import warnings\nwarnings.warn('old')", "", "", "UserWarning: old");
        row("for type checkers",
            "import warnings\nfrom typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    "
            "warnings.warn('old', DeprecationWarning)",
            "", "", "");
        row("as a script",
            "import warnings\nif __name__ == '__main__':\n    warnings.warn('old', DeprecationWarning)", "",
            "", "");
        row("docstring only", "'''Deprecated: use another.'''", "", "m weak", "");
        row("comment only", "# This module is deprecated.\nx = 1", "", "m weak", "");
        row("function", "import warnings\ndef f():\n    warnings.warn('old', DeprecationWarning)", "m.f()",
            "m:f", warned);
        row("function that nobody calls",
            "import warnings\ndef f():\n    warnings.warn('old', DeprecationWarning)", "", "m:f", "");
        row("class",
            "import warnings\nclass C:\n    def __init__(self):\n        warnings.warn('old', "
            "DeprecationWarning)",
            "m.C()", "m:C", warned);
        row("method",
            "import warnings\nclass C:\n    def g(self):\n        warnings.warn('old', DeprecationWarning)",
            "m.C().g()", "m:C.g", warned);
        row("served by __getattr__",
            "import warnings\ndef __getattr__(name):\n    if name == 'f':\n        "
            "warnings.warn('old', DeprecationWarning)\n        return 1\n    raise AttributeError(name)",
            "m.f", "m:f", warned);
        // Python has warnings.deprecated from 3.13 on; this one does what that does.
        row("decorator of the same name",
            "import warnings\ndef deprecated(text):\n    def wrap(f):\n        def g():\n            "
            "warnings.warn(text, DeprecationWarning)\n        return g\n    return wrap\n@deprecated('old')\n"
            "def f(): pass",
            "m.f()", "m:deprecated.wrap.g, m:f", warned);
    }
    void pythonWarnsAlike() {
        QFETCH(QString, module);
        QFETCH(QString, use);
        QFETCH(QString, expected);
        QFETCH(QString, warnings);
        const std::string project =
            "== main.py\nimport m\n" + use.toStdString() + "\n== m.py\n" + module.toStdString() + '\n';
        QCOMPARE(deprecated(project), expected);
        const RealImport real = importForReal(project, "main");
        QCOMPARE(QString::fromStdString(real.outcome), "ok");
        QStringList found;
        for (const std::string& warning : real.warnings)
            found << QString::fromStdString(warning);
        QCOMPARE(found.join(", "), warnings);
    }
    void decorators() {
        QCOMPARE(
            deprecated("== m.py\nfrom warnings import deprecated\n@deprecated('old')\nclass C: pass\n"
                       "== n.py\nimport typing_extensions as te\n@te.deprecated('old')\ndef f(): pass\n"),
            "m:C, n:f");
    }
    // Its importers are what has to change, not the shim.
    void shims() {
        const auto snapshot = graph::buildSnapshot(
            projectFromText(
                "== new.py\ndef f(): pass\n== old.py\nimport warnings\nfrom new import f\n"
                "warnings.warn('use new', DeprecationWarning)\n== more.py\nimport warnings\n"
                "from new import f\nwarnings.warn('use new', DeprecationWarning)\ndef g(): return f()\n"),
            {});
        QVERIFY((*snapshot)[*snapshot->find("old")].marks.has(graph::Mark::Shim));
        QVERIFY(!(*snapshot)[*snapshot->find("more")].marks.has(graph::Mark::Shim));
        QVERIFY((*snapshot)[*snapshot->find("more")].marks.has(graph::Mark::Deprecated));
    }
    void messages_data() {
        QTest::addColumn<QString>("message");
        QTest::addColumn<QString>("replacement");
        QTest::addColumn<QString>("removal");
        const auto row = [](const char* message, const char* replacement, const char* removal) {
            QTest::newRow(message) << QString(message) << QString(replacement) << QString(removal);
        };
        row("Use 'from a.b import C' instead", "a.b.C", "");
        row("shop.old is deprecated. Use shop.orders.make instead.", "shop.orders.make", "");
        row("This module is deprecated; use a.b.C", "a.b.C", "");
        row("Deprecated: use `new_name` instead of `old_name`", "new_name", "");
        row("Please use the asyncio.run() function", "asyncio.run", "");
        row("f() is deprecated in favour of g.h", "g.h", "");
        row("replaced by ``a.b``, removed in v2.0", "a.b", "v2.0");
        row("moved to x.y.z and will be removed in Python 3.14", "x.y.z", "Python 3.14");
        row("import Thing from a.b instead", "a.b.Thing", "");
        row("Import from a.b instead", "a.b", "");
        row("use :class:`a.B` instead", "a.B", "");
        row("The binhex module is deprecated and slated for removal in Python 3.11", "", "Python 3.11");
        row("will be removed in a future version", "", "");
        row("removed in version 5.1.", "", "5.1");
        row("scheduled for removal on 2026-12-31", "", "2026-12-31");
        row("Use it instead", "", "");
        row("do not use this in new code", "", "");
        row("Use Path instead", "Path", "");
        row("", "", "");
        row("deprecated", "", "");
    }
    void messages() {
        QFETCH(QString, message);
        QFETCH(QString, replacement);
        QFETCH(QString, removal);
        const graph::DeprecationAdvice advice = graph::readDeprecationMessage(message.toStdString());
        QCOMPARE(QString::fromStdString(advice.replacement), replacement);
        QCOMPARE(QString::fromStdString(advice.removal), removal);
    }
    void foundInCode() {
        const auto snapshot = graph::buildSnapshot(
            projectFromText(
                "== new.py\ndef f(): pass\n"
                "== loud.py\nimport warnings\nwarnings.warn('use new.f, removed in 2.0', "
                "DeprecationWarning)\ndef g(): pass\n"
                "== shim.py\nimport warnings\nfrom new import f\nwarnings.warn(\"Use 'from new import f' "
                "instead\", DeprecationWarning, stacklevel=2)\n"
                "== empty.py\nimport warnings\nwarnings.warn('gone soon', DeprecationWarning)\n"
                "== quiet.py\n\"\"\"Deprecated.\"\"\"\nx = 1\n"),
            {});
        QCOMPARE(lines(*snapshot), "empty warning:2 use= removal=\n"
                                   "loud warning:2 use=new.f removal=2.0\n"
                                   "quiet docstring:1 weak use= removal=\n"
                                   "shim warning:3 shim use=new.f removal=\n");
        QCOMPARE(QString::fromStdString(moduleLines(*snapshot)),
                 "empty module deprecated\nloud module deprecated\nnew module\nquiet module\nshim module "
                 "deprecated shim\n");
    }
    void configured() {
        graph::Config config;
        config.deprecated = {{"shop.old", "", "shop.new", "3.0"},
                             {"shop.new", "make", "shop.new:build", ""},
                             {"shop.gone", "", "", ""}};
        const auto snapshot = graph::buildSnapshot(
            projectFromText("== shop/__init__.py\n== shop/old.py\nfrom shop.new import make\n== shop/new.py\n"
                            "def make(): pass\n== main.py\nimport shop.gone\n"),
            config);
        QCOMPARE(lines(*snapshot), "shop.gone configured use= removal=\n"
                                   "shop.new:make configured use=shop.new:build removal=\n"
                                   "shop.old configured shim use=shop.new removal=3.0\n");
        QCOMPARE(QString::fromStdString(moduleLines(*snapshot)), "main module\n"
                                                                 "shop package\n"
                                                                 "shop.gone ghost deprecated in shop\n"
                                                                 "shop.new module in shop\n"
                                                                 "shop.old module deprecated shim in shop\n");
    }
    void getattrNeverMarksTheModule() {
        const auto snapshot = graph::buildSnapshot(
            projectFromText("== m.py\nimport warnings\ndef __getattr__(name):\n    warnings.warn('old name', "
                            "DeprecationWarning)\n    return 1\n"),
            {});
        QVERIFY(!snapshot->deprecations.empty());
        QVERIFY(!snapshot->deprecations.front().symbol.empty());
        QCOMPARE(QString::fromStdString(moduleLines(*snapshot)), "m module\n");
    }
    void symbolsCount() {
        facts::ProjectFacts project = projectFromText("== m.py\ndef f(): pass\n");
        auto symbols = std::make_shared<facts::SymbolFacts>();
        symbols->marks.push_back({facts::MarkSource::Decorator, 1, "f", "use g.h instead"});
        project.files[0].symbols = symbols;
        const auto snapshot = graph::buildSnapshot(std::move(project), {});
        QCOMPARE(lines(*snapshot), "m:f decorator:1 use=g.h removal=\n");
        QVERIFY(!snapshot->modules[0].marks.has(graph::Mark::Deprecated));
        QVERIFY(!snapshot->deprecations.front().weak());
    }
    void whatSomeCallsWarnOfIsWeak() {
        facts::ProjectFacts project = projectFromText("== m.py\ndef f(): pass\n");
        auto symbols = std::make_shared<facts::SymbolFacts>();
        symbols->marks.push_back({facts::MarkSource::Condition, 1, "f", "x is deprecated"});
        project.files[0].symbols = symbols;
        const auto snapshot = graph::buildSnapshot(std::move(project), {});
        QCOMPARE(lines(*snapshot), "m:f condition:1 weak use= removal=\n");
    }
};

QTEST_APPLESS_MAIN(DeprecationTest)
#include "deprecation_test.moc"
