"""The losses that a trace minimises, and what reaches them."""

from __future__ import annotations

from dataclasses import dataclass

from scopecheck.rules.computation import Variables, behind_gradient, is_lost, variables_in
from scopecheck.rules.networks import identity
from scopecheck.rules.unknown_names import UNKNOWN
from scopecheck.trace import (
    Computed,
    LossMinimized,
    Trace,
    Variable,
    VariableMade,
    VariableRequested,
    once,
)


@dataclass(frozen=True, slots=True)
class Minimised:
    """One minimize, with everything that a gradient of its loss flows to.

    lost: something behind the loss is not known, so that there may be more. trained: what it
    updates, as far as that is known. listed: what is in its var_list, whether or not a gradient
    reaches it. doubtful: what is listed or not, as an unknown part of its name has it.
    """

    event: LossMinimized
    loss: Computed
    behind: frozenset[Computed]
    reached: Variables
    lost: bool
    trained: Variables
    listed: Variables
    doubtful: Variables = frozenset()


@once
def minimised(trace: Trace) -> list[Minimised]:
    """Every minimize whose loss is known, in order, each once."""
    found: list[Minimised] = []
    seen: set[object] = set()
    for event in trace.of(LossMinimized):
        key = (event.site, event.path, event.loss, event.var_list)
        if event.loss is None or key in seen:
            continue
        seen.add(key)
        behind = behind_gradient((event.loss,))
        found.append(
            Minimised(
                event,
                event.loss,
                behind=frozenset(behind),
                reached=variables_in(behind),
                lost=is_lost(behind),
                trained=frozenset(identity(one) for one in event.trained or ()),
                listed=frozenset((event.graph, name) for name in event.var_list or ()),
                doubtful=_doubtful(event, trace),
            )
        )
    return found


def _doubtful(event: LossMinimized, trace: Trace) -> Variables:
    """The names with unknown parts that this minimize lists on one path and not on another."""
    lists = [
        frozenset(other.var_list)
        for other in trace.of(LossMinimized)
        if other.path == event.path and other.graph == event.graph and other.var_list is not None
    ]
    always = lists[0].intersection(*lists) if lists else frozenset[str]()
    names = {name for one in lists for name in one - always if UNKNOWN in name}
    return frozenset((event.graph, name) for name in names)


@once
def trainables(trace: Trace) -> dict[tuple[int, str], Variable]:
    """The trainable variables of a trace, in the order in which they were made."""
    found: dict[tuple[int, str], Variable] = {}
    for event in trace.events:
        if isinstance(event, (VariableMade, VariableRequested)):
            variable = event.variable
            if variable is not None and variable.trainable:
                found.setdefault(identity(variable), variable)
    return found
