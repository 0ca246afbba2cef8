"""Reading one file: its imports with their kinds, and its module-level bindings in order."""
import ast
import re
import warnings


class Reader:
    """Walks the statements of one module. An import is (line, kind, node); an event of the module level is
    ("import", node, whether inside a try), ("bind", name, alias target or None), ("maybe", name) for X = X, ("typing", name),
    ("begin", block) of statements that may be skipped together, or ("unbind", name, block or None, else clause or None). An
    else clause, a block, holds what has surely run before: the import that its try ends with."""

    def __init__(self, tree):
        self.imports, self.events, self.globals = [], [], []
        self.registered = set()  # literal keys of sys.modules[…] = … at module level
        self.registers_unknown = False  # … and other keys, anywhere
        self.tries = 0
        self.inner, self.else_clause = None, None  # the innermost block that may be skipped, if it is an else clause
        self.all_names, self.all_computed = None, False
        self.getattrs = []  # definitions of a module __getattr__; None for one that is bound in another way
        self.typing_names, self.typing_modules = {"TYPE_CHECKING"}, {"typing"}
        self.body(tree.body, "import", "module")

    def body(self, statements, kind, scope):
        for statement in statements:
            self.statement(statement, kind, scope)

    def skippable(self, statements, kind, scope, else_of=None, target=None):
        around = self.inner, self.else_clause
        self.inner = object()
        self.else_clause = else_of
        self.event(kind, scope, "begin", self.inner)
        if target is not None:
            self.bind_target(target, kind, scope)
        self.body(statements, kind, scope)
        self.inner, self.else_clause = around

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

    def statement(self, node, kind, scope):
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
                if isinstance(target, ast.Name):
                    self.event(kind, scope, "unbind", target.id, self.inner, self.else_clause)
        elif isinstance(node, ast.Expr):
            self.note_all_call(node.value)
            self.walrus(node, kind, scope)
        elif isinstance(node, (ast.For, ast.AsyncFor)):
            self.skippable(node.body, kind, scope, target=node.target)
            self.skippable(node.orelse, kind, scope)
        elif isinstance(node, (ast.With, ast.AsyncWith)):
            for item in node.items:
                if item.optional_vars is not None:
                    self.bind_target(item.optional_vars, kind, scope)
            calls = [ast.unparse(item.context_expr) for item in node.items]
            suppresses = any(call.split("(")[0].endswith("suppress") and names_import_error(call) for call in calls)
            (self.skippable if suppresses else self.body)(node.body, kind, scope)
        elif isinstance(node, (ast.Try, getattr(ast, "TryStar", ast.Try))):
            self.try_statement(node, kind, scope)
        else:
            self.skippable(getattr(node, "body", []), kind, scope)
            for case in getattr(node, "cases", []):
                self.skippable(case.body, kind, scope)
            self.skippable(getattr(node, "orelse", []), kind, scope)

    def try_statement(self, node, kind, scope):
        self.tries += bool(node.handlers)
        guarded = any(h.type is None or names_import_error(ast.unparse(h.type)) for h in node.handlers)
        (self.skippable if guarded else self.body)(node.body, kind, scope)
        last = self.events[-1] if self.events else ("",)
        for handler in node.handlers:
            self.skippable(handler.body, kind, scope)
        self.tries -= bool(node.handlers)
        inside = last[0] == "import" and node.body[0].lineno <= last[1].lineno <= node.body[-1].end_lineno
        self.skippable(node.orelse, kind, scope, last[1] if inside else None)
        self.body(node.finalbody, kind, scope)

    def conditional(self, node, kind, scope):
        self.walrus(node.test, kind, scope)
        test, negated = node.test, False
        if isinstance(test, ast.UnaryOp) and isinstance(test.op, ast.Not):
            test, negated = test.operand, True
        then, other, known = kind, kind, True
        if self.is_type_checking(test):
            then, other = (kind, "typing") if negated else ("typing", kind)
        elif isinstance(test, ast.Constant) and not negated and not test.value:
            then = None
        elif self.is_main(node.test) and kind in ("import", "deferred"):
            then = "script"
        elif not isinstance(test, ast.Constant):
            known = False
        branch = self.body if known else self.skippable
        if then is not None:
            branch(node.body, then, scope)
        branch(node.orelse, other, scope)

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
                if not isinstance(target.slice, ast.Constant):
                    self.registers_unknown = True
                elif scope == "module" and kind == "import":
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


def names_import_error(text):
    return re.search(r"\b(ImportError|ModuleNotFoundError|Exception|BaseException)\b", text) is not None


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
