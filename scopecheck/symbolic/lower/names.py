"""Which names a function binds, and what kind of function it is."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)
COMPREHENSIONS = (ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)
LEAVES = (ast.expr_context, ast.operator, ast.unaryop, ast.boolop)


def children(node: ast.AST) -> list[Any]:
    """The nodes right below a node, in order; contexts and operators are none."""
    found: list[Any] = []
    for name in node._fields:
        value = getattr(node, name, None)
        if type(value) is list:
            found.extend(one for one in value if isinstance(one, ast.AST))
        elif isinstance(value, ast.AST) and not isinstance(value, LEAVES):
            found.append(value)
    return found


def walk(node: ast.AST) -> Iterator[Any]:
    """A node and all below it, each after what holds it."""
    pending: list[Any] = [node]
    while pending:
        node = pending.pop()
        yield node
        pending.extend(children(node))


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


def _collect(node: ast.AST, found: Bindings, pending: list[ast.AST]) -> None:
    if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
        found.local.add(node.name)
        found.captures = True
        pending.extend(node.decorator_list)
        if isinstance(node, ast.ClassDef):
            pending.extend(node.bases)
        else:
            pending.extend(_defaults(node.args))
        return
    if isinstance(node, ast.Lambda):
        found.captures = True
        pending.extend(_defaults(node.args))
        return
    if isinstance(node, COMPREHENSIONS):
        targets = [name for one in node.generators for name in walk(one.target)]
        found.inner.update(one.id for one in targets if isinstance(one, ast.Name))
        pending.extend(part for one in node.generators for part in (one.iter, *one.ifs))
        pending.extend(one for one in children(node) if not isinstance(one, ast.comprehension))
        return
    if isinstance(node, ast.Name) and not isinstance(node.ctx, ast.Load):
        found.local.add(node.id)
    elif isinstance(node, ast.Global):
        found.outer.update(node.names)
    elif isinstance(node, ast.Nonlocal):
        found.nonlocal_.update(node.names)
    elif isinstance(node, (ast.Import, ast.ImportFrom)):
        for alias in node.names:
            found.local.add(alias.asname or alias.name.split(".")[0])
    elif isinstance(node, ast.ExceptHandler) and node.name:
        found.local.add(node.name)
    elif isinstance(node, (ast.Yield, ast.YieldFrom)):
        found.generator = True
    elif isinstance(node, ast.While) and isinstance(node.test, ast.Constant):
        found.endless = bool(node.test.value)
    elif isinstance(node, (ast.MatchAs, ast.MatchStar)) and node.name:
        found.local.add(node.name)
    elif isinstance(node, ast.MatchMapping) and node.rest:
        found.local.add(node.rest)
    pending.extend(children(node))


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
