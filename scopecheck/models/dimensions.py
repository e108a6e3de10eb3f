"""``tf.compat.dimension_value`` and its siblings.

Source: tensorflow/python/framework/tensor_shape.py.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from scopecheck.models.registry import Model
from scopecheck.models.tensors import Dimension, size_value
from scopecheck.symbolic.subscripts import get_item
from scopecheck.symbolic.values import Value

if TYPE_CHECKING:
    from scopecheck.symbolic.calls import Arguments
    from scopecheck.symbolic.machine import Machine


def dimension_value(m: Machine, a: Arguments) -> Value:
    """The number inside a Dimension; anything else stays itself."""
    value = a.args[0] if a.args else a.kwargs.get("dimension")
    return size_value(m, value.size) if isinstance(value, Dimension) else value


def dimension_at_index(m: Machine, a: Arguments) -> Value:
    """The Dimension at a place of a shape."""
    if len(a.args) != 2:
        return m.unknown("a size")
    found = get_item(m, a.args[0], a.args[1])
    return Dimension(found) if isinstance(found, int) else found


MODELS: dict[str, Model] = {
    "tf.compat.dimension_value": dimension_value,
    "tf.compat.dimension_at_index": dimension_at_index,
    "tf.dimension_value": dimension_value,
    "tf.dimension_at_index": dimension_at_index,
}
