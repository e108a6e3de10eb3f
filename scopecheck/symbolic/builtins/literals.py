"""Data written as text: ``json.loads``, ``ast.literal_eval``, ``eval`` of a literal."""

from __future__ import annotations

import ast
import json
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from scopecheck.symbolic.decisions import needed
from scopecheck.symbolic.values import SetRef, Table, Value

if TYPE_CHECKING:
    from scopecheck.symbolic.calls import Arguments
    from scopecheck.symbolic.machine import Machine

LONGEST = 5_000
"""How many characters of text are read as data."""
_ATOMS = (str, bytes, bool, int, float, complex, type(None))


def _value(m: Machine, data: Any) -> Value:
    """Python's data as values; raises RecursionError where it is nested too deep."""
    if isinstance(data, _ATOMS):
        return data
    if isinstance(data, dict):
        return m.new_dict({_value(m, k): _value(m, v) for k, v in data.items()})
    if isinstance(data, set):
        return SetRef(m.allocate(Table({_value(m, one): None for one in data})))
    items = [_value(m, one) for one in data]
    return tuple(items) if isinstance(data, tuple) else m.new_list(items)


def loads(m: Machine, a: Arguments) -> Value:
    """``json.loads(text)``."""
    return read_text(m, a, json.loads, m.unknown("json.loads(…)", tame=True))


def _literal(m: Machine, a: Arguments) -> Value:
    """``ast.literal_eval(text)``."""
    return read_text(m, a, ast.literal_eval, m.unknown("literal_eval(…)", tame=True))


def read_text(m: Machine, a: Arguments, reader: Callable[[str], Any], other: Value) -> Value:
    """What a text says as data; the other value where it isn't known, or says something else."""
    text = needed(m, a.args[0]) if len(a.args) == 1 and not a.open else None
    if not isinstance(text, str) or len(text) > LONGEST:
        return other
    try:
        return _value(m, reader(text.strip()))
    except (ValueError, SyntaxError, TypeError, MemoryError, RecursionError):
        return other


FUNCTIONS: dict[str, Any] = {"json.loads": loads, "ast.literal_eval": _literal}
