"""Batch normalisation that is never in training, though a step trains its parameters."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from scopecheck.rules.build import finding
from scopecheck.rules.computation import ancestors, may_update, run_with
from scopecheck.rules.finding import Finding, Label
from scopecheck.rules.losses import Minimised, minimised, trainables
from scopecheck.rules.networks import identity
from scopecheck.rules.rule import Rule
from scopecheck.rules.wording import listing
from scopecheck.trace import (
    Computed,
    FunctionCalled,
    GraphRestored,
    SessionRun,
    Trace,
    Undecided,
    UpdatesMade,
    VariableAssigned,
    once,
)

FUSED = ("FusedBatchNorm", "BatchNorm")
BY = "tf.layers.batch_normalization"
GIVEN = ("moving_mean_initializer", "moving_variance_initializer")


@dataclass(frozen=True, slots=True)
class Fixed:
    """A step that the session runs, and the statistics that its loss reads and nothing moves."""

    step: Minimised
    statistics: tuple[tuple[int, str], ...]


def check(rule: Rule, trace: Trace) -> Iterator[Finding]:
    """One finding, for the first step that trains parameters of such a normalisation."""
    still = _still(trace)
    run = _run(trace) if still else set[Computed]()
    for one in minimised(trace):
        if one.event.step in run:
            behind = set(_read(one, still))
            read = tuple(name for name in still if name in behind)
            if read:
                yield _tell(rule, Fixed(one, read), trace)
                return


def _run(trace: Trace) -> set[Computed]:
    """What the session runs; nothing where something unseen may set a variable."""
    runs = list(trace.of(SessionRun))
    unseen = any(True for _ in (*trace.of(GraphRestored), *trace.of(Undecided)))
    if not trace.closed or unseen or any(event.fetched is None for event in runs):
        return set()
    run = run_with(one for event in runs for one in event.fetched or ())
    return set() if may_update(run) else set(run)


@once
def _still(trace: Trace) -> dict[tuple[int, str], None]:
    """Statistics that begin as 0 and 1, that have no updates and nothing assigns."""
    known = trainables(trace)
    moved = {identity(event.variable) for event in trace.of(VariableAssigned)}
    moved.update(identity(one) for event in trace.of(UpdatesMade) for one in event.statistics)
    made = dict.fromkeys(
        identity(one)
        for call in trace.of(FunctionCalled)
        if call.function == BY and all(dict(call.arguments).get(name) == "None" for name in GIVEN)
        for one in call.held
    )
    return {name: None for name in made if name not in known and name not in moved}


def _read(one: Minimised, still: Collection[tuple[int, str]]) -> Iterator[tuple[int, str]]:
    """The mean and the variance of each normalisation whose other parameters the step trains."""
    for node in ancestors((one.loss,)):
        if not node.op.startswith(FUSED):
            continue
        inputs = [(part.graph, part.variable) for part in node.inputs if part.variable is not None]
        own, statistics = inputs[:-2], inputs[-2:]
        if one.trained.intersection(own) and all(each in still for each in statistics):
            yield from statistics


def _tell(rule: Rule, found: Fixed, trace: Trace) -> Finding:
    """The finding, at the step; the first call that makes the statistics beside it."""
    wanted = set(found.statistics)
    calls = [one for one in trace.of(FunctionCalled) if one.function == BY]
    made = [one for one in calls if wanted.intersection(map(identity, one.held))]
    names = tuple(name.removesuffix(":0") for _, name in found.statistics)
    return finding(
        rule,
        found.step.event,
        f"batch normalisation reads {listing(names)} in what this step trains, and is never in "
        "training: nothing moves them from their initial values",
        variable=names[0],
        variables=names,
        related=[Label(one.site, "normalised here, not in training") for one in made[:1]],
        help=(
            "call it with training=True where the step trains, since training is False by "
            "default, and run what tf.GraphKeys.UPDATE_OPS then holds with the step"
        ),
    )
