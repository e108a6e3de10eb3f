"""Second copies of a network that the session runs, though nothing ever trained them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from scopecheck.rules.computation import (
    Variables,
    ancestors,
    is_lost,
    may_update,
    run_with,
    variables_in,
)
from scopecheck.rules.losses import Minimised
from scopecheck.rules.networks import Twice, identity, unshared
from scopecheck.trace import (
    Computed,
    GraphRestored,
    LossMinimized,
    SessionRun,
    Trace,
    Undecided,
    VariableAssigned,
    compatible,
    once,
)


@dataclass(frozen=True, slots=True)
class Run:
    """A session's run: the event, and everything that each fetched tensor is computed from."""

    event: SessionRun
    behind: tuple[tuple[frozenset[Computed], Variables], ...]


@once
def _runs(trace: Trace) -> list[Run]:
    """What is fetched, each place once; nothing where a variable could get values unseen."""
    if not trace.closed or any(True for _ in (*trace.of(GraphRestored), *trace.of(Undecided))):
        return []
    runs: dict[object, Run] = {}
    for event in trace.of(SessionRun):
        sets = (frozenset(ancestors((one,))) for one in event.fetched or ())
        behind = tuple((nodes, variables_in(nodes)) for nodes in sets)
        runs.setdefault((event.site, event.path, event.fetched), Run(event, behind))
    return list(runs.values())


def _set_by(run: Run) -> Variables:
    """The variables that a run assigns to."""
    nodes = run_with(run.event.fetched or ())
    targets = [one.inputs[0] for one in nodes if one.op.startswith("Assign") and one.inputs]
    return variables_in(targets)


def run_untrained(
    trace: Trace, pair: Twice, steps: Sequence[Minimised]
) -> tuple[Minimised, Run] | None:
    """The step that trains the first copy, and a run that answers with the second as it began.

    Nothing trains the second copy, no loss that is minimised reaches it, nothing assigns to it
    and nothing is restored.
    """
    runs, needs = _runs(trace), ancestors(one.loss for one in steps)
    unseen = any(event.loss is None or event.trained is None for event in trace.of(LossMinimized))
    if not runs or unseen or is_lost(needs):
        return None
    differing = [(a, b) for a, b in unshared(pair) if b.trainable]
    first = frozenset(identity(a) for a, _ in differing)
    second = frozenset(identity(b) for _, b in differing)
    touched = {identity(event.variable) for event in trace.of(VariableAssigned)}
    if second & (variables_in(needs) | touched) or any(
        second & (one.listed | one.trained) for one in steps
    ):
        return None
    under = pair.second.under
    fetched = [one for one in runs if compatible(one.event.under, under)]
    executed = run_with(one for run in fetched for one in run.event.fetched or ())
    if may_update(executed) or any(run.event.fetched is None for run in runs):
        return None
    if any(sum(one in _set_by(run) for run in runs) > 1 for one in second):
        return None  # initialized, and then given other values
    trains = [one for one in steps if first <= one.trained and one.event.step in executed]
    answers = [
        run
        for run in fetched
        for nodes, read in run.behind
        if second <= read and not nodes.isdisjoint(pair.second.tensors)
    ]
    return (trains[0], answers[0]) if trains and answers else None
