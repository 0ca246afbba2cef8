#!/usr/bin/env python3
"""An independent import resolver on Python's own parser, to compare Espalier's with.

    reference.py FOLDER

prints one line for each dependency of one module of FOLDER on another that an import statement creates: importer,
imported module, line, kind (import, deferred, typing, script), and "ambiguous" or "-", separated by tabs. Modules are
called by their dotted names below FOLDER, files that no statement can import by their paths. A file that Python
cannot parse gives the line "unparsable", path. Nothing of FOLDER is executed.

Only import statements count; calls of import_module() and the like do not.
"""
import ast
import importlib.machinery
import keyword
import multiprocessing
import os
import sys
import warnings

SKIPPED_FOLDERS = {"site-packages", "__pycache__", ".git"}
IMPLICIT_NAMES = {"__name__", "__doc__", "__file__", "__path__", "__spec__", "__dict__", "__loader__", "__package__",
                  "__builtins__", "__cached__", "__annotations__"}


def is_name(text):
    return text.isidentifier() and not keyword.iskeyword(text)


# --- reading files: imports with their kinds, module-level bindings in order ------------------------------------------

class Reader:
    """Walks the statements of one module. An import is (line, kind, node); an event of the module level is
    ("import", node, whether inside a try), ("bind", name, alias target or None), ("unbind", name), ("maybe", name) for X = X, or
    ("typing", name)."""

    def __init__(self, tree):
        self.imports, self.events, self.globals = [], [], []
        self.registered = set()  # literal keys of sys.modules[…] = … at module level
        self.tries = 0
        self.all_names, self.all_computed = None, False
        self.getattrs = []  # definitions of a module __getattr__; None for one that is bound in another way
        self.typing_names, self.typing_modules = {"TYPE_CHECKING"}, {"typing"}
        self.body(tree.body, "import", "module")

    def body(self, statements, kind, scope, sure=True):
        for statement in statements:
            self.statement(statement, kind, scope, sure)

    def event(self, kind, scope, *event):
        if scope == "module" and kind == "import":
            self.events.append(event)
        elif scope == "module" and kind == "typing" and event[0] == "bind":
            self.events.append(("typing", event[1]))

    def bind_target(self, target, kind, scope, alias=None):
        for node in ast.walk(target):
            if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
                self.event(kind, scope, "bind", node.id, alias)
                if node.id == "__getattr__" and scope == "module" and kind == "import":
                    self.getattrs.append(None)

    def may_serve(self, name):
        """Whether the module's __getattr__ may have an answer to a name."""
        return any(node is None or not raises_for(node, name) for node in self.getattrs)

    def walrus(self, node, kind, scope):
        if scope != "module":
            return
        for part in ast.walk(node):
            if isinstance(part, ast.NamedExpr):
                self.event(kind, scope, "bind", part.target.id, None)

    def statement(self, node, kind, scope, sure):
        if isinstance(node, (ast.Import, ast.ImportFrom)):
            self.imports.append((node.lineno, kind, node))
            for alias in node.names:
                if isinstance(node, ast.ImportFrom) and alias.name == "TYPE_CHECKING":
                    self.typing_names.add(alias.asname or alias.name)
                if alias.name == "typing":
                    self.typing_modules.add(alias.asname or alias.name)
            if kind == "import":
                self.event(kind, scope, "import", node, self.tries > 0)
                if scope == "module" and any("__getattr__" in (a.name, a.asname) for a in node.names):
                    self.getattrs.append(None)
            elif kind == "typing" and scope == "module":
                for alias in node.names:
                    self.event(kind, scope, "bind", alias.asname or alias.name.split(".")[0], None)
        elif isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            self.event(kind, scope, "bind", node.name, None)
            if node.name == "__getattr__" and scope == "module" and kind == "import":
                self.getattrs.append(node)
            self.body(node.body, "deferred" if kind == "import" else kind, "function")
        elif isinstance(node, ast.ClassDef):
            self.event(kind, scope, "bind", node.name, None)
            self.body(node.body, kind, "class" if scope == "module" else scope)
        elif isinstance(node, ast.Global):
            self.globals.extend(node.names)
        elif isinstance(node, ast.If):
            self.conditional(node, kind, scope)
        elif isinstance(node, ast.Assign):
            self.assign(node, kind, scope)
        elif isinstance(node, ast.AnnAssign):
            if node.value is not None:
                self.note_all(node.target, node.value, False)
                self.bind_target(node.target, kind, scope)
        elif isinstance(node, ast.AugAssign):
            self.note_all(node.target, node.value, True)
            self.bind_target(node.target, kind, scope)
        elif isinstance(node, ast.Delete):
            for target in node.targets:
                if isinstance(target, ast.Name) and sure:
                    self.event(kind, scope, "unbind", target.id)
        elif isinstance(node, ast.Expr):
            self.note_all_call(node.value)
            self.walrus(node, kind, scope)
        elif isinstance(node, (ast.For, ast.AsyncFor)):
            self.bind_target(node.target, kind, scope)
            self.blocks(node, kind, scope)
        elif isinstance(node, (ast.With, ast.AsyncWith)):
            for item in node.items:
                if item.optional_vars is not None:
                    self.bind_target(item.optional_vars, kind, scope)
            self.body(node.body, kind, scope, sure)
        else:
            self.blocks(node, kind, scope)

    def blocks(self, node, kind, scope):
        trying = isinstance(node, ast.Try) and bool(node.handlers)
        for field in ("body", "handlers", "cases", "orelse", "finalbody"):
            self.tries += trying and field in ("body", "handlers")
            self.block(node, field, kind, scope)
            self.tries -= trying and field in ("body", "handlers")

    def block(self, node, field, kind, scope):
        for part in getattr(node, field, []):
            if isinstance(part, (ast.ExceptHandler, ast.match_case)):
                self.body(part.body, kind, scope, False)
            else:
                self.statement(part, kind, scope, False)

    def conditional(self, node, kind, scope):
        self.walrus(node.test, kind, scope)
        test, negated = node.test, False
        if isinstance(test, ast.UnaryOp) and isinstance(test.op, ast.Not):
            test, negated = test.operand, True
        then, other = kind, kind
        if self.is_type_checking(test):
            then, other = (kind, "typing") if negated else ("typing", kind)
        elif isinstance(test, ast.Constant) and not negated and not test.value:
            then = None
        elif self.is_main(node.test) and kind in ("import", "deferred"):
            then = "script"
        if then is not None:
            self.body(node.body, then, scope, False)
        self.body(node.orelse, other, scope, False)

    def is_type_checking(self, test):
        if isinstance(test, ast.BoolOp) and isinstance(test.op, ast.And):
            return any(self.is_type_checking(value) for value in test.values)
        if isinstance(test, ast.Name):
            return test.id in self.typing_names
        return isinstance(test, ast.Attribute) and test.attr == "TYPE_CHECKING"

    @staticmethod
    def is_main(test):
        if not isinstance(test, ast.Compare) or len(test.ops) != 1 or not isinstance(test.ops[0], ast.Eq):
            return False
        sides = [test.left, test.comparators[0]]
        return (any(isinstance(s, ast.Name) and s.id == "__name__" for s in sides)
                and any(isinstance(s, ast.Constant) and s.value == "__main__" for s in sides))

    def assign(self, node, kind, scope):
        for target in node.targets:
            if isinstance(target, ast.Subscript) and ast.unparse(target.value) == "sys.modules":
                if scope == "module" and kind == "import" and isinstance(target.slice, ast.Constant):
                    self.registered.add(target.slice.value)
            self.note_all(target, node.value, False)
            alias = ast.unparse(node.value) if isinstance(node.value, (ast.Name, ast.Attribute)) else None
            if isinstance(target, ast.Name) and alias == target.id:
                self.event(kind, scope, "maybe", target.id)  # X = X rebinds nothing, but may name a builtin
                continue
            self.bind_target(target, kind, scope, alias if isinstance(target, ast.Name) else None)
        self.walrus(node.value, kind, scope)

    def note_all(self, target, value, more):
        if not (isinstance(target, ast.Name) and target.id == "__all__"):
            return
        if not more:
            self.all_names, self.all_computed = [], False
        self.add_to_all(value)

    def add_to_all(self, value):
        self.all_names = self.all_names or []
        if isinstance(value, (ast.List, ast.Tuple)):
            for item in value.elts:
                if isinstance(item, ast.Constant) and isinstance(item.value, str):
                    self.all_names.append(item.value)
                else:
                    self.all_computed = True
        else:
            self.all_computed = True

    def note_all_call(self, call):
        if (isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute)
                and isinstance(call.func.value, ast.Name) and call.func.value.id == "__all__" and call.args):
            if call.func.attr == "extend":
                self.add_to_all(call.args[0])
            elif call.func.attr == "append":
                self.add_to_all(ast.List(elts=[call.args[0]]))


def raises_for(function, name):
    """Whether a module __getattr__ raises for this name, for certain: its body is followed with the parameter bound to
    the name; what cannot be followed counts as an answer."""
    if not isinstance(function, ast.FunctionDef) or function.decorator_list or not function.args.args:
        return False
    parameter = function.args.args[0].arg

    def holds(test):
        if isinstance(test, ast.Compare) and len(test.ops) == 1:
            sides = [test.left, test.comparators[0]]
            values = []
            for side in sides:
                if isinstance(side, ast.Name) and side.id == parameter:
                    values.append(name)
                    continue
                try:
                    values.append(ast.literal_eval(side))
                except ValueError:
                    return None
            left, right = values
            operator = type(test.ops[0])
            if operator in (ast.Eq, ast.NotEq):
                return (left == right) == (operator is ast.Eq)
            if operator in (ast.In, ast.NotIn) and isinstance(right, (tuple, list, set)):
                return (left in right) == (operator is ast.In)
        return None

    def mentions(node):
        if isinstance(node, ast.JoinedStr):
            return False
        return (isinstance(node, (ast.Return, ast.Yield)) or isinstance(node, ast.Name) and node.id == parameter
                or any(mentions(child) for child in ast.iter_child_nodes(node)))

    def run(statements):
        """"raises", "answers" or "goes on"."""
        for statement in statements:
            if isinstance(statement, ast.Raise):
                return "raises"
            if isinstance(statement, ast.If) and holds(statement.test) is not None:
                end = run(statement.body if holds(statement.test) else statement.orelse)
                if end != "goes on":
                    return end
            elif mentions(statement):
                return "answers"
        return "goes on"

    return run(function.body) == "raises"


def read(path):
    try:
        with open(path, "rb") as file, warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return Reader(ast.parse(file.read()))
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None


# --- the modules of a folder ------------------------------------------------------------------------------------------

class Project:
    def __init__(self, root):
        self.root = root
        self.files = {}       # name -> path relative to root; "" for an extension module
        self.packages, self.namespaces = set(), set()
        self.importable = set()
        here = os.listdir(root)
        self.is_library = {"os.py", "abc.py", "importlib", "encodings"} <= set(here)
        self.scan("", "", True)
        self.readers = {}

    def holds_python(self, folder):
        for _, folders, files in os.walk(os.path.join(self.root, folder)):
            folders[:] = [f for f in folders if f not in SKIPPED_FOLDERS]
            if any(f.endswith((".py", ".so")) for f in files):
                return True
        return False

    def scan(self, folder, prefix, reachable):
        entries = sorted(os.listdir(os.path.join(self.root, folder)))
        join = lambda entry: os.path.join(folder, entry)
        folders = [e for e in entries if os.path.isdir(os.path.join(self.root, join(e)))
                   and not os.path.islink(os.path.join(self.root, join(e))) and e not in SKIPPED_FOLDERS]
        sources = [e for e in entries if e.endswith(".py") and os.path.isfile(os.path.join(self.root, join(e)))
                   and not os.path.islink(os.path.join(self.root, join(e)))]
        extensions = {e.split(".")[0] for e in entries if e.endswith(".so")}
        packages = {f for f in folders if os.path.isfile(os.path.join(self.root, join(f), "__init__.py"))}
        for entry in sources:
            stem = entry[:-3]
            if stem == "__init__":
                continue  # named by its folder
            free = reachable and is_name(stem) and stem not in packages and not self.taken(prefix, stem)
            self.add(prefix + stem if free and stem != "__main__" or free and prefix else join(entry), join(entry),
                     free)
        for stem in extensions - {s[:-3] for s in sources} - packages:
            if reachable and is_name(stem):
                self.add(prefix + stem, "", True)
        for entry in folders:
            if not self.holds_python(join(entry)):
                continue
            in_package = entry in packages
            hidden = not in_package and (entry + ".py" in sources or entry in extensions)
            free = reachable and is_name(entry) and not hidden and not self.taken(prefix, entry, not in_package)
            name = prefix + entry
            if in_package:
                init = os.path.join(join(entry), "__init__.py")
                self.add(name if free else init, init, free)
                if free:
                    self.packages.add(name)
            elif free:
                self.namespaces.add(name)
            self.scan(join(entry), name + ".", free)
        if folder == "" and "__init__.py" in sources:
            self.add("__init__.py", "__init__.py", False)

    def taken(self, prefix, stem, bare=False):
        """Whether the interpreter or its library answers to a top-level name first."""
        if prefix or self.is_library:
            return False
        if stem in sys.builtin_module_names or importlib.machinery.FrozenImporter.find_spec(stem):
            return True
        return bare and stem in sys.stdlib_module_names

    def add(self, name, path, importable):
        self.files[name] = path
        if importable:
            self.importable.add(name)

    def read_all(self):
        names = [n for n in self.files if self.files[n]]
        paths = [os.path.join(self.root, self.files[n]) for n in names]
        with multiprocessing.Pool() as pool:
            self.readers = dict(zip(names, pool.map(read, paths, chunksize=16)))

    def exists(self, name):
        return name in self.importable or name in self.namespaces

    def module_folder(self, name):
        """Dotted parts of the package whose members a relative import of one dot names."""
        path = self.files[name]
        folder = os.path.dirname(path)
        return folder.split("/") if folder else []


# --- resolution ---------------------------------------------------------------------------------------------------

class Resolver:
    def __init__(self, project):
        self.p = project
        self.bound, self.more, self.had_object = {}, {}, {}
        self.alternatives = set()  # (module, name) bound last by an import inside a try
        self.missing = set()
        self.edges = []

    def top_taken(self, name):
        top = name.split(".")[0]
        return top == "__main__" or not self.p.exists(top)

    def locate(self, name):
        """Longest existing prefix of a dotted name, and whether a package or module is on the way."""
        parts, best = name.split("."), 0
        if self.top_taken(name):
            return 0, False
        while best < len(parts) and self.p.exists(".".join(parts[:best + 1])):
            best += 1
        return best, any(".".join(parts[:i]) in self.p.importable for i in range(1, best + 1))

    def base(self, importer, node):
        """The module of a from statement: ("project" | "missing" | "bare" | "outside" | "beyond", name)."""
        if node.level:
            package = self.p.module_folder(importer)
            if len(package) < node.level:
                return "beyond", ""
            package = package[:len(package) - node.level + 1]
            folder = "/".join(package)
            name = ".".join(package)
            if not self.p.exists(name) and name not in self.p.importable:
                return self.path_base(folder, node.module)
            full = name + "." + node.module if node.module else name
            if self.p.exists(full):
                return "project", full
            return "missing", full
        return self.absolute(node.module)

    def path_base(self, folder, module):
        """Relative imports in folders that no statement can name: members are files by path."""
        target = folder + "/" + module.replace(".", "/") if module else folder
        for path in (target + "/__init__.py", target + ".py"):
            if path in self.p.files:
                return "project", path
        if os.path.isdir(os.path.join(self.p.root, target)):
            return "project", target + "/"
        return "missing", target

    def absolute(self, name):
        count = len(name.split("."))
        matched, regular = self.locate(name)
        if regular:
            if matched == count:
                return "project", name
            parts = name.split(".")
            for i in range(matched, 0, -1):  # a package on the way may put the module into sys.modules
                reader = self.p.readers.get(".".join(parts[:i]))
                if reader and name in reader.registered:
                    return "registered", ".".join(parts[:i])
            return "missing", name
        if matched == count and count:
            return "bare", name
        return "outside", name

    # What the names of a module are after its import: "object", "typing", or the name of a module.
    def names_of(self, module):
        if module in self.bound:
            return self.bound[module]
        names = self.bound[module] = {}
        self.more[module] = False
        reader = self.p.readers.get(module)
        if reader is None:
            self.more[module] = module not in self.p.namespaces
            return names
        loaded = set()
        for event in reader.events:
            self.run(module, names, loaded, event)
        for name in reader.globals:
            if names.get(name) in (None, "typing"):
                names[name] = "object"
        return names

    def run(self, module, names, loaded, event):
        if event[0] == "typing":
            names.setdefault(event[1], "typing")
        elif event[0] == "unbind":
            names.pop(event[1], None)
        elif event[0] == "maybe":
            names.setdefault(event[1], "object")
        elif event[0] == "bind":
            names[event[1]] = self.alias_value(names, event[2])
            self.alternatives.discard((module, event[1]))
        else:
            self.run_import(module, names, loaded, event[1], event[2])
            for alias in event[1].names:
                change = self.alternatives.add if event[2] else self.alternatives.discard
                change((module, alias.asname or alias.name))

    def alias_value(self, names, target):
        if target is None or "(" in target:
            return "object"
        first, *rest = target.split(".")
        value = names.get(first, "object")
        for part in rest:
            if value in ("object", "typing"):
                return "object"
            value = value + "." + part if self.p.exists(value + "." + part) else "object"
        return "object" if value == "typing" else value

    def load(self, module, names, loaded, name):
        """Importing name (dotted) binds the submodules of `module` on its way, the first time."""
        if not name.startswith(module + ".") or module not in self.p.packages:
            return
        part = name[len(module) + 1:].split(".")[0]
        if part not in loaded and self.p.exists(module + "." + part):
            loaded.add(part)
            names[part] = module + "." + part

    def run_import(self, module, names, loaded, node, trying):
        if isinstance(node, ast.Import):
            for alias in node.names:
                kind, _ = self.absolute(alias.name)
                if kind != "outside":
                    self.load(module, names, loaded, alias.name)
                bound = alias.name if alias.asname else alias.name.split(".")[0]
                names[alias.asname or bound] = bound if self.p.exists(bound) and kind != "outside" else "object"
            return
        kind, base = self.base(module, node)
        if kind != "outside":
            self.load(module, names, loaded, base)
        if node.names[0].name == "*":
            return self.run_star(module, names, kind, base)
        for alias in node.names:
            full = base + "." + alias.name
            value = "object"
            if base == module and kind == "project":
                # After a failed `try: import a as x`, `except ImportError: from . import x` finds no x yet.
                alternative = trying and (module, alias.name) in self.alternatives
                if names.get(alias.name) == "object" and not alternative:
                    self.had_object[(module, node.lineno, node.col_offset, alias.name)] = True
                elif self.p.exists(full):
                    self.load(module, names, loaded, full)
                    value = full
            elif kind in ("project", "bare"):
                value = self.names_of(base).get(alias.name)
                if value in (None, "typing"):
                    value = full if self.p.exists(full) else "object"
            names[alias.asname or alias.name] = value

    def run_star(self, module, names, kind, base):
        if kind != "project" or base in self.p.namespaces:
            self.more[module] = True
            return
        if base == module:
            return
        there = dict(self.names_of(base))
        reader = self.p.readers.get(base)
        self.more[module] |= self.more[base] or reader is None or reader.all_computed
        if reader is None:
            return
        wanted = [n for n in there if not n.startswith("_")] if reader.all_names is None else reader.all_names
        for name in wanted:
            value = there.get(name)
            if value is None and self.p.exists(base + "." + name):
                value = base + "." + name
            if value is None and reader.all_names is not None:
                value = "object"
            if value not in (None, "typing"):
                names[name] = value

    # Edges.
    def resolve_all(self):
        work = []
        for importer, reader in self.p.readers.items():
            for line, kind, node in reader.imports if reader else []:
                work.append((importer, line, kind, node))
        for importer, _, _, node in work:
            for name in [a.name for a in node.names] if isinstance(node, ast.Import) else [None]:
                kind, full = self.base(importer, node) if name is None else self.absolute(name)
                if kind == "missing":
                    parts = full.split(".")
                    self.missing |= {".".join(parts[:i]) for i in range(1, len(parts) + 1)
                                     if not self.p.exists(".".join(parts[:i]))}
        for importer, line, kind, node in work:
            if isinstance(node, ast.Import):
                for alias in node.names:
                    self.plain(importer, line, kind, alias.name)
            else:
                self.from_import(importer, line, kind, node)

    def edge(self, importer, to, line, kind, ambiguous=False):
        self.edges.append((importer, to, line, kind, "ambiguous" if ambiguous else "-"))

    def plain(self, importer, line, kind, name):
        where, full = self.absolute(name)
        if where in ("project", "missing", "registered") or where == "bare" and "." in name:
            self.edge(importer, full, line, kind)

    def from_import(self, importer, line, kind, node):
        where, base = self.base(importer, node)
        if where in ("outside", "beyond"):
            return
        for alias in node.names:
            name = alias.name
            full = base + "." + name
            if where == "registered":
                self.edge(importer, base, line, kind)
            elif base.endswith(".py") or base.endswith("/"):
                self.from_path(importer, line, kind, base, name)
            elif where == "missing":
                self.edge(importer, full if full in self.missing else base, line, kind)
            elif where == "bare" and not self.p.exists(full):
                continue
            elif name == "*":
                self.star(importer, line, kind, base)
            elif self.p.exists(full):
                self.from_submodule(importer, line, kind, base, name, node)
            elif name in self.names_of(base) or full not in self.missing:
                self.edge(importer, base, line, kind)
            else:
                self.edge(importer, full, line, kind)

    def from_path(self, importer, line, kind, base, name):
        folder = os.path.dirname(base)
        if base.endswith(("/", "/__init__.py")):
            for path in (f"{folder}/{name}/__init__.py", f"{folder}/{name}.py"):
                if path in self.p.files:
                    return self.edge(importer, path, line, kind)
        self.edge(importer, base, line, kind)

    def from_submodule(self, importer, line, kind, base, name, node):
        full = base + "." + name
        value = self.names_of(base).get(name)
        reader = self.p.readers.get(base)
        if importer == base:
            other = (self.had_object.get((base, node.lineno, node.col_offset, name)) if kind == "import"
                     else value == "object")
        elif value in (None, "typing"):
            other = bool(reader and reader.may_serve(name))
        else:
            other = value != full
        if other:
            self.edge(importer, base, line, kind)
        self.edge(importer, full, line, kind, other)

    def star(self, importer, line, kind, base):
        self.edge(importer, base, line, kind)
        reader = self.p.readers.get(base)
        for name in (reader.all_names or []) if reader else []:
            full = base + "." + name
            if self.p.exists(full):
                value = self.names_of(base).get(name)
                other = value not in (None, "typing", full) or value in (None, "typing") and reader.may_serve(name)
                self.edge(importer, full, line, kind, other)


def main():
    sys.setrecursionlimit(10000)
    project = Project(sys.argv[1].rstrip("/"))
    project.read_all()
    resolver = Resolver(project)
    resolver.resolve_all()
    for name, reader in project.readers.items():
        if reader is None:
            print("unparsable", project.files[name], sep="\t")
    for edge in sorted(set(resolver.edges)):
        print(*edge, sep="\t")


if __name__ == "__main__":
    main()
