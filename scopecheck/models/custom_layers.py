"""Classes of the program that inherit ``tf.layers.Layer`` or one of its layers.

Source: tensorflow/python/layers/base.py, ``Layer.__init__``, ``__call__``, ``_set_scope`` and
``add_weight``; tensorflow/python/keras/engine/base_layer.py, ``_maybe_build``.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import immutables

from scopecheck.models.callbacks import call_back, converted
from scopecheck.models.get_variable import request_variable
from scopecheck.models.layer_kinds import KINDS, Kind, Plan
from scopecheck.models.layers import (
    as_tensor,
    base_name,
    constructor_arguments,
    layer_scope,
    take_scope,
)
from scopecheck.models.names import canonical
from scopecheck.models.registry import Signature
from scopecheck.models.tensors import DType, Shape, Tensor
from scopecheck.models.world import EMPTY, Scope, scope_data, update
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
_STATE = "<layer>"
_LAYER = Signature("trainable=True, name=None, dtype=None")
_WEIGHT = Signature(
    "name, shape=None, dtype=None, initializer=None, regularizer=None, trainable=True, "
    "constraint=None, use_resource=None, synchronization=None, aggregation=None, partitioner=None"
)
_LISTS = ("weights", "variables", "trainable_weights", "trainable_variables")


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
        return _add_weight(m, receiver, a)
    if name == "call" and kind is not None:
        return _plan_output(m, receiver, kind, a.args[0] if a.args else a.kwargs.get("inputs"))
    if name in ("add_loss", "add_update", "add_metric", "set_weights"):
        return None
    return m.unknown(f"{name}(…)", tame=True)


def _get(m: Machine, receiver: Instance, name: str) -> Value:
    return settled(m, m.heap[receiver.id].get(name))


def _set(m: Machine, receiver: Instance, **values: Value) -> None:
    m.write(receiver.id, m.heap[receiver.id].update(values))


def _state(m: Machine, receiver: Instance) -> State:
    held: State | None = _get(m, receiver, _STATE)
    return held if held is not None else State(base_name(receiver.cls.name))


def _init(m: Machine, receiver: Instance, kind: Kind | None, a: Arguments) -> Value:
    signature = _LAYER if kind is None else kind.constructor
    given = constructor_arguments(m, signature, "Layer", a)
    shown, base = layer_scope(m, needed(m, given.get("name")), base_name(receiver.cls.name))
    state = State(base, None, given.get("_reuse"), immutables.Map(given))
    if given.get("_scope") is not None:
        state = replace(
            state, scope=take_scope(m, None, given.get("_reuse"), given.get("_scope"), base)
        )
    values = {"name": shown, "built": False, "trainable": given.get("trainable", True)}
    _set(m, receiver, **{_STATE: state}, **values, dtype=given.get("dtype"))
    for name in _LISTS:
        _set(m, receiver, **{name: m.new_list()})
    return None


def _call(m: Machine, receiver: Instance, kind: Kind | None, a: Arguments) -> Value:
    """Takes the scope on the first call, builds, and runs the program's ``call``."""
    inputs, *rest = a.args or (a.kwargs.get("inputs"),)
    kwargs = {name: value for name, value in a.kwargs.items() if name not in ("inputs", "scope")}
    state = _state(m, receiver)
    scope = take_scope(m, state.scope, state.reuse, a.kwargs.get("scope"), state.base)
    _set(m, receiver, **{_STATE: replace(state, scope=scope)})
    built = _get(m, receiver, "built") is True

    def body() -> Value:
        if not built:
            _maybe_build(m, receiver, kind, inputs)
        return _run(m, receiver, kind, Arguments((inputs, *rest), kwargs))

    return _in_scope(m, scope, True if built else state.reuse, body)


def _in_scope(m: Machine, scope: Scope, reuse: Value, body: Callable[[], Value]) -> Value:
    """``with variable_scope(scope, reuse=…)`` and the name scope that the layer took first."""
    from scopecheck.models.variable_scope import close_scope, construct, open_scope

    given = {"name_or_scope": scope, "default_name": None, "values": None, "reuse": reuse}
    context = construct(m, {**given, "auxiliary_name_scope": False})
    _, token = open_scope(m, context.given, m.site())
    update(m, stack=m.heap[scope.id].original_name_scope.rstrip("/"))
    try:
        return body()
    finally:
        close_scope(m, token)


def _maybe_build(m: Machine, receiver: Instance, kind: Kind | None, inputs: Value) -> None:
    if _get(m, receiver, "dtype") is None:
        first = _first_tensor(m, inputs)
        if first is not None and first.dtype is not None:
            _set(m, receiver, dtype=DType(first.dtype))
    if class_attribute(m, receiver.cls, "build") is not None:
        build = find_attribute(m, receiver, "build")
        call_back(m, f"{receiver.cls.name}.build", build, (_shapes(m, inputs),))
    elif kind is not None:
        _plan_weights(m, receiver, kind, inputs)
    _set(m, receiver, built=True)


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


def _shapes(m: Machine, inputs: Value) -> Value:
    if isinstance(inputs, (tuple, ListRef)):
        held = iterate(m, inputs)
        if held is None or held.open:
            return m.new_list((), True)
        return m.new_list([_shapes(m, one) for one in held.items])
    return Shape(inputs.shape if isinstance(inputs, Tensor) else as_tensor(m, inputs).shape)


def _build(m: Machine, receiver: Instance, kind: Kind | None, a: Arguments) -> Value:
    """``super().build(input_shape)``: a layer of TensorFlow's makes its weights here."""
    if kind is not None:
        given = a.args[0] if a.args else a.kwargs.get("input_shape")
        dtype = _get(m, receiver, "dtype")
        named = dtype.name if isinstance(dtype, DType) else None
        dims = given.dims if isinstance(given, Shape) else as_tensor(m, given).shape
        _plan_weights(m, receiver, kind, Tensor(m.unknown().key, "Input", (), dims, named))
    _set(m, receiver, built=True)
    return None


def _plan(m: Machine, receiver: Instance, kind: Kind, inputs: Value) -> Plan:
    state = _state(m, receiver)
    tensor = inputs if isinstance(inputs, Tensor) else as_tensor(m, inputs)
    return kind.plan(m, dict(state.given), tensor, _get(m, receiver, "name"), state.input)


def _plan_weights(m: Machine, receiver: Instance, kind: Kind, inputs: Value) -> None:
    plan = _plan(m, receiver, kind, inputs)
    for weight in plan.weights:
        sizes = [
            d if d is None or isinstance(d, int) else m.unknown(kind="int") for d in weight.dims
        ]
        given = {"dtype": weight.dtype, "initializer": weight.initializer}
        args = Arguments((weight.name, m.new_list(sizes)), {**given, "trainable": weight.trainable})
        _set(m, receiver, **{weight.name: _add_weight(m, receiver, args)})
    _set(m, receiver, **{_STATE: replace(_state(m, receiver), input=plan.input)})


def _plan_output(m: Machine, receiver: Instance, kind: Kind, inputs: Value) -> Value:
    plan = _plan(m, receiver, kind, inputs)
    held = iterate(m, _get(m, receiver, "weights"))
    used = (inputs, *(held.items if held else ()))
    return Tensor(m.unknown().key, kind.op, used, plan.output, plan.dtype)


def _add_weight(m: Machine, receiver: Instance, a: Arguments) -> Value:
    """``add_weight``: get_variable in the layer's scope, reusing once the layer is built."""
    kwargs = {name: value for name, value in a.kwargs.items() if name in _WEIGHT.names}
    given = _WEIGHT.bind(m, "add_weight", Arguments(a.args, kwargs, a.open_args, a.open_kwargs))
    state = _state(m, receiver)
    if given["shape"] is None:
        given["shape"] = m.new_list()
    if given["dtype"] is None:
        given["dtype"] = _get(m, receiver, "dtype")
    allowed = _get(m, receiver, "trainable") is not False
    given["trainable"] = given["trainable"] is not False and allowed
    reuse: Value = True if _get(m, receiver, "built") is True else state.reuse
    by = f"{receiver.cls.name}.add_weight"

    def body() -> Value:
        return request_variable(m, given, scope_data(m), by)

    scope = take_scope(m, state.scope, state.reuse, None, state.base)
    _set(m, receiver, **{_STATE: replace(state, scope=scope)})
    made = _in_scope(m, scope, reuse, body)
    for name in _LISTS if given["trainable"] else _LISTS[:2]:
        held = iterate(m, _get(m, receiver, name))
        _set(m, receiver, **{name: m.new_list((*(held.items if held else ()), made))})
    return made
