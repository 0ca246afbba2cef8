"""What the names of modules come to: each module is run forward once, by its statements."""
import ast
import os
import tokenize
import warnings

from events import Events

IMPLICIT = {"__name__", "__doc__", "__file__", "__path__", "__spec__", "__dict__", "__loader__", "__package__",
            "__builtins__", "__cached__", "__annotations__"}
NOTHING = {"unknown"}


class Names:
    def __init__(self, project, resolver):
        self.p, self.r = project, resolver
        self.envs, self.read_events, self.results, self.asking = {}, {}, {}, []
        self.sure = set()  # (module, name) that is bound whatever happens
        self.marks = {}  # (module, number) -> the environment there
        self.open = {}  # module -> what a name may be that a star may have brought
        self.meant = self.modules_meant()

    def events(self, module):
        """None where there is no source that Python can parse."""
        if module not in self.read_events:
            reader = self.p.readers.get(module)
            tree = None
            if reader is not None:
                with warnings.catch_warnings(), tokenize.open(os.path.join(self.p.root, self.p.files[module])) as file:
                    warnings.simplefilter("ignore")
                    tree = ast.parse(file.read())
            self.read_events[module] = Events(tree, reader) if tree else None
        return self.read_events[module]

    def modules_meant(self):
        """Modules that some statement names for sure, rather than a thing in their package."""
        meant = set()
        for importer, reader in self.p.readers.items():
            for _, _, node in reader.imports if reader else []:
                targets = [(self.r.absolute(a.name)) for a in node.names] if isinstance(node, ast.Import) else [
                    self.r.base(importer, node)]
                for where, name in targets:
                    while where == "project" and name:
                        if name != importer and (not importer.startswith(name + ".") or name == targets[0][1]):
                            meant.add(name)
                        name = name.rpartition(".")[0]
        return meant

    # One module. The environment maps a name to a list of symbolic values, any of which may be the one it has:
    # ("end", text), ("name", module, name), ("member", values, rest, own text).
    def env(self, module):
        if module in self.envs:
            return self.envs[module]
        env = self.envs[module] = {}
        events = self.events(module)
        loaded = set()
        for event in events.events if events else []:
            getattr(self, "do_" + event[0])(module, env, loaded, *event[1:])
        return env

    def put(self, module, env, name, sure, *values):
        if sure:
            self.sure.add((module, name))
        old = [] if sure else [v for v in env.get(name, []) if v not in values]
        env[name] = list(values) + old

    def do_bind(self, module, env, loaded, sure, line, name, kind, alias):
        own = ("end", f"{kind} {module}:{name}@{line}")
        if alias is not None:
            first, _, rest = alias.partition(".")
            values = env.get(first) or [self.unbound(module, first)]
            if rest:
                self.put(module, env, name, sure, ("member", tuple(values), tuple(rest.split(".")), own))
            else:
                self.put(module, env, name, sure, *[v for v in values if v[0] != "typing"] or [self.unbound(module, first)])
            return
        self.put(module, env, name, sure, own)

    def unbound(self, module, name):
        if self.p.exists(module + "." + name) and module in self.p.packages:
            return ("end", "module " + module + "." + name)
        if name in IMPLICIT or module in self.open:
            return ("end", self.open.get(module, "unknown"))
        return ("end", "builtin " + name)

    def do_same(self, module, env, loaded, sure, line, name):
        if name not in env:
            env[name] = [("end", "builtin " + name)]

    def do_mark(self, module, env, loaded, sure, line, number):
        self.marks[module, number] = dict(env)

    def do_unbind(self, module, env, loaded, sure, line, name, block, tried):
        left = []
        if not sure:  # what the name was where the block began may still be there
            left = self.marks[module, block].get(name, [])
            if tried:
                before, after = (self.marks[module, number].get(name, []) for number in tried)
                left = [v for v in left if v in before or v not in after]
        if left:
            env[name] = left
        else:
            env.pop(name, None)
        if sure:
            self.sure.discard((module, name))

    def do_typing(self, module, env, loaded, sure, line, name):
        env.setdefault(name, [("typing",)])

    def load(self, module, env, loaded, sure, name, bound):
        if module not in self.p.packages or not name.startswith(module + "."):
            return
        part = name[len(module) + 1:].split(".")[0]
        if part in loaded or not self.p.exists(module + "." + part):
            return
        loaded.add(part)
        if part not in bound:
            self.put(module, env, part, sure, ("end", "module " + module + "." + part))

    def do_import(self, module, env, loaded, sure, line, node):
        if isinstance(node, ast.Import):
            bound = {a.asname or a.name.split(".")[0] for a in node.names}
            for alias in node.names:
                where, full = self.r.absolute(alias.name)
                if where in ("project", "missing", "bare"):
                    self.load(module, env, loaded, sure, alias.name, bound)
                self.put(module, env, alias.asname or alias.name.split(".")[0], sure, self.plain(alias, where, full))
            return
        where, base = self.r.base(module, node)
        bound = {a.asname or a.name for a in node.names}
        if where in ("project", "missing", "bare"):
            self.load(module, env, loaded, sure, base, bound)
        if node.names[0].name == "*":
            return self.star(module, env, sure, where, base)
        for alias in node.names:
            full = base + "." + alias.name
            bound_as = alias.asname or alias.name
            if where == "project" and base == module:
                here = [v for v in env.get(alias.name, []) if v[0] != "typing"]
                if here and (sure or not self.p.exists(full)):  # an alternative to an import that failed finds nothing yet
                    self.put(module, env, bound_as, sure, *here)
                    continue
                if self.p.exists(full):
                    self.load(module, env, loaded, sure, full, bound)
                    self.put(module, env, bound_as, sure, ("end", "module " + full))
                    continue
            self.put(module, env, bound_as, sure, self.from_value(where, base, alias.name))

    def plain(self, alias, where, full):
        if where == "missing" and (alias.asname or not self.p.exists(full.split(".")[0])):
            return ("end", "ghost")
        if where in ("project", "missing", "registered") or where == "bare" and "." in full:
            return ("end", "module " + (full if alias.asname else full.split(".")[0]))
        return ("end", "external " + (full if alias.asname else full.split(".")[0]))

    def from_value(self, where, base, name):
        if where == "outside" or where == "bare" and not self.p.exists(base + "." + name):
            return ("end", "external " + base + "." + name)
        if where == "missing":
            return ("end", "ghost")
        if where in ("beyond", "registered"):
            return ("end", "unknown")
        return ("name", base, name)

    def star(self, module, env, sure, where, base):
        if base in self.p.namespaces or base == module or where == "beyond":
            return
        reader = self.p.readers.get(base) if where == "project" else None
        if reader is None:
            self.open[module] = "ghost" if where == "missing" else "unknown"
            return
        there = self.env(base)
        if base in self.open:
            self.open[module] = "unknown"
        offered = [n for n in there if not n.startswith("_")] if reader.all_names is None or reader.all_computed else []
        if reader.all_computed:
            offered = list(there)
        for name in dict.fromkeys(offered + (reader.all_names or [])):
            promised = name in (reader.all_names or [])
            found = self.origins(base, name)
            if any(o != "unknown" and not o.startswith(("typing-only", "getattr") if not promised else "typing-only")
                   for o in found):
                self.put(module, env, name, sure and (promised or not reader.all_computed), ("name", base, name))
        if reader.all_names is None:
            for full in self.p.importable:
                head, _, part = full.rpartition(".")
                if head == base and part not in there and not part.startswith("_"):
                    self.put(module, env, part, sure, ("end", "module " + full))

    # What a name comes to.
    def origins(self, module, name):
        key = (module, name)
        if key in self.results:
            return self.results[key]
        if key in self.asking:
            return set()
        self.asking.append(key)
        values = [v for v in self.env(module).get(name, []) if v[0] != "typing"]
        reader = self.p.readers.get(module)
        if reader is not None and module in reader.registered:
            values = [("end", "unknown")]  # it puts something else in its own place
        found = set()
        if values and module in self.open and key not in self.sure:
            found.add("unknown")
        for value in values:
            found |= self.ends(value)
        full = module + "." + name
        is_child = self.p.exists(full) and (module in self.p.packages or module in self.p.namespaces)
        if not values:
            found = self.missing(module, name, full, is_child)
        elif is_child and full in self.meant and not self.loads(module, name):
            found.add("module " + full)
        self.asking.pop()
        if not self.asking:
            self.results[key] = found or NOTHING
        return found if self.asking else found or NOTHING

    def missing(self, module, name, full, is_child):
        if is_child:
            return {"module " + full}
        events, reader = self.events(module), self.p.readers.get(module)
        if events is None:
            return NOTHING
        if name in events.later:
            line, kind, node, alias = events.later[name]
            if kind != "import":
                return {f"{kind} {module}:{name}@{line}"}
            return self.ends(self.plain(alias, *self.r.absolute(alias.name)) if isinstance(node, ast.Import)
                             else self.from_value(*self.r.base(module, node), alias.name))
        if reader.getattrs and reader.may_serve(name):
            return {f"getattr {module}:{name}"}
        if self.env(module).get(name) and name not in IMPLICIT:
            return {f"typing-only {module}:{name}"}
        return {"ghost"} if full in self.r.missing else {self.open.get(module, "unknown")}

    def loads(self, module, name):
        """Whether the package itself imports that submodule."""
        for _, kind, node in self.p.readers[module].imports:
            names = [a.name for a in node.names] if isinstance(node, ast.Import) else [self.r.base(module, node)[1]]
            if kind == "import" and any((n + ".").startswith(module + "." + name + ".") for n in names):
                return True
        return False

    def ends(self, value):
        if value[0] == "end":
            return {value[1]}
        if value[0] == "name":
            return self.origins(value[1], value[2])
        _, values, rest, own = value
        found = set()
        for part in values:
            found |= self.ends(part) if part[0] != "typing" else set()
        for part in rest:
            step = set()
            for end in found:
                kind, _, text = end.partition(" ")
                if kind == "module":
                    step |= self.origins(text, part)
                elif kind == "external":
                    step.add(end + "." + part)
                else:
                    step.add(end if kind == "ghost" else own[1])
            found = step
        return found

    def imported(self):
        for importer, reader in self.p.readers.items():
            for line, kind, node in reader.imports if reader else []:
                if isinstance(node, ast.Import) or node.names[0].name == "*":
                    continue
                where, base = self.r.base(importer, node)
                for alias in node.names:
                    value = self.from_value(where, base, alias.name)
                    if importer == base and self.p.exists(base + "." + alias.name) and kind == "import":
                        value = ("end", f"module {base}.{alias.name}")
                    if value[0] == "name" and base.endswith((".py", "/")):
                        continue  # files that no statement can name
                    yield f"{self.p.files[importer]}:{line} {alias.name}", self.ends(value) or NOTHING
