"""Copies of a network that follow it by assignments, and that its own step trains as well."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from scopecheck.rules.answers import CONSTANT
from scopecheck.rules.build import finding
from scopecheck.rules.computation import Variables, ancestors, run_with, variables_in
from scopecheck.rules.finding import Finding, Label
from scopecheck.rules.losses import Minimised, minimised, trainables
from scopecheck.rules.networks import identity
from scopecheck.rules.rule import Rule
from scopecheck.rules.wording import listing
from scopecheck.trace import Computed, SessionRun, Trace, VariableAssigned, compatible, once


@dataclass(frozen=True, slots=True)
class CopyTrained:
    """A step that trains a network and its copies; copies: what it trains of those.

    assigned: the first of the assignments that the program makes to them again.
    """

    step: Minimised
    copies: Variables
    assigned: VariableAssigned


def trained_copies(trace: Trace) -> Iterator[CopyTrained]:
    """Each step that trains a network and its copy, which is assigned again after a step."""
    for one in minimised(trace):
        if one.event.trained is None:
            continue
        following = [
            event
            for event in trace.of(VariableAssigned)
            if compatible(event.under, one.event.under)
            and _follows(trace, event, one.trained)
            and is_run_after(trace, event, one)
        ]
        if following:
            copies = frozenset(identity(event.variable) for event in following)
            yield CopyTrained(one, copies, following[0])


def _follows(trace: Trace, event: VariableAssigned, trained: Variables) -> bool:
    """Whether a trained variable gets what others, trained by the same step, are made into.

    No data goes into that, and one of the others has the same shape.
    """
    own = identity(event.variable)
    nodes = ancestors(event.values)
    sources = variables_in(nodes) - {own}
    known = trainables(trace)
    return (
        own in trained
        and bool(sources)
        and sources <= trained
        and all(node.inputs or node.variable or node.op in CONSTANT for node in nodes)
        and any(known[one].shape == event.variable.shape for one in sources if one in known)
    )


@once
def _runs(trace: Trace) -> list[tuple[SessionRun, set[Computed]]]:
    return [(event, run_with(event.fetched or ())) for event in trace.of(SessionRun)]


def is_run_after(trace: Trace, event: VariableAssigned, one: Minimised) -> bool:
    """Whether a session runs an assignment to the variable once it has run the step."""
    trains = False
    for _, nodes in _runs(trace):
        if trains and any(_assigns(node, event) for node in nodes):
            return True
        trains = trains or one.event.step in nodes
    return False


def _assigns(node: Computed, event: VariableAssigned) -> bool:
    return (
        node.op.startswith("Assign")
        and bool(node.inputs)
        and (node.inputs[0].graph, node.inputs[0].variable) == identity(event.variable)
    )


def tell(rule: Rule, found: CopyTrained, help: str) -> Finding:
    """The finding, at the step: of a list that holds the copies, or of one that is missing."""
    names = tuple(sorted(name.removesuffix(":0") for _, name in found.copies))
    copies = "a copy" if len(names) == 1 else "copies"
    listed = found.step.event.var_list is not None
    what = "this list also holds" if listed else "minimize without var_list also trains"
    return finding(
        rule,
        found.step.event,
        f"{what} {listing(names)}, which the program keeps as {copies} of what this step trains",
        variable=names[0],
        variables=names,
        related=(Label(found.assigned.site, "the copy is assigned here"),),
        help=help,
    )
