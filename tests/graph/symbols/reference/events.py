"""What one file does to its module-level names, in order."""
import ast

IMPORT_ERRORS = {"ImportError", "ModuleNotFoundError", "Exception", "BaseException"}


def deletes(statements):
    return any(isinstance(node, ast.Delete) for statement in statements for node in ast.walk(statement))


class Events:
    """`events` holds (what, sure, line, …): ("import", sure, line, node), ("bind", sure, line, name, kind, alias or None)
    with kind "definition" or "value", ("same", sure, line, name) for X = X, ("unbind", sure, line, name, block, tried),
    ("typing", sure, line, name), and ("mark", sure, line, number) for a place to come back to: `block` is the mark at the
    begin of the block that may be skipped, `tried` those around the import that has surely run. `later` holds the names that functions bind through `global`: name -> (line, kind, import
    statement, name in it)."""

    def __init__(self, tree, reader):
        self.events, self.later = [], {}
        self.reader = reader
        self.marks, self.block_mark, self.tried = 0, None, None
        self.body(tree.body, "import", True)

    def add(self, kind, what, sure, line, name, *rest):
        if kind == "import":
            self.events.append((what, sure, line, name) + rest)
        elif kind == "typing" and what == "bind":
            self.events.append(("typing", sure, line, name))

    def body(self, statements, kind, sure):
        for statement in statements:
            self.statement(statement, kind, sure)

    def mark(self, at=None):
        self.marks += 1
        self.events.insert(len(self.events) if at is None else at, ("mark", False, 0, self.marks))
        return self.marks

    def block(self, statements, kind, begin=None, tried=None):
        """Statements that may be skipped together."""
        around = self.block_mark, self.tried
        if deletes(statements):
            self.block_mark, self.tried = self.mark(begin), tried
        self.body(statements, kind, False)
        self.block_mark, self.tried = around

    def targets(self, target, kind, sure, what="value"):
        for node in ast.walk(target):
            if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
                self.add(kind, "bind", sure, node.lineno, node.id, what, None)

    def expressions(self, node, kind, sure):
        """:= binds in the module, also from a comprehension, but not from a lambda."""
        for child in ast.iter_child_nodes(node):
            if isinstance(child, (ast.stmt, ast.ExceptHandler, ast.match_case, ast.Lambda)):
                continue
            if isinstance(child, ast.NamedExpr):
                self.add(kind, "bind", sure, child.target.lineno, child.target.id, "value", None)
            self.expressions(child, kind, sure)

    def statement(self, node, kind, sure):
        if not isinstance(node, (ast.ClassDef,)):
            self.expressions(node, kind, sure)
        if isinstance(node, (ast.Import, ast.ImportFrom)):
            if kind == "import":
                self.events.append(("import", sure, node.lineno, node))
            for alias in node.names if kind == "typing" else []:
                self.add(kind, "bind", sure, node.lineno, alias.asname or alias.name.split(".")[0], "value", None)
        elif isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
            self.add(kind, "bind", sure, node.lineno, node.name, "definition", None)
            if kind == "import":
                self.globals_of(node)
        elif isinstance(node, ast.If):
            self.conditional(node, kind, sure)
        elif isinstance(node, ast.Assign):
            dotted = ast.unparse(node.value) if isinstance(node.value, (ast.Name, ast.Attribute)) else ""
            alias = dotted if all(part.isidentifier() for part in dotted.split(".")) else None
            for target in node.targets:
                self.assign(target, alias, kind, sure)
        elif isinstance(node, ast.AnnAssign):
            if node.value is not None:
                dotted = ast.unparse(node.value) if isinstance(node.value, (ast.Name, ast.Attribute)) else ""
                alias = dotted if all(part.isidentifier() for part in dotted.split(".")) else None
                self.assign(node.target, alias, kind, sure)
        elif isinstance(node, ast.AugAssign):
            self.targets(node.target, kind, sure)
        elif isinstance(node, ast.Delete):
            for target in node.targets:
                for part in target.elts if isinstance(target, (ast.Tuple, ast.List)) else [target]:
                    if isinstance(part, ast.Name):
                        self.add(kind, "unbind", sure, part.lineno, part.id, self.block_mark, self.tried)
        elif isinstance(node, (ast.For, ast.AsyncFor)):
            begin = len(self.events)
            self.targets(node.target, kind, False)
            self.block(node.body, kind, begin)
            self.block(node.orelse, kind)
        elif isinstance(node, ast.While):
            self.block(node.body, kind)
            self.block(node.orelse, kind)
        elif isinstance(node, (ast.With, ast.AsyncWith)):
            for item in node.items:
                if item.optional_vars is not None:
                    self.targets(item.optional_vars, kind, sure)
            if any(self.suppresses(item.context_expr) for item in node.items):
                self.block(node.body, kind)
            else:
                self.body(node.body, kind, sure)
        elif isinstance(node, ast.Try) or type(node).__name__ == "TryStar":
            catches = any(self.catches_import_error(handler.type) for handler in node.handlers)
            begin = len(self.events)
            if catches:
                self.block(node.body, kind)
            else:
                self.body(node.body, kind, sure)
            tried = None
            if deletes(node.orelse) and len(self.events) > begin and self.events[-1][0] == "import":
                tried = self.mark(-1), self.mark()
            for handler in node.handlers:
                self.block(handler.body, kind)
            self.block(node.orelse, kind, None, tried)
            self.body(node.finalbody, kind, sure)
        elif isinstance(node, ast.Match):
            for case in node.cases:
                begin = len(self.events)
                for part in ast.walk(case.pattern):
                    name = getattr(part, "name", None) or getattr(part, "rest", None)
                    if isinstance(name, str):
                        self.add(kind, "bind", False, part.lineno, name, "value", None)
                self.block(case.body, kind, begin)

    def assign(self, target, alias, kind, sure):
        if not isinstance(target, ast.Name):
            self.targets(target, kind, sure)
        elif alias == target.id:
            self.add(kind, "same", sure, target.lineno, target.id)
        else:
            self.add(kind, "bind", sure, target.lineno, target.id, "value", alias)

    def conditional(self, node, kind, sure):
        test, negated = node.test, False
        while isinstance(test, ast.UnaryOp) and isinstance(test.op, ast.Not):
            test, negated = test.operand, not negated
        branches = None
        if self.reader.is_type_checking(test):
            branches = ["typing", kind]
        elif self.reader.is_main(test) and kind == "import":
            branches = ["script", kind]
        elif isinstance(test, ast.Constant):
            branches = [kind, None] if test.value else [None, kind]
        if branches is None:
            self.block(node.body, kind)
            self.block(node.orelse, kind)
            return
        then, other = reversed(branches) if negated else branches
        for statements, what in ((node.body, then), (node.orelse, other)):
            if what is not None:
                self.body(statements, what, sure)

    @staticmethod
    def catches_import_error(handled):
        if handled is None:
            return True
        return any(ast.unparse(part).split(".")[-1] in IMPORT_ERRORS
                   for part in (handled.elts if isinstance(handled, ast.Tuple) else [handled]))

    def suppresses(self, call):
        return (isinstance(call, ast.Call) and ast.unparse(call.func).split(".")[-1] == "suppress"
                and any(self.catches_import_error(argument) for argument in call.args))

    def globals_of(self, definition):
        """Names that a function, or one in it, binds through `global`."""
        declared = {name for node in ast.walk(definition) if isinstance(node, ast.Global) for name in node.names}
        if not declared:
            return
        for node in ast.walk(definition):
            found = []
            if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
                found = [(node.id, "value", None, None)]
            elif isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
                found = [(node.name, "definition", None, None)]
            elif isinstance(node, (ast.Import, ast.ImportFrom)):
                found = [(alias.asname or alias.name.split(".")[0], "import", node, alias) for alias in node.names]
            for name, *what in found:
                if name in declared and node.lineno < self.later.get(name, (1 << 30,))[0]:
                    self.later[name] = (node.lineno, *what)
