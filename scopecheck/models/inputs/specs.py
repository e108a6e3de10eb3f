"""``InputSpec``: what a layer of the program expects of its input.

Source: tensorflow/python/keras/engine/input_spec.py, ``assert_input_compatibility``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from scopecheck.models.layers.refusals import fail_input, incompatible, old, shown_dims
from scopecheck.models.messages import shape_text
from scopecheck.models.registry import Model, Signature
from scopecheck.models.store.initial import dtype_name
from scopecheck.models.tensors import Dim, Dims, Tensor, dims_of, size_value
from scopecheck.symbolic.decisions import needed
from scopecheck.symbolic.values import DictRef, Foreign, Value
from scopecheck.trace import Refusal

if TYPE_CHECKING:
    from scopecheck.symbolic.calls import Arguments
    from scopecheck.symbolic.machine import Machine

_BY = "Layer.__call__"
_SPEC = Signature(
    "dtype=None, shape=None, ndim=None, max_ndim=None, min_ndim=None, axes=None, "
    "allow_last_axis_squeeze=False, name=None, optional=False"
)


class InputSpec(Foreign):
    """The expectations of one input; None where there is none, or where it isn't known."""

    __slots__ = ("axes", "dims", "dtype", "least", "most", "rank", "shape")

    def __init__(
        self,
        dtype: str | None,
        rank: int | None,
        most: int | None,
        least: int | None,
        axes: tuple[tuple[int, int], ...],
        dims: Dims = None,
        shape: Value = None,
    ) -> None:
        self.dtype = dtype
        self.rank = rank
        self.most = most
        self.least = least
        self.axes = axes
        self.dims = dims
        self.shape = shape

    def _held(self) -> tuple[object, ...]:
        return self.dtype, self.rank, self.most, self.least, self.axes, self.dims, self.shape

    def __eq__(self, other: object) -> bool:
        return isinstance(other, InputSpec) and self._held() == other._held()

    def __hash__(self) -> int:
        return hash(self._held())

    def get_attribute(self, m: Machine, name: str) -> Value:
        """What was given."""
        held: dict[str, Value] = {"ndim": self.rank, "max_ndim": self.most, "min_ndim": self.least}
        if isinstance(self.dims, tuple):
            held["shape"] = self.shape
        return held[name] if name in held else m.unknown(name, tame=True)


def _make(m: Machine, a: Arguments) -> Value:
    given = _SPEC.bind(m, "__init__", a)
    dtype, axes = needed(m, given["dtype"]), needed(m, given["axes"])
    dims: Dims = None
    if given["shape"] is not None:
        dims = dims_of(m, given["shape"])
    rank = len(dims) if isinstance(dims, tuple) else _number(m, given["ndim"])
    sizes = m.contents(axes).items.items() if isinstance(axes, DictRef) else ()
    known = tuple((k, v) for k, v in sizes if isinstance(k, int) and isinstance(v, int))
    return InputSpec(
        dtype_name(m, dtype) if dtype is not None else None,
        rank,
        _number(m, given["max_ndim"]),
        _number(m, given["min_ndim"]),
        known,
        dims,
        _as_told(m, given["shape"], dims),
    )


def _as_told(m: Machine, shape: Value, dims: Dims) -> Value:
    """``spec.shape``: TensorFlow 1 keeps what was given, TensorFlow 2 a tuple of sizes."""
    if old(m) or not isinstance(dims, tuple):
        return shape
    return tuple(size_value(m, one) for one in dims)


def _number(m: Machine, value: Value) -> int | None:
    value = needed(m, value)
    return value if isinstance(value, int) else None


def check_input(m: Machine, spec: Value, inputs: Value, layer: Value) -> None:
    """Refuses an input that is not as a layer with one input expects it."""
    if not isinstance(spec, InputSpec) or not isinstance(inputs, Tensor):
        return
    dims = inputs.shape
    if dims is None and old(m) and (spec.rank, spec.most, spec.least) != (None,) * 3:
        words = "its rank is undefined, but the layer requires a defined rank."
        raise incompatible(m, layer, words, _BY)
    if not isinstance(dims, tuple):
        return
    found = _wrong_rank(m, spec, dims) or _wrong_dtype(m, spec, inputs)
    found = found or _wrong_axis(m, spec, dims)
    if found is not None:
        raise incompatible(m, layer, found, _BY)
    _check_sizes(m, spec, dims, layer)


def _check_sizes(m: Machine, spec: InputSpec, dims: tuple[Dim, ...], layer: Value) -> None:
    pairs = zip(spec.dims if isinstance(spec.dims, tuple) else (), dims, strict=False)
    if not any(isinstance(a, int) and isinstance(b, int) and a != b for a, b in pairs):
        return
    words = f"expected shape={shape_text(m, spec.dims)}, found shape={shown_dims(m, dims)}"
    words = words.replace("?", "None")
    if not old(m):
        raise incompatible(m, layer, words, _BY)
    name = layer if isinstance(layer, str) else "…"
    message = f"Input 0 is incompatible with layer {name}: {words}"
    raise fail_input(m, _BY, Refusal.ARGUMENT, "ValueError", message)


def _received(m: Machine, dims: tuple[Dim, ...]) -> str:
    """The whole shape: in TensorFlow 2 as a tuple of what it consists of."""
    if old(m) or m.world.tensorshape_v2:
        return shown_dims(m, dims)
    sizes = [f"Dimension({size if isinstance(size, int) else None})" for size in dims]
    return f"({', '.join(sizes)}{',' if len(sizes) == 1 else ''})"


def _wrong_rank(m: Machine, spec: InputSpec, dims: tuple[Dim, ...]) -> str | None:
    found = f"found ndim={len(dims)}"
    received = f". Full shape received: {_received(m, dims)}"
    if spec.rank is not None and len(dims) != spec.rank:
        return f"expected ndim={spec.rank}, {found}{received}"
    if spec.most is not None and len(dims) > spec.most:
        return f"expected max_ndim={spec.most}, {found}"
    if spec.least is not None and len(dims) < spec.least:
        colon = ": " if old(m) else ""
        return f"{colon}expected min_ndim={spec.least}, {found}{received}"
    return None


def _wrong_dtype(m: Machine, spec: InputSpec, inputs: Tensor) -> str | None:
    if spec.dtype is None or inputs.dtype is None or spec.dtype == inputs.dtype:
        return None
    return f"expected dtype={spec.dtype}, found dtype=<dtype: '{inputs.dtype}'>"


def _wrong_axis(m: Machine, spec: InputSpec, dims: tuple[Dim, ...]) -> str | None:
    for axis, size in spec.axes:
        if -len(dims) <= axis < len(dims) and isinstance(dims[axis], int) and dims[axis] != size:
            comma = "" if old(m) else ","
            return (
                f"expected axis {axis} of input shape to have value {size}{comma} but received "
                f"input with shape {shown_dims(m, dims)}"
            )
    return None


MODELS: dict[str, Model] = dict.fromkeys(
    ("tf.keras.layers.InputSpec", "tf.layers.InputSpec", "tf.layers.base.InputSpec"), _make
)
