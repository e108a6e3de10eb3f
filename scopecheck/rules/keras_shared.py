"""Keras models that share a layer, where one learns to judge what the other makes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from scopecheck.rules.build import finding
from scopecheck.rules.finding import Finding, Label
from scopecheck.rules.rule import Rule
from scopecheck.rules.wording import place
from scopecheck.trace import CallPath, LayerStep, Site, Trace, TrainableSet, TrainStep


@dataclass(frozen=True, slots=True)
class Shared:
    """A layer of a judge that is also a layer of what it judges.

    own: the judge's step, on what the other part predicts. step: the step of the model that
    holds both, in which the judge is to be frozen.
    """

    layer: LayerStep
    own: TrainStep
    step: TrainStep


def shared(trace: Trace) -> Iterator[Shared]:
    """Each judge that shares a layer with what it judges.

    The program treats the two as different: it freezes the judge, trains it on what the other
    predicts and on other data, and trains the other in a model that holds both.
    """
    steps = list(trace.of(TrainStep))
    frozen = {one.unit for one in trace.of(TrainableSet) if not one.value}
    told: set[int] = set()
    for own in steps:
        both = [one for one in own.layers if one.certain and one.layer in own.fakes]
        alone = [one for one in own.layers if one.layer not in own.fakes]
        if not both or not alone or own.unit not in frozen - own.fakes - told:
            continue
        if not own.mixed and all(one.fakes for one in steps if one.unit == own.unit):
            continue
        for step in steps:
            if _holds_both(step, own):
                told.add(own.unit)
                yield Shared(both[0], own, step)
                break


def _holds_both(step: TrainStep, own: TrainStep) -> bool:
    """Whether a model holds a judge, and more of what it judges."""
    judge = {one.layer for one in own.layers}
    held = {one.layer for one in step.layers}
    return judge < held and bool(own.fakes & (held - judge))


def tell(rule: Rule, one: Shared) -> Finding:
    """The finding, where the shared layer is made."""
    own, step, way = one.own, one.step, one.layer.made
    here = way[-1]
    return finding(
        rule,
        _Made(here, way, step.when),
        f"`{own.name}` shares this layer with what it judges in `{step.name}`: its own steps "
        f"({place(own.site, here)}) also change the part that is to fool it, and where it is "
        "frozen, the layer is frozen in that part too",
        related=[
            Label(own.site, f"`{own.name}` is trained here"),
            Label(step.site, f"`{step.name}` is trained here, with both"),
        ],
        help=f"make a layer of its own for `{own.name}`: a layer that is put into two models is "
        "one layer, with one set of weights",
    )


@dataclass(frozen=True, slots=True)
class _Made:
    """What ``finding`` asks of an event: where it is, the way to it, under which decisions."""

    site: Site
    path: CallPath
    when: tuple[str, ...]
