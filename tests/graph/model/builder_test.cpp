// A builder that takes over what a change of some files leaves alone, against one that starts from nothing.
#include "graph/model/project_text.h"
#include "indexer/scan/scanner.h"

#include <QTest>

#include <algorithm>
#include <random>

using namespace espalier;
using namespace espalier::test;

namespace {

const std::vector<std::string> kPaths{
    "app/__init__.py", "app/a.py",  "app/b.py",          "app/sub/__init__.py", "app/sub/a.py",
    "app/sub/deep.py", "ns/one.py", "ns/two.py",         "script.py",           "my-tool.py",
    "old/extra.py",    "setup.cfg", "old/pyproject.toml"};
const std::vector<std::string> kLines{"import app",
                                      "import app.a",
                                      "import app.sub.deep as deep",
                                      "from app import a",
                                      "from app import b as a",
                                      "from app import sub, nothing",
                                      "from app.sub import a, deep",
                                      "from app.sub import *",
                                      "from app.a import *",
                                      "from . import a",
                                      "from .a import thing",
                                      "from .sub import a as b",
                                      "from .. import b",
                                      "from ...far import off",
                                      "import ns.one, ns.two",
                                      "from ns import one",
                                      "from ns import three",
                                      "import app.missing",
                                      "from app import missing",
                                      "import app.missing.more",
                                      "from app.missing import more",
                                      "import extra",
                                      "import os.path, json",
                                      "import lib.outer",
                                      "from lib import inner",
                                      "a = 1",
                                      "thing = 2",
                                      "b = a",
                                      "del a",
                                      "__all__ = ['a', 'deep']",
                                      "__all__ = [name for name in dir()]",
                                      "def f():\n    import app.b",
                                      "def __getattr__(name):\n    from . import b\n    return b",
                                      "if TYPE_CHECKING:\n    import app.sub",
                                      "try:\n    import app.sub.a\nexcept ImportError:\n    a = None",
                                      "import sys\nsys.modules['app.missing'] = None",
                                      "import warnings\nwarnings.warn('use app.b', DeprecationWarning)",
                                      "text = (",
                                      "'''a docstring'''"};

using Texts = std::vector<std::vector<std::string>>; // by file

std::shared_ptr<const facts::SourceFacts> scanned(const std::vector<std::string>& lines) {
    std::string text;
    for (const std::string& line : lines)
        text += line + '\n';
    return std::make_shared<facts::SourceFacts>(scan::scanPython(text));
}

facts::ProjectFacts projectOf(const Texts& texts) {
    std::string text;
    for (const std::string& path : kPaths)
        text += "== " + path + '\n';
    facts::ProjectFacts project = projectFromText(text);
    for (facts::SourceFile& file : project.files)
        if (file.kind == facts::FileKind::Python)
            file.facts = scanned(texts[static_cast<std::size_t>(
                std::find(kPaths.begin(), kPaths.end(), file.path) - kPaths.begin())]);
    return project;
}

std::string everything(const graph::Snapshot& snapshot) {
    std::string out =
        moduleLines(snapshot, true) + edgeLines(snapshot, {true, true, true}) + problemLines(snapshot);
    for (const graph::SourceRoot& root : snapshot.roots)
        out += "root " + root.path + ": " + root.reason + '\n';
    for (const graph::Deprecation& entry : snapshot.deprecations)
        out += "deprecated " + snapshot[entry.module].name + ' ' + entry.symbol + ' ' + entry.message + '\n';
    for (std::size_t i = 0; i < snapshot.modules.size(); ++i)
        out += std::to_string(snapshot.modules[i].lines) + ' ' +
               std::to_string(snapshot.incoming(graph::ModuleId(i)).size()) + ' ';
    return out;
}

graph::Config someConfig() {
    graph::Config config;
    config.deprecated.push_back({"app.missing", "", "app.a", "2.0"});
    config.deprecated.push_back({"lib.outer", "", "", ""});
    return config;
}

class Editor {
public:
    explicit Editor(unsigned seed)
        : random_(seed) {}
    std::size_t below(std::size_t count) {
        return std::uniform_int_distribution<std::size_t>(0, count - 1)(random_);
    }
    void edit(std::vector<std::string>& lines) {
        const std::size_t at = lines.empty() ? 0 : below(lines.size() + 1);
        const std::size_t what = below(4);
        if (what == 0 && at < lines.size())
            lines.erase(lines.begin() + static_cast<std::ptrdiff_t>(at));
        else
            lines.insert(lines.begin() + static_cast<std::ptrdiff_t>(at),
                         what == 1 ? "" : kLines[below(kLines.size())]);
    }

private:
    std::mt19937 random_;
};

} // namespace

class BuilderTest : public QObject {
    Q_OBJECT
private slots:
    void randomEditsGiveWhatAFreshBuildGives() {
        int takenOver = 0, built = 0;
        for (unsigned seed = 0; seed < 120; ++seed) {
            Editor editor(seed);
            Texts texts(kPaths.size());
            for (std::vector<std::string>& lines : texts)
                for (std::size_t i = editor.below(4); i > 0; --i)
                    editor.edit(lines);
            const graph::Config config = seed % 3 == 0 ? someConfig() : graph::Config{};
            facts::ProjectFacts project = projectOf(texts);
            graph::SnapshotBuilder builder;
            QVERIFY(builder.build(project, config) && !builder.tookOver());
            for (int round = 0; round < 12; ++round) {
                for (std::size_t files = 1 + editor.below(2); files > 0; --files) {
                    facts::SourceFile& file = project.files[editor.below(project.files.size())];
                    if (file.kind != facts::FileKind::Python)
                        continue;
                    std::vector<std::string>& lines = texts[static_cast<std::size_t>(
                        std::find(kPaths.begin(), kPaths.end(), file.path) - kPaths.begin())];
                    editor.edit(lines);
                    file.facts = scanned(lines);
                }
                const std::string patched = everything(*builder.build(project, config));
                const std::string fresh = everything(*graph::buildSnapshot(project, config));
                if (patched != fresh)
                    qWarning("seed %u, round %d\n%s\n--- fresh\n%s", seed, round, patched.c_str(), fresh.c_str());
                QCOMPARE(patched, fresh);
                takenOver += builder.tookOver();
                ++built;
            }
        }
        QVERIFY2(3 * takenOver > built, qPrintable(QStringLiteral("%1 of %2").arg(takenOver).arg(built)));
    }

    void otherFilesOrSettingsStartAnew() {
        facts::ProjectFacts project = projectFromText("== a.py\nimport b\n== b.py\nx = 1\n");
        graph::SnapshotBuilder builder;
        QVERIFY(builder.build(project, {}));
        QVERIFY(builder.build(project, {}) && builder.tookOver());
        graph::Config config;
        config.deprecated.push_back({"b", "", "", ""});
        const auto marked = builder.build(project, config);
        QVERIFY(!builder.tookOver() && marked->modules[1].marks.has(graph::Mark::Deprecated));
        project.files.pop_back();
        const auto smaller = builder.build(project, config);
        QVERIFY(!builder.tookOver());
        QCOMPARE(moduleLines(*smaller), std::string("a module\nb ghost deprecated\n"));
    }

    void symbolsOfAFileAreTakenOver() {
        facts::ProjectFacts project = projectFromText("== a.py\nimport b\n== b.py\ndef f(): pass\n");
        graph::SnapshotBuilder builder;
        QVERIFY(builder.build(project, {})->deprecations.empty());
        auto symbols = std::make_shared<facts::SymbolFacts>();
        symbols->marks.push_back({facts::MarkSource::Decorator, 1, "f", "gone soon"});
        project.files[1].symbols = symbols;
        const auto snapshot = builder.build(project, {});
        QVERIFY(builder.tookOver());
        QCOMPARE(snapshot->deprecations.size(), std::size_t{1});
    }
};

QTEST_APPLESS_MAIN(BuilderTest)
#include "builder_test.moc"
