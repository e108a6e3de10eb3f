"""``tf.layers``: the scope a layer takes, and the variables it asks for.

Source: tensorflow/python/layers/base.py (``Layer._set_scope``, ``__call__``,
``add_weight``), tensorflow/python/layers/core.py, convolutional.py, normalization.py.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from scopecheck.models import naming
from scopecheck.models.callbacks import activate
from scopecheck.models.called import layer_called
from scopecheck.models.classes import is_instance, layer_classes
from scopecheck.models.layers.kinds import KINDS, Kind
from scopecheck.models.layers.lists import LISTED, listed
from scopecheck.models.layers.plans import Plan, Weight, is_fused
from scopecheck.models.layers.refusals import check_room, no_input, single
from scopecheck.models.named_functions import check_functions, named_functions
from scopecheck.models.one_graph import check_one_graph
from scopecheck.models.ops.operands import tells
from scopecheck.models.refusal import refuse_argument
from scopecheck.models.registry import Model, Signature, constructor_name
from scopecheck.models.shapes import add_sizes, multiply
from scopecheck.models.store import new_variables
from scopecheck.models.store.asked_shape import wrong_shape
from scopecheck.models.store.get_variable import request_variable
from scopecheck.models.store.reuse_modes import asked_reuse
from scopecheck.models.store.variable_scope import close_scope, construct, open_scope
from scopecheck.models.store.variable_store import stored
from scopecheck.models.store.variables import VariableTensor
from scopecheck.models.switches import trains
from scopecheck.models.tensors import (
    STATISTICS_READ,
    UNSEEN,
    Shape,
    Tensor,
    dims_of,
    placed,
    size_value,
    sizes_list,
)
from scopecheck.models.training.updates import normalized
from scopecheck.models.world import EMPTY, Scope, current, scope_data, update
from scopecheck.symbolic.calls import Arguments
from scopecheck.symbolic.decisions import needed
from scopecheck.symbolic.values import (
    Builtin,
    Foreign,
    ListRef,
    Value,
)
from scopecheck.trace import Reuse, ReuseSource

if TYPE_CHECKING:
    from scopecheck.symbolic.machine import Machine


class Layer(Foreign):
    """A layer object. On the heap: its scope, whether it is built, its variables."""

    __slots__ = ("given", "kind", "place")

    def __init__(self, kind: Kind, given: dict[str, Value], place: int) -> None:
        self.kind = kind
        self.given = given
        self.place = place

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Layer) and self.place == other.place

    def __hash__(self) -> int:
        return hash(self.place)

    def deep_copy(self, m: Machine, copied: Callable[[Value], Value]) -> Value:
        """Another layer of the same name; one that is built holds tensors."""
        state = m.heap[self.place]
        for one in state["variables"]:
            copied(one)
        return Layer(self.kind, self.given, m.allocate(state))

    def is_instance(self, m: Machine, kind: Value) -> Value:
        """Whether the layer is of a class."""
        return is_instance(m, layer_classes(self.kind.class_name), kind)

    def call(self, m: Machine, args: Any) -> Value:
        """Calls the layer: the first call takes the scope and builds."""
        inputs = args.args[0] if args.args else args.kwargs.get("inputs")
        training = args.kwargs.get("training", args.args[1] if len(args.args) > 1 else None)
        return apply(m, self, inputs, args.kwargs.get("scope"), training)

    def get_attribute(self, m: Machine, name: str) -> Value:
        """``name``, ``scope_name``, ``variables``, ``kernel`` …"""
        state = m.heap[self.place]
        if name in ("apply", "__call__"):
            return Builtin(name, self.call)
        if name in _UNCALLED:
            return Builtin(name, lambda m, a: _UNCALLED[name](m, self, a))
        if name in LISTED:
            return m.new_list(listed(m, name, state["variables"]))
        if name == "name":
            return state["name"]
        if name == "scope_name":
            scope = state["scope"]
            return naming.decode(m, m.heap[scope.id].name) if scope is not None else m.unknown(name)
        if name == "built":
            return state["built"]
        if name in ("updates", "losses"):
            return m.new_list((), True)
        for variable in state["variables"]:
            if isinstance(variable, VariableTensor) and (variable.store_key or "").endswith(
                "/" + name
            ):
                return variable
        return NotImplemented


def layer_name(m: Machine, base: str) -> str:
    """``layer.name`` of an unnamed layer: ``dense_1`` on, by a counter of its own."""
    graph = current(m)
    number = graph.layer_names.get(base, 0) + 1
    update(m, graph, layer_names=graph.layer_names.set(base, number))
    return f"{base}_{number}"


def layer_scope(m: Machine, name: Value, base: str) -> tuple[Value, str]:
    """``layer.name``, and the base of the scope that the layer will take.

    Source: tensorflow/python/layers/base.py, ``Layer._init_set_name``.
    """
    if isinstance(name, Scope):
        return layer_name(m, m.heap[name.id].name), m.heap[name.id].name
    if name is None or name == "":
        return layer_name(m, base), base
    return name, naming.given_name(m, name, base)


def make_layer(
    m: Machine, kind: Kind, given: dict[str, Value], scope: Value = None, reuse: Value = None
) -> Layer:
    """A new layer object; a scope given by name is opened here, once."""
    shown, base = layer_scope(m, needed(m, given.get("name")), kind.base_name)
    captured: Scope | None = None
    if scope is not None:
        captured = _visit(m, scope, None, Reuse.OFF)
    given = named_functions(m, kind.function, given)
    place = m.allocate(
        EMPTY.update(
            {
                "name": shown,
                "base": base,
                "scope": captured,
                "built": False,
                "variables": (),
                "reuse": reuse,
                "input": None,
            }
        )
    )
    return Layer(kind, given, place)


def _visit(m: Machine, name: Value, default: str | None, asked: Reuse) -> Scope:
    """Opens a scope and leaves it at once: the object that was captured."""
    context = construct(m, _given(name, default, None))
    scope, token = open_scope(m, context.given, m.site())
    close_scope(m, token)
    return scope


def _given(
    name: Value, default: str | None, reuse: Value, auxiliary: bool = True
) -> dict[str, Value]:
    return {
        "name_or_scope": name,
        "default_name": default,
        "values": None,
        "reuse": reuse,
        "auxiliary_name_scope": auxiliary,
    }


def take_scope(m: Machine, held: Scope | None, reuse: Value, scope: Value, base: str) -> Scope:
    """The scope of a layer: the one it has, the one it is called with, or one of its own."""
    if held is not None:
        return held
    if scope is not None:
        return _visit(m, scope, None, Reuse.OFF)
    if asked_reuse(m, reuse) in (Reuse.ON, Reuse.AUTO):
        return _visit(m, base, None, Reuse.OFF)
    return _visit(m, None, base, Reuse.OFF)


def apply(
    m: Machine, layer: Layer, inputs: Value, scope: Value = None, training: Value = None
) -> Value:
    """Calls a layer on its inputs."""
    before = m.trace
    state = m.heap[layer.place]
    taken = take_scope(m, state["scope"], state["reuse"], scope, state["base"])
    m.write(layer.place, m.heap[layer.place].set("scope", taken))
    built = state["built"]
    reuse: Value = True if built else state["reuse"]
    context = construct(m, _given(taken, None, reuse, False))
    _, token = open_scope(m, context.given, m.site())
    enter_name_scope(m, taken)
    entered = m.heap[current(m).scope]
    if not built and asked_reuse(m, reuse) is Reuse.OFF:
        m.write(current(m).scope, replace(entered, source=m.heap[taken.id].source))
    try:
        if needed(m, inputs) is None:
            raise no_input(m, layer.kind.base_name)
        inputs = single(m, layer.kind.base_name, state["name"], inputs)
        tensor = inputs if isinstance(inputs, Tensor) else as_tensor(m, inputs)
        plan = layer.kind.plan(m, layer.given, tensor, state["name"], state["input"])
        if not built:
            check_room(m, layer.kind.function, plan.unbuilt)
            _make_weights(m, layer, plan, reuse)
        check_room(m, layer.kind.function, plan.fault)
        read, op = m.heap[layer.place]["variables"], layer.kind.op
        name = scope_data(m).original_name_scope + "AssignMovingAvg"
        if layer.kind.base_name == "batch_normalization":
            parameters = sum(weight.name in ("gamma", "beta") for weight in plan.weights)
            by = layer.kind.function
            read = normalized(m, by, tensor, read, parameters, training, "update_ops", name)
            if len(read) == parameters + 2 and is_fused(m, layer.given, tensor):
                op = STATISTICS_READ
        made_of = (tensor, *read)
        check_one_graph(m, made_of)
        made = placed(m, Tensor(m.identity(), op, made_of, plan.output, plan.dtype))
        result = _activated(m, layer, made)
    finally:
        close_scope(m, token)
    layer_called(m, layer.kind.function, layer.given, inputs, result, before)
    return result


def enter_name_scope(m: Machine, taken: Scope) -> None:
    """The name scope that the layer's scope took first is opened again.

    Source: tensorflow/python/layers/base.py, ``_name_scope``.
    """
    update(m, stack=m.heap[taken.id].original_name_scope.rstrip("/"))


def _activated(m: Machine, layer: Layer, result: Tensor) -> Value:
    """What the layer's activation, a function of the program or a layer, makes of its result."""
    return activate(m, layer.kind.function, layer.given.get("activation"), result)


def _make_weights(m: Machine, layer: Layer, plan: Plan, reuse: Value) -> None:
    """``Layer.build``, in the layer's scope."""
    made = tuple([_regularized(m, layer, weight, reuse) for weight in plan.weights])
    state = m.heap[layer.place].set("built", True)
    m.write(layer.place, state.set("variables", made).set("input", plan.input))


def _build(m: Machine, layer: Layer, a: Arguments) -> Value:
    """``layer.build(input_shape)``: the variables, without a call."""
    wrong = wrong_shape(m, needed(m, a.get(0, "input_shape"))) if tells(m) else None
    if wrong is not None:
        raise refuse_argument(m, layer.kind.function, *wrong)
    state = m.heap[layer.place]
    reuse: Value = True if state["built"] else state["reuse"]
    taken = take_scope(m, state["scope"], reuse, None, state["base"])
    m.write(layer.place, state.set("scope", taken))
    _, token = open_scope(m, construct(m, _given(taken, None, reuse, False)).given, m.site())
    enter_name_scope(m, taken)
    try:
        _make_weights(m, layer, _plan(m, layer, a, least=2), reuse)
    finally:
        close_scope(m, token)
    return None


def _plan(m: Machine, layer: Layer, a: Arguments, least: int = 0) -> Plan:
    """What the layer would do with an input of the shape that is given.

    least: the rank that a dense layer's input has at least; its building looks at the last
    dimension alone.
    """
    dims = dims_of(m, a.get(0, "input_shape"))
    if layer.kind.function == "tf.layers.dense" and isinstance(dims, tuple) and len(dims) < least:
        if not dims:
            raise m.fail("IndexError", "list index out of range")
        dims = (None, *dims)
    inputs = Tensor(m.identity(), "Placeholder", (), dims, "float32")
    state = m.heap[layer.place]
    return layer.kind.plan(m, layer.given, inputs, state["name"], state["input"])


def _output_shape(m: Machine, layer: Layer, a: Arguments) -> Value:
    """``layer.compute_output_shape(input_shape)``."""
    dims = dims_of(m, a.get(0, "input_shape"))
    return Shape(_plan(m, layer, a).output if isinstance(dims, tuple) and dims else UNSEEN)


def _count(m: Machine, layer: Layer, a: Arguments) -> Value:
    """``layer.count_params()``; ValueError where the layer has no variables yet."""
    state = m.heap[layer.place]
    if not state["built"]:
        message = (
            f"You tried to call `count_params` on {state['name']}, but the layer isn't built. "
            f"You can build it manually via: `{state['name']}.build(batch_input_shape)`."
        )
        raise m.fail("ValueError", message)
    sizes = [
        multiply(v.shape) if isinstance(v.shape, tuple) else UNSEEN for v in state["variables"]
    ]
    return size_value(m, add_sizes(sizes))


_UNCALLED: dict[str, Callable[[Machine, Layer, Arguments], Value]] = {
    "build": _build,
    "compute_output_shape": _output_shape,
    "count_params": _count,
}
"""What a layer does without being called."""


def as_tensor(m: Machine, value: Value) -> Tensor:
    """An input that is no tensor yet, as a layer converts it."""
    from scopecheck.models.store.initial import constant_of

    constant = constant_of(m, value)
    if constant is None or isinstance(value, ListRef):
        return Tensor(m.identity(), "Const", (value,))
    return Tensor(m.identity(), "Const", (value,), constant.dims, constant.dtype)


def _regularized(m: Machine, layer: Layer, weight: Weight, reuse: Value) -> Value:
    """A weight, with the loss of the layer's own regularizer where the weight is new.

    Source: tensorflow/python/layers/base.py, ``_should_add_regularizer``.
    """
    before = len(stored(m))
    made = _weight(m, layer, weight, reuse)
    regularizer = layer.given.get(f"{weight.name.removesuffix('_kernel')}_regularizer")
    if len(stored(m)) > before:
        regularize(m, layer.kind.function, regularizer, made, weight.name)
    return made


def regularize(m: Machine, by: str, regularizer: Value, made: Value, name: str) -> None:
    """The loss of a layer's new weight, in the layer's name scope; name: the layer's for it.

    Source: tensorflow/python/keras/engine/base_layer.py, ``_handle_weight_regularization``.
    """
    if regularizer is None or m.world.executing_eagerly:
        return
    outer = current(m).stack
    stack = f"{outer}/{name}/Regularizer" if outer else f"{name}/Regularizer"
    new_variables.regularize(m, by, regularizer, made, stack)


def _weight(m: Machine, layer: Layer, weight: Weight, reuse: Value) -> Value:
    scope = scope_data(m)
    asked = asked_reuse(m, reuse)
    if asked is Reuse.ON and scope.source is None:
        scope = replace(scope, source=ReuseSource("argument", naming.shown(scope.name), m.site()))
    if not weight.trainable:  # statistics stay whole
        scope = replace(scope, partitioner=None)
    trainable = weight.trainable and trains(m, layer.given.get("trainable"))
    if weight.initializer is None:
        check_functions(m, layer.kind.function, {"kernel_initializer": scope.initializer})
    given: dict[str, Value] = {
        "name": weight.name,
        "shape": sizes_list(m, weight.dims),
        "dtype": weight.dtype,
        "initializer": weight.initializer if weight.initializer is not None else scope.initializer,
        "trainable": trainable,
    }
    return request_variable(m, given, scope, layer.kind.function)


def functional(kind: Kind) -> Model:
    """``tf.layers.dense(inputs, ...)``: makes the object with its name as scope, calls it."""

    def run(m: Machine, a: Arguments) -> Value:
        given = kind.functional.bind(m, kind.function.rsplit(".", 1)[-1], a)
        name, reuse = given.get("name"), given.get("reuse")
        layer = make_layer(m, kind, given, name if _truthy(m, name) else None, reuse)
        _check(m, kind, given)
        return apply(m, layer, given["inputs"], None, given.get("training"))

    return run


def _check(m: Machine, kind: Kind, given: dict[str, Value]) -> None:
    if kind.check is not None:
        kind.check(m, kind.function, given)


def _truthy(m: Machine, name: Value) -> bool:
    return name is not None and name != ""


def constructor(kind: Kind) -> Model:
    """``tf.layers.Dense(...)``."""

    def run(m: Machine, a: Arguments) -> Value:
        given = constructor_arguments(m, kind.constructor, kind.class_name, a)
        made = make_layer(m, kind, given, given.get("_scope"), given.get("_reuse"))
        _check(m, kind, given)
        return made

    return run


_KERAS = (
    "_scope",
    "_reuse",
    "input_dim",
    "input_shape",
    "batch_input_shape",
    "batch_size",
    "weights",
    "activity_regularizer",
    "autocast",
    "implementation",
    "trainable",
    "name",
    "dtype",
)


def constructor_arguments(
    m: Machine, signature: Signature, cls: str, a: Arguments
) -> dict[str, Value]:
    """A layer's own arguments with those that every layer takes beside them.

    Source: tensorflow/python/keras/utils/generic_utils.py, ``validate_kwargs``.
    """
    beside = {name: value for name, value in a.kwargs.items() if name not in signature.names}
    for name in beside:
        if name not in _KERAS:
            message = f"('Keyword argument not understood:', '{name}')"
            raise refuse_argument(m, cls, "TypeError", message)
    kwargs = {name: value for name, value in a.kwargs.items() if name in signature.names}
    own = Arguments(a.args, kwargs, a.open_args, a.open_kwargs)
    return {**beside, **signature.bind(m, constructor_name(m, cls), own)}


def base_name(m: Machine, cls: str) -> str:
    """The base name of a layer class."""
    return snake_case(cls, m.world.tensorflow == "1.15")


def snake_case(name: str, digits: bool) -> str:
    """``MyLayer`` is ``my_layer``; digits: whether they count as small letters, as in 1.15.

    Source: tensorflow/python/keras/utils/generic_utils.py, ``to_snake_case``.
    """
    small = "a-z0-9" if digits else "a-z"
    first = re.sub(f"(.)([A-Z][{small}]+)", r"\1_\2", name)
    snake = re.sub("([a-z])([A-Z])", r"\1_\2", first).lower()
    return f"private{snake}" if snake.startswith("_") else snake


MODELS: dict[str, Model] = {}
for _kind in KINDS:
    MODELS[_kind.function] = functional(_kind)
    MODELS[f"tf.layers.{_kind.class_name}"] = constructor(_kind)
