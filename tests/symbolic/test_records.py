"""Frozen records, copied with changes."""

from __future__ import annotations

from dataclasses import dataclass, replace

from scopecheck.symbolic.records import changed
from scopecheck.trace import Site, Undecided


@dataclass(frozen=True, slots=True)
class Point:
    x: int
    y: tuple[int, ...] = ()


def test_a_copy_is_what_dataclasses_make_it() -> None:
    point = Point(1, (2, 3))
    assert changed(point, x=5) == replace(point, x=5) == Point(5, (2, 3))
    assert changed(point) == point
    assert point == Point(1, (2, 3))


def test_an_event_is_copied_without_its_condition() -> None:
    site = Site("a.py", 1, 1, 1, 2)
    event = Undecided(site, (site,), "what", "why", when=("x",))
    assert changed(event, when=()) == replace(event, when=())
    assert changed(event, when=()).path == (site,)
