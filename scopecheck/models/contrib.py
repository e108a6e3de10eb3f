"""``tf.contrib.layers`` and slim: the common layers under all their names.

Source: tensorflow/contrib/layers/python/layers/layers.py;
tensorflow/contrib/framework/python/ops/variables.py.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from scopecheck.models import layer_kinds as kinds
from scopecheck.models.arg_scope import scoped
from scopecheck.models.contrib_norms import batch_norm, normalization
from scopecheck.models.contrib_products import convolution, fully_connected, separable_conv2d
from scopecheck.models.contrib_repeat import repeat, stack
from scopecheck.models.contrib_weights import as_input, in_scope
from scopecheck.models.get_variable import SIGNATURE, request_variable
from scopecheck.models.initial import Initializer
from scopecheck.models.registry import Model, Signature
from scopecheck.models.tensors import Tensor
from scopecheck.models.world import scope_data
from scopecheck.symbolic.calls import Arguments
from scopecheck.symbolic.values import Value

if TYPE_CHECKING:
    from scopecheck.symbolic.machine import Machine


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
    "layer_norm": normalization("LayerNorm", "layer_norm"),
    "instance_norm": normalization("InstanceNorm", "instance_norm"),
    "flatten": flatten,
    "max_pool2d": _pool,
    "avg_pool2d": _pool,
    "dropout": _dropout,
    "repeat": repeat,
    "stack": stack,
}


def register(layers: dict[str, Model]) -> dict[str, Model]:
    """Layers under all their names, each taking its defaults from the open argument scopes."""
    prefixes = ("tf.contrib.layers", "tf.contrib.slim", "tf_slim", "tf_slim.layers")
    return {f"{p}.{name}": scoped(name, model) for name, model in layers.items() for p in prefixes}


MODELS: dict[str, Model] = register(_LAYERS)
for _prefix in ("tf.contrib.framework", "tf.contrib.slim", "tf_slim"):
    MODELS[f"{_prefix}.variable"] = _variable
    MODELS[f"{_prefix}.model_variable"] = _variable
for _name in ("xavier_initializer", "xavier_initializer_conv2d", "variance_scaling_initializer"):
    MODELS[f"tf.contrib.layers.{_name}"] = _initializer
    MODELS[f"tf.contrib.slim.{_name}"] = _initializer
    MODELS[f"tf_slim.{_name}"] = _initializer
MODELS["tf.contrib.framework.nest.flatten"] = lambda m, a: m.new_list((), True)
