"""The numbers of a loop: those of a later pass, and those of a range of unknown length."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from scopecheck.symbolic.values import DictRef, Key, Unknown, Value

COUNTER = "counter"
"""The first part of a counter's key."""
ITEM = "number"
"""The first part of the key of one of the numbers of an unknown range."""


class Counter(Unknown):
    """A number in a later pass, greater than it was in the passes that were run.

    above: what it is greater than.
    """

    __slots__ = ("above",)

    def __init__(self, key: tuple[Any, ...] | Key, text: str, above: float) -> None:
        super().__init__(key, text, kind="int" if isinstance(above, int) else "float")
        self.above = above


def later_number(
    place: tuple[Any, ...], text: str, before: Value, now: Value, earlier: Value
) -> Unknown:
    """What a number is in a later pass, that was ``before`` the loop and is ``now``.

    earlier: what it was in the later pass before that one, if there was one.
    """
    if isinstance(earlier, Counter):
        return Counter((COUNTER, *place), text, earlier.above)
    if isinstance(now, (int, float)) and isinstance(before, (int, float)) and now > before:
        return Counter((COUNTER, *place), text, now)
    return Unknown((COUNTER, *place), text, kind={float: "float", int: "int"}.get(type(now), ""))


def summed(op: str, one: Value, other: Value, made: Unknown) -> Unknown:
    """``one op other``, which is a counter too if one of them is, and the other a number."""
    if op == "+" and isinstance(other, Counter):
        one, other = other, one
    if not isinstance(one, Counter) or not isinstance(other, (int, float)) or op not in ("+", "-"):
        return made
    above = one.above + other if op == "+" else one.above - other
    return Counter(made.key, made.text, above)


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


@dataclass(frozen=True, slots=True)
class Bound:
    """The numbers that a loop goes over: from one to another, or what a range is computed from."""

    computed: Key | None
    first: int = 0
    last: int = 0

    def is_passed(self, step: Any) -> bool:
        """Whether every so many numbers is the whole of the loop, or more than a half of it."""
        if self.computed is not None:
            return isinstance(step, Key) and _holds(self.computed, step)
        known = isinstance(step, tuple) and len(step) == 2 and isinstance(step[1], int)
        return known and 2 * step[1] > abs(self.last - self.first)


def number_in(item: Unknown, bound: Bound) -> Unknown:
    """One of the numbers that a loop goes over."""
    return Unknown((ITEM, item.key, bound), item.text, tame=item.tame, kind="int")


def numbered(place: object, bound: Bound, at: int) -> Value:
    """What a loop over so many numbers gets in a pass: the same whenever the loop is run again.

    So what two calls of a function ask of it, such as whether it is the last, is answered alike.
    """
    begins = _begins(bound)
    if begins is not None and at == 0:
        return begins
    item = number_in(Unknown(("pass", id(place), at), "an item"), bound)
    return item if begins is None else Counter(item.key, item.text, begins)


def _begins(bound: Bound) -> int | None:
    """The first of the numbers of an unknown range that goes up, if it is known."""
    ends = bound.computed.parts[1:] if bound.computed is not None else ()
    if len(ends) == 1:
        return 0
    known = len(ends) == 2 and isinstance(ends[0], tuple)
    return ends[0][1] if known and type(ends[0][1]) is int else None


def once(decisions: Mapping[Any, Any], alone: bool = False) -> bool:
    """Whether what is done under these decisions is done in one pass of a loop only.

    That a dict has no such key is so once for each: it is where programs keep what they make.
    alone: no other loop is around it, so that its last pass comes once too.
    """
    return any(
        (
            answer is True
            and (
                (key[0] == "==" and isinstance(key[1], Key) and _counts(key[1]))
                or (alone and _is_rare(key))
            )
        )
        or (answer is False and key[0] == "in" and _is_dict(key[2]))
        for key, answer in decisions.items()
    )


def _is_dict(part: Any) -> bool:
    return isinstance(part, tuple) and len(part) == 2 and isinstance(part[1], DictRef)


def _is_rare(key: Key) -> bool:
    """Whether a test is that a remainder of a loop's number is what it is once or twice only.

    Of two alternatives, as of ``a and b``, the other one must be no test on a remainder.
    """
    if key[0] == "join":
        both = [one for one in key.parts[-2:] if isinstance(one, Key)]
        tests = [one for one in both if _is_remainder(one)]
        return len(tests) == 1 and _is_rare(tests[0])
    if not _is_remainder(key):
        return False
    bound = _bound(key[1][1])
    return bound is not None and bound.is_passed(key[1][2])


def _is_remainder(key: Key) -> bool:
    """Whether a test is ``number % step == something``."""
    left = key[1] if key[0] == "==" else None
    return isinstance(left, Key) and left[0] == "%" and isinstance(left[1], Key)


def _bound(key: Key) -> Bound | None:
    if key[0] in ("+", "-"):
        return next((_bound(part) for part in key if isinstance(part, Key)), None)
    if key[0] in (COUNTER, ITEM):
        return next((part for part in key if isinstance(part, Bound)), None)
    return None


def _holds(key: Key, part: Key) -> bool:
    """Whether a key is made of another, among others."""
    return any(one is part or (isinstance(one, Key) and _holds(one, part)) for one in key)


def _counts(key: Key) -> bool:
    if key[0] in ("+", "-"):
        return any(isinstance(part, Key) and _counts(part) for part in key)
    return bool(key[0] == COUNTER)
