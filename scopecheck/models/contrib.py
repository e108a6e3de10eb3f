"""``tf.contrib.layers`` and slim: fully_connected, convolutions, batch_norm, arg_scope.

Source: tensorflow/contrib/layers/python/layers/layers.py,
tensorflow/contrib/framework/python/ops/arg_scope.py.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from scopecheck.models import layer_kinds as kinds
from scopecheck.models.initial import Initializer
from scopecheck.models.refusal import refuse_argument
from scopecheck.models.registry import Model, Signature
from scopecheck.models.tensors import UNSEEN, Dim, Dims, DType, Tensor, operation
from scopecheck.models.variable_scope import close_scope, construct, open_scope
from scopecheck.models.variable_store import SIGNATURE, request_variable
from scopecheck.models.variables import GLOBAL, add_to_collections
from scopecheck.models.world import scope_data
from scopecheck.symbolic.calls import Arguments, call_value
from scopecheck.symbolic.decisions import needed
from scopecheck.symbolic.iteration import iterate
from scopecheck.symbolic.values import (
    DictRef,
    Extern,
    Foreign,
    Function,
    ListRef,
    Unknown,
    Value,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from scopecheck.symbolic.machine import Machine

MODEL_VARIABLES = "model_variables"


def add_weight(
    m: Machine,
    by: str,
    name: str,
    dims: tuple[Dim, ...],
    dtype: Value,
    trainable: Value = True,
    initializer: Value = None,
) -> Value:
    """A model variable of a layer, in the scope in force."""
    sizes = m.new_list(
        [d if d is None or isinstance(d, int) else m.unknown("a size", kind="int") for d in dims]
    )
    given: dict[str, Value] = {
        "name": name,
        "shape": sizes,
        "dtype": dtype,
        "initializer": initializer if initializer is not None else Initializer("xavier"),
        "trainable": trainable is not False,
        "collections": (GLOBAL, MODEL_VARIABLES),
    }
    return request_variable(m, given, scope_data(m), by)


def in_scope(
    m: Machine, scope: Value, default: str, reuse: Value, body: Callable[[], Value]
) -> Value:
    """``with variable_scope(scope, default, [inputs], reuse=reuse)``."""
    context = construct(
        m, {"name_or_scope": scope, "default_name": default, "values": None, "reuse": reuse}
    )
    _, token = open_scope(m, context.given, m.site())
    try:
        return body()
    finally:
        close_scope(m, token)


def _finish(
    m: Machine, g: dict[str, Value], output: Tensor, dims: tuple[Dim, ...], by: str, dtype: Value
) -> Value:
    """Normalizer, biases, activation: what follows the product."""
    normalizer = g.get("normalizer_fn")
    result: Value = output
    if normalizer is not None:
        params = g.get("normalizer_params")
        table = m.contents(params) if isinstance(params, DictRef) else None
        kwargs = {k: v for k, v in table.items.items() if isinstance(k, str)} if table else {}
        result = call_value(m, normalizer, Arguments((result,), kwargs))
    return activated(m, g.get("activation_fn"), result, output)


def activated(m: Machine, function: Value, result: Value, like: Tensor | None = None) -> Value:
    """What the activation makes of a layer's result; one of TensorFlow's keeps the shape."""
    if function is not None and not isinstance(function, (Extern, str)):
        result = m.call(function, (result,))
    if like is not None and isinstance(result, Tensor) and result.shape is UNSEEN:
        result = Tensor(m.unknown().key, "Activation", (result,), like.shape, like.dtype)
    return result


def has_bias(g: dict[str, Value]) -> bool:
    """Whether a layer adds biases: only where nothing normalizes, and unless told otherwise."""
    return g.get("normalizer_fn") is None and g.get("biases_initializer", True) is not None


_FULL = Signature(
    "inputs, num_outputs, activation_fn=relu, normalizer_fn=None, normalizer_params=None, "
    "weights_initializer=xavier, weights_regularizer=None, biases_initializer=zeros, "
    "biases_regularizer=None, reuse=None, variables_collections=None, outputs_collections=None, "
    "trainable=True, scope=None"
)
_CONV = Signature(
    "inputs, num_outputs, kernel_size, stride=1, padding=SAME, data_format=None, rate=1, "
    "activation_fn=relu, normalizer_fn=None, normalizer_params=None, weights_initializer=xavier, "
    "weights_regularizer=None, biases_initializer=zeros, biases_regularizer=None, reuse=None, "
    "variables_collections=None, outputs_collections=None, trainable=True, scope=None"
)
_TRANSPOSE = Signature(
    "inputs, num_outputs, kernel_size, stride=1, padding=SAME, data_format=NHWC, "
    "activation_fn=relu, "
    "normalizer_fn=None, normalizer_params=None, weights_initializer=xavier, "
    "weights_regularizer=None, "
    "biases_initializer=zeros, biases_regularizer=None, reuse=None, variables_collections=None, "
    "outputs_collections=None, trainable=True, scope=None"
)
_NORM = Signature(
    "inputs, decay=0.999, center=True, scale=False, epsilon=0.001, activation_fn=None, "
    "param_initializers=None, param_regularizers=None, updates_collections=update_ops, "
    "is_training=True, reuse=None, variables_collections=None, outputs_collections=None, "
    "trainable=True, batch_weights=None, fused=None, data_format=NHWC, "
    "zero_debias_moving_mean=False, scope=None, renorm=False, renorm_clipping=None, "
    "renorm_decay=0.99, adjustment=None"
)


def as_input(m: Machine, value: Value) -> Tensor:
    """A layer's input as a tensor."""
    return value if isinstance(value, Tensor) else Tensor(m.unknown().key, "Const", (value,))


def fully_connected(m: Machine, a: Arguments) -> Value:
    """``fully_connected``: weights, biases in scope or ``fully_connected``."""
    by = "tf.contrib.layers.fully_connected"
    g = _FULL.bind(m, "fully_connected", a)

    def body() -> Value:
        x = as_input(m, g["inputs"])
        units = kinds.size(m, g["num_outputs"])
        given = {
            "units": units if isinstance(units, int) else m.unknown("units", kind="int"),
            "use_bias": False,
        }
        plan = kinds.dense(m, given, x, "fully_connected", None)
        weight = plan.weights[0]
        made = [
            add_weight(
                m,
                by,
                "weights",
                weight.dims,
                weight.dtype,
                g["trainable"],
                given_initializer(g, "weights_initializer"),
            )
        ]
        if has_bias(g):
            made.append(
                add_weight(
                    m,
                    by,
                    "biases",
                    (units,),
                    weight.dtype,
                    g["trainable"],
                    given_initializer(g, "biases_initializer"),
                )
            )
        output = Tensor(m.unknown().key, "MatMul", (x, *made), plan.output, x.dtype)
        return _finish(m, g, output, (units,), by, weight.dtype)

    return in_scope(m, g["scope"], "fully_connected", g["reuse"], body)


def given_initializer(g: dict[str, Value], name: str) -> Value:
    """An initializer that was given; None for a layer's own default."""
    value = g.get(name)
    return None if isinstance(value, str) else value


def convolution(rank: int | None, transpose: bool = False) -> Model:
    """``conv1d``, ``conv2d``, ``conv3d``, ``conv2d_transpose``."""
    function = (
        "convolution" if rank is None else f"conv{rank}d" + ("_transpose" if transpose else "")
    )
    by = f"tf.contrib.layers.{function}"
    signature = _TRANSPOSE if transpose else _CONV
    default = f"Conv{rank}d_transpose" if transpose else "Conv"

    def run(m: Machine, a: Arguments) -> Value:
        g = signature.bind(m, function, a)

        def body() -> Value:
            x = as_input(m, g["inputs"])
            dims = (
                rank
                if rank is not None
                else (len(x.shape) - 2 if isinstance(x.shape, tuple) else 2)
            )
            first = g["data_format"] in ("NCHW", "NCW", "NCDHW")
            given = {
                "filters": g["num_outputs"],
                "kernel_size": g["kernel_size"],
                "strides": g["stride"],
                "padding": g["padding"],
                "dilation_rate": g.get("rate", 1),
                "use_bias": False,
                "data_format": "channels_first" if first else "channels_last",
            }
            plan = kinds.conv(dims, transpose)(m, given, x, function, None)
            weight = plan.weights[0]
            filters = kinds.size(m, g["num_outputs"])
            made = [
                add_weight(
                    m,
                    by,
                    "weights",
                    weight.dims,
                    weight.dtype,
                    g["trainable"],
                    given_initializer(g, "weights_initializer"),
                )
            ]
            if has_bias(g):
                made.append(
                    add_weight(
                        m,
                        by,
                        "biases",
                        (filters,),
                        weight.dtype,
                        g["trainable"],
                        given_initializer(g, "biases_initializer"),
                    )
                )
            output = Tensor(m.unknown().key, "Conv2D", (x, *made), plan.output, x.dtype)
            return _finish(m, g, output, (filters,), by, weight.dtype)

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

    def body() -> Value:
        x = as_input(m, g["inputs"])
        shallow = g["num_outputs"] is None
        multiplier = kinds.size(m, g["depth_multiplier"])
        given = {
            "filters": 1 if shallow else g["num_outputs"],
            "kernel_size": g["kernel_size"],
            "strides": g["stride"],
            "padding": g["padding"],
            "dilation_rate": g["rate"],
            "use_bias": False,
        }
        plan = kinds.conv(2)(m, given, x, "separable_conv2d", None)
        *kernel, channels, filters = plan.weights[0].dims
        dtype = plan.weights[0].dtype
        inner: Dim = (
            channels * multiplier
            if isinstance(channels, int) and isinstance(multiplier, int)
            else UNSEEN
        )
        made = [
            add_weight(
                m, by, "depthwise_weights", (*kernel, channels, multiplier), dtype, g["trainable"]
            )
        ]
        if not shallow:
            made.append(
                add_weight(
                    m, by, "pointwise_weights", (1, 1, inner, filters), dtype, g["trainable"]
                )
            )
        last = inner if shallow else filters
        if has_bias(g):
            made.append(add_weight(m, by, "biases", (last,), dtype, g["trainable"]))
        dims: Dims = (*plan.output[:-1], last) if isinstance(plan.output, tuple) else UNSEEN
        output = Tensor(m.unknown().key, "Conv2D", (x, *made), dims, x.dtype)
        return _finish(m, g, output, (last,), by, dtype)

    return in_scope(m, g["scope"], "SeparableConv2d", g["reuse"], body)


def batch_norm(m: Machine, a: Arguments) -> Value:
    """``batch_norm``: gamma only if scale; beta before gamma for rank 2 or custom updates."""
    by = "tf.contrib.layers.batch_norm"
    g = _NORM.bind(m, "batch_norm", a)

    def body() -> Value:
        x = as_input(m, g["inputs"])
        channels: Dim = UNSEEN
        if isinstance(x.shape, tuple) and x.shape:
            channels = (
                x.shape[1] if g["data_format"] == "NCHW" and len(x.shape) > 1 else x.shape[-1]
            )
        rank = len(x.shape) if isinstance(x.shape, tuple) else None
        dtype: Value = DType(x.dtype) if x.dtype else m.unknown("a dtype", not_none=True)
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
        names = [
            n for n, on in (("beta", g["center"]), ("gamma", g["scale"])) if on not in (False, None)
        ]
        if core:
            names.reverse()
        made = [add_weight(m, by, n, (channels,), dtype, g["trainable"]) for n in names]
        made += [
            add_weight(m, by, n, (channels,), dtype, False)
            for n in ("moving_mean", "moving_variance")
        ]
        if g["zero_debias_moving_mean"] is True and g["is_training"] is not False:
            _zero_debias(m, by, channels, dtype)
        if g["is_training"] is not False and isinstance(g["updates_collections"], str):
            add_to_collections(
                m, (g["updates_collections"],) * 1, operation(m, "AssignMovingAvg", (x,))
            )
            add_to_collections(
                m, (g["updates_collections"],) * 1, operation(m, "AssignMovingAvg", (x,))
            )
        result: Value = Tensor(m.unknown().key, "FusedBatchNorm", (x, *made), x.shape, x.dtype)
        if g["activation_fn"] is not None and not isinstance(g["activation_fn"], Extern):
            result = m.call(g["activation_fn"], (result,))
        return result

    return in_scope(m, g["scope"], "BatchNorm", g["reuse"], body)


def _zero_debias(m: Machine, by: str, channels: Dim, dtype: Value) -> None:
    name = scope_data(m).name

    def body() -> Value:
        add_weight(m, by, "biased", (channels,), dtype, False)
        return add_weight(m, by, "local_step", (), dtype, False)

    in_scope(m, f"{name}/moving_mean", "moving_mean", None, body)


def _norm(default: str, function: str, last_axis: bool = True) -> Model:
    signature = Signature(
        "inputs, center=True, scale=True, epsilon=0.001, activation_fn=None, reuse=None, "
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

        def body() -> Value:
            x = as_input(m, g["inputs"])
            channels: Dim = x.shape[-1] if isinstance(x.shape, tuple) and x.shape else UNSEEN
            dtype: Value = DType(x.dtype) if x.dtype else m.unknown("a dtype", not_none=True)
            by = f"tf.contrib.layers.{function}"
            made = [
                add_weight(m, by, n, (channels,), dtype, g["trainable"])
                for n, on in (("beta", g["center"]), ("gamma", g["scale"]))
                if on is not False
            ]
            return Tensor(m.unknown().key, function, (x, *made), x.shape, x.dtype)

        return in_scope(m, g["scope"], default, g["reuse"], body)

    return run


def flatten(m: Machine, a: Arguments) -> Value:
    """``flatten``: opens no variable scope that counts."""
    x = as_input(m, a.args[0] if a.args else a.kwargs.get("inputs"))
    plan = kinds.flatten(m, {}, x, "flatten", None)
    return Tensor(m.unknown().key, "Reshape", (x,), plan.output, x.dtype)


_POOL = Signature(
    "inputs, kernel_size, stride=2, padding=VALID, data_format=NHWC, outputs_collections=None, "
    "scope=None"
)


def _pool(m: Machine, a: Arguments) -> Value:
    g = _POOL.bind(m, "max_pool2d", a)
    x = as_input(m, g["inputs"])
    given = {"pool_size": g["kernel_size"], "strides": g["stride"], "padding": g["padding"]}
    plan = kinds.pooling(2)(m, given, x, "pool", None)
    return Tensor(m.unknown().key, "MaxPool", (x,), plan.output, x.dtype)


def _dropout(m: Machine, a: Arguments) -> Value:
    x = as_input(m, a.args[0] if a.args else a.kwargs.get("inputs"))

    def body() -> Value:
        return Tensor(m.unknown().key, "Dropout", (x,), x.shape, x.dtype)

    return in_scope(m, a.kwargs.get("scope"), "Dropout", None, body)


def _variable(m: Machine, a: Arguments) -> Value:
    """``slim.variable`` and ``model_variable``: get_variable with collections."""
    kwargs = {k: v for k, v in a.kwargs.items() if k in SIGNATURE.names}
    given = SIGNATURE.bind(m, "variable", Arguments(a.args, kwargs))
    return request_variable(m, given, scope_data(m), "tf.contrib.framework.variable")


# -- arg_scope --------------------------------------------------------------------------


class ArgScope(Foreign):
    """``arg_scope``: default arguments for decorated operations while it is open."""

    __slots__ = ("scopes",)

    def __init__(self, scopes: dict[Value, dict[str, Value]]) -> None:
        self.scopes = scopes

    def held(self, m: Machine) -> Value:
        """The argument scopes to restore."""
        return m.world.arg_scopes

    def enter(self, m: Machine, node: Any) -> Value:
        """Puts the merged defaults in force; gives them, to be entered again."""
        from dataclasses import replace

        m.world = replace(m.world, arg_scopes=(*m.world.arg_scopes, self))
        return self

    def leave(self, m: Machine, token: Value) -> None:
        """Restores the defaults."""
        from dataclasses import replace

        m.world = replace(m.world, arg_scopes=token)


def _key(value: Value) -> Value:
    if isinstance(value, Extern):
        return canonical_op(value.name)
    return value


def canonical_op(name: str) -> str:
    """The operation behind a name: slim.conv2d is contrib's convolution2d."""
    short = name.rsplit(".", 1)[-1]
    return {
        "convolution1d": "conv1d",
        "convolution2d": "conv2d",
        "convolution3d": "conv3d",
        "convolution3d_transpose": "conv3d_transpose",
        "convolution2d_in_plane": "conv2d_in_plane",
        "convolution": "conv2d" if "." not in name else "convolution",
        "convolution2d_transpose": "conv2d_transpose",
        "separable_convolution2d": "separable_conv2d",
    }.get(short, short)


def current_arguments(m: Machine) -> dict[Value, dict[str, Value]]:
    """The default arguments in force."""
    scopes = m.world.arg_scopes
    return scopes[-1].scopes if scopes else {}


def arg_scope(m: Machine, a: Arguments) -> Value:
    """``arg_scope(list_ops_or_scope, **kwargs)``."""
    target = a.args[0] if a.args else a.kwargs.get("list_ops_or_scope")
    kwargs = {k: v for k, v in a.kwargs.items() if k != "list_ops_or_scope"}
    if isinstance(target, ArgScope):
        if kwargs:
            raise refuse_argument(
                m,
                "arg_scope",
                "ValueError",
                "When attempting to re-use a scope by suppling adictionary, kwargs must be empty.",
            )
        return ArgScope(target.scopes)
    if isinstance(target, (DictRef, Unknown)):
        return ArgScope(current_arguments(m))
    if not isinstance(target, (tuple, ListRef)):
        raise refuse_argument(
            m,
            "arg_scope",
            "TypeError",
            "list_ops_or_scope must either be a list/tuple or reused scope (i.e. dict)",
        )
    held = iterate(m, target)
    merged = {key: dict(values) for key, values in current_arguments(m).items()}
    for op in held.items if held else ():
        key = _key(op)
        if isinstance(op, Extern) and op.name.startswith("tf.layers."):
            raise refuse_argument(
                m,
                "arg_scope",
                "ValueError",
                f"('%s is not decorated with @add_arg_scope', {_module_of(op.name)})",
            )
        merged[key] = {**merged.get(key, {}), **kwargs}
    return ArgScope(merged)


def _module_of(name: str) -> tuple[str, str]:
    short = name.rsplit(".", 1)[-1]
    module = {
        "dense": "core",
        "dropout": "core",
        "flatten": "core",
        "batch_normalization": "normalization",
    }.get(short, "pooling" if "pool" in short else "convolutional")
    return (f"tensorflow.python.layers.{module}", short)


class Decorated(Foreign):
    """A function of the program behind ``@add_arg_scope``."""

    __slots__ = ("function",)
    wraps_method = True

    def __init__(self, function: Value) -> None:
        self.function = function

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Decorated) and other.function == self.function

    def __hash__(self) -> int:
        return hash(self.function)

    def call(self, m: Machine, args: Any) -> Value:
        """Calls it with the defaults in force."""
        defaults = current_arguments(m).get(self, {})
        return call_value(
            m,
            self.function,
            Arguments(args.args, {**defaults, **args.kwargs}, args.open_args, args.open_kwargs),
        )

    def get_attribute(self, m: Machine, name: str) -> Value:
        """The function's attributes."""
        from scopecheck.symbolic.access import get_attribute

        return get_attribute(m, self.function, name)


def _add_arg_scope(m: Machine, a: Arguments) -> Value:
    return Decorated(a.args[0]) if a.args and isinstance(a.args[0], Function) else m.unknown()


def scoped(name: str, model: Model) -> Model:
    """A contrib operation that takes its defaults from the open argument scopes."""
    key = canonical_op(name)

    def run(m: Machine, a: Arguments) -> Value:
        defaults = current_arguments(m).get(key)
        if defaults:
            a = Arguments(a.args, {**defaults, **a.kwargs}, a.open_args, a.open_kwargs)
        return model(m, a)

    return run


def _repeat(m: Machine, a: Arguments) -> Value:
    """``slim.repeat(inputs, repetitions, layer, *args, scope=None)``."""
    x, times, layer = a.args[0], needed(m, a.args[1]), a.args[2]
    kwargs = {k: v for k, v in a.kwargs.items() if k != "scope"}
    scope = a.kwargs.get("scope")
    if not isinstance(times, int):
        m.undecided("slim.repeat", "the number of repetitions is not known", 1)
        return m.unknown("repeat")

    def body() -> Value:
        result = x
        for i in range(times):
            name = f"{scope if scope is not None else _layer_name(m, layer)}_{i + 1}"
            result = call_value(
                m, layer, Arguments((result, *a.args[3:]), {**kwargs, "scope": name})
            )
        return result

    return in_scope(m, scope, "Repeat", None, body)


def _layer_name(m: Machine, layer: Value) -> str:
    if isinstance(layer, Extern):
        short = layer.name.rsplit(".", 1)[-1]
        return {"conv2d": "convolution2d", "conv2d_transpose": "convolution2d_transpose"}.get(
            short, short
        )
    if isinstance(layer, Function):
        return layer.code.name
    return "repeat"


def _stack(m: Machine, a: Arguments) -> Value:
    """``slim.stack(inputs, layer, stack_args, scope=None)``."""
    x, layer, rows = a.args[0], a.args[1], iterate(m, a.args[2])
    kwargs = {k: v for k, v in a.kwargs.items() if k != "scope"}
    scope = a.kwargs.get("scope")
    if rows is None or rows.open:
        m.undecided("slim.stack", "the arguments of the stacked layers are not known", 1)
        return m.unknown("stack")

    def body() -> Value:
        result = x
        for i, row in enumerate(rows.items):
            held = iterate(m, row) if isinstance(row, (tuple, ListRef)) else None
            extra = held.items if held is not None else (row,)
            name = f"{scope if scope is not None else _layer_name(m, layer)}_{i + 1}"
            result = call_value(m, layer, Arguments((result, *extra), {**kwargs, "scope": name}))
        return result

    return in_scope(m, scope, "Stack", None, body)


def _initializer(m: Machine, a: Arguments) -> Value:
    return Initializer("xavier")


_LAYERS: dict[str, Model] = {
    "fully_connected": fully_connected,
    "linear": lambda m, a: fully_connected(
        m, Arguments(a.args, {"activation_fn": None, **a.kwargs})
    ),
    "relu": fully_connected,
    "relu6": fully_connected,
    "conv1d": convolution(1),
    "convolution1d": convolution(1),
    "convolution3d": convolution(3),
    "convolution3d_transpose": convolution(3, True),
    "elu": fully_connected,
    "conv2d": convolution(2),
    "convolution2d": convolution(2),
    "convolution": convolution(None),
    "conv3d": convolution(3),
    "conv2d_transpose": convolution(2, True),
    "convolution2d_transpose": convolution(2, True),
    "conv3d_transpose": convolution(3, True),
    "separable_conv2d": separable_conv2d,
    "separable_convolution2d": separable_conv2d,
    "batch_norm": batch_norm,
    "layer_norm": _norm("LayerNorm", "layer_norm"),
    "instance_norm": _norm("InstanceNorm", "instance_norm"),
    "flatten": flatten,
    "max_pool2d": _pool,
    "avg_pool2d": _pool,
    "dropout": _dropout,
    "repeat": _repeat,
    "stack": _stack,
}


def register(layers: dict[str, Model]) -> dict[str, Model]:
    """Layers under all their names, each taking its defaults from the open argument scopes."""
    prefixes = ("tf.contrib.layers", "tf.contrib.slim", "tf_slim", "tf_slim.layers")
    return {f"{p}.{name}": scoped(name, model) for name, model in layers.items() for p in prefixes}


MODELS: dict[str, Model] = register(_LAYERS)
for _prefix in ("tf.contrib.framework", "tf.contrib.slim", "tf_slim"):
    MODELS[f"{_prefix}.arg_scope"] = arg_scope
    MODELS[f"{_prefix}.add_arg_scope"] = _add_arg_scope
    MODELS[f"{_prefix}.variable"] = _variable
    MODELS[f"{_prefix}.model_variable"] = _variable
for _name in ("xavier_initializer", "xavier_initializer_conv2d", "variance_scaling_initializer"):
    MODELS[f"tf.contrib.layers.{_name}"] = _initializer
    MODELS[f"tf.contrib.slim.{_name}"] = _initializer
    MODELS[f"tf_slim.{_name}"] = _initializer
MODELS["tf.contrib.framework.nest.flatten"] = lambda m, a: m.new_list((), True)
