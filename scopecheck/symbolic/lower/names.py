"""Which names a function binds, and what kind of function it is."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)
COMPREHENSIONS = (ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)
PLAIN = frozenset(
    "arg asname attr conversion ctx id is_async kind level lineno module name op simple tag "
    "type_comment".split()
)
"""Fields of nodes that never hold a node, but for contexts and operators."""

_FIELDS: dict[type, tuple[str, ...]] = {}


def children(node: ast.AST) -> list[Any]:
    """The nodes right below a node, in order; contexts and operators are none."""
    kind = type(node)
    fields = _FIELDS.get(kind)
    if fields is None:
        own = () if kind is ast.Constant else kind._fields
        fields = _FIELDS[kind] = tuple(name for name in own if name not in PLAIN)
    found: list[Any] = []
    for name in fields:
        value = getattr(node, name, None)
        if type(value) is list:
            found.extend([one for one in value if isinstance(one, ast.AST)])
        elif isinstance(value, ast.AST):
            found.append(value)
    return found


def walk(node: ast.AST) -> Iterator[Any]:
    """A node and all below it, each after what holds it."""
    pending: list[Any] = [node]
    while pending:
        node = pending.pop()
        yield node
        pending.extend(children(node))


def excluding(tests: list[ast.expr]) -> frozenset[str]:
    """The words that tests of a filter exclude: ``"beta" not in v.name``."""
    return frozenset(
        node.left.value
        for test in tests
        for node in walk(test)
        if isinstance(node, ast.Compare)
        and isinstance(node.ops[0], ast.NotIn)
        and isinstance(node.left, ast.Constant)
        and isinstance(node.left.value, str)
        and isinstance(node.comparators[0], ast.Attribute)
    )


@dataclass(slots=True)
class Bindings:
    """What the body of a function binds and declares; ``inner``: targets of comprehensions."""

    local: set[str] = field(default_factory=set)
    inner: set[str] = field(default_factory=set)
    outer: set[str] = field(default_factory=set)
    nonlocal_: set[str] = field(default_factory=set)
    generator: bool = False
    endless: bool = False
    captures: bool = False


def bindings(body: list[ast.stmt] | list[ast.expr], arguments: ast.arguments | None) -> Bindings:
    """Collects the bindings of a function body, not looking into inner functions."""
    found = Bindings()
    if arguments is not None:
        every = [*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs]
        found.local.update(argument.arg for argument in every)
        for extra in (arguments.vararg, arguments.kwarg):
            if extra is not None:
                found.local.add(extra.arg)
    pending: list[ast.AST] = list(body)
    while pending:
        _collect(pending.pop(), found, pending)
    found.local -= found.outer | found.nonlocal_
    found.inner -= found.local
    found.local |= found.inner - found.outer - found.nonlocal_
    return found


def _collect(node: Any, found: Bindings, pending: list[ast.AST]) -> None:
    kind = type(node)
    if kind is ast.Name:
        if type(node.ctx) is not ast.Load:
            found.local.add(node.id)
        return
    if kind in QUIET:
        pass
    elif kind is ast.FunctionDef or kind is ast.AsyncFunctionDef or kind is ast.ClassDef:
        found.local.add(node.name)
        found.captures = True
        pending.extend(node.decorator_list)
        pending.extend(node.bases if kind is ast.ClassDef else _defaults(node.args))
        return
    elif kind is ast.Lambda:
        found.captures = True
        pending.extend(_defaults(node.args))
        return
    elif kind in COMPREHENSIONS:
        found.captures = found.captures or kind is ast.GeneratorExp
        targets = [name for one in node.generators for name in walk(one.target)]
        found.inner.update(one.id for one in targets if isinstance(one, ast.Name))
        pending.extend(part for one in node.generators for part in (one.iter, *one.ifs))
        pending.extend(one for one in children(node) if not isinstance(one, ast.comprehension))
        return
    elif kind is ast.Global:
        found.outer.update(node.names)
    elif kind is ast.Nonlocal:
        found.nonlocal_.update(node.names)
    elif kind is ast.Import or kind is ast.ImportFrom:
        found.local.update(one.asname or one.name.split(".")[0] for one in node.names)
    elif kind is ast.Yield or kind is ast.YieldFrom:
        found.generator = True
    elif kind is ast.While:
        if isinstance(node.test, ast.Constant):
            found.endless = bool(node.test.value)
    elif kind in NAMING:
        bound = node.rest if kind is ast.MatchMapping else node.name
        if bound:
            found.local.add(bound)
    pending.extend(children(node))


QUIET = frozenset((ast.Call, ast.Attribute, ast.Constant, ast.Expr, ast.Assign, ast.BinOp))
"""The commonest kinds of nodes that bind nothing themselves."""
NAMING = frozenset((ast.ExceptHandler, ast.MatchAs, ast.MatchStar, ast.MatchMapping))


def _defaults(arguments: ast.arguments) -> list[ast.AST]:
    return [*arguments.defaults, *(one for one in arguments.kw_defaults if one is not None)]


def assigned(body: list[ast.stmt]) -> frozenset[str]:
    """The names that a loop body assigns."""
    return frozenset(bindings(body, None).local)


def leaves(body: list[ast.stmt], by: tuple[type, ...] = (ast.Break, ast.Return, ast.Raise)) -> bool:
    """Whether a loop body has a statement that leaves the loop."""
    pending: list[tuple[ast.AST, bool]] = [(one, False) for one in body]
    while pending:
        node, inner = pending.pop()
        if isinstance(node, by) and not (inner and isinstance(node, ast.Break)):
            return True
        if isinstance(node, (*FUNCTIONS, ast.ClassDef)):
            continue
        loop = isinstance(node, (ast.For, ast.While, ast.AsyncFor))
        pending.extend((child, inner or loop) for child in children(node))
    return False
