"""Notebooks whose cells are run once more."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from scopecheck.symbolic.entries import Again, Run
from scopecheck.symbolic.joins import Fork
from scopecheck.symbolic.state import NORMAL, RAISE, Flow, State
from scopecheck.symbolic.values import Error
from scopecheck.trace import CallPath, CellRunAgain, Variable, VariableMade, VariableRequested

Made = VariableMade | VariableRequested


def run_again(run: Run) -> Iterator[CellRunAgain]:
    """What each cell of a notebook does anew when it is run a second time.

    Under eager execution a name is bound to a new variable, and the old one is gone. What a cell
    made in a graph that was thrown away since is not made a second time in the next one.
    """
    first: First | None = None
    for again in run.again:
        if len(again.flows) != 1 or again.before.world.executing_eagerly:
            continue
        first = first or _first(again.before)
        flow = again.flows[0]
        refused = flow.value.event if isinstance(flow.value, Error) else None
        if flow.kind == RAISE and isinstance(refused, VariableRequested):
            if _in_its_own_way(refused, first):
                yield CellRunAgain(refused.site, refused.path, refused.error)
        elif flow.kind == NORMAL:
            made = _made(again, flow, first)
            if made:
                yield CellRunAgain(made[0].site, made[0].path, None, made)


@dataclass(frozen=True, slots=True)
class First:
    """What the notebook's own run made: by which call path in which graph; which cell what."""

    paths: frozenset[tuple[CallPath, int]]
    cells: frozenset[tuple[int | None, int, str]]


def _first(ended: State) -> First:
    events = [(event.path, event.variable) for event in _every(ended.trace) if event.variable]
    return First(
        frozenset((path, variable.graph) for path, variable in events),
        frozenset((path[0].cell, variable.graph, variable.name) for path, variable in events),
    )


def _every(trace: Any) -> Iterator[Made]:
    """The events that made a variable, on every way that a trace was joined from."""
    pending, done = [trace], set[int]()
    while pending:
        cell = pending.pop()
        if cell is None or id(cell) in done:
            continue
        done.add(id(cell))
        if isinstance(cell[0], Fork):
            pending.extend(cell[0].branches)
            continue
        if _creates(cell[0][0]):
            yield cell[0][0]
        pending.append(cell[1])


def _creates(event: Any) -> bool:
    """Whether an event makes a variable of the program's own; an optimizer's are left out."""
    return isinstance(event, VariableMade) or (
        isinstance(event, VariableRequested)
        and event.outcome == "created"
        and event.purpose == "variable"
    )


def _in_its_own_way(refused: VariableRequested, first: First) -> bool:
    """Whether what the cell asks for is there because the cell made it."""
    there = refused.variable
    return there is None or (refused.path[0].cell, there.graph, there.name) in first.cells


def _made(again: Again, flow: Flow, first: First) -> tuple[Variable, ...]:
    """The variables that the second run made in the graph of the first, in order."""
    found: list[Variable] = []
    cell = flow.state.trace
    while cell is not None and cell is not again.before.trace:
        if isinstance(cell[0], Fork):
            return ()
        event = cell[0][0]
        variable = event.variable if _creates(event) else None
        if variable is not None and variable.trainable:
            if (event.path, variable.graph) in first.paths:
                found.append(variable)
        cell = cell[1]
    return tuple(reversed(found))
