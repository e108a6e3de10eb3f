"""Whether calling a function of the program could build anything."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from scopecheck.symbolic.choices import settled
from scopecheck.symbolic.code import Code
from scopecheck.symbolic.values import ClassRef, Extern, Function, ModuleRef, Unknown, Value

if TYPE_CHECKING:
    from collections.abc import Callable

    from scopecheck.symbolic.machine import Machine


def only_data(m: Machine, function: Value, harmless: Callable[[str], bool]) -> bool:
    """Whether a plain function calls nothing but what is given to it and harmless libraries.

    harmless: whether an external name belongs to a library that builds no graphs.
    """
    seen: set[Code] = set()
    pending = [function]
    while pending:
        one = pending.pop()
        if not isinstance(one, Function) or one.owner is not None:
            return False
        if one.code in seen:
            continue
        seen.add(one.code)
        for name in _names(one.code):
            value = _bound(m, one, name)
            if isinstance(value, Function):
                pending.append(value)
            elif isinstance(value, Extern):
                if not harmless(value.name):
                    return False
            elif isinstance(value, (ClassRef, ModuleRef)) or (
                isinstance(value, Unknown) and not value.tame
            ):
                return False
    return True


def _bound(m: Machine, function: Function, name: str) -> Value:
    """What a name in a function's text means outside it, None where that is nothing."""
    frame = function.parent
    while frame is not None:
        held = m.heap.get(frame.id) or {}
        if name in held:
            return settled(m, held[name])
        frame = frame.parent
    held = m.heap.get(function.module.id) or {}
    return settled(m, held.get(name))


def _names(code: Code) -> frozenset[str]:
    if code.loaded is None:
        found = {node.id for node in ast.walk(code.node) if isinstance(node, ast.Name)}
        code.loaded = frozenset(found)
    return code.loaded
