"""Training loops of a program's own: lists of weights, GradientTape, ``optimizer.minimize``.

A list of trainable weights holds what was trainable when it was taken: an assignment to
``trainable`` that comes later doesn't reach it, in Keras 2 and in Keras 3 alike.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from scopecheck.models.keras.state import Flag, deciding, inside
from scopecheck.models.keras.steps import frozen, weighted
from scopecheck.models.keras.units import HeapStore, handle, is_unbuilt, kept, told
from scopecheck.models.opaque import Opaque
from scopecheck.models.registry import Model
from scopecheck.models.store.variables import VariableTensor
from scopecheck.models.training.gradients import gradient_of, reached_variables
from scopecheck.symbolic.decisions import needed
from scopecheck.symbolic.iteration import iterate
from scopecheck.symbolic.subscripts import get_item
from scopecheck.symbolic.values import Builtin, Foreign, Items, ListRef, Value
from scopecheck.symbolic.written import owners_text
from scopecheck.trace import Compiled, Decided, LayerStep, TrainStep

if TYPE_CHECKING:
    from scopecheck.symbolic.calls import Arguments
    from scopecheck.symbolic.machine import Machine


@dataclass(frozen=True, slots=True)
class Taken:
    """The trainable weights of a unit when they were listed; event: where that was.

    two, three: in Keras 2 and in Keras 3, the flag that decides for each unit with weights.
    """

    event: Compiled
    two: Mapping[int, Flag]
    three: Mapping[int, Flag]


class WeightList(Foreign):
    """``model.trainable_variables``, or several such lists put together.

    weights: the variables themselves, where they are a graph's and known.
    """

    __slots__ = ("taken", "weights")
    is_data = True

    def __init__(self, taken: tuple[Taken, ...], weights: tuple[Value, ...] | None = None) -> None:
        self.taken = taken
        self.weights = weights

    def iterate(self, m: Machine) -> Items:
        """The weights; where they are not known they are not told apart."""
        return Items((), True) if self.weights is None else Items(self.weights)

    def truth(self, m: Machine) -> bool | None:
        """Whether there are any, if that is known."""
        return None if self.weights is None else bool(self.weights)

    def item(self, m: Machine, index: Value) -> Value:
        """A weight, or some of them."""
        if self.weights is None:
            return m.unknown("a weight", tame=True)
        return get_item(m, m.new_list(self.weights), index)

    def get_attribute(self, m: Machine, name: str) -> Value:
        """A method of lists."""
        return Opaque(f"list.{name}")

    def binary(self, m: Machine, op: str, other: Value, reflected: bool) -> Value:
        """``one + other``."""
        if op == "+" and isinstance(other, WeightList):
            known = None
            if self.weights is not None and other.weights is not None:
                known = (*self.weights, *other.weights)
            return WeightList((*self.taken, *other.taken), known)
        more = iterate(m, other) if op == "+" else None
        if self.weights is None or more is None:
            return m.new_list((), True)
        parts = (more.items, self.weights) if reflected else (self.weights, more.items)
        return m.new_list((*parts[0], *parts[1]), more.open)


def trainable_weights(
    m: Machine, id: int, name: str, weights: tuple[Value, ...] | None
) -> WeightList:
    """Takes the list of a unit's trainable weights; name: the attribute's."""
    handle(m, id)
    store = HeapStore(m)
    two = deciding(store, id, {one: store.unit(one).two for one in inside(store, id)})
    event = Compiled(
        m.site(),
        m.path(),
        id,
        _owner(m, id, name),
        frozen(store, id),
        listed=True,
        unbuilt=is_unbuilt(m, id),
    )
    return WeightList((Taken(event, two, deciding(store, id, None)),), weights)


def _owner(m: Machine, id: int, name: str) -> str:
    """What the program calls the unit whose attribute it reads."""
    read = owners_text(m.node, name)
    own = kept(m, id, "name")
    return read.pop() if len(read) == 1 else own if isinstance(own, str) else "the model"


def step_on(m: Machine, weights: Value, function: str) -> None:
    """A step that changes the weights in a list."""
    if isinstance(weights, WeightList):
        for taken in weights.taken:
            event = taken.event
            loops = tuple(loop.site for loop in m.loops)
            layers = tuple(_layers(m, taken))
            m.emit(
                TrainStep(
                    m.site(), m.path(), event.unit, event.name, function, event, layers, loops
                )
            )


def _layers(m: Machine, taken: Taken) -> list[LayerStep]:
    store = HeapStore(m)
    found = []
    for one, within in weighted(store, taken.event.unit):
        if one in taken.two and one in taken.three:
            held, two, three = store.unit(one), taken.two[one], taken.three[one]
            layer = LayerStep(
                one,
                within,
                True,
                Decided(two.value, two.by, held.two.value, held.two.by),
                Decided(three.value, three.by, held.variables.value, held.variables.by),
                two.value,
                two.by,
            )
            found.append(told(m, layer))
    return found


class Tape(Opaque):
    """``tf.GradientTape()``."""

    __slots__ = ()

    def get_attribute(self, m: Machine, name: str) -> Value:
        """``gradient`` is where a loop says which weights it trains."""
        return Builtin(name, _gradient) if name == "gradient" else super().get_attribute(m, name)


def _gradient(m: Machine, a: Arguments) -> Value:
    sources = a.args[1] if len(a.args) > 1 else a.kwargs.get("sources")
    step_on(m, sources, "gradient")
    target = needed(m, a.get(0, "target"))
    reached = reached_variables(target)
    held = iterate(m, sources) if isinstance(sources, (tuple, ListRef)) else None
    if reached is None or held is None or held.open:
        return m.unknown("gradients", tame=True)
    if not all(isinstance(one, VariableTensor) for one in held.items):
        return m.unknown("gradients", tame=True)
    found = [gradient_of(m, target, v, True) if v in reached else None for v in held.items]
    return tuple(found) if isinstance(sources, tuple) else m.new_list(found)


def _tape(m: Machine, a: Any) -> Value:
    return Tape("tf.GradientTape")


MODELS: dict[str, Model] = {"tf.GradientTape": _tape}
