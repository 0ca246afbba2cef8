"""What the scanner has to find in Python files, by Python's own `ast`: an independent second opinion.

    python3 reference.py LIST [JOBS]

reads the files named in LIST, one path a line, and prints for each "== path", then either "unparsable" or
    I <span> <kind,flags> <form> <module and names> @ <scope>      import statements, calls, string references
    B <line> <kind,flags> <what> <name> = <target>                 module-level bindings, in order
    B … del <name> since <number> and the try's import             the first binding that is surely undone, if not the
                                                                   first one of all; in the else clause of a try that ends
                                                                   with an import
    A <state> <names>                                              __all__
in the form of print_facts.h. Written from the rules, not from the scanner; plain rather than fast.
"""

import ast
import io
import multiprocessing
import re
import sys
import tokenize
import warnings

IMPORT_ERRORS = {"ImportError", "ModuleNotFoundError", "Exception", "BaseException"}
STRENGTH = ["import", "deferred", "script", "typing"]
FLAG_ORDER = ["optional", "conditional", "star", "dynamic", "string", "own-name", "else"]

# What a condition makes of the code that it guards: (how it runs, whether that is uncertain). Later runs are stronger.
RUNS = ["always", "script", "typing", "never"]
ALWAYS, UNCERTAIN = ("always", False), ("always", True)


def is_dotted(text):
    return all(map(str.isidentifier, text.split(".")))


def both(a, b):
    return max(a[0], b[0], key=RUNS.index), a[1] or b[1]


def either(a, b):
    if a[0] != b[0]:
        return min(a, b, key=lambda effect: RUNS.index(effect[0]))
    return a[0], a[1] and b[1]


class Context:
    def __init__(self, kind="import", flags=frozenset(), scope=(), place="module", depth=0, globals_=None,
                 tried=None):
        self.kind, self.flags, self.scope, self.place = kind, flags, scope, place
        self.depth = depth  # functions around
        self.globals = globals_
        self.tried = tried  # in an else clause: the import that has surely run

    def but(self, **changes):
        values = dict(kind=self.kind, flags=self.flags, scope=self.scope, place=self.place, depth=self.depth,
                      globals_=self.globals, tried=self.tried)
        values.update(changes)
        return Context(**values)

    def stronger(self, kind):
        return max(self.kind, kind, key=STRENGTH.index)

    def under(self, effect):
        runs, uncertain = effect
        out = self if runs == "always" else self.but(kind=self.stronger(runs))
        return out.flagged("conditional") if uncertain else out

    def flagged(self, flag):
        return self.but(flags=self.flags | {flag}, tried=None)

    def in_function(self):
        return self.but(kind=self.stronger("deferred"), flags=self.flags - {"optional", "else"}, depth=self.depth + 1,
                        tried=None)


class Record:
    def __init__(self, kind, flags, depth, where, text):
        self.kind, self.flags, self.depth, self.where, self.text = kind, set(flags), depth, where, text
        self.statement = None  # of a binding: the import that makes it, or that a del undoes
        self.since = 0  # of a del; None until it is known

    def flagged(self):
        return ",".join([self.kind] + [flag for flag in FLAG_ORDER if flag in self.flags])


class Reader:
    def __init__(self, text):
        self.lines = [line.encode() for line in text.split("\n")]
        self.imports, self.bindings = [], []
        self.all, self.all_state = [], "absent"
        self.aliases = {}

    # -- where things are

    def column(self, line, offset):
        return len(self.lines[line - 1][:offset].decode("utf-8", "replace")) + 1

    def span(self, node):
        return (node.lineno, self.column(node.lineno, node.col_offset),
                node.end_lineno, self.column(node.end_lineno, node.end_col_offset))

    def source(self, node):
        lines = self.lines[node.lineno - 1:node.end_lineno]
        if len(lines) == 1:
            return lines[0][node.col_offset:node.end_col_offset].decode()
        return b"\n".join([lines[0][node.col_offset:]] + lines[1:-1] + [lines[-1][:node.end_col_offset]]).decode()

    # -- records

    def add_import(self, node, context, form, module, names, flags=()):
        what = form + " " + module
        what += ("" if form == "import" or not names else ": ") + ", ".join(names)
        if context.scope:
            what += " @ " + ".".join(context.scope)
        self.imports.append(Record(context.kind, context.flags | set(flags), context.depth, self.span(node), what))

    def bind(self, name, line, context, what, target=None):
        if context.place != "module" and name not in (context.globals or ()):
            return
        text = what + " " + name + (" = " + target if target else "")
        record = Record(context.kind, context.flags, context.depth, line, text)
        self.bindings.append(record)
        if what in ("import", "star"):
            record.statement = self.imports[-1]
        elif what == "del":
            record.statement, record.since = context.tried, None

    def branch(self, statements, context, begin=None):
        """A block that may be skipped: a del in it undoes what was bound in it."""
        begin = len(self.bindings) if begin is None else begin
        self.block(statements, context)
        self.undone_since(begin, self.bindings[begin:])

    @staticmethod
    def undone_since(begin, records):
        for record in records:
            if record.since is None:
                record.since = begin

    # -- conditions

    def condition(self, test):
        """(effect where it holds, effect where it does not)"""
        if isinstance(test, ast.UnaryOp) and isinstance(test.op, ast.Not):
            return tuple(reversed(self.condition(test.operand)))
        if isinstance(test, ast.BoolOp):
            parts = [self.condition(value) for value in test.values]
            joins = (both, either) if isinstance(test.op, ast.And) else (either, both)
            out = parts[0]
            for part in parts[1:]:
                out = joins[0](out[0], part[0]), joins[1](out[1], part[1])
            return out
        if isinstance(test, ast.Constant) and (test.value is None or type(test.value) in (bool, int)):
            return (ALWAYS, ("never", False)) if test.value else (("never", False), ALWAYS)
        dotted = dotted_name(test)
        if dotted and (dotted.split(".")[-1] == "TYPE_CHECKING" or
                       self.aliases.get(dotted) == "typing.TYPE_CHECKING"):
            return ("typing", False), ALWAYS
        if isinstance(test, ast.Compare) and len(test.ops) == 1 and isinstance(test.ops[0], (ast.Eq, ast.NotEq)):
            sides = [test.left, test.comparators[0]]
            if any(isinstance(a, ast.Name) and a.id == "__name__" and isinstance(b, ast.Constant) and
                   b.value == "__main__" for a, b in (sides, sides[::-1])):
                main = ("script", False), ALWAYS
                return main if isinstance(test.ops[0], ast.Eq) else main[::-1]
        return UNCERTAIN, UNCERTAIN

    # -- expressions

    def expressions(self, context, *nodes):
        for node in nodes:
            if node is not None:
                found = []
                self.find(node, context, found, None)
                found.sort(key=lambda item: item[0])
                for _, name, line in found:
                    self.bind(name, line, context, "assign")

    def find(self, node, context, walruses, parent):
        if isinstance(node, ast.Lambda):
            self.find(node.args, context, walruses, node)
            self.find(node.body, context.in_function(), [], node)
            return
        if isinstance(node, ast.NamedExpr):
            walruses.append(((node.lineno, node.col_offset), node.target.id, node.target.lineno))
        quiet = False
        if isinstance(node, ast.Call):
            quiet = self.call(node, context)
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            self.string(node, context, parent)
        if isinstance(node, ast.JoinedStr):
            children = [v for v in node.values if not isinstance(v, ast.Constant)]
        elif isinstance(node, ast.FormattedValue) and node.format_spec is not None:
            children = [node.value] + [v for v in node.format_spec.values if not isinstance(v, ast.Constant)]
        else:
            children = list(ast.iter_child_nodes(node))
        for child in children:
            if quiet:
                self.find_calls(child, context, walruses)
            else:
                self.find(child, context, walruses, node)

    def find_calls(self, node, context, walruses):
        """Inside the arguments of an import call: strings are no references there."""
        count = len(self.imports)
        self.find(node, context, walruses, None)
        self.imports[count:] = [r for r in self.imports[count:] if "string" not in r.flags]

    def call(self, node, context):
        role = self.role(node.func)
        if role is None:
            return False
        arguments = dict(zip({"import_module": ["name", "package"], "importorskip": ["modname"],
                              "__import__": ["name", "globals", "locals", "fromlist", "level"]}[role], node.args))
        arguments.update({k.arg: k.value for k in node.keywords})
        name = literal(arguments.get("modname" if role == "importorskip" else "name"))
        if not name:
            return True
        level, names = 0, []
        if role == "__import__":
            if "level" in arguments:
                if not isinstance(arguments["level"], ast.Constant) or type(arguments["level"].value) is not int:
                    return True
                level = arguments["level"].value
            fromlist = arguments.get("fromlist")
            if isinstance(fromlist, (ast.List, ast.Tuple)):
                names = [n for n in map(literal, fromlist.elts) if n is not None]
        else:
            level = len(name) - len(name.lstrip("."))
            name = name[level:]
            package = arguments.get("package")
            if level and not (isinstance(package, ast.Name) and package.id in ("__package__", "__name__")):
                base = literal(package)
                if base is None or base.count(".") < level - 1:
                    return True
                base = base.rsplit(".", level - 1)[0] if level > 1 else base
                name, level = base + ("." + name if name else ""), 0
        flags = ["dynamic"] + ["optional"] * (role == "importorskip")
        if level and isinstance(arguments.get("package"), ast.Name) and arguments["package"].id == "__name__":
            flags.append("own-name")
        self.add_import(node, context, "call", "." * level + name, names, flags)
        return True

    def role(self, function):
        dotted = dotted_name(function)
        if isinstance(function, ast.Name):
            known = self.aliases.get(function.id)
            if known:
                return {"importlib.import_module": "import_module", "importlib.__import__": "__import__",
                        "builtins.__import__": "__import__", "pytest.importorskip": "importorskip"}.get(known)
            return function.id if function.id in ("import_module", "__import__", "importorskip") else None
        if not isinstance(function, ast.Attribute):
            return None
        owner = function.value
        owner = owner.id if isinstance(owner, ast.Name) else owner.attr if isinstance(owner, ast.Attribute) else ""
        owner = {"importlib": "importlib", "pytest": "pytest"}.get(self.aliases.get(owner), owner)
        if (owner, function.attr) in {("importlib", "import_module"), ("importlib", "__import__"),
                                      ("builtins", "__import__"), ("pytest", "importorskip")}:
            return function.attr
        return None

    def string(self, node, context, parent):
        value = node.value
        if len(value.encode("utf-8", "replace")) > 200:
            return
        if not re.fullmatch(r"[uUrR]?('|\")" + re.escape(value) + r"\1", self.source(node)):
            return  # concatenated, triple-quoted or escaped
        point = re.fullmatch(r"(?:[\w.\x80-\U0010ffff-]+ *= *)?([^ :=-]+):([^ :]+?) *(?:\[[^\]]*\])?", value, re.DOTALL)
        if point and "." in point[1] and is_dotted(point[1]) and is_dotted(point[2]):
            return self.add_import(node, context, "string", point[1], [], ["string"])
        if "." not in value or not is_dotted(value):
            return
        if value.count(".") < 2:
            if not isinstance(parent, ast.Call) or not parent.args or parent.args[0] is not node:
                return
            name = (dotted_name(parent.func) or "").split(".")
            if isinstance(parent.func, ast.Attribute) and not name[0]:
                name = ["?"] + attributes(parent.func)
            patch = name[-1] == "patch" or (name[-1] in ("object", "dict", "multiple") and name[-2:-1] == ["patch"])
            if not patch and not (name[-1] in ("setattr", "delattr") and len(name) > 1):
                return
        self.add_import(node, context, "string", value, [], ["string"])

    # -- statements

    def block(self, statements, context):
        for statement in statements:
            self.statement(statement, context)

    def statement(self, node, context):
        method = getattr(self, "do_" + type(node).__name__, None)
        if method:
            method(node, context)
        elif not (isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)):
            self.expressions(context, *ast.iter_child_nodes(node))

    def do_Import(self, node, context):
        names = [alias.name + (" as " + alias.asname if alias.asname else "") for alias in node.names]
        self.add_import(node, context, "import", "", names)
        for alias in node.names:
            self.bind(alias.asname or alias.name.split(".")[0], alias.lineno, context, "import")

    def do_ImportFrom(self, node, context):
        names = [alias.name + (" as " + alias.asname if alias.asname else "") for alias in node.names]
        star = node.names[0].name == "*"
        module = "." * node.level + (node.module or "")
        self.add_import(node, context, "from", module, names, ["star"] if star else [])
        for alias in node.names:
            name = alias.asname or alias.name
            if star:
                self.bind(name, alias.lineno, context, "star")
                continue
            self.bind(name, alias.lineno, context, "import")
            if name == "__all__" and context.place == "module":
                self.all_state = "computed"

    def definition(self, node, context, body):
        self.bind(node.name, node.lineno, context, "def")
        if node.name == "import_module" and context.place == "module":
            self.aliases["import_module"] = "own"
        self.block(node.body, body)

    def do_FunctionDef(self, node, context):
        returns = [node.returns] if node.returns else []
        self.expressions(context, *node.decorator_list, node.args, *returns)
        body = context.in_function()
        names = {name for statement in own_statements(node.body) if isinstance(statement, ast.Global)
                 for name in statement.names}
        self.definition(node, context, body.but(scope=context.scope + (node.name,), place="function", globals_=names))

    do_AsyncFunctionDef = do_FunctionDef

    def do_ClassDef(self, node, context):
        self.expressions(context, *node.decorator_list, *node.bases, *node.keywords)
        names = {name for statement in own_statements(node.body) if isinstance(statement, ast.Global)
                 for name in statement.names}
        self.definition(node, context, context.but(scope=context.scope + (node.name,), place="class", globals_=names))

    def do_If(self, node, context):
        self.expressions(context, node.test)
        for effect, statements in zip(self.condition(node.test), (node.body, node.orelse)):
            if effect[0] != "never":
                (self.branch if effect[1] else self.block)(statements, context.under(effect))

    def do_For(self, node, context):
        self.expressions(context, node.target, node.iter)
        body = context.under(UNCERTAIN)
        begin = len(self.bindings)
        self.targets(node.target, body)
        self.branch(node.body, body, begin)
        self.branch(node.orelse, body)

    do_AsyncFor = do_For

    def do_While(self, node, context):
        self.expressions(context, node.test)
        self.branch(node.body, context.under(UNCERTAIN))
        self.branch(node.orelse, context.under(UNCERTAIN))

    def do_With(self, node, context):
        body = context
        for item in node.items:
            self.expressions(context, item.context_expr)
            if item.optional_vars is not None:
                self.expressions(context, item.optional_vars)
            call = item.context_expr
            if isinstance(call, ast.Call) and dotted_name(call.func) in ("suppress", "contextlib.suppress"):
                if any(catches(argument) for argument in call.args):
                    body = context.flagged("optional")
        for item in node.items:
            if item.optional_vars is not None:
                self.targets(item.optional_vars, context)
        (self.block if body is context else self.branch)(node.body, body)

    do_AsyncWith = do_With

    def do_Try(self, node, context):
        guarded = any(handler.type is None or catches(handler.type) for handler in node.handlers)
        begin = len(self.imports), len(self.bindings)
        self.block(node.body, context)
        tried = None
        if self.bindings[begin[1]:]:
            last = self.bindings[-1]
            if last.text.startswith(("import ", "star ")) and last.kind == "import" and last.statement is self.imports[-1]:
                tried = last.statement
        if guarded:
            for record in self.imports[begin[0]:] + self.bindings[begin[1]:]:
                if record.depth == context.depth:
                    record.flags.add("optional")
            undone = [record for record in self.bindings[begin[1]:] if record.depth == context.depth]
            self.undone_since(begin[1], undone)
            for record in undone:
                if record.statement not in self.imports[begin[0]:]:
                    record.statement = None
        for handler in node.handlers:
            optional = handler.type is None or catches(handler.type)
            inner = context.flagged("optional" if optional else "conditional")
            self.expressions(context, handler.type)
            self.branch(handler.body, inner)  # the handler's own name is unbound behind it
        self.branch(node.orelse, context.but(flags=context.flags | {"else"}, tried=tried))
        self.block(node.finalbody, context)

    do_TryStar = do_Try

    def do_Match(self, node, context):
        self.expressions(context, node.subject)
        inner = context.under(UNCERTAIN)
        for case in node.cases:
            captures = []
            begin = len(self.bindings)
            for pattern in ast.walk(case.pattern):
                name = getattr(pattern, "rest" if isinstance(pattern, ast.MatchMapping) else "name", None)
                if isinstance(name, str):
                    captures.append((pattern.end_lineno, pattern.end_col_offset, name))
            for line, _, name in sorted(captures):
                self.bind(name, line, inner, "assign")
            self.expressions(context, case.pattern, case.guard)
            self.branch(case.body, inner, begin)

    def do_Assign(self, node, context):
        self.expressions(context, *node.targets, node.value)
        for target in node.targets:
            self.assign(target, node.value, context)

    def do_AnnAssign(self, node, context):
        self.expressions(context, node.target, node.annotation, node.value)
        if node.value is not None:
            self.assign(node.target, node.value, context)
        elif node.simple:
            self.bind(node.target.id, node.target.lineno, context, "annotation")

    def do_AugAssign(self, node, context):
        self.expressions(context, node.target, node.value)
        self.targets(node.target, context, computed=False)
        if is_all(node.target, context):
            if isinstance(node.op, ast.Add):
                self.extend_all(node.value)
            else:
                self.all_state = "computed"

    def do_Delete(self, node, context):
        self.expressions(context, *node.targets)
        for target in node.targets:
            for name in plain_names(target):
                self.bind(name.id, name.lineno, context, "del")
                if is_all(name, context):
                    self.all, self.all_state = [], "absent"

    def do_Expr(self, node, context):
        if isinstance(node.value, ast.Constant):
            return
        self.expressions(context, node.value)
        call = node.value
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute) and is_all(call.func.value, context):
            if call.func.attr == "extend" and len(call.args) == 1 and not call.keywords:
                self.extend_all(call.args[0])
            elif call.func.attr == "append" and len(call.args) == 1 and literal(call.args[0]) is not None:
                self.all.append(literal(call.args[0]))
                self.all_state = self.all_state if self.all_state != "absent" else "literal"
            else:
                self.all_state = "computed"

    def assign(self, target, value, context):
        if not isinstance(target, ast.Name):
            self.targets(target, context)
            return
        dotted = dotted_name(value)
        self.bind(target.id, target.lineno, context, "alias" if dotted else "assign", dotted)
        if is_all(target, context):
            if not context.flags:
                self.all, self.all_state = [], "absent"
            self.extend_all(value)

    def targets(self, target, context, computed=True):
        for name in plain_names(target):
            self.bind(name.id, name.lineno, context, "assign")
            if computed and is_all(name, context):
                self.all_state = "computed"

    def extend_all(self, value):
        if isinstance(value, ast.BinOp) and isinstance(value.op, ast.Add):
            self.extend_all(value.left)
            self.extend_all(value.right)
            return
        if isinstance(value, (ast.List, ast.Tuple)):
            found = [literal(item) for item in value.elts]
            self.all += [name for name in found if name is not None]
            if None not in found:
                self.all_state = self.all_state if self.all_state != "absent" else "literal"
                return
        self.all_state = "computed"

    # -- the answer

    def read(self, tree):
        for node in ast.walk(tree):
            if isinstance(node, ast.Import):
                for alias in node.names:
                    if alias.asname and alias.name in ("importlib", "pytest"):
                        self.aliases[alias.asname] = alias.name
            elif isinstance(node, ast.ImportFrom) and not node.level:
                for alias in node.names:
                    module = "typing" if node.module == "typing_extensions" else node.module
                    if alias.asname and alias.asname != alias.name:
                        self.aliases[alias.asname] = f"{module}.{alias.name}"
        self.block(tree.body, Context())
        lines = []
        for record in sorted(self.imports, key=lambda r: r.where):
            lines.append("I {}:{}-{}:{} ".format(*record.where) + record.flagged() + " " + record.text)
        for record in self.bindings:
            undone = f" since {record.since}" if record.since else ""
            if record.text.startswith("del ") and record.statement:
                undone += " and the try's import"
            lines.append(f"B {record.where} {record.flagged()} {record.text}{undone}")
        lines.append("A " + " ".join([self.all_state] + self.all))
        return lines


def dotted_name(node):
    if isinstance(node, ast.Name):
        return node.id
    if isinstance(node, ast.Attribute):
        base = dotted_name(node.value)
        return base and base + "." + node.attr
    return None


def attributes(node):
    """The attribute names at the end of an expression such as f().a.b"""
    out = []
    while isinstance(node, ast.Attribute):
        out.insert(0, node.attr)
        node = node.value
    return out


def literal(node):
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None


def catches(node):
    names = {n.id for n in ast.walk(node) if isinstance(n, ast.Name)}
    names |= {n.attr for n in ast.walk(node) if isinstance(n, ast.Attribute)}
    return bool(names & IMPORT_ERRORS)


def is_all(node, context):
    return isinstance(node, ast.Name) and node.id == "__all__" and context.place == "module" and context.kind == "import"


def plain_names(target):
    if isinstance(target, ast.Name):
        yield target
    elif isinstance(target, (ast.Tuple, ast.List)):
        for item in target.elts:
            yield from plain_names(item)
    elif isinstance(target, ast.Starred):
        yield from plain_names(target.value)


def own_statements(body):
    """The statements of a body, without those of definitions in it."""
    for statement in body:
        yield statement
        if not isinstance(statement, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
            for child in ast.iter_child_nodes(statement):
                if isinstance(child, ast.stmt):
                    yield from own_statements([child])
                elif isinstance(child, (ast.ExceptHandler, getattr(ast, "match_case", ()))):
                    yield from own_statements(child.body)


def facts(path):
    try:
        with open(path, "rb") as file:
            raw = file.read()
        encoding, _ = tokenize.detect_encoding(io.BytesIO(raw).readline)
        text = io.TextIOWrapper(io.BytesIO(raw), encoding, newline=None).read()
        tree = ast.parse(raw, path)
    except (SyntaxError, ValueError, LookupError, RecursionError, MemoryError):
        return ["unparsable"]
    return Reader(text).read(tree)


def report(path):
    return "\n".join(["== " + path] + facts(path)) + "\n"


def main():
    sys.setrecursionlimit(20000)
    warnings.simplefilter("ignore")
    with open(sys.argv[1], encoding="utf-8", errors="surrogateescape") as file:
        paths = file.read().splitlines()
    jobs = int(sys.argv[2]) if len(sys.argv) > 2 else 1
    out = open(sys.stdout.fileno(), "w", encoding="utf-8", errors="surrogateescape", closefd=False)
    with out, multiprocessing.Pool(jobs) as pool:
        for text in pool.imap(report, paths, 8):
            out.write(text)


if __name__ == "__main__":
    main()
