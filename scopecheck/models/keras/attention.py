"""Keras's layers of attention, which take a list: queries, values and perhaps keys.

Source: tensorflow/python/keras/layers/dense_attention.py.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from scopecheck.models.keras.graph import make_planned
from scopecheck.models.keras.units import KerasUnit, kept
from scopecheck.models.layers.plans import Plan, Weight
from scopecheck.models.switches import holds
from scopecheck.models.tensors import UNSEEN, Dim, Dims, DType, Tensor
from scopecheck.symbolic.values import Value

if TYPE_CHECKING:
    from scopecheck.symbolic.machine import Machine

SCALED = {"Attention": False, "AdditiveAttention": True}
"""Such layers, and whether they have a scale where nothing is said of it."""


def attended(m: Machine, unit: KerasUnit, shapes: tuple[Dims, ...], dtype: str | None) -> Dims:
    """Builds a layer at its first call; the shape of what this call gives."""
    given = kept(m, unit.id, "given")
    queries, values = shapes[0], shapes[1]
    width: Dim = values[-1] if isinstance(values, tuple) and values else UNSEEN
    weights: tuple[Weight, ...] = ()
    if holds(m, given.kwargs.get("use_scale", SCALED[unit.cls])):
        dims = (width,) if unit.cls == "AdditiveAttention" else ()
        weights = (Weight("scale", dims, DType(dtype) if dtype else None),)
    make_planned(m, unit.id, unit.cls, Plan(weights, UNSEEN, dtype))
    return (*queries[:-1], width) if isinstance(queries, tuple) and queries else UNSEEN


def is_attention(unit: KerasUnit, fed: tuple[Value, ...]) -> bool:
    """Whether this is such a layer, and what it takes."""
    return unit.cls in SCALED and len(fed) in (2, 3)


def call_attention(m: Machine, unit: KerasUnit, fed: tuple[Value, ...]) -> Dims:
    """The shape of what a call gives."""
    shapes = tuple(one.shape if isinstance(one, Tensor) else UNSEEN for one in fed)
    return attended(m, unit, shapes, getattr(fed[1], "dtype", None))
