"""Whether calling a function of the program could build anything."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from scopecheck.symbolic.choices import settled
from scopecheck.symbolic.code import Code
from scopecheck.symbolic.inheritance import class_attribute
from scopecheck.symbolic.values import (
    ClassRef,
    Descriptor,
    Extern,
    Function,
    Method,
    ModuleRef,
    Unknown,
    Value,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from scopecheck.symbolic.machine import Machine


def only_data(
    m: Machine, function: Value, harmless: Callable[[str], bool], methods: frozenset[str]
) -> bool:
    """Whether a function calls nothing but what is given to it and harmless libraries.

    harmless: whether an external name belongs to a library that builds no graphs.
    methods: names of methods that build nothing, whosever they are. A method may also call
    its class's other methods, where they only handle data themselves.
    """
    seen: set[Code] = set()
    pending = [function]
    while pending:
        one = pending.pop()
        if isinstance(one, Method):
            one = one.function
        if isinstance(one, Descriptor):
            one = one.function
        if not isinstance(one, Function):
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
        if one.owner is not None:
            called = _called_methods(m, one, one.owner, methods)
            if called is None:
                return False
            pending.extend(called)
    return True


def _called_methods(
    m: Machine, function: Function, owner: ClassRef, methods: frozenset[str]
) -> list[Value] | None:
    """The class's methods that a method calls on its object; None where it calls others."""
    parameters = function.code.parameters.positional
    found: list[Value] = []
    for node in ast.walk(function.code.node):
        if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute):
            continue
        base, name = node.func.value, node.func.attr
        if isinstance(base, ast.Name) and parameters[:1] == (base.id,):
            method = class_attribute(m, owner, name)
            if method is None:
                return None
            found.append(method)
        elif isinstance(base, ast.Attribute) and not _is_outside(m, function, base):
            if name not in methods:
                return None
    return found


def _is_outside(m: Machine, function: Function, node: ast.expr) -> bool:
    """Whether a chain of attributes starts at an external library, such as ``np.random``."""
    while isinstance(node, ast.Attribute):
        node = node.value
    return isinstance(node, ast.Name) and isinstance(_bound(m, function, node.id), Extern)


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
