"""Lists of trainable variables that were read before the whole network was built."""

from __future__ import annotations

from scopecheck.rules.computation import Variables, behind_gradient, run_with, variables_in
from scopecheck.rules.losses import Minimised
from scopecheck.rules.networks import identity
from scopecheck.trace import (
    CollectionRead,
    GraphRestored,
    SessionRun,
    Trace,
    Undecided,
    Variable,
    VariableMade,
    VariableRequested,
)

TRAINABLE = "trainable_variables"


def read_early(
    trace: Trace, one: Minimised, missing: Variables, known: dict[tuple[int, str], Variable]
) -> CollectionRead | None:
    """Where the list was read that leaves out what was made later; None without evidence.

    The list is all that there was then. What was made later belongs to the same network: it is
    in the one scope that holds everything listed, or made by the same function's own calls; or
    the loss uses it on nothing but what is computed from the list, and nothing gives it values.
    """
    reading = _reading(trace, one)
    listed = [known[name] for name in one.listed if name in known]
    later = [known[name] for name in missing]
    if reading is None or not later or len(listed) != len(one.listed):
        return None
    if _in_one_scope(listed, later) or _in_one_frame(listed, later):
        return reading
    return reading if not reading.scoped and _is_on_top(trace, one, missing) else None


def _reading(trace: Trace, one: Minimised) -> CollectionRead | None:
    """The last reading of the collection at which it held just what is listed."""
    made: set[tuple[int, str]] = set()
    found: CollectionRead | None = None
    for event in trace.events:
        if isinstance(event, (VariableMade, VariableRequested)):
            variable = event.variable
            if variable is not None and variable.trainable:
                made.add(identity(variable))
        elif isinstance(event, CollectionRead) and event.key == TRAINABLE:
            if event.graph == one.event.graph and made == one.listed:
                found = event
    return found


def _in_one_scope(listed: list[Variable], later: list[Variable]) -> bool:
    tops = {variable.name.partition("/")[:2] for variable in (*listed, *later)}
    return len(tops) == 1 and all(slash for _, slash in tops)


def _in_one_frame(listed: list[Variable], later: list[Variable]) -> bool:
    frames = {_frame(variable) for variable in listed}
    return all(_frame(variable) in frames for variable in later)


def _frame(variable: Variable) -> tuple[str, int | None, str | None]:
    """The file, or the cell, and the function that asked for a variable."""
    return variable.site.file, variable.site.cell, variable.site.function


def _is_on_top(trace: Trace, one: Minimised, missing: Variables) -> bool:
    """Whether what is missing takes only what the list computes, and nothing restores it.

    What judges or measures what is listed takes data as well. That nothing restores it is known
    of a program that is seen to run the step.
    """
    elsewhere = (*trace.of(GraphRestored), *trace.of(Undecided))
    if not trace.closed or one.lost or elsewhere:
        return False
    runs = [event.fetched for event in trace.of(SessionRun)]
    if None in runs or not any(one.event.step in run_with(fetched or ()) for fetched in runs):
        return False
    return all(
        variables_in(behind_gradient(part for part in node.inputs if part.variable is None))
        & one.listed
        for node in one.behind
        if not missing.isdisjoint((part.graph, part.variable) for part in node.inputs)
    )
