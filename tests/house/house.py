#!/usr/bin/env python3
"""Checks the rules that hold for the sources as a whole: `house.py FOLDER`.

Prints one line per violation, "path:line: what is wrong", and ends with 1 if there are any. The rules:

- an #include goes only where the target of its folder may look (TARGETS);
- a library's header is included only by the target that owns that library (LIBRARIES);
- the top level holds only the agreed names;
- every header begins with a comment and has `#pragma once`;
- no file names a folder of somebody's machine or the host of a package registry;
- every test file is registered with CMake;
- every script that begins with #! can be run; those in Python are handed to python3;
- what the window says goes through tr(): a string of words that does not is a text that stays English.
"""

import os
import re
import subprocess
import sys
from pathlib import Path

BELOW_APP = {"indexer/facts", "indexer/store", "indexer/scan", "indexer/symbols", "indexer/source",
             "indexer/pipeline", "indexer/history", "indexer/watch", "indexer/text", "graph", "graph/layout_graphviz", "graph/render",
             "graph/cuts_exact"}

# Folder of each target, innermost first where they nest, and the folders whose headers it may include.
TARGETS = {
    "indexer/facts": set(),
    "indexer/store": {"indexer/facts"},
    "indexer/scan": {"indexer/facts"},
    "indexer/symbols": {"indexer/facts", "indexer/scan"},
    "indexer/source": {"indexer/facts"},
    "indexer/text": {"indexer/facts", "indexer/scan", "indexer/source"},
    "indexer/pipeline": {"indexer/facts", "indexer/store", "indexer/scan", "indexer/symbols", "indexer/source"},
    "indexer/history": {"indexer/facts", "indexer/source", "indexer/store", "indexer/pipeline"},
    "indexer/watch": {"indexer/facts", "indexer/source", "indexer/store", "indexer/pipeline"},
    "graph/layout_graphviz": {"indexer/facts", "graph"},
    "graph/render": {"indexer/facts", "graph"},
    "graph/cuts_exact": {"indexer/facts", "graph"},
    "graph": {"indexer/facts"},
    "ui": {"indexer/facts", "graph"},
    # app/ wires everything together, but the window neither indexes nor runs Graphviz: child processes do.
    "app/project": BELOW_APP,
    "app/rewrite": {"indexer/facts", "indexer/scan", "indexer/source", "graph"},
    "app/tracker": {"indexer/facts", "indexer/scan", "indexer/source", "indexer/text", "graph"},
    # Only espalier-draw loads Graphviz, librsvg and cairo, only espalier-solve CBC.
    "app/cli": BELOW_APP - {"graph/layout_graphviz", "graph/render", "graph/cuts_exact"} | {"app/project", "app/rewrite", "app/tracker"},
    "app/draw": {"indexer/facts", "graph", "graph/layout_graphviz", "graph/render", "app/project"},
    "app/gui": BELOW_APP - {"indexer/pipeline", "indexer/history", "indexer/watch", "indexer/symbols", "indexer/text", "graph/layout_graphviz", "graph/render",
                                "graph/cuts_exact"}
               | {"ui", "app/project"},
    "app": BELOW_APP | {"ui", "app/project", "app/rewrite", "app/tracker", "app/cli", "app/draw", "app/gui"},
}

# Headers of other people's libraries, and the targets that may include them. What is not listed is free.
LIBRARIES = [
    (r"sqlite3|SQLiteCpp/|zstd", {"indexer/store"}),
    (r"tree_sitter/", {"indexer/symbols"}),
    (r"git2(\.h|/)", {"indexer/source"}),
    (r"openssl/", {"indexer/source", "indexer/pipeline"}),
    (r"(graphviz/)?(gvc|gvplugin|cgraph|gvcext)\.h", {"graph/layout_graphviz"}),
    (r"(Cbc|Clp|Coin|Osi)\w*\.hpp|coin/", {"graph/cuts_exact"}),
    (r"librsvg/|cairo|cairo/|pango/", {"graph/render"}),
    (r"Q[A-Z]\w*|Qt\w+/", {"ui", "app/gui", "app"}),
    (r"md4c(-html)?\.h", {"app/tracker"}),
    (r"CLI/", {"app/cli", "app"}),
    (r"toml\+\+|toml\.hpp", {"app/project"}),
    (r"nlohmann/", {"indexer/scan", "app/project", "app/cli", "app/gui", "app"}),
]

TOP_LEVEL = {"CMakeLists.txt", "app", "ui", "graph", "indexer", "resources", "tests", "packaging", "README.md",
             "LICENSE", "CONTRIBUTING.md", "CHANGELOG.md", "CMakePresets.json"}

# Folders of one machine, and hosts that packages come from. A lock file may name where its packages are.
MACHINE = re.compile(r"(?<![\w./~$}])/(?:work|root|home/\w+|Users/\w+)/(?!\.\.\.)"
                     r"|\bregistry\.[a-z]+\.|\bdeb\.debian\b|\barchive\.ubuntu\b|\bpypi\.|\bproxy\.golang\b|\bcrates\.io\b")
MAY_NAME_HOSTS = {"packaging/package-lock.json"}

INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^">]+)[">]')
SOURCE_SUFFIXES = {".h", ".hpp", ".cpp", ".cc", ".c"}


def target_of(path):
    """The target whose folder holds `path`, or None."""
    found = [folder for folder in TARGETS if path.startswith(folder + "/")]
    return max(found, key=len, default=None)


def included_files(root, paths):
    for path in paths:
        if Path(path).suffix in SOURCE_SUFFIXES:
            for number, line in enumerate(read(root, path).splitlines(), 1):
                if match := INCLUDE.match(line):
                    yield path, number, match[1] == '"', match[2]


def read(root, path):
    return (root / path).read_bytes().decode("utf-8", "replace")


def check_includes(root, paths):
    for path, number, quoted, header in included_files(root, paths):
        own = target_of(path)
        if own is None:
            if path.startswith(("app/", "indexer/", "graph/", "ui/")):
                yield path, number, "lies in the folder of no known target"
            continue  # tests may look everywhere
        theirs = target_of(header)
        if theirs is not None and theirs != own and theirs not in TARGETS[own]:
            yield path, number, f"{own} may not include {header}, which is {theirs}'s"
        if quoted and theirs is None and not header.endswith(".moc"):
            yield path, number, f'"{header}" is not named by its path from the top'
        for pattern, owners in LIBRARIES:
            if not quoted and re.match(rf"(?:{pattern})", header) and own not in owners:
                yield path, number, f"{own} may not include <{header}>"


def check_top_level(_root, paths):
    for name in sorted({path.split("/")[0] for path in paths}):
        if name not in TOP_LEVEL and not name.startswith("."):
            yield name, 0, "is not one of the names agreed for the top level"


def check_headers(root, paths):
    for path in paths:
        if path.endswith(".h"):
            text = read(root, path)
            if not text.startswith(("//", "/*")):
                yield path, 1, "does not begin with a comment that says what it is"
            if not re.search(r"^#pragma once$", text, re.MULTILINE):
                yield path, 1, "has no #pragma once"


def check_machine_names(root, paths):
    for path in paths:
        if path in MAY_NAME_HOSTS or path.startswith("tests/house/"):
            continue
        data = (root / path).read_bytes()
        if b"\0" in data[:8192]:
            continue
        for number, line in enumerate(data.decode("utf-8", "replace").splitlines(), 1):
            if match := MACHINE.search(line):
                yield path, number, f"names a machine's folder or a package registry: {match[0]}"


def check_runnable(root, paths):
    for path in paths:
        if Path(path).suffix != ".py" and (root / path).read_bytes()[:2] == b"#!" and not os.access(root / path, os.X_OK):
            yield path, 1, "begins with #!, but is not executable"


def check_registered(root, paths):
    """A test counts as registered if a CMake file of its folder, or above, names it by its path or its name."""
    cmake = {path: read(root, path) for path in paths
             if path.startswith("tests/") and (path.endswith(".cmake") or path.endswith("CMakeLists.txt"))}
    for path in paths:
        if not re.fullmatch(r"tests/.*_test\.(cpp|py|sh)", path):
            continue
        stem = path.removeprefix("tests/").rsplit(".", 1)[0]
        names = re.compile(rf"(?<![\w]){re.escape(stem)}(?!\w)|(?<![\w]){re.escape(path.rsplit('/', 1)[1])}(?!\w)")
        above = [text for where, text in cmake.items() if path.startswith(where.rsplit("/", 1)[0] + "/")]
        if not any(names.search(line.split("#")[0]) for text in above for line in text.splitlines()):
            yield path, 0, "is registered in no CMake file"


# What people read lies here; names and file formats that look like words stand in SPOKEN_NAMES.
SPOKEN = ("ui/", "app/gui/", "app/gui_main.cpp", "graph/drawing/")
SPOKEN_NAMES = {"Espalier", "English", "partly true", "no longer true", "true now"}
PYTHON_WORDS = "ui/source/highlighter.cpp"
STRING = r'"(?:[^"\\\n]|\\.)*"'
TOKEN = re.compile(rf"(?P<comment>//[^\n]*|/\*.*?\*/)|(?P<include>^\s*#[^\n]*)|(?P<string>{STRING}(?:\s+{STRING})*)",
                   re.S | re.M)
WORDS = re.compile(r"[a-z]{2,} [a-z]|^[A-Z][a-z]{2,}(?![+\w])")
# The first text in tr(), or any in the macros for a later tr(); a note for translators comes after the text.
TRANSLATED = re.compile(rf"\btr\(\s*(?:{STRING}\s*(?:{STRING}\s*)*,\s*)?$"
                        rf"|\bQT_TRANSLATE_(?:N_)?NOOP\(\s*(?:{STRING},\s*)?$"
                        r"|\btranslate\(\s*$")


def check_words(root, paths):
    for path in paths:
        if Path(path).suffix not in SOURCE_SUFFIXES or not path.startswith(SPOKEN) or path == PYTHON_WORDS:
            continue
        text = read(root, path)
        for token in TOKEN.finditer(text):
            if not token["string"]:
                continue
            words = "".join(re.findall(STRING, token["string"])).replace('""', "")[1:-1]
            words = re.sub("<[^>]*>", "", words)  # HTML says nothing by itself
            known = words in SPOKEN_NAMES or TRANSLATED.search(text[:token.start()][-400:])
            if WORDS.search(words) and not known:
                yield path, text.count("\n", 0, token.start()) + 1, f"says {words[:50]!r} without tr()"


CHECKS = [check_includes, check_top_level, check_headers, check_machine_names, check_runnable, check_registered,
          check_words]


def violations(root, paths):
    """Sorted lines "path:line: text" for the files `paths` (relative, '/' between parts) under `root`."""
    found = {found for check in CHECKS for found in check(root, paths)}
    return [f"{path}:{line}: {text}" if line else f"{path}: {text}" for path, line, text in sorted(found)]


def files_of(root):
    """What git tracks; outside git all files but those of build folders."""
    listed = subprocess.run(["git", "-C", root, "ls-files", "-z", "--cached"], capture_output=True, check=False)
    if listed.returncode == 0 and listed.stdout:
        paths = listed.stdout.decode().rstrip("\0").split("\0")
    else:
        paths = [p.relative_to(root).as_posix() for p in root.rglob("*")]
        paths = [p for p in paths if p.split("/")[0] not in {"build", ".git", ".cache"}]
    return sorted(p for p in paths if (root / p).is_file())


def main():
    if len(sys.argv) != 2:
        sys.exit("usage: house.py FOLDER")
    root = Path(sys.argv[1])
    paths = files_of(root)
    found = violations(root, paths)
    print(*found, sep="\n", end="\n" if found else "")
    sources = sum(Path(p).suffix in SOURCE_SUFFIXES for p in paths)
    print(f"{len(paths)} files, {sources} of them C++: {len(found)} violations")
    if sources == 0:
        sys.exit("there are no sources here: nothing was checked")
    sys.exit(1 if found else 0)


if __name__ == "__main__":
    main()
