"""``tf.contrib.layers`` and slim: the common layers under all their names.

Source: tensorflow/contrib/layers/python/layers/layers.py.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from scopecheck.models import naming
from scopecheck.models.contrib.formats import PLANES, VOLUMES, check_format
from scopecheck.models.contrib.norms import batch_norm, normalization
from scopecheck.models.contrib.products import convolution, fully_connected, separable_conv2d
from scopecheck.models.contrib.repeat import repeat, stack
from scopecheck.models.contrib.weights import as_input, collected, in_scope
from scopecheck.models.layers import plans as layer_plans
from scopecheck.models.layers.arguments import windows
from scopecheck.models.layers.formats import as_core_layers_say
from scopecheck.models.layers.refusals import check_room
from scopecheck.models.numpy.numbers import plain
from scopecheck.models.registry import Model, Signature
from scopecheck.models.slim.arg_scope import scoped
from scopecheck.models.store.initial import Initializer
from scopecheck.models.store.initializers import check_contrib
from scopecheck.models.store.scope_names import under
from scopecheck.models.tensors import Tensor
from scopecheck.models.world import current
from scopecheck.symbolic.calls import Arguments
from scopecheck.symbolic.decisions import needed
from scopecheck.symbolic.values import Extern, Value

if TYPE_CHECKING:
    from collections.abc import Callable

    from scopecheck.symbolic.machine import Machine


_FLATTEN = Signature("inputs, outputs_collections=None, scope=None")


def flatten(m: Machine, a: Arguments) -> Value:
    """``flatten``: opens a name scope, and no variable scope that counts."""
    g = _FLATTEN.bind(m, "flatten", a)
    x = as_input(m, g["inputs"])
    plan = layer_plans.flatten(m, {}, x, None, None)

    def body() -> Value:
        made = Tensor(m.identity(), "Reshape", (x,), plan.output, x.dtype)
        return collected(m, g, made, current(m).stack)

    return in_name_scope(m, g["scope"], "Flatten", body)


_POOL_ARGUMENTS = "inputs, kernel_size, stride=2, padding=VALID, data_format={}, {}"
_COLLECTED = "outputs_collections=None, scope=None"
_POOLS = {
    2: Signature(_POOL_ARGUMENTS.format("NHWC", _COLLECTED)),
    3: Signature(_POOL_ARGUMENTS.format("NDHWC", _COLLECTED)),
}


def _pool(kind: str, rank: int) -> Model:
    """``max_pool2d`` and its like: they open a name scope, and no variable scope."""
    formats = PLANES if rank == 2 else VOLUMES

    def run(m: Machine, a: Arguments) -> Value:
        g = _POOLS[rank].bind(m, f"{kind.lower()}_pool{rank}d", a)
        check_format(m, f"{kind.lower()}_pool{rank}d", g["data_format"], formats)
        x = as_input(m, g["inputs"])
        given = {
            "pool_size": g["kernel_size"],
            "strides": g["stride"],
            "padding": g["padding"],
            "data_format": as_core_layers_say(m, g["data_format"]),
        }

        def body() -> Value:
            windows(rank, "pool_size")(m, f"{kind.lower()}_pool{rank}d", given)
            plan = layer_plans.pooling(rank)(m, given, x, None, None)
            check_room(m, f"{kind.lower()}_pool{rank}d", plan.fault)
            made = Tensor(m.identity(), "MaxPool", (x,), plan.output, x.dtype)
            return collected(m, g, made, current(m).stack)

        return in_name_scope(m, g["scope"], f"{kind}Pool{rank}D", body)

    return run


def in_name_scope(m: Machine, scope: Value, default: str, body: Callable[[], Value]) -> Value:
    """``with name_scope(scope, default, [inputs])``."""
    name = naming.encode(m, needed(m, scope)) or default
    with under(m, name):
        return body()


_DROPOUT = Signature(
    "inputs, keep_prob=0.5, noise_shape=None, is_training=True, outputs_collections=None, "
    "scope=None, seed=None"
)


def _dropout(m: Machine, a: Arguments) -> Value:
    g = _DROPOUT.bind(m, "dropout", a)
    x = as_input(m, g["inputs"])
    kept = plain(needed(m, g["keep_prob"]))

    def body() -> Value:
        given = {"training": g["is_training"]}
        if isinstance(kept, (int, float)):
            given["rate"] = 1 - kept
        check_room(m, "dropout", layer_plans.dropout(m, given, x, None, None).fault)
        return collected(m, g, Tensor(m.identity(), "Dropout", (x,), x.shape, x.dtype))

    return in_scope(m, g["scope"], "Dropout", None, body)


_SOFTMAX = Signature("logits, scope=None")


def _softmax(m: Machine, a: Arguments) -> Value:
    g = _SOFTMAX.bind(m, "softmax", a)
    x = as_input(m, g["logits"])

    def body() -> Value:
        return Tensor(m.identity(), "Softmax", (x,), x.shape, x.dtype)

    return in_scope(m, g["scope"], "softmax", None, body)


def _initializer(name: str) -> Model:
    def model(m: Machine, a: Arguments) -> Value:
        check_contrib(m, name, a)
        return Initializer("xavier")

    return model


def _activated_by(function: Value) -> Model:
    """``relu`` and its like: ``fully_connected``, also its defaults, with an activation."""
    inner = scoped("fully_connected", fully_connected)

    def run(m: Machine, a: Arguments) -> Value:
        given = {"activation_fn": function, **a.kwargs}
        return inner(m, Arguments(a.args, given, a.open_args, a.open_kwargs))

    return run


_LAYERS: dict[str, Model] = {
    "fully_connected": fully_connected,
    **{
        name: _activated_by(None if name == "linear" else Extern(f"tf.nn.{name}"))
        for name in ("linear", "relu", "relu6", "elu")
    },
    "conv1d": convolution(1),
    "convolution1d": convolution(1),
    "convolution3d": convolution(3),
    "convolution3d_transpose": convolution(3, True),
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
    "layer_norm": normalization("LayerNorm", "layer_norm"),
    "instance_norm": normalization("InstanceNorm", "instance_norm"),
    "flatten": flatten,
    "max_pool2d": _pool("Max", 2),
    "avg_pool2d": _pool("Avg", 2),
    "max_pool3d": _pool("Max", 3),
    "avg_pool3d": _pool("Avg", 3),
    "dropout": _dropout,
    "softmax": _softmax,
    "repeat": repeat,
    "stack": stack,
}


def register(layers: dict[str, Model]) -> dict[str, Model]:
    """Layers under all their names, each taking its defaults from the open argument scopes."""
    prefixes = ("tf.contrib.layers", "tf.contrib.slim", "tf_slim", "tf_slim.layers")
    return {f"{p}.{name}": scoped(name, model) for name, model in layers.items() for p in prefixes}


MODELS: dict[str, Model] = register(_LAYERS)
for _name in ("xavier_initializer", "xavier_initializer_conv2d", "variance_scaling_initializer"):
    MODELS[f"tf.contrib.layers.{_name}"] = _initializer(_name)
    MODELS[f"tf.contrib.slim.{_name}"] = _initializer(_name)
    MODELS[f"tf_slim.{_name}"] = _initializer(_name)
