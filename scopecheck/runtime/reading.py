"""From the probe's records to a trace: places become sites, growth is held against loops."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from scopecheck.runtime.keras import keras_events, version
from scopecheck.runtime.places import Places
from scopecheck.trace import (
    CallPath,
    Computed,
    Holding,
    Site,
    Trace,
    Variable,
    VariableMade,
    VariableRequested,
)
from scopecheck.trace.codec import decode

Record = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Seen:
    """A trace, and what the probe calls its tensors and variables."""

    trace: Trace
    tensors: Mapping[int, Computed]
    variables: Mapping[int, Variable]


def read_trace(records: Sequence[Record], places: Places) -> Seen:
    """The trace that some records of the probe tell."""
    sites = {
        record["id"]: places.site(record["at"]) for record in records if record["is"] == "RawSite"
    }
    decoded = decode(_records(records, sites, places))
    held = _holdings(decoded.trace)
    endings = tuple(replace(end, holdings=held) for end in decoded.trace.endings)
    ended = all(end.complete for end in endings)
    models = tuple(keras_events(records, sites, places, ended))
    events = (*decoded.trace.events, *models)
    trace = replace(decoded.trace, events=events, endings=endings, keras=version(records))
    return Seen(trace, decoded.tensors, decoded.variables)


def _holdings(trace: Trace) -> tuple[Holding, ...]:
    """The variables, in order, and the call paths that got each."""
    held: dict[Variable, list[CallPath]] = {}
    for event in trace.events:
        if isinstance(event, VariableMade):
            held.setdefault(event.variable, []).append(event.path)
        elif isinstance(event, VariableRequested) and event.outcome in ("created", "shared"):
            if event.variable is not None:
                held.setdefault(event.variable, []).append(event.path)
    return tuple(Holding(variable, tuple(paths)) for variable, paths in held.items())


def _records(records: Sequence[Record], sites: dict[int, Site], places: Places) -> Iterator[Record]:
    following = len(sites)
    grown = _innermost(records, sites, places)
    for record in records:
        if record["is"] == "RawSite":
            yield _site(record["id"], sites[record["id"]])
        elif record["is"] != "Grown":
            yield record
        elif id(record) in grown:
            found = grown[id(record)]
            yield _site(following, found.loop)
            kept = {name: record[name] for name in ("path", "site", "graph", "trains")}
            what = places.called(found.site)
            more = {"run": found.run, "items": places.items(found.loop)}
            yield {**kept, **more, "is": "OpsBuilt", "loop": following, "what": what}
            following += 1


@dataclass(frozen=True, slots=True)
class _Growth:
    """The loop in which operations were built, what builds them there, what runs a session.

    depth: how many calls down the loop stands.
    """

    depth: int
    loop: Site
    site: Site
    run: int


def _innermost(
    records: Sequence[Record], sites: dict[int, Site], places: Places
) -> dict[int, _Growth]:
    """What grew in a loop: of what was built on one way, that in the innermost loop."""
    deepest: dict[tuple[int, ...], int] = {}
    found: dict[int, _Growth] = {}
    ways: dict[int, tuple[int, ...]] = {}
    for record in records:
        if record["is"] == "Grown" and record["passes"]:
            growth = _in_loop(record, sites, places)
            if growth is not None:
                way = ways[id(record)] = tuple(record["path"])
                deepest[way] = max(growth.depth, deepest.get(way, 0))
                found[id(record)] = growth
    return {key: one for key, one in found.items() if one.depth == deepest[ways[key]]}


def _site(number: int, site: Site) -> Record:
    fields = {name: getattr(site, name) for name in Site.__slots__}
    return {"is": "Site", "id": number, **fields}


def _in_loop(record: Record, sites: dict[int, Site], places: Places) -> _Growth | None:
    """The innermost loop that builds operations and runs a session, around both.

    The two paths part in one function; the loop stands there, or further out.
    """
    innermost: _Growth | None = None
    for depth, (built, run) in enumerate(zip(record["path"], record["run"], strict=False)):
        loop = places.loop(sites[built], sites[run])
        if loop is not None:
            innermost = _Growth(depth, loop, sites[built], run)
        if built != run:
            break
    return innermost
