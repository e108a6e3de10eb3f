"""Keras models that hold a copy of a network where the network itself was meant."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from scopecheck.rules.build import finding
from scopecheck.rules.finding import Finding, Label, Severity
from scopecheck.rules.rule import Rule
from scopecheck.rules.trainable import compares
from scopecheck.rules.wording import place
from scopecheck.trace import CallPath, LayerStep, Site, Trace, TrainStep


@dataclass(frozen=True, slots=True)
class Copy:
    """A step of a model that holds layers made like another network's, which is trained.

    own: the step that trains the network on what the model's other part predicts. copied:
    the first layer of the copy. first: the network's layer that it is like.
    """

    step: TrainStep
    own: TrainStep
    copied: LayerStep
    first: LayerStep


def copies(trace: Trace) -> Iterator[Copy]:
    """Each model that is to fool a network and holds a copy that no other step trains.

    The network learns to tell what one part of the model predicts from other data; it is in
    no model with that part, and what stands in its place is a clone of it, or layers that
    the same lines made, whose weights the program never touches.
    """
    steps = list(trace.of(TrainStep))
    told: set[int] = set()
    for own in steps:
        if not own.fakes or not compares(own, steps) or not any(map(_trained, own.layers)):
            continue
        fooling = [step for step in steps if step.unit != own.unit and _holds(step, own.fakes)]
        judge = {one.layer for one in own.layers}
        if any(judge & {one.layer for one in step.layers} for step in fooling):
            continue
        for step in fooling:
            copy = _copy(step, own, steps)
            if copy is not None and step.unit not in told:
                told.add(step.unit)
                yield copy


def _trained(layer: LayerStep) -> bool:
    return bool(layer.two.trained or layer.three.trained)


def _holds(step: TrainStep, units: frozenset[int]) -> bool:
    """Whether the model holds one of the units, and trains it."""
    return any(units & layer.within and _trained(layer) for layer in step.layers)


def _copy(step: TrainStep, own: TrainStep, steps: Sequence[TrainStep]) -> Copy | None:
    rest = [one for one in step.layers if not own.fakes & one.within]
    origins = [one.origin for one in own.layers]
    if not rest or None in origins or [one.origin for one in rest] != origins:
        return None
    layers = {one.layer for one in rest}
    for other in steps:
        held = [one for one in other.layers if one.layer in layers]
        if any(one.handled for one in held):
            return None
        if other.unit != step.unit and any(map(_trained, held)):
            return None
    return Copy(step, own, rest[0], own.layers[0])


def tell(rule: Rule, copy: Copy) -> Finding:
    """The finding, where the copy is made."""
    step, own = copy.step, copy.own
    same = common_end(copy.first.made, copy.copied.made)
    way = copy.copied.made[: len(copy.copied.made) - same]
    labels = [
        Label(own.site, f"`{own.name}` is trained here"),
        Label(step.site, f"`{step.name}` is trained here, with the copy"),
    ]
    if copy.copied.origin not in copy.copied.made:
        held = f"a clone of `{own.name}`, which has weights of its own"
    else:
        held = f"layers that are made anew here, and not those of `{own.name}`"
        first = copy.first.made[: len(copy.first.made) - same]
        labels.insert(0, Label(first[-1], "made here first"))
    return finding(
        rule,
        _Made(way[-1], way, step.when),
        f"`{step.name}` holds {held}: the steps of `{own.name}` ({place(own.site, way[-1])}) "
        f"never reach them, so that `{step.name}` learns from a judge that nobody teaches",
        related=labels,
        severity=Severity.WARNING,
        help=f"call `{own.name}` itself on the tensor: a model or a layer that is called again "
        "keeps its weights; building it again and clone_model make new ones",
    )


@dataclass(frozen=True, slots=True)
class _Made:
    """What ``finding`` asks of an event: where it is, the way to it, under which decisions."""

    site: Site
    path: CallPath
    when: tuple[str, ...]


def common_end(first: CallPath, second: CallPath) -> int:
    """How many calls two ways end in that are the same, without the first of each."""
    same = 0
    while same < min(len(first), len(second)) - 1 and first[-1 - same] == second[-1 - same]:
        same += 1
    return same
