"""Moving averages of variables that a session reads, and that nothing it runs ever moves."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from scopecheck.rules.build import finding
from scopecheck.rules.computation import Variables, may_update, run_with, variables_in
from scopecheck.rules.finding import Finding, Label
from scopecheck.rules.losses import Minimised, minimised
from scopecheck.rules.networks import identity
from scopecheck.rules.rule import Rule
from scopecheck.rules.wording import listing, place
from scopecheck.trace import (
    Computed,
    GraphRestored,
    SessionRun,
    Trace,
    Variable,
    VariableRequested,
)

APPLY = "ExponentialMovingAverage.apply"


@dataclass(frozen=True, slots=True)
class Unmoved:
    """Averages of what a step trains, which keep the values that they began with.

    made: the request of the first; reading: the run that needs one of them.
    """

    step: Minimised
    averages: tuple[Variable, ...]
    made: VariableRequested
    reading: SessionRun


def unmoved(trace: Trace) -> Iterator[Unmoved]:
    """The averages that are read after a step, though no run moves, sets or restores them."""
    made = [
        (event.variable, event)
        for event in trace.of(VariableRequested)
        if event.variable is not None and event.by == APPLY
    ]
    runs = list(trace.of(SessionRun)) if made else []
    if not runs or not trace.closed or any(True for _ in trace.of(GraphRestored)):
        return
    executed = run_with(one for event in runs for one in event.fetched or ())
    if any(event.fetched is None for event in runs) or may_update(executed):
        return
    moved = variables_in(_targets(executed))
    left = [(average, event) for average, event in made if identity(average) not in moved]
    for one in minimised(trace):
        own = {average: event for average, event in left if _is_of(average, one)}
        reading = _reading(trace, one, frozenset(map(identity, own)))
        if reading is not None:
            yield Unmoved(one, tuple(own), next(iter(own.values())), reading)
            return


def _targets(nodes: set[Computed]) -> Iterator[Computed]:
    """What the assignments among some operations assign to."""
    for node in nodes:
        if node.op.startswith("Assign") and node.inputs:
            yield node.inputs[0]


def _is_of(average: Variable, one: Minimised) -> bool:
    """Whether it is the average of a variable that a step trains: its name begins with that."""
    own = average.name.rpartition("/")[0]
    return any(
        (graph, name.removesuffix(":0")) == (average.graph, own) for graph, name in one.trained
    )


def _reading(trace: Trace, one: Minimised, averages: Variables) -> SessionRun | None:
    """The first run behind a run of the step that needs the value of one of the averages."""
    trains = False
    for event in trace.of(SessionRun):
        nodes = run_with(event.fetched or ())
        if trains and variables_in(nodes) & averages:
            return event
        trains = trains or one.event.step in nodes
    return None


def tell(rule: Rule, found: Unmoved) -> Finding:
    """The finding, at the step that trains what they are averages of."""
    names = tuple(average.name.removesuffix(":0") for average in found.averages)
    return finding(
        rule,
        found.step.event,
        f"nothing runs what `apply` returns at {place(found.made.site, found.step.event.site)}: "
        f"{listing(names)} keep the values that the variables began with, and are read as the "
        "averages of what this step trains",
        variable=names[0],
        variables=names,
        related=(
            Label(found.made.site, "the averages are made here"),
            Label(found.reading.site, "the session reads an average here"),
        ),
        help=(
            "run it with each step: `with tf.control_dependencies([step]): "
            "train_op = averages.apply(variables)`"
        ),
    )
