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
    for record in records:
        if record["is"] == "RawSite":
            yield _site(record["id"], sites[record["id"]])
        elif record["is"] != "Grown":
            yield record
        elif record["passes"] and (found := _in_loop(record, sites, places)) is not None:
            loop, site = found
            yield _site(following, loop)
            grown = {name: record[name] for name in ("path", "site", "graph")}
            what = places.called(site)
            more = {"run": record["run"], "trains": record["trains"], "items": places.items(loop)}
            yield {**grown, **more, "is": "OpsBuilt", "loop": following, "what": what}
            following += 1


def _site(number: int, site: Site) -> Record:
    fields = {name: getattr(site, name) for name in Site.__slots__}
    return {"is": "Site", "id": number, **fields}


def _in_loop(record: Record, sites: dict[int, Site], places: Places) -> tuple[Site, Site] | None:
    """The loop that builds operations and runs a session, in the function that holds it.

    The two paths part in one function: there stands the loop, around both.
    """
    built, run = record["path"], record["run"]
    for depth, (one, other) in enumerate(zip(built, run, strict=False)):
        loop = places.loop(sites[one], sites[other])
        if loop is not None:
            record["run"] = run[depth]
            return loop, sites[one]
        if one != other:
            return None
    return None
