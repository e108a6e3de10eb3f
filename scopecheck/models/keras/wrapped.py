"""Layers that wrap another one, called in a graph.

Source: tensorflow/python/keras/layers/wrappers.py of 1.15; tf_keras/src/layers/rnn.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from scopecheck.models.keras.graph import (
    MADE,
    MORE,
    make_planned,
    named,
    normalized,
    planned,
    units_inside,
)
from scopecheck.models.keras.layers import SAME_SHAPE, STATISTICS, run_through, shape_of
from scopecheck.models.keras.units import KerasTensor, KerasUnit, keep, kept
from scopecheck.models.layers.plans import Plan
from scopecheck.models.tensors import UNSEEN, Dims, Tensor
from scopecheck.symbolic.decisions import needed
from scopecheck.symbolic.values import Value

if TYPE_CHECKING:
    from scopecheck.symbolic.machine import Machine


def call_wrapper(m: Machine, unit: KerasUnit, fed: tuple[Value, ...], training: Value) -> Dims:
    """Builds what is wrapped; the shape of what this call gives."""
    given = kept(m, unit.id, "given")
    inner = given.get(0, "layer") if given is not None else None
    x = fed[0] if len(fed) == 1 else None
    if not isinstance(inner, KerasUnit) or not isinstance(x, Tensor):
        return UNSEEN
    if unit.cls == "Bidirectional":
        return _both_ways(m, inner, x, needed(m, given.kwargs.get("merge_mode", "concat")))
    return _each_time(m, inner, x, training)


def _each_time(m: Machine, inner: KerasUnit, x: Tensor, training: Value) -> Dims:
    """``TimeDistributed(layer)``: the layer's weights, right under the wrapper's name scope."""
    if not isinstance(x.shape, tuple) or len(x.shape) < 3:
        return UNSEEN
    each = Tensor(x.key, x.op, x.inputs, (x.shape[0], *x.shape[2:]), x.dtype)
    if inner.is_model:
        output = _of_model(m, inner, each, training)
    else:
        plan = planned(m, inner, (each,))
        output = plan.output if plan is not None else UNSEEN
        if plan is not None:
            make_planned(m, inner.id, inner.cls, plan)
        elif inner.cls in SAME_SHAPE:
            output = each.shape
        if inner.cls in STATISTICS:
            told = KerasTensor(m.identity(), (x,), x.shape, inner, (x,))
            normalized(m, inner, told, training)
    return (*x.shape[:2], *output[1:]) if isinstance(output, tuple) else UNSEEN


def _of_model(m: Machine, inner: KerasUnit, each: Tensor, training: Value) -> Dims:
    """A model's layers, without its own name scope; building them calls them once more."""
    if inner.cls == "Sequential":
        given = run_through(m, inner, (each,), training)
    else:
        with named(m, inner.id):
            outputs = kept(m, inner.id, "outputs", ())
            given = outputs[0] if len(outputs) == 1 else None
    if any(m.heap[one].statistics for one in units_inside(m, inner.id)):
        keep(m, inner.id, **{MORE: True})
    return shape_of(given)


def _both_ways(m: Machine, inner: KerasUnit, x: Tensor, merge: Value) -> Dims:
    """``Bidirectional(layer)``: two copies of the layer, each under its name scope."""
    plan = planned(m, inner, (x,))
    if plan is None:
        return UNSEEN
    if kept(m, inner.id, MADE) is None:
        made: tuple[Value, ...] = ()
        for way in ("forward", "backward"):
            keep(m, inner.id, **{MADE: None})
            with named(m, inner.id, way=f"{way}_"):
                make_planned(m, inner.id, inner.cls, plan)
            made = (*made, *kept(m, inner.id, MADE, ()))
        keep(m, inner.id, **{MADE: made})
    return _merged(plan, merge)


def _merged(plan: Plan, merge: Value) -> Dims:
    output = plan.output
    if not isinstance(output, tuple) or not isinstance(merge, str):
        return UNSEEN
    last = output[-1]
    if merge != "concat":
        return output
    return (*output[:-1], 2 * last if isinstance(last, int) else UNSEEN)
