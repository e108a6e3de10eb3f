"""match statements: a pattern tests a value and binds names, in order."""

from __future__ import annotations

import ast
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from scopecheck.symbolic import access, comparisons, inheritance, operators, tables
from scopecheck.symbolic.builtins.types import matches
from scopecheck.symbolic.code import Statement
from scopecheck.symbolic.iteration import iterate
from scopecheck.symbolic.lower.expressions import lower
from scopecheck.symbolic.state import NORMAL, Flow, State, then
from scopecheck.symbolic.values import (
    BuiltinType,
    ClassRef,
    DictRef,
    ListRef,
    Table,
    Unknown,
    Value,
)

if TYPE_CHECKING:
    from scopecheck.symbolic.lower.function import Lowering
    from scopecheck.symbolic.machine import Machine

Pattern = Callable[["Machine", Value], bool]
ITSELF = (bool, bytearray, bytes, dict, float, frozenset, int, list, set, str, tuple)
"""Types whose one positional pattern is the value itself."""


def lower_match(scope: Lowering, node: ast.Match) -> Statement:
    """The first case that fits is run."""
    from scopecheck.symbolic.lower.statements import lower_body

    subject = lower(scope, node.subject)
    cases = [
        (
            lower_pattern(scope, case.pattern),
            lower(scope, case.guard) if case.guard is not None else None,
            lower_body(scope, case.body),
        )
        for case in node.cases
    ]

    def pick(m: Machine) -> int:
        value = subject(m)
        for at, (pattern, guard, _) in enumerate(cases):
            if pattern(m, value) and (guard is None or m.truth(guard(m))):
                return at
        return len(cases)

    def match(m: Machine, state: State) -> list[Flow]:
        def go(flow: Flow) -> list[Flow]:
            if flow.value == len(cases):
                return [Flow(NORMAL, flow.state)]
            return m.block(cases[flow.value][2], flow.state)

        return then(m.run(state, pick), go)

    return match


def lower_pattern(scope: Lowering, node: ast.pattern) -> Pattern:
    """The test of a pattern."""
    made: Pattern = _LOWER[type(node)](scope, node)
    return made


def _value(scope: Lowering, node: ast.MatchValue) -> Pattern:
    wanted = lower(scope, node.value)
    return lambda m, value: m.truth(comparisons.compare(m, "==", value, wanted(m)))


def _singleton(scope: Lowering, node: ast.MatchSingleton) -> Pattern:
    return lambda m, value: m.truth(comparisons.compare(m, "is", value, node.value))


def _as(scope: Lowering, node: ast.MatchAs) -> Pattern:
    inner = lower_pattern(scope, node.pattern) if node.pattern is not None else None
    store = scope.store(node.name) if node.name is not None else None

    def test(m: Machine, value: Value) -> bool:
        if inner is not None and not inner(m, value):
            return False
        if store is not None:
            store(m, value)
        return True

    return test


def _or(scope: Lowering, node: ast.MatchOr) -> Pattern:
    options = [lower_pattern(scope, one) for one in node.patterns]
    return lambda m, value: any(option(m, value) for option in options)


def _sequence(scope: Lowering, node: ast.MatchSequence) -> Pattern:
    star = next((i for i, p in enumerate(node.patterns) if isinstance(p, ast.MatchStar)), None)
    parts = [
        None if isinstance(one, ast.MatchStar) else lower_pattern(scope, one)
        for one in node.patterns
    ]
    name = None if star is None else getattr(node.patterns[star], "name", None)
    store = scope.store(name) if isinstance(name, str) else None

    def test(m: Machine, value: Value) -> bool:
        if not isinstance(value, (tuple, ListRef, Unknown)):
            return False
        held = iterate(m, value)
        if held is None or held.open:
            return m.truth(operators.derived("matches", m.unknown("the value")))
        items = held.items
        fits = len(items) == len(parts) if star is None else len(items) >= len(parts) - 1
        if not fits:
            return False
        if star is None:
            return _each(m, parts, items)
        after = len(parts) - star - 1
        rest = items[star : len(items) - after]
        if store is not None:
            store(m, m.new_list(rest))
        return _each(m, parts[:star], items) and _each(
            m, parts[star + 1 :], items[len(items) - after :]
        )

    return test


def _each(m: Machine, parts: list[Pattern | None], items: tuple[Value, ...]) -> bool:
    pairs = zip(parts, items, strict=False)
    return all(part is None or part(m, item) for part, item in pairs)


def _mapping(scope: Lowering, node: ast.MatchMapping) -> Pattern:
    keys = [lower(scope, key) for key in node.keys]
    parts = [lower_pattern(scope, one) for one in node.patterns]
    store = scope.store(node.rest) if node.rest is not None else None

    def test(m: Machine, value: Value) -> bool:
        if isinstance(value, Unknown):
            return m.truth(operators.derived("matches", value))
        if not isinstance(value, DictRef):
            return False
        table: Table = m.contents(value)
        wanted = [tables.hashable(key(m)) for key in keys]
        for key, part in zip(wanted, parts, strict=True):
            if key not in table.items or not part(m, table.items[key]):
                return False
        if store is not None:
            rest = {k: v for k, v in table.items.items() if k not in wanted}
            store(m, m.new_dict(rest, table.open))
        return True

    return test


def _class(scope: Lowering, node: ast.MatchClass) -> Pattern:
    kind = lower(scope, node.cls)
    parts = [lower_pattern(scope, one) for one in node.patterns]
    named = [
        (name, lower_pattern(scope, one))
        for name, one in zip(node.kwd_attrs, node.kwd_patterns, strict=True)
    ]

    def test(m: Machine, value: Value) -> bool:
        cls = kind(m)
        if not m.truth(matches(m, value, cls)):
            return False
        if isinstance(cls, BuiltinType) and cls.type in ITSELF:
            return _each(m, list(parts), (value,))
        names = _positional(m, cls)
        pairs = [*zip(names, parts, strict=False), *named]
        return all(part(m, access.get_attribute(m, value, name)) for name, part in pairs)

    return test


def _positional(m: Machine, cls: Value) -> list[str]:
    """The attributes that positional patterns stand for."""
    from scopecheck.symbolic.builtins.dataclass import fields, is_dataclass

    if not isinstance(cls, ClassRef):
        return []
    listed = inheritance.class_attribute(m, cls, "__match_args__")
    if isinstance(listed, tuple):
        return [name for name in listed if isinstance(name, str)]
    return fields(m, cls) if is_dataclass(m, cls) else []


_LOWER: dict[type, Any] = {
    ast.MatchValue: _value,
    ast.MatchSingleton: _singleton,
    ast.MatchAs: _as,
    ast.MatchOr: _or,
    ast.MatchSequence: _sequence,
    ast.MatchMapping: _mapping,
    ast.MatchClass: _class,
}
