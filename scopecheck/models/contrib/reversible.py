"""``rev_block`` and ``recompute_grad`` of ``tf.contrib.layers``: what is computed twice.

Source: tensorflow/contrib/layers/python/layers/rev_block_lib.py. What the gradients ask for a
second time is not modelled.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from scopecheck.models.callbacks import call_back, converted
from scopecheck.models.graph_collections import GLOBAL
from scopecheck.models.layers.custom_layers import LISTS, get, put, state_of
from scopecheck.models.layers.objects import (
    LayerClass,
    LayerOf,
    Method,
    constructor,
    make,
    run_method,
)
from scopecheck.models.layers.sizes import size
from scopecheck.models.refusal import refuse_argument
from scopecheck.models.registry import Model, Signature
from scopecheck.models.rnn.nest import is_sequence, parts
from scopecheck.models.store.variable_scope import close_scope, construct, open_scope
from scopecheck.models.store.variables import VariableTensor
from scopecheck.models.training.differentiated import with_handles
from scopecheck.models.world import current
from scopecheck.symbolic.access import get_attribute
from scopecheck.symbolic.calls import Arguments
from scopecheck.symbolic.decisions import needed, truth
from scopecheck.symbolic.iteration import iterate
from scopecheck.symbolic.operators import binary
from scopecheck.symbolic.values import Builtin, Function, ListRef, Value

if TYPE_CHECKING:
    from scopecheck.symbolic.machine import Machine

_BY = "RevBlock"


def _check(m: Machine, layer: LayerOf) -> None:
    """A list of functions has one for every layer."""
    count = size(m, get(m, layer, "num_layers"))
    for name in ("f", "g"):
        given = get(m, layer, name)
        held = iterate(m, given) if isinstance(given, ListRef) else None
        if held is not None and isinstance(count, int) and len(held.items) != count:
            raise refuse_argument(m, _BY, "AssertionError", "")


def _function(m: Machine, layer: LayerOf, name: str, at: int, x: Value) -> Value:
    """One of the functions, in the scope of its layer."""
    given, side = get(m, layer, name), get(m, layer, f"{name}_side_input")
    held = iterate(m, given) if isinstance(given, ListRef) else None
    function = held.items[at] if held is not None and at < len(held.items) else given
    args = (x, side) if truth(m, side) else (x,)
    scope = {"name_or_scope": f"revlayer_{at}/{name}", "default_name": None, "values": None}
    context = construct(m, {**scope, "reuse": None, "use_resource": True})
    _, token = open_scope(m, context.given, m.site())
    try:
        return call_back(m, _BY, function, args)
    finally:
        close_scope(m, token)


def _forward(m: Machine, layer: LayerOf, count: int, x1: Value, x2: Value) -> Value:
    for at in range(count):
        x1 = binary(m, "+", x1, _function(m, layer, "f", at, x2))
        x2 = binary(m, "+", x2, _function(m, layer, "g", at, x1))
    return x1, x2


def _backward(m: Machine, layer: LayerOf, count: int, y1: Value, y2: Value) -> Value:
    for at in reversed(range(count)):
        y2 = binary(m, "-", y2, _function(m, layer, "g", at, y1))
        y1 = binary(m, "-", y1, _function(m, layer, "f", at, y2))
    return y1, y2


_CALL = Signature("inputs, forward=True")


def _call(m: Machine, layer: LayerOf, a: Arguments) -> Value:
    """``call``: the layers one after the other; their variables become the block's."""
    g = _CALL.bind(m, "call", a)
    given = needed(m, g["inputs"])
    pair = parts(m, given) if is_sequence(given) else None
    count = size(m, get(m, layer, "num_layers"))
    if pair is None or len(pair) != 2 or not isinstance(count, int):
        m.undecided(_BY, "its inputs or the number of its layers are not known", 1)
        return m.unknown("RevBlock(…)", not_none=True)
    before = len(current(m).collections.get(GLOBAL, ()))
    run = _forward if truth(m, g["forward"]) else _backward
    result = converted(m, lambda: run(m, layer, count, *pair))
    _note(m, layer, current(m).collections.get(GLOBAL, ())[before:])
    return result


def _note(m: Machine, layer: LayerOf, made: tuple[Value, ...]) -> None:
    """The new variables below the block's scope, in its lists."""
    scope = state_of(m, layer).scope
    below = f"{m.heap[scope.id].name}/" if scope is not None else ""
    for one in made:
        if not isinstance(one, VariableTensor) or not (one.name or "").startswith(below):
            continue
        for name in LISTS if one.trainable else LISTS[:2]:
            held = iterate(m, get(m, layer, name))
            put(m, layer, **{name: m.new_list((*(held.items if held else ()), one))})


def _applied(forward: bool) -> Method:
    """``forward(x1, x2)`` and ``backward(y1, y2)``."""

    def run(m: Machine, layer: LayerOf, a: Arguments) -> Value:
        given = (*a.args, *a.kwargs.values())
        return run_method(m, layer, "apply", Arguments((m.new_list(given),), {"forward": forward}))

    return run


_ARGUMENTS = "num_layers=1, f_side_input=None, g_side_input=None"
_BLOCK = LayerClass(
    "RevBlock",
    "tf.contrib.layers",
    Signature(f"f, g, {_ARGUMENTS}, use_efficient_backprop=True, name=revblock"),
    _call,
    check=_check,
    methods={"forward": _applied(True), "backward": _applied(False)},
)
_REV_BLOCK = Signature(f"x1, x2, f, g, {_ARGUMENTS}, is_training=True")


def _rev_block(m: Machine, a: Arguments) -> Value:
    """``rev_block``: a block that reuses as the scope in force does, called once."""
    g = _REV_BLOCK.bind(m, "rev_block", a)
    scope = m.library.call(m, "tf.get_variable_scope", Arguments(()))
    kept = {name: value for name, value in g.items() if name not in ("x1", "x2", "is_training")}
    block = make(m, _BLOCK, Arguments((), {**kept, "_reuse": get_attribute(m, scope, "reuse")}))
    return run_method(m, block, "forward", Arguments((g["x1"], g["x2"])))


_RECOMPUTE = Signature("fn, use_data_dep=None, tupleize_grads=False")


def _recompute_grad(m: Machine, a: Arguments) -> Value:
    """``recompute_grad``: the function itself, here; with arguments only, a decorator."""
    if not a.args and "fn" not in a.kwargs:
        return Builtin("recompute_grad", lambda m, inner: _recomputed(inner.args[0]))
    return _recomputed(_RECOMPUTE.bind(m, "recompute_grad", a)["fn"])


def _recomputed(function: Value) -> Value:
    def call(m: Machine, a: Arguments) -> Value:
        if any(isinstance(one, (int, float, str, bytes)) for one in a.args):
            message = "All inputs to function must be Tensors"
            raise refuse_argument(m, "recompute_grad", "ValueError", message)
        asks = isinstance(function, Function) and "is_recomputing" in (
            function.code.parameters.positional
        )
        more: dict[str, Value] = {"is_recomputing": False} if asks else {}
        return with_handles(m, lambda: call_back(m, "recompute_grad", function, a.args, **more))

    return Builtin("recompute_grad", call)


_FUNCTIONS: dict[str, Model] = {
    "rev_block": _rev_block,
    "recompute_grad": _recompute_grad,
    "RevBlock": constructor(_BLOCK),
}
MODELS: dict[str, Model] = {
    f"{module}.{name}": model
    for name, model in _FUNCTIONS.items()
    for module in ("tf.contrib.layers", "tf.contrib.slim", "tf_slim")
}
