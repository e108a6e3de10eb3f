"""Neural network operations: activations, normalization, losses, candidates."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scopecheck.models import shapes
from scopecheck.models.argument_order import check_sampled
from scopecheck.models.ops.arguments import (
    Given,
    axes_of,
    common_dtype,
    composed,
    dtype_of,
    shape_of,
    takes,
    tensor_inputs,
)
from scopecheck.models.ops.array import whole
from scopecheck.models.ops.dtypes_refused import check_converted, check_dtype, check_types
from scopecheck.models.ops.fitting import sure_dtype
from scopecheck.models.ops.math import same, unary
from scopecheck.models.ops.operands import (
    check_broadcast,
    check_product,
    check_rank,
    check_sizes,
    tells,
)
from scopecheck.models.ops.rearranged import check_axes
from scopecheck.models.refusal import refuse_argument
from scopecheck.models.registry import Model
from scopecheck.models.tensors import UNSEEN, Dim, Dims, Tensor, operation
from scopecheck.symbolic.stdlib.containers import Record, RecordClass
from scopecheck.symbolic.values import Value

if TYPE_CHECKING:
    from scopecheck.symbolic.machine import Machine


@takes("features name axis")
def _crelu(m: Machine, g: Given) -> Value:
    value = g("features")
    axis = g.number("axis", default=-1)
    dims = shapes.concat([shape_of(m, value)] * 2, whole(axis))
    return composed(
        operation(m, "Relu", tensor_inputs(m, value), dims, dtype_of(m, value), g.name("CRelu")),
        "Relu",
    )


@takes("features alpha name")
def _leaky_relu(m: Machine, g: Given) -> Value:
    value, dtype = g("features"), dtype_of(m, g("features"))
    dtype = "float32" if dtype in ("int32", "int64") else dtype
    inputs = tensor_inputs(m, value, g("alpha"))
    return operation(m, "LeakyRelu", inputs, shape_of(m, value), dtype, g.name("LeakyRelu"))


@takes("t name")
def _l2_loss(m: Machine, g: Given) -> Value:
    value = g("t")
    return operation(m, "L2Loss", tensor_inputs(m, value), (), dtype_of(m, value), g.name("L2Loss"))


@takes("value bias data_format name")
def _bias_add(m: Machine, g: Given) -> Value:
    value, bias = g("value"), g("bias")
    check_converted(m, "BiasAdd", bias, sure_dtype(m, value))
    dims, size = shape_of(m, value), shape_of(m, bias)
    if isinstance(dims, tuple) and dims:
        known: Dim = size[0] if isinstance(size, tuple) and len(size) == 1 else UNSEEN
        form = g.text("data_format", default="NHWC")
        at = len(dims) - 1 if form in ("NHWC", "N...C") else 1
        if form is not None and 1 < len(dims) > at:
            check_sizes(m, "BiasAdd", dims[at], known)
        try:
            dims = (*dims[:at], shapes.merge_size(dims[at], known), *dims[at + 1 :])
        except (ValueError, IndexError):
            dims = UNSEEN
    inputs = tensor_inputs(m, value, bias)
    return operation(m, "BiasAdd", inputs, dims, dtype_of(m, value), g.name("BiasAdd"))


@takes("x weights biases name")
def _xw_plus_b(m: Machine, g: Given) -> Value:
    x, weights, biases = g("x"), g("weights"), g("biases")
    check_types(m, "MatMul", x, weights, ("a", "b"))
    check_converted(m, "BiasAdd", biases, sure_dtype(m, x))
    check_product(m, shape_of(m, x), shape_of(m, weights), (False, False))
    dims = shapes.matmul(shape_of(m, x), shape_of(m, weights))
    op = "BiasAdd"
    if isinstance(dims, tuple) and biases is None:
        op = "MatMul"
    inputs = tensor_inputs(m, x, weights, biases)
    return operation(m, op, inputs, dims, common_dtype(m, x, weights), g.name("xw_plus_b"))


@takes("x weights biases name")
def _relu_layer(m: Machine, g: Given) -> Value:
    x, weights, biases = g("x"), g("weights"), g("biases")
    dims = shapes.matmul(shape_of(m, x), shape_of(m, weights))
    inputs = tensor_inputs(m, x, weights, biases)
    return composed(
        operation(m, "Relu", inputs, dims, common_dtype(m, x, weights), g.name("relu_layer"))
    )


_MOMENTS: dict[bool | None, tuple[str, str]] = {
    True: ("mean", "variance"),
    False: ("Squeeze", "Squeeze_1"),
}
"""What the results of ``tf.nn.moments`` are called, by whether dimensions are kept."""


@takes("x axes shift name keep_dims keepdims")
def _moments(m: Machine, g: Given) -> Value:
    value, axes = g("x"), axes_of(m, g("axes", "axis"))
    keep = g.flag("keepdims", "keep_dims")
    check_axes(m, "Mean", shape_of(m, value), axes)
    dims = shapes.reduce(shape_of(m, value), axes, keep)
    inputs = tensor_inputs(m, value)
    dtype = dtype_of(m, value)
    made = operation(m, "Mean", inputs, dims, dtype, g.name("moments"))
    inner = _moments_inside(m, g.text("name"), keep) if dtype not in (None, "float16") else None
    scope = made.name
    mean = composed(made, inner[0] if inner else None)
    variance = Tensor((*mean.key, 1), "Mean", inputs, dims, dtype)
    variance.within = mean.within
    if scope is not None and inner:
        variance.name = f"{scope}/{inner[1]}"
    return (mean, variance)


def _moments_inside(m: Machine, name: str | None, keep: bool | None) -> tuple[str, str] | None:
    """What the mean and the variance are called in their scope.

    Before 1.0 both were made by ``normalize_moments``, which was given the same name.
    """
    if not m.world.before_one:
        return _MOMENTS.get(keep)
    inner = "normalize" if name is None else f"{name}_1"
    return f"{inner}/mean", f"{inner}/variance"


@takes("x axes frequency_weights name keep_dims keepdims")
def _weighted_moments(m: Machine, g: Given) -> Value:
    value = g("x")
    keep = g.flag("keepdims", "keep_dims")
    dims = shapes.reduce(shape_of(m, value), axes_of(m, g("axes")), keep)
    inputs = tensor_inputs(m, value, g("frequency_weights"))
    mean = composed(
        operation(m, "Mean", inputs, dims, dtype_of(m, value), g.name("weighted_moments"))
    )
    return (mean, Tensor((*mean.key, 1), "Mean", inputs, dims, mean.dtype))


@takes("x mean variance offset scale variance_epsilon name")
def _batch_normalization(m: Machine, g: Given) -> Value:
    others = [g(name) for name in ("mean", "variance", "offset", "scale")]
    return _normalized(m, g, g("x"), others)


@takes("t m v beta gamma variance_epsilon scale_after_normalization name input mean variance")
def _batch_norm_with_global_normalization(m: Machine, g: Given) -> Value:
    scale = g("gamma") if g.flag("scale_after_normalization") is not False else None
    return _normalized(
        m, g, g("t", "input"), [g("m", "mean"), g("v", "variance"), g("beta"), scale]
    )


def _normalized(m: Machine, g: Given, value: Value, others: list[Value]) -> Value:
    dims = shape_of(m, value)
    for other in others:
        if other is not None:
            check_broadcast(m, "Mul", dims, shape_of(m, other))
        dims = dims if other is None else shapes.broadcast(dims, shape_of(m, other))
    inputs = tensor_inputs(m, value, *others)
    return composed(operation(m, "AddV2", inputs, dims, dtype_of(m, value), g.name("batchnorm")))


@takes("x scale offset mean variance epsilon data_format is_training name")
def _fused_batch_norm(m: Machine, g: Given) -> Value:
    value = g("x")
    names = ("scale", "offset", "mean", "variance")
    check_rank(m, "FusedBatchNormV3", shape_of(m, value), 4)
    inputs = tensor_inputs(m, value, *(g(name) for name in names))
    dims, dtype = shape_of(m, value), dtype_of(m, value)
    y = operation(m, "FusedBatchNormV3", inputs, dims, dtype, g.name("FusedBatchNormV3"))
    channels: Dims = UNSEEN
    if isinstance(dims, tuple) and dims:
        form = g.text("data_format", default="NHWC")
        channels = (dims[-1],) if form == "NHWC" else (dims[1],) if form == "NCHW" else (UNSEEN,)
    rest = [Tensor((*y.key, i), y.op, inputs, channels, dtype) for i in (1, 2)]
    return (y, *rest)


@takes("input k sorted name")
def _top_k(m: Machine, g: Given) -> Value:
    value, count = g("input"), whole(g.number("k", default=1))
    dims = shape_of(m, value)
    last = dims[-1] if isinstance(dims, tuple) and dims else None
    if isinstance(last, int) and isinstance(count, int) and count > last and tells(m):
        message = f"input must have last dimension >= k = {count} but is {last} for …"
        raise refuse_argument(m, "TopKV2", "ValueError", message)
    result: Dims = (*dims[:-1], count) if isinstance(dims, tuple) and dims else dims
    inputs = tensor_inputs(m, value)
    values = operation(m, "TopKV2", inputs, result, dtype_of(m, value), g.name("TopKV2"))
    places = Tensor((*values.key, 1), "ArgMax", inputs, result, "int32")
    return Record(_TOP_K, (values, places))


_TOP_K = RecordClass("TopKV2", ("values", "indices"), ())


@takes("predictions targets k name")
def _in_top_k(m: Machine, g: Given) -> Value:
    targets = g("targets")
    dims = shape_of(m, targets)
    check_dtype(m, "InTopKV2", "targets", targets, "sizes")
    check_rank(m, "InTopKV2", dims, 1)
    inputs = tensor_inputs(m, g("predictions"), targets)
    return composed(operation(m, "InTopK", inputs, dims, "bool", g.name("in_top_k")))


@takes("labels inputs sequence_length")
def _ctc_loss(m: Machine, g: Given) -> Value:
    value, lengths = g("inputs", "logits"), g("sequence_length", "logit_length")
    inputs = tensor_inputs(m, value)
    dims = shape_of(m, lengths)
    rank_one = isinstance(dims, tuple) and len(dims) == 1
    return operation(m, "CTCLoss", inputs, dims if rank_one else UNSEEN, dtype_of(m, value))


def _sampled(op: str, function: str, order: str = "labels inputs") -> Model:
    """A loss over some of the classes; order: which of the two comes first."""

    @takes(f"weights biases {order} num_sampled num_classes num_true")
    def model(m: Machine, g: Given) -> Value:
        value = g("inputs")
        check_sampled(m, function, g)
        dims, labels = shape_of(m, value), shape_of(m, g("labels"))
        rows: Dim = UNSEEN
        if isinstance(dims, tuple) and isinstance(labels, tuple) and dims and labels:
            try:
                rows = shapes.merge_size(dims[0], labels[0])
            except ValueError:
                rows = UNSEEN
        inputs = tensor_inputs(m, g("weights"), g("biases"), value)
        return operation(m, op, inputs, (rows,), dtype_of(m, value), g.name())

    return model


def _softmax(op: str) -> Model:
    @takes("logits axis name dim")
    def model(m: Machine, g: Given) -> Value:
        value, axis = g("logits"), g("axis", "dim")
        dims = shape_of(m, value)
        made = operation(m, op, tensor_inputs(m, value), dims, dtype_of(m, value), g.name(op))
        last = isinstance(dims, tuple) and axis == len(dims) - 1
        return made if axis in (None, -1) or last else composed(made)

    return model


MODELS: dict[str, Model] = {
    "tf.nn.relu": unary("Relu"),
    "tf.nn.relu6": unary("Relu6"),
    "tf.nn.elu": unary("Elu"),
    "tf.nn.selu": unary("Selu"),
    "tf.nn.softsign": unary("Softsign"),
    "tf.nn.swish": unary("Swish"),
    "tf.nn.silu": unary("Swish"),
    "tf.nn.gelu": unary("Gelu"),
    "tf.nn.leaky_relu": _leaky_relu,
    "tf.nn.softmax": _softmax("Softmax"),
    "tf.math.softmax": _softmax("Softmax"),
    "tf.nn.log_softmax": _softmax("LogSoftmax"),
    "tf.math.log_softmax": _softmax("LogSoftmax"),
    "tf.nn.local_response_normalization": same("LRN", "input depth_radius bias alpha beta"),
    "tf.nn.lrn": same("LRN", "input depth_radius bias alpha beta"),
    "tf.nn.crelu": _crelu,
    "tf.nn.l2_loss": _l2_loss,
    "tf.nn.bias_add": _bias_add,
    "tf.nn.xw_plus_b": _xw_plus_b,
    "tf.nn.relu_layer": _relu_layer,
    "tf.nn.moments": _moments,
    "tf.nn.weighted_moments": _weighted_moments,
    "tf.nn.batch_normalization": _batch_normalization,
    "tf.nn.batch_norm_with_global_normalization": _batch_norm_with_global_normalization,
    "tf.nn.fused_batch_norm": _fused_batch_norm,
    "tf.nn.top_k": _top_k,
    "tf.math.top_k": _top_k,
    "tf.nn.in_top_k": _in_top_k,
    "tf.math.in_top_k": _in_top_k,
    "tf.nn.ctc_loss": _ctc_loss,
    "tf.nn.nce_loss": _sampled("NceLoss", "nce_loss"),
    "tf.nn.sampled_softmax_loss": _sampled("SampledSoftmaxLoss", "sampled_softmax_loss"),
}
BEFORE_ONE: dict[str, Model] = {
    "tf.nn.nce_loss": _sampled("NceLoss", "nce_loss", "inputs labels"),
    "tf.nn.sampled_softmax_loss": _sampled(
        "SampledSoftmaxLoss", "sampled_softmax_loss", "inputs labels"
    ),
}
