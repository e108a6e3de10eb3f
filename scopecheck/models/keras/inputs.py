"""The inputs of Keras models: ``Input``, ``InputLayer``, and what a first layer declares.

Source: keras/src/engine/input_layer.py; base_layer.py, ``Layer.__init__`` (batch_input_shape).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from scopecheck.models.keras.state import Unit
from scopecheck.models.keras.units import KerasTensor, base_of, kept, new_unit, unit_of
from scopecheck.models.registry import Model
from scopecheck.models.tensors import UNSEEN, Shape, Tensor, dims_of
from scopecheck.models.world import current, update
from scopecheck.symbolic.calls import Arguments
from scopecheck.symbolic.decisions import needed
from scopecheck.symbolic.values import Instance, Value

if TYPE_CHECKING:
    from scopecheck.symbolic.machine import Machine

# What a layer calls the options of ``Input``: where two are given, the later one counts.
_OPTIONS = (
    ("input_tensor", "tensor"),
    ("shape", "shape"),
    ("input_shape", "shape"),
    ("batch_shape", "batch_shape"),
    ("batch_input_shape", "batch_shape"),
)


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


def declared_input(m: Machine, layer: Value) -> Value:
    """The tensor that a model's first layer says it is fed, or None.

    An ``InputLayer`` is the input itself; another layer's input has its name and ``_input``.
    """
    at = unit_of(m, layer)
    if at is None:
        return None
    cls = _class_of(layer)
    itself = cls == "InputLayer"
    options = _declared(m, layer)
    if not options and not itself:
        return None
    name = kept(m, at, "name")
    named = name if itself else f"{name}_input"
    options["name"] = named if isinstance(name, str) else "an input"
    return make_input(m, Arguments((), options))


def _class_of(layer: Value) -> str | None:
    return base_of(layer.cls) if isinstance(layer, Instance) else getattr(layer, "cls", None)


def _declared(m: Machine, layer: Value) -> dict[str, Value]:
    """What a layer says of its input, or the first layer of a model that is taken for a layer."""
    at, cls = unit_of(m, layer), _class_of(layer)
    if at is None:
        return {}
    layers = kept(m, at, "layers")
    if cls == "Sequential" and isinstance(layers, tuple) and layers:
        return _declared(m, layers[0])
    inputs = kept(m, at, "inputs")
    if cls == "Model" and isinstance(inputs, tuple) and len(inputs) == 1:
        first = inputs[0]
        return {"batch_shape": Shape(first.shape)} if isinstance(first, Tensor) else {}
    given = kept(m, at, "given")
    if given is None:
        return {}
    options = {to: given.kwargs[own] for own, to in _OPTIONS if given.kwargs.get(own) is not None}
    if cls == "InputLayer" and given.args:
        options["shape"] = given.args[0]
    elif not options and cls == "Dense" and "input_dim" in given.kwargs:
        options["shape"] = (given.kwargs["input_dim"],)
    elif not options and cls == "Embedding":
        options["shape"] = (given.kwargs.get("input_length"),)
    return options


MODELS: dict[str, Model] = {
    "tf.keras.Input": make_input,
    "tf.keras.layers.Input": make_input,
    "tf.keras.engine.Input": make_input,
}
