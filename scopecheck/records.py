"""Frozen data classes as plain data for JSON, and back, by their annotations."""

from __future__ import annotations

import dataclasses
import enum
import functools
import types
import typing
from collections.abc import Callable
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
    return _reader(hint)(data)


@functools.cache
def _reader(hint: Any) -> Callable[[Any], Any]:
    """What reads data of one annotation; the annotations of a class are looked at once."""
    if dataclasses.is_dataclass(hint):
        kind: Any = hint
        hints = typing.get_type_hints(kind)
        return _record(kind, [_reader(hints[one.name]) for one in dataclasses.fields(kind)])
    origin, inner = typing.get_origin(hint), typing.get_args(hint)
    if origin in (types.UnionType, typing.Union):
        (read,) = [_reader(each) for each in inner if each is not type(None)]
        return lambda data: None if data is None else read(data)
    if origin is frozenset or (origin is tuple and inner[-1] is Ellipsis):
        return _collection(origin, _reader(inner[0]))
    if origin is tuple:
        return _record(lambda *items: items, [_reader(each) for each in inner])
    if isinstance(hint, type) and issubclass(hint, enum.Enum):
        return hint
    return _plain(hint)


def _record(make: Callable[..., Any], readers: list[Callable[[Any], Any]]) -> Callable[[Any], Any]:
    def read(data: Any) -> Any:
        if type(data) is not list or len(data) != len(readers):
            raise BadRecord(f"no list of {len(readers)}")
        return make(*[each(one) for each, one in zip(readers, data, strict=True)])

    return read


def _collection(origin: Any, reader: Callable[[Any], Any]) -> Callable[[Any], Any]:
    def read(data: Any) -> Any:
        if type(data) is not list:
            raise BadRecord(f"no {origin}")
        return origin([reader(one) for one in data])

    return read


def _plain(hint: Any) -> Callable[[Any], Any]:
    def read(data: Any) -> Any:
        if type(data) is not hint:
            raise BadRecord(f"no {hint}")
        return data

    return read
