"""What the stand-in for ``tf.contrib.eager.Network`` asks of layers and scopes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from scopecheck.models.layers import custom_layers
from scopecheck.models.layers.functions import Layer, base_name
from scopecheck.models.layers.objects import LayerOf
from scopecheck.models.registry import Model
from scopecheck.models.rnn import custom as rnn_custom
from scopecheck.models.rnn.cells import Cell
from scopecheck.models.world import Scope, current
from scopecheck.symbolic.inheritance import class_attribute
from scopecheck.symbolic.records import changed
from scopecheck.symbolic.values import Builtin, Function, Instance, Value

if TYPE_CHECKING:
    from scopecheck.symbolic.calls import Arguments
    from scopecheck.symbolic.machine import Machine


def _is_layer(m: Machine, a: Arguments) -> Value:
    """``is_layer(value)``: whether it is an object of tf.layers, or of a class derived from it."""
    value = a.args[0]
    if isinstance(value, Instance):
        return custom_layers.base_of(value)[0] or rnn_custom.base_of(m, value) is not None
    return isinstance(value, (Layer, LayerOf, Cell))


def _base_of_layer(m: Machine, a: Arguments) -> Value:
    """``base_of_layer(layer)``: what it is called without a number; None for a given name."""
    layer: Any = a.args[0]
    if isinstance(layer, Layer):
        state = m.heap[layer.place]
        return None if state["name"] == state["base"] else state["base"]
    base = custom_layers.state_of(m, layer).base
    return None if custom_layers.get(m, layer, "name") == base else base


def _rename(m: Machine, a: Arguments) -> Value:
    """``rename(layer, name)``."""
    layer: Any
    layer, name = a.args
    if isinstance(layer, Layer):
        m.write(layer.place, m.heap[layer.place].set("name", name))
    else:
        custom_layers.put(m, layer, name=name)
    return None


def _give_scope(m: Machine, a: Arguments) -> Value:
    """``give_scope(layer, scope)``: the scope that it would take when it is called first."""
    layer: Any
    layer, scope = a.args
    if not isinstance(scope, Scope):
        return None
    if isinstance(layer, Layer):
        m.write(layer.place, m.heap[layer.place].set("scope", scope))
    else:
        state = changed(custom_layers.state_of(m, layer), scope=scope)
        custom_layers.put(m, layer, **{custom_layers.STATE: state})
    return None


def _opened_scopes(m: Machine, a: Arguments) -> Value:
    """``opened_scopes()``: a function that says which scopes had been opened by now."""
    opened = current(m).opened
    return Builtin("opened", lambda m, a: isinstance(a.args[0], str) and opened.at(a.args[0]) > 0)


def _snake_case(m: Machine, a: Arguments) -> Value:
    """``snake_case(name)``: as layers are named after their classes."""
    return base_name(m, a.args[0]) if isinstance(a.args[0], str) else a.args[0]


def _takes(m: Machine, a: Arguments) -> Value:
    """``takes(layer, name)``: whether what it does has a parameter of a name."""
    layer, name = a.args
    if isinstance(layer, Layer):
        return name == "training" and layer.kind.base_name in ("batch_normalization", "dropout")
    if isinstance(layer, Instance):
        layer = class_attribute(m, layer.cls, "call")
    return isinstance(layer, Function) and name in layer.code.parameters.positional


MODELS: dict[str, Model] = {
    "scopecheck_stand_in.base_of_layer": _base_of_layer,
    "scopecheck_stand_in.give_scope": _give_scope,
    "scopecheck_stand_in.is_layer": _is_layer,
    "scopecheck_stand_in.opened_scopes": _opened_scopes,
    "scopecheck_stand_in.rename": _rename,
    "scopecheck_stand_in.snake_case": _snake_case,
    "scopecheck_stand_in.takes": _takes,
}
