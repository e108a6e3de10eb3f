"""The checker's centre: runs every entry of the files and tells what TensorFlow would do."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeGuard

from scopecheck.models.growth import growth
from scopecheck.models.keras.version import KerasVersions
from scopecheck.models.library import TensorFlowLibrary
from scopecheck.models.pythons import Pythons
from scopecheck.models.rerun import run_again
from scopecheck.models.told import Raw, Teller
from scopecheck.models.versions import Versions
from scopecheck.models.world import World, new_world
from scopecheck.source import Files, SourceFile
from scopecheck.symbolic.conditions import in_words, literals, needed_literals, rests_on_opaque
from scopecheck.symbolic.entries import Program, Run
from scopecheck.symbolic.joins import Fork
from scopecheck.symbolic.machine import GIVEN_UP, Machine
from scopecheck.symbolic.modules import Importer
from scopecheck.symbolic.records import changed
from scopecheck.symbolic.state import RAISE, Flow, State
from scopecheck.symbolic.values import BuiltinType, ClassRef, Error, Extern, Text, Value
from scopecheck.trace import (
    ArgumentRefused,
    Ending,
    Event,
    Holding,
    Site,
    TensorFlowError,
    Trace,
    Undecided,
    Variable,
    VariableMade,
    VariableRequested,
)

Failed = Callable[[Path, Exception], None]
"""Hears of a file on which the analysis itself fails."""


def run(
    files: Sequence[Path],
    *,
    root: Path,
    loader: Callable[[Path], SourceFile],
    tensorflow: str | None = None,
    python2_division: bool | None = None,
    keras: str | None = None,
    tops: Collection[Path] = (),
    disk: Files | None = None,
    argv: Sequence[str] | None = None,
    failed: Failed | None = None,
) -> Iterator[Trace]:
    """One trace for each entry of the files: scripts first, then what they don't reach.

    tensorflow: ``0.12``, ``1.15`` or ``2.21``; keras: ``2`` or ``3``; None infers it for each
    program.
    root, tops: directories in which imports start. disk: keeps what is asked of the file system.
    argv: the scripts' command line, where it is known. failed: hears of an entry's file on
    which the analysis itself fails, which costs that entry only; without it, it raises.
    """
    importer = Importer(root, loader, python2_division, tops, disk)
    library = TensorFlowLibrary()
    versions = Versions(importer, loader, tensorflow, lambda: library.uses)
    importer.is_old = Pythons(loader, versions.files, files).is_old
    kerases = KerasVersions(versions.whole, keras, (root, *tops), importer.disk)

    def world(m: Machine, path: Path, closed: bool) -> World:
        m.argv = tuple(argv) if closed and argv is not None else None
        return initial_world(m, versions.of(path), closed, versions.compat(path))

    program = Program(library, importer, world, refused=versions.refused)
    shown: dict[Path, str] = {}
    for path in files:
        with _spared(path, failed):
            source = loader(path)
            shown[path] = source.path
            if not source.units or not versions.touches_graph(path):
                continue
            done = program.script(path, source.path)
            if done is not None:
                yield trace_of(done, versions.of(path), kerases.of(path))
                for more in program.often(path, source.path, done):
                    yield trace_of(more, versions.of(path), kerases.of(path), cut_off=False)
    for path in shown:
        with _spared(path, failed):
            first = True
            for done in program.unreached(path, shown[path]):
                yield trace_of(done, versions.of(path), kerases.of(path), cut_off=first)
                first = first and not done.stopped


@contextmanager
def _spared(path: Path, failed: Failed | None) -> Iterator[None]:
    """A fault of the analysis costs no other file."""
    try:
        yield
    except Exception as error:
        if failed is None:
            raise
        failed(path, error)


def initial_world(m: Machine, version: str, closed: bool, compat: bool) -> World:
    """An empty graph; TensorFlow 2 starts eagerly, with resource variables.

    compat: False where a program of TensorFlow 1 is judged as on 2.21 by configuration; it
    can only run there with the behaviour of 1 switched on.
    """
    if version == "0.12":
        return replace(new_world(m, "1.15", closed), before_one=True)
    world = new_world(m, version, closed)
    if version == "1.15":
        return world
    return replace(
        world,
        eager=compat and closed,
        resource=compat,
        tensorshape_v2=compat,
        v2_behavior=compat,
    )


# -- from runs to traces ----------------------------------------------------------------


def trace_of(run: Run, tensorflow: str, keras: str | None, *, cut_off: bool = True) -> Trace:
    """The trace of an entry: its events with their conditions, and how it ends.

    cut_off: whether it tells what a budget cut off. One script, or one file's functions, tell
    it once.
    """
    cells = _events([flow.state.trace for flow in run.flows])
    told = _told(run)
    teller = Teller()
    events: list[Event] = []
    seen: set[Any] = set()
    loops: list[tuple[Any, Any, tuple[str, ...]]] = []
    for cell in cells:
        event, decisions = cell[0]
        if isinstance(event, Raw):
            chosen = _when(run, decisions)
            loops.append((event, decisions, chosen))
            found = event.tell(teller, cell, chosen)
            if found is not None:
                events.append(found)
            continue
        if isinstance(event, ArgumentRefused) or (
            isinstance(event, VariableRequested) and event.outcome == "refused"
        ):
            when = told.get(id(event))
            event = changed(event, handled=True) if when is None else changed(event, when=when)
        else:
            chosen = _when(run, decisions)
            if chosen:
                event = changed(event, when=chosen)
        key = changed(event, when=()) if event.when else event
        if key in seen:
            continue
        seen.add(key)
        events.append(event)
    events.extend(growth(teller, loops))
    events.extend(run_again(run))
    if run.stopped and cut_off:
        events.append(Undecided(run.stopped[-1], run.stopped, "what follows", run.exhausted))
    endings = tuple(_ending(run, flow) for flow in run.flows)
    told_of = (run.entry, run.closed, tensorflow, tuple(events), endings, keras, run.opened)
    return Trace(*told_of, _finished(run) if run.exhausted else None)


def _finished(run: Run) -> frozenset[Site]:
    """The sites of events on paths that end, where others were given up."""
    ended = [flow.state.trace for flow in run.flows if flow.value is not GIVEN_UP]
    return frozenset(cell[0][0].site for cell in _events(ended))


def _when(run: Run, decisions: Any) -> tuple[str, ...]:
    """The decisions that a user is free to take, in words."""
    taken = literals(decisions)
    return in_words({k: v for k, v in taken.items() if run.texts.get(k, ("", False))[1]}, run.texts)


def _told(run: Run) -> dict[int, tuple[str, ...]]:
    """The refusals that end a path uncaught and may be told, with their conditions."""
    told: dict[int, tuple[str, ...]] = {}
    for flow in run.flows:
        event = _cause(flow)
        if event is None:
            continue
        escapes = [
            other.state.decisions
            for other in run.flows
            if other is not flow
            and (_escapes(other) or _has_passed(other, flow, event))
            and not _same(_cause(other), event)
        ]
        if run.exhausted:
            kept = literals(flow.state.decisions)
        else:
            kept = needed_literals(flow.state.decisions, escapes, run.texts)
            kept = dict.fromkeys(run.often, False) | kept
        if not rests_on_opaque(kept, run.texts):
            told[id(event)] = in_words(kept, run.texts)
    return told


def _cause(flow: Flow) -> Any:
    if flow.kind == RAISE and isinstance(flow.value, Error):
        return flow.value.event
    return None


def _escapes(flow: Flow) -> bool:
    """Whether a path gets by: it ends normally, or with another of TensorFlow's errors."""
    return flow.kind != RAISE or _cause(flow) is not None or _has_run(flow)


def _has_passed(other: Flow, flow: Flow, event: Any) -> bool:
    """Whether a path has got its variable where one is refused on another, and fails later.

    What a program raises before that place is a check of its own.
    """
    shared = {id(cell) for cell in _events([flow.state.trace])}
    return any(
        isinstance(head := cell[0][0], VariableRequested)
        and head.outcome != "refused"
        and (head.site, head.path) == (event.site, event.path)
        for cell in _events([other.state.trace])
        if id(cell) not in shared
    )


def _has_run(flow: Flow) -> bool:
    """Whether a path ends as tf.app.run ends a program."""
    exit = BuiltinType(SystemExit)
    return isinstance(flow.value, Error) and flow.value.type == exit and flow.value.args == (0,)


def _same(one: Any, other: Any) -> bool:
    return (
        one is not None
        and type(one) is type(other)
        and one.site == other.site
        and one.error == other.error
    )


def _events(traces: list[Any]) -> list[Any]:
    """The cells of joined histories, oldest first, each once: ((event, decisions), …)."""
    order: list[Any] = []
    done: set[int] = set()
    keep: list[Any] = []
    for trace in traces:
        pending: list[tuple[Any, bool]] = [(trace, False)]
        while pending:
            node, ready = pending.pop()
            if node is None or (id(node) in done and not ready):
                continue
            head, tail, _ = node
            if ready:
                if not isinstance(head, Fork):
                    order.append(node)
                continue
            done.add(id(node))
            keep.append(node)
            pending.append((node, True))
            if isinstance(head, Fork):
                pending.extend((branch, False) for branch in reversed(head.branches))
            else:
                pending.append((tail, False))
    return order


def class_name(error: Error) -> str:
    """The name of an exception's class: Python's, one of the program's or of TensorFlow's."""
    if isinstance(error.type, BuiltinType):
        return error.type.type.__name__
    if isinstance(error.type, ClassRef):
        return error.type.name
    return error.type.name.rpartition(".")[2] if isinstance(error.type, Extern) else ""


def message_of(error: Error, state: State) -> str:
    """The message of an exception that no model raised; … where a class writes its own."""
    if isinstance(error.type, ClassRef):
        own = [state.heap[base.id] for base in error.type.mro if isinstance(base, ClassRef)]
        if any("__str__" in namespace for namespace in own):
            return "…"
    if len(error.args) != 1:
        return f"({', '.join(map(_shown, error.args))})" if error.args else ""
    shown = _shown if error.type == BuiltinType(KeyError) else str
    return shown(error.args[0]) if _is_shown(error.args[0]) else "…"


def _shown(value: Value) -> str:
    """How Python writes a value of an exception; … where that isn't known."""
    return repr(value) if _is_shown(value) else "…"


def _is_shown(value: Value) -> bool:
    if isinstance(value, tuple):
        return all(map(_is_shown, value))
    return isinstance(value, (bool, int, float, complex, str, bytes, Text, type(None)))


def _holds(event: Event) -> TypeGuard[VariableRequested]:
    """Whether a request gave its call path a variable."""
    return isinstance(event, VariableRequested) and event.outcome in ("created", "shared")


def _ending(run: Run, flow: Flow) -> Ending:
    held: dict[tuple[int, str, str | None], tuple[Variable, list[Any]]] = {}
    complete = flow.value is not GIVEN_UP and flow.state.taint == 0
    for cell in _events([flow.state.trace]):
        event = cell[0][0]
        if isinstance(event, VariableMade) or _holds(event):
            variable = event.variable
        else:
            complete = complete and not isinstance(event, Undecided)
            continue
        if variable is None:
            continue
        key = (variable.graph, variable.name, variable.key)
        held.setdefault(key, (variable, []))[1].append(event.path)
    holdings = tuple(Holding(variable, tuple(paths)) for variable, paths in held.values())
    error, path = None, ()
    if flow.kind == RAISE and isinstance(flow.value, Error):
        event = flow.value.event
        if event is not None:
            error, path = event.error, event.path
        elif flow.value.type != BuiltinType(SystemExit):
            name = class_name(flow.value)
            error = TensorFlowError(name, message_of(flow.value, flow.state)) if name else None
            path = flow.value.path if name else ()
    return Ending(holdings, error, path, _when(run, flow.state.decisions), complete)
