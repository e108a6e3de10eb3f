"""What training steps make of the assignments to ``trainable``, under each Keras."""

from __future__ import annotations

import enum
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from scopecheck.trace import Compiled, Decided, LayerStep, Trace, TrainableSet, TrainStep


class Kind(enum.Enum):
    """What is wrong, the most telling first.

    NOTHING: a step trains no weights at all. NEVER: it leaves out a part that it was compiled
    to train, because another model freezes it. UNBUILT: its list of weights was taken before
    there were any. LATE: it trains what was frozen too late.
    AGAIN: it trains what was frozen when the model was compiled. USELESS: it doesn't train
    what was unfrozen too late. LEFT_OUT: nobody freezes the judge in the model that is to
    fool it.
    """

    NOTHING = "nothing"
    NEVER = "never"
    UNBUILT = "unbuilt"
    LATE = "late"
    AGAIN = "again"
    USELESS = "useless"
    LEFT_OUT = "left out"


@dataclass(frozen=True, slots=True)
class Fault:
    """A step that does something else than the program says.

    by: the assignment, if any. other: the step of another model that the unit is meant to be
    frozen in, or that trains it; for LEFT_OUT the judge's own.
    """

    kind: Kind
    step: TrainStep
    by: TrainableSet | None = None
    other: TrainStep | None = None


class Training:
    """The training steps of a trace under one version of Keras."""

    def __init__(self, trace: Trace, version: str) -> None:
        self.steps = list(trace.of(TrainStep))
        lists = [one.compiled for one in self.steps if one.compiled is not None]
        self.frozen = frozenset(
            unit for one in (*trace.of(Compiled), *lists) for unit in one.frozen
        )
        self.version = version

    def faults(self) -> Iterator[Fault]:
        """Everything that is wrong, step by step."""
        for step in self.steps:
            if step.compiled is not None and step.compiled.unbuilt:
                yield Fault(Kind.UNBUILT, step)
                continue
            nothing = self._nothing(step)
            if nothing is not None:
                yield nothing
                continue
            for layer in step.layers:
                if layer.certain:
                    yield from self._layer(step, layer)
            judge = self._left_out(step)
            if judge is not None:
                yield Fault(Kind.LEFT_OUT, step, None, judge)

    def _fate(self, layer: LayerStep) -> Decided:
        return layer.two if self.version == "2" else layer.three

    def _nothing(self, step: TrainStep) -> Fault | None:
        fates = [self._fate(layer) for layer in step.layers]
        if any(fate.trained is not False for fate in fates):
            return None
        for layer, fate in zip(step.layers, fates, strict=True):
            if layer.certain and fate.by is not None:
                return Fault(Kind.NOTHING, step, fate.by, self._frozen_in(step, fate.by))
        return None

    def _frozen_in(self, step: TrainStep, by: TrainableSet) -> TrainStep | None:
        """A step of another model, with more inside, that leaves a frozen unit alone."""
        for other in self.steps:
            held = [one for one in other.layers if by.unit in one.within]
            more = {one.layer for one in step.layers} < {one.layer for one in other.layers}
            if held and more and other.unit != step.unit:
                if all(self._fate(one).trained is False for one in held):
                    return other
        return None

    def _layer(self, step: TrainStep, layer: LayerStep) -> Iterator[Fault]:
        fate = self._fate(layer)
        if fate.trained is False and fate.by is not None and self.version == "3":
            meant = self._compiled_frozen(step, fate.by) if layer.compiled else None
            if meant is not None and not self._trained(layer.layer):
                yield Fault(Kind.NEVER, step, fate.by, meant)
                return
        by = fate.read_from
        if by is None or by.unit not in layer.within:
            return
        inner = by.unit != step.unit
        if fate.trained and not fate.reads and inner and not self._freezes(by):
            yield Fault(Kind.LATE, step, by)
        elif fate.trained and fate.reads and inner and self._thawed(step, layer):
            yield Fault(Kind.AGAIN, step, by)
        elif fate.trained is False and fate.reads and not self._trained(layer.layer):
            if self._went_before(step, layer.layer):
                yield Fault(Kind.USELESS, step, by)

    def _compiled_frozen(self, step: TrainStep, by: TrainableSet) -> TrainStep | None:
        """A step of another model that was compiled with the unit frozen."""
        for other in self.steps:
            for one in other.layers:
                held = one.compiled_from
                same = held is not None and held.unit == by.unit and not one.compiled
                if same and other.unit != step.unit:
                    return other
        return None

    def _freezes(self, by: TrainableSet) -> bool:
        """Whether freezing this unit acts on some model, or may."""
        if self.version == "2":
            return by.unit in self.frozen
        return any(
            fate.trained is False and fate.by is not None and fate.by.unit == by.unit
            for step in self.steps
            for layer in step.layers
            for fate in (self._fate(layer),)
        )

    def _went_before(self, step: TrainStep, layer: int) -> bool:
        """Whether the model was trained while the layer still read as frozen."""
        return any(
            one.layer == layer and not self._fate(one).reads
            for other in self.steps
            if other.unit == step.unit
            for one in other.layers
        )

    def _thawed(self, step: TrainStep, layer: LayerStep) -> bool:
        """Whether what was frozen in a model when it was compiled has a trainer of its own."""
        if self.version == "2" or layer.compiled or layer.compiled_from is None:
            return False
        return any(
            other.unit != step.unit and one.layer == layer.layer and one.compiled
            for other in self.steps
            for one in other.layers
            if self._fate(one).trained
        )

    def _trained(self, layer: int) -> bool:
        return any(
            one.layer == layer and self._fate(one).trained is not False
            for step in self.steps
            for one in step.layers
        )

    def _trains(self, step: TrainStep) -> frozenset[int]:
        return frozenset(one.layer for one in step.layers if self._fate(one).trained)

    def _left_out(self, step: TrainStep) -> TrainStep | None:
        """The own step of a judge, where a step also trains it with what it judges.

        The judge has steps of its own in the same loop, on what that part predicts and on
        data from elsewhere, and was never frozen.
        """
        theirs = self._trains(step)
        judged = [
            own
            for own in self.steps
            if own.unit != step.unit
            and own.loops[-1:] == step.loops[-1:] != ()
            and self._trains(own) < theirs
            and all(self._fate(one).read_from is None for one in own.layers)
        ]
        made_here = {unit for layer in step.layers for unit in layer.within}
        for fake in judged:
            if fake.fakes & made_here and compares(fake, judged):
                return fake
        return None


def compares(fake: TrainStep, steps: Iterable[TrainStep]) -> bool:
    """Whether a model that is trained on what another one predicts also gets other data."""
    if any(fake.fakes & layer.within for layer in fake.layers):
        return False
    return fake.mixed or any(real.unit == fake.unit and not real.fakes for real in steps)
