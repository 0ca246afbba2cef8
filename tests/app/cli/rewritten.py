"""Random packages for `espalier rewrite pkg.old pkg.new`, and python3's word on them.

rewritten.py generate SEED FOLDER   writes a package whose modules import from pkg.old in all sorts of forms
rewritten.py values FOLDER          what each of its modules comes to, each of them imported first
rewritten.py left FOLDER            how many names are still imported from pkg.old, by `ast`
rewritten.py parse FOLDER           the files below that do not parse
"""

import ast
import importlib
import os
import random
import sys

DEFINITIONS = {
    "Order": "class Order:\n    size = 1\n    def total(self):\n        return 7\n",
    "Item": "class Item:\n    size = 2\n",
    "make": "def make():\n    return 'made'\n",
    "find": "def find(key=1):\n    return key\n",
    "LIMIT": "LIMIT = 40\n",
    "count": "count = 0\ndef bump():\n    global count\n    count += 1\n    return count\n",
}
OWN = "class Own:\n    size = 3\nlast = 5\n"
SHARED = list(DEFINITIONS)
ALL = SHARED + ["Own", "last", "other"]


def show(value):
    return f"{value.__module__}.{value.__qualname__}" if hasattr(value, "__qualname__") else repr(value)


class Consumer:
    def __init__(self, rng, depth):
        self.rng, self.depth = rng, depth
        self.lines, self.serial = [], 0

    def old(self):
        dots = "." * (self.depth + 1)
        return self.rng.choice(["pkg.old", "pkg.old", f"{dots}old"])

    def parent(self):
        return self.rng.choice(["pkg", "." * (self.depth + 1)])

    def fresh(self):
        self.serial += 1
        return f"n{self.serial}"

    def names(self, most=4):
        """(written, bound) of some names."""
        out = []
        for name in self.rng.sample(ALL, self.rng.randint(1, most)):
            alias = self.fresh() if self.rng.random() < 0.5 else None
            out.append((f"{name} as {alias}" if alias else name, alias or name))
        return out

    def from_statement(self):
        names = self.names()
        head, written = f"from {self.old()} import", [w for w, _ in names]
        form = self.rng.randrange(6)
        if form == 0:
            text = f"{head} (\n" + "".join(f"        {w},  # {i}\n" for i, w in enumerate(written)) + "        # end\n    )"
        elif form == 1:
            text = f"{head} (" + ",\n        ".join(written) + ")"
        elif form == 2:
            text = f"{head} " + ", \\\n        ".join(written)
        elif form == 3:
            text = f"import os; {head} {', '.join(written)}; os.sep"
        elif form == 4:
            text = f"{head} ({', '.join(written)},)  # noqa: F401"
        else:
            text = f"{head} {', '.join(written)}"
        return text, [b for _, b in names]

    def whole(self):
        """Uses of the module as an object."""
        parent, alias = self.parent(), self.fresh()
        text, name = self.rng.choice([
            ("import pkg.old", "pkg.old"), (f"import pkg.old as {alias}", alias), (f"import os, pkg.old as {alias}", alias),
            (f"from {parent} import old", "old"), (f"from {parent} import old as {alias}, new as {alias}n", alias)])
        pool = ALL if self.rng.random() < 0.3 else SHARED
        return text, [f"{name}.{n}" for n in self.rng.sample(pool, 2)], name

    def add(self):
        if self.rng.random() < 0.6:
            text, values = self.from_statement()
        else:
            text, values, name = self.whole()
            if self.rng.random() < 0.15:
                values.append(f"{name}.__name__")
            if self.rng.random() < 0.1:
                values.append(f"bool({name})")
        shown = ", ".join(f"show({v})" for v in values)
        plain = text.replace("\n    ", "\n")
        form = self.rng.randrange(6)
        if form == 0:
            self.lines.append(f"def {self.fresh()}_f():\n    {text}\n    return [{shown}]\n"
                              f"VALUES += n{self.serial}_f()\n")
        elif form == 1:
            self.lines.append(f"if True:\n    {text}\n    VALUES += [{shown}]\n")
        elif form == 2:
            self.lines.append(f"try:\n    {text}\nexcept ImportError:\n    raise\nVALUES += [{shown}]\n")
        elif form == 3 and "\n" not in text and "#" not in text:
            self.lines.append(f"if True: {text}\nVALUES += [{shown}]\n")
        else:
            self.lines.append(f"{plain}\nVALUES += [{shown}]\n")
        if self.rng.random() < 0.2:
            self.lines.append("def shadows(old, pkg=None):\n    return old.whatever, pkg.old.whatever\n")

    def text(self):
        for _ in range(self.rng.randint(2, 6)):
            self.add()
        return "from pkg.shown import show\nVALUES = []\n" + "".join(self.lines)


def generate(seed, folder):
    rng = random.Random(seed)
    defined, other = "".join(DEFINITIONS.values()), "def other():\n    return 'other'\n"
    moved = rng.random() < 0.6  # pkg.old is a shim; else pkg.new takes the names from it
    circle = "" if moved else rng.choice(["", "from . import c0\n"])
    files = {
        "pkg/__init__.py": "", "pkg/sub/__init__.py": "",
        "pkg/shown.py": "def show(value):\n    return (f'{value.__module__}.{value.__qualname__}'\n"
                        "            if hasattr(value, '__qualname__') else repr(value))\n",
        "pkg/new.py": (defined + other if moved else
                       circle + f"from .old import {', '.join(SHARED)}\nfrom pkg.old import other as elsewhere\n"),
        "pkg/old.py": (f"from .new import {', '.join(SHARED)}\nfrom pkg.new import other\n" + OWN if moved else
                       defined + other + OWN),
    }
    for i in range(6):
        folder_of = "pkg/sub" if i % 3 == 2 else "pkg"
        files[f"{folder_of}/c{i}.py"] = Consumer(rng, folder_of.count("/")).text()
    for path, text in files.items():
        path = os.path.join(folder, path)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        ends = rng.choice(["\n", "\n", "\r\n"])
        data = text.replace("\n", ends).encode()
        with open(path, "wb") as file:
            file.write(data if rng.random() < 0.7 else data.rstrip(b"\r\n"))


def consumers(folder):
    for root, _, names in sorted(os.walk(folder)):
        for name in sorted(names):
            if name.endswith(".py"):
                yield os.path.join(root, name)


def values(folder):
    sys.path.insert(0, folder)
    for path in consumers(folder):
        module = os.path.relpath(path, folder)[:-3].replace(os.sep, ".")
        if not module.rsplit(".", 1)[-1].startswith("c"):
            continue
        for loaded in [name for name in sys.modules if name.split(".")[0] == "pkg"]:
            del sys.modules[loaded]
        try:
            print(module, importlib.import_module(module).VALUES)
        except Exception as error:
            print(module, type(error).__name__)


def left(folder):
    count = 0
    for path in consumers(folder):
        package = os.path.relpath(os.path.dirname(path), folder).split(os.sep)
        if os.path.basename(path) in ("old.py", "new.py"):
            continue
        for node in ast.walk(ast.parse(open(path, "rb").read())):
            if isinstance(node, ast.Import):
                count += sum(alias.name == "pkg.old" for alias in node.names)
            elif isinstance(node, ast.ImportFrom):
                base = package[:len(package) - node.level + 1] if node.level else []
                module = ".".join(base + ([node.module] if node.module else []))
                count += len(node.names) if module == "pkg.old" else 0
                count += sum(alias.name == "old" for alias in node.names) if module == "pkg" else 0
    print(count)


def parse(folder):
    for path in consumers(folder):
        try:
            ast.parse(open(path, "rb").read())
        except SyntaxError as error:
            print(path, error)


if __name__ == "__main__":
    action = sys.argv[1]
    if action == "generate":
        generate(int(sys.argv[2]), sys.argv[3])
    else:
        {"values": values, "left": left, "parse": parse}[action](sys.argv[2])
