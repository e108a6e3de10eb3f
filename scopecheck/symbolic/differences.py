"""What two paths have decided differently, found without going through what is common."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

REMEMBERED = 32
"""For how many paths the set of their decisions is kept: those that meet are compared often."""


class Difference(NamedTuple):
    """The decisions of two paths that the other has not, or has taken otherwise."""

    mine: dict[Any, Any]
    theirs: dict[Any, Any]


class Differences:
    """Compares the decisions of paths."""

    __slots__ = ("_kept",)

    def __init__(self) -> None:
        self._kept: dict[int, tuple[Mapping[Any, Any], frozenset[tuple[Any, Any]]]] = {}

    def between(self, a: Mapping[Any, Any], b: Mapping[Any, Any]) -> Difference:
        """What tells the decisions of one path from those of another."""
        if a is b:
            return Difference({}, {})
        one, other = self._taken(a), self._taken(b)
        return Difference(dict(one - other), dict(other - one))

    def _taken(self, decisions: Mapping[Any, Any]) -> frozenset[tuple[Any, Any]]:
        known = self._kept.get(id(decisions))
        if known is None:
            if len(self._kept) >= REMEMBERED:
                del self._kept[next(iter(self._kept))]
            known = self._kept[id(decisions)] = (decisions, frozenset(decisions.items()))
        return known[1]
