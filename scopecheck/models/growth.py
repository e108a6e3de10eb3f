"""Operations built and sessions run in loops: how a graph grows while it is used."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from scopecheck.models.told import Raw, Teller, tensors_in
from scopecheck.symbolic.counters import once
from scopecheck.symbolic.values import Unknown, Value
from scopecheck.trace import CallPath, Decisions, Event, OpsBuilt, SessionRun, Site, compatible

if TYPE_CHECKING:
    from scopecheck.symbolic.machine import Machine, Pass


@dataclass(frozen=True, slots=True, eq=False)
class Built(Raw):
    """An operation built in a loop."""

    site: Site
    path: CallPath
    what: str
    loops: tuple[Pass, ...]
    graph: int

    def tell(self, teller: Teller, cell: Any, when: tuple[str, ...]) -> Event | None:
        """Nothing by itself: it matters where the loop also runs a session."""
        return None


@dataclass(frozen=True, slots=True, eq=False)
class Ran(Raw):
    """A session's run: what was fetched; own: the loops in which the session was made."""

    quiet = True

    site: Site
    path: CallPath
    fetched: tuple[Value, ...] | None
    loops: tuple[Pass, ...]
    own: tuple[Pass, ...]
    graph: int

    def tell(self, teller: Teller, cell: Any, when: tuple[str, ...]) -> Event | None:
        """The event."""
        fetched = None if self.fetched is None else teller.every(self.fetched)
        under = teller.under(cell[0][1])
        return SessionRun(self.site, self.path, fetched, self.graph, under, when)


def ran(m: Machine, fetches: Value, own: tuple[Pass, ...], graph: int | None = None) -> None:
    """Notes that a session runs."""
    fetched = tensors_in(m, (fetches,))
    at = m.world.stack[-1] if graph is None else graph
    m.record(Ran(m.site(), m.path(), fetched, m.loops, own, at))


def built(m: Machine, what: str) -> None:
    """Notes that an operation is built now, if that is in a loop."""
    if not m.loops:
        return
    last = m.trace[0][0] if m.trace is not None and isinstance(m.trace[0], tuple) else None
    site = m.site()
    if isinstance(last, Built) and last.site is site and last.loops is m.loops:
        return
    m.record(Built(site, m.path(), what, m.loops, m.world.stack[-1]))


def growth(teller: Teller, records: list[tuple[Any, Any, tuple[str, ...]]]) -> Iterator[OpsBuilt]:
    """What is built in several passes of loops that run a session, each place once.

    records: ``Built`` and ``Ran`` with their decisions and conditions.
    """
    runs = _runs(teller, records)
    builds = _builds(teller, records)
    told: set[tuple[Site, Site]] = set()
    for one, under, when in (each for every in builds.values() for each in every):
        found = [
            (run, loop) for run in runs if compatible(under, run.under) for loop in run.shares(one)
        ]
        if not found:
            continue
        run, loop = next(
            ((each, loop) for each, loop in found if each.trains(loop) or not loop.items), found[0]
        )
        place = (one.path[: len(loop.path) + 1][-1], loop.site)
        if place not in told and _before(one, under, loop, builds[one.path]):
            told.add(place)
            trains = any(each.trains(loop) for each, _ in found)
            yield OpsBuilt(
                one.site,
                one.path,
                loop.site,
                one.what,
                run.site,
                trains,
                loop.items,
                one.graph,
                under | run.under,
                when,
            )


Loops = frozenset[tuple[Site, CallPath]]
"""Loops, whichever pass of theirs it is."""


@dataclass(frozen=True, slots=True)
class Running:
    """Sessions' runs that are alike: at one site, in the same loops, under the same decisions.

    made_in: the loops in which the session was made. innermost: the loop around the run. trained:
    whether a training step is fetched; vague: whether one may be.
    """

    site: Site
    loops: Loops
    made_in: Loops
    innermost: Site
    trained: bool
    vague: bool
    under: Decisions

    def shares(self, one: Built) -> Iterator[Pass]:
        """The loops that build in a later pass and run a session not made in it.

        The innermost one, and those around it if that one goes over the items of a collection.
        """
        for loop in reversed(one.loops):
            key = (loop.site, loop.path)
            if key in self.loops:
                later = loop.number and key not in self.made_in
                if later and loop.world.stack[-1] == one.graph:
                    yield loop
                if not loop.items:
                    return

    def trains(self, loop: Pass) -> bool:
        """Whether it trains in a loop; in one over no collection, whether it may.

        What goes over the items of a collection ends with them, so that it takes more to say
        that it grows without end: a loop that loads weights runs assignments to what it finds,
        and training in an inner loop is a stage of its own for each item.
        """
        if loop.items:
            return self.trained and self.innermost == loop.site
        return self.trained or self.vague


def _runs(teller: Teller, records: list[tuple[Any, Any, tuple[str, ...]]]) -> list[Running]:
    found: dict[Running, None] = {}
    for one, decisions, _ in records:
        if type(one) is not Ran or not one.loops:
            continue
        fetched = one.fetched or ()
        run = Running(
            one.site,
            frozenset((each.site, each.path) for each in one.loops),
            frozenset((each.site, each.path) for each in one.own),
            one.loops[-1].site,
            any(not isinstance(each, Unknown) and each.op == "Train" for each in fetched),
            not fetched or any(isinstance(each, Unknown) for each in fetched),
            teller.under(decisions),
        )
        found[run] = None
    return list(found)


Builds = dict[CallPath, list[tuple[Built, Decisions, tuple[str, ...]]]]
"""What is built, by the way there, with decisions and conditions."""


def _builds(teller: Teller, records: list[tuple[Any, Any, tuple[str, ...]]]) -> Builds:
    found: Builds = {}
    for one, decisions, when in records:
        if type(one) is Built and not once(decisions, len(one.loops) == 1):
            found.setdefault(one.path, []).append((one, teller.under(decisions), when))
    return found


def _before(
    one: Built, under: Decisions, loop: Pass, builds: list[tuple[Built, Decisions, tuple[str, ...]]]
) -> bool:
    """Whether another pass of the loop, in the same run, builds it too."""
    key = (loop.site, loop.path)
    return any(
        (each.site, each.path) == key and each.number < loop.number
        for other, also, _ in builds
        if compatible(under, also)
        for each in other.loops
    )
