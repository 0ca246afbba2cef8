"""From import statements to edges between the modules of a project."""
import ast
import os


class Resolver:
    def __init__(self, project):
        self.p = project
        self.bound, self.more, self.had_object = {}, {}, {}
        self.begins = {}  # module -> block -> the names when it began
        self.origin = {}  # module -> name -> the import statement that bound it last, or None
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
                # Below a module there is nothing but what it makes itself.
                if reader and i == matched and reader.registers_unknown and ".".join(parts[:i]) not in self.p.packages:
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
        self.begins[module] = {}
        self.origin[module] = {}
        for event in reader.events:
            self.run(module, names, loaded, event)
        for name in reader.globals:
            if names.get(name) in (None, "typing"):
                names[name] = "object"
        return names

    def run(self, module, names, loaded, event):
        if event[0] == "typing":
            names.setdefault(event[1], "typing")
        elif event[0] == "begin":
            self.begins[module][event[1]] = (dict(names), dict(self.origin[module]))
        elif event[0] == "unbind":
            self.unbind(module, names, *event[1:])
        elif event[0] == "maybe":
            names.setdefault(event[1], "object")
        elif event[0] == "bind":
            names[event[1]] = self.alias_value(names, event[2])
            self.alternatives.discard((module, event[1]))
            self.origin[module][event[1]] = None
        else:
            before = dict(names)
            self.run_import(module, names, loaded, event[1], event[2])
            for alias in event[1].names:
                name = alias.asname or alias.name.split(".")[0]
                self.origin[module][name] = (event[1], before.get(name))
            for alias in event[1].names:
                change = self.alternatives.add if event[2] else self.alternatives.discard
                change((module, alias.asname or alias.name))

    def unbind(self, module, names, name, block, tried):
        value = None
        if block is not None:  # may have been skipped: then the name is what it was where the block began
            known, origin = self.begins[module][block]
            value = known.get(name)
            if tried is not None and origin.get(name) and origin[name][0] is tried:
                value = origin[name][1]  # … and in an else clause what it was before the import
        names.pop(name, None)
        if value is not None:
            names[name] = value

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
