"""Attributes and methods of Keras layers and models, and the classes that inherit them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from scopecheck.models.classes import is_instance
from scopecheck.models.keras import fitted
from scopecheck.models.keras import graph as keras_graph
from scopecheck.models.keras.added_weights import add_weight
from scopecheck.models.keras.built import build_layer, build_model
from scopecheck.models.keras.graph import inherited_kind
from scopecheck.models.keras.kinds import WEIGHTED, WEIGHTLESS, WRAPPERS
from scopecheck.models.keras.layers import leave_unfollowed, result, run_layer, shape_of
from scopecheck.models.keras.loops import trainable_weights
from scopecheck.models.keras.many import ManyLayers, is_for_all, is_many, lose_track
from scopecheck.models.keras.network import connect
from scopecheck.models.keras.sequential import add_layer, build_chain, ends
from scopecheck.models.keras.state import Flag, Unit
from scopecheck.models.keras.training import (
    METHODS,
    assign_trainable,
    compiled_optimizer,
    has_trained,
)
from scopecheck.models.keras.units import (
    DTYPE,
    KerasTensor,
    KerasUnit,
    base_of,
    beside,
    handle,
    is_model_class,
    keep,
    kept,
    take_parts,
    unit_of,
)
from scopecheck.models.layers.custom_layers import shapes_of
from scopecheck.models.layers.functions import base_name
from scopecheck.models.names import canonical
from scopecheck.models.opaque import Member
from scopecheck.models.store.initial import dtype_name
from scopecheck.models.tensors import Tensor, dims_of
from scopecheck.models.told import tensors_in
from scopecheck.symbolic.calls import Arguments, call_value
from scopecheck.symbolic.decisions import needed
from scopecheck.symbolic.inheritance import class_attribute, find_attribute
from scopecheck.symbolic.values import Builtin, Extern, Instance, Method, Value

if TYPE_CHECKING:
    from scopecheck.symbolic.machine import Machine

TRAINABLE_LISTS = frozenset({"trainable_weights", "trainable_variables"})
WEIGHT_LISTS = frozenset(
    "weights variables non_trainable_weights non_trainable_variables _trainable_weights updates "
    "losses metrics state_updates".split()
)
PRIVATE = frozenset(
    "chain given certain compiled sites batches made origin handled many among since lost "
    "answer".split()
)
OWN_WEIGHTS = frozenset({"Layer", "Model", "Sequential", "Network", "AbstractRNNCell"})
"""Bases that have no weights of their own: a class that inherits them makes all of its."""
WEIGHT_NAMES = frozenset("kernel bias embeddings gamma beta recurrent_kernel".split())
GIVEN = frozenset({"load_weights", "set_weights", "load_own_variables"})
NOTHING = GIVEN | frozenset(
    "summary save save_weights reset_states reset_metrics export "
    "build_from_config add_loss add_metric add_update".split()
)
AS_GIVEN = frozenset(
    "units filters use_bias return_sequences return_state stateful go_backwards input_dim "
    "output_dim mask_zero implementation".split()
)
"""The attributes of layers that are what the constructor was given."""
DATA = frozenset(
    "predict predict_on_batch predict_generator evaluate evaluate_generator test_on_batch "
    "get_weights get_config to_json to_yaml count_params compute_output_shape "
    "compute_mask metrics_names get_metrics_result".split()
)
BUILDING = GIVEN | DATA | {"build", "call", "__call__", "summary", "build_from_config"}
BUILDS_ALL = (METHODS.keys() - {"compile"}) | {"evaluate", "test_on_batch", "build"}
"""The methods of a model after which all of its layers have their weights."""
LISTED = WEIGHTED | WEIGHTLESS | WRAPPERS | {"Model", "Sequential"}
FAMILIES = (
    frozenset(
        name
        for name in LISTED
        if "Conv" in name and "LSTM" not in name and not name.startswith("LocallyConnected")
    ),
    frozenset("RNN LSTM GRU SimpleRNN CuDNNLSTM CuDNNGRU ConvLSTM1D ConvLSTM2D ConvLSTM3D".split()),
    frozenset({"BatchNormalization", "SyncBatchNormalization"}),
    WRAPPERS - {"RNN"},
)


def unit_attribute(m: Machine, unit: KerasUnit, name: str) -> Value:
    """An attribute of a layer or model of Keras's own classes."""
    common = _common(m, unit, unit.id, name)
    if common is not NotImplemented:
        return common
    held = kept(m, unit.id, name, NotImplemented)
    if held is not NotImplemented and name not in PRIVATE:
        if name in ("inputs", "outputs"):
            return m.new_list(held)
        if name != "layers":
            return held
    if name in ("layers", "_layers"):
        return _layers(m, unit)
    answer = kept(m, unit.id, "answer")
    if name == "output" and isinstance(answer, Tensor):
        return answer
    if name in ("input", "output", "inputs", "outputs"):
        tensors = ends(m, unit, name if name.endswith("s") else name + "s")
        return m.new_list(tensors) if name.endswith("s") or len(tensors) > 1 else tensors[0]
    if name == "add":
        return Builtin(name, lambda m, a: add_layer(m, unit.id, a.args[0] if a.args else None))
    if name == "build" and unit.cls == "Sequential" and keras_graph.in_graph(m):
        return Builtin(name, lambda m, a: build_chain(m, unit.id, a.get(0, "input_shape")))
    if name == "build" and keras_graph.in_graph(m):
        return Builtin(name, lambda m, a: _build_unit(m, unit, a))
    if name == "pop":
        return Builtin(name, lambda m, a: _pop(m, unit))
    if name in ("__call__", "call", "apply"):
        return Builtin(name, unit.call)
    by_hand = name in ("add_weight", "add_variable") and unit.cls in OWN_WEIGHTS
    if by_hand and keras_graph.in_graph(m):
        return Builtin(name, lambda m, a: add_weight(m, unit.id, unit.cls, a))
    if name == "layer" and m.heap[unit.id].parts:
        return KerasUnit(m.heap[unit.id].parts[0], "Layer")
    if name in WEIGHT_NAMES:
        handle(m, unit.id)
        weight = keras_graph.weight_named(m, unit.id, name)
        if weight is not None:
            return weight
    given = kept(m, unit.id, "given")
    if name in AS_GIVEN and isinstance(given, Arguments) and name in given.kwargs:
        return given.kwargs[name]
    return Member(f"{unit.cls}.{name}")


def set_unit_attribute(m: Machine, unit: KerasUnit, name: str, value: Value) -> None:
    """``unit.name = value``."""
    among = kept(m, unit.id, "among")
    if name == "trainable" and isinstance(among, tuple):
        lose_track(m, among)
    elif name == "trainable":
        assign_trainable(m, unit.id, value)
        if is_many(m, unit) and not is_for_all(m, unit):
            lose_track(m, (unit,))
    else:
        keep(m, unit.id, **{name: value})


def unit_is_instance(m: Machine, unit: KerasUnit, kind: Value) -> Value:
    """``isinstance(layer, Dense)``; not known where one of the classes may inherit the other."""
    asked = canonical(kind.name) if isinstance(kind, Extern) else ""
    if not asked.startswith("tf.keras."):
        return is_instance(m, frozenset(), kind)
    last = asked.rsplit(".", 1)[-1]
    if last in (unit.cls, "Layer") or (unit.is_model and last in ("Model", "Network")):
        return True
    related = any({unit.cls, last} <= family for family in FAMILIES)
    if unit.cls == "Layer" or last not in LISTED or related:
        return m.unknown("isinstance(…)", kind="bool")
    return False


def _common(m: Machine, unit: Value, id: int, name: str) -> Value:
    """What objects of the program's own classes have as well."""
    if name in METHODS or name in BUILDING:
        keep(m, id, built=True)
    if name in BUILDS_ALL:
        keras_graph.built(m, id)
    if name in METHODS:
        method = METHODS[name]
        return Builtin(name, lambda m, a: method(m, unit, a))
    if name == "trainable":
        held: Unit = m.heap[id]
        alike = held.two.value == held.three.value
        return held.two.value if alike else m.unknown("trainable", kind="bool")
    if name in ("updates", "get_updates_for") and keras_graph.in_graph(m):
        is_known = keras_graph.knows_updates(m, id)
        frozen = m.heap[id].two.value is False
        updates = m.new_list(
            () if frozen else keras_graph.updates_inside(m, id), not (is_known or frozen)
        )
        return updates if name == "updates" else Builtin(name, lambda m, a: updates)
    if name in WEIGHT_LISTS | TRAINABLE_LISTS:
        listed = keras_graph.weight_list(m, unit, name) if keras_graph.in_graph(m) else None
        if name in TRAINABLE_LISTS:
            return trainable_weights(m, id, name, listed)
        handle(m, id)
        return m.new_list((), True) if listed is None else m.new_list(listed)
    if name in GIVEN:
        return Builtin(name, lambda m, a: _give(m, id, name))
    if name in NOTHING:
        return Builtin(name, lambda m, a: None)
    if name in DATA:
        return Builtin(name, lambda m, a: _tell_data(m, unit, a, name))
    if name == "optimizer":
        return compiled_optimizer(m, id)
    if name == "get_layer":
        return Builtin(name, lambda m, a: _get_layer(m, id, a))
    return NotImplemented


def _tell_data(m: Machine, unit: Value, a: Arguments, name: str) -> Value:
    """Data that a model computes; what asks a model anew builds it."""
    if name.startswith(("predict", "evaluate", "test_on_batch")):
        fitted.asked(m, unit, a, name)
    return m.unknown(f"the result of {name}", tame=True)


def _give(m: Machine, id: int, name: str) -> Value:
    """Weights are put into a unit: equal ones at the start of a script keep nothing up."""
    if name != "set_weights" or m.loops or not m.world.closed or has_trained(m):
        handle(m, id)
    return None


def _layers(m: Machine, unit: KerasUnit) -> Value:
    """``model.layers``; those of a ready-made network are not seen."""
    held = kept(m, unit.id, "layers")
    parts = tuple(KerasUnit(one, "Layer") for one in m.heap[unit.id].parts)
    layers = held if isinstance(held, tuple) else parts
    if any(is_many(m, one) for one in layers):
        return ManyLayers(layers)
    return m.new_list(layers, not isinstance(held, tuple))


def _get_layer(m: Machine, id: int, a: Arguments) -> Value:
    """The layer of a name or an index, where all are known."""
    layers, name, index = kept(m, id, "layers"), a.get(0, "name"), a.get(1, "index")
    if isinstance(layers, tuple) and not any(is_many(m, one) for one in layers):
        ids = [(one, unit_of(m, one)) for one in layers]
        named = [one for one, at in ids if at is not None and kept(m, at, "name") == name]
        if isinstance(name, str) and len(named) == 1:
            return named[0]
        if name is None and isinstance(index, int) and -len(layers) <= index < len(layers):
            return layers[index]
    return m.unknown("a layer", tame=True)


def _pop(m: Machine, unit: KerasUnit) -> Value:
    held = kept(m, unit.id, "layers")
    if isinstance(held, tuple) and held:
        take_parts(m, unit.id, held[:-1])
    return None


# -- classes of the program -------------------------------------------------------------


def is_unit(receiver: Instance) -> bool:
    """Whether an object's class inherits a layer or a model of Keras's."""
    return base_of(receiver.cls) is not None


def inherited_attribute(m: Machine, receiver: Instance, name: str) -> Value:
    """An attribute that an object inherits; NotImplemented for a method."""
    id = unit_of(m, receiver)
    if id is None or name in METHODS or name in NOTHING or name in DATA:
        return NotImplemented
    found = _common(m, receiver, id, name)
    if found is not NotImplemented and not isinstance(found, Builtin):
        return found
    weight = keras_graph.weight_named(m, id, name)
    if weight is not None:
        return weight
    if name in ("layers", "inputs", "outputs", "input", "output", "name", "dtype", "built"):
        held = kept(m, id, name)
        if isinstance(held, tuple):
            return m.new_list(held)
        return held if held is not None else m.unknown(name, tame=True)
    if name.startswith("compiled_") or name in ("loss_tracker", "compute_dtype", "stop_training"):
        return Member(f"{receiver.cls.name}.{name}")
    return NotImplemented


def set_instance_attribute(m: Machine, receiver: Instance, name: str, value: Value) -> bool:
    """``self.trainable = value`` on an object of the program; whether it was that."""
    id = unit_of(m, receiver) if name == "trainable" else None
    if id is None:
        return False
    assign_trainable(m, id, value)
    return True


def inherited(m: Machine, receiver: Instance, name: str, a: Arguments) -> Value:
    """A method that an object inherits from its Keras class."""
    id = unit_of(m, receiver)
    if id is None:
        return m.unknown(f"{name}(…)")
    own: dict[str, Callable[[], Any]] = {
        "__init__": lambda: _init(m, id, receiver.cls.name, a),
        "__call__": lambda: _call(m, receiver, id, a),
        "add": lambda: add_layer(m, id, a.args[0] if a.args else None),
        "add_weight": lambda: add_weight(m, id, receiver.cls.name, a),
        "add_variable": lambda: add_weight(m, id, receiver.cls.name, a),
        "build": lambda: _build(m, receiver, id, a),
        "call": lambda: _inherited_call(m, receiver, a),
    }
    if name in own:
        return own[name]()
    found = _common(m, receiver, id, name)
    if isinstance(found, Builtin):
        return found.run(m, a)
    return m.unknown(f"{name}(…)", tame=True)


def _init(m: Machine, id: int, cls: str, a: Arguments) -> Value:
    """``super().__init__()``: a model's may be given inputs and outputs."""
    dtype = needed(m, a.kwargs.get("dtype"))
    if dtype is not None:
        keep(m, id, **{DTYPE: dtype_name(m, dtype)})
    if not is_model_class(m.heap[beside("object", id)].cls):
        keep(m, id, given=a)
    elif a.args or {"inputs", "outputs", "input", "output"} & set(a.kwargs):
        connect(m, id, a)
    if a.kwargs.get("trainable", True) is False:
        off = Flag(False)
        m.write(id, replace(m.heap[id], two=off, three=off, variables=off))
    keep(m, id, name=keras_graph.unit_name(m, cls, a.kwargs.get("name")))
    return None


def _build(m: Machine, receiver: Instance, id: int, a: Arguments) -> Value:
    """``super().build(shape)``: a layer with weights makes them, a model calls its own."""
    is_model = is_model_class(receiver.cls) and kept(m, id, "outputs") is None
    if is_model and keras_graph.in_graph(m) and class_attribute(m, receiver.cls, "call"):
        build_model(m, receiver, a.get(0, "input_shape"))
    keep(m, id, built=True)
    unit = inherited_kind(m, receiver) if keras_graph.in_graph(m) else None
    if unit is not None:
        dims = dims_of(m, a.get(0, "input_shape"))
        inputs = Tensor(m.unknown().key, "Placeholder", (), dims, "float32")
        keras_graph.build_inherited(m, unit, inputs)
    return None


def _build_unit(m: Machine, unit: KerasUnit, a: Arguments) -> Value:
    if unit.is_model or not build_layer(m, unit, a.get(0, "input_shape")):
        return call_value(m, Member(f"{unit.cls}.build"), a)
    return None


def _inherited_call(m: Machine, receiver: Instance, a: Arguments) -> Value:
    """``super().call(inputs)``: what a class of Keras's computes."""
    fed = tensors_in(m, a.args[:1] or tuple(a.kwargs.values())[:1])
    unit = inherited_kind(m, receiver) if keras_graph.in_graph(m) else None
    return result(m, receiver, fed) if unit is None else run_layer(m, unit, fed, a)


def _call(m: Machine, receiver: Instance, id: int, a: Arguments) -> Value:
    """Calls an object of the program; in a graph, under its name scope."""
    fed = tensors_in(m, a.args[:1] or tuple(a.kwargs.values())[:1])
    if not keras_graph.in_graph(m):
        return _run(m, receiver, id, a, fed)
    before = m.trace
    with keras_graph.named(m, id, base_name(m, receiver.cls.name)):
        given = _run(m, receiver, id, a, fed)
    if not keras_graph.is_followed(m, id):
        leave_unfollowed(m, fed)
    keras_graph.tell_call(m, receiver, fed, given, before)
    return given


def _run(m: Machine, receiver: Instance, id: int, a: Arguments, fed: tuple[Value, ...]) -> Value:
    """Builds once, runs the program's ``call``; the model around it sees one layer."""
    if kept(m, id, "built") is not True:
        keep(m, id, built=True)
        if fed and isinstance(fed[0], Tensor) and kept(m, id, DTYPE) is None:
            keep(m, id, **{DTYPE: fed[0].dtype})
        build = class_attribute(m, receiver.cls, "build")
        shape = _input_shape(m, a)
        if build is not None:
            m.call(Method(build, receiver), (shape,))
        elif inherited_kind(m, receiver) is not None:
            _build(m, receiver, id, Arguments((shape,), {}))
        if keras_graph.in_graph(m) and base_of(receiver.cls) in OWN_WEIGHTS:
            keras_graph.add_made(m, id)
    if class_attribute(m, receiver.cls, "call") is None:
        given = _inherited_call(m, receiver, a)
    else:
        given = call_value(m, find_attribute(m, receiver, "call"), a)
    if not isinstance(given, KerasTensor) and not tensors_in(m, (given,)):
        return given
    made, held = result(m, receiver, fed), tensors_in(m, (given,))
    if len(held) == 1 and held[0] is given:
        return KerasTensor(made.key, (*held, *made.inputs), shape_of(given), receiver, fed)
    return given


def _input_shape(m: Machine, a: Arguments) -> Value:
    """What ``build`` is given: the shape of the inputs."""
    inputs = a.args[0] if a.args else a.kwargs.get("inputs")
    return shapes_of(m, inputs) if keras_graph.in_graph(m) else m.unknown("input_shape", tame=True)
