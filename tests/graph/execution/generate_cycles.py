#!/usr/bin/env python3
"""Makes small random projects whose modules import each other, and says what happens when each is imported first.

    generate_cycles.py FOLDER FIRST COUNT

makes one for each of COUNT seeds from FIRST on, in FOLDER/<seed>/. For each module a line is printed, separated by tabs:
seed, module, and "ok", or "fails" with the exception, its message, and the project's part of its traceback as
"path:line" each. Only code that this script has made is run, each import in a process of its own.
"""
import os
import random
import sys
import traceback


class Maker:
    def __init__(self, folder, seed):
        self.folder = folder
        self.random = random.Random(seed)
        self.modules = []   # dotted
        self.packages = []

    def pick(self, items):
        return items[self.random.randrange(len(items))]

    def chance(self, share):
        return self.random.random() < share

    def make(self):
        self.packages = ["p"] + (["p.q"] if self.chance(0.5) else []) + (["r"] if self.chance(0.4) else [])
        for package in self.packages:
            for name in self.random.sample("abcde", self.random.randrange(1, 4)):
                self.modules.append(package + "." + name)
        if self.chance(0.4):
            self.modules.append("top")
        for name in self.packages:
            self.write(name, True)
        for name in self.modules:
            self.write(name, False)

    def write(self, name, package):
        path = os.path.join(self.folder, name.replace(".", "/") + ("/__init__.py" if package else ".py"))
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "w") as file:
            file.write("\n".join(self.content(name, package)) + "\n")

    # --- what a module says ---
    def content(self, name, package):
        self.name, self.package, self.number = name, package, 0
        self.known = []      # names bound to modules so far: expressions
        self.callables = []  # names that can be called
        lines = []
        if self.chance(0.2):
            lines.append(self.pick(["import sys", "import os.path", "from typing import TYPE_CHECKING, Any"]))
        names = [self.definition(k) for k in ("v1", "v2", "f1", "C1") if self.chance(0.97)]
        body = []
        if self.chance(0.1):
            body.append(["__all__ = ['v1', 'f1']"])
        for _ in range(self.random.randrange(0 if package else 1, 3 if package else 4)):
            body.append(self.statement(0))
        if self.chance(0.65):
            self.random.shuffle(body)
            body = names + body
        else:
            body += names
            self.random.shuffle(body)
        lines.append("from typing import TYPE_CHECKING")
        for part in body:
            lines.extend(part)
        return lines

    def other(self):
        names = [m for m in self.modules + self.packages if m != self.name]
        return self.pick(names)

    def fresh(self):
        self.number += 1
        return "n%d" % self.number

    def attribute(self):
        return self.pick(["v1", "v1", "v2", "f1", "C1"])

    def definition(self, name):
        if name.startswith("v"):
            return [self.pick(["%s = 1", "%s = 'text'", "%s = [1, 2]", "%s: int = 3"]) % name]
        if name.startswith("f"):
            return ["def f1(*args):"] + ["    " + line for line in self.function_body()]
        other = self.other()
        base = self.pick(["", "", "(object)"])
        lines = ["class C1%s:" % base]
        if self.chance(0.3):
            lines += ["    def __init__(self, *args):"] + ["        " + line for line in self.function_body()
                                                                if not line.startswith("return")]
            lines += ["        self.made = 1"]
        if self.chance(0.3):
            lines += ["    def go(self):"] + ["        " + line for line in self.function_body()]
        if self.chance(0.2):
            lines += ["    from %s import %s" % (other, self.attribute())]
        if self.chance(0.2):
            lines += ["    @staticmethod", "    def still():"] + ["        " + line for line in self.function_body()]
        return lines + ["    size = 1"]

    def function_body(self):
        other = self.other()
        return self.pick([
            ["return 1"],
            ["return v1"],
            ["from %s import %s" % (other, self.attribute()), "return 1"],
            ["import %s" % other, "return %s.%s" % (other, self.attribute())],
            ["import %s as m" % other, "value = m.%s" % self.attribute(), "return value"],
            ["from %s import f1 as inner" % other, "return inner()"],
            ["try:", "    from %s import %s" % (other, self.attribute()), "except ImportError:", "    pass",
             "return 2"],
        ])

    def relative(self, other):
        """A relative form of `from other import`, where there is one."""
        package = self.name if self.package else self.name.rpartition(".")[0]
        dots = "."
        while package:
            if other == package:
                return dots
            if other.startswith(package + "."):
                return dots + other[len(package) + 1:]
            package, dots = package.rpartition(".")[0], dots + "."
        return other

    def imports(self):
        other = self.other()
        parent, _, last = other.rpartition(".")
        source = self.relative(other) if self.chance(0.5) else other
        fresh = self.fresh()
        options = [
            (["import %s" % other], other, 3),
            (["import %s as %s" % (other, fresh)], fresh, 3),
            (["from %s import %s" % (source, self.attribute())], None, 5),
            (["from %s import %s as %s, %s" % (source, self.attribute(), fresh, self.attribute())], None, 2),
            (["from %s import *" % source], None, 1),
            (["import importlib", "%s = importlib.import_module('%s')" % (fresh, other)], fresh, 1),
            (["import %s" % other, "%s = %s.%s" % (fresh, other, self.attribute())], other, 2),
            (["import %s as %s" % (other, fresh), "class D_%s(%s.C1):" % (fresh, fresh), "    pass"], fresh, 2),
            (["from %s import f1 as call_%s" % (source, fresh), "call_%s()" % fresh], None, 2),
            (["from %s import C1 as K_%s" % (source, fresh), "K_%s()" % fresh], None, 1),
            (["from %s import C1 as K_%s" % (source, fresh), "class E_%s(K_%s):" % (fresh, fresh),
              "    def __init__(self):", "        super().__init__()", "E_%s()" % fresh], None, 1),
            (["from %s import C1 as K_%s" % (source, fresh), "K_%s().size" % fresh,
              "if hasattr(K_%s, 'x'): pass" % fresh], None, 1),
            (["import %s" % other, "def late_%s(): return %s.f1()" % (fresh, other), "late_%s()" % fresh], other, 1),
            (["import %s" % other, "%s = lambda: %s.v1" % (fresh, other), "%s()" % fresh], other, 1),
            (["def wrap_%s(f):" % fresh, "    from %s import v1" % other, "    return f",
              "@wrap_%s" % fresh, "def wrapped_%s(): return 1" % fresh, "wrapped_%s()" % fresh], None, 1),
        ]
        if parent:
            source = self.relative(parent) if self.chance(0.5) else parent
            options.append((["from %s import %s" % (source, last)], last, 4))
            options.append((["from %s import %s as %s" % (source, last, fresh)], fresh, 2))
        total = [option for option in options for _ in range(option[2])]
        lines, bound, _ = self.pick(total)
        return lines

    def statement(self, depth):
        lines = self.imports()
        if depth > 1 or self.chance(0.55):
            return lines
        inner = lines if self.chance(0.7) else self.statement(depth + 1)
        indented = ["    " + line for line in inner]
        fresh = self.fresh()
        frame = self.random.randrange(14)
        if frame == 0:
            return ["try:"] + indented + ["except ImportError:", "    %s = 0" % fresh]
        if frame == 1:
            return ["try:"] + indented + ["except (AttributeError, ImportError) as error:", "    pass"]
        if frame == 2:
            return ["try:"] + indented + ["except ModuleNotFoundError:", "    pass"]
        if frame == 3:
            return ["try:"] + indented + ["except Exception:"] + ["    " + line for line in self.imports()]
        if frame == 4:
            return ["try:"] + indented + ["except NameError:", "    pass", "else:", "    %s = 1" % fresh,
                                          "finally:", "    %s = 2" % fresh]
        if frame == 5:
            return ["if TYPE_CHECKING:"] + indented
        if frame == 6:
            return ["if not TYPE_CHECKING:"] + indented
        if frame == 7:
            return ["if False:"] + indented + ["else:", "    %s = 1" % fresh]
        if frame == 8:
            return ["for item_%s in (1, 2):" % fresh] + indented
        if frame == 9:
            return ["from contextlib import suppress", "with suppress(ImportError, AttributeError):"] + indented
        if frame == 10 and "*" not in "".join(inner):
            return ["class Holder_%s:" % fresh] + indented
        if frame == 11:
            return ["def run_%s():" % fresh] + indented + ["run_%s()" % fresh] if "*" not in "".join(inner) else inner
        if frame == 12:
            return ["if __name__ == '__main__':"] + indented
        return ["def never_%s():" % fresh] + indented if "*" not in "".join(inner) else inner


def first_import(folder, module):
    """(outcome, error, message, frames) of importing `module` in a fresh process."""
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reader)
        sys.path.insert(0, folder)
        result = ["ok"]
        try:
            __import__(module)
        except RecursionError:
            result = ["endless"]
        except Exception as error:  # noqa: BLE001, whatever it is, it is the answer
            frames = [frame for frame in traceback.extract_tb(error.__traceback__) if frame.filename.startswith(folder)]
            places = ["%s:%d" % (os.path.relpath(frame.filename, folder), frame.lineno) for frame in frames]
            result = ["fails", type(error).__name__, str(error).replace("\t", " ").replace("\n", " ")] + places
        os.write(writer, "\t".join(result).encode())
        os._exit(0)
    os.close(writer)
    with os.fdopen(reader, "rb") as pipe:
        text = pipe.read().decode()
    os.waitpid(child, 0)
    return text


def main():
    folder, first, count = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    sys.dont_write_bytecode = True
    import contextlib, importlib, typing, os.path  # noqa: F401,E401 so that the children need not
    for seed in range(first, first + count):
        project = os.path.join(os.path.realpath(folder), str(seed))
        maker = Maker(project, seed)
        maker.make()
        for module in sorted(maker.modules + maker.packages):
            print(seed, module, first_import(project, module), sep="\t", flush=True)


if __name__ == "__main__":
    main()
