"""Small changes to Python source, each of which is a mutant.

The operators are the usual ones. Those of cosmic-ray and mutmut are made for their own trees
(parso, libcst) and neither removes statements, swaps arguments and negates tests; as a library
each brings a test runner's dependencies. Two hundred lines over `ast` need none.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

Edit = Callable[[], None]
Found = tuple[str, Edit]

COMPARED: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
}
COMPUTED: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.FloorDiv,
    ast.FloorDiv: ast.Mult,
    ast.Div: ast.Mult,
    ast.Mod: ast.Mult,
    ast.BitOr: ast.BitAnd,
    ast.BitAnd: ast.BitOr,
}
NOT_RUN = ("annotation", "returns", "decorator_list")


@dataclass(frozen=True)
class Mutation:
    """A change that can be made to a tree, the statement it lies in, and whether in a function."""

    operator: str
    statement: ast.stmt
    edit: Edit
    inside: bool


def mutations(tree: ast.Module) -> list[Mutation]:
    """Every change that the operators make of a module; the same for the same text."""
    found: list[Mutation] = []

    def visit(node: ast.AST, statement: ast.stmt | None, inside: bool) -> None:
        if isinstance(node, ast.stmt):
            statement = node
        if statement is not None:
            whole = inside or isinstance(statement, ast.FunctionDef)
            found.extend(Mutation(name, statement, edit, whole) for name, edit in changes(node))
        inside = inside or isinstance(node, ast.FunctionDef)
        found.extend(Mutation(name, one, edit, inside) for name, one, edit in bodies(node))
        for child in children(node):
            visit(child, statement, inside)

    visit(tree, None, False)
    return found


def children(node: ast.AST) -> Iterator[ast.AST]:
    """What of a node runs: without annotations, decorators, documentation and type checking."""
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
        return
    if only_types(node):
        return
    for name, value in ast.iter_fields(node):
        held = [one for one in listed(value) if isinstance(one, ast.AST)]
        if isinstance(node, ast.arguments):  # constants are default values
            held = [one for one in held if not isinstance(one, ast.Constant)]
        yield from held if name not in NOT_RUN else ()


def listed(value: object) -> list[object]:
    """A field as a list."""
    return value if isinstance(value, list) else [value]


def only_types(node: ast.AST) -> bool:
    """Whether a block is for type checking only, so that its test changes nothing."""
    return isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING"


def changes(node: ast.AST) -> Iterator[Found]:
    """The changes to one node."""
    if isinstance(node, ast.Compare):
        for at, op in enumerate(node.ops):
            yield "comparison", put(node.ops, at, COMPARED[type(op)]())
    elif isinstance(node, ast.BoolOp):
        other = ast.Or() if isinstance(node.op, ast.And) else ast.And()
        yield "and, or", setter(node, "op", other)
    elif isinstance(node, ast.BinOp | ast.AugAssign) and type(node.op) in COMPUTED:
        yield "arithmetic", setter(node, "op", COMPUTED[type(node.op)]())
    elif isinstance(node, ast.If | ast.While | ast.IfExp) and not only_types(node):
        yield "negated test", setter(node, "test", negated(node.test))
    elif isinstance(node, ast.comprehension):
        for at, test in enumerate(node.ifs):
            yield "negated test", put(node.ifs, at, negated(test))
    elif isinstance(node, ast.Return) and not is_none(node.value):
        yield "returned None", setter(node, "value", ast.Constant(None))
    elif isinstance(node, ast.Constant):
        for new in other_constants(node.value):
            yield "constant", setter(node, "value", new)
    elif isinstance(node, ast.arguments):
        yield from defaults(node)
    elif isinstance(node, ast.Call):
        yield from swapped(node)


def negated(test: ast.expr) -> ast.expr:
    """The opposite test."""
    if isinstance(test, ast.UnaryOp) and isinstance(test.op, ast.Not):
        return test.operand
    return ast.UnaryOp(ast.Not(), test)


def other_constants(value: object) -> list[object]:
    """Another value of the same kind."""
    if isinstance(value, bool):
        return [not value]
    if isinstance(value, int | float):
        return [value + 1]
    return [f"{value}X"] if isinstance(value, str) else []


def defaults(node: ast.arguments) -> Iterator[Found]:
    """Default values that are constants."""
    for one in (*node.defaults, *node.kw_defaults):
        if isinstance(one, ast.Constant):
            for new in other_constants(one.value):
                yield "default value", setter(one, "value", new)


def swapped(node: ast.Call) -> Iterator[Found]:
    """The first two arguments of a call, exchanged."""
    if len(node.args) >= 2 and not any(isinstance(one, ast.Starred) for one in node.args[:2]):
        first, second = node.args[:2]
        if ast.dump(first) != ast.dump(second):
            yield "swapped arguments", setter(node, "args", [second, first, *node.args[2:]])


def bodies(node: ast.AST) -> Iterator[tuple[str, ast.stmt, Edit]]:
    """Statements that go, and loops that end instead of going on."""
    for name in ("body", "orelse", "finalbody"):
        body = getattr(node, name, None)
        for at, one in enumerate(body if isinstance(body, list) else []):
            if isinstance(one, ast.Break | ast.Continue):
                new = ast.Continue() if isinstance(one, ast.Break) else ast.Break()
                yield "break, continue", one, put(body, at, new)
            elif removable(one):
                yield "removed statement", one, put(body, at, ast.Pass())


def removable(node: ast.stmt) -> bool:
    """Calls, raises, and what is written into something that is there without it."""
    if isinstance(node, ast.Expr):
        return isinstance(node.value, ast.Call | ast.Yield | ast.YieldFrom)
    if isinstance(node, ast.Assign):
        return all(isinstance(one, ast.Attribute | ast.Subscript) for one in node.targets)
    return isinstance(node, ast.AugAssign | ast.Raise | ast.Delete)


def is_none(node: ast.expr | None) -> bool:
    """Whether nothing, or None, is returned."""
    return node is None or (isinstance(node, ast.Constant) and node.value is None)


def setter(node: ast.AST, field: str, value: object) -> Edit:
    """Puts a value into a field."""
    return lambda: setattr(node, field, value)


def put(held: list[Any], at: int, value: Any) -> Edit:
    """Puts a value into a list."""

    def edit() -> None:
        held[at] = value

    return edit
