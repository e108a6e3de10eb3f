"""Keras layers: which have weights, and what calling one gives.

Source: tf_keras/src/layers and keras/src/layers.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from scopecheck.models.keras import features, recurrent
from scopecheck.models.keras import graph as keras_graph
from scopecheck.models.keras.applied import applied
from scopecheck.models.keras.attention import call_attention, is_attention
from scopecheck.models.keras.graph import unit_name
from scopecheck.models.keras.kinds import (
    MERGING,
    SAME_SHAPE,
    STATISTICS,
    WEIGHTED,
    WEIGHTLESS,
    WRAPPERS,
)
from scopecheck.models.keras.state import Flag, Unit
from scopecheck.models.keras.units import (
    HeapStore,
    KerasTensor,
    KerasUnit,
    keep,
    kept,
    new_unit,
    unit_of,
)
from scopecheck.models.keras.weights import merged_shape
from scopecheck.models.named_functions import check_functions
from scopecheck.models.numpy.array import Array
from scopecheck.models.ops.sources import as_tensor
from scopecheck.models.registry import Model
from scopecheck.models.rnn.nest import flatten, map_structure
from scopecheck.models.tensors import UNSEEN, Dims, Tensor, dim_of, dims_of
from scopecheck.models.told import outcome, tensors_in
from scopecheck.models.world import current, left_out, update
from scopecheck.symbolic.calls import Arguments, call_value
from scopecheck.symbolic.decisions import needed
from scopecheck.symbolic.iteration import iterate
from scopecheck.symbolic.values import DictRef, ListRef, Value

if TYPE_CHECKING:
    from scopecheck.symbolic.machine import Machine


def make_layer(m: Machine, cls: str, a: Arguments) -> Value:
    """A layer of Keras's own: with weights, without, or, where it isn't listed, perhaps."""
    given = needed(m, a.kwargs.get("trainable", True))
    flag = Flag(given is not False)
    parts: list[int] = []
    held_by = a.every() if cls in WRAPPERS else (a.kwargs.get("activation"),)
    held: dict[str, Value] = {}
    if cls in recurrent.HOLDING:
        held = _cells(m, cls, a)
        held_by = tuple(held.values())
    if cls in WEIGHTED or cls in WRAPPERS:
        for one in held_by:
            listed = iterate(m, one) if isinstance(one, (tuple, ListRef)) else None
            for value in listed.items if listed is not None else (one,):
                id = unit_of(m, value)
                if id is not None:
                    parts.append(id)
    known = cls in WEIGHTED or cls in WEIGHTLESS or bool(parts)
    unit = Unit(
        tuple(parts),
        weights=cls in WEIGHTED or not known,
        statistics=cls in STATISTICS,
        two=flag,
        three=flag,
        variables=flag,
    )
    name = unit_name(m, cls, a.kwargs.get("name"))
    if features.are_followed(m, cls):
        held = features.columns_given(m, cls, a)
    check_functions(m, f"tf.keras.layers.{cls}", a.kwargs)
    recurrent.count_cells(m, cls, a)
    return new_unit(m, cls, unit, given=a, certain=known, name=name, **held)


def _cells(m: Machine, cls: str, a: Arguments) -> dict[str, Value]:
    """What ``RNN`` and ``StackedRNNCells`` run; a list of cells is stacked."""
    name = "cell" if cls == "RNN" else "cells"
    given = needed(m, a.args[0] if a.args else a.kwargs.get(name))
    listed = iterate(m, given) if isinstance(given, (tuple, ListRef)) else None
    if cls == "RNN":
        stacked = Arguments((given,), {})
        return {name: given if listed is None else make_layer(m, recurrent.STACKED, stacked)}
    known = listed is not None and not listed.open
    return {name: listed.items if listed is not None and known else (m.unknown("cells"),)}


def call_unit(m: Machine, unit: KerasUnit, a: Arguments) -> Value:
    """``layer(inputs)``: one tensor, or as many as the model has outputs."""
    inputs = a.args[0] if a.args else a.kwargs.get("inputs")
    keep(m, unit.id, built=True)
    if keras_graph.in_graph(m):
        a, inputs = _with_tensors(m, a, inputs)
    fed = tensors_in(m, (inputs,))
    if keras_graph.in_graph(m):
        return _answered(m, unit, _call_in_graph(m, unit, fed, a))
    if isinstance(inputs, (int, float)):
        fed = ()
    return _answered(m, unit, _outputs(m, unit, fed, _output_shape(m, unit, fed)))


def _answered(m: Machine, unit: KerasUnit, given: Value) -> Value:
    """What a layer returned is its output, if it is called once."""
    if not unit.is_model:
        first = kept(m, unit.id, "answer", NotImplemented) is NotImplemented
        keep(m, unit.id, answer=given if first else None)
    return given


def _with_tensors(m: Machine, a: Arguments, inputs: Value) -> tuple[Arguments, Value]:
    """A call's arguments with tensors for the arrays among its inputs, and these inputs."""
    if not any(isinstance(one, Array) for one in flatten(m, inputs)):
        return a, inputs
    made = map_structure(
        m, lambda one: as_tensor(m, one) if isinstance(one, Array) else one, inputs
    )
    if a.args:
        return Arguments((made, *a.args[1:]), a.kwargs, a.open_args, a.open_kwargs), made
    return Arguments((), {**a.kwargs, "inputs": made}, a.open_args, a.open_kwargs), made


def _outputs(m: Machine, unit: KerasUnit, fed: tuple[Value, ...], shape: Dims) -> Value:
    """One tensor, or as many as there are outputs."""
    outputs = kept(m, unit.id, "outputs")
    if isinstance(outputs, tuple) and len(outputs) > 1:
        return m.new_list([result(m, unit, fed, shape_of(one)) for one in outputs])
    arguments = kept(m, unit.id, "given")
    if arguments is not None and arguments.kwargs.get("return_state", False) is not False:
        return outcome(m, "a layer's outputs", fed)
    if isinstance(outputs, tuple) and outputs:
        return result(m, unit, fed, shape_of(outputs[0]))
    return result(m, unit, fed, shape)


def _call_in_graph(m: Machine, unit: KerasUnit, fed: tuple[Value, ...], a: Arguments) -> Value:
    """A call that builds the first time, under the unit's name scope."""
    before = m.trace
    training = a.kwargs.get("training", a.args[1] if len(a.args) > 1 else None)
    with keras_graph.named(m, unit.id):
        if unit.cls == "Sequential":
            keep(m, unit.id, seen=True)
            given = run_through(m, unit, fed, training, a.args[0] if a.args else None)
        elif unit.is_model:
            given = _outputs(m, unit, fed, UNSEEN)
        else:
            given = run_layer(m, unit, fed, a)
    if not keras_graph.is_followed(m, unit.id):
        leave_unfollowed(m, fed)
    keras_graph.tell_call(m, unit, fed, given, before)
    return given


def run_layer(m: Machine, unit: KerasUnit, fed: tuple[Value, ...], a: Arguments) -> Value:
    """What a layer of a class of Keras's builds and computes, in the name scope in force."""
    training = a.kwargs.get("training", a.args[1] if len(a.args) > 1 else None)
    if features.are_followed(m, unit.cls):
        return features.call_features(m, unit, a.get(0, "features"))
    if is_attention(unit, fed):
        return result(m, unit, fed, call_attention(m, unit, fed))
    if unit.cls in recurrent.CALLED:
        return recurrent.call_recurrent(m, unit, fed, a)
    if unit.cls in ("TimeDistributed", "Bidirectional"):
        from scopecheck.models.keras.wrapped import call_wrapper

        return call_wrapper(m, unit, fed, training)
    shape = keras_graph.build_and_plan(m, unit, fed)
    shape = _output_shape(m, unit, fed) if shape is UNSEEN else shape
    given = _outputs(m, unit, fed, shape)
    if unit.cls in STATISTICS and isinstance(given, KerasTensor):
        given = keras_graph.normalized(m, unit, given, training)
    return applied(m, unit, given, a)


def run_through(
    m: Machine, unit: KerasUnit, fed: tuple[Value, ...], training: Value, given: Value = None
) -> Value:
    """Calls the layers of a ``Sequential`` one after the other.

    given: what stands for the tensors that it is fed, where that is a dict.
    """
    value: Value = fed[0] if len(fed) == 1 else None
    if isinstance(given, DictRef):
        value = given
    for layer in kept(m, unit.id, "layers", ()):
        passed = isinstance(layer, KerasUnit) and (layer.cls in STATISTICS or layer.is_model)
        named = {"training": training} if passed and training is not None else {}
        value = call_value(m, layer, Arguments((value,), named))
    made = result(m, unit, fed, shape_of(value))
    return KerasTensor(made.key, tensors_in(m, (value,)) or fed, made.shape, unit, fed)


def leave_unfollowed(m: Machine, fed: tuple[Value, ...]) -> None:
    """A graph takes the variables of a layer: which, its records don't say."""
    if current(m).unfollowed:
        return
    if any(type(one) is not KerasTensor for one in fed):
        left_out(m, "the variables of a Keras layer in a graph", "they are not followed")
    else:
        update(m, unfollowed=True)


def result(m: Machine, unit: Value, fed: tuple[Value, ...], shape: Dims = UNSEEN) -> KerasTensor:
    """What a unit returns: computed from its input and from its weights."""
    id = unit_of(m, unit)
    behind = fed
    if id is not None and _has_weights(m, id):
        held = keras_graph.variables_inside(m, id) if keras_graph.in_graph(m) else None
        behind = (*fed, *((m.unknown("the layer's weights"),) if held is None else held))
    return KerasTensor(m.identity(), behind, shape, unit, fed)


def shape_of(value: Value) -> Dims:
    """A tensor's shape."""
    return value.shape if isinstance(value, Tensor) else UNSEEN


def _has_weights(m: Machine, id: int) -> bool:
    from scopecheck.models.keras.state import inside

    store = HeapStore(m)
    return any(store.unit(one).weights for one in inside(store, id))


def _output_shape(m: Machine, unit: KerasUnit, fed: tuple[Value, ...]) -> Dims:
    """The output's shape, of the layers that tell it simply."""
    dims = shape_of(fed[0]) if len(fed) == 1 else UNSEEN
    given = kept(m, unit.id, "given")
    if not isinstance(dims, tuple) or given is None:
        return UNSEEN
    if unit.cls in SAME_SHAPE:
        return dims
    first = given.args[0] if given.args else None
    if unit.cls == "Dense" and dims:
        units = dim_of(m, given.kwargs.get("units", given.kwargs.get("output_dim", first)))
        return (*dims[:-1], units)
    if unit.cls == "Reshape":
        target = dims_of(m, given.kwargs.get("target_shape", first))
        if isinstance(target, tuple) and -1 not in target:
            return (dims[0], *target)
    if unit.cls == "Flatten" and all(isinstance(size, int) for size in dims[1:]):
        total = 1
        for size in dims[1:]:
            total *= size if isinstance(size, int) else 1
        return (dims[0], total)
    return UNSEEN


def _merged(m: Machine, cls: str, a: Arguments) -> Value:
    """``concatenate([x, y])`` and its like: a layer without weights, called at once."""
    fed = tensors_in(m, a.args[:1] or tuple(a.kwargs.values())[:1])
    shape = merged_shape(m, cls, a.kwargs, fed)
    return KerasTensor(m.identity(), fed, shape, None, fed)


def _merging(cls: str) -> Model:
    return lambda m, a: _merged(m, cls, a)


MODELS: dict[str, Model] = {
    **{f"tf.keras.layers.{name}": _merging(name.capitalize()) for name in MERGING},
    **{f"tf.keras.layers.merge.{name}": _merging(name.capitalize()) for name in MERGING},
}
