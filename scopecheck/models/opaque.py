"""Objects that don't matter for variables: savers, summaries, data sets, Keras."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import immutables

from scopecheck.models.outside import BUILDERS, OWN_GRAPHS
from scopecheck.symbolic.conditions import SOON
from scopecheck.symbolic.values import Foreign, Value
from scopecheck.trace import GraphRestored

if TYPE_CHECKING:
    from scopecheck.symbolic.machine import Machine


ATTRIBUTES = "<attributes of what is opaque>"


class Opaque(Foreign):
    """A value that is never None, never a network of the variable store, whatever is done to it."""

    __slots__ = ("what",)
    is_data = True

    def __init__(self, what: str) -> None:
        self.what = what

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Opaque) and other.what == self.what

    def __hash__(self) -> int:
        return hash(self.what)

    def get_attribute(self, m: Machine, name: str) -> Value:
        """Another opaque value, or what the program has set."""
        place: Any = (ATTRIBUTES, self.what)
        held = m.heap.get(place)
        if held is not None and name in held:
            return held[name]
        return Member(f"{self.what}.{name}")

    def set_attribute(self, m: Machine, name: str, value: Value) -> None:
        """What is set is asked for again; of two it isn't known which one is meant."""
        place: Any = (ATTRIBUTES, self.what)
        held = m.heap.get(place) or immutables.Map()
        if name in held and held[name] != value:
            value = m.unknown(name)
        m.write(place, held.set(name, value))

    def call(self, m: Machine, args: Any) -> Value:
        """An unknown that is harmless to call."""
        from scopecheck.models.told import outcome

        if self.what.endswith(f".{STOPPING}"):
            return stopping(m)
        if OWN_GRAPHS.match(self.what):
            own_graphs(m, self.what)
        elif BUILDERS.match(self.what):
            m.undecided(self.what, "TensorFlow's function is not modelled", 1)
        tell_restored(m, self.what)
        return outcome(m, f"the result of {self.what}", args.every())

    def item(self, m: Machine, index: Value) -> Value:
        """An unknown item."""
        return m.unknown(f"an item of {self.what}", tame=True)

    def truth(self, m: Machine) -> bool | None:
        """Not known."""
        return None

    def enter(self, m: Machine, node: Any) -> Value:
        """A context that changes nothing here."""
        return self

    def join(self, other: Value, key: tuple[Any, ...]) -> Value:
        """One opaque value is as good as another."""
        return self if isinstance(other, Opaque) else NotImplemented


class Member(Opaque):
    """An attribute of such an object, which may be a number or a text."""

    __slots__ = ()

    def binary(self, m: Machine, op: str, other: Value, reflected: bool) -> Value:
        """Whether it equals a number or a text is not known: it may be one itself."""
        if op != "==" or other is None or isinstance(other, Foreign):
            return NotImplemented
        return m.unknown(f"{self.what} == …", kind="bool", tame=True)


def tell_restored(m: Machine, what: str) -> None:
    """A function that gives variables other values is called, or made."""
    if what.rpartition(".")[2] in RESTORING:
        m.emit(GraphRestored(m.site(), m.path(), m.world.stack[-1], None))


def own_graphs(m: Machine, what: str) -> None:
    """An estimator makes variables in graphs of its own, which aren't followed."""
    m.undecided(what, "the variables of an estimator's own graphs are not followed")


RESTORING = frozenset(
    "restore init_from_checkpoint assign_from_checkpoint assign_from_checkpoint_fn "
    "assign_from_values assign_from_values_fn import_meta_graph load load_weights "
    "set_weights".split()
)
"""What gives variables the values of a file, or of arrays."""

STOPPING = "should_stop"
"""The method by which coordinators, supervisors and monitored sessions end a loop."""


def stopping(m: Machine) -> Value:
    """Whether training is to end: no at first, and yes at some time, in every run."""
    asked = m.unknown(SOON, free=True, kind="bool", tame=True)
    asked.default = False
    return asked
