"""``layer.add_weight`` of a Keras layer in a graph: a variable under the name scope in force.

Source: tensorflow/python/keras/engine/base_layer.py, ``add_weight``.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from scopecheck.models.graph_collections import GLOBAL, collections_of
from scopecheck.models.keras import graph as keras_graph
from scopecheck.models.keras.units import DTYPE, KerasTensor, kept
from scopecheck.models.layers.custom_layers import READ_ONLY, check_default, check_keywords
from scopecheck.models.layers.plans import Weight
from scopecheck.models.named_functions import named_functions
from scopecheck.models.refusal import refuse_argument
from scopecheck.models.registry import Signature
from scopecheck.models.store.initial import dtype_name
from scopecheck.models.store.variables import VariableTensor, on_read
from scopecheck.models.tensors import UNSEEN, DType, dims_of
from scopecheck.symbolic.calls import Arguments
from scopecheck.symbolic.decisions import needed
from scopecheck.symbolic.values import Value

if TYPE_CHECKING:
    from scopecheck.symbolic.machine import Machine

_WEIGHT = Signature(
    "name=None, shape=None, dtype=None, initializer=None, regularizer=None, trainable=None, "
    "constraint=None, use_resource=None, synchronization=None, aggregation=None"
)
_MORE = ("partitioner", "getter", "collections", "experimental_autocast")


def add_weight(m: Machine, id: int, cls: str, a: Arguments) -> Value:
    """``self.add_weight(...)``: the unit surely has weights then."""
    m.write(id, replace(m.heap[id], weights=True))
    made = _made(m, id, f"{cls}.add_weight", a) if keras_graph.in_graph(m) else None
    if not isinstance(made, VariableTensor):
        return KerasTensor(m.identity(), (m.unknown("the layer's weights"),))
    keras_graph.add_made(m, id, made)
    if not made.trainable:
        keras_graph.keep_apart(m, id, made)
    return made


def _made(m: Machine, id: int, by: str, a: Arguments) -> Value:
    old = m.world.tensorflow == "1.15"
    check_keywords(m, by, a, (*_WEIGHT.names, *_MORE))
    more = {name: needed(m, a.kwargs.get(name)) for name in _MORE}
    kwargs = {name: value for name, value in a.kwargs.items() if name in _WEIGHT.names}
    args = (*a.args[:7], *a.args[8:], *a.args[7:8]) if old and len(a.args) > 7 else a.args
    bound = _WEIGHT.bind(m, by, Arguments(args[:10], kwargs, a.open_args, a.open_kwargs))
    given = named_functions(m, by, bound)
    trainable = needed(m, given["trainable"]) is not False
    if on_read(given["synchronization"]):
        if needed(m, given["trainable"]) is True:
            raise refuse_argument(m, by, "ValueError", READ_ONLY)
        trainable = False
    asked = given["dtype"]
    dtype = dtype_name(m, asked) if asked is not None else kept(m, id, DTYPE, "float32")
    name = given["name"]
    check_default(m, by, given, dtype)
    shape = given["shape"]
    if more["getter"] is not None:
        rest: dict[str, Value] = {key: given[key] for key in ("constraint", "use_resource")}
        rest.update(name=name, shape=() if shape is None else shape, trainable=trainable)
        rest["dtype"] = DType(dtype) if dtype is not None else asked
        return m.call(more["getter"], (), **rest, initializer=given["initializer"])
    if isinstance(needed(m, shape), int):
        raise m.fail("TypeError", "'int' object is not iterable")
    dims = dims_of(m, shape) if shape is not None else ()
    listed = collections_of(m, more["collections"], GLOBAL)
    weight = Weight(
        name if isinstance(name, str) else "Variable",
        dims if isinstance(dims, tuple) else (UNSEEN,),
        None,
        trainable,
    )
    return keras_graph.make_weight(m, weight, by, dtype, listed)
