"""Lists of trainable variables that were read before the whole network was built."""

from __future__ import annotations

from scopecheck.rules.computation import Variables
from scopecheck.rules.losses import Minimised
from scopecheck.rules.networks import identity
from scopecheck.trace import CollectionRead, Trace, Variable, VariableMade, VariableRequested

TRAINABLE = "trainable_variables"


def read_early(
    trace: Trace, one: Minimised, missing: Variables, known: dict[tuple[int, str], Variable]
) -> CollectionRead | None:
    """Where the list was read that leaves out what was made later; None without evidence.

    The list is all that there was then. What was made later belongs to the same network: it is
    in the one scope that holds everything listed, or made by the same function's own calls.
    """
    reading = _reading(trace, one)
    listed = [known[name] for name in one.listed if name in known]
    later = [known[name] for name in missing]
    if reading is None or not later or len(listed) != len(one.listed):
        return None
    return reading if _in_one_scope(listed, later) or _in_one_frame(listed, later) else None


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
