"""Assignment targets."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from scopecheck.symbolic import access, subscripts
from scopecheck.symbolic.iteration import consume
from scopecheck.symbolic.lower.expressions import lower
from scopecheck.symbolic.values import Value

if TYPE_CHECKING:
    from scopecheck.symbolic.lower.function import Lowering, Store
    from scopecheck.symbolic.machine import Machine


def lower_target(scope: Lowering, node: ast.expr) -> Store:
    """The closure that assigns a value to a target."""
    if isinstance(node, ast.Name):
        return scope.store(node.id)
    if isinstance(node, ast.Attribute):
        base = lower(scope, node.value)
        name = scope.mangle(node.attr)

        def set_attribute(m: Machine, value: Value) -> None:
            receiver = base(m)
            m.node = node
            access.set_attribute(m, receiver, name, value)

        return set_attribute
    if isinstance(node, ast.Subscript):
        container = lower(scope, node.value)
        index = lower(scope, node.slice)

        def set_item(m: Machine, value: Value) -> None:
            receiver = container(m)
            at = index(m)
            m.node = node
            subscripts.set_item(m, receiver, at, value)

        return set_item
    if isinstance(node, ast.Starred):
        return lower_target(scope, node.value)
    if isinstance(node, (ast.Tuple, ast.List)):
        return _unpack(scope, node)
    return lambda m, value: None


def _unpack(scope: Lowering, node: ast.Tuple | ast.List) -> Store:
    targets = [lower_target(scope, one) for one in node.elts]
    star = next((i for i, one in enumerate(node.elts) if isinstance(one, ast.Starred)), None)

    def unpack(m: Machine, value: Value) -> None:
        held = consume(m, value)
        count = len(targets)
        if held is None or held.open:
            m.node = node
            for i, target in enumerate(targets):
                given = held.items[i] if held and i < len(held.items) else None
                target(m, given if given is not None else subscripts.part(m, value, i))
            return
        items = held.items
        if star is None:
            if len(items) != count:
                few = f"not enough values to unpack (expected {count}, got {len(items)})"
                many = f"too many values to unpack (expected {count})"
                raise m.fail("ValueError", few if len(items) < count else many)
            for target, item in zip(targets, items, strict=True):
                target(m, item)
            return
        after = count - star - 1
        if len(items) < count - 1:
            wanted = f"expected at least {count - 1}, got {len(items)}"
            raise m.fail("ValueError", f"not enough values to unpack ({wanted})")
        for target, item in zip(targets[:star], items, strict=False):
            target(m, item)
        targets[star](m, m.new_list(items[star : len(items) - after]))
        for target, item in zip(targets[star + 1 :], items[len(items) - after :], strict=True):
            target(m, item)

    return unpack
