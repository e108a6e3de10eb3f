"""Makes a module's functions tell when they are called and what they return.

A function's body becomes

    __scopecheck_enter__(NUMBER)
    try:
        ...
        return __scopecheck_return__(VALUE)
    finally:
        __scopecheck_leave__()

at the same lines and columns; signatures, locals and globals stay as they were. Generators
and coroutines are left alone. In Python 2 sources that run under Python 3, a division and a
few methods of dictionaries keep their old meaning; the methods do so in every program of
TensorFlow 1 that runs on TensorFlow 2, since many of those are meant for Python 2 and only
their names tell.
"""

from __future__ import absolute_import, division, print_function

import ast

ENTER, LEAVE, RETURN = "__scopecheck_enter__", "__scopecheck_leave__", "__scopecheck_return__"
DIVIDE, DICT = "__scopecheck_divide__", "__scopecheck_dict__"

_OLD_METHODS = ("iteritems", "itervalues", "iterkeys", "has_key", "viewitems")


class Instrument(object):
    """Compiles modules; `definitions` are the functions met, by number."""

    def __init__(self):
        self.definitions = []
        self.old_methods = False  # whether dictionaries have Python 2's methods in any source

    def compile(self, source, file, python2=False):
        """The code of a module's text (bytes or text)."""
        tree = compile(source, file, "exec", ast.PyCF_ONLY_AST, True)
        return self.compile_tree(tree, file, python2)

    def compile_tree(self, tree, file, python2=False):
        """The code of a module's tree."""
        if python2 or self.old_methods:
            tree = ast.fix_missing_locations(_Python2(python2).visit(tree))
        _Functions(self.definitions, file).visit(tree)
        return compile(tree, file, "exec", 0, True)


class _Functions(ast.NodeTransformer):
    def __init__(self, definitions, file):
        self._definitions = definitions
        self._file = file
        self._around = []

    def visit_ClassDef(self, node):
        return self._inside(node, node.name)

    def visit_FunctionDef(self, node):
        names = self._around + [node.name]
        self._inside(node, node.name)
        return node if _yields(node) else self._watched(node, ".".join(names))

    def visit_AsyncFunctionDef(self, node):
        return self._inside(node, node.name)

    def _inside(self, node, name):
        self._around.append(name)
        self.generic_visit(node)
        self._around.pop()
        return node

    def _watched(self, node, qualname):
        number = len(self._definitions)
        end = (getattr(node, "end_lineno", None), getattr(node, "end_col_offset", None))
        self._definitions.append((self._file, node.lineno, node.col_offset) + end + (qualname,))
        body = list(node.body)
        first = [body.pop(0)] if _is_docstring(body[0]) else []
        if not body:
            return node
        _Returns().visit_body(body)
        enter = _statement(_call(ENTER, [_constant(number)]), body[0])
        leave = _statement(_call(LEAVE, []), body[-1])
        node.body = first + [enter, _try_finally(body, leave)]
        return node


class _Returns(ast.NodeTransformer):
    """Hands what is returned to us first, in one function and not in those inside it."""

    def visit_body(self, body):
        for statement in body:
            self.visit(statement)

    def visit_FunctionDef(self, node):
        return node

    visit_AsyncFunctionDef = visit_ClassDef = visit_Lambda = visit_FunctionDef

    def visit_Return(self, node):
        if node.value is not None:
            call = _call(RETURN, [node.value])
            node.value = ast.copy_location(call, node.value)
            ast.copy_location(call.func, node.value)
        return node


class _Python2(ast.NodeTransformer):
    def __init__(self, divides):
        self._divides = divides

    def visit_BinOp(self, node):
        self.generic_visit(node)
        if not (self._divides and isinstance(node.op, ast.Div)):
            return node
        return ast.copy_location(_call(DIVIDE, [node.left, node.right]), node)

    def visit_AugAssign(self, node):
        self.generic_visit(node)
        divides = self._divides and isinstance(node.op, ast.Div)
        if not (divides and isinstance(node.target, ast.Name)):
            return node
        read = ast.copy_location(ast.Name(node.target.id, ast.Load()), node.target)
        value = ast.copy_location(_call(DIVIDE, [read, node.value]), node)
        return ast.copy_location(ast.Assign([node.target], value), node)

    def visit_Call(self, node):
        self.generic_visit(node)
        function = node.func
        if isinstance(function, ast.Attribute) and function.attr in _OLD_METHODS:
            name = ast.copy_location(_constant(function.attr), node)
            node.func = ast.copy_location(_call(DICT, [function.value, name]), function)
        return node


def _yields(node):
    """Whether a function is a generator."""
    waiting = list(node.body)
    while waiting:
        one = waiting.pop()
        if isinstance(one, ast.Yield) or type(one).__name__ in ("YieldFrom", "Await"):
            return True
        if not isinstance(one, (ast.FunctionDef, ast.Lambda, ast.ClassDef)):
            waiting.extend(ast.iter_child_nodes(one))
    return False


def _is_docstring(statement):
    if not isinstance(statement, ast.Expr):
        return False
    value = statement.value
    return isinstance(getattr(value, "value", getattr(value, "s", None)), type(u"")) or isinstance(
        getattr(value, "s", None), str
    )


def _call(name, arguments):
    function = ast.Name(name, ast.Load())
    if "starargs" in ast.Call._fields:  # Python 2
        return ast.Call(function, arguments, [], None, None)
    return ast.Call(function, arguments, [])


def _constant(value):
    if hasattr(ast, "Constant"):
        return ast.Constant(value)
    return ast.Num(value) if isinstance(value, int) else ast.Str(value)


def _statement(value, where):
    statement = ast.copy_location(ast.Expr(value), where)
    for node in ast.walk(value):
        ast.copy_location(node, where)
    return statement


def _try_finally(body, leave):
    if hasattr(ast, "TryFinally"):  # Python 2
        node = ast.TryFinally(body, [leave])
    else:
        node = ast.Try(body, [], [], [leave])
    return ast.copy_location(node, body[0])
