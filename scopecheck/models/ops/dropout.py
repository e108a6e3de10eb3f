"""``tf.nn.dropout``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scopecheck.models.constants import constant_value_as_dims
from scopecheck.models.numpy.numbers import plain
from scopecheck.models.ops.arguments import (
    Given,
    composed,
    dtype_of,
    shape_of,
    takes,
    tensor_inputs,
)
from scopecheck.models.ops.fitting import FLOATING, sure_dtype
from scopecheck.models.ops.operands import check_broadcast, tells
from scopecheck.models.refusal import refuse_argument
from scopecheck.models.registry import Model
from scopecheck.models.tensors import operation
from scopecheck.symbolic.decisions import needed
from scopecheck.symbolic.values import Value

if TYPE_CHECKING:
    from scopecheck.symbolic.machine import Machine


@takes("x keep_prob noise_shape seed name rate")
def _dropout(m: Machine, g: Given) -> Value:
    value = g("x")
    _check_floating(m, value)
    _check_rate(m, needed(m, g("keep_prob")), needed(m, g("rate")))
    inputs = tensor_inputs(m, value)
    dims = shape_of(m, value)
    noise = g("noise_shape")
    if noise is not None:
        check_broadcast(m, "Mul", dims, constant_value_as_dims(m, noise))
    return composed(operation(m, "Dropout", inputs, dims, dtype_of(m, value), g.name("dropout")))


def _check_floating(m: Machine, value: Value) -> None:
    """Refuses whole numbers, which can't be scaled."""
    dtype = sure_dtype(m, value)
    if dtype is None or dtype in FLOATING or m.world.before_one or not tells(m):
        return
    message = "`x.dtype` must be a floating point tensor as `x` will be scaled. Received: "
    message += f"x_dtype=<dtype: '{dtype}'>"
    if m.world.tensorflow == "1.15":
        message = "x has to be a floating point tensor since it's going to be scaled. Got a "
        message += f"<dtype: '{dtype}'> tensor instead."
    raise refuse_argument(m, "tf.nn.dropout", "ValueError", message)


def _check_rate(m: Machine, kept: Value, rate: Value) -> None:
    """Refuses a rate of 1 or more, or of less than 0, where it is a number.

    Source: tensorflow/python/ops/nn_ops.py, ``dropout`` and ``dropout_v2``.
    """
    if not tells(m) or (kept is None) == (rate is None):
        return
    given = plain(rate if kept is None else kept)
    if not isinstance(given, (int, float)):
        return
    dropped = given if kept is None else 1 - given
    if 0 <= dropped < 1:
        return
    range_of = "must be a scalar tensor or a float in the range"
    if m.world.before_one:
        message = f"keep_prob {range_of} (0, 1], got {given:g}"
    elif m.world.tensorflow == "1.15":
        message = f"rate {range_of} [0, 1), got {dropped:g}"
    else:
        message = f"`rate` {range_of} [0, 1). Received: rate={dropped}"
    raise refuse_argument(m, "tf.nn.dropout", "ValueError", message)


@takes("x rate noise_shape seed name")
def _dropout_v2(m: Machine, g: Given) -> Value:
    value = g("x")
    _check_rate(m, None, needed(m, g("rate")))
    inputs, dims = tensor_inputs(m, value), shape_of(m, value)
    return composed(operation(m, "Dropout", inputs, dims, dtype_of(m, value), g.name("dropout")))


MODELS: dict[str, Model] = {"tf.nn.dropout": _dropout, "tf.nn.dropout_v2": _dropout_v2}
