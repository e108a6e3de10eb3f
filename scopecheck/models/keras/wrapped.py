"""Layers that wrap another one, called in a graph.

Source: tensorflow/python/keras/layers/wrappers.py of 1.15; tf_keras/src/layers/rnn.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from scopecheck.models.keras.copies import clone
from scopecheck.models.keras.graph import (
    MORE,
    make_planned,
    named,
    normalized,
    planned,
    units_inside,
)
from scopecheck.models.keras.kinds import SAME_SHAPE, STATISTICS
from scopecheck.models.keras.layers import result, run_through, shape_of
from scopecheck.models.keras.recurrent import CALLED, call_recurrent
from scopecheck.models.keras.units import KerasTensor, KerasUnit, keep, kept
from scopecheck.models.shapes import multiply
from scopecheck.models.tensors import UNSEEN, Dims, Tensor
from scopecheck.symbolic.calls import Arguments
from scopecheck.symbolic.decisions import needed
from scopecheck.symbolic.iteration import iterate
from scopecheck.symbolic.values import ListRef, Value

if TYPE_CHECKING:
    from scopecheck.symbolic.machine import Machine

_COPIES = "copies of the layer"
_WAYS = ("forward_", "backward_")


def call_wrapper(m: Machine, unit: KerasUnit, fed: tuple[Value, ...], training: Value) -> Value:
    """Builds what is wrapped; what this call gives."""
    given = kept(m, unit.id, "given")
    inner = given.get(0, "layer") if given is not None else None
    x = fed[0] if fed else None
    if not isinstance(inner, KerasUnit) or not isinstance(x, Tensor):
        return result(m, unit, fed)
    if unit.cls == "Bidirectional":
        return _both_ways(m, unit, inner, fed, needed(m, given.kwargs.get("merge_mode", "concat")))
    return result(m, unit, fed, _each_time(m, inner, x, training))


def _each_time(m: Machine, inner: KerasUnit, x: Tensor, training: Value) -> Dims:
    """``TimeDistributed(layer)``: the layer's weights, right under the wrapper's name scope."""
    if not isinstance(x.shape, tuple) or len(x.shape) < 3:
        return UNSEEN
    each = Tensor(x.key, x.op, x.inputs, (x.shape[0], *x.shape[2:]), x.dtype)
    if inner.is_model:
        output = _of_model(m, inner, each, training)
    elif inner.cls in CALLED:
        output = shape_of(call_recurrent(m, inner, (each,), Arguments((each,), {})))
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


def _both_ways(
    m: Machine, unit: KerasUnit, inner: KerasUnit, fed: tuple[Value, ...], merge: Value
) -> Value:
    """``Bidirectional(layer)``: two copies of the layer, each under its name scope."""
    copies = kept(m, unit.id, _COPIES)
    if copies is None:
        copies = tuple(clone(m, inner) for _ in _WAYS)
        m.write(unit.id, replace(m.heap[unit.id], parts=tuple(one.id for one in copies)))
        keep(m, unit.id, **{_COPIES: copies})
    given: list[tuple[Value, ...]] = []
    for way, copy in zip(_WAYS, copies, strict=True):
        with named(m, copy.id, way=way):
            made = call_recurrent(m, copy, fed[:1], Arguments(fed[:1], {}))
        held = iterate(m, made) if isinstance(made, ListRef) else None
        given.append(held.items if held is not None else (made,))
    outputs, states = [row[0] for row in given], [one for row in given for one in row[1:]]
    if merge is not None:
        outputs = [result(m, unit, fed, _merged(shape_of(outputs[0]), merge))]
    return m.new_list((*outputs, *states)) if states or len(outputs) > 1 else outputs[0]


def _merged(output: Dims, merge: Value) -> Dims:
    if not isinstance(output, tuple) or not isinstance(merge, str):
        return UNSEEN
    return output if merge != "concat" else (*output[:-1], multiply((2, output[-1])))
