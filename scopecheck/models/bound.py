"""What a call rests on besides its arguments: the constants of objects, and of closures."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from scopecheck.models.world import Scope
from scopecheck.symbolic.choices import alternatives
from scopecheck.symbolic.stdlib.containers import Record
from scopecheck.symbolic.values import Instance, Items, Table, Text, Unknown, Value

if TYPE_CHECKING:
    from scopecheck.symbolic.machine import Machine
    from scopecheck.symbolic.values import Frame

PLAIN = (bool, int, float, str, type(None))
DEPTH = 2

Constants = tuple[tuple[str, str], ...]


def bound(m: Machine, frame: Frame, given: Mapping[str, Value]) -> Constants:
    """The constants in what a call was given, its object included, and in what it closed over.

    Plain arguments are told elsewhere.
    """
    found: dict[str, str] = {}
    for name, value in given.items():
        if not isinstance(value, PLAIN):
            found.update(_constants(m, name, value, DEPTH))
    parent = frame.parent
    while parent is not None and parent.function is not None:
        for key, value in _one(m.heap.get(parent.id)):
            found.update(_constants(m, str(key), value, DEPTH - 1))
        parent = parent.parent
    return tuple(sorted(found.items()))


def _constants(m: Machine, name: str, value: Value, depth: int) -> Iterator[tuple[str, str]]:
    if isinstance(value, (*PLAIN, Text, Unknown)):
        yield name, repr(value)
    elif isinstance(value, Scope):
        yield name, repr(m.heap[value.id].name)
    elif isinstance(value, tuple) and depth:
        yield from _within(m, name, enumerate(value), depth)
    elif isinstance(value, Record) and depth:
        yield from _within(m, name, enumerate(value.values), depth)
    elif hasattr(value, "id") and depth:
        if isinstance(value, Instance):
            yield name, value.cls.name
        yield from _within(m, name, _one(m.heap.get(value.id)), depth)


def _within(
    m: Machine, name: str, held: Iterable[tuple[object, Value]], depth: int
) -> Iterator[tuple[str, str]]:
    for key, value in held:
        yield from _constants(m, f"{name}.{key}", value, depth - 1)


def _one(contents: Value) -> Iterator[tuple[object, Value]]:
    """What a list, a dict, an object or a frame holds by name, where that is one thing only."""
    for held in alternatives(contents):
        if isinstance(held, Items):
            yield from enumerate(held.items)
        elif isinstance(held, Table):
            yield from held.items.items()
        elif isinstance(held, Mapping):
            yield from ((key, value) for key, value in held.items() if isinstance(key, str))
