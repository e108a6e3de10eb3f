"""Keras models that predict with weights as they were made, though their like is trained."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from scopecheck.rules.build import finding
from scopecheck.rules.finding import Finding, Label, Severity
from scopecheck.rules.keras_copies import common_end
from scopecheck.rules.rule import Rule
from scopecheck.rules.wording import place
from scopecheck.trace import (
    LayerAsked,
    Predicted,
    Trace,
    TrainStep,
    Undecided,
    WeightsHandled,
)


@dataclass(frozen=True, slots=True)
class Untrained:
    """A model that predicts; step: a training step of what it should have the weights of.

    own: the first of its layers that nothing trains; whole: none of them is trained.
    """

    asked: Predicted
    step: TrainStep
    own: LayerAsked
    whole: bool


def untrained(trace: Trace) -> Iterator[Untrained]:
    """Each model with layers that no step has, and that nothing puts weights into.

    The same lines made all the layers of a model that is trained; or the rest of its layers are
    those of such a model.
    """
    steps = list(trace.of(TrainStep))
    if not steps or not trace.closed or any(True for _ in trace.of(Undecided)):
        return
    handled = frozenset[int]().union(*(event.units for event in trace.of(WeightsHandled)))
    stepping = {one.layer for step in steps for one in step.layers}
    told: set[int] = set()
    for asked in trace.of(Predicted):
        own = [one for one in asked.layers if one.layer not in stepping]
        if not own or asked.unit in told or asked.unit in handled:
            continue
        if not all(one.certain and one.layer not in handled for one in own):
            continue
        whole = len(own) == len(asked.layers)
        step = _of_its_like(asked, steps) if whole else _of_the_rest(asked, own, steps)
        if step is not None:
            told.add(asked.unit)
            yield Untrained(asked, step, own[0], whole)


def _of_its_like(asked: Predicted, steps: Sequence[TrainStep]) -> TrainStep | None:
    """A step that trains everything in a model whose layers the same lines made."""
    origins = [one.origin for one in asked.layers]
    for step in steps:
        if None not in origins and [one.origin for one in step.layers] == origins:
            if all(one.two.trained and one.three.trained for one in step.layers):
                return step
    return None


def _of_the_rest(
    asked: Predicted, own: Sequence[LayerAsked], steps: Sequence[TrainStep]
) -> TrainStep | None:
    """A step that trains the other layers, beside as many layers as are new here."""
    rest = {one.layer for one in asked.layers} - {one.layer for one in own}
    for step in steps:
        layers = [one.layer for one in step.layers]
        if rest <= set(layers) and len(layers) >= len(asked.layers):
            if all(one.two.trained and one.three.trained for one in step.layers):
                return step
    return None


def tell(rule: Rule, found: Untrained) -> Finding:
    """The finding, where the layers that nothing trains are made."""
    asked, step = found.asked, found.step
    way = found.own.made
    if found.whole:
        like = next(one for one in step.layers if one.origin == found.own.origin)
        way = way[: len(way) - common_end(like.made, way)]
    site = way[-1]
    what = "layers of its own" if found.whole else "layers that are made anew here"
    return finding(
        rule,
        Predicted(site, way, asked.unit, asked.name, (), asked.when),
        f"`{asked.name}` predicts with {what}, which nothing trains and nothing puts weights into: "
        f"the steps of `{step.name}` ({place(step.site, site)}) never reach them",
        related=[
            Label(step.site, f"`{step.name}` is trained here"),
            Label(asked.site, "predicts here"),
        ],
        severity=Severity.WARNING,
        help=f"give it the weights of `{step.name}` before it predicts, again whenever they have "
        "changed, or call the trained layers themselves",
    )
