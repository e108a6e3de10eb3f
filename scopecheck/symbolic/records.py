"""Frozen records, copied with changes."""

from __future__ import annotations

from typing import Any, TypeVar

T = TypeVar("T")

_set = object.__setattr__


def changed(record: T, **changes: Any) -> T:
    """The record with other values in some fields.

    It is ``dataclasses.replace`` without the constructor, for data classes whose fields are
    all arguments of theirs: worlds are copied for every operation.
    """
    kind: Any = type(record)
    made: T = object.__new__(kind)
    for name in kind.__match_args__:
        _set(made, name, changes[name] if name in changes else getattr(record, name))
    return made
