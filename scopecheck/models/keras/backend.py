"""Keras's backend in a graph: variables that it makes, and operations that TensorFlow has too.

A variable of the backend is a ``tf.Variable`` of the default dtype; ``zeros`` and its like make
one wherever the shape is known.

Source: tensorflow/python/keras/backend.py of 1.15; tf_keras/src/backend.py.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from scopecheck.models.ops.arguments import dtype_of, shape_of, tensor_inputs
from scopecheck.models.registry import Model, Signature
from scopecheck.models.shapes import multiply
from scopecheck.models.tensors import UNSEEN, Dim, Dims, DType, Tensor, operation
from scopecheck.symbolic.calls import Arguments
from scopecheck.symbolic.decisions import needed
from scopecheck.symbolic.values import Value

if TYPE_CHECKING:
    from scopecheck.symbolic.machine import Machine

_PREFIX = "tf.keras.backend."
_FLOAT = DType("float32")

_SAME: dict[str, tuple[str, str]] = {
    **{
        name: ("x", name)
        for name in "abs exp log sqrt square sign round tanh sigmoid sin cos transpose".split()
    },
    "softplus": ("x", "nn.softplus"),
    "softsign": ("x", "nn.softsign"),
    "zeros_like": ("x, dtype=None", "zeros_like"),
    "ones_like": ("x, dtype=None", "ones_like"),
    "softmax": ("x, axis=-1", "nn.softmax"),
    **{
        name: ("x, axis=None, keepdims=False", f"reduce_{name}")
        for name in "sum prod mean max min std any all".split()
    },
    "var": ("x, axis=None, keepdims=False", "reduce_variance"),
    "argmax": ("x, axis=-1", "argmax"),
    "argmin": ("x, axis=-1", "argmin"),
    "concatenate": ("tensors, axis=-1", "concat"),
    "expand_dims": ("x, axis=-1", "expand_dims"),
    "squeeze": ("x, axis", "squeeze"),
    "reshape": ("x, shape", "reshape"),
    "permute_dimensions": ("x, pattern", "transpose"),
    "stack": ("x, axis=0", "stack"),
    "cast": ("x, dtype", "cast"),
    "hard_sigmoid": ("x", "sigmoid"),
    "gather": ("reference, indices", "gather"),
    "pow": ("x, a", "pow"),
    "clip": ("x, min_value, max_value", "clip_by_value"),
    **{
        name: ("x, y", name)
        for name in "maximum minimum equal not_equal greater greater_equal less less_equal".split()
    },
    "one_hot": ("indices, num_classes", "one_hot"),
    "tile": ("x, n", "tile"),
    "update": ("x, new_x", "assign"),
    "update_add": ("x, increment", "assign_add"),
    "update_sub": ("x, decrement", "assign_sub"),
    "moving_average_update": ("x, value, momentum", "train.assign_moving_average"),
    "stop_gradient": ("variables", "stop_gradient"),
    "cumsum": ("x, axis=0", "cumsum"),
    "cumprod": ("x, axis=0", "cumprod"),
    "l2_normalize": ("x, axis=None", "nn.l2_normalize"),
    "shape": ("x", "shape"),
    "random_normal": ("shape, mean=0.0, stddev=1.0", "random_normal"),
    "random_uniform": ("shape, minval=0.0, maxval=1.0", "random_uniform"),
    "truncated_normal": ("shape, mean=0.0, stddev=1.0", "truncated_normal"),
}
"""The parameters of a function, and TensorFlow's function of the same, in the same order."""


def _same(name: str) -> Model:
    text, target = _SAME[name]
    signature = Signature(text)

    def run(m: Machine, a: Arguments) -> Value:
        given = signature.bind(m, name, a)
        args = tuple(given[one] for one in signature.names)
        if "dtype" in signature.defaults and args[-1] is None:
            args = args[:-1]
        return m.library.call(m, f"tf.{target}", Arguments(args, {}))

    return run


_VARIABLE = Signature("value, dtype=None, name=None, constraint=None")
_FILLED = Signature("shape=None, dtype=None, name=None")
_EYE = Signature("size, dtype=None, name=None")
_DRAWN = Signature("shape, mean, scale, dtype=None, name=None, seed=None")
_PLACEHOLDER = Signature("shape=None, ndim=None, dtype=None, sparse=False, name=None, ragged=None")
_CONSTANT = Signature("value, dtype=None, shape=None, name=None")
_DOT = Signature("x, y")
_FLATTEN = Signature("x")
_ACTIVATION = Signature("x, alpha=0.0, max_value=None, threshold=0")
_REPEAT = Signature("x, n")
_RESIZE = Signature("x, height_factor, width_factor, data_format, interpolation=nearest")
_BIAS = Signature("x, bias, data_format=None")


def _dtype(m: Machine, given: Value) -> Value:
    return _FLOAT if needed(m, given) is None else given


def _made(m: Machine, value: Value, dtype: Value, name: Value) -> Value:
    kwargs = {"dtype": _dtype(m, dtype), "name": name, "use_resource": True}
    return m.library.call(m, "tf.Variable", Arguments((value,), kwargs))


def _variable(m: Machine, a: Arguments) -> Value:
    """``K.variable(value)``."""
    g = _VARIABLE.bind(m, "variable", a)
    return _made(m, g["value"], g["dtype"], g["name"])


def _filled(function: str) -> Model:
    """``K.zeros(shape)`` and ``K.ones``: the tensor of that name, and a variable of it."""

    def run(m: Machine, a: Arguments) -> Value:
        g = _FILLED.bind(m, function, a)
        shape = () if needed(m, g["shape"]) is None else g["shape"]
        kwargs = {"dtype": _dtype(m, g["dtype"]), "name": g["name"]}
        value = m.library.call(m, f"tf.{function}", Arguments((shape,), kwargs))
        dims = value.shape if isinstance(value, Tensor) else UNSEEN
        known = isinstance(dims, tuple) and None not in dims and 0 not in dims
        return _made(m, value, g["dtype"], g["name"]) if known or dims is UNSEEN else value

    return run


def _eye(m: Machine, a: Arguments) -> Value:
    g = _EYE.bind(m, "eye", a)
    value = m.library.call(m, "tf.eye", Arguments((g["size"],), {"dtype": _dtype(m, g["dtype"])}))
    return _made(m, value, g["dtype"], g["name"])


def _drawn(function: str) -> Model:
    """``K.random_normal_variable`` and ``K.random_uniform_variable``."""

    def run(m: Machine, a: Arguments) -> Value:
        g = _DRAWN.bind(m, function, _renamed(a))
        value = m.library.call(m, f"tf.{function}", Arguments((g["shape"],), {}))
        return _made(m, value, g["dtype"], g["name"])

    return run


def _renamed(a: Arguments) -> Arguments:
    names = {"low": "mean", "high": "scale"}
    kwargs = {names.get(name, name): value for name, value in a.kwargs.items()}
    return Arguments(a.args, kwargs, a.open_args, a.open_kwargs)


def _placeholder(m: Machine, a: Arguments) -> Value:
    g = _PLACEHOLDER.bind(m, "placeholder", a)
    shape, rank = needed(m, g["shape"]), needed(m, g["ndim"])
    if shape is None and isinstance(rank, int):
        shape = (None,) * rank
    args = Arguments((_dtype(m, g["dtype"]),), {"shape": shape, "name": g["name"]})
    return m.library.call(m, "tf.placeholder", args)


def _constant(m: Machine, a: Arguments) -> Value:
    g = _CONSTANT.bind(m, "constant", a)
    kwargs = {"dtype": _dtype(m, g["dtype"]), "shape": g["shape"], "name": g["name"]}
    if needed(m, g["shape"]) is None:
        del kwargs["shape"]
    if needed(m, g["name"]) is None:
        del kwargs["name"]
    return m.library.call(m, "tf.constant", Arguments((g["value"],), kwargs))


def _dot(m: Machine, a: Arguments) -> Value:
    """``K.dot(x, y)``: the last dimension of one against the last but one of the other."""
    g = _DOT.bind(m, "dot", a)
    x, y = g["x"], g["y"]
    one, other = shape_of(m, x), shape_of(m, y)
    dims: Dims = UNSEEN
    if isinstance(one, tuple) and isinstance(other, tuple) and len(one) > 1 and len(other) > 1:
        dims = (*one[:-1], *other[:-2], other[-1])
    return operation(m, "MatMul", tensor_inputs(m, x, y), dims, dtype_of(m, x))


def _flatten(m: Machine, a: Arguments) -> Value:
    x = _FLATTEN.bind(m, "flatten", a)["x"]
    return m.library.call(m, "tf.reshape", Arguments((x, m.new_list([-1])), {}))


def _batch_flatten(m: Machine, a: Arguments) -> Value:
    x = _FLATTEN.bind(m, "batch_flatten", a)["x"]
    dims = shape_of(m, x)
    flat: Dims = (dims[0], multiply(dims[1:])) if isinstance(dims, tuple) and dims else UNSEEN
    if isinstance(dims, tuple) and None in dims:
        flat = (None, None)  # the sizes are multiplied when the graph runs
    return operation(m, "Reshape", tensor_inputs(m, x), flat, dtype_of(m, x))


def _activation(name: str) -> Model:
    """``K.relu`` and its like: whatever it is bent by, the shape stays."""

    def run(m: Machine, a: Arguments) -> Value:
        x = _ACTIVATION.bind(m, name, a)["x"]
        return m.library.call(m, f"tf.nn.{name}", Arguments((x,), {}))

    return run


def _kept(parameters: str, of: str) -> Model:
    """What keeps the shape of one of its arguments."""
    signature = Signature(parameters)

    def run(m: Machine, a: Arguments) -> Value:
        g = signature.bind(m, of, a)
        x = g[of]
        inputs = tensor_inputs(m, *(g[name] for name in signature.names[:2]))
        return operation(m, "Identity", inputs, shape_of(m, x), dtype_of(m, x))

    return run


def _epsilon(m: Machine, a: Arguments) -> Value:
    return 1e-7


def _repeat(m: Machine, a: Arguments) -> Value:
    """``K.repeat(x, n)``: a matrix becomes a sequence."""
    g = _REPEAT.bind(m, "repeat", a)
    dims, n = shape_of(m, g["x"]), needed(m, g["n"])
    size: Dim = n if isinstance(n, int) else UNSEEN
    made: Dims = (dims[0], size, dims[1]) if isinstance(dims, tuple) and len(dims) == 2 else UNSEEN
    return operation(m, "Tile", tensor_inputs(m, g["x"]), made, dtype_of(m, g["x"]))


def _resize_images(m: Machine, a: Arguments) -> Value:
    """``K.resize_images``: both sizes become so many times as large."""
    g = _RESIZE.bind(m, "resize_images", a)
    dims, form = shape_of(m, g["x"]), needed(m, g["data_format"])
    factors = [needed(m, g[name]) for name in ("height_factor", "width_factor")]
    made: Dims = UNSEEN
    if isinstance(dims, tuple) and len(dims) == 4 and isinstance(form, str):
        at = 2 if form == "channels_first" else 1
        space = [
            multiply((one, factor)) if isinstance(factor, int) else UNSEEN
            for one, factor in zip(dims[at : at + 2], factors, strict=True)
        ]
        made = (*dims[:at], *space, *dims[at + 2 :])
    return operation(m, "ResizeNearestNeighbor", tensor_inputs(m, g["x"]), made, "float32")


def _bias_add(m: Machine, a: Arguments) -> Value:
    g = _BIAS.bind(m, "bias_add", a)
    inputs = tensor_inputs(m, g["x"], g["bias"])
    return operation(m, "BiasAdd", inputs, shape_of(m, g["x"]), dtype_of(m, g["x"]))


_OWN: dict[str, Any] = {
    "variable": _variable,
    "zeros": _filled("zeros"),
    "ones": _filled("ones"),
    "eye": _eye,
    "random_normal_variable": _drawn("random_normal"),
    "random_uniform_variable": _drawn("random_uniform"),
    "placeholder": _placeholder,
    "constant": _constant,
    "dot": _dot,
    "flatten": _flatten,
    "batch_flatten": _batch_flatten,
    "relu": _activation("relu"),
    "elu": _activation("elu"),
    "bias_add": _bias_add,
    "epsilon": _epsilon,
    "dropout": _kept("x, level, noise_shape=None, seed=None", "x"),
    "reverse": _kept("x, axes", "x"),
    "binary_crossentropy": _kept("target, output, from_logits=False, label_smoothing=0", "output"),
    "repeat": _repeat,
    "resize_images": _resize_images,
}
MODELS: dict[str, Model] = {
    **{f"{_PREFIX}{name}": _same(name) for name in _SAME},
    **{f"{_PREFIX}{name}": model for name, model in _OWN.items()},
}
