"""Notebooks whose cells are run once more."""

from __future__ import annotations

from collections.abc import Iterator

from scopecheck.symbolic.entries import Again, Run
from scopecheck.symbolic.joins import Fork
from scopecheck.symbolic.state import NORMAL, RAISE, Flow
from scopecheck.symbolic.values import Error
from scopecheck.trace import CellRunAgain, Variable, VariableMade, VariableRequested


def run_again(run: Run) -> Iterator[CellRunAgain]:
    """What each cell of a notebook does anew when it is run a second time.

    Under eager execution a name is bound to a new variable, and the old one is gone.
    """
    for again in run.again:
        if len(again.flows) != 1 or again.before.world.executing_eagerly:
            continue
        flow = again.flows[0]
        refused = flow.value.event if isinstance(flow.value, Error) else None
        if flow.kind == RAISE and isinstance(refused, VariableRequested):
            yield CellRunAgain(refused.site, refused.path, refused.error)
        elif flow.kind == NORMAL:
            made = _made(again, flow)
            if made:
                yield CellRunAgain(made[0].site, made[0].path, None, made)


def _made(again: Again, flow: Flow) -> tuple[Variable, ...]:
    """The variables that the second run made in a graph of the first, in order.

    An optimizer's own are left out.
    """
    found: list[Variable] = []
    graphs = again.before.world.graphs
    cell = flow.state.trace
    while cell is not None and cell is not again.before.trace:
        if isinstance(cell[0], Fork):
            return ()
        event = cell[0][0]
        created = isinstance(event, VariableMade) or (
            isinstance(event, VariableRequested)
            and event.outcome == "created"
            and event.purpose == "variable"
        )
        variable = event.variable if created else None
        if variable is not None and variable.trainable and variable.graph in graphs:
            found.append(variable)
        cell = cell[1]
    return tuple(reversed(found))
