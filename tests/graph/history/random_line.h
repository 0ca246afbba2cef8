// Random lines of commits, for comparing what is worked out along a line with each commit by itself.
#pragma once

#include "graph/history/line.h"
#include "graph/history/read_edge_timeline.h"

#include <random>

namespace espalier::test {

inline graph::EdgeTimeline edgesOf(const Line& line, const graph::Config& config, unsigned threads) {
    return *graph::readEdgeTimeline(
        {line.timeline, config, [&](auto files) { return line.factsOf(files); }, {}, threads}, false);
}

inline graph::Config rooted() {
    graph::Config config;
    config.sourceRoots = {"."};
    return config;
}

// Random projects that change in every way that matters to names.
class Author {
public:
    explicit Author(unsigned seed)
        : random_(seed) {}

    std::string next() {
        for (std::size_t i = 1 + below(4); i > 0; --i)
            change();
        std::string out;
        for (const auto& [path, lines] : files_) {
            out += "== " + path + '\n';
            for (const std::string& line : lines)
                out += line + '\n';
        }
        return out;
    }
    std::size_t below(std::size_t count) {
        return std::uniform_int_distribution<std::size_t>(0, count - 1)(random_);
    }

private:
    void change() {
        static const std::vector<std::string> kPaths{"app/__init__.py", "app.py",
                                                     "app/a.py",        "app/a/__init__.py",
                                                     "app/a/b.py",      "app/b.py",
                                                     "app/sub/a.py",    "app/sub/__init__.py",
                                                     "app/sub/deep.py", "ns/one.py",
                                                     "ns/two.py",       "ns/__init__.py",
                                                     "ns/in/x.py",      "script.py",
                                                     "my-tool.py",      "src/app/a.py",
                                                     "src/lib/a.py",    "src/lib/__init__.py",
                                                     "src/ns/three.py", "lib/b.py",
                                                     "src/solo.py",     "app/b.pyi",
                                                     "app/c.pyi",       "app/fast.so",
                                                     "app/a.so",        "io.py",
                                                     "os/__init__.py",  "ns/odd.name.py",
                                                     "app/backup/a.py", "app/tests/test_a.py",
                                                     "bin/only.so",     "src/script.py",
                                                     "app/sub.py",      "src/__init__.py",
                                                     "__init__.py"};
        static const std::vector<std::string> kLines{
            "import app",
            "import app.a",
            "import app.a.b",
            "import app.sub.deep as deep",
            "from app import a",
            "from app import b as a",
            "from app import sub, nothing",
            "from app.sub import a, deep",
            "from app.sub import *",
            "from app import *",
            "from app.a import *",
            "from .a import *",
            "from . import a",
            "from .a import thing",
            "from .sub import a as b",
            "from .. import b",
            "from ...far import off",
            "import ns.one, ns.two",
            "from ns import one",
            "from ns import three",
            "from ns.in import x",
            "import lib",
            "import lib.a",
            "from lib import a, b",
            "import src.lib.a",
            "import src.app.a",
            "import solo, src.solo",
            "import script",
            "from app import fast, c",
            "import bin.only",
            "from bin import only",
            "import io, os.path, json",
            "import app.missing",
            "from app import missing",
            "import app.missing.more",
            "from app.missing import more",
            "from app.missing import yet",
            "import lib.outer",
            "from lib import inner",
            "a = 1",
            "thing = 2",
            "b = a",
            "sub = a",
            "del a",
            "__all__ = ['a', 'deep']",
            "__all__ = ['sub', 'missing']",
            "__all__ = [name for name in dir()]",
            "def f():\n    import app.b",
            "def g():\n    from app import a",
            "def __getattr__(name):\n    from . import b\n    return b",
            "if TYPE_CHECKING:\n    import app.sub",
            "try:\n    import app.sub.a\nexcept ImportError:\n    a = None",
            "import sys\nsys.modules['app.missing'] = None",
            "import sys\nsys.modules[__name__ + '.x'] = None",
            "mock.patch('app.a.b.thing')",
            "mock.patch('ns.one.Some.thing')",
            "import importlib\nimportlib.import_module('app.' + 'a')\nimportlib.import_module('app.sub.a')",
            "text = ("};
        const std::string& path = kPaths[below(kPaths.size())];
        const std::size_t what = below(5);
        if (what == 0) {
            files_.erase(path);
            return;
        }
        std::vector<std::string>& lines = files_[path];
        const std::size_t at = lines.empty() ? 0 : below(lines.size() + 1);
        if (what == 1 && at < lines.size())
            lines.erase(lines.begin() + static_cast<std::ptrdiff_t>(at));
        else
            lines.insert(lines.begin() + static_cast<std::ptrdiff_t>(at), kLines[below(kLines.size())]);
    }

    std::mt19937 random_;
    std::map<std::string, std::vector<std::string>> files_;
};

// Twenty-five commits, and one of several ways to name their modules.
struct RandomLine {
    Line line;
    graph::Config config = rooted();

    explicit RandomLine(unsigned seed) {
        Author author(seed);
        for (int commit = 0; commit < 25; ++commit)
            line.add(author.next());
        if (seed % 3 != 0) {
            config.sourceRoots = {".", "src"};
            config.rootNaming = {{"."}, {"src", "."}};
            if (seed % 3 == 2)
                std::swap(config.rootNaming[1][0], config.rootNaming[1][1]);
        }
        if (seed % 2 == 0)
            config.deprecated = {
                {"app.missing", "", "app.a", ""}, {"lib.outer", "", "", ""}, {"ns", "", "", ""}};
    }
};

} // namespace espalier::test
