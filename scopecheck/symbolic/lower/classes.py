"""Class definitions."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING, Any

from scopecheck.symbolic.code import Code, Statement
from scopecheck.symbolic.lower import names
from scopecheck.symbolic.lower.expressions import lower
from scopecheck.symbolic.machine import EMPTY
from scopecheck.symbolic.metaclasses import made, metaclass
from scopecheck.symbolic.state import Flow, State, then
from scopecheck.symbolic.values import ClassRef, Frame, Value

if TYPE_CHECKING:
    from scopecheck.symbolic.lower.function import Lowering
    from scopecheck.symbolic.machine import Machine


def lower_class(scope: Lowering, node: ast.ClassDef) -> Statement:
    """Runs the class body in a namespace of its own and binds the class."""
    from scopecheck.symbolic.lower.statements import lower_body

    found = names.bindings(node.body, None)
    qualname = node.name if scope.kind == "module" else f"{scope.code.qualname}.{node.name}"
    code = Code(
        name=node.name,
        qualname=qualname,
        file=scope.code.file,
        cell=scope.code.cell,
        node=node,
        local_names=frozenset(found.local),
        captures=True,
        python2=scope.code.python2,
        true_division=scope.code.true_division,
        shipped=scope.code.shipped,
    )
    inner = scope.inner(code, "class", frozenset(found.outer))
    code.body = lower_body(inner, node.body)
    bases = [lower(scope, base) for base in node.bases]
    named = {one.arg: lower(scope, one.value) for one in node.keywords if one.arg is not None}
    decorators = [(one, lower(scope, one)) for one in node.decorator_list]
    store = scope.store(node.name)

    def make(m: Machine) -> tuple[ClassRef, dict[str, Value]]:
        given = tuple(base(m) for base in bases)
        id = m.allocate(EMPTY)
        cls = ClassRef(id, node.name, given, linear(given), code.site(node))
        cls.code = code
        keywords = {name: one(m) for name, one in named.items()}
        cls.meta = metaclass(keywords.pop("metaclass", None), given)
        return cls, keywords

    def define(m: Machine, state: State) -> list[Flow]:
        return then(m.run(state, make), lambda flow: run(m, flow))

    def run(m: Machine, flow: Flow) -> list[Flow]:
        cls: ClassRef
        cls, keywords = flow.value
        parent = None if scope.kind == "module" else m.frame
        if scope.kind == "class":
            parent = m.frame.parent
        frame = Frame(cls.id, code, m.frame.module, parent, m.frame.path, cls)
        flows = m.run_body(frame, code.body, flow.state)
        return then(flows, lambda flow: m.run(flow.state, lambda m: finish(m, cls, keywords)))

    def finish(m: Machine, cls: ClassRef, keywords: dict[str, Value]) -> None:
        value = made(m, cls, keywords)
        for place, decorator in reversed(decorators):
            m.node = place
            value = m.call(decorator(m), (value,))
        store(m, value)

    return define


def linear(bases: tuple[Value, ...]) -> tuple[Value, ...]:
    """The method resolution order of the bases (C3, else depth first)."""
    if len(bases) == 1:
        return bases[0].mro if isinstance(bases[0], ClassRef) else bases
    sequences: list[list[Any]] = [list(b.mro) if isinstance(b, ClassRef) else [b] for b in bases]
    sequences.append(list(bases))
    order: list[Any] = []
    while any(sequences):
        sequences = [one for one in sequences if one]
        for sequence in sequences:
            head = sequence[0]
            if not any(head in other[1:] for other in sequences):
                break
        else:
            head = sequences[0][0]
        order.append(head)
        sequences = [[item for item in one if item != head] for one in sequences]
    return tuple(order)
