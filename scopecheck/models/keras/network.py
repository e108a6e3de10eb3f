"""Keras models between inputs and outputs: the layers on the way, in Keras's order.

Source: tensorflow/python/keras/engine/network.py of 1.15, ``_map_graph_network``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from scopecheck.models.keras.graph import unit_name
from scopecheck.models.keras.state import Unit
from scopecheck.models.keras.units import KerasTensor, keep, new_unit, take_parts, unseen_unit
from scopecheck.models.registry import Model
from scopecheck.models.tensors import Tensor
from scopecheck.models.told import tensors_in
from scopecheck.symbolic.calls import Arguments
from scopecheck.symbolic.values import Unknown, Value

if TYPE_CHECKING:
    from scopecheck.symbolic.machine import Machine


def make_model(m: Machine, a: Arguments) -> Value:
    """``Model(inputs, outputs)``: the layers on the way from the outputs to the inputs."""
    name = unit_name(m, "Model", a.kwargs.get("name", a.args[2] if a.args[2:] else None))
    made = new_unit(m, "Model", Unit(), layers=(), name=name)
    connect(m, made.id, a)
    return made


def connect(m: Machine, id: int, a: Arguments) -> None:
    """Makes a unit the model between the inputs and outputs that are given."""
    names = (("inputs", "input"), ("outputs", "output"))
    given = []
    for at, (name, old) in enumerate(names):
        value = a.args[at] if len(a.args) > at else a.kwargs.get(name, a.kwargs.get(old))
        given.append(tensors_in(m, (value,)) if value is not None else ())
    inputs, outputs = given
    if not outputs:
        return
    keep(m, id, inputs=inputs, outputs=outputs)
    take_parts(m, id, _between(m, inputs, outputs))


def _between(
    m: Machine, inputs: tuple[Value, ...], outputs: tuple[Value, ...]
) -> tuple[Value, ...]:
    """The units that outputs are computed with; a stand-in where the way is lost.

    Those furthest from the outputs come first, as Keras sorts them.
    """
    before: dict[Value, list[Value]] = {}
    after: list[Value] = []
    met: dict[Value, int] = {}
    starts = _spread(outputs)
    is_lost = _is_lost(starts)
    pending: list[tuple[Value | None, Iterator[Value]]] = [(None, iter(starts))]
    while pending:
        value, rest = pending[-1]
        found = next((one for one in rest if isinstance(one, Tensor) and one not in before), None)
        if found is None:
            pending.pop()
            if value is not None:
                after.append(value)
            continue
        unit = _unit_at(found, inputs)
        if unit is not None:
            met.setdefault(unit, len(met))
        fed = found.fed if isinstance(found, KerasTensor) else found.inputs
        parents = _spread(fed) if found not in inputs else []
        before[found] = parents
        is_lost = is_lost or _is_lost(parents)
        pending.append((found, iter(parents)))
    depths: dict[Value, int] = {}
    levels: dict[Value, int] = {}
    for value in reversed(after):
        unit = _unit_at(value, inputs)
        depth = max(depths.get(value, 0), levels.get(unit, 0) if unit is not None else 0)
        if unit is not None:
            levels[unit] = depth
        for one in before[value]:
            depths[one] = max(depths.get(one, 0), depth + 1)
    ordered = sorted(met, key=lambda unit: (-levels[unit], met[unit]))
    return (unseen_unit(m, "Layer"), *ordered) if is_lost else tuple(ordered)


def _spread(values: Iterable[Value]) -> list[Value]:
    """Values, and what tuples of them hold."""
    found: list[Value] = []
    for value in values:
        found += _spread(value) if isinstance(value, (tuple, list)) else [value]
    return found


def _is_lost(values: Iterable[Value]) -> bool:
    return any(isinstance(one, Unknown) and not one.kind for one in values)


def _unit_at(value: Value, inputs: tuple[Value, ...]) -> Value:
    """The layer that gave a tensor; None for a tensor that a model begins at."""
    if isinstance(value, KerasTensor) and (value not in inputs or not value.fed):
        return value.unit
    return None


MODELS: dict[str, Model] = {
    f"tf.keras.{name}": make_model
    for name in ("Model", "models.Model", "engine.Model", "engine.training.Model")
}
