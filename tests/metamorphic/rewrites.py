"""Rewrites that keep what a program does: each gives the new text, or the same if none fits."""

from __future__ import annotations

import ast
import copy
from collections.abc import Callable
from typing import ClassVar

Rewrite = Callable[[ast.Module], ast.Module]

REWRITES: dict[str, Rewrite] = {}


def rewrite(function: Rewrite) -> Rewrite:
    """Registers a rewrite under its function's name."""
    REWRITES[function.__name__] = function
    return function


def apply(name: str, text: str) -> str:
    """A program rewritten."""
    tree = REWRITES[name](ast.parse(text))
    return ast.unparse(ast.fix_missing_locations(tree)) + "\n"


def _mapped(change: type[ast.NodeTransformer]) -> Rewrite:
    def run(tree: ast.Module) -> ast.Module:
        changed: ast.Module = change().visit(tree)
        return changed

    return run


def own_names(function: ast.FunctionDef) -> set[str]:
    """The names that only this function binds: no parameters, nothing shared with others."""
    inner = [one for one in ast.walk(function) if one is not function and _is_scope(one)]
    if inner or any(isinstance(one, (ast.Global, ast.Nonlocal)) for one in ast.walk(function)):
        return set()
    names = [one for one in ast.walk(function) if isinstance(one, ast.Name)]
    if any(one.id in ("locals", "vars", "eval", "exec") for one in names):
        return set()
    bound = {one.id for one in names if isinstance(one.ctx, ast.Store)}
    return bound - {one.arg for one in ast.walk(function.args) if isinstance(one, ast.arg)}


def _is_scope(node: ast.AST) -> bool:
    kinds = (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda, ast.ClassDef)
    return isinstance(node, (*kinds, ast.ListComp, ast.DictComp, ast.SetComp, ast.GeneratorExp))


@rewrite
def rename_locals(tree: ast.Module) -> ast.Module:
    for function in [one for one in ast.walk(tree) if isinstance(one, ast.FunctionDef)]:
        names = own_names(function)
        for one in ast.walk(function):
            if isinstance(one, ast.Name) and one.id in names:
                one.id += "_renamed"
    return tree


@rewrite
def dead_code(tree: ast.Module) -> ast.Module:
    of_graphs = any(getattr(one, "attr", "") == "get_variable" for one in ast.walk(tree))
    never = "tf.get_variable('never', [1])" if of_graphs else "[0]"
    dead = ast.parse(f"if False:\n    never = {never}\n").body
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef):
            start = 1 if ast.get_docstring(node) else 0
            node.body[start:start] = dead
    return tree


class _Split(ast.NodeTransformer):
    def visit_With(self, node: ast.With) -> ast.With:
        self.generic_visit(node)
        while len(node.items) > 1:
            node = ast.With(node.items[:-1], [ast.With(node.items[-1:], node.body)])
        return node


class _Joined(ast.NodeTransformer):
    def visit_With(self, node: ast.With) -> ast.With:
        self.generic_visit(node)
        if len(node.body) == 1 and isinstance(node.body[0], ast.With):
            return ast.With(node.items + node.body[0].items, node.body[0].body)
        return node


class _Percent(ast.NodeTransformer):
    def visit_JoinedStr(self, node: ast.JoinedStr) -> ast.expr:
        parts, values = "", []
        for one in node.values:
            if isinstance(one, ast.Constant):
                parts += str(one.value).replace("%", "%%")
            elif isinstance(one, ast.FormattedValue) and one.format_spec is None:
                if one.conversion != -1:
                    return node
                parts += "%s"
                values.append(one.value)
            else:
                return node
        return ast.BinOp(ast.Constant(parts), ast.Mod(), ast.Tuple(values, ast.Load()))


class _Keywords(ast.NodeTransformer):
    """The shape of get_variable and the units of dense by keyword."""

    SECOND: ClassVar = {"tf.get_variable": "shape", "tf.layers.dense": "units"}

    def visit_Call(self, node: ast.Call) -> ast.Call:
        self.generic_visit(node)
        second = self.SECOND.get(ast.unparse(node.func))
        if second is not None and len(node.args) == 2:
            if not any(isinstance(one, ast.Starred) for one in node.args):
                node.keywords = [ast.keyword(second, node.args.pop()), *node.keywords]
        return node


class _Lambdas(ast.NodeTransformer):
    """A function of one returned expression becomes a lambda."""

    def visit_FunctionDef(self, node: ast.FunctionDef) -> ast.stmt:
        self.generic_visit(node)
        only = node.body[0] if len(node.body) == 1 else None
        if not isinstance(only, ast.Return) or only.value is None or node.decorator_list:
            return node
        if any(isinstance(one, (ast.Yield, ast.YieldFrom, ast.Await)) for one in ast.walk(only)):
            return node
        return ast.Assign([ast.Name(node.name, ast.Store())], ast.Lambda(node.args, only.value))


class _Unrolled(ast.NodeTransformer):
    """A short loop over a range of constants, without break or continue."""

    def visit_For(self, node: ast.For) -> ast.stmt | list[ast.stmt]:
        self.generic_visit(node)
        text = ast.unparse(node.iter)
        jumps = (ast.Break, ast.Continue, ast.Yield, ast.Lambda, ast.FunctionDef)
        if text not in ("range(2)", "range(3)", "range(4)") or node.orelse:
            return node
        if any(isinstance(one, jumps) for one in ast.walk(node)):
            return node
        passes: list[ast.stmt] = []
        for value in range(int(text[6])):
            passes.append(ast.Assign([node.target], ast.Constant(value)))
            passes += copy.deepcopy(node.body)
        return passes


class _Negated(ast.NodeTransformer):
    """``if a: x else: y`` with its branches exchanged."""

    def visit_If(self, node: ast.If) -> ast.If:
        self.generic_visit(node)
        if not node.orelse:
            return node
        return ast.If(ast.UnaryOp(ast.Not(), node.test), node.orelse, node.body)


class _Unpacked(ast.NodeTransformer):
    """A keyword argument written as a dictionary that is unpacked."""

    def visit_Call(self, node: ast.Call) -> ast.Call:
        self.generic_visit(node)
        for one in node.keywords:
            if one.arg == "reuse":
                one.value = ast.Dict([ast.Constant("reuse")], [one.value])
                one.arg = None
        return node


class _Assigned(ast.NodeTransformer):
    """The value that is returned gets a name first."""

    def visit_Return(self, node: ast.Return) -> ast.stmt | list[ast.stmt]:
        if node.value is None:
            return node
        named = ast.Assign([ast.Name("returned_value", ast.Store())], node.value)
        return [named, ast.Return(ast.Name("returned_value", ast.Load()))]


class _BoundAgain(ast.NodeTransformer):
    """A name bound by ``as`` is bound again."""

    def visit_With(self, node: ast.With) -> ast.With:
        self.generic_visit(node)
        for item in node.items:
            if isinstance(item.optional_vars, ast.Name):
                name = item.optional_vars.id
                same = ast.Assign([ast.Name(name, ast.Store())], ast.Name(name, ast.Load()))
                node.body.insert(0, same)
        return node


class _Tried(ast.NodeTransformer):
    """Every function's body in a ``try`` whose ``finally`` does nothing."""

    def visit_FunctionDef(self, node: ast.FunctionDef) -> ast.FunctionDef:
        self.generic_visit(node)
        node.body = [ast.Try(node.body, [], [], [ast.Pass()])]
        return node


REWRITES.update(
    split_with=_mapped(_Split),
    join_with=_mapped(_Joined),
    percent_for_fstring=_mapped(_Percent),
    positional_to_keyword=_mapped(_Keywords),
    lambda_for_def=_mapped(_Lambdas),
    unroll_loops=_mapped(_Unrolled),
    exchange_branches=_mapped(_Negated),
    unpack_reuse=_mapped(_Unpacked),
    name_returned_value=_mapped(_Assigned),
    bind_scope_again=_mapped(_BoundAgain),
    try_finally=_mapped(_Tried),
)


@rewrite
def alias_import(tree: ast.Module) -> ast.Module:
    """``tf`` under another name."""
    for node in ast.walk(tree):
        if isinstance(node, ast.alias) and node.asname == "tf":
            node.asname = "tensor_library"
        elif isinstance(node, ast.Name) and node.id == "tf":
            node.id = "tensor_library"
    return tree


@rewrite
def in_a_function(tree: ast.Module) -> ast.Module:
    """A script in a function that is called at once, in its order; imports stay outside."""
    kept = (ast.Import, ast.ImportFrom)
    inside = [one for one in tree.body if not isinstance(one, kept) and not _is_docstring(one)]
    names = sorted(_bound_outside_functions(inside))
    body: list[ast.stmt] = [ast.Global(names)] if names else []
    main = ast.FunctionDef("run_all", _no_arguments(), [*body, *inside, ast.Pass()], [])
    call = ast.Expr(ast.Call(ast.Name("run_all", ast.Load()), [], []))
    head = [one for one in tree.body if isinstance(one, kept) or _is_docstring(one)]
    tree.body = [*head, main, call]
    return tree


def _bound_outside_functions(statements: list[ast.stmt]) -> set[str]:
    """The names that statements of a module bind in it."""
    found: set[str] = set()
    waiting: list[ast.AST] = [*statements]
    while waiting:
        one = waiting.pop()
        if isinstance(one, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
            found.add(one.name)
        elif not _is_scope(one):
            if isinstance(one, ast.Name) and isinstance(one.ctx, ast.Store):
                found.add(one.id)
            elif isinstance(one, ast.alias):
                found.add((one.asname or one.name).split(".")[0])
            elif isinstance(one, ast.ExceptHandler) and one.name:
                found.add(one.name)
            waiting.extend(ast.iter_child_nodes(one))
    return found


def _is_docstring(node: ast.stmt) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)


def _no_arguments() -> ast.arguments:
    return ast.arguments([], [], None, [], [], None, [])


@rewrite
def extract_statement(tree: ast.Module) -> ast.Module:
    """The bodies of top-level ``with`` statements in functions of their own."""
    body: list[ast.stmt] = []
    for number, node in enumerate(tree.body):
        if isinstance(node, ast.With):
            name = f"extracted_{number}"
            bound = {
                one.id
                for one in ast.walk(node)
                if isinstance(one, ast.Name) and isinstance(one.ctx, ast.Store)
            }
            head: list[ast.stmt] = [ast.Global(sorted(bound))] if bound else []
            body.append(ast.FunctionDef(name, _no_arguments(), head + node.body, []))
            node.body = [ast.Expr(ast.Call(ast.Name(name, ast.Load()), [], []))]
        body.append(node)
    tree.body = body
    return tree


@rewrite
def written_anew(tree: ast.Module) -> ast.Module:
    """Nothing but the layout and the comments."""
    return tree
