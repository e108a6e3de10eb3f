"""The networks of a trace: functions, methods and layers that were called more than once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from scopecheck.runtime.places import Places
from scopecheck.runtime.sharing import Sharing, variables_behind
from scopecheck.trace import (
    Computed,
    FunctionCalled,
    LossMinimized,
    Reuse,
    Site,
    Trace,
    Variable,
)

_CONSTRUCTOR = ".__init__"


@dataclass(frozen=True, slots=True)
class Call:
    """One call of a network: where, the variables it got, its inputs and outputs.

    how: which way into the call is meant, where it has several. settings: its arguments that
    are no tensors, and the defaults in force, as they are written. reuses: whether it asks
    scopes for reuse.
    """

    site: Site
    held: tuple[Variable, ...]
    inputs: tuple[Computed, ...]
    outputs: tuple[Computed, ...]
    how: str = ""
    settings: tuple[tuple[str, str], ...] = ()
    reuses: bool = False

    @property
    def label(self) -> str:
        """``gan.py:12``, and which way into it."""
        return f"{label(self.site)} ({self.how})" if self.how else label(self.site)

    @property
    def reached(self) -> frozenset[str]:
        """The variables that its outputs are computed from, its inputs taken as given."""
        return frozenset(variables_behind(self.outputs, self.inputs))


@dataclass(frozen=True, slots=True)
class Network:
    """Calls of one function (of one object, if it is a method) that share variables.

    copies: other calls, that hold variables of their own of the same shapes.
    """

    name: str
    calls: tuple[Call, ...]
    copies: tuple[Call, ...] = ()

    def sharing(self, compared: str = "", notes: tuple[str, ...] = ()) -> Sharing:
        """The table: the variables of each call, and of each copy."""
        calls = (*self.calls, *self.copies)
        held = tuple(tuple(dict.fromkeys(one.name for one in call.held)) for call in calls)
        return Sharing(self.name, tuple(call.label for call in calls), held, compared, notes)


def label(site: Site) -> str:
    """``gan.py:12``, as people write it."""
    return site.where() if site.cell is not None else f"{site.file}:{site.line}"


def networks(trace: Trace) -> list[Network]:
    """The networks of a trace, in the order of their first calls.

    A helper that builds one layer is part of the networks that call it: only calls that are
    not made inside another network's call count, or that share with one another. A function
    that gives nothing but train operations is none, and one that is given a network (an object
    whose methods hold variables) works on that one.
    """
    steps = {id(event.step) for event in trace.of(LossMinimized) if event.step is not None}
    groups: dict[Any, list[FunctionCalled]] = {}
    for event in sorted(_own_calls(trace), key=lambda event: event.number):
        results = tuple(one for one in event.results if id(one) not in steps)
        if results or not event.results:
            receiver = None if _constructs(event) else event.receiver
            key = (event.defined, receiver, event.objects)
            groups.setdefault(key, []).append(replace(event, results=results))
    several = {key: calls for key, calls in groups.items() if len(calls) > 1}
    inside = _calls_inside(trace, several.values())
    found: list[tuple[int, Network]] = []
    for calls in several.values():
        outer = [call for call in calls if call.number not in inside]
        if len(outer) > 1:
            found += [(calls[0].number, one) for one in _parted(outer)]
    found.sort(key=lambda one: one[0])
    return [network for _, network in found]


def closures(
    records: Sequence[Mapping[str, Any]],
    tensors: Mapping[int, Computed],
    variables: Mapping[str, Variable],
    places: Places,
) -> Iterator[Network]:
    """Functions that ask for no variable and use those that were made outside of them.

    What such a call holds is what its outputs are computed from, its inputs taken as given. A
    helper that builds one layer is part of the networks that call it.
    """
    sites = {one["id"]: one["at"] for one in records if one["is"] == "RawSite"}
    groups: dict[tuple[int, int | None], list[Mapping[str, Any]]] = {}
    for record in records:
        if record["is"] == "FunctionRan":
            groups.setdefault((record["defined"], record["receiver"]), []).append(record)
    called = _called_again(records)
    for ran in groups.values():
        calls: list[Call] = []
        for record in ran:
            if not called.isdisjoint(record["within"]):
                continue
            inputs = tuple(tensors[number] for number in record["tensors"])
            outputs = tuple(tensors[number] for number in record["results"])
            names = variables_behind(outputs, inputs)
            held = tuple(variables[name] for name in names if name in variables)
            if held:
                site = places.site(sites[record["path"][-1]])
                calls.append(Call(site, held, inputs, outputs))
        if len(calls) > 1:
            yield Network(ran[0]["function"], tuple(calls))


def _called_again(records: Sequence[Mapping[str, Any]]) -> set[int]:
    """The numbers of the calls of functions that are called several times."""
    groups: dict[tuple[int, int | None], list[int]] = {}
    for record in records:
        if record["is"] in ("FunctionCalled", "FunctionRan") and not record.get("library"):
            key = record["defined"], record.get("receiver")
            groups.setdefault(key, []).append(record["number"])
    return {number for numbers in groups.values() if len(numbers) > 1 for number in numbers}


def models(
    records: Sequence[Mapping[str, Any]], variables: Mapping[int, Variable], places: Places
) -> Iterator[Network]:
    """The layers and models of Keras that were called more than once; they always share."""
    variables = _told_apart(variables)
    sites = {one["id"]: one["at"] for one in records if one["is"] == "RawSite"}
    groups: dict[int, list[Mapping[str, Any]]] = {}
    for record in records:
        if record["is"] == "LayerCalled":
            groups.setdefault(record["layer"], []).append(record)
    for calls in groups.values():
        if len({(call["site"], *call["tensors"]) for call in calls}) > 1:
            yield Network(
                calls[0]["name"],
                tuple(
                    Call(
                        places.site(sites[call["site"]]),
                        tuple(variables[number] for number in call["held"] if number in variables),
                        (),
                        (),
                    )
                    for call in calls
                ),
            )


def _told_apart(variables: Mapping[int, Variable]) -> dict[int, Variable]:
    """The variables by number, with names of their own: Keras gives many the same."""
    taken: dict[tuple[int, str], int] = {}
    found: dict[int, Variable] = {}
    for number, one in variables.items():
        count = taken[one.graph, one.name] = taken.get((one.graph, one.name), 0) + 1
        found[number] = one if count == 1 else replace(one, name=f"{one.name} ({count})")
    return found


def _constructs(event: FunctionCalled) -> bool:
    """Whether a call makes an object, so that each is made by a call of its own."""
    return event.function.endswith(_CONSTRUCTOR)


def _own_calls(trace: Trace) -> Iterator[FunctionCalled]:
    """The calls of the program's own functions."""
    return (event for event in trace.of(FunctionCalled) if not event.library)


def _calls_inside(trace: Trace, groups: Iterable[list[FunctionCalled]]) -> set[int]:
    """The calls that are made inside a call of a function that is called several times."""
    by_number = {call.number: call for call in trace.of(FunctionCalled)}
    networks = {call.number for calls in groups for call in calls}
    inside: set[int] = set()
    for call in by_number.values():
        within = call.within
        while within is not None:
            if within in networks:
                inside.add(call.number)
            outer = by_number.get(within)
            within = outer.within if outer is not None else None
    return inside


def _parted(calls: Sequence[FunctionCalled]) -> Iterator[Network]:
    """Calls that share make one network; single calls that hold copies of it are named.

    Beside calls that do share, a single call is a copy only in the scope of the first of them:
    one that is made in another scope is another network, as are two groups that each share.
    """
    parts: list[list[FunctionCalled]] = []
    for call in calls:
        names = {one.name for one in call.held}
        touching = [part for part in parts if any(_shares(names, other) for other in part)]
        joined = [other for part in touching for other in part]
        parts = [part for part in parts if part not in touching]
        parts.append([*joined, call])
    single = [part[0] for part in parts if len(part) == 1]
    told: set[int] = set()
    for part in parts:
        first = part[0]
        copies = [one for one in single if _is_copy(one, first, len(part) > 1)]
        if len(part) > 1 or (copies and first.number not in told):
            told.update(one.number for one in copies)
            yield Network(
                first.function.removesuffix(_CONSTRUCTOR),
                tuple(map(_call, part)),
                tuple(map(_call, copies)),
            )


def _is_copy(one: FunctionCalled, first: FunctionCalled, shared: bool) -> bool:
    """Whether a single call holds a copy of a network's variables."""
    if one.number == first.number or not _alike(one, first):
        return False
    return one.scope.name == first.scope.name if shared else one.number > first.number


def _shares(names: set[str], other: FunctionCalled) -> bool:
    return any(one.name in names for one in other.held)


def _alike(one: FunctionCalled, other: FunctionCalled) -> bool:
    """Whether two calls hold variables of the same shapes, in the same order."""
    return [held.shape for held in one.held] == [held.shape for held in other.held]


def _call(event: FunctionCalled) -> Call:
    settings = (*event.arguments, *event.defaults)
    reuses = not event.asked.isdisjoint((Reuse.ON, Reuse.AUTO))
    inputs, outputs = event.tensors, event.results
    if _constructs(event):  # an object keeps what it is fed beside what it makes of that
        given = tuple(one for one in outputs if one.op.startswith("Placeholder"))
        inputs = tuple(dict.fromkeys((*inputs, *given)))
        outputs = tuple(one for one in outputs if one not in inputs)
    return Call(event.site, event.held, inputs, outputs, "", settings, reuses)
