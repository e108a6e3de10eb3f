"""``tf.TensorSpec``: the shape, dtype and name of a tensor that is still to come.

Source: tensorflow/python/framework/tensor_spec.py, ``TensorSpec``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from scopecheck.models.classes import is_instance
from scopecheck.models.registry import Model, Signature
from scopecheck.models.shape_members import agree
from scopecheck.models.store.initial import dtype_name
from scopecheck.models.tensors import UNSEEN, Dims, DType, Shape, Tensor, dims_of
from scopecheck.symbolic.decisions import needed
from scopecheck.symbolic.values import Builtin, Foreign, Value

if TYPE_CHECKING:
    from scopecheck.symbolic.calls import Arguments
    from scopecheck.symbolic.machine import Machine

_CLASSES = frozenset({"tf.TensorSpec", "tf.contrib.framework.TensorSpec"})
_GIVEN = Signature("shape, dtype='float32', name=None")


class TensorSpec(Foreign):
    """A specification. dims: its static shape. dtype: None where it isn't known."""

    __slots__ = ("dims", "dtype", "name")

    def __init__(self, dims: Dims, dtype: str | None, name: Value) -> None:
        self.dims = dims
        self.dtype = dtype
        self.name = name

    def _held(self) -> tuple[object, ...]:
        return self.dims, self.dtype, self.name

    def __eq__(self, other: object) -> bool:
        return isinstance(other, TensorSpec) and self._held() == other._held()

    def __hash__(self) -> int:
        return hash(self._held())

    def is_instance(self, m: Machine, kind: Value) -> Value:
        """Whether it is a ``tf.TensorSpec``; it is no tensor."""
        return is_instance(m, _CLASSES, kind)

    def get_attribute(self, m: Machine, name: str) -> Value:
        """``shape``, ``dtype``, ``name``, ``is_compatible_with``."""
        if name == "shape":
            return Shape(self.dims)
        if name == "dtype" and self.dtype is not None:
            return DType(self.dtype)
        if name == "name":
            return self.name
        if name == "is_compatible_with":
            return Builtin(name, lambda m, a: self._fits(m, a.get(0, "spec_or_tensor")))
        return m.unknown(name, tame=True)

    def _fits(self, m: Machine, other: Value) -> Value:
        """Whether a tensor or another specification has this dtype and could have this shape."""
        other = needed(m, other)
        dims = other.shape if isinstance(other, Tensor) else getattr(other, "dims", UNSEEN)
        dtype = getattr(other, "dtype", None)
        if dtype is not None and self.dtype is not None and dtype != self.dtype:
            return False
        sizes = agree(self.dims, dims)
        if sizes is False or (sizes and dtype is not None and self.dtype is not None):
            return sizes
        return m.unknown("is_compatible_with(…)", kind="bool")


def _make(m: Machine, a: Arguments) -> Value:
    given = _GIVEN.bind(m, "__init__", a)
    return TensorSpec(
        dims_of(m, given["shape"]),
        dtype_name(m, given["dtype"]),
        needed(m, given["name"]),
    )


def _from_tensor(m: Machine, a: Arguments) -> Value:
    """``TensorSpec.from_tensor(tensor, name=None)``."""
    tensor, name = needed(m, a.get(0, "tensor")), needed(m, a.get(1, "name"))
    if not isinstance(tensor, Tensor):
        return m.unknown("a specification", tame=True, not_none=True)
    return TensorSpec(tensor.shape, tensor.dtype, tensor.name if name is None else name)


MODELS: dict[str, Model] = {
    **dict.fromkeys(_CLASSES, _make),
    **{f"{one}.from_tensor": _from_tensor for one in _CLASSES},
}
