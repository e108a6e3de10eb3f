"""``tf.contrib.layers``: fully connected layers and convolutions.

Source: tensorflow/contrib/layers/python/layers/layers.py: ``fully_connected``,
``convolution``, ``convolution2d_transpose``, ``separable_convolution2d``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from scopecheck.models.contrib.formats import (
    PLANES,
    VOLUMES,
    check_convolution_format,
    check_format,
)
from scopecheck.models.contrib.weights import (
    add_weight,
    as_input,
    finish,
    has_bias,
    in_scope,
    weights_and_biases,
)
from scopecheck.models.layers.arguments import windows
from scopecheck.models.layers.formats import as_core_layers_say, channels_first
from scopecheck.models.layers.plans import conv, dense
from scopecheck.models.layers.refusals import check_room
from scopecheck.models.layers.sizes import size
from scopecheck.models.messages import type_name
from scopecheck.models.numpy.numbers import NumpyFloat
from scopecheck.models.refusal import refuse_argument
from scopecheck.models.registry import Model, Signature
from scopecheck.models.tensors import UNSEEN, Dim, Dimension, Dims, Tensor
from scopecheck.symbolic.calls import Arguments
from scopecheck.symbolic.decisions import needed
from scopecheck.symbolic.values import Value

if TYPE_CHECKING:
    from scopecheck.symbolic.machine import Machine

FULL = Signature(
    "inputs, num_outputs, activation_fn=relu, normalizer_fn=None, normalizer_params=None, "
    "weights_initializer=xavier, weights_regularizer=None, biases_initializer=zeros, "
    "biases_regularizer=None, reuse=None, variables_collections=None, outputs_collections=None, "
    "trainable=True, scope=None"
)


_CONVOLUTION = (
    "inputs, num_outputs, kernel_size, stride=1, padding=SAME, data_format=None, rate=1, "
    "activation_fn=relu, normalizer_fn=None, normalizer_params=None, weights_initializer=xavier, "
    "weights_regularizer=None, biases_initializer=zeros, biases_regularizer=None, reuse=None, "
    "variables_collections=None, outputs_collections=None, trainable=True, scope=None"
)
CONV = Signature(_CONVOLUTION)
_ANY = Signature(f"{_CONVOLUTION}, conv_dims=None")


_TRANSPOSE = (
    "inputs, num_outputs, kernel_size, stride=1, padding=SAME, data_format={}, "
    "activation_fn=relu, "
    "normalizer_fn=None, normalizer_params=None, weights_initializer=xavier, "
    "weights_regularizer=None, "
    "biases_initializer=zeros, biases_regularizer=None, reuse=None, variables_collections=None, "
    "outputs_collections=None, trainable=True, scope=None"
)


def fully_connected(m: Machine, a: Arguments) -> Value:
    """``fully_connected``: weights, biases in scope or ``fully_connected``."""
    by = "tf.contrib.layers.fully_connected"
    g = FULL.bind(m, "fully_connected", a)
    wide = needed(m, g["num_outputs"])
    if wide is None or isinstance(wide, (float, str, Dimension)):
        kind = "tensorflow.python.framework.tensor_shape.Dimension"
        kind = kind if isinstance(wide, Dimension) else type_name(wide) or "float"
        shown = "…" if isinstance(wide, NumpyFloat) else f"<class '{kind}'>."
        message = f"num_outputs type should be one of …, got {shown}"
        raise refuse_argument(m, by, "ValueError", message)

    def body() -> Value:
        x = as_input(m, g["inputs"])
        units = size(m, g["num_outputs"])
        given = {
            "units": units if isinstance(units, int) else m.unknown("units", kind="int"),
            "use_bias": False,
        }
        plan = dense(m, given, x, "fully_connected", None)
        weight = plan.weights[0]
        made = weights_and_biases(m, by, g, weight, units)
        output = Tensor(m.identity(), "MatMul", (x, *made), plan.output, x.dtype)
        return finish(m, g, output, (units,), by, weight.dtype)

    return in_scope(m, g["scope"], "fully_connected", g["reuse"], body)


def _check_rank(m: Machine, x: Tensor, rank: int, by: str) -> None:
    if isinstance(x.shape, tuple) and len(x.shape) != rank:
        message = f"Convolution expects input with rank {rank}, got {len(x.shape)}"
        raise refuse_argument(m, by, "ValueError", message)


def convolution(rank: int | None, transpose: bool = False) -> Model:
    """``conv1d``, ``conv2d``, ``conv3d``, ``conv2d_transpose``."""
    function = (
        "convolution" if rank is None else f"conv{rank}d" + ("_transpose" if transpose else "")
    )
    by = f"tf.contrib.layers.{function}"
    signature = _ANY if rank is None else CONV
    if transpose:
        signature = Signature(_TRANSPOSE.format("NHWC" if rank == 2 else "NDHWC"))
    default = f"Conv{rank}d_transpose" if transpose else "Conv"

    def run(m: Machine, a: Arguments) -> Value:
        g = signature.bind(m, function, a)
        if not transpose:
            check_convolution_format(m, by, g["data_format"])

        def body() -> Value:
            if transpose:
                check_format(m, by, g["data_format"], PLANES if rank == 2 else VOLUMES)
            x = as_input(m, g["inputs"])
            dims = (
                rank
                if rank is not None
                else (len(x.shape) - 2 if isinstance(x.shape, tuple) else 2)
            )
            if not transpose and dims not in (1, 2, 3):
                message = f"('Convolution not supported for input with rank', {dims + 2})"
                raise refuse_argument(m, by, "ValueError", message)
            if rank is not None and not transpose:
                _check_rank(m, x, rank + 2, by)
            given = {
                "filters": g["num_outputs"],
                "kernel_size": g["kernel_size"],
                "strides": g["stride"],
                "padding": g["padding"],
                "dilation_rate": g.get("rate", 1),
                "use_bias": False,
                "data_format": as_core_layers_say(m, g["data_format"]),
            }
            windows(dims)(m, by, given)
            plan = conv(dims, transpose)(m, given, x, function, None)
            weight = plan.weights[0]
            filters = size(m, g["num_outputs"])
            made = weights_and_biases(m, by, g, weight, filters)
            check_room(m, by, plan.fault)
            output = Tensor(m.identity(), "Conv2D", (x, *made), plan.output, x.dtype)
            return finish(m, g, output, (filters,), by, weight.dtype)

        return in_scope(m, g["scope"], default, g["reuse"], body)

    return run


_SEPARABLE = Signature(
    "inputs, num_outputs, kernel_size, depth_multiplier=1, stride=1, padding=SAME, "
    "data_format=NHWC, "
    "rate=1, activation_fn=relu, normalizer_fn=None, normalizer_params=None, "
    "weights_initializer=xavier, pointwise_initializer=None, weights_regularizer=None, "
    "biases_initializer=zeros, biases_regularizer=None, reuse=None, variables_collections=None, "
    "outputs_collections=None, trainable=True, scope=None"
)


def separable_conv2d(m: Machine, a: Arguments) -> Value:
    """``separable_conv2d``: depthwise_weights, pointwise_weights unless num_outputs is None."""
    by = "tf.contrib.layers.separable_conv2d"
    g = _SEPARABLE.bind(m, "separable_conv2d", a)
    check_format(m, by, g["data_format"])

    def body() -> Value:
        x = as_input(m, g["inputs"])
        shallow = g["num_outputs"] is None
        first = channels_first(m, g["data_format"])
        multiplier = size(m, g["depth_multiplier"])
        given = {
            "filters": 1 if shallow else g["num_outputs"],
            "kernel_size": g["kernel_size"],
            "strides": g["stride"],
            "padding": g["padding"],
            "dilation_rate": g["rate"],
            "use_bias": False,
            "data_format": as_core_layers_say(m, g["data_format"]),
        }
        plan = conv(2)(m, given, x, "separable_conv2d", None)
        *kernel, channels, filters = plan.weights[0].dims
        dtype = plan.weights[0].dtype
        inner: Dim = (
            channels * multiplier
            if isinstance(channels, int) and isinstance(multiplier, int)
            else UNSEEN
        )
        last = inner if shallow else filters
        rows: list[tuple[str, tuple[Dim, ...], str, str]] = [
            ("depthwise_weights", (*kernel, channels, multiplier), "weights", "depthwise_kernel")
        ]
        if not shallow:
            rows.append(
                ("pointwise_weights", (1, 1, inner, filters), "weights", "pointwise_kernel")
            )
        if has_bias(m, g):
            rows.append(("biases", (last,), "biases", "bias"))
        made = []
        for name, dims_of_row, kind, core in rows:
            if shallow and name == "biases":
                check_room(m, by, plan.fault)
            core = "" if shallow else core
            one = add_weight(
                m,
                by,
                name,
                dims_of_row,
                dtype,
                g["trainable"],
                regularizer=g[f"{kind}_regularizer"],
                layer=g,
                core=core,
            )
            made.append(one)
        check_room(m, by, plan.fault)
        dims: Dims = UNSEEN
        if isinstance(plan.output, tuple) and first is not None:
            dims = (*plan.output[:-1], last)
            dims = (plan.output[0], last, *plan.output[2:]) if first else dims
        output = Tensor(m.identity(), "Conv2D", (x, *made), dims, x.dtype)
        return finish(m, g, output, (last,), by, dtype)

    return in_scope(m, g["scope"], "SeparableConv2d", g["reuse"], body)
