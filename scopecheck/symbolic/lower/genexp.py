"""Generator expressions: small generator functions, run as their items are asked for."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from scopecheck.symbolic.code import Code, Expression
from scopecheck.symbolic.generators import new_generator
from scopecheck.symbolic.lower.expressions import lower
from scopecheck.symbolic.machine import EMPTY
from scopecheck.symbolic.values import Frame, Value

if TYPE_CHECKING:
    from scopecheck.symbolic.lower.function import Lowering
    from scopecheck.symbolic.machine import Machine

FIRST = ".0"
"""The name that holds the outermost iterable, which is asked for at once."""


def lower_generator(scope: Lowering, node: ast.GeneratorExp) -> Expression:
    """Makes a generator whose body is the expression's loops around a yield."""
    from scopecheck.symbolic.lower.statements import lower_body

    source = lower(scope, node.generators[0].iter)
    bound = {
        name.id
        for clause in node.generators
        for name in ast.walk(clause.target)
        if isinstance(name, ast.Name)
    }
    code = Code(
        name="<genexpr>",
        qualname=scope.code.qualname,
        file=scope.code.file,
        cell=scope.code.cell,
        node=node,
        local_names=frozenset({FIRST, *bound}),
        generator=True,
        captures=True,
        python2=scope.code.python2,
        true_division=scope.code.true_division,
        shipped=scope.code.shipped,
    )
    inner = scope.inner(code, "function")
    code.body = lower_body(inner, [_loops(node)])

    def make(m: Machine) -> Value:
        first = source(m)
        frame = m.frame
        parent = frame.parent if scope.kind == "class" else frame
        id = m.allocate(EMPTY.set(FIRST, first))
        return new_generator(
            m,
            Frame(
                id,
                code,
                frame.module,
                None if scope.kind == "module" else parent,
                frame.path,
                frame.function,
            ),
        )

    return make


def _loops(node: ast.GeneratorExp) -> ast.stmt:
    body: ast.stmt = ast.Expr(ast.Yield(node.elt))
    for at, clause in reversed(list(enumerate(node.generators))):
        for test in reversed(clause.ifs):
            body = ast.copy_location(ast.If(test, [body], []), test)
        source = clause.iter if at else ast.Name(FIRST, ast.Load())
        body = ast.copy_location(ast.For(clause.target, source, [body], []), clause.iter)
    for one in ast.walk(body):
        if isinstance(one, (ast.stmt, ast.Yield)) or getattr(one, "id", "") == FIRST:
            ast.copy_location(one, node)
    return body
