"""What the dotted names in the code come to: scopes by Python's rules, names by `names.Names`."""
import ast
import os
import tokenize
import warnings

FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)
COMPREHENSIONS = (ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)


class Scope:
    def __init__(self, node, parent):
        self.node, self.parent = node, parent
        self.bound, self.outer = {}, {}  # name -> [(import statement, alias) or None]; name -> "global" or "nonlocal"

    def bind(self, name, what=None):
        scope = self
        while isinstance(scope.node, COMPREHENSIONS) and what == "walrus":
            scope = scope.parent
        scope.bound.setdefault(name, []).append(None if what == "walrus" else what)

    def is_class(self):
        return isinstance(self.node, ast.ClassDef)


class Uses(ast.NodeVisitor):
    """`found` holds (line, column, scope, dotted) of each dotted name that is read; `unsure` the lines of f-strings, whose
    positions older Pythons do not know."""

    def __init__(self, text):
        self.lines = text.split("\n")
        self.found, self.unsure = [], set()
        tree = ast.parse(text)
        self.module = self.scope = Scope(tree, None)
        self.body(tree.body)

    def body(self, nodes):
        for node in nodes:
            self.visit(node)

    def inside(self, node, work):
        self.scope = Scope(node, self.scope)
        work()
        self.scope = self.scope.parent

    def visit_Name(self, node, dotted=None):
        if isinstance(node.ctx, ast.Load):
            column = len(self.lines[node.lineno - 1].encode()[:node.col_offset].decode()) + 1
            self.found.append((node.lineno, column, self.scope, dotted or node.id))
        else:
            self.scope.bind(node.id)

    def visit_Attribute(self, node):
        names, base = [node.attr], node.value
        while isinstance(base, ast.Attribute):
            names.append(base.attr)
            base = base.value
        if isinstance(base, ast.Name):
            self.visit_Name(base, ".".join([base.id] + names[::-1]))
        else:
            self.visit(base)

    def visit_JoinedStr(self, node):
        self.unsure.update(range(node.lineno, node.end_lineno + 1))
        self.generic_visit(node)

    def visit_NamedExpr(self, node):
        self.scope.bind(node.target.id, "walrus")
        self.visit(node.value)

    def visit_AugAssign(self, node):
        if isinstance(node.target, ast.Name):  # reads it, too
            self.visit(ast.copy_location(ast.Name(node.target.id, ast.Load()), node.target))
        self.generic_visit(node)

    def visit_Import(self, node):
        for alias in node.names:
            if alias.name != "*":
                first = alias.name.split(".")[0] if isinstance(node, ast.Import) else alias.name
                self.scope.bind(alias.asname or first, (node, alias))

    visit_ImportFrom = visit_Import

    def visit_Global(self, node):
        for name in node.names:
            self.scope.outer[name] = "global"

    def visit_Nonlocal(self, node):
        for name in node.names:
            self.scope.outer[name] = "nonlocal"

    def visit_ExceptHandler(self, node):
        if node.name:
            self.scope.bind(node.name)
        self.generic_visit(node)

    def visit_MatchAs(self, node):
        if node.name:
            self.scope.bind(node.name)
        self.generic_visit(node)

    visit_MatchStar = visit_MatchAs

    def visit_MatchMapping(self, node):
        if node.rest:
            self.scope.bind(node.rest)
        self.generic_visit(node)

    def visit_ClassDef(self, node):
        self.scope.bind(node.name)
        self.body(node.decorator_list + node.bases + node.keywords)
        self.inside(node, lambda: self.body(node.body))

    def visit_FunctionDef(self, node):
        arguments = node.args
        every = arguments.posonlyargs + arguments.args + arguments.kwonlyargs
        every += [a for a in (arguments.vararg, arguments.kwarg) if a]
        self.body(arguments.defaults + [d for d in arguments.kw_defaults if d])
        if not isinstance(node, ast.Lambda):
            self.scope.bind(node.name)
            self.body(node.decorator_list + [a.annotation for a in every if a.annotation])
            self.body([node.returns] if node.returns else [])

        def body():
            for argument in every:
                self.scope.bind(argument.arg)
            self.body([node.body] if isinstance(node, ast.Lambda) else node.body)
        self.inside(node, body)

    visit_AsyncFunctionDef = visit_Lambda = visit_FunctionDef

    def visit_ListComp(self, node):
        self.visit(node.generators[0].iter)

        def body():
            for i, generator in enumerate(node.generators):
                self.body([generator.target] + ([generator.iter] if i else []) + generator.ifs)
            self.body([node.key, node.value] if isinstance(node, ast.DictComp) else [node.elt])
        self.inside(node, body)

    visit_SetComp = visit_DictComp = visit_GeneratorExp = visit_ListComp

    def home(self, scope, name):
        """The scope that binds the name where it is read in `scope`."""
        first = scope
        while scope is not self.module:
            if scope is first or not scope.is_class():
                if scope.outer.get(name) == "global":
                    return self.module
                if name in scope.bound and name not in scope.outer:
                    return scope
            scope = scope.parent
        return self.module


def come_to(names, module, uses, scope, dotted):
    """Origins, or None where more than one kind of thing binds the name in its function or class."""
    first, *rest = dotted.split(".")
    home = uses.home(scope, first)
    if home is uses.module:
        found = names.origins(module, first)
    else:
        bindings = home.bound[first]
        if home.is_class():
            return None  # the module's name until the class binds its own
        if len(bindings) != 1 or bindings[0] is None:
            return set() if None in bindings and not any(bindings) else None
        node, alias = bindings[0]
        value = (names.plain(alias, *names.r.absolute(alias.name)) if isinstance(node, ast.Import)
                 else names.from_value(*names.r.base(module, node), alias.name))
        found = names.ends(value)
    for part in rest:
        step = set()
        for end in found:
            kind, _, text = end.partition(" ")
            if kind == "module":
                step |= names.origins(text, part)
            elif kind in ("definition", "value"):
                step.add(end)  # a member comes to what it is a member of
        found = step
    return found


def all_uses(names):
    """(path:line:column, origins or None) of each use."""
    for module, reader in names.p.readers.items():
        if reader is None:
            continue
        path = names.p.files[module]
        with warnings.catch_warnings(), tokenize.open(os.path.join(names.p.root, path)) as file:
            warnings.simplefilter("ignore")
            uses = Uses(file.read())
        for line, column, scope, dotted in uses.found:
            found = None if line in uses.unsure else come_to(names, module, uses, scope, dotted)
            if found is None or any(end.startswith(("definition ", "value ")) for end in found):
                yield f"{path}:{line}:{column}", found
