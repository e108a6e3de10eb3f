"""What Keras models do with their weights: ``trainable``, ``compile`` and training steps."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from scopecheck.trace.sites import CallPath, Site
from scopecheck.trace.variables import Variable


@dataclass(frozen=True, slots=True)
class TrainableSet:
    """``unit.trainable = value``: unit is a number for each layer and model of the trace.

    name: the unit as the program writes it. each: what the loop goes over whose variable
    it is, such as ``model.layers``. variables: those of everything inside that had left
    variables in a graph by then.
    """

    site: Site
    path: CallPath
    unit: int
    name: str
    value: bool
    each: str | None = None
    when: tuple[str, ...] = ()
    variables: tuple[Variable, ...] = ()


@dataclass(frozen=True, slots=True)
class Compiled:
    """``model.compile(...)``; frozen: the units inside that an assignment had frozen then.

    listed: it is a list of the trainable weights instead, for a training loop of one's own.
    unbuilt: the model had made no weights yet.
    """

    site: Site
    path: CallPath
    unit: int
    name: str
    frozen: frozenset[int] = frozenset()
    when: tuple[str, ...] = ()
    listed: bool = False
    unbuilt: bool = False


@dataclass(frozen=True, slots=True)
class Decided:
    """Whether a step trains a layer's weights under one Keras; None where that is not known.

    by: the assignment that decides it. reads, read_from: what ``trainable`` is when the step
    is taken, and the assignment that made it so; None where no assignment did.
    """

    trained: bool | None
    by: TrainableSet | None
    reads: bool
    read_from: TrainableSet | None


@dataclass(frozen=True, slots=True)
class LayerStep:
    """A layer with weights in a training step.

    within: the layer and everything that it is inside of, up to the model. certain: it surely
    has weights. two, three: what happens to it in Keras 2 and in Keras 3. compiled: its flag
    when the model was compiled, and what had set it.
    made, origin: the way to where it was made, and what made it or the layer that it is a
    clone of. handled: the program got at its weights other than by training.
    """

    layer: int
    within: frozenset[int]
    certain: bool
    two: Decided
    three: Decided
    compiled: bool
    compiled_from: TrainableSet | None
    made: CallPath = ()
    origin: Site | None = None
    handled: bool = False


@dataclass(frozen=True, slots=True)
class TrainStep:
    """``model.train_on_batch(...)`` or ``fit``: the layers with weights and what happens to each.

    Or ``tape.gradient(loss, weights)`` of a list of weights, which ``compiled`` tells of then.
    name: the model as the program writes it. fakes: the models whose ``predict`` gave data,
    and what is inside of them; mixed: it was put together with other data.
    """

    site: Site
    path: CallPath
    unit: int
    name: str
    function: str
    compiled: Compiled | None
    layers: tuple[LayerStep, ...]
    loops: tuple[Site, ...] = ()
    fakes: frozenset[int] = frozenset()
    mixed: bool = False
    when: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class LayerAsked:
    """A layer with weights in a model that predicts; made, origin, certain: as in LayerStep."""

    layer: int
    certain: bool
    made: CallPath = ()
    origin: Site | None = None


@dataclass(frozen=True, slots=True)
class Predicted:
    """``model.predict(...)``: the layers with weights that give the answer."""

    quiet: ClassVar[bool] = True

    site: Site
    path: CallPath
    unit: int
    name: str
    layers: tuple[LayerAsked, ...]
    when: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class WeightsHandled:
    """The program gets at the weights of units, and what is inside them, other than by training."""

    quiet: ClassVar[bool] = True

    site: Site
    path: CallPath
    units: frozenset[int]
    when: tuple[str, ...] = ()
