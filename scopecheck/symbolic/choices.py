"""One slot for two values: which of them it holds hangs on a test.

Paths that a test split and that differ only in what a name or an attribute holds become one
path again; who reads the name decides the test, as if it were asked there. What nobody
reads costs nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from scopecheck.symbolic.differences import Difference
from scopecheck.symbolic.values import Key, Unknown, Value

if TYPE_CHECKING:
    from collections.abc import Mapping

    from scopecheck.symbolic.machine import Machine

DEEPEST = 5
"""How many tests one slot may hang on."""


@dataclass(frozen=True, slots=True)
class Choice:
    """What a slot holds where ``test`` is true, and where it is not."""

    test: Unknown
    one: Value
    other: Value
    depth: int = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "depth", 1 + max(depth(self.one), depth(self.other)))


def settled(m: Machine, value: Value) -> Value:
    """What a slot holds on this path; splits the path where that is open."""
    if type(value) is Choice:
        from scopecheck.symbolic.decisions import decide

        while type(value) is Choice:
            value = value.one if decide(m, value.test) else value.other
    return value


def settled_slots(m: Machine, slots: Mapping[Any, Value]) -> dict[Any, Value]:
    """Everything that an object's slots hold on this path."""
    return {name: settled(m, value) for name, value in slots.items()}


def alternatives(value: Value) -> Sequence[Value]:
    """Everything that a slot may hold."""
    if type(value) is not Choice:
        return (value,)
    found: list[Value] = []
    pending = [value]
    while pending:
        one = pending.pop()
        if type(one) is Choice:
            pending += (one.other, one.one)
        else:
            found.append(one)
    return found


def mapped(value: Value, test: Callable[[Value], bool], new: Value) -> Value:
    """A slot with ``new`` for each of its alternatives that passes a test."""
    if type(value) is not Choice:
        return new if test(value) else value
    one, other = mapped(value.one, test, new), mapped(value.other, test, new)
    return one if one == other else Choice(value.test, one, other)


def depth(value: Value) -> int:
    """How many tests a slot hangs on."""
    return value.depth if type(value) is Choice else 0


Literal = tuple[Unknown, bool]
"""A test, and how it was decided."""


@dataclass(frozen=True, slots=True)
class Split:
    """What tells two paths apart: decisions that hold together on one of them only.

    first: whether that is the first path. opaque: whether nobody is free to take them.
    """

    literals: tuple[Literal, ...]
    first: bool
    opaque: bool

    def slot(self, first: Value, second: Value, place: Any) -> Choice | None:
        """A slot for what the two paths hold; None where that would be too many values.

        One that would hang on too many tests hangs on new ones instead, which nobody decides.
        """
        held, other = (first, second) if self.first else (second, first)
        for test, answer in reversed(self.literals):
            held = Choice(test, held, other) if answer else Choice(test, other, held)
        made: Choice = held
        if depth(made) <= DEEPEST:
            return made
        values: list[Value] = []
        for value in {id(one): one for one in alternatives(made)}.values():
            if value not in values:
                if len(values) == DEEPEST:
                    return None
                values.append(value)
        key = self.literals[0][0].key
        held = values[-1]
        for at, value in enumerate(values[:-1]):
            held = Choice(Unknown(("either", key, place, at)), value, held)
        return held if isinstance(held, Choice) else None


def split_between(m: Machine, a: Mapping[Any, Any], apart: Difference) -> Split | None:
    """What tells two paths apart, None where that can't be said.

    a: the decisions of the first path. apart: how those of the second differ from them.
    It is the latest test that both decided. Where one path only is known to have decided
    anything that the other did not, it is that; else a new test, if nobody is free to take
    any of those decisions.
    """
    one, other = _tests(apart.mine), _tests(apart.theirs)
    both = [key for key in one if key in other]
    if both:
        key = both[0]
        if len(both) > 1:
            key = next((one for one in reversed(m.texts) if one in both), key)
        test, opaque = _test(m, key)
        return Split(((test, a[key]),), True, opaque)
    mine, theirs = [*one], [*other]
    opaque = not any(m.texts.get(key, ("", False))[1] for key in (*mine, *theirs))
    single, holder = (mine, one) if mine else (theirs, other)
    known = not (mine and theirs) and all(type(key) is Key for key in single)
    if single and known and len(single) <= DEEPEST:
        asked = {key: None for key in m.texts if key in holder} if len(single) > 1 else {}
        single = [*(key for key in single if key not in asked), *asked]
        literals = tuple((_test(m, key)[0], holder[key]) for key in single)
        return Split(literals, holder is one, opaque)
    if not single or not opaque:
        return None
    return Split(((Unknown(("either", frozenset((*mine, *theirs)))), True),), True, True)


def _tests(decisions: Mapping[Any, Any]) -> dict[Any, Any]:
    return {key: answer for key, answer in decisions.items() if key[0] != "value"}


def _test(m: Machine, key: Key) -> tuple[Unknown, bool]:
    text, free = m.texts.get(key, ("", False))
    return Unknown(key, text, free=free, default=m.usual.get(key)), not free
