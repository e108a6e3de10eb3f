"""Numbers that a loop has changed by the time of a later pass of it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from scopecheck.symbolic.values import Key, Unknown, Value

COUNTER = "counter"
"""The first part of a counter's key."""


class Counter(Unknown):
    """A number in a later pass, greater than it was in the passes that were run.

    above: what it is greater than.
    """

    __slots__ = ("above",)

    def __init__(self, place: tuple[Any, ...], text: str, above: float) -> None:
        kind = "int" if isinstance(above, int) else "float"
        super().__init__((COUNTER, *place), text, kind=kind)
        self.above = above


def later_number(
    place: tuple[Any, ...], text: str, before: Value, now: Value, earlier: Value
) -> Unknown:
    """What a number is in a later pass, that was ``before`` the loop and is ``now``.

    earlier: what it was in the later pass before that one, if there was one.
    """
    if isinstance(earlier, Counter):
        return Counter(place, text, earlier.above)
    if isinstance(now, (int, float)) and isinstance(before, (int, float)) and now > before:
        return Counter(place, text, now)
    return Unknown((COUNTER, *place), text, kind={float: "float", int: "int"}.get(type(now), ""))


def ordered(op: str, one: Value, other: Value) -> bool | None:
    """``one op other`` for an order, None where it can't be told."""
    if isinstance(other, Counter):
        one, other, op = other, one, _TURNED[op]
    if not isinstance(one, Counter) or not isinstance(other, (int, float)):
        return None
    return op in (">", ">=") if other <= one.above else None


_TURNED = {"<": ">", "<=": ">=", ">": "<", ">=": "<="}


def passed(one: Unknown, other: Value) -> bool:
    """Whether a counter cannot be a number any more."""
    return isinstance(one, Counter) and isinstance(other, (int, float)) and other <= one.above


def once(decisions: Mapping[Any, Any]) -> bool:
    """Whether what is done under these decisions is done in one pass of a loop only."""
    return any(
        answer is True and key[0] == "==" and isinstance(key[1], Key) and _counts(key[1])
        for key, answer in decisions.items()
    )


def _counts(key: Key) -> bool:
    if key[0] in ("+", "-"):
        return any(isinstance(part, Key) and _counts(part) for part in key)
    return bool(key[0] == COUNTER)
