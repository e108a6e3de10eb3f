"""What is left of the user's choices where paths that made others have become one.

``if kind == "a" or kind == "b"`` is true on two paths. Joined, they have decided neither test, but
one of the two holds: a later test that would make both false doesn't go that way.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from itertools import product
from typing import Any

from scopecheck.symbolic.differences import Difference

Clause = frozenset[tuple[Any, bool]]
"""Tests with an answer, of which one holds at least. Kept under ``("value", clause)``."""

MOST = 12
"""How many of them one join may add."""


def either(texts: Mapping[Any, tuple[str, bool]], apart: Difference) -> list[Clause]:
    """What is true of a path that stands for two, of the tests that a user decides."""
    mine, theirs = _clauses(texts, apart.mine), _clauses(texts, apart.theirs)
    made = [one | other for one, other in product(mine, theirs)][: 4 * MOST]
    told = [one for one in made if not any((key, not answer) in one for key, answer in one)]
    return [one for one in dict.fromkeys(told) if not any(other < one for other in told)][:MOST]


def forced(
    decisions: Mapping[Any, Any], key: Any, said: Callable[[Mapping[Any, Any], Any], bool | None]
) -> bool | None:
    """The answer of a test that is the only one left to a path; None where it has both."""
    for held in decisions:
        if held[0] != "value" or type(held[1]) is not frozenset:
            continue
        left = [one for one in held[1] if said(decisions, one[0]) is not (not one[1])]
        if len(left) == 1 and left[0][0] == key:
            return bool(left[0][1])
    return None


def _clauses(texts: Mapping[Any, tuple[str, bool]], decided: Mapping[Any, Any]) -> list[Clause]:
    found: list[Clause] = []
    for key, answer in decided.items():
        if key[0] != "value":
            if texts.get(key, ("", False))[1]:
                found.append(frozenset(((key, answer),)))
        elif type(key[1]) is frozenset:
            found.append(key[1])
    return found
