"""Classes of the program that inherit ``tf.layers.Layer`` or one of its layers.

Source: tensorflow/python/layers/base.py, ``Layer.__init__``, ``__call__``, ``_set_scope`` and
``add_weight``; tensorflow/python/keras/engine/base_layer.py, ``_maybe_build``.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Protocol

import immutables

from scopecheck.models.callbacks import call_back, converted
from scopecheck.models.inputs.specs import check_input
from scopecheck.models.layers.functions import (
    as_tensor,
    base_name,
    constructor_arguments,
    enter_name_scope,
    layer_scope,
    take_scope,
)
from scopecheck.models.layers.kinds import KINDS, Kind
from scopecheck.models.layers.plans import Plan
from scopecheck.models.layers.refusals import check_room
from scopecheck.models.named_functions import check_functions, named_functions
from scopecheck.models.names import canonical
from scopecheck.models.ops.fitting import COMPLEX
from scopecheck.models.refusal import refuse_argument
from scopecheck.models.registry import Signature
from scopecheck.models.store.get_variable import request_variable
from scopecheck.models.store.initial import dtype_name
from scopecheck.models.store.variables import on_read
from scopecheck.models.switches import trains
from scopecheck.models.tensors import DType, Shape, Tensor, sizes_list
from scopecheck.models.world import EMPTY, Scope, scope_data
from scopecheck.symbolic.calls import Arguments
from scopecheck.symbolic.choices import settled
from scopecheck.symbolic.decisions import needed
from scopecheck.symbolic.inheritance import class_attribute, find_attribute
from scopecheck.symbolic.iteration import iterate
from scopecheck.symbolic.values import Extern, Instance, ListRef, Value

if TYPE_CHECKING:
    from collections.abc import Callable

    from scopecheck.symbolic.machine import Machine

_BASES = {"tf.layers.Layer": None, **{f"tf.layers.{kind.class_name}": kind for kind in KINDS}}
STATE = "<layer>"
_LAYER = Signature("trainable=True, name=None, dtype=None")
_WEIGHT = Signature(
    "name, shape, dtype=None, initializer=None, regularizer=None, trainable=None, "
    "constraint=None, use_resource=None, synchronization=None, aggregation=None, partitioner=None"
)
LISTS = ("weights", "variables", "trainable_weights", "trainable_variables")


class Named(Protocol):
    """A class: the program's or TensorFlow's."""

    @property
    def name(self) -> str:
        """As messages show it."""


class LayerObject(Protocol):
    """An object whose attributes are on the heap: the program's, or a cell of TensorFlow's."""

    @property
    def id(self) -> int:
        """Where its attributes are."""

    @property
    def cls(self) -> Named:
        """Its class."""


@dataclass(frozen=True, slots=True)
class State:
    """What a layer object of the program keeps: see ``layers.Layer`` for the fields' like."""

    base: str
    scope: Scope | None = None
    reuse: Value = None
    given: immutables.Map[str, Value] = EMPTY
    input: Any = None


def base_of(receiver: Instance) -> tuple[bool, Kind | None]:
    """Whether an object's class inherits a layer of tf.layers, and which kind."""
    for base in receiver.cls.mro:
        if isinstance(base, Extern):
            name = canonical(base.name).replace("tf.layers.base.", "tf.layers.")
            if name in _BASES:
                return True, _BASES[name]
    return False, None


def inherited(m: Machine, receiver: Instance, name: str, a: Arguments) -> Value:
    """A method that the object inherits from its layer class."""
    kind = base_of(receiver)[1]
    if name == "__init__":
        return _init(m, receiver, kind, a)
    if name in ("__call__", "apply"):
        return _call(m, receiver, kind, a)
    if name == "build":
        return _build(m, receiver, kind, a)
    if name in ("add_weight", "add_variable"):
        return add_weight(m, receiver, a)
    if name == "call" and kind is not None:
        return _plan_output(m, receiver, kind, a.args[0] if a.args else a.kwargs.get("inputs"))
    if name in ("add_loss", "add_update", "add_metric", "set_weights"):
        return None
    return m.unknown(f"{name}(…)", tame=True)


def get(m: Machine, receiver: LayerObject, name: str) -> Value:
    """An attribute of the object itself."""
    return settled(m, m.heap[receiver.id].get(name))


def put(m: Machine, receiver: LayerObject, **values: Value) -> None:
    """Sets attributes of the object itself."""
    m.write(receiver.id, m.heap[receiver.id].update(values))


def state_of(m: Machine, receiver: LayerObject) -> State:
    """The layer's own state."""
    held: State | None = get(m, receiver, STATE)
    return held if held is not None else State(base_name(m, receiver.cls.name))


def _init(m: Machine, receiver: Instance, kind: Kind | None, a: Arguments) -> Value:
    signature = _LAYER if kind is None else kind.constructor
    return start(m, receiver, constructor_arguments(m, signature, "Layer", a))


def start(m: Machine, receiver: LayerObject, given: dict[str, Value]) -> None:
    """What ``Layer.__init__`` sets."""
    shown, base = layer_scope(m, needed(m, given.get("name")), base_name(m, receiver.cls.name))
    state = State(base, None, given.get("_reuse"), immutables.Map(given))
    if given.get("_scope") is not None:
        state = replace(
            state, scope=take_scope(m, None, given.get("_reuse"), given.get("_scope"), base)
        )
    values = {"name": shown, "built": False, "trainable": given.get("trainable", True)}
    put(m, receiver, **{STATE: state}, **values, dtype=given.get("dtype"))
    for name in LISTS:
        put(m, receiver, **{name: m.new_list()})


def _call(m: Machine, receiver: Instance, kind: Kind | None, a: Arguments) -> Value:
    return call_layer(
        m,
        receiver,
        a,
        lambda inputs: _build_once(m, receiver, kind, inputs),
        lambda given: _run(m, receiver, kind, given),
    )


def call_layer(
    m: Machine,
    receiver: LayerObject,
    a: Arguments,
    build: Callable[[Value], None],
    run: Callable[[Arguments], Value],
) -> Value:
    """Takes the scope on the first call, builds, and runs the layer's ``call``."""
    inputs, *rest = a.args or (a.kwargs.get("inputs"),)
    kwargs = {name: value for name, value in a.kwargs.items() if name not in ("inputs", "scope")}
    state = state_of(m, receiver)
    scope = take_scope(m, state.scope, state.reuse, a.kwargs.get("scope"), state.base)
    put(m, receiver, **{STATE: replace(state, scope=scope)})
    built = get(m, receiver, "built") is True

    def body() -> Value:
        check_input(m, get(m, receiver, "input_spec"), inputs, get(m, receiver, "name"))
        if not built:
            _infer_dtype(m, receiver, inputs)
            build(inputs)
            put(m, receiver, built=True)
        return run(Arguments((inputs, *rest), kwargs))

    return in_layer_scope(m, scope, True if built else state.reuse, body)


def in_layer_scope(m: Machine, scope: Scope, reuse: Value, body: Callable[[], Value]) -> Value:
    """``with variable_scope(scope, reuse=…)`` and the name scope that the layer took first."""
    from scopecheck.models.store.variable_scope import close_scope, construct, open_scope

    given = {"name_or_scope": scope, "default_name": None, "values": None, "reuse": reuse}
    context = construct(m, {**given, "auxiliary_name_scope": False})
    _, token = open_scope(m, context.given, m.site())
    enter_name_scope(m, scope)
    try:
        return body()
    finally:
        close_scope(m, token)


def _infer_dtype(m: Machine, receiver: LayerObject, inputs: Value) -> None:
    if get(m, receiver, "dtype") is None:
        first = _first_tensor(m, inputs)
        if first is not None and first.dtype is not None:
            put(m, receiver, dtype=DType(first.dtype))


def _build_once(m: Machine, receiver: Instance, kind: Kind | None, inputs: Value) -> None:
    if class_attribute(m, receiver.cls, "build") is not None:
        build = find_attribute(m, receiver, "build")
        call_back(m, f"{receiver.cls.name}.build", build, (shapes_of(m, inputs),))
    elif kind is not None:
        _plan_weights(m, receiver, kind, inputs)


def _run(m: Machine, receiver: Instance, kind: Kind | None, a: Arguments) -> Value:
    """``call`` goes through AutoGraph, so that its errors are told at the layer's call."""
    if class_attribute(m, receiver.cls, "call") is not None:
        call = find_attribute(m, receiver, "call")
        by = f"{receiver.cls.name}.call"
        return converted(m, lambda: call_back(m, by, call, a.args, **a.kwargs))
    if kind is not None:
        return _plan_output(m, receiver, kind, a.args[0])
    return a.args[0]


def _first_tensor(m: Machine, inputs: Value) -> Tensor | None:
    if isinstance(inputs, Tensor):
        return inputs
    held = iterate(m, inputs) if isinstance(inputs, (tuple, ListRef)) else None
    for one in held.items if held is not None else ():
        if isinstance(one, Tensor):
            return one
    return as_tensor(m, inputs) if held is None and inputs is not None else None


def shapes_of(m: Machine, inputs: Value) -> Value:
    """The static shapes that ``build`` is given."""
    if isinstance(inputs, (tuple, ListRef)):
        held = iterate(m, inputs)
        if held is None or held.open:
            return m.new_list((), True)
        return m.new_list([shapes_of(m, one) for one in held.items])
    return Shape(inputs.shape if isinstance(inputs, Tensor) else as_tensor(m, inputs).shape)


def _build(m: Machine, receiver: Instance, kind: Kind | None, a: Arguments) -> Value:
    """``super().build(input_shape)``: a layer of TensorFlow's makes its weights here."""
    if kind is not None:
        given = a.args[0] if a.args else a.kwargs.get("input_shape")
        dtype = get(m, receiver, "dtype")
        named = dtype.name if isinstance(dtype, DType) else None
        dims = given.dims if isinstance(given, Shape) else as_tensor(m, given).shape
        _plan_weights(m, receiver, kind, Tensor(m.identity(), "Input", (), dims, named))
    put(m, receiver, built=True)
    return None


def _plan(m: Machine, receiver: Instance, kind: Kind, inputs: Value) -> Plan:
    state = state_of(m, receiver)
    tensor = inputs if isinstance(inputs, Tensor) else as_tensor(m, inputs)
    return kind.plan(m, dict(state.given), tensor, get(m, receiver, "name"), state.input)


def _plan_weights(m: Machine, receiver: Instance, kind: Kind, inputs: Value) -> None:
    plan = _plan(m, receiver, kind, inputs)
    check_room(m, kind.function, plan.unbuilt)
    for weight in plan.weights:
        given = {"dtype": weight.dtype, "initializer": weight.initializer}
        args = Arguments(
            (weight.name, sizes_list(m, weight.dims)), {**given, "trainable": weight.trainable}
        )
        made = add_weight(m, receiver, args, whole=not weight.trainable)
        put(m, receiver, **{weight.name: made})
    put(m, receiver, **{STATE: replace(state_of(m, receiver), input=plan.input)})


def _plan_output(m: Machine, receiver: Instance, kind: Kind, inputs: Value) -> Value:
    plan = _plan(m, receiver, kind, inputs)
    check_room(m, kind.function, plan.fault)
    held = iterate(m, get(m, receiver, "weights"))
    used = (inputs, *(held.items if held else ()))
    return Tensor(m.identity(), kind.op, used, plan.output, plan.dtype)


READ_ONLY = (
    "Synchronization value can be set to VariableSynchronization.ON_READ only for non-trainable "
    "variables. You have specified trainable=True and synchronization=VariableSynchronization."
    "ON_READ."
)


def check_keywords(m: Machine, by: str, a: Arguments, names: tuple[str, ...]) -> None:
    """Refuses keywords that ``add_weight`` does not know."""
    unknown = [name for name in a.kwargs if name not in names]
    if unknown and not a.open_kwargs:
        message = f"('Unknown keyword argument:', '{unknown[0]}')"
        raise refuse_argument(m, by, "TypeError", message)


def check_default(m: Machine, by: str, given: dict[str, Value], dtype: str | None) -> None:
    """Texts and complex numbers have no initializer by default."""
    if given["initializer"] is None and (dtype == "string" or dtype in COMPLEX):
        words = f"An initializer for variable … of type <dtype: '{dtype}'> is required for …"
        raise refuse_argument(m, by, "ValueError", words)


def add_weight(m: Machine, receiver: LayerObject, a: Arguments, *, whole: bool = False) -> Value:
    """``add_weight``: get_variable in the layer's scope, reusing once the layer is built.

    whole: the scope's partitioner is passed over.
    """
    by = f"{receiver.cls.name}.add_weight"
    check_keywords(m, by, a, (*_WEIGHT.names, "experimental_autocast"))
    kwargs = {name: value for name, value in a.kwargs.items() if name in _WEIGHT.names}
    bound = _WEIGHT.bind(m, "add_weight", Arguments(a.args, kwargs, a.open_args, a.open_kwargs))
    given = named_functions(m, by, bound)
    state = state_of(m, receiver)
    if given["shape"] is None:
        given["shape"] = m.new_list()
    if given["dtype"] is None:
        given["dtype"] = get(m, receiver, "dtype")
    allowed = trains(m, get(m, receiver, "trainable"))
    if on_read(given["synchronization"]):
        if given["trainable"] is True:
            raise refuse_argument(m, by, "ValueError", READ_ONLY)
        given["trainable"] = False
    given["trainable"] = trains(m, given["trainable"]) and allowed
    reuse: Value = True if get(m, receiver, "built") is True else state.reuse

    def body() -> Value:
        if given["initializer"] is None:
            given["initializer"] = scope_data(m).initializer
        check_functions(m, by, {"initializer": given["initializer"]})
        if m.world.tensorflow == "1.15":
            check_default(m, by, given, dtype_name(m, given["dtype"]))
        scope = replace(scope_data(m), partitioner=None) if whole else scope_data(m)
        return request_variable(m, given, scope, by)

    scope = take_scope(m, state.scope, state.reuse, None, state.base)
    put(m, receiver, **{STATE: replace(state, scope=scope)})
    made = in_layer_scope(m, scope, reuse, body)
    for name in LISTS if given["trainable"] else LISTS[:2]:
        held = iterate(m, get(m, receiver, name))
        items = held.items if held else ()
        if m.world.tensorflow == "1.15" or made not in items:
            put(m, receiver, **{name: m.new_list((*items, made))})
    return made
