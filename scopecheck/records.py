"""Frozen data classes as plain data for JSON, and back, by their annotations."""

from __future__ import annotations

import dataclasses
import enum
import functools
import types
import typing
from typing import Any


class BadRecord(ValueError):
    """Plain data that is no record of the class that was asked for."""


def to_plain(value: Any) -> Any:
    """A data class, or what one holds, as lists, strings and numbers."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return [to_plain(getattr(value, one.name)) for one in dataclasses.fields(value)]
    if isinstance(value, tuple):
        return [to_plain(one) for one in value]
    if isinstance(value, frozenset):
        return sorted(value)
    return value.value if isinstance(value, enum.Enum) else value


def from_plain(hint: Any, data: Any) -> Any:
    """What ``to_plain`` made into this data; BadRecord where it can't have."""
    if dataclasses.is_dataclass(hint):
        kind: Any = hint
        hints = _hints(kind)
        if not isinstance(data, list) or len(data) != len(hints):
            raise BadRecord(f"no {hint}")
        values = [from_plain(each, one) for each, one in zip(hints, data, strict=True)]
        return kind(*values)
    origin = typing.get_origin(hint)
    if origin in (types.UnionType, typing.Union):
        if data is None:
            return None
        (inner,) = [each for each in typing.get_args(hint) if each is not type(None)]
        return from_plain(inner, data)
    if origin is tuple or origin is frozenset:
        return _collection(origin, typing.get_args(hint), data)
    if isinstance(hint, type) and issubclass(hint, enum.Enum):
        return hint(data)
    if type(data) is not hint:
        raise BadRecord(f"no {hint}")
    return data


def _collection(origin: Any, hints: tuple[Any, ...], data: Any) -> Any:
    if not isinstance(data, list):
        raise BadRecord(f"no {origin}")
    if origin is frozenset or hints[-1] is Ellipsis:
        return origin(from_plain(hints[0], one) for one in data)
    if len(hints) != len(data):
        raise BadRecord(f"no {origin} of {len(hints)}")
    return tuple(from_plain(hint, one) for hint, one in zip(hints, data, strict=True))


@functools.cache
def _hints(kind: Any) -> tuple[Any, ...]:
    hints = typing.get_type_hints(kind)
    return tuple(hints[one.name] for one in dataclasses.fields(kind))
