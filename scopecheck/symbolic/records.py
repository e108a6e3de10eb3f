"""Frozen records, copied with changes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

T = TypeVar("T")

_COPIES: dict[type, Callable[[Any], Any]] = {}


def changed(record: T, **changes: Any) -> T:
    """The record with other values in some fields.

    It is ``dataclasses.replace`` without the constructor, for data classes with slots whose
    fields are all arguments of theirs: worlds are copied for every operation.
    """
    kind = type(record)
    copy = _COPIES.get(kind)
    if copy is None:
        copy = _COPIES[kind] = _copier(kind)
    made: T = copy(record)
    for name in changes:
        if name not in kind.__dict__:
            raise TypeError(f"{kind.__name__} has no field {name}")
        _set(made, name, changes[name])
    return made


_set = object.__setattr__


def _copier(kind: type) -> Callable[[Any], Any]:
    """A function that copies such a record, field by field.

    The copy is filled while it is of a class with the same slots that isn't frozen: plain
    assignments are several times faster than those that get round a frozen class.
    """
    slots = tuple(kind.__dict__["__slots__"])
    open_kind = type(kind.__name__, kind.__bases__, {"__slots__": slots})
    lines = [
        "def copy(record):",
        "    made = new(open_kind)",
        *(f"    made.{name} = record.{name}" for name in slots),
        "    made.__class__ = kind",
        "    return made",
    ]
    names: dict[str, Any] = {"new": object.__new__, "open_kind": open_kind, "kind": kind}
    exec("\n".join(lines), names)
    made: Callable[[Any], Any] = names["copy"]
    return made
