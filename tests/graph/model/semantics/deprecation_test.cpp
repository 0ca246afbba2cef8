// What counts as deprecated, and what the messages say.
#include "graph/model/deprecation_message.h"
#include "graph/model/project_text.h"

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

private slots:
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
    }
};

QTEST_APPLESS_MAIN(DeprecationTest)
#include "deprecation_test.moc"
