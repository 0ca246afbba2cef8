"""Shows that each rule of house.py finds what breaks it, and nothing else, in made-up trees."""

import tempfile
import unittest
from pathlib import Path

import house

HEADER = "// A thing.\n#pragma once\n"


class HouseTest(unittest.TestCase):
    def check(self, files, *expected):
        """`files` maps paths to texts; `expected` are the violations' beginnings, in order."""
        with tempfile.TemporaryDirectory() as folder:
            root = Path(folder)
            for path, text in files.items():
                (root / path).parent.mkdir(parents=True, exist_ok=True)
                (root / path).write_text(text, encoding="utf-8")
            self.assertEqual(house.files_of(root), sorted(files))
            found = house.violations(root, sorted(files))
        self.assertEqual(len(found), len(expected), found)
        for line, beginning in zip(found, expected):
            self.assertTrue(line.startswith(beginning), f"{line!r} does not begin with {beginning!r}")

    def test_allowed(self):
        self.check({
            "indexer/store/reader.cpp": '#include "indexer/store/reader.h"\n#include <sqlite3.h>\n#include <vector>\n',
            "indexer/store/reader.h": HEADER + '#include "indexer/facts/ids.h"\n',
            "indexer/facts/ids.h": HEADER + "#include <cstdint>\n",
            "graph/render/render.cpp": '#include "graph/drawing/drawing.h"\n#include <librsvg/rsvg.h>\n',
            "ui/main_window.cpp": '#include "graph/model/snapshot.h"\n#include <QMainWindow>\n',
            "tests/graph/model/build_test.cpp": '#include "graph/model/build.h"\n#include <QTest>\n',
            "tests/graph/model/tests.cmake": "espalier_test(graph/model/build_test graph)\n",
            "README.md": "mirror/root/x, https://example.org/home/page, ~/work/, $HOME/work/\n",
            ".gitignore": "/build/\n",
        })

    def test_direction(self):
        self.check({
            "graph/model/build.cpp": '#include "indexer/store/reader.h"\n',
            "indexer/facts/ids.cpp": '\n# include "graph/model/build.h"\n',
            "indexer/scan/scanner.cpp": '#include "indexer/symbols/extractor.h"\n',
            "ui/views/map.cpp": '#include "indexer/pipeline/pipeline.h"\n#include "app/gui/session.h"\n',
            "graph/layout/layout.cpp": '#include "graph/render/render.h"\n#include <indexer/scan/scanner.h>\n',
            "app/gui/session.cpp": '#include "indexer/pipeline/pipeline.h"\n',
        },
            "app/gui/session.cpp:1: app/gui may not include",
            "graph/layout/layout.cpp:1: graph may not include graph/render/render.h",
            "graph/layout/layout.cpp:2: graph may not include indexer/scan/scanner.h",
            "graph/model/build.cpp:1: graph may not include indexer/store/reader.h",
            "indexer/facts/ids.cpp:2: indexer/facts may not include graph/model/build.h",
            "indexer/scan/scanner.cpp:1: indexer/scan may not include",
            "ui/views/map.cpp:1: ui may not include indexer/pipeline",
            "ui/views/map.cpp:2: ui may not include app/gui")

    def test_runnable(self):
        self.check({"packaging/run.sh": "#!/bin/sh\n", "packaging/functions.sh": "# To be sourced.\n"},
                   "packaging/run.sh:1: begins with #!")

    def test_words(self):
        self.check({
            "ui/a.cpp": 'f(tr("Open a folder"));\n'
                        '// "a comment"\n'
                        'f(View::tr("see how the modules "\n   "depend"), Words::tr("%1 of them", "a note for translators", n));\n'
                        'f(QT_TRANSLATE_NOOP("View", "hide what is selected"));\n'
                        'f("key-of-it", "Ctrl+K", "window/state", "<b>%1</b>");\n',
            "ui/b.cpp": 'f("see how the modules "\n  "depend");\ng("Open", h(tr("x"), "a second text"));\n',
            "graph/drawing/labels.cpp": 'f(n + " modules in tangles");\n',
            "indexer/scan/a.cpp": 'f("what a problem says");\n',
        },
            "graph/drawing/labels.cpp:1: says ' modules in tangles' without tr()",
            "ui/b.cpp:1: says 'see how the modules depend' without tr()",
            "ui/b.cpp:3: says 'Open' without tr()",
            "ui/b.cpp:3: says 'a second text' without tr()")

    def test_libraries(self):
        self.check({
            "ui/a.cpp": "#include <sqlite3.h>\n",
            "indexer/scan/a.cpp": "#include <tree_sitter/api.h>\n",
            "indexer/pipeline/a.cpp": "#include <git2.h>\n",
            "graph/export/a.cpp": "#include <graphviz/gvc.h>\n#include <cairo.h>\n",
            "graph/model/a.cpp": "#include <QString>\n#include <QtCore/QString>\n#include <queue>\n",
        },
            "graph/export/a.cpp:1: graph may not include <graphviz/gvc.h>",
            "graph/export/a.cpp:2: graph may not include <cairo.h>",
            "graph/model/a.cpp:1: graph may not include <QString>",
            "graph/model/a.cpp:2: graph may not include <QtCore/QString>",
            "indexer/pipeline/a.cpp:1: indexer/pipeline may not include <git2.h>",
            "indexer/scan/a.cpp:1: indexer/scan may not include <tree_sitter/api.h>",
            "ui/a.cpp:1: ui may not include <sqlite3.h>")

    def test_paths_from_the_top(self):
        self.check({"ui/a.cpp": '#include "main_window.h"\n#include "a.moc"\n', "indexer/lost/a.cpp": "#include <map>\n"},
                   "indexer/lost/a.cpp:1: lies in the folder of no known target",
                   'ui/a.cpp:1: "main_window.h" is not named by its path')

    def test_top_level(self):
        self.check({"src/a.txt": "", "notes.md": "", "docs/a": "", ".clang-tidy": ""},
                   "docs: is not one of", "notes.md: is not one of", "src: is not one of")

    def test_headers(self):
        self.check({"graph/a.h": "#pragma once\n", "graph/b.h": "// b\n#ifndef B_H\n", "graph/c.h": HEADER},
                   "graph/a.h:1: does not begin with a comment", "graph/b.h:1: has no #pragma once")

    def test_machine_names(self):
        planted = ["cd /work" + "/x", "cp a /root" + "/b", "/home" + "/joe/c", "https://registry.npmjs" + ".org/d",
                   "deb http://deb.debian" + ".org", "pip -i https://pypi" + ".org/simple"]
        self.check({"packaging/setup.sh": "# Sets up.\n" + "\n".join(planted)},
                   *[f"packaging/setup.sh:{i + 2}: names a machine" for i in range(len(planted))])
        self.check({"packaging/package-lock.json": planted[3]})

    def test_registered(self):
        self.check({
            "tests/graph/CMakeLists.txt": "espalier_test(graph/model/known_test graph)\n# graph/model/off_test\n",
            "tests/graph/model/known_test.cpp": "",
            "tests/graph/model/off_test.cpp": "",
            "tests/graph/model/own_test.cpp": "",
            "tests/cli/CMakeLists.txt": "add_test(NAME cli COMMAND python3 golden_test.py)\n"
                                        "espalier_test(graph/model/own_test graph)\n",
            "tests/cli/golden_test.py": "",
        },
            "tests/graph/model/off_test.cpp: is registered in no CMake file",
            "tests/graph/model/own_test.cpp: is registered in no CMake file")


if __name__ == "__main__":
    unittest.main()
