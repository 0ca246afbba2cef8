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
