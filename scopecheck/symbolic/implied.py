"""What a test on a joined number tells of the tests that its paths differ in."""

from __future__ import annotations

import operator
from collections.abc import Callable, Mapping
from typing import Any

from scopecheck.symbolic.values import Key

_TESTS: dict[str, Callable[[Any, Any], bool]] = {
    "==": operator.eq,
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}
_JOINED = 4
"""How many parts the key of a joined number has: its kind, the tests, and either side's number."""
_SUM = 3

Answers = dict[Any, bool]


def with_implied(decisions: Mapping[Any, bool]) -> Answers:
    """Decisions, and what follows from them of the tests that split paths joined since."""
    found = dict(decisions)
    known: dict[Any, Answers | None] = {}
    for key, answer in decisions.items():
        found = (_of_test(key, answer, known) or {}) | found
    return found


def _of_test(key: Any, answer: bool, known: dict[Any, Answers | None]) -> Answers | None:
    """The answers that come with this one; None if it can't be."""
    if not isinstance(key, Key) or key[0] not in _TESTS:
        return {}
    number = _number(key[2])
    return {} if number is None else _needed(key[1], key[0], number, answer, known)


def _needed(
    tested: Any, test: str, number: float, answer: bool, known: dict[Any, Answers | None]
) -> Answers | None:
    """The answers without which a number wouldn't give this one; None if it never does.

    known: what was found for numbers that others are joined of.
    """
    tested, number = _without_sum(tested, number)
    if not isinstance(tested, Key) or tested[0] != "join" or len(tested.parts) != _JOINED:
        plain = _number(tested)
        return {} if plain is None or _TESTS[test](plain, number) == answer else None
    asked = (tested, test, number, answer)
    if asked not in known:
        known[asked] = {}
        _, tests, *sides = tested
        ways = []
        for side, first in zip(sides, (True, False), strict=True):
            way = _needed(side, test, number, answer, known)
            for key, taken in tests:
                if isinstance(taken, bool):
                    way = _both(way, {key: taken is first})
                    way = _both(way, _of_test(key, taken is first, known))
                    if not _agree((test, side, number, answer), key, taken is first):
                        way = None
            ways.append(way)
        known[asked] = _either(*ways)
    return known[asked]


def _agree(asked: tuple[str, Any, float, bool], key: Any, taken: bool) -> bool:
    """Whether a number can give two answers; of two numbers nothing is said."""
    if not isinstance(key, Key) or key[0] not in _TESTS:
        return True
    test, side, number, answer = asked
    tested, number = _without_sum(side, number)
    limit = _number(key[2])
    if tested is not key[1] or limit is None:
        return True
    near = (one + apart for one in (number, limit) for apart in (-1, -0.5, 0, 0.5, 1))
    return any(
        _TESTS[test](one, number) == answer and _TESTS[key[0]](one, limit) == taken for one in near
    )


def _both(one: Answers | None, other: Answers | None) -> Answers | None:
    if one is None or other is None or any(one.get(key, a) is not a for key, a in other.items()):
        return None
    return one | other


def _either(one: Answers | None, other: Answers | None) -> Answers | None:
    if one is None or other is None:
        return other if one is None else one
    return {key: answer for key, answer in one.items() if other.get(key) is answer}


def _without_sum(tested: Any, number: float) -> tuple[Any, float]:
    """What a sum with a number is of, and what that is to be compared with."""
    while isinstance(tested, Key) and tested[0] in ("+", "-") and len(tested.parts) == _SUM:
        added = _number(tested[2])
        if added is None:
            break
        number += -added if tested[0] == "+" else added
        tested = tested[1]
    return tested, number


def _number(part: Any) -> float | None:
    """A number, or one with its type's name, as keys hold them."""
    if isinstance(part, tuple) and len(part) == 2 and part[0] in ("int", "float"):
        return float(part[1])
    return part if isinstance(part, (int, float)) and not isinstance(part, bool) else None
