#!/usr/bin/env python3
"""Makes small random projects, imports them for real, and says what got loaded.

    generate_packages.py FOLDER FIRST COUNT

makes one for each of COUNT seeds from FIRST on, in FOLDER/<seed>/. For each a line is printed: its seed, the entry
module, "ok", "failed" (the import raised an error, as half-run modules may) or "caught" (it did, and a module caught
it), and the files that the import system found on the way, all separated by tabs. Only code that this script has made
is run, each project in a process of its own.
"""
import os
import random
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.realpath(__file__)), "semantics"))
from record_imports import record  # noqa: E402, found beside this script only

del sys.path[0]

CAUGHT = "except ImportError:\n    sys.caught = True"
FRAMES = ["{0}"] * 16 + [
    "def later_{n}():\n    {0}",
    "later_{n} = lambda: __import__('nowhere')\n{0}",
    "if TYPE_CHECKING:\n    {0}",
    "if typing.TYPE_CHECKING:\n    {0}\nelse:\n    other_{n} = 1",
    "if not TYPE_CHECKING:\n    {0}",
    "if sys is None:\n    other_{n} = 1\nelif TYPE_CHECKING:\n    {0}",
    "if False:\n    {0}",
    'if __name__ == "__main__":\n    {0}',
    "class C_{n}:\n    {0}",
    "class D_{n}:\n    def method(self):\n        {0}",
    "try:\n    {0}\n" + CAUGHT,
    "try:\n    import nowhere\nexcept (KeyError, ImportError):\n    {0}",
    "try:\n    import sys\nexcept Exception:\n    pass\nelse:\n    {0}",
    "try:\n    pass\nfinally:\n    {0}",
    "if sys.version_info > (3, 99):\n    {0}\nelse:\n    other_{n} = 1",
    "for _ in (1,):\n    {0}",
    "with open(__file__):\n    {0}",
]
GETATTRS = [
    "    if name.startswith('dyn'):\n        return name\n    raise AttributeError(name)",
    "    if name == {child!r}:\n        return 'served'\n    if name == 'dyn':\n        return name\n"
    "    raise AttributeError(name)",
    "    if name == {child!r}:\n        return importlib.import_module('.' + name, __name__)\n"
    "    if name == 'dyn':\n        return name\n    raise AttributeError(name)",
    "    if name.startswith('__'):\n        raise AttributeError(name)\n    return name",
]


class Maker:
    def __init__(self, folder, seed):
        self.folder, self.number = folder, 0
        self.random = random.Random(seed)
        self.modules, self.packages, self.namespaces, self.attributes = [], [], [], {}

    def pick(self, items):
        return items[self.random.randrange(len(items))]

    def chance(self, share):
        return self.random.random() < share

    # --- the tree ---
    def grow(self, prefix, depth):
        for name in self.random.sample(["a", "b", "c", "io", "json", "x"], self.random.randrange(2, 5)):
            if not prefix and name in ("io", "json"):
                continue  # at the top they would replace what this script needs
            full = prefix + name
            if depth < 3 and self.chance(0.45):
                (self.namespaces if self.chance(0.2) else self.packages).append(full)
                self.grow(full + ".", depth + 1)
            else:
                self.modules.append(full)
            if self.chance(0.1) and full not in self.namespaces:
                self.shadowed.append(full)

    def make(self):
        self.shadowed = []
        self.grow("", 0)
        while not self.modules:
            self.grow("", 0)
        self.modules.append("entry")
        everything = self.modules + self.packages
        for name in everything:
            self.attributes[name] = ["v1", "v2", "_hidden"]
        self.write_all()
        candidates = ["entry"] * 3 + [m for m in self.modules]
        return self.pick(candidates)

    def write_all(self):
        for name in self.packages:
            self.write(name.replace(".", "/") + "/__init__.py", self.content(name, True))
        for name in self.modules:
            self.write(name.replace(".", "/") + ".py", self.content(name, False))
        for name in self.shadowed:
            if name in self.packages:
                self.write(name.replace(".", "/") + ".py", "raise SystemError('a package hides this')\n")
            else:
                self.write(name.replace(".", "/") + "/inner.py", "raise SystemError('a module hides this')\n")

    def write(self, path, text):
        path = os.path.join(self.folder, path)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "w") as file:
            file.write(text)

    # --- what a module says ---
    def children(self, package):
        return [m[len(package) + 1:] for m in self.modules + self.packages
                if m.startswith(package + ".") and "." not in m[len(package) + 1:]]

    def content(self, name, is_package):
        lines = ["import sys, importlib, typing", "from typing import TYPE_CHECKING", "v1 = v2 = _hidden = 1"]
        children = self.children(name) if is_package else []
        if children and self.chance(0.3):
            lines.append(self.dunder_all(children))
        if children and self.chance(0.2):
            lines.append(f"{self.pick(children)} = 'an object'")
        if is_package and self.chance(0.2):
            child = self.pick(children) if children else "nothing"
            lines.append("def __getattr__(name):\n" + self.pick(GETATTRS).replace("{child!r}", repr(child)))
            self.attributes[name] = self.attributes[name] + ["dyn"]
        for _ in range(self.random.randrange(5 if name != "entry" else 9)):
            self.number += 1
            # What an import is called may be the name of a submodule, too.
            bound = self.pick(children) if children and self.chance(0.2) else f"z{self.number}"
            statement = self.statement(name, is_package, bound)
            if "*" in statement:
                lines.append(statement)
            else:
                lines.append(self.pick(FRAMES).replace("{n}", str(self.number)).replace("{0}", statement))
        if children and self.chance(0.15):
            child = self.pick(children)
            lines.append(self.pick([f"{child} = 'an object'", f"{child} = 1\ndel {child}", f"def {child}(): pass",
                                    f"{child}: int", f"if sys:\n    {child} = 1\n    del {child}",
                                    f"try:\n    import sys as {child}\nexcept ImportError:\n    pass\nelse:\n    del {child}",
                                    f"from . import {child}\n{child} = {child}"]))
        return "\n".join(lines) + "\n"

    def dunder_all(self, children):
        child = self.pick(children)
        return self.pick([f"__all__ = ['v1', {child!r}]", f"__all__ = ('v1', {child!r})", "__all__ = []",
                          f"__all__ = ['v1']\n__all__ += [{child!r}]", f"__all__ = ['v1'] + [{child!r}]",
                          f"__all__ = ['v1']\n__all__.append({child!r})"])

    def relative(self, importer, is_package, target):
        """target as dots and rest, or None if it lies outside of the importer's top-level package."""
        package = importer.split(".") if is_package else importer.split(".")[:-1]
        parts = target.split(".")
        common = 0
        while common < min(len(package), len(parts) - 1) and package[common] == parts[common]:
            common += 1
        if common == 0:
            return None
        return "." * (len(package) - common + 1), ".".join(parts[common:])

    def statement(self, importer, is_package, bound):
        target = self.pick(self.modules + self.packages)
        parent, _, last = target.rpartition(".")
        form = self.random.randrange(11)
        if form == 0:
            return f"import {target}"
        if form == 1:
            return f"import {target} as {bound}, {self.pick(self.modules)}"
        if form == 2 and parent:
            return f"from {parent} import {last} as {bound}"
        if form == 3:
            return f"from {target} import {self.pick(self.attributes[target][:2])} as {bound}"
        if form == 4:
            return f"from {target} import *"
        relative = self.relative(importer, is_package, target)
        if form == 5 and relative:
            dots, rest = relative
            head, _, tail = rest.rpartition(".")
            return f"from {dots}{head} import {tail} as {bound}"
        if form == 6 and relative:
            return f"from {relative[0]}{relative[1]} import v1 as {bound}"
        if form == 7:
            return f"importlib.import_module({target!r})"
        if form == 8 and relative and relative[0] == ".":
            return f"importlib.import_module({'.' + relative[1]!r}, __package__)"
        if form == 9 and parent in self.packages:
            return f"from {parent} import v1, {last} as {bound}, {self.pick(self.attributes[parent])} as y{self.number}"
        return f"from {target} import v2 as {bound}"


def run(folder, entry):
    """Imports in a child process; returns the result and the files that were loaded, by tabs."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        outcome, loaded, _ = record(folder, entry, ["."])
        if outcome != "ok":
            outcome = "failed"
        elif hasattr(sys, "caught"):
            outcome = "caught"
        os.write(writing, "\t".join([outcome] + loaded).encode())
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading) as pipe:
        text = pipe.read()
    os.waitpid(child, 0)
    return text


def main():
    folder, first, count = os.path.realpath(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
    for seed in range(first, first + count):
        place = os.path.join(folder, str(seed))
        os.makedirs(place)
        entry = Maker(place, seed).make()
        print(seed, entry, run(place, entry), sep="\t", flush=True)


if __name__ == "__main__":
    main()
