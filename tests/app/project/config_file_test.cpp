#include "app/project/config_file.h"

#include <QTemporaryDir>
#include <QTest>

#include <filesystem>
#include <fstream>

using namespace espalier;
using project::LoadedConfig;

namespace {

std::string problemsText(const LoadedConfig& loaded) {
    std::string out;
    for (const facts::ProjectProblem& p : loaded.problems)
        out += p.path + ":" + std::to_string(p.problem.line) + ":" + std::to_string(p.problem.column) + " " +
               p.problem.message + "\n";
    return out;
}

void write(const std::filesystem::path& path, const std::string& text) {
    std::ofstream(path) << text;
}

} // namespace

class ConfigFileTest : public QObject {
    Q_OBJECT
private slots:
    void readsEveryKey() {
        const LoadedConfig loaded = project::parseConfig("[tool.other]\n"
                                                         "x = 1\n"
                                                         "[tool.espalier]\n"
                                                         "source_roots = ['src', 'lib']\n"
                                                         "exclude = ['**/node_modules/**']\n"
                                                         "baseline = 'v1.4'\n"
                                                         "classes = { tests = ['t/**'], copies = [] }\n"
                                                         "[[tool.espalier.deprecated]]\n"
                                                         "module = 'shop.old_orders'\n"
                                                         "use = 'shop.orders'\n"
                                                         "removal = '2.0'\n"
                                                         "[[tool.espalier.deprecated]]\n"
                                                         "symbol = 'shop.orders:make_order'\n",
                                                         "pyproject.toml", false);
        QCOMPARE(problemsText(loaded), std::string());
        QCOMPARE(loaded.config.sourceRoots, (std::vector<std::string>{"src", "lib"}));
        QCOMPARE(loaded.config.exclude, (std::vector<std::string>{"**/node_modules/**"}));
        QCOMPARE(loaded.config.classes.tests, (std::vector<std::string>{"t/**"}));
        QVERIFY(loaded.config.classes.copies.empty());
        QCOMPARE(loaded.config.classes.tools, graph::PathClasses().tools);
        QCOMPARE(loaded.config.deprecated.size(), 2U);
        QCOMPARE(loaded.config.deprecated[0].module, std::string("shop.old_orders"));
        QCOMPARE(loaded.config.deprecated[0].replacement, std::string("shop.orders"));
        QCOMPARE(loaded.config.deprecated[0].removal, std::string("2.0"));
        QCOMPARE(loaded.config.deprecated[1].module, std::string("shop.orders"));
        QCOMPARE(loaded.config.deprecated[1].symbol, std::string("make_order"));
    }

    void campaigns() {
        const LoadedConfig loaded =
            project::parseConfig("baseline = 'v1'\n[[campaign]]\nname = 'orders-ssot'\ntitle = 'One way'\n"
                                 "issue = 'https://example.org/1'\npriority = 'P0'\n"
                                 "canonical = ['shop.orders:Order', 'shop.orders']\n"
                                 "deprecated = ['shop.old', 'shop.orders:make', 'shop:']\n"
                                 "critical_path = ['shop.web', 'a:b']\nbaseline = 'v1.4'\n"
                                 "target = { violating_files = 50, compliance = 0.95, by = '2026-12-31' }\n"
                                 "phases = ['audit', 'remove']\n"
                                 "[[campaign]]\nname = 'second'\ndeprecated = ['x']\n"
                                 "target = { violating_files = -1, compliance = 1.5, by = 'soon', of = 1 }\n"
                                 "[[campaign]]\nname = 'second'\ndeprecated = ['y']\n"
                                 "[[campaign]]\ntitle = 'no name'\n"
                                 "[[campaign]]\nname = 'empty'\n",
                                 "espalier.toml", true);
        QCOMPARE(
            QString::fromStdString(problemsText(loaded)).split('\n'),
            QString(
                "espalier.toml:7:13 'shop.orders' in canonical of [[campaign]] must be a symbol such as "
                "\"a.b:name\"; it is ignored\n"
                "espalier.toml:8:14 'shop:' in deprecated of [[campaign]] must be a module or a symbol "
                "such as \"a.b:name\"; it is ignored\n"
                "espalier.toml:9:17 'a:b' in critical_path of [[campaign]] must be a module such as "
                "\"a.b\"; it is ignored\n"
                "espalier.toml:16:30 'violating_files' in target of [[campaign]] must be a number of "
                "files; it is ignored\n"
                "espalier.toml:16:47 'compliance' in target of [[campaign]] must be a number from 0 to 1; "
                "it is ignored\n"
                "espalier.toml:16:57 'by' in target of [[campaign]] must be a date such as "
                "\"2026-12-31\"; it is ignored\n"
                "espalier.toml:16:70 unknown key 'of' in target of [[campaign]]; it is ignored\n"
                "espalier.toml:17:1 there is another [[campaign]] 'second' before; it is ignored\n"
                "espalier.toml:20:1 a [[campaign]] needs a name of lower-case letters, digits and dashes; "
                "it is ignored\n"
                "espalier.toml:22:1 campaign 'empty' names nothing canonical and nothing deprecated\n")
                .split('\n'));
        QCOMPARE(loaded.config.baseline, std::string("v1"));
        QCOMPARE(loaded.config.campaigns.size(), 3U);
        const graph::Campaign& first = loaded.config.campaigns[0];
        QCOMPARE(first.title + first.issue + first.priority + first.baseline,
                 std::string("One wayhttps://example.org/1P0v1.4"));
        QCOMPARE(first.canonical, (std::vector<std::string>{"shop.orders:Order"}));
        QCOMPARE(first.deprecated, (std::vector<std::string>{"shop.old", "shop.orders:make"}));
        QCOMPARE(first.criticalPath, (std::vector<std::string>{"shop.web"}));
        const std::vector<graph::Phase::Condition> remove = graph::usualConditions("remove");
        QCOMPARE(first.phases, (std::vector<graph::Phase>{{"audit", {}, false}, {"remove", remove, false}}));
        QCOMPARE(first.target, (graph::Campaign::Target{50, 0.95, "2026-12-31"}));
        QCOMPARE(loaded.config.campaigns[1].target, graph::Campaign::Target{});
    }

    void phases() {
        using Condition = graph::Phase::Condition;
        const LoadedConfig loaded = project::parseConfig(
            "[[campaign]]\nname = 'a'\ndeprecated = ['x']\nphases = [\n'audit', 'stabilise',\n"
            "{ name = 'plan', done = true },\n{ name = 'remove', done_when = 'by hand' },\n"
            "{ name = 'tests', done_when = ['no violations', 'target met', 'no thing'] },\n"
            "7, { done = 1 }]\n",
            "espalier.toml", true);
        QCOMPARE(
            QString::fromStdString(problemsText(loaded)),
            QString("espalier.toml:8:31 'no thing' in done_when of a phase of [[campaign]] must be one of "
                    "\"no violations\", \"no production violations\", \"target met\", \"no importers\", "
                    "\"module gone\", \"no ghosts\", \"stable\", \"by hand\"; it is ignored\n"
                    "espalier.toml:9:1 a phase of [[campaign]] must be a name or a table; it is ignored\n"
                    "espalier.toml:9:13 'done' in a phase of [[campaign]] must be true or false; it is "
                    "ignored\n"
                    "espalier.toml:9:4 a phase of [[campaign]] needs a name; it is ignored\n"));
        QCOMPARE(
            loaded.config.campaigns[0].phases,
            (std::vector<graph::Phase>{{"audit", {}, false},
                                       {"stabilise", {Condition::Stable}, false},
                                       {"plan", {}, true},
                                       {"remove", {}, false},
                                       {"tests", {Condition::NoViolations, Condition::TargetMet}, false}}));
    }

    void saysWhatItCannotUse_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("problems");
        QTest::newRow("no TOML") << "source_roots = [\n\"a\""
                                 << "espalier.toml:2:";
        QTest::newRow("unknown key")
            << "\nsource_root = [\"a\"]"
            << "espalier.toml:2:15 unknown key 'source_root' in espalier.toml; it is ignored\n";
        QTest::newRow("wrong type")
            << "exclude = 'x'"
            << "espalier.toml:1:11 'exclude' in espalier.toml must be a list of strings; it is ignored\n";
        QTest::newRow("wrong item")
            << "exclude = ['x', 1]"
            << "espalier.toml:1:11 'exclude' in espalier.toml must be a list of strings; it is ignored\n";
        QTest::newRow("wrong table")
            << "deprecated = [3]"
            << "espalier.toml:1:15 'deprecated' in espalier.toml must be a table; it is ignored\n";
        QTest::newRow("nothing named") << "[[deprecated]]\nuse = 'x'"
                                       << "needs either module";
        QTest::newRow("both named") << "[[deprecated]]\nmodule = 'x'\nsymbol = 'x:y'"
                                    << "needs either module";
        QTest::newRow("symbol without colon") << "[[deprecated]]\nsymbol = 'x'"
                                              << "needs either module";
    }
    void saysWhatItCannotUse() {
        QFETCH(QString, text);
        QFETCH(QString, problems);
        const LoadedConfig loaded = project::parseConfig(text.toStdString(), "espalier.toml", true);
        const QString said = QString::fromStdString(problemsText(loaded));
        QVERIFY2(said.contains(problems), qPrintable(said));
        QVERIFY(loaded.config.deprecated.empty());
        QVERIFY(loaded.config.exclude.empty());
    }

    void ownFileWins() {
        QTemporaryDir folder;
        const std::filesystem::path root = folder.path().toStdString();
        write(root / "pyproject.toml", "[tool.espalier]\nexclude = ['a']\n");
        QCOMPARE(project::readConfig(root).config.exclude, (std::vector<std::string>{"a"}));
        write(root / "espalier.toml", "exclude = ['b']\n");
        QCOMPARE(project::readConfig(root).config.exclude, (std::vector<std::string>{"b"}));
    }

    void withoutFileTheDefaultsHold() {
        QTemporaryDir folder;
        const LoadedConfig loaded = project::readConfig(folder.path().toStdString());
        QVERIFY(loaded.problems.empty());
        QCOMPARE(loaded.config.classes.tests, graph::PathClasses().tests);
    }

    void doesNotFollowALinkOrReadAHugeFile() {
        QTemporaryDir folder, elsewhere;
        const std::filesystem::path root = folder.path().toStdString();
        const std::filesystem::path outside =
            std::filesystem::path(elsewhere.path().toStdString()) / "secret.toml";
        write(outside, "exclude = ['a']\n");
        std::filesystem::create_symlink(outside, root / "espalier.toml");
        QVERIFY(project::readConfig(root).config.exclude.empty());
        write(root / "pyproject.toml", std::string(2 << 20, '#'));
        const LoadedConfig loaded = project::readConfig(root);
        QCOMPARE(problemsText(loaded), std::string("espalier.toml:0:0 not a regular file; it is not read\n"
                                                   "pyproject.toml:0:0 larger than 1 MB; it is not read\n"));
    }
};

QTEST_APPLESS_MAIN(ConfigFileTest)
#include "config_file_test.moc"
