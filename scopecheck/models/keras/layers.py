"""Keras layers: which have weights, and what calling one gives.

Source: tf_keras/src/layers and keras/src/layers.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from scopecheck.models.keras import features, recurrent
from scopecheck.models.keras import graph as keras_graph
from scopecheck.models.keras.applied import applied
from scopecheck.models.keras.attention import call_attention, is_attention
from scopecheck.models.keras.graph import unit_name
from scopecheck.models.keras.state import Flag, Unit
from scopecheck.models.keras.units import (
    HeapStore,
    KerasTensor,
    KerasUnit,
    base_of,
    keep,
    kept,
    new_unit,
    unit_of,
    unseen_unit,
)
from scopecheck.models.keras.weights import merged_shape
from scopecheck.models.named_functions import check_functions
from scopecheck.models.registry import Model
from scopecheck.models.tensors import UNSEEN, Dims, Tensor, dim_of, dims_of
from scopecheck.models.told import outcome, tensors_in
from scopecheck.models.world import current, update
from scopecheck.symbolic.calls import Arguments, call_value
from scopecheck.symbolic.decisions import needed
from scopecheck.symbolic.iteration import iterate
from scopecheck.symbolic.values import DictRef, Instance, ListRef, Value

if TYPE_CHECKING:
    from scopecheck.symbolic.machine import Machine

WEIGHTED = frozenset(
    "Dense Conv1D Conv2D Conv3D Conv1DTranspose Conv2DTranspose Conv3DTranspose Convolution1D "
    "Convolution2D Convolution3D Convolution2DTranspose Deconvolution2D Deconv2D SeparableConv1D "
    "SeparableConv2D SeparableConvolution2D DepthwiseConv1D DepthwiseConv2D AtrousConvolution2D "
    "LocallyConnected1D LocallyConnected2D Embedding LSTM GRU SimpleRNN CuDNNLSTM CuDNNGRU "
    "ConvLSTM1D ConvLSTM2D ConvLSTM3D LSTMCell GRUCell SimpleRNNCell PReLU MultiHeadAttention "
    "EinsumDense LayerNormalization GroupNormalization InstanceNormalization BatchNormalization "
    "SyncBatchNormalization".split()
)
STATISTICS = frozenset({"BatchNormalization", "SyncBatchNormalization"})
SAME_SHAPE = frozenset(
    "Activation Dropout SpatialDropout1D SpatialDropout2D SpatialDropout3D GaussianNoise "
    "GaussianDropout AlphaDropout LeakyReLU ELU ThresholdedReLU Softmax ReLU Masking "
    "ActivityRegularization BatchNormalization LayerNormalization InstanceNormalization "
    "GroupNormalization PReLU".split()
)
WEIGHTLESS = SAME_SHAPE - WEIGHTED | frozenset(
    "Flatten Reshape Permute RepeatVector Lambda InputLayer Add Subtract Multiply Average Maximum "
    "Minimum Concatenate Dot Merge MaxPooling1D MaxPooling2D MaxPooling3D AveragePooling1D "
    "AveragePooling2D AveragePooling3D MaxPool1D MaxPool2D MaxPool3D AvgPool1D AvgPool2D AvgPool3D "
    "GlobalMaxPooling1D GlobalMaxPooling2D GlobalMaxPooling3D GlobalAveragePooling1D "
    "GlobalAveragePooling2D GlobalAveragePooling3D GlobalMaxPool2D GlobalAvgPool2D UpSampling1D "
    "UpSampling2D UpSampling3D ZeroPadding1D ZeroPadding2D ZeroPadding3D Cropping1D Cropping2D "
    "Cropping3D Rescaling Resizing RandomFlip RandomRotation RandomZoom CenterCrop Identity".split()
)
WRAPPERS = frozenset(
    "TimeDistributed Bidirectional RNN StackedRNNCells Wrapper SpectralNormalization "
    "WeightNormalization".split()
)
MERGING = frozenset("add subtract multiply average maximum minimum concatenate dot merge".split())


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


def make_input(m: Machine, a: Arguments) -> Value:
    """``Input(shape)``; ``batch_shape`` holds the batch's size too, ``tensor`` is taken as is."""
    tensor = a.kwargs.get("tensor")
    if isinstance(tensor, Tensor):
        return tensor
    whole = a.kwargs.get("batch_shape", a.kwargs.get("batch_input_shape"))
    if whole is not None:
        dims = dims_of(m, whole)
    else:
        shape = a.args[0] if a.args else a.kwargs.get("shape")
        dims = dims_of(m, shape) if shape is not None else UNSEEN
        dims = (None, *dims) if isinstance(dims, tuple) else UNSEEN
    name = needed(m, a.kwargs.get("name"))
    if name is None:
        name = _input_name(m)
    made = KerasTensor(m.identity(), (), dims, new_unit(m, "InputLayer", Unit(), name=name))
    made.op = "Placeholder"
    return made


def _input_name(m: Machine) -> str:
    """``input_1`` and so on: inputs are counted from one."""
    number = current(m).layer_names.get("input", 0) + 1
    update(m, layer_names=current(m).layer_names.set("input", number))
    return f"input_{number}"


def call_unit(m: Machine, unit: KerasUnit, a: Arguments) -> Value:
    """``layer(inputs)``: one tensor, or as many as the model has outputs."""
    inputs = a.args[0] if a.args else a.kwargs.get("inputs")
    keep(m, unit.id, built=True)
    fed = tensors_in(m, (inputs,))
    if keras_graph.in_graph(m):
        return _call_in_graph(m, unit, fed, a)
    if isinstance(inputs, (int, float)):
        fed = ()
    return _outputs(m, unit, fed, _output_shape(m, unit, fed))


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
    update(m, unfollowed=True)
    if any(type(one) is not KerasTensor for one in fed):
        m.undecided("the variables of a Keras layer in a graph", "they are not followed")


def result(m: Machine, unit: Value, fed: tuple[Value, ...], shape: Dims = UNSEEN) -> KerasTensor:
    """What a unit returns: computed from its input and from its weights."""
    id = unit_of(m, unit)
    behind = fed
    if id is not None and _has_weights(m, id):
        held = keras_graph.variables_inside(m, id) if keras_graph.in_graph(m) else None
        behind = (*fed, *(held or (m.unknown("the layer's weights"),)))
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


# -- models -----------------------------------------------------------------------------


def make_sequential(m: Machine, a: Arguments) -> Value:
    """``Sequential([layers])``."""
    name = unit_name(m, "Sequential", a.kwargs.get("name", a.args[1] if a.args[1:] else None))
    made = new_unit(m, "Sequential", Unit(), layers=(), name=name)
    given = a.args[0] if a.args else a.kwargs.get("layers")
    for layer in _listed(m, given):
        add_layer(m, made.id, layer)
    return made


def _listed(m: Machine, given: Value) -> tuple[Value, ...]:
    given = needed(m, given)
    if given is None:
        return ()
    held = iterate(m, given)
    if held is None:
        return (m.unknown("layers"),)
    return (*held.items, m.unknown("layers")) if held.open else held.items


def add_layer(m: Machine, id: int, layer: Value) -> None:
    """``model.add(layer)``; a tensor of ``Input`` only says the shape."""
    layer = needed(m, layer)
    if isinstance(layer, Tensor):
        keep(m, id, input=layer)
        if keras_graph.in_graph(m):
            keep(m, id, inputs=(layer,), outputs=(layer,))
        return
    if layer is None:
        return
    if isinstance(layer, KerasUnit) and layer.cls == "InputLayer":
        if keras_graph.in_graph(m) and not kept(m, id, "layers", ()):
            given = (_input_of(m, layer),)
            keep(m, id, inputs=given, outputs=given)
        return
    if unit_of(m, layer) is None:
        layer = unseen_unit(m, "Layer")
    if keras_graph.in_graph(m):
        _chain(m, id, layer)
    take_parts(m, id, (*kept(m, id, "layers", ()), layer))


def _chain(m: Machine, id: int, layer: Value) -> None:
    """A model that knows its input's shape calls each layer as it is added."""
    outputs = kept(m, id, "outputs")
    if outputs is None and not kept(m, id, "layers", ()):
        outputs = _declared_input(m, id, layer)
    if outputs is not None:
        keep(m, id, outputs=(call_value(m, layer, Arguments(outputs)),))


def build_chain(m: Machine, id: int, shape: Value) -> None:
    """``Sequential.build(input_shape)``: calls the layers, outside of the model's name scope."""
    if kept(m, id, "outputs") is not None or kept(m, id, "seen") is True:
        return
    first = make_input(m, Arguments((), {"batch_shape": shape, "name": "an input"}))
    value: Value = first
    for layer in kept(m, id, "layers", ()):
        value = call_value(m, layer, Arguments((value,)))
    keep(m, id, inputs=(first,), outputs=(value,))


def _input_of(m: Machine, layer: KerasUnit) -> Value:
    """The tensor of an ``InputLayer``: the one that it is given, or a placeholder."""
    given: Arguments = kept(m, layer.id, "given") or Arguments()
    named = {"name": kept(m, layer.id, "name") or "an input"}
    for own, name in (
        ("input_tensor", "tensor"),
        ("batch_input_shape", "batch_shape"),
        ("batch_shape", "batch_shape"),
        ("input_shape", "shape"),
        ("shape", "shape"),
    ):
        if given.kwargs.get(own) is not None:
            named[name] = given.kwargs[own]
    if given.args:
        named["shape"] = given.args[0]
    return make_input(m, Arguments((), named))


def _declared_input(m: Machine, id: int, layer: Value) -> tuple[Value, ...] | None:
    """The input of a first layer with an ``input_shape`` of its own."""
    at = unit_of(m, layer)
    given = kept(m, at, "given") if at is not None else None
    cls = base_of(layer.cls) if isinstance(layer, Instance) else getattr(layer, "cls", None)
    if given is None or at is None:
        return None
    shape = given.kwargs.get("input_shape")
    whole = given.kwargs.get("batch_input_shape")
    if shape is None and whole is None:
        if cls == "Dense" and "input_dim" in given.kwargs:
            shape = (given.kwargs["input_dim"],)
        elif cls == "Embedding":
            shape = (given.kwargs.get("input_length"),)
        else:
            return None
    named = {"batch_shape": whole} if whole is not None else {"shape": shape}
    name = kept(m, at, "name")
    named["name"] = f"{name}_input" if isinstance(name, str) else "an input"
    made = make_input(m, Arguments((), named))
    keep(m, id, inputs=(made,))
    return (made,)


def take_parts(m: Machine, id: int, layers: tuple[Value, ...]) -> None:
    """Makes these the layers of a unit."""
    layers = tuple(dict.fromkeys(layers))
    ids = tuple(one for one in (unit_of(m, layer) for layer in layers) if one is not None)
    m.write(id, replace(m.heap[id], parts=ids))
    keep(m, id, layers=layers)


def ends(m: Machine, unit: KerasUnit, name: str) -> tuple[Value, ...]:
    """``model.inputs`` or ``model.outputs``; a Sequential's layers are called for them."""
    held = kept(m, unit.id, name)
    if isinstance(held, tuple):
        return held
    layers = kept(m, unit.id, "layers")
    if not isinstance(layers, tuple):
        layers = tuple(KerasUnit(one, "Layer") for one in m.heap[unit.id].parts)
        if not all(kept(m, one.id, "many") is True for one in layers) or not layers:
            return (m.unknown(name, tame=True),)
    first = kept(m, unit.id, "input")
    if first is None:
        first = KerasTensor(("keras input", unit.id), ())
        first.op = "Placeholder"
        keep(m, unit.id, input=first)
    if name == "inputs":
        return (first,)
    value: Value = first
    for at, layer in enumerate(layers):
        behind = (value, m.unknown("the layer's weights"))
        value = KerasTensor(("keras output", unit.id, at), behind, UNSEEN, layer, (value,))
    return (value,)


def _merged(m: Machine, cls: str, a: Arguments) -> Value:
    """``concatenate([x, y])`` and its like: a layer without weights, called at once."""
    fed = tensors_in(m, a.args[:1] or tuple(a.kwargs.values())[:1])
    shape = merged_shape(m, cls, a.kwargs, fed)
    return KerasTensor(m.identity(), fed, shape, None, fed)


def _merging(cls: str) -> Model:
    return lambda m, a: _merged(m, cls, a)


MODELS: dict[str, Model] = {
    "tf.keras.Input": make_input,
    "tf.keras.layers.Input": make_input,
    "tf.keras.engine.Input": make_input,
    "tf.keras.Sequential": make_sequential,
    "tf.keras.models.Sequential": make_sequential,
    **{f"tf.keras.layers.{name}": _merging(name.capitalize()) for name in MERGING},
    **{f"tf.keras.layers.merge.{name}": _merging(name.capitalize()) for name in MERGING},
}
