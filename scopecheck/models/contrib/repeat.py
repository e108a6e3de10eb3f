"""``repeat`` and ``stack``: a layer many times over.

Source: tensorflow/contrib/layers/python/layers/layers.py.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from scopecheck.models.contrib.weights import in_scope
from scopecheck.models.refusal import refuse_argument
from scopecheck.symbolic.calls import Arguments, call_value
from scopecheck.symbolic.decisions import needed
from scopecheck.symbolic.iteration import iterate
from scopecheck.symbolic.values import Extern, Function, ListRef, Value

if TYPE_CHECKING:
    from scopecheck.symbolic.machine import Machine


def repeat(m: Machine, a: Arguments) -> Value:
    """``slim.repeat(inputs, repetitions, layer, *args, scope=None)``."""
    x, times, layer = a.args[0], needed(m, a.args[1]), a.args[2]
    kwargs = {k: v for k, v in a.kwargs.items() if k != "scope"}
    scope = a.kwargs.get("scope")
    if not isinstance(times, int):
        m.undecided("slim.repeat", "the number of repetitions is not known", 1)
        return m.unknown("repeat")

    def body() -> Value:
        result = x
        for i in range(times):
            name = f"{scope if scope is not None else _layer_name(m, layer)}_{i + 1}"
            result = call_value(
                m, layer, Arguments((result, *a.args[3:]), {**kwargs, "scope": name})
            )
        return result

    return in_scope(m, scope, "Repeat", None, body)


_NAMES = {
    "conv2d": "convolution2d",
    "conv2d_transpose": "convolution2d_transpose",
    **dict.fromkeys(("relu", "relu6", "elu", "linear"), "fully_connected"),
}
"""The functions behind other names for them."""


def _layer_name(m: Machine, layer: Value) -> str:
    if isinstance(layer, Extern):
        short = layer.name.rsplit(".", 1)[-1]
        return _NAMES.get(short, short)
    if isinstance(layer, Function):
        return layer.code.name
    return "repeat"


def stack(m: Machine, a: Arguments) -> Value:
    """``slim.stack(inputs, layer, stack_args, scope=None)``."""
    x, layer, given = a.args[0], a.args[1], needed(m, a.args[2])
    if given is None or isinstance(given, (int, float, str)):
        message = "stack_args need to be a list or tuple"
        raise refuse_argument(m, "stack", "ValueError", message)
    rows = iterate(m, given)
    kwargs = {k: v for k, v in a.kwargs.items() if k != "scope"}
    scope = a.kwargs.get("scope")
    if rows is None or rows.open:
        m.undecided("slim.stack", "the arguments of the stacked layers are not known", 1)
        return m.unknown("stack")

    def body() -> Value:
        result = x
        for i, row in enumerate(rows.items):
            held = iterate(m, row) if isinstance(row, (tuple, ListRef)) else None
            extra = held.items if held is not None else (row,)
            name = f"{scope if scope is not None else _layer_name(m, layer)}_{i + 1}"
            result = call_value(m, layer, Arguments((result, *extra), {**kwargs, "scope": name}))
        return result

    return in_scope(m, scope, "Stack", None, body)
