"""The layers of ready-made networks (``keras.applications``, ``load_model``).

One unit stands for all of them: how many there are, and which is which, is not known.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from scopecheck.models.keras.state import Unit
from scopecheck.models.keras.units import KerasTensor, KerasUnit, keep, kept, new_unit, unit_of
from scopecheck.symbolic.subscripts import Slice
from scopecheck.symbolic.values import Foreign, Items, Value
from scopecheck.symbolic.written import in_branch

if TYPE_CHECKING:
    from scopecheck.symbolic.machine import Machine


class ManyLayers(Foreign):
    """``model.layers`` where one of them stands for many."""

    __slots__ = ("layers",)
    is_data = True

    def __init__(self, layers: tuple[Value, ...]) -> None:
        self.layers = layers

    def iterate(self, m: Machine) -> Items:
        """All of them: what is done to each is done to the one that stands for many."""
        for one in self.layers:
            if isinstance(one, KerasUnit) and is_many(m, one):
                keep(m, one.id, since=m.decisions)
        return Items(self.layers)

    def truth(self, m: Machine) -> bool | None:
        """There are some."""
        return True

    def item(self, m: Machine, index: Value) -> Value:
        """One of them, or some: which are among the many is not known."""
        if isinstance(index, Slice):
            lose_track(m, self.layers)
            return m.new_list((), True)
        many = next(one for one in self.layers if is_many(m, one))
        one = new_unit(m, "Layer", Unit(), certain=False, among=self.layers)
        keep(m, one.id, outputs=(KerasTensor(m.identity(), (), unit=many),))
        return one


def is_many(m: Machine, layer: Value) -> bool:
    """Whether a unit stands for many layers."""
    return isinstance(layer, KerasUnit) and kept(m, layer.id, "many") is True


def is_for_all(m: Machine, unit: KerasUnit) -> bool:
    """Whether what is done now, in a loop over the many layers, is done to every one of them."""
    since = kept(m, unit.id, "since")
    return (since is None or since == m.decisions) and not in_branch(m.frame.code.node, m.node)


def lose_track(m: Machine, layers: tuple[Value, ...]) -> None:
    """Some of these may be set to anything from now on."""
    for one in layers:
        id = unit_of(m, one)
        if id is not None:
            keep(m, id, lost=True)
