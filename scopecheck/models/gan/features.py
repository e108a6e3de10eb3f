"""TF-GAN's features: conditioning, spectral and virtual batch normalization, clipping, pools.

Source: tensorflow/contrib/gan/python/features/python; tensorflow_gan/python/features. The newer
library conditions with a layer of tf.layers.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from scopecheck.models import naming
from scopecheck.models.gan.tuples import LIBRARIES, NEWER, field, in_variable_scope
from scopecheck.models.messages import shape_text
from scopecheck.models.ops.arguments import shape_of, tensor_inputs
from scopecheck.models.refusal import refuse_argument
from scopecheck.models.registry import Model, Signature
from scopecheck.models.rnn.nest import parts
from scopecheck.models.shapes import multiply
from scopecheck.models.store.get_variable import request_variable
from scopecheck.models.store.initial import Initializer
from scopecheck.models.store.scope_names import under
from scopecheck.models.tensors import UNSEEN, Dim, Dims, DType, Tensor, operation, size_value
from scopecheck.models.world import Scope, scope_data
from scopecheck.symbolic.access import get_attribute
from scopecheck.symbolic.calls import Arguments
from scopecheck.symbolic.decisions import needed
from scopecheck.symbolic.iteration import iterate
from scopecheck.symbolic.values import Builtin, DictRef, Foreign, ListRef, Value

if TYPE_CHECKING:
    from scopecheck.symbolic.machine import Machine

_PERSISTED = "spectral_norm_u"
_WEIGHTS = re.compile(r"(.*/)?(depthwise_|pointwise_)?(weights|kernel)$")


# -- conditioning -----------------------------------------------------------------------


def _condition(library: str) -> Model:
    """``condition_tensor``: a product of the condition is added."""

    def run(m: Machine, a: Arguments) -> Value:
        g = Signature("tensor, conditioning").bind(m, "condition_tensor", a)
        return _conditioned(m, library, g["tensor"], g["conditioning"])

    return run


def _conditioned(m: Machine, library: str, x: Value, condition: Value) -> Value:
    dims, given = shape_of(m, x), shape_of(m, condition)
    if isinstance(given, tuple) and len(given) < 2:
        told = f"conditioning must be at least 2D, but saw shape: {shape_text(m, given)}"
        raise refuse_argument(m, "condition_tensor", "ValueError", told)
    size = multiply(dims[1:]) if isinstance(dims, tuple) else UNSEEN
    width = size_value(m, size)
    flatten, dense = "tf.contrib.layers.flatten", "tf.contrib.layers.linear"
    if library == NEWER:
        flatten, dense = "tf.layers.flatten", "tf.layers.dense"
    flat = m.library.call(m, flatten, Arguments((condition,)))
    made = m.library.call(m, dense, Arguments((flat, width)))
    dtype = x.dtype if isinstance(x, Tensor) else None
    return operation(m, "Add", tensor_inputs(m, x, made), dims, dtype)


def _from_labels(library: str) -> Model:
    """``condition_tensor_from_onehot``: the condition is an embedding of the label."""
    signature = Signature("tensor, one_hot_labels, embedding_size=256")

    def run(m: Machine, a: Arguments) -> Value:
        g = signature.bind(m, "condition_tensor_from_onehot", a)
        dims = shape_of(m, g["one_hot_labels"])
        rows: Dim = dims[1] if isinstance(dims, tuple) and len(dims) == 2 else UNSEEN
        sizes = m.new_list((size_value(m, rows), g["embedding_size"]))
        given: dict[str, Value] = {"name": "embedding", "shape": sizes}
        table = request_variable(m, given, scope_data(m), "condition_tensor_from_onehot")
        width = shape_of(m, table)
        found: Dims = UNSEEN
        if isinstance(dims, tuple) and isinstance(width, tuple):
            found = (dims[0], width[1])
        inputs = tensor_inputs(m, table, g["one_hot_labels"])
        seen = operation(m, "GatherV2", inputs, found, "float32")
        return _conditioned(m, library, g["tensor"], seen)

    return run


# -- spectral normalization -------------------------------------------------------------


def spectral_norm(m: Machine, weights: Value, name: Value) -> Tensor:
    """``compute_spectral_norm``: keeps an approximation of a singular vector in a variable."""
    with in_variable_scope(m, name, "spectral_norm"):
        dims = shape_of(m, weights)
        rows = multiply(dims[:-1]) if isinstance(dims, tuple) else UNSEEN
        dtype = weights.dtype if isinstance(weights, Tensor) else None
        given: dict[str, Value] = {
            "name": _PERSISTED,
            "shape": m.new_list((size_value(m, rows), 1)),
            "dtype": DType(dtype or "float32"),
            "initializer": Initializer("random_normal"),
            "trainable": False,
        }
        kept = request_variable(m, given, scope_data(m), "compute_spectral_norm")
        return operation(m, "StridedSlice", tensor_inputs(m, weights, kept), (), dtype)


def _normalized(m: Machine, weights: Value, name: Value) -> Value:
    with in_variable_scope(m, name, "spectral_normalize"):
        norm = spectral_norm(m, weights, None)
        dtype = weights.dtype if isinstance(weights, Tensor) else None
        inputs = tensor_inputs(m, weights, norm)
        return operation(m, "Reshape", inputs, shape_of(m, weights), dtype)


_NORM = "power_iteration_rounds=1, training=True, name=None"


def _compute(m: Machine, a: Arguments) -> Value:
    g = Signature(f"w_tensor, {_NORM}").bind(m, "compute_spectral_norm", a)
    return spectral_norm(m, g["w_tensor"], g["name"])


def _normalize(m: Machine, a: Arguments) -> Value:
    g = Signature(f"w, {_NORM}").bind(m, "spectral_normalize", a)
    return _normalized(m, g["w"], g["name"])


def _regularizer(m: Machine, a: Arguments) -> Value:
    """``spectral_norm_regularizer``."""
    g = Signature("scale, power_iteration_rounds=1, scope=None").bind(m, "regularizer", a)
    scale = needed(m, g["scale"])
    if type(scale) is int:
        message = f"scale cannot be an integer: {scale}"
        raise refuse_argument(m, "spectral_norm_regularizer", "ValueError", message)
    name = naming.encode(m, needed(m, g["scope"])) or "SpectralNormRegularizer"

    def run(m: Machine, a: Arguments) -> Value:
        if scale == 0.0:
            return None
        with under(m, name):
            norm = spectral_norm(m, a.get(0, "weights"), None)
            return operation(m, "Mul", (norm,), (), norm.dtype)

    return Builtin("sn", run)


def _getter(m: Machine, a: Arguments) -> Value:
    """``spectral_normalization_custom_getter``: of what a filter takes by its name."""
    chosen = needed(m, a.get(0, "name_filter"))

    def run(m: Machine, a: Arguments) -> Value:
        getter, name = a.args[0] if a.args else a.kwargs.get("getter"), a.kwargs.get("name")
        rest = {key: one for key, one in a.kwargs.items() if key not in ("getter", "name")}
        full = naming.encode(m, name)
        taken = m.truth(m.call(chosen, (name,))) if chosen is not None else None
        if taken is None:
            taken = full is not None and _WEIGHTS.match(full) is not None
        if taken and full is not None and full.endswith(_PERSISTED):
            message = (
                "Cannot apply Spectral Normalization to internal variables created for Spectral "
                f"Normalization. Tried to normalized variable [{naming.shown(full)}]"
            )
            raise refuse_argument(m, "get_variable", "ValueError", message)
        made = m.call(getter, (name,), **rest)
        if not taken:
            return made
        dims = shape_of(m, made)
        if isinstance(dims, tuple) and len(dims) < 2:
            message = "Spectral norm can only be applied to multi-dimensional tensors"
            raise refuse_argument(m, "get_variable", "ValueError", message)
        return _normalized(m, made, naming.decode(m, f"{full}/spectral_normalize"))

    return Builtin("spectral_normalization_custom_getter", run)


# -- virtual batch normalization --------------------------------------------------------

_VIRTUAL = Signature(
    "reference_batch, axis=-1, epsilon=0.001, center=True, scale=True, beta_initializer=None, "
    "gamma_initializer=None, beta_regularizer=None, gamma_regularizer=None, trainable=True, "
    "name=None, batch_axis=0"
)


class VirtualNormalization(Foreign):
    """``VBN``: normalizes with the statistics of one batch; made: what it is computed from."""

    __slots__ = ("batch", "made", "scope")

    def __init__(self, batch: Value, made: tuple[Value, ...], scope: Scope) -> None:
        self.batch = batch
        self.made = made
        self.scope = scope

    def get_attribute(self, m: Machine, name: str) -> Value:
        """The batch itself, normalized."""
        if name != "reference_batch_normalization":
            return NotImplemented
        return Builtin(name, lambda m, a: self._of(m, self.batch))

    def call(self, m: Machine, args: Arguments) -> Value:
        """Another batch."""
        return self._of(m, args.get(0, "inputs"))

    def _of(self, m: Machine, x: Value) -> Value:
        with under(m, naming.encode(m, get_attribute(m, self.scope, "name")) or "VBN"):
            dtype = x.dtype if isinstance(x, Tensor) else None
            inputs = tensor_inputs(m, x, self.batch, *self.made)
            return operation(m, "AddV2", inputs, shape_of(m, x), dtype)


def _virtual(m: Machine, a: Arguments) -> Value:
    g = _VIRTUAL.bind(m, "__init__", a)
    dims, axis = shape_of(m, g["reference_batch"]), needed(m, g["axis"])
    if dims is None:
        message = "`reference_batch` has unknown dimensions."
        raise refuse_argument(m, "VBN", "ValueError", message)
    width: Dim = UNSEEN
    if isinstance(dims, tuple) and isinstance(axis, int):
        used = axis + len(dims) if axis < 0 else axis
        if not 0 <= used < len(dims):
            message = (
                f"Value of `axis` argument {used} is out of range for input with rank {len(dims)}"
            )
            raise refuse_argument(m, "VBN", "ValueError", message)
        if used == needed(m, g["batch_axis"]):
            message = "`axis` and `batch_axis` cannot be the same."
            raise refuse_argument(m, "VBN", "ValueError", message)
        width = dims[used]
    made: list[Value] = []
    with in_variable_scope(m, g["name"], "VBN") as scope:
        for asked, name, initial in (("center", "beta", "zeros"), ("scale", "gamma", "ones")):
            if m.truth(needed(m, g[asked])):
                given: dict[str, Value] = {
                    "name": name,
                    "shape": m.new_list((size_value(m, width),)),
                    "initializer": g[f"{name}_initializer"] or Initializer(initial),
                    "regularizer": g[f"{name}_regularizer"],
                    "trainable": g["trainable"] is not False,
                }
                made.append(request_variable(m, given, scope_data(m), "VBN"))
    return VirtualNormalization(g["reference_batch"], tuple(made), scope)


# -- optimizers and pools ---------------------------------------------------------------


def _clipping(m: Machine, optimizer: Value, limit: Value) -> Value:
    limit = needed(m, limit)
    if isinstance(limit, (int, float)) and limit < 0:
        message = f"('`discriminator_weight_clip` must be positive. Instead, was %s', {limit})"
        raise refuse_argument(m, "clip_variables", "ValueError", message)
    clipping = "tf.contrib.opt.VariableClippingOptimizer"
    return m.library.call(m, clipping, Arguments((optimizer, m.new_dict({}, True), limit)))


def _clip_variables(m: Machine, a: Arguments) -> Value:
    g = Signature("optimizer, variables, weight_clip").bind(m, "clip_variables", a)
    return _clipping(m, g["optimizer"], g["weight_clip"])


def _clip_weights(m: Machine, a: Arguments) -> Value:
    g = Signature("optimizer, model, weight_clip").bind(m, "clip_discriminator_weights", a)
    field(m, g["model"], "discriminator_variables")
    return _clipping(m, g["optimizer"], g["weight_clip"])


def _pool(m: Machine, a: Arguments) -> Value:
    """``tensor_pool``: tensors like those that go in, perhaps earlier ones."""
    names = "input_values, pool_size=50, pooling_probability=0.5, name=tensor_pool"
    g = Signature(names).bind(m, "tensor_pool", a)
    if needed(m, g["pool_size"]) == 0:
        return g["input_values"]
    with under(m, f"{naming.encode(m, g['name']) or 'tensor_pool'}_pool_queue"):
        return _pooled(m, g["input_values"])


def _pooled(m: Machine, value: Value) -> Value:
    value = needed(m, value)
    if isinstance(value, Tensor):
        return operation(m, "Merge", (value,), value.shape, value.dtype)
    if isinstance(value, tuple):
        return tuple(_pooled(m, one) for one in parts(m, value) or ())
    if isinstance(value, ListRef):
        held = iterate(m, value)
        items = held.items if held is not None else ()
        return m.new_list([_pooled(m, one) for one in items], held is None or held.open)
    if isinstance(value, DictRef):
        table = m.contents(value)
        return m.new_dict({key: _pooled(m, one) for key, one in table.items.items()})
    return m.unknown("a pooled tensor", not_none=True)


def _norm(name: str) -> Model:
    return lambda m, a: m.library.call(m, f"tf.contrib.layers.{name}", a)


MODELS: dict[str, Model] = {}
for _library in LIBRARIES:
    _features: dict[str, Model] = {
        "condition_tensor": _condition(_library),
        "condition_tensor_from_onehot": _from_labels(_library),
        "compute_spectral_norm": _compute,
        "spectral_normalize": _normalize,
        "spectral_norm_regularizer": _regularizer,
        "spectral_normalization_custom_getter": _getter,
        "VBN": _virtual,
        "clip_variables": _clip_variables,
        "clip_discriminator_weights": _clip_weights,
        "tensor_pool": _pool,
        "instance_norm": _norm("instance_norm"),
        "group_norm": _norm("group_norm"),
    }
    MODELS.update({f"{_library}.features.{name}": one for name, one in _features.items()})
