"""What Python itself makes of values that are plain data, and what it refuses."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from scopecheck.symbolic.decisions import needed
from scopecheck.symbolic.values import DictRef, ListRef, SetRef, Text, TupleRef, Value

if TYPE_CHECKING:
    from scopecheck.symbolic.machine import Machine

ATOMS = (bool, int, float, complex, str, bytes, type(None))
_LONGEST = 1_000
_LARGEST = 10**6


class NotPlain(Exception):
    """A value, or a part of one, that isn't plain data."""


def natively(m: Machine, function: Callable[..., Any], values: tuple[Value, ...]) -> Any:
    """What ``function`` answers, or the error that it raises; raises NotPlain."""
    given = [_data(m, one) for one in values]
    try:
        return function(*given)
    except (TypeError, ValueError, LookupError, ArithmeticError) as error:
        raise m.fail(type(error).__name__, str(error)) from None


def answered(
    m: Machine, function: Callable[..., Any], values: tuple[Value, ...], other: Value
) -> Value:
    """The same of an answer that is a number, a string or None; else ``other``."""
    try:
        result = natively(m, function, values)
    except NotPlain:
        return other
    return result if type(result) in ATOMS else other


_BY_REFERENCE = {ListRef: list, TupleRef: tuple, DictRef: dict, SetRef: set, Text: str}


def native_type(value: Value) -> type | None:
    """The Python type of a value whose attributes are exactly that type's."""
    if type(value) in (bool, int, float, complex, str, bytes, tuple, range, type(None)):
        return type(value)
    return _BY_REFERENCE.get(type(value))


def _data(m: Machine, value: Value, inside: bool = False) -> Any:
    value = needed(m, value)
    if type(value) in ATOMS:
        if isinstance(value, (int, float)) and not -_LARGEST <= value <= _LARGEST:
            raise NotPlain
        return value
    if isinstance(value, (int, float)):  # a flag's number, or numpy's
        return _data(m, float(value) if isinstance(value, float) else int(value))
    if isinstance(value, tuple) and len(value) <= _LONGEST:
        return tuple(_data(m, one, True) for one in value)
    if type(value) in (ListRef, DictRef, SetRef) and not inside:
        return _contents(m, value)
    raise NotPlain


def _contents(m: Machine, value: ListRef | DictRef | SetRef) -> Any:
    held = m.contents(value)
    counts = isinstance(value, DictRef) and value.factory is not None
    if held.open or counts or len(held.items) > _LONGEST:
        raise NotPlain
    if isinstance(value, DictRef):
        return {_data(m, k, True): _data(m, v, True) for k, v in held.items.items()}
    items = [_data(m, one, True) for one in held.items]
    return items if isinstance(value, ListRef) else set(items)
