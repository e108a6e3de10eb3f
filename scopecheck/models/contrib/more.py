"""``tf.contrib.layers`` beyond the common layers: biases, embeddings, normalizers.

Source: tensorflow/contrib/layers/python/layers/{layers,encoders,normalization}.py.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from scopecheck.models.contrib.formats import check_format
from scopecheck.models.contrib.functions import register
from scopecheck.models.contrib.weights import (
    activated,
    add_weight,
    as_input,
    given_initializer,
    has_bias,
    in_scope,
)
from scopecheck.models.layers.formats import channels_first, channels_of
from scopecheck.models.layers.sizes import padding_of, size, sizes, window
from scopecheck.models.ops.operands import check_windows
from scopecheck.models.refusal import refuse_argument
from scopecheck.models.registry import Model, Signature
from scopecheck.models.shapes import axis_of
from scopecheck.models.switches import holds, is_given
from scopecheck.models.tensors import UNSEEN, Dim, Dims, DType, Tensor
from scopecheck.symbolic.calls import Arguments
from scopecheck.symbolic.decisions import needed
from scopecheck.symbolic.iteration import iterate
from scopecheck.symbolic.values import Value

if TYPE_CHECKING:
    from scopecheck.symbolic.machine import Machine


def _dtype(m: Machine, x: Tensor) -> Value:
    return DType(x.dtype) if x.dtype else m.unknown("a dtype", not_none=True)


_BIAS = Signature(
    "inputs, activation_fn=None, initializer=None, regularizer=None, reuse=None, "
    "variables_collections=None, outputs_collections=None, trainable=True, data_format=NHWC, "
    "scope=None"
)


def bias_add(m: Machine, a: Arguments) -> Value:
    """``bias_add``: biases in scope or ``BiasAdd``."""
    g = _BIAS.bind(m, "bias_add", a)
    by = "tf.contrib.layers.bias_add"
    check_format(m, by, g["data_format"])
    first = channels_first(m, g["data_format"])

    def body() -> Value:
        x = as_input(m, g["inputs"])
        _check_biased(m, by, x, first)
        channels = channels_of(x.shape, first)
        made = add_weight(m, by, "biases", (channels,), _dtype(m, x), g["trainable"], layer=g)
        output = Tensor(m.identity(), "BiasAdd", (x, made), x.shape, x.dtype)
        return activated(m, g["activation_fn"], output)

    return in_scope(m, g["scope"], "BiasAdd", g["reuse"], body)


def _check_biased(m: Machine, by: str, x: Tensor, first: bool | None) -> None:
    """Biases need a rank and a number of channels; channels first, four dimensions."""
    message = None
    if x.shape is None:
        message = "Dims of shape must be known but is None"
    elif isinstance(x.shape, tuple) and first and len(x.shape) != 4:
        message = "Data format NCHW only supports 4D Tensor"
    elif isinstance(x.shape, tuple) and channels_of(x.shape, first) is None:
        message = "`C` dimension must be known but is None"
    if message is not None:
        raise refuse_argument(m, by, "ValueError", message)


_SEQUENCE = Signature(
    "ids, vocab_size=None, embed_dim=None, unique=False, initializer=None, regularizer=None, "
    "trainable=True, scope=None, reuse=None"
)
_BAG = Signature(
    "ids, vocab_size, embed_dim, sparse_lookup=True, initializer=None, regularizer=None, "
    "trainable=True, scope=None, reuse=None"
)


def _embedding(function: str, default: str, signature: Signature) -> Model:
    by = f"tf.contrib.layers.{function}"

    def run(m: Machine, a: Arguments) -> Value:
        g = signature.bind(m, function, a)

        shared = is_given(m, g["reuse"]) and needed(m, g["reuse"]) is not False
        sizes = [needed(m, g[name]) for name in ("vocab_size", "embed_dim")]
        if function == "embed_sequence" and not shared and not all(sizes):
            message = (
                "Must specify vocab size and embedding dimension when not reusing. Got "
                f"vocab_size={sizes[0]} and embed_dim={sizes[1]}"
            )
            if all(isinstance(one, int) or one is None for one in sizes):
                raise refuse_argument(m, by, "ValueError", message)

        def body() -> Value:
            ids = as_input(m, g["ids"])
            width = size(m, g["embed_dim"])
            dims = (size(m, g["vocab_size"]), width)
            initializer = given_initializer(g, "initializer")
            made = add_weight(
                m, by, "embeddings", dims, DType("float32"), g["trainable"], initializer
            )
            known: Dims = (*ids.shape, width) if isinstance(ids.shape, tuple) else UNSEEN
            if function == "bow_encoder":
                known = (known[0], width) if isinstance(known, tuple) else UNSEEN
            return Tensor(m.identity(), "Gather", (made, ids), known, "float32")

        return in_scope(m, g["scope"], default, g["reuse"], body)

    return run


_IN_PLANE = Signature(
    "inputs, kernel_size, stride=1, padding=SAME, activation_fn=relu, normalizer_fn=None, "
    "normalizer_params=None, weights_initializer=xavier, weights_regularizer=None, "
    "biases_initializer=zeros, biases_regularizer=None, reuse=None, variables_collections=None, "
    "outputs_collections=None, trainable=True, scope=None"
)


def conv2d_in_plane(m: Machine, a: Arguments) -> Value:
    """``conv2d_in_plane``: one kernel for every channel, in scope or ``ConvInPlane``."""
    g = _IN_PLANE.bind(m, "convolution2d_in_plane", a)
    by = "tf.contrib.layers.conv2d_in_plane"

    def body() -> Value:
        x = as_input(m, g["inputs"])
        dtype, channels = _dtype(m, x), channels_of(x.shape, False)
        kernel, strides = (
            sizes(m, g["kernel_size"], 2),
            sizes(m, g["stride"], 2),
        )
        padding = padding_of(m, g["padding"])

        def weight(name: str, dims: tuple[Dim, ...]) -> Value:
            regularizer = g[f"{name}_regularizer"]
            return add_weight(m, by, name, dims, dtype, g["trainable"], None, regularizer, g)

        made = [weight("weights", (*kernel, 1, 1))]
        known = isinstance(x.shape, tuple) and len(x.shape) == 4
        if known and isinstance(x.shape, tuple) and padding == "valid":
            check_windows(m, by, x.shape[1:3], kernel, (1, 1))
        if has_bias(m, g):
            made.append(weight("biases", (channels,)))
        dims: Dims = UNSEEN
        if known and isinstance(x.shape, tuple):
            rows = zip(x.shape[1:3], kernel, strides, strict=True)
            dims = (
                x.shape[0],
                *(window(n, k, s, padding) for n, k, s in rows),
                channels,
            )
        output = Tensor(m.identity(), "DepthwiseConv2dNative", (x, *made), dims, x.dtype)
        return activated(m, g["activation_fn"], output)

    return in_scope(m, g["scope"], "ConvInPlane", g["reuse"], body)


_GROUP = Signature(
    "inputs, groups=32, channels_axis=-1, reduction_axes=usual, center=True, scale=True, "
    "epsilon=0.001, activation_fn=None, param_initializers=None, reuse=None, "
    "variables_collections=None, outputs_collections=None, trainable=True, scope=None, "
    "mean_close_to_zero=False"
)


def group_norm(m: Machine, a: Arguments) -> Value:
    """``group_norm``: beta and gamma of the channels, in scope or ``GroupNorm``."""
    g = _GROUP.bind(m, "group_norm", a)
    by = "tf.contrib.layers.group_norm"

    def body() -> Value:
        x = as_input(m, g["inputs"])
        axis, groups = needed(m, g["channels_axis"]), needed(m, g["groups"])
        channels: Dim = UNSEEN
        if x.shape is None:
            raise refuse_argument(m, by, "ValueError", "Inputs … has undefined rank.")
        if isinstance(x.shape, tuple) and isinstance(axis, int):
            at = axis_of(axis, len(x.shape))
            if at is None and axis > 0:
                raise refuse_argument(m, by, "ValueError", "Axis is out of bounds.")
            channels = x.shape[at] if at is not None else UNSEEN
            _check_groups(m, by, x.shape, at, channels, groups, g["reduction_axes"])
        made = [
            add_weight(m, by, name, (channels,), _dtype(m, x), g["trainable"], layer=g)
            for name, on in (("beta", g["center"]), ("gamma", g["scale"]))
            if holds(m, on)
        ]
        output = Tensor(m.identity(), "GroupNorm", (x, *made), x.shape, x.dtype)
        return activated(m, g["activation_fn"], output)

    return in_scope(m, g["scope"], "GroupNorm", g["reuse"], body)


def _check_groups(
    m: Machine,
    by: str,
    dims: tuple[Dim, ...],
    axis: int | None,
    channels: Dim,
    groups: Value,
    reduced: Value,
) -> None:
    """The channels are known and fall into groups; the axes that are reduced are others."""
    message = None
    if channels is None:
        message = f"Inputs … has undefined channel dimension: {axis}."
    held = iterate(m, (-3, -2) if reduced == "usual" else reduced)
    for one in held.items if held is not None and message is None else ():
        at = one + len(dims) * (one < 0) if isinstance(one, int) else None
        if at is None or at < 0:
            continue
        if at > len(dims):
            message = message or "Axis is out of bounds."
        elif at < len(dims) and dims[at] is None:
            message = message or f"Inputs … has undefined dimensions {at}."
        elif at == axis:
            message = message or "reduction_axis must be mutually exclusive with channels_axis"
    if message is None and isinstance(channels, int) and isinstance(groups, int):
        if groups > channels:
            message = f"Invalid groups {groups} for {channels} channels."
        elif not groups or channels % groups:
            message = f"{channels} channels is not commensurate with {groups} groups."
    if message is not None:
        raise refuse_argument(m, by, "ValueError", message)


_LEGACY = Signature(
    "x, num_output_units, activation_fn=None, weight_init=xavier, bias_init=zeros, name=None, "
    "weight_collections=None, bias_collections=None, output_collections=None, trainable=True, "
    "weight_regularizer=None, bias_regularizer=None"
)


def legacy_fully_connected(m: Machine, a: Arguments) -> Value:
    """``legacy_fully_connected``: weights and bias in name or ``fully_connected``."""
    g = _LEGACY.bind(m, "legacy_fully_connected", a)
    by = "tf.contrib.layers.legacy_fully_connected"

    def body() -> Value:
        x = as_input(m, g["x"])
        _check_matrix(m, by, x)
        units, dtype = size(m, g["num_output_units"]), _dtype(m, x)
        made = [
            add_weight(
                m, by, "weights", (channels_of(x.shape, False), units), dtype, g["trainable"]
            )
        ]
        if g["bias_init"] is not None:
            made.append(add_weight(m, by, "bias", (units,), dtype, g["trainable"]))
        dims: Dims = (*x.shape[:-1], units) if isinstance(x.shape, tuple) else UNSEEN
        output = Tensor(m.identity(), "MatMul", (x, *made), dims, x.dtype)
        return activated(m, g["activation_fn"], output)

    return in_scope(m, g["name"], "fully_connected", None, body)


def _check_matrix(m: Machine, by: str, x: Tensor) -> None:
    """At least two dimensions, and the last one known."""
    message = None
    if x.shape is None:
        message = "dims of x must be known but is None"
    elif isinstance(x.shape, tuple) and len(x.shape) < 2:
        message = f"rank of x must be at least 2 not: {len(x.shape)}"
    elif isinstance(x.shape, tuple) and x.shape[-1] is None:
        message = "last dimension of x must be known but is None"
    if message is not None:
        raise refuse_argument(m, by, "ValueError", message)


MODELS: dict[str, Model] = register(
    {
        "bias_add": bias_add,
        "embed_sequence": _embedding("embed_sequence", "EmbedSequence", _SEQUENCE),
        "bow_encoder": _embedding("bow_encoder", "bow_encoder", _BAG),
        "conv2d_in_plane": conv2d_in_plane,
        "convolution2d_in_plane": conv2d_in_plane,
        "group_norm": group_norm,
        "legacy_fully_connected": legacy_fully_connected,
        "legacy_linear": legacy_fully_connected,
        "legacy_relu": legacy_fully_connected,
    }
)
