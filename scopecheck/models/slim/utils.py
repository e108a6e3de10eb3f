"""``tf.contrib.slim.utils``: sizes of shapes, pairs of numbers, outputs by their aliases.

Source: tensorflow/contrib/layers/python/layers/utils.py.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from scopecheck.models.contrib.weights import collected
from scopecheck.models.naming import encode, mark_unknown
from scopecheck.models.registry import Model, Signature
from scopecheck.models.tensors import UNSEEN, Shape, Unseen, size_value
from scopecheck.symbolic.decisions import needed
from scopecheck.symbolic.iteration import iterate
from scopecheck.symbolic.values import DictRef, ListRef, Unknown, Value

if TYPE_CHECKING:
    from scopecheck.symbolic.calls import Arguments
    from scopecheck.symbolic.machine import Machine


def _size(m: Machine, shape: Value, at: int, least: Value) -> Value:
    """The size at a place of a shape, which has to have one there."""
    dims = shape.dims if isinstance(shape, Shape) else UNSEEN
    if isinstance(dims, Unseen):
        return size_value(m, UNSEEN)
    if dims is None:
        raise m.fail("ValueError", "dims of shape must be known but is None")
    least = needed(m, least)
    if isinstance(least, int) and len(dims) < least:
        message = f"rank of shape must be at least {least} not: {len(dims)}"
        raise m.fail("ValueError", message)
    if not -len(dims) <= at < len(dims):
        raise m.fail("IndexError", "list index out of range")
    size = dims[at]
    if size is None:
        words = ", ".join("?" if one is None else str(one) for one in dims)
        words = f"({words},)" if len(dims) == 1 else f"({words})"
        message = f"dimension {at} of shape must be known but is None: {words}"
        raise m.fail("ValueError", message)
    return size_value(m, size)


def _last(m: Machine, g: dict[str, Value]) -> Value:
    """``last_dimension``."""
    return _size(m, g["shape"], -1, g["min_rank"])


def _channels(m: Machine, g: dict[str, Value]) -> Value:
    """``channel_dimension``."""
    layout = needed(m, g["data_format"])
    if isinstance(layout, Unknown):
        return size_value(m, UNSEEN)
    return _size(m, g["shape"], 1 if layout == "channels_first" else -1, g["min_rank"])


def _pair(m: Machine, g: dict[str, Value]) -> Value:
    """``two_element_tuple``: a number twice, or the two that are given."""
    value = needed(m, g["int_or_tuple"])
    if isinstance(value, int):
        return (int(value), int(value))
    if isinstance(value, Shape):
        value = value.dims
    if isinstance(value, (tuple, ListRef)):
        held = iterate(m, value)
        if held is None or held.open:
            return (size_value(m, UNSEEN), size_value(m, UNSEEN))
        if len(held.items) != 2:
            raise m.fail("ValueError", "Must be a list with 2 elements: …")
        return tuple(_whole(m, one) for one in held.items)
    return (size_value(m, UNSEEN), size_value(m, UNSEEN))


def _whole(m: Machine, value: Value) -> Value:
    value = needed(m, value)
    return int(value) if isinstance(value, (int, float)) else size_value(m, UNSEEN)


def _collect(m: Machine, g: dict[str, Value]) -> Value:
    """``collect_named_outputs``: what it is given, in collections under an alias."""
    value = needed(m, g["alias"])
    alias = mark_unknown(m, value) if isinstance(value, Unknown) else encode(m, value)
    if alias is None:
        raise m.fail("TypeError", f"'{type(value).__name__}' object is not subscriptable")
    given = {"outputs_collections": g["collections"]}
    return collected(m, given, g["outputs"], alias.removesuffix("/"))


def _collections_of(m: Machine, g: dict[str, Value]) -> Value:
    """``get_variable_collections``: those of a variable of this name, or all."""
    held = needed(m, g["variables_collections"])
    if not isinstance(held, DictRef):
        return held
    table = m.contents(held)
    name = needed(m, g["name"])
    if table.open or not isinstance(name, str):
        return m.unknown("collections")
    return table.items.get(name)


def _model(
    name: str, parameters: str, function: Callable[[Machine, dict[str, Value]], Value]
) -> Model:
    signature = Signature(parameters)

    def call(m: Machine, a: Arguments) -> Value:
        return function(m, signature.bind(m, name, a))

    return call


MODELS: dict[str, Model] = {}
for _prefix in ("tf.contrib.slim.utils", "tf.contrib.layers"):
    for _name, _parameters, _function in (
        ("last_dimension", "shape, min_rank=1", _last),
        ("channel_dimension", "shape, data_format, min_rank=1", _channels),
        ("two_element_tuple", "int_or_tuple", _pair),
        ("collect_named_outputs", "collections, alias, outputs", _collect),
        ("get_variable_collections", "variables_collections, name", _collections_of),
    ):
        MODELS[f"{_prefix}.{_name}"] = _model(_name, _parameters, _function)
        if _prefix.endswith("slim.utils"):
            MODELS[f"tf_slim.utils.{_name}"] = MODELS[f"{_prefix}.{_name}"]
