"""Second copies of a network that the session runs, though nothing ever trained them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from scopecheck.rules.answers import ADDED, LINEAR
from scopecheck.rules.computation import (
    Variables,
    ancestors,
    is_lost,
    may_update,
    passed_on,
    run_with,
    variables_in,
)
from scopecheck.rules.losses import Minimised, minimised
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

REDUCED = ("Mean", "Sum", *ADDED)


@dataclass(frozen=True, slots=True)
class Run:
    """A session's run: the event, everything that each fetched tensor is computed from, and
    the variables that it assigns to."""

    event: SessionRun
    behind: tuple[tuple[frozenset[Computed], Variables], ...]
    assigned: Variables


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of a trace's runs. reached: what a loss, a list or an assignment has.

    executed: everything that the runs execute.
    """

    runs: tuple[Run, ...]
    reached: Variables
    executed: frozenset[Computed]


@once
def _known(trace: Trace) -> Known | None:
    """What sessions run; None where a variable could be trained or get values unseen."""
    if not trace.closed or any(True for _ in (*trace.of(GraphRestored), *trace.of(Undecided))):
        return None
    steps = minimised(trace)
    needs = ancestors(one.loss for one in steps)
    unseen = any(event.loss is None or event.trained is None for event in trace.of(LossMinimized))
    if not steps or unseen or is_lost(needs):
        return None
    runs: dict[object, Run] = {}
    for event in trace.of(SessionRun):
        if event.fetched is None:
            return None
        runs.setdefault((event.site, event.path, event.fetched), _run(event, event.fetched))
    executed = frozenset(run_with(one for run in runs.values() for one in run.event.fetched or ()))
    if not runs or may_update(executed):
        return None
    listed = {variable for one in steps for variable in one.listed | one.trained}
    touched = {identity(event.variable) for event in trace.of(VariableAssigned)}
    return Known(tuple(runs.values()), variables_in(needs) | listed | touched, executed)


def _run(event: SessionRun, fetched: Sequence[Computed]) -> Run:
    nodes = run_with(fetched)
    targets = [one.inputs[0] for one in nodes if one.op.startswith("Assign") and one.inputs]
    sets = (frozenset(ancestors((one,))) for one in fetched)
    return Run(event, tuple((part, variables_in(part)) for part in sets), variables_in(targets))


def run_untrained(trace: Trace, pair: Twice) -> tuple[Minimised, Run] | None:
    """The step that trains the first copy, and a run that answers with the second as it began.

    Nothing trains the second copy, no loss that is minimised reaches it, nothing assigns to it
    after it was initialized, and nothing is restored.
    """
    known = _known(trace)
    differing = [(a, b) for a, b in unshared(pair) if b.trainable] if known is not None else []
    second = frozenset(identity(b) for _, b in differing)
    if known is None or not second or second & known.reached:
        return None
    first = frozenset(identity(a) for a, _ in differing)
    runs = [one for one in known.runs if compatible(one.event.under, pair.second.under)]
    if any(sum(one in run.assigned for run in runs) > 1 for one in second):
        return None
    trains = [
        one for one in minimised(trace) if first <= one.trained and one.event.step in known.executed
    ]
    answers = [
        run
        for run in runs
        for nodes, read in run.behind
        if second <= read and (not pair.second.tensors or not nodes.isdisjoint(pair.second.tensors))
    ]
    return (trains[0], answers[0]) if trains and answers else None


def only_measured(trace: Trace, pair: Twice) -> tuple[Minimised, Run] | None:
    """The same, where the first call gives a loss that a step lowers, and the second such a loss.

    What a network's loss is says something only of a network that learns.
    """
    first, second = (_losses(call.results) for call in (pair.first, pair.second))
    if not first or not second or pair.second.library:
        return None
    found = run_untrained(trace, pair)
    if found is None or not first & _lowered(found[0].loss):
        return None
    read = any(second & nodes for nodes, _ in found[1].behind)
    return found if read else None


def _losses(results: Sequence[Computed]) -> set[Computed]:
    """Those of a call's results that it has added up itself."""
    return {one for one in results if passed_on(one).op in REDUCED}


def _lowered(loss: Computed) -> set[Computed]:
    """A loss, and what it is the sum or the mean of."""
    found: set[Computed] = set()
    pending = [loss]
    while pending:
        node = pending.pop()
        if node not in found:
            found.add(node)
            if node.op in (*ADDED, *LINEAR):
                pending.extend(node.inputs)
    return found
