"""``tf.contrib.layers``: the normalizers and the order in which they make their variables.

Source: tensorflow/contrib/layers/python/layers/{layers,normalization}.py: ``batch_norm``,
``layer_norm``, ``instance_norm``.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from scopecheck.models.contrib.formats import check_format
from scopecheck.models.contrib.weights import activated, add_weight, as_input, collected, in_scope
from scopecheck.models.layers.formats import channels_first, channels_of
from scopecheck.models.refusal import refuse_argument
from scopecheck.models.registry import Model, Signature
from scopecheck.models.switches import holds
from scopecheck.models.tensors import STATISTICS_READ, UNSEEN, Dim, DType, Tensor, placed
from scopecheck.models.training.updates import normalized
from scopecheck.models.world import current, scope_data
from scopecheck.symbolic.calls import Arguments
from scopecheck.symbolic.decisions import needed
from scopecheck.symbolic.values import DictRef, Extern, Unknown, Value

if TYPE_CHECKING:
    from scopecheck.symbolic.machine import Machine

_NORM = Signature(
    "inputs, decay=0.999, center=True, scale=False, epsilon=0.001, activation_fn=None, "
    "param_initializers=None, param_regularizers=None, updates_collections=update_ops, "
    "is_training=True, reuse=None, variables_collections=None, outputs_collections=None, "
    "trainable=True, batch_weights=None, fused=None, data_format=NHWC, "
    "zero_debias_moving_mean=False, scope=None, renorm=False, renorm_clipping=None, "
    "renorm_decay=0.99, adjustment=None"
)


def batch_norm(m: Machine, a: Arguments) -> Value:
    """``batch_norm``: gamma only if scale; beta before gamma for rank 2 or custom updates."""
    by = "tf.contrib.layers.batch_norm"
    g = _NORM.bind(m, "batch_norm", a)
    check_format(m, by, g["data_format"])

    def body() -> Value:
        x = as_input(m, g["inputs"])
        first = channels_first(m, g["data_format"])
        short = isinstance(x.shape, tuple) and len(x.shape) < 2
        channels = channels_of(x.shape, False if short else first)
        rank = len(x.shape) if isinstance(x.shape, tuple) else None
        _check_rank(m, by, x, g)
        dtype = _of_parameters(m, x, rank, g)
        core = (
            rank == 4
            and g["updates_collections"] == "update_ops"
            and not g["zero_debias_moving_mean"]
            and g["batch_weights"] is None
        )
        core = core or (
            rank != 2
            and g["updates_collections"] == "update_ops"
            and g["zero_debias_moving_mean"] is False
        )
        names = [n for n, on in (("beta", g["center"]), ("gamma", g["scale"])) if holds(m, on)]
        if core:
            names.reverse()
        made = [
            add_weight(
                m,
                by,
                n,
                (channels,),
                dtype,
                g["trainable"],
                _of_parameter(m, g["param_initializers"], n),
                _of_parameter(m, g["param_regularizers"], n),
                g,
            )
            for n in names
        ]
        made += [
            _statistic(m, by, n, channels, dtype, g) for n in ("moving_mean", "moving_variance")
        ]
        if holds(m, g["renorm"]):
            kinds = ("moving_stddev", "renorm_mean", "renorm_stddev")
            made += [_statistic(m, by, n, channels, dtype, g) for n in kinds]
        if holds(m, g["zero_debias_moving_mean"]) and g["is_training"] is not False:
            _zero_debias(m, by, channels, dtype)
        collection = g["updates_collections"]
        name = f"{current(m).stack}/AssignMovingAvg"
        read = normalized(m, by, x, tuple(made), len(names), g["is_training"], collection, name)
        fused = rank in (2, 4) and g["fused"] in (None, True) and g["batch_weights"] is None
        fused = fused and len(read) == len(names) + 2 and g["adjustment"] is None
        op = STATISTICS_READ if fused else "FusedBatchNorm"
        result: Value = placed(m, Tensor(m.identity(), op, (x, *read), x.shape, x.dtype))
        if g["activation_fn"] is not None and not isinstance(g["activation_fn"], Extern):
            result = m.call(g["activation_fn"], (result,))
        return collected(m, g, result)

    return in_scope(m, g["scope"], "BatchNorm", g["reuse"], body)


def _check_rank(m: Machine, by: str, x: Tensor, g: dict[str, Value]) -> None:
    """Refuses an input without a rank in the words of the layer that would be used, or its own."""
    if x.shape is None:
        layer = g["updates_collections"] == "update_ops" and g["batch_weights"] is None
        layer = layer and not g["zero_debias_moving_mean"]
        undefined = "('Input has undefined rank:', TensorShape(None))"
        message = undefined if layer else "Inputs … has undefined rank."
        raise refuse_argument(m, by, "ValueError", message)


def _of_parameters(m: Machine, x: Tensor, rank: int | None, g: dict[str, Value]) -> Value:
    """The dtype of a batch norm's variables: float32 for half of it, in most of its ways."""
    if not x.dtype or (rank is None and x.dtype in _HALF):
        return m.unknown("a dtype", not_none=True)
    ours = g["updates_collections"] == "update_ops" and not g["zero_debias_moving_mean"]
    fused = rank in (2, 4) and g["fused"] is not False
    wide = x.dtype in _HALF and g["batch_weights"] is None and (ours or fused)
    return DType("float32" if wide else x.dtype)


_HALF = ("float16", "bfloat16")


def _of_parameter(m: Machine, given: Value, name: str) -> Value:
    """What a dict has for one of the parameters, if there is one."""
    table = needed(m, given)
    return m.contents(table).items.get(name) if isinstance(table, DictRef) else None


def _statistic(
    m: Machine, by: str, name: str, channels: Dim, dtype: Value, g: dict[str, Value]
) -> Value:
    """A moving statistic: kept whole, whatever the scope's partitioner."""
    scope = current(m).scope
    before = m.heap[scope]
    m.write(scope, replace(before, partitioner=None))
    try:
        return add_weight(m, by, name, (channels,), dtype, False, layer=g)
    finally:
        m.write(scope, replace(m.heap[scope], partitioner=before.partitioner))


def _zero_debias(m: Machine, by: str, channels: Dim, dtype: Value) -> None:
    name = scope_data(m).name

    def body() -> Value:
        add_weight(m, by, "biased", (channels,), dtype, False)
        return add_weight(m, by, "local_step", (), dtype, False)

    in_scope(m, f"{name}/moving_mean", "moving_mean", None, body)


def _check_input(m: Machine, by: str, g: dict[str, Value], x: Tensor, first: bool | None) -> None:
    """The rank and the sizes of the parameters are known, and the axes are there."""
    message = None
    axes = [g[name] for name in ("begin_params_axis", "begin_norm_axis") if name in g]
    if x.shape is None:
        message = "Inputs … has undefined rank."
    elif not isinstance(x.shape, tuple) or len(x.shape) < 2:
        return
    elif any(isinstance(one, int) and one >= len(x.shape) for one in axes):
        message = (
            f"begin_params_axis ({axes[0]}) and begin_norm_axis ({axes[1]}) must be < "
            f"rank(inputs) ({len(x.shape)})"
        )
    elif axes and isinstance(axes[0], int) and None in x.shape[axes[0] :]:
        message = f"Inputs …: shape(inputs)[{axes[0]}:] is not fully defined: …"
    elif not axes and first is not None and x.shape[1 if first else -1] is None:
        message = "Inputs … has undefined channels dimension …."
    if message is not None:
        raise refuse_argument(m, by, "ValueError", message)


def normalization(default: str, function: str, last_axis: bool = True) -> Model:
    signature = Signature(
        "inputs, center=True, scale=True, activation_fn=None, reuse=None, "
        "variables_collections=None, outputs_collections=None, trainable=True, "
        "begin_norm_axis=1, begin_params_axis=-1, scope=None"
        if function == "layer_norm"
        else "inputs, center=True, scale=True, epsilon=0.001, activation_fn=None, "
        "param_initializers=None, reuse=None, variables_collections=None, "
        "outputs_collections=None, "
        "trainable=True, data_format=NHWC, scope=None"
    )

    def run(m: Machine, a: Arguments) -> Value:
        g = signature.bind(m, function, a)

        if "data_format" in g:
            check_format(m, function, g["data_format"])

        def body() -> Value:
            x = as_input(m, g["inputs"])
            first = channels_first(m, g.get("data_format"))
            _check_input(m, function, g, x, first)
            channels = channels_of(x.shape, first)
            dtype: Value = DType(x.dtype) if x.dtype else m.unknown("a dtype", not_none=True)
            by = f"tf.contrib.layers.{function}"
            sizes: tuple[Dim, ...] = (channels,)
            start = g.get("begin_params_axis")
            if isinstance(x.shape, tuple) and isinstance(start, int):
                sizes = x.shape[start:]
            elif isinstance(start, Unknown):
                sizes = (UNSEEN,)
            made = [
                add_weight(m, by, n, sizes, dtype, g["trainable"], layer=g)
                for n, on in (("beta", g["center"]), ("gamma", g["scale"]))
                if holds(m, on)
            ]
            made_of = (x, *made)
            result = Tensor(m.identity(), function, made_of, x.shape, x.dtype)
            return collected(m, g, activated(m, g["activation_fn"], result))

        return in_scope(m, g["scope"], default, g["reuse"], body)

    return run
