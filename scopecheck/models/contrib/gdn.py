"""``tf.contrib.layers.gdn``: a normalisation with a parameter for each pair of channels.

Source: tensorflow/contrib/layers/python/layers/layers.py, ``GDN``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from scopecheck.models.layers.functions import constructor, functional
from scopecheck.models.layers.kinds import Kind
from scopecheck.models.layers.plans import Plan, Weight
from scopecheck.models.layers.refusals import check_axis, fail_input, incompatible
from scopecheck.models.refusal import refuse_argument
from scopecheck.models.registry import Model, Signature
from scopecheck.models.tensors import UNSEEN, Dim, DType, Tensor
from scopecheck.symbolic.decisions import needed
from scopecheck.symbolic.values import Value
from scopecheck.trace import Refusal

if TYPE_CHECKING:
    from scopecheck.symbolic.calls import Arguments
    from scopecheck.symbolic.machine import Machine

_BY = "tf.contrib.layers.gdn"
_FORMATS = {"channels_first": 1, "channels_last": -1}
_ARGUMENTS = (
    "inverse=False, beta_min=1e-6, gamma_init=0.1, reparam_offset=0.000003814697265625, "
    "data_format=channels_last, activity_regularizer=None, trainable=True, name=None"
)


def _plan(m: Machine, g: dict[str, Value], x: Tensor, layer: Value, built: Any) -> Plan:
    """``reparam_beta`` [channels], ``reparam_gamma`` [channels, channels]."""
    axis = _FORMATS.get(g["data_format"], -1)
    channels: Dim = UNSEEN
    if isinstance(x.shape, tuple):
        rank = len(x.shape)
        if not 3 <= rank <= 5:
            raise _wrong_rank(m, x.shape, layer)
        channels = x.shape[axis]
    if axis < 0:
        check_axis(m, x, layer, built, _BY)
    if channels is None:
        message = "The channel dimension of the inputs to `GDN` must be defined."
        raise fail_input(m, _BY, Refusal.SHAPE_UNDEFINED, "ValueError", message)
    dtype: Value = DType(x.dtype) if x.dtype else m.unknown("a dtype", not_none=True)
    weights = (
        Weight("reparam_beta", (channels,), dtype),
        Weight("reparam_gamma", (channels, channels), dtype),
    )
    return Plan(weights, x.shape, x.dtype, channels if axis < 0 else None)


def _wrong_rank(m: Machine, dims: tuple[Dim, ...], layer: Value) -> Exception:
    bound = "min_ndim=3" if len(dims) < 3 else "max_ndim=5"
    sizes = [size if isinstance(size, int) else None for size in dims]
    words = f": expected {bound}, found ndim={len(dims)}"
    words += f". Full shape received: {sizes}" if len(dims) < 3 else ""
    return incompatible(m, layer, words, _BY)


_KIND = Kind(
    "GDN",
    "gdn",
    _BY,
    "GDN",
    Signature(f"inputs, {_ARGUMENTS}, reuse=None"),
    Signature(f"{_ARGUMENTS}, dtype=None, _scope=None, _reuse=None"),
    _plan,
)


def _checked(model: Model, signature: Signature, function: str) -> Model:
    """The format is looked at before anything else."""

    def run(m: Machine, a: Arguments) -> Value:
        given = needed(m, signature.bind(m, function, a)["data_format"])
        if isinstance(given, str) and given not in _FORMATS:
            message = f"Unsupported `data_format` for GDN layer: {given}."
            raise refuse_argument(m, function, "ValueError", message)
        return model(m, a)

    return run


_FUNCTIONS = {
    "gdn": _checked(functional(_KIND), _KIND.functional, "gdn"),
    "GDN": _checked(constructor(_KIND), _KIND.constructor, "GDN"),
}
MODELS: dict[str, Model] = {
    f"{module}.{name}": model
    for name, model in _FUNCTIONS.items()
    for module in ("tf.contrib.layers", "tf.contrib.slim", "tf_slim")
}
