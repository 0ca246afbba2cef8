"""What Python's own `ast` says about the symbols of files: an independent reference for indexer/symbols.

`reference.py FOLDER STEP OFFSET` takes every STEP-th .py file of FOLDER, from the OFFSET-th on, that is UTF-8 and that this
Python parses, and prints tab-separated lines:

    file  PATH
    def   KIND  NAME  LINE  COLUMN  END_LINE
    use   ROLE  NAME  LINE  COLUMN      (LINE 0: within an f-string, where Python 3.11 gives no true position)
    warn  SYMBOL  LINE  [if]            (deprecation warnings that mark a symbol; under a condition in it)
"""

import ast
import sys
import warnings
from pathlib import Path

CATEGORIES = {"DeprecationWarning", "PendingDeprecationWarning", "FutureWarning"}
COMPREHENSIONS = (ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)
FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)


class Scope:
    def __init__(self, kind, parent, symbol):
        self.kind, self.parent, self.symbol = kind, parent, symbol
        self.plain, self.imported, self.globals, self.nonlocals = {}, {}, set(), set()

    def find(self, name, at, start=True):
        """What a name read at `at` refers to: "local", "import", "module" or None."""
        if self.kind == "module":
            return "import" if name in self.imported else "module" if name in self.plain else None
        seen = self.kind != "class" or (start and any(at >= table[name] for table in (self.plain, self.imported)
                                                      if name in table) or name in self.globals)
        if seen and name in self.globals:
            scope = self
            while scope.parent:
                scope = scope.parent
            return scope.find(name, at)
        if seen and name not in self.nonlocals and (name in self.plain or name in self.imported):
            return "import" if name in self.imported else "local"
        return self.parent.find(name, at, False)


def dotted(node):
    """(text, first Name) of `a.b.c`, else None."""
    names = []
    while isinstance(node, ast.Attribute):
        names.append(node.attr)
        node = node.value
    if not isinstance(node, ast.Name):
        return None
    return ".".join([node.id, *reversed(names)]), node


OWNERS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.Lambda)
CONDITIONS = (ast.If, ast.IfExp, ast.BoolOp, ast.For, ast.AsyncFor, ast.While, ast.ExceptHandler, getattr(ast, "Match", ast.If))


def calls_under_conditions(node, inside=False):
    for child in ast.iter_child_nodes(node):
        below = not isinstance(child, OWNERS) and (inside or isinstance(child, CONDITIONS))
        if below and isinstance(child, ast.Call):
            yield child
        yield from calls_under_conditions(child, below)


class Reader:
    def __init__(self, tree, source):
        self.lines = source.split("\n")
        self.module = Scope("module", None, None)
        self.definitions, self.reads, self.warns = [], [], []
        self.conditional = set(calls_under_conditions(tree))
        self.star = False
        self.formatted = 0
        self.warn_names = {"warnings.warn"}
        for node in tree.body:
            self.visit(node, self.module)

    def bind(self, scope, name, node, imported=False):
        table = scope.imported if imported else scope.plain
        at = (node.end_lineno, node.end_col_offset)
        table[name] = min(at, table.get(name, at))
        if name in scope.globals:  # declared before use, as Python demands
            self.bind(self.module, name, node, imported)

    def visit_all(self, nodes, scope):
        for node in nodes:
            if node is not None:
                self.visit(node, scope)

    def visit(self, node, scope, role="Read"):
        method = getattr(self, "visit_" + type(node).__name__, None)
        chain = dotted(node) if isinstance(node, (ast.Name, ast.Attribute)) else None
        if isinstance(node, (*FUNCTIONS, ast.Lambda)):
            self.function(node, scope)
        elif isinstance(node, COMPREHENSIONS):
            self.comprehension(node, scope)
        elif chain and (isinstance(node, ast.Attribute) or isinstance(node.ctx, ast.Load)):
            self.reads.append((chain, role, scope, self.formatted > 0))
        elif method:
            method(node, scope, *([role] if type(node).__name__ in {"Call", "Subscript", "Starred"} else []))
        else:
            self.visit_all(ast.iter_child_nodes(node), scope)

    def visit_Name(self, node, scope):
        self.bind(scope, node.id, node)

    def targets(self, targets, end, scope):
        """Targets of an assignment hold from its end on."""
        for target in targets:
            for node in ast.walk(target):
                if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
                    node.end_lineno, node.end_col_offset = end.end_lineno, end.end_col_offset
            self.visit(target, scope)

    def visit_Assign(self, node, scope):
        self.targets(node.targets, node, scope)
        self.visit(node.value, scope)

    def visit_AnnAssign(self, node, scope):
        self.targets([node.target], node, scope)
        self.visit_all([node.annotation, node.value], scope)

    def visit_AugAssign(self, node, scope):
        if isinstance(node.target, ast.Name):
            self.reads.append(((node.target.id, node.target), "Read", scope, self.formatted > 0))
        self.visit_all([node.target, node.value], scope)

    def visit_NamedExpr(self, node, scope):
        target = scope
        while target.kind == "comprehension":
            target = target.parent
        self.bind(target, node.target.id, node.target)
        self.visit(node.value, scope)

    def visit_JoinedStr(self, node, scope):
        self.formatted += 1
        self.visit_all(node.values, scope)
        self.formatted -= 1

    def visit_Call(self, node, scope, role="Read"):
        self.visit(node.func, scope, "Decorator" if role == "Decorator" else "Call")
        self.visit_all([*node.args, *node.keywords], scope)
        chain = dotted(node.func)
        category = node.args[1] if len(node.args) > 1 else None
        category = next((k.value for k in node.keywords if k.arg == "category"), category)
        name = dotted(category) if category is not None else None
        if chain and name and scope.symbol and name[0].split(".")[-1] in CATEGORIES:
            self.warns.append((chain[0], scope.symbol, node))

    def visit_Subscript(self, node, scope, role="Read"):
        self.visit(node.value, scope, "Base" if role == "Base" else "Read")
        self.visit(node.slice, scope)

    def visit_Starred(self, node, scope, role="Read"):
        self.visit(node.value, scope, role)

    def visit_Global(self, node, scope):
        if scope is not self.module:
            scope.globals.update(node.names)

    def visit_Nonlocal(self, node, scope):
        scope.nonlocals.update(node.names)

    def visit_Import(self, node, scope):
        for alias in node.names:
            self.bind(scope, alias.asname or alias.name.split(".")[0], alias, imported=True)

    def visit_ImportFrom(self, node, scope):
        for alias in node.names:
            if alias.name == "*":
                self.star = True
            else:
                self.bind(scope, alias.asname or alias.name, alias, imported=True)
                if node.module == "warnings" and not node.level and alias.name == "warn":
                    self.warn_names.add(alias.asname or alias.name)

    def visit_ExceptHandler(self, node, scope):
        if node.name:
            self.bind(scope, node.name, node)
        self.visit_all([node.type, *node.body], scope)

    def visit_MatchAs(self, node, scope):
        if node.name:
            self.bind(scope, node.name, node)
        self.visit_all([node.pattern], scope)

    def visit_MatchStar(self, node, scope):
        if node.name:
            self.bind(scope, node.name, node)

    def visit_MatchMapping(self, node, scope):
        if node.rest:
            self.bind(scope, node.rest, node)
        self.visit_all([*node.keys, *node.patterns], scope)

    def define(self, kind, node, scope):
        first = min([node, *node.decorator_list], key=lambda n: (n.lineno, n.col_offset))
        column = first.col_offset - (first is not node)  # the decorator's '@', in the tests' files without a space
        name = f"{scope.symbol}.{node.name}" if scope.symbol else node.name
        self.definitions.append((kind, name, first.lineno, self.column(first.lineno, column), node.end_lineno))
        for decorator in node.decorator_list:
            self.visit(decorator, scope, "Decorator")
        self.bind(scope, node.name, node)
        return name

    def visit_ClassDef(self, node, scope):
        name = self.define("class", node, scope)
        for base in node.bases:
            self.visit(base, scope, "Base")
        self.visit_all(node.keywords, scope)
        self.visit_all(node.body, Scope("class", scope, name))

    def function(self, node, scope):
        symbol = scope.symbol
        if isinstance(node, FUNCTIONS):
            symbol = self.define("method" if scope.kind == "class" else "function", node, scope)
            self.visit_all([node.returns], scope)
        inner = Scope("function", scope, symbol)
        arguments = node.args
        for argument in [*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs, arguments.vararg, arguments.kwarg]:
            if argument is not None:
                self.bind(inner, argument.arg, argument)
                self.visit_all([argument.annotation], scope)
        self.visit_all([*arguments.defaults, *arguments.kw_defaults], scope)
        self.visit_all(node.body if isinstance(node.body, list) else [node.body], inner)

    def comprehension(self, node, scope):
        inner = Scope("comprehension", scope, scope.symbol)
        for i, part in enumerate(node.generators):
            self.visit(part.iter, inner if i else scope)
            self.visit_all([part.target, *part.ifs], inner)
        self.visit_all([node.key, node.value] if isinstance(node, ast.DictComp) else [node.elt], inner)

    def column(self, line, offset):
        return len(self.lines[line - 1].encode()[:offset].decode()) + 1

    def report(self):
        for kind, name, line, column, end in self.definitions:
            yield "def", kind, name, line, column, end
        for (name, first), role, scope, formatted in self.reads:
            found = scope.find(first.id, (first.lineno, first.col_offset))
            if found in ("import", "module") or (found is None and self.star):
                line, column = (0, 0) if formatted else (first.lineno, self.column(first.lineno, first.col_offset))
                yield "use", role, name, line, column
        kinds = {name: kind for kind, name, *_ in self.definitions}
        for callee, symbol, call in self.warns:
            if callee in self.warn_names and symbol != "__getattr__":
                owner, _, last = symbol.rpartition(".")
                makes = last in {"__init__", "__new__", "__post_init__"} and kinds[symbol] == "method"
                condition = ["if"] if call in self.conditional else []
                yield "warn", owner if makes else symbol, call.lineno, *condition


def main():
    warnings.simplefilter("ignore")
    sys.setrecursionlimit(10000)
    folder, step, offset = Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
    # Tests of newer Pythons hold syntax that is newer than the pinned grammar.
    left_out = {"site-packages", "dist-packages"} | ({"test"} if sys.version_info >= (3, 13) else set())
    paths = sorted(p for p in folder.rglob("*.py") if left_out.isdisjoint(p.relative_to(folder).parts))
    sys.stdout.reconfigure(encoding="utf-8")
    for path in paths[offset::step]:
        try:
            source = path.read_bytes().decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
            tree = ast.parse(source)
        except (SyntaxError, ValueError, RecursionError):
            continue
        if any(getattr(node, "type_params", None) for node in ast.walk(tree)):
            continue  # newer scopes than this script knows
        reader = Reader(tree, source)
        print("file", path, sep="\t")
        for row in reader.report():
            print(*row, sep="\t")


if __name__ == "__main__":
    main()
