"""Arguments in the order of TensorFlow 2's own functions, where that of ``tf.compat.v1`` differs.

The models take arguments as TensorFlow 1 does. Source: the signatures of ``tf.X`` and
``tf.compat.v1.X`` in TensorFlow 2.21.
"""

from __future__ import annotations

from dataclasses import replace

from scopecheck.symbolic.calls import Arguments

_CHECKED = "message summarize name"
OWN: dict[str, tuple[int, str]] = {
    "tf.argmax": (2, "output_type name"),
    "tf.argmin": (2, "output_type name"),
    "tf.boolean_mask": (2, "axis name"),
    "tf.cond": (3, "name"),
    "tf.convert_to_tensor": (2, "dtype_hint name"),
    "tf.feature_column.categorical_column_with_vocabulary_file": (
        3,
        "dtype default_value num_oov_buckets file_format",
    ),
    "tf.gather": (3, "axis batch_dims name"),
    "tf.gather_nd": (2, "batch_dims name"),
    "tf.gradients": (4, "gate_gradients aggregation_method stop_gradients unconnected_gradients"),
    "tf.hessians": (2, "gate_gradients aggregation_method name"),
    "tf.image.resize": (3, "preserve_aspect_ratio antialias name"),
    "tf.in_top_k": (0, "targets predictions k name"),
    "tf.io.decode_raw": (3, "fixed_length name"),
    "tf.io.parse_example": (2, "example_names name"),
    "tf.io.parse_single_example": (2, "example_names name"),
    "tf.nn.conv1d": (4, "data_format dilations name"),
    "tf.nn.conv2d": (4, "data_format dilations name"),
    "tf.nn.conv2d_transpose": (6, "dilations name"),
    "tf.nn.conv3d_transpose": (6, "dilations name"),
    "tf.nn.convolution": (2, "strides padding data_format dilations name"),
    "tf.nn.crelu": (1, "axis name"),
    "tf.nn.ctc_loss": (1, "logits label_length logit_length logits_time_major"),
    "tf.nn.depth_to_space": (2, "data_format name"),
    "tf.nn.depthwise_conv2d": (4, "data_format dilations name"),
    "tf.nn.dropout": (1, "rate noise_shape seed name"),
    "tf.nn.embedding_lookup": (2, "max_norm name"),
    "tf.nn.in_top_k": (0, "targets predictions k name"),
    "tf.nn.moments": (3, "keepdims name"),
    "tf.nn.nce_loss": (9, "name"),
    "tf.nn.sampled_softmax_loss": (9, "seed name"),
    "tf.nn.separable_conv2d": (5, "data_format dilations name"),
    "tf.nn.space_to_depth": (2, "data_format name"),
    "tf.nn.weighted_moments": (3, "keepdims name"),
    "tf.pad": (3, "constant_values name"),
    "tf.random.poisson": (0, "shape lam dtype seed name"),
    "tf.shape": (1, "out_type name"),
    "tf.size": (1, "out_type name"),
    "tf.strings.length": (1, "unit name"),
    "tf.strings.substr": (3, "unit name"),
    "tf.transpose": (2, "conjugate name"),
    "tf.tuple": (1, "control_inputs name"),
    "tf.while_loop": (7, "maximum_iterations name"),
    "tf.assert_rank": (2, "message name"),
    "tf.debugging.assert_near": (4, _CHECKED),
    **{
        f"{prefix}.assert_{kind}": (2, _CHECKED)
        for prefix in ("tf", "tf.debugging")
        for kind in ("equal", "greater", "greater_equal", "less", "less_equal", "none_equal")
    },
    **{
        f"{prefix}.assert_{kind}": (1, _CHECKED)
        for prefix in ("tf", "tf.debugging")
        for kind in ("negative", "non_negative", "positive", "non_positive")
    },
}
"""Of TensorFlow 2's own functions: from which position on the order differs, and the names."""

SINCE: dict[str, tuple[int, str]] = {
    "tf.nn.sigmoid_cross_entropy_with_logits": (0, "labels logits name"),
    "tf.nn.softmax_cross_entropy_with_logits": (0, "labels logits axis name"),
    "tf.nn.sparse_softmax_cross_entropy_with_logits": (0, "labels logits name"),
}
"""The same in all namespaces of TensorFlow 2."""
OWN |= {f"tf.math.{name}": OWN[f"tf.{name}"] for name in ("argmax", "argmin", "in_top_k")}
ALWAYS: dict[str, dict[str, bool]] = {"tf.while_loop": {"return_same_structure": True}}
"""What TensorFlow 2's own functions do without being asked."""
_OTHERS = ("compat.v1", "_api.v2.compat.v1", "python", "contrib", "core")


_MODULES = frozenset(name.rpartition(".")[0] for name in OWN)


def has_own_order(name: str, asked: str) -> bool:
    """Whether a function, or what is in a module, takes arguments in an order of its own."""
    return (name in OWN or name in _MODULES) and is_own(asked)


def is_own(name: str) -> bool:
    """Whether a name, as the program has it, is of TensorFlow 2's own namespace."""
    rest = name.removeprefix("tensorflow.")
    return rest != name and not rest.startswith(_OTHERS)


def in_first_order(name: str, asked: str, a: Arguments) -> Arguments:
    """The arguments of a call as TensorFlow 1 takes them; asked: the name in the program."""
    own = is_own(asked)
    if own and name in ALWAYS:
        a = replace(a, kwargs={**ALWAYS[name], **a.kwargs})
    known = SINCE.get(name) or (OWN.get(name) if own else None)
    if known is None or len(a.args) <= known[0] or a.open_args:
        return a
    at, names = known[0], known[1].split()
    moved = dict(zip(names, a.args[at:], strict=False))
    if len(a.args) - at > len(names) or moved.keys() & a.kwargs.keys():
        return a
    return replace(a, args=a.args[:at], kwargs={**moved, **a.kwargs})
