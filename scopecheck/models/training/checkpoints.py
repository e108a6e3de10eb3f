"""``tf.train.Checkpoint``, which counts how often it saves, in a variable that it makes.

Source: tensorflow/python/training/tracking/util.py, ``Checkpoint``, ``_maybe_create_save_counter``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from scopecheck.models.opaque import Opaque
from scopecheck.models.refusal import refuse_argument
from scopecheck.models.registry import Model
from scopecheck.models.tensors import DType
from scopecheck.models.world import EMPTY
from scopecheck.symbolic.calls import Arguments
from scopecheck.symbolic.decisions import needed
from scopecheck.symbolic.values import Builtin, Foreign, Value

if TYPE_CHECKING:
    from scopecheck.symbolic.machine import Machine

COUNTER = "save_counter"
_COUNTING = frozenset(("save", "restore"))
"""The methods that make the counter, if it isn't there yet."""


class Checkpoint(Opaque):
    """A checkpoint. On the heap: what it holds by name, the counter too once it is made."""

    __slots__ = ("place",)

    def __init__(self, place: int) -> None:
        super().__init__("tf.train.Checkpoint")
        self.place = place

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Checkpoint) and other.place == self.place

    def __hash__(self) -> int:
        return hash(self.place)

    def get_attribute(self, m: Machine, name: str) -> Value:
        """The counter, what it was given, or a method."""
        if name == COUNTER:
            return self.counter(m)
        if name in m.heap[self.place]:
            return m.heap[self.place][name]
        held = super().get_attribute(m, name)
        if name not in _COUNTING:
            return held

        def run(m: Machine, a: Arguments) -> Value:
            self.counter(m)
            return held.call(m, a) if isinstance(held, Foreign) else held

        return Builtin(name, run)

    def set_attribute(self, m: Machine, name: str, value: Value) -> None:
        """It holds this from here on."""
        m.write(self.place, m.heap[self.place].set(name, value))

    def counter(self, m: Machine) -> Value:
        """The variable that counts, made where it is first asked for."""
        held = m.heap[self.place]
        if COUNTER not in held:
            given = {"name": COUNTER, "trainable": False, "dtype": DType("int64")}
            more = {**given, "use_resource": True}
            made = m.library.call(m, "tf.Variable", Arguments((0,), more))
            m.write(self.place, m.heap[self.place].set(COUNTER, made))
        return m.heap[self.place][COUNTER]


def _checkpoint(m: Machine, a: Arguments) -> Value:
    if len(a.args) > 0 and (m.world.tensorflow == "1.15" or not m.world.executing_eagerly):
        count = len(a.args) + 1
        message = f"…__init__() takes 1 positional argument but {count} were given"
        raise refuse_argument(m, "tf.train.Checkpoint", "TypeError", message)
    return Checkpoint(m.allocate(EMPTY.update(a.kwargs)))


class Manager(Opaque):
    """``tf.train.CheckpointManager``: it saves its checkpoint."""

    __slots__ = ("checkpoint",)

    def __init__(self, checkpoint: Value) -> None:
        super().__init__("tf.train.CheckpointManager")
        self.checkpoint = checkpoint

    def get_attribute(self, m: Machine, name: str) -> Value:
        """``checkpoint``, or a method."""
        if name == "checkpoint":
            return self.checkpoint
        held = super().get_attribute(m, name)
        checkpoint = self.checkpoint
        if name != "save" or not isinstance(checkpoint, Checkpoint):
            return held

        def run(m: Machine, a: Arguments) -> Value:
            checkpoint.counter(m)
            return held.call(m, a) if isinstance(held, Foreign) else held

        return Builtin(name, run)


def _manager(m: Machine, a: Arguments) -> Value:
    return Manager(needed(m, a.args[0] if a.args else a.kwargs.get("checkpoint")))


MODELS: dict[str, Model] = {
    "tf.train.Checkpoint": _checkpoint,
    "tf.contrib.eager.Checkpoint": _checkpoint,
    "tf.train.CheckpointManager": _manager,
    "tf.contrib.checkpoint.CheckpointManager": _manager,
}
